"""Publishing a release: written aside, switched by one rename, never edited.

The same tables give the same bytes and the same name, so an unchanged world
publishes nothing. CURRENT is replaced last; until then the old release stays.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet

from releases._layout import CURRENT, MANIFEST, RELEASES, SOURCES, ReleaseError, read_manifest, release_name

DICTIONARY_PAGE = 1 << 20
COMPRESSION = "zstd"


@dataclass(frozen=True)
class Draft:
    """A release that is written but not yet published."""

    folder: Path
    manifest: dict[str, Any]


def write_draft(
    processed: Path,
    as_of: str,
    sources: Mapping[str, dict[str, Any]],
    source_tables: Mapping[str, pd.DataFrame],
    tables: Mapping[str, pd.DataFrame],
) -> Draft:
    """Write all tables and the manifest beside the published ones; `sources` holds what the manifest says of each."""
    draft = processed / RELEASES / f".draft-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    (draft / SOURCES).mkdir(parents=True)
    files = {f"{SOURCES}/{name}.parquet": table for name, table in source_tables.items()}
    files |= {f"{name}.parquet": table for name, table in tables.items()}
    listed = {name: _write_table(draft / name, table) for name, table in sorted(files.items())}
    content = {"as_of": as_of, "sources": dict(sorted(sources.items())), "files": listed}
    manifest = {"id": release_name(as_of, content), **content}
    (draft / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return Draft(draft, manifest)


def publish(processed: Path, draft: Draft) -> str:
    """Give the draft its name and let CURRENT name it; return the release's id."""
    release_id = keep(processed, draft)
    point_to(processed, release_id)
    return release_id


def keep(processed: Path, draft: Draft) -> str:
    """Give the draft its name and leave the published release as it is; return the release's id."""
    folder = processed / RELEASES / draft.manifest["id"]
    if _holds(folder, draft.manifest):
        shutil.rmtree(draft.folder)
    else:
        _sync_folder(draft.folder)
        damaged = folder.with_name(f".leaving-{folder.name}")
        shutil.rmtree(damaged, ignore_errors=True)
        if (
            folder.exists()
        ):  # damaged, but what a running dashboard has: gone only when the whole one can take its place
            folder.rename(damaged)
        draft.folder.rename(folder)
        shutil.rmtree(damaged, ignore_errors=True)
    return folder.name


def point_to(processed: Path, release_id: str) -> None:
    """Let CURRENT name a release that is there, by one rename."""
    pointer = processed / f".{CURRENT}-{os.getpid()}"
    with pointer.open("w", encoding="utf-8") as handle:
        handle.write(release_id + "\n")
        handle.flush()
        os.fsync(handle.fileno())
    pointer.replace(processed / CURRENT)


def _holds(folder: Path, manifest: dict[str, Any]) -> bool:
    """Whether the release lies there whole; a damaged one is written anew."""
    try:
        if read_manifest(folder) != manifest:
            return False
        return all(_digest(folder / name) == said["sha256"] for name, said in manifest["files"].items())
    except (ReleaseError, OSError):
        return False


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write_table(path: Path, table: pd.DataFrame) -> dict[str, Any]:
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    parquet.write_table(arrow, path, compression=COMPRESSION, dictionary_pagesize_limit=DICTIONARY_PAGE)
    return {"rows": len(table), "bytes": path.stat().st_size, "sha256": _digest(path)}


def _sync_folder(folder: Path) -> None:
    for path in [*folder.rglob("*.parquet"), folder / MANIFEST]:
        with path.open("rb") as handle:
            os.fsync(handle.fileno())
