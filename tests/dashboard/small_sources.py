"""What the hand-made release says of its sources."""

from typing import Any

AS_OF = "2026-11-23"
LAST = 2024


def source(source_id: str, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "provider": "Provider of the test",
        "licence": "CC BY 4.0",
        "citation": f"Citation of {title}",
        "homepage": "https://example.org/",
        "caveat": "",
        "release": "25.1",
        "retrieved_at": AS_OF,
        "newest_data": f"{LAST}-12",
        "rows": 1,
        "stale_after_days": 400,
        "digest": source_id,
    }
