"""The page "Article": a text beside what was read from it."""
