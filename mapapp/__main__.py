"""``python -m mapapp``: the command line."""

import gc
import sys

if __name__ == "__main__":
    gc.set_threshold(50_000)  # not 700: what modules and tables make stays, and looking it through takes a tenth
    try:
        from mapapp.cli import main
    except KeyboardInterrupt:  # somebody was quicker than our imports
        sys.exit(130)
    main()
