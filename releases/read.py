"""Reading a published release: one object per process, whole tables on demand, swapped when CURRENT changes.

Tables are cached on the release object and must not be changed by who receives
them. An answer that is made of one release object is made of one release.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet

from releases._layout import CURRENT, MANIFEST, RELEASES, SOURCES, STARTER, ReleaseError, current_folder, read_manifest

__all__ = ["Release", "ReleaseError", "ReleaseShelf", "SourceRecord", "open_release"]

RELEASE_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True)
class SourceRecord:
    """What a release says of one of its sources."""

    id: str
    title: str
    provider: str
    licence: str
    citation: str
    homepage: str
    caveat: str
    release: str
    retrieved_at: str
    newest_data: str | None
    rows: int
    stale_after_days: int
    digest: str
    accepted: str = ""  # why somebody let in what a guard had held back
    role: str = "input"  # "comparison": it never enters a score
    is_met_live: bool = True  # False: built from the publisher's documentation alone


RECORDED = tuple(one.name for one in fields(SourceRecord) if one.name != "id")


@dataclass(frozen=True)
class Release:
    """One published release."""

    folder: Path
    id: str
    as_of: date
    manifest: dict[str, Any]
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def table(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A computed table, such as violence_year; cached, so never to be changed."""
        return self._read(f"{name}.parquet", columns)

    def source_table(self, source_id: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A source's parsed table; cached, so never to be changed."""
        return self._read(f"{SOURCES}/{source_id}.parquet", columns)

    def has(self, file: str) -> bool:
        """Whether the release holds that file; the starter leaves out tables of single events."""
        return file in self.manifest["files"]

    @cached_property
    def sources(self) -> dict[str, SourceRecord]:
        """The sources behind the release, by id."""
        return {
            source_id: SourceRecord(source_id, **{name: said[name] for name in said if name in RECORDED})
            for source_id, said in self.manifest["sources"].items()
        }

    def _read(self, file: str, columns: Sequence[str] | None) -> pd.DataFrame:
        key = f"{file}:{','.join(columns or ())}"
        if key not in self.cache:
            path = self.folder / file
            if not path.is_file():
                raise ReleaseError(
                    f"release={self.id} has no {file}: it was published by another version; run `python refresh.py`"
                )
            try:
                self.cache[key] = parquet.read_table(path, columns=list(columns) if columns else None).to_pandas()
            except (pa.ArrowException, OSError) as error:
                raise ReleaseError(
                    f"file={path} cannot be read ({error}): delete its folder and run `python refresh.py`"
                ) from error
        return self.cache[key]


def open_release(folder: Path) -> Release:
    """The release in a folder; ReleaseError when its manifest cannot be read."""
    manifest = read_manifest(folder)
    return Release(folder, str(manifest["id"]), date.fromisoformat(manifest["as_of"]), manifest)


def _opened_or_none(folder: Path) -> Release | None:
    try:
        return open_release(folder)
    except ReleaseError:
        return None  # a damaged release cannot be asked for; the others can


MOST_OPEN = 4  # releases a process holds in memory beside the current one; a link to an older one opens it again


class ReleaseShelf:
    """The releases a process can show: the current one, and older ones that are still on disk."""

    def __init__(self, processed: Path, starter: Path) -> None:
        self._processed, self._starter = processed, starter
        self._lock = threading.Lock()
        self._open: dict[str, Release] = {}
        self._current: tuple[object, Release] | None = None

    def current(self) -> Release:
        """The published release; ReleaseError when there is none."""
        stamp = self._stamp()
        with self._lock:
            if self._current is None or self._current[0] != stamp:
                try:
                    self._current = (stamp, self._published())
                except ReleaseError:
                    if self._current is None:
                        raise
                    # CURRENT is damaged while we hold a good release: go on showing it, its id and date say which
                    self._current = (stamp, self._current[1])
            return self._current[1]

    def get(self, release_id: str) -> Release | None:
        """The release of that id, when it is still on disk."""
        if not RELEASE_ID.fullmatch(release_id):
            return None  # it comes from an address: nothing but a name may become part of a path
        folders = [self._processed / RELEASES / release_id, self._processed / STARTER, self._starter]
        with self._lock:
            if self._current is not None and self._current[1].id == release_id:
                return self._current[1]
            if release_id in self._open:
                return self._open[release_id]
            for folder in folders:
                if (folder / MANIFEST).is_file() and read_manifest(folder)["id"] == release_id:
                    return self._opened(folder)
        return None

    def kept(self) -> tuple[Release, ...]:
        """Every release that can be asked for, newest first; each is only its manifest until a table is read."""
        manifests = [*(self._processed / RELEASES).glob(f"[0-9]*/{MANIFEST}")]
        manifests += [folder / MANIFEST for folder in (self._processed / STARTER, self._starter)]
        readable = [one for path in manifests if path.is_file() and (one := _opened_or_none(path.parent)) is not None]
        opened = {one.id: one for one in reversed(readable)}  # of two copies the one below releases/
        return tuple(sorted(opened.values(), key=lambda one: (one.as_of, one.id), reverse=True))

    @property
    def processed(self) -> Path:
        """Where the releases lie, with the note on how the sources stand."""
        return self._processed

    def _published(self) -> Release:
        folder = current_folder(self._processed) or self._starter
        if not (folder / MANIFEST).is_file():
            raise ReleaseError(f"folder={self._processed} holds no release yet: run `python refresh.py`")
        return self._opened(folder)

    def _opened(self, folder: Path) -> Release:
        release = open_release(folder)
        opened = self._open.pop(release.id, release)
        self._open[release.id] = opened
        for oldest in list(self._open)[:-MOST_OPEN]:
            del self._open[oldest]  # its tables go with it; the current one is held besides
        return opened

    def _stamp(self) -> object:
        try:
            status = (self._processed / CURRENT).stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_ino
