"""How is a briefing or a chart cited, and how are the sources behind it? As text, BibTeX and CSL-JSON.

The work itself stands first, then each source as its publisher asks to be cited, in the version that was read.
"""

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from releases.read import Release, SourceRecord

PROGRAM = "Slowburn"
ESCAPED = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "$": r"\$"})


@dataclass(frozen=True)
class Work:
    """What is cited: a briefing, or one chart in one view."""

    kind: str  # "report" or "figure", as CSL calls them
    number: str  # what tells it from every other work of the same release
    title: str
    stand: str  # measure, period, day and release, in the reader's language
    as_of: datetime.date
    release: str
    address: str
    language: str


def as_text(work: Work, release: Release, source_ids: Sequence[str]) -> str:
    """The work first, then each source as its publisher asks to be cited."""
    own = f"{PROGRAM} ({work.as_of.year}). {_ended(work.title)} {_ended(work.stand)} {work.address}"
    cited = [f"{one.citation} [{one.release}; {one.licence}]" for one in _sources(release, source_ids)]
    return "\n\n".join([own, *cited]) + "\n"


def as_bibtex(work: Work, release: Release, source_ids: Sequence[str]) -> str:
    """One @misc entry each."""
    own = _entry(
        f"slowburn{work.number}",
        {
            "author": f"{{{PROGRAM}}}",
            "title": work.title,
            "year": str(work.as_of.year),
            "note": work.stand,
            "version": work.release,
            "url": work.address,
        },
    )
    others = [
        _entry(
            one.id.replace("_", ""),
            {
                "author": f"{{{one.provider}}}",
                "title": one.title,
                "year": _year(one),
                "note": f"{one.citation} ({one.licence})",
                "version": one.release,
                "url": one.homepage,
            },
        )
        for one in _sources(release, source_ids)
    ]
    return "\n".join([own, *others])


def as_csl(work: Work, release: Release, source_ids: Sequence[str]) -> str:
    """A CSL-JSON list: the work is a report or a figure, a source a dataset."""
    own = {
        "id": f"slowburn-{work.number}",
        "type": work.kind,
        "title": work.title,
        "author": [{"literal": PROGRAM}],
        "issued": {"date-parts": [[work.as_of.year, work.as_of.month, work.as_of.day]]},
        "number": work.number,
        "version": work.release,
        "URL": work.address,
        "language": work.language,
    }
    return json.dumps([own, *(_csl(one) for one in _sources(release, source_ids))], ensure_ascii=False, indent=1) + "\n"


def _csl(one: SourceRecord) -> dict[str, Any]:
    return {
        "id": one.id,
        "type": "dataset",
        "title": one.title,
        "author": [{"literal": one.provider}],
        "issued": {"date-parts": [[int(_year(one))]]},
        "version": one.release,
        "URL": one.homepage,
        "note": f"{one.citation} ({one.licence})",
    }


def _year(one: SourceRecord) -> str:
    """The year the publisher's own citation names, else that of the retrieval."""
    named = re.search(r"\b(?:19|20)\d\d\b", one.citation)
    return named.group() if named else one.retrieved_at[:4]


def _sources(release: Release, source_ids: Sequence[str]) -> list[SourceRecord]:
    return [release.sources[name] for name in source_ids if name in release.sources]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _entry(key: str, fields: dict[str, str]) -> str:
    lines = [
        f"  {name} = {{{value if name in ('url', 'author') else value.translate(ESCAPED)}}},"
        for name, value in fields.items()
    ]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])
