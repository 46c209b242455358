"""A refresh in a test: what the publishers serve, the settings of a run that never waits, and what it published."""

from pathlib import Path
from typing import Any

from ingest import sources
from tests import published


def everything() -> dict[str, bytes]:
    """What all publishers serve: the fixtures of every source."""
    return {url: body for source_id in sources() for url, body in published.answers(source_id).items()}


def settings(data: Path, mirror: str, **more: str) -> dict[str, Any]:
    """The settings of a run without pauses; the clock keeps probing within what the fixtures name."""
    return {
        "SLOWBURN_DATA": str(data),
        "SLOWBURN_MIRROR": mirror,
        "SLOWBURN_PACE_SECONDS": "0",
        "SLOWBURN_TRIES": "2",
        "SLOWBURN_BACKOFF_SECONDS": "0",
        "SLOWBURN_TIMEOUT_SECONDS": "10",
        "SLOWBURN_NOW": published.TODAY.isoformat(),
        **more,
    }


def release_of(out: str) -> str:
    """The release that the last line of refresh.py names."""
    return out.splitlines()[-1].split()[1]


def release_bytes(data: Path, release_id: str) -> dict[str, bytes]:
    """Every file of a published release."""
    folder = data / "processed" / "releases" / release_id
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
