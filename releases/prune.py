"""How many old releases stay on disk; the published one always does."""

import shutil
from pathlib import Path

from releases._layout import MANIFEST, RELEASES, current_folder


def prune(processed: Path, keep: int) -> list[str]:
    """Remove the oldest releases beyond `keep`; the names of those that went."""
    folder = processed / RELEASES
    found = sorted(folder.glob("[0-9]*"), key=lambda path: (path / MANIFEST).stat().st_mtime_ns, reverse=True)
    published = current_folder(processed)
    gone = [path for path in found[max(keep, 1) :] if path != published]
    for path in gone:
        leaving = path.with_name(f".leaving-{path.name}")
        path.rename(leaving)  # out of sight in one step; who reads it has its files open
        shutil.rmtree(leaving)
    return [path.name for path in gone]
