"""``python -m mapapp``: the command line."""

from mapapp.cli import main

main()
