"""How is a briefing cited, and how are the sources behind it? As text, BibTeX and CSL-JSON."""

import json
import re
from typing import Any

from briefing.pack import Pack
from releases.read import Release, SourceRecord

PROGRAM = "Slowburn"
ESCAPED = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "$": r"\$"})


def as_text(pack: Pack, release: Release, source_ids: list[str]) -> str:
    """The briefing first, then each source as its publisher asks to be cited."""
    day = pack.words.day(pack.as_of)
    own = f"{PROGRAM} ({pack.as_of.year}). {pack.title}. {day}. {pack.release}, {pack.id}. {pack.address}"
    cited = [f"{one.citation} [{one.release}; {one.licence}]" for one in _sources(release, source_ids)]
    return "\n\n".join([own, *cited]) + "\n"


def as_bibtex(pack: Pack, release: Release, source_ids: list[str]) -> str:
    """One @misc entry each."""
    own = _entry(
        f"slowburn{pack.id}",
        {
            "author": f"{{{PROGRAM}}}",
            "title": pack.title,
            "year": str(pack.as_of.year),
            "note": f"release {pack.release}, pack {pack.id}",
            "url": pack.address,
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


def as_csl(pack: Pack, release: Release, source_ids: list[str]) -> str:
    """A CSL-JSON list: the briefing is a report, a source a dataset."""
    own = {
        "id": f"slowburn-{pack.id}",
        "type": "report",
        "title": pack.title,
        "author": [{"literal": PROGRAM}],
        "issued": {"date-parts": [[pack.as_of.year, pack.as_of.month, pack.as_of.day]]},
        "number": pack.id,
        "version": pack.release,
        "URL": pack.address,
        "language": pack.words.code,
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


def _sources(release: Release, source_ids: list[str]) -> list[SourceRecord]:
    return [release.sources[name] for name in source_ids]


def _entry(key: str, fields: dict[str, str]) -> str:
    lines = [
        f"  {name} = {{{value if name in ('url', 'author') else value.translate(ESCAPED)}}},"
        for name, value in fields.items()
    ]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])
