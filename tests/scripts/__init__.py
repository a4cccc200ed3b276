"""Tests of the scripts that derive data."""
