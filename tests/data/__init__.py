"""Tests of the data that ships."""
