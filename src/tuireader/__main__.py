"""Let `python -m tuireader` do what `tuireader` does."""

import sys

from tuireader.cli import main

if __name__ == "__main__":
    sys.exit(main())
