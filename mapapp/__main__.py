"""``python -m mapapp``: the command line."""

import sys

if __name__ == "__main__":
    try:
        from mapapp.cli import main
    except KeyboardInterrupt:  # somebody was quicker than our imports
        sys.exit(130)
    main()
