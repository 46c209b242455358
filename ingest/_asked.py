"""What a source answered before it failed, so that the next look asks only whether it has changed.

A source of many pages that breaks off at the last one, or whose list of runs holds
nothing for us yet, would otherwise be downloaded whole every night. It is no
snapshot: nothing is read from here but what the publisher says is still the same.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from ingest._http import Answer, Known

FOLDER, LIST = ".asked", "answers.json"


def asked_before(raw: Path, source_id: str) -> dict[str, Known]:
    """The answers kept at the last failure, by address."""
    folder = raw / source_id / FOLDER
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {
            one["url"]: Known(folder / one["file"], one["etag"], one["last_modified"], is_whole=False) for one in listed
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def keep_asked(raw: Path, source_id: str, contents: Mapping[str, bytes], answers: Mapping[str, Answer]) -> None:
    """Keep the answers of a failed look in place of those of an earlier one."""
    kept = [url for url in contents if url in answers and (answers[url].etag or answers[url].last_modified)]
    if not kept:
        forget_asked(raw, source_id)
        return
    folder, draft = raw / source_id / FOLDER, raw / source_id / ".draft-asked"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    listed = []
    for number, url in enumerate(kept, start=1):
        (draft / f"{number:04d}").write_bytes(contents[url])
        listed.append(
            {
                "url": url,
                "file": f"{number:04d}",
                "etag": answers[url].etag,
                "last_modified": answers[url].last_modified,
            }
        )
    (draft / LIST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)


def forget_asked(raw: Path, source_id: str) -> None:
    """Nothing is kept once the source has answered whole."""
    shutil.rmtree(raw / source_id / FOLDER, ignore_errors=True)
