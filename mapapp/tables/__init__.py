"""Tables that people write: their files to records, records to rows, and corrections back into the files."""
