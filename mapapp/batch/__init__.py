"""Tables of any size: every distinct name is looked up once, on all cores or on a cluster, and what is done is kept.

`table` reads and writes files, `answering` is the work on some names, `work` shares it out and goes on after
a process that was killed.
"""
