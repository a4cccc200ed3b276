"""Tests of mapapp.maps."""
