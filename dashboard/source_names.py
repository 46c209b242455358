"""How are the sources behind a declared figure named: by title and version, and a register of ours or an absent one by its id."""

from collections.abc import Iterable
from typing import Any

from dash import html

from language import Language
from releases.read import Release


def sources_line(source_ids: Iterable[str], release: Release, words: Language) -> list[Any]:
    """Source: titles and versions; what this release does not hold stands as an id."""
    known = release.sources
    asked = list(source_ids)
    titles = [f"{known[one].title} {known[one].release}".strip() for one in asked if one in known]
    others = [html.Code(one) for one in asked if one not in known]
    line: list[Any] = [words.text("Source: {source}", source=", ".join(titles))]
    for one in others:
        line += [", " if titles or one is not others[0] else "", one]
    return line
