"""A tour that is being made: what somebody corrects before it is written."""
