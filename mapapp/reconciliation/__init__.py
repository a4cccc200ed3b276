"""The gazetteer by the Reconciliation API 0.2 of the W3C Entity Reconciliation Community Group.

With it OpenRefine and its kin match columns of names against our places. What is sure here is what is sure everywhere
in the program; the rest is offered with its reasons.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""
