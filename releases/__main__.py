"""Make the starter release anew: `python -m releases RELEASE_FOLDER data/processed/starter`."""

import sys
from pathlib import Path

from releases.starter import make_starter

if __name__ == "__main__":
    make_starter(Path(sys.argv[1]), Path(sys.argv[2]))
