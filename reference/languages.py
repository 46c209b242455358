"""In which of the languages that we watch does a country speak publicly?

Read from languages.csv: where English or French is an official language, or that of public
life (the United States, the United Kingdom). Only languages that articles.toml watches are in;
a country that is not listed speaks others, which nobody here measures.
"""

import csv
import functools
from pathlib import Path

from reference.countries import countries

LANGUAGES_FILE = Path(__file__).with_name("languages.csv")


class LanguagesFileError(ValueError):
    """languages.csv contradicts itself; the message names the row and what to correct."""


@functools.cache
def public_languages() -> dict[str, tuple[str, ...]]:
    """The watched languages of each listed country; read once per process."""
    with LANGUAGES_FILE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["place_id"], tuple(row["languages"].split("|"))) for row in csv.DictReader(lines)]
    unknown = [place for place, _ in rows if place not in countries()]
    if unknown or len(dict(rows)) != len(rows):
        raise LanguagesFileError(
            f"languages.csv: {unknown or 'a place stands twice'}; one row for each place of countries.csv"
        )
    return dict(rows)
