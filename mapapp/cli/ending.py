"""How a command ends, for the shell that started it."""

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2
STOPPED = 130  # by Ctrl-C; what shells expect
