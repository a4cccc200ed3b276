"""Tests of mapapp.geocoding."""
