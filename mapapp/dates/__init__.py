"""Dates as people and spreadsheets write them, in many languages, and what each of them may mean."""
