"""Tests of mapapp.web."""
