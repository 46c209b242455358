"""Print the validation and write docs/validation.md and docs/methods.md.

python -m validation              everything: a minute or two
python -m validation --methods    docs/methods.md alone: at once
"""

import argparse
import sys
from pathlib import Path

from validation.methods_page import methods_page
from validation.references import comparisons
from validation.validation_page import simulations, validation_page

DOCS = Path(__file__).parent.parent / "docs"
SERIES = 4000


def main() -> int:
    """Write the pages; 1 where a statistic differs from its reference."""
    parser = argparse.ArgumentParser(prog="python -m validation", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--methods", action="store_true", help="write docs/methods.md alone")
    asked = parser.parse_args()
    (DOCS / "methods.md").write_text(methods_page(), encoding="utf-8")
    if asked.methods:
        return 0
    compared = comparisons()
    page = validation_page(compared, simulations(SERIES))
    print(page)
    (DOCS / "validation.md").write_text(page, encoding="utf-8")
    differing = [one.statistic for one in compared if not one.holds]
    if differing:
        print(f"differs from its reference: {', '.join(differing)}", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
