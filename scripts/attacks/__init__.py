"""Attacks on a running app and on the commands, one file a family; `scripts/attack` runs them and prints a table."""
