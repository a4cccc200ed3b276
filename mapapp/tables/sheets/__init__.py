"""Workbooks to rows of text, in a process of its own: XLSX, ODS and XLS by small readers of ours.

Nothing here imports more than the standard library, so that the process starts at once, and reads with few rights.
"""
