"""Back to an older release by one command.

What entered since is held back with the reason, so that the next refresh does not
bring it in again unseen; it can be accepted like anything else that is held.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from ingest import SourceModule
from ingest._verdicts import HELD, Verdict, note_verdict
from releases._layout import RELEASES, ReleaseError
from releases.read import Release, open_release
from releases.write import point_to


def return_to(
    modules: Mapping[str, SourceModule],
    raw: Path,
    processed: Path,
    left: Release | None,
    release_id: str,
    now: datetime,
) -> Release:
    """Publish a release that is still on disk; ReleaseError names the ones there are."""
    folder = processed / RELEASES / release_id
    there = sorted(path.name for path in (processed / RELEASES).glob("[0-9]*"))
    if release_id not in there:
        raise ReleaseError(
            f"release={release_id} is not in {processed / RELEASES}; there are: {', '.join(there) or 'none'}"
        )
    returned = open_release(folder)
    for source_id, said in (left.manifest["sources"] if left is not None else {}).items():
        older = returned.manifest["sources"].get(source_id, {}).get("digest")
        if source_id in modules and said["digest"] != older:
            note_verdict(raw, source_id, Verdict(said["digest"], HELD, f"returned to release {release_id}"), now)
    point_to(processed, release_id)
    return returned
