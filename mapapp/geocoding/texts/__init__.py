"""Place names in running text: which words are names, and which places the document means."""
