"""Raw files as published: written once, never edited, each with where it came from.

A snapshot is a folder `<retrieved>_<digest>` of numbered parts and one manifest;
its digest is over the digests of the parts that hold data. That nothing had changed at a later look is
a line in checks.jsonl beside it, never an edit of a manifest.
"""

import hashlib
import json
import logging
import os
import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest._http import Answer, Known
from ingest._source import Part, Parts, Source, SourceError

log = logging.getLogger(__name__)

DIGEST_SHOWN = 12  # characters of a digest in folder names; the whole stands in the manifest
CATALOGUE = "/api/3/action/package_show?"  # says where a file lies and counts who looked: it changes every day
STAMP = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True)
class Snapshot:
    """One retrieval of one source."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def digest(self) -> str:
        return str(self.manifest["digest"])

    @property
    def retrieved_at(self) -> str:
        return str(self.manifest["retrieved_at"])


def digest_of(parts: Parts) -> str:
    """SHA-256 over the SHA-256 of each part that holds data, in order."""
    data = [part for part in parts if CATALOGUE not in part.url]
    return hashlib.sha256("".join(hashlib.sha256(part.content).hexdigest() for part in data).encode()).hexdigest()


def snapshots(raw: Path, source_id: str, known_at: date | None = None) -> list[Snapshot]:
    """The source's snapshots retrieved no later than `known_at`, oldest first."""
    read = (_read_snapshot(path) for path in sorted((raw / source_id).glob("[0-9]*/manifest.json")))
    found = [snapshot for snapshot in read if snapshot is not None]
    return [one for one in found if known_at is None or one.retrieved_at[:10] <= known_at.isoformat()]


def _read_snapshot(manifest: Path) -> Snapshot | None:
    """The snapshot of a manifest; an unreadable one counts as none, so that it is asked for anew."""
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))
        snapshot = Snapshot(manifest.parent, said)
        snapshot.digest, snapshot.retrieved_at, said["parts"], said["release"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("snapshot passed over file=%s reason=%r", manifest, error)
        return None
    return snapshot


def known_answers(snapshot: Snapshot | None) -> dict[str, Known]:
    """What the publisher need not send again, by address."""
    if snapshot is None:
        return {}
    return {
        part["url"]: Known(snapshot.folder / part["file"], part["etag"], part["last_modified"])
        for part in snapshot.manifest["parts"]
    }


def read_parts(snapshot: Snapshot) -> Parts:
    """The parts as published, each checked against its digest."""
    parts = []
    for listed in snapshot.manifest["parts"]:
        path = snapshot.folder / listed["file"]
        content = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(content).hexdigest() != listed["sha256"]:
            raise SourceError(f"file={path} is damaged or missing: delete its folder and run refresh again")
        parts.append(Part(listed["url"], content))
    return parts


def save_snapshot(
    raw: Path, source: Source, release: str, parts: Parts, answers: dict[str, Answer], now: datetime, clock_is_set: bool
) -> Snapshot:
    """Write the parts and their manifest beside the others, whole or not at all."""
    digest = digest_of(parts)
    folder = raw / source.id / f"{now.strftime(STAMP)}_{digest[:DIGEST_SHOWN]}"
    draft = raw / source.id / f".draft-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    listed = [_store(draft, number, part, answers.get(part.url)) for number, part in enumerate(parts, start=1)]
    manifest = {
        "source_id": source.id,
        "release": release,
        "provider": source.provider,
        "licence": source.licence,
        "citation": source.citation,
        "retrieved_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **({"clock": "set"} if clock_is_set else {}),
        "digest": digest,
        "parts": listed,
    }
    _write(draft / "manifest.json", (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())
    if folder.exists() and _read_snapshot(folder / "manifest.json") is not None:
        shutil.rmtree(draft)
    else:
        shutil.rmtree(folder, ignore_errors=True)  # of the same second and damaged: nothing in it is lost
        draft.rename(folder)
    return Snapshot(folder, manifest)


def note_check(raw: Path, source_id: str, now: datetime, outcome: str, digest: str | None) -> None:
    """Add one line on a look that brought no new snapshot."""
    (raw / source_id).mkdir(parents=True, exist_ok=True)
    line = {"checked_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "outcome": outcome, "digest": digest}
    with (raw / source_id / "checks.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def _write(path: Path, content: bytes) -> None:
    """Write and see it to the disk: the folder gets its name only after what is in it is safe."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _store(draft: Path, number: int, part: Part, answer: Answer | None) -> dict[str, Any]:
    suffix = Path(part.url.partition("?")[0]).suffix
    name = f"{number:04d}{suffix if len(suffix) <= 5 else ''}"
    _write(draft / name, part.content)
    return {
        "url": part.url,
        "file": name,
        "bytes": len(part.content),
        "sha256": hashlib.sha256(part.content).hexdigest(),
        "etag": answer.etag if answer else None,
        "last_modified": answer.last_modified if answer else None,
    }
