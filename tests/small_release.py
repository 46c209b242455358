"""A small release to publish, open and damage."""

from pathlib import Path
from typing import Any

from releases.read import Release, ReleaseShelf
from releases.write import publish, write_draft
from tests import builders

RECORD: dict[str, Any] = {
    "title": "An annual record",
    "provider": "Somebody",
    "licence": "CC BY 4.0",
    "citation": "Somebody (2026)",
    "homepage": "https://example.org",
    "caveat": "recorded deaths",
    "stale_after_days": 600,
    "release": "25.1",
    "retrieved_at": "2026-03-01T00:00:00Z",
    "newest_data": "2024",
    "rows": 2,
    "digest": "abc",
}


def published(processed: Path, deaths: int = 5, as_of: str = "2026-03-01") -> str:
    """Publish a small release about one place with so many deaths; return its id."""
    table = builders.yearly({"SDN": [deaths, 7]}, 2023)
    events = builders.events({"start": "2023-05-05", "best": deaths})
    sources = {"ucdp_country_year": RECORD, "ucdp_ged": {**RECORD, "rows": 1}}
    source_tables = {"ucdp_country_year": table, "ucdp_ged": events}
    return publish(processed, write_draft(processed, as_of, sources, source_tables, {"violence_year": table}))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def deaths_in(release: Release) -> int:
    return int(release.table("violence_year")["fatalities_best"].iloc[0])


def shelf(processed: Path) -> ReleaseShelf:
    return ReleaseShelf(processed, processed / "starter")
