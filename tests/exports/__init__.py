"""Tests of mapapp.exports."""
