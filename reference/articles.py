"""Under which titles and names is public attention to a place counted, language by language?

A short list (articles.toml), because each entry is a request to a public service.
"""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

from reference.countries import countries

ARTICLES_FILE = Path(__file__).with_name("articles.toml")


class ArticlesFileError(ValueError):
    """articles.toml contradicts itself; the message names the entry and what to correct."""


@dataclass(frozen=True)
class Watched:
    """A place in one language: the article on it and its name in the news."""

    place_id: str
    language: str
    article: str
    news: str


@functools.cache
def watched() -> tuple[Watched, ...]:
    """Every watched place in each language, in the order of the file; read once per process."""
    entries = tomllib.loads(ARTICLES_FILE.read_text(encoding="utf-8"))["place"]
    for entry in entries:
        if entry["place_id"] not in countries() or entry["article"].keys() != entry["news"].keys():
            raise ArticlesFileError(
                f"articles.toml: {entry['place_id']} must be a place of countries.csv with the same languages under article and news"
            )
    return tuple(
        Watched(entry["place_id"], language, article, entry["news"][language])
        for entry in entries
        for language, article in sorted(entry["article"].items())
    )
