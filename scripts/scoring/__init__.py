"""Scoring the offline resolver on gold files: read, measure, report, and write docs/geocoding.md."""
