"""Where a release lies and what its manifest says.

    <data>/processed/starter/                      the one in git
    <data>/processed/releases/<as_of>-<digest>/    refreshed ones
    <data>/processed/CURRENT                       the name of the one that is published

In each: manifest.json, sources/<source_id>.parquet, and one file per computed table.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

MANIFEST, SOURCES, RELEASES, CURRENT, STARTER, STATUS = (
    "manifest.json",
    "sources",
    "releases",
    "CURRENT",
    "starter",
    "status.json",
)
NEEDED = {"id", "as_of", "sources", "files"}  # what every manifest says
DIGEST_SHOWN = 12


class ReleaseError(ValueError):
    """A release is missing, incomplete or damaged; the message says which and what to do."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a release folder."""
    path = folder / MANIFEST
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(said, dict) or not NEEDED.issubset(said):
            raise ValueError(f"it does not say all of {sorted(NEEDED)}")
    except (OSError, ValueError) as error:
        raise ReleaseError(
            f"file={path} cannot be read ({error}): run `python refresh.py` or publish another release"
        ) from error
    return said


def release_name(as_of: str, content: dict[str, Any]) -> str:
    """`<as_of>-<digest>`: the digest is over what the release holds, so the same inputs give the same name."""
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"{as_of}-{digest[:DIGEST_SHOWN]}"


def current_folder(processed: Path) -> Path | None:
    """The published release: what CURRENT names, else the starter, else None."""
    pointer = processed / CURRENT
    if pointer.is_file():
        try:
            folder = processed / RELEASES / pointer.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ReleaseError(f"file={pointer} cannot be read ({error}): run `python refresh.py`") from error
        if (folder / MANIFEST).is_file():
            return folder
        raise ReleaseError(f"file={pointer} names {folder.name}, which is not there: run `python refresh.py`")
    starter = processed / STARTER
    return starter if (starter / MANIFEST).is_file() else None
