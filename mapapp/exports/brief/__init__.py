"""The brief: a note of one page about what a view shows, as Word document, PDF and Markdown.

``note`` makes the content, once, as plain data; each of the others sets it in its format.
"""
