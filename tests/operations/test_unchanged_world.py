"""A night without news: nothing is parsed, computed or published (benchmarks/ says how long that takes)."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from urllib3.connection import HTTPConnection

import pipeline.refreshing
from ingest import sources
from ingest._http import HttpSettings
from pipeline.gather import Clock
from pipeline.refreshing import Folders, Result, refresh
from tests.published import TODAY
from tests.publisher import file_server, publisher
from tests.refreshing import everything

AIM = 0.1  # of the first refresh's time outside waiting
NOTED = {"status.json", "checks.jsonl", ".asked"}  # what a refresh without news writes, of failed sources at the end
CLOCK = Clock(datetime.combine(TODAY, datetime.min.time(), UTC), is_set=True)


def counting(done: Counter[str], name: str, function: Any) -> Any:
    def counted(*arguments: Any, **options: Any) -> Any:
        done[name] += 1
        return function(*arguments, **options)

    return counted


def watched(module: Any, done: Counter[str]) -> Any:
    """A source whose parsing is counted."""
    return SimpleNamespace(
        SOURCE=module.SOURCE,
        fetch=module.fetch,
        release=module.release,
        parse=counting(done, f"parse {module.SOURCE.id}", module.parse),
    )


def state(data: Path) -> dict[str, tuple[int, int]]:
    """Every file with its inode and time of change: a file written anew differs even if its bytes do not."""
    files = [path for path in data.rglob("*") if path.is_file() and not NOTED & set(path.parts)]
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def test_the_second_refresh_parses_computes_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: Counter[str] = Counter()
    modules: dict[str, Any] = {source_id: watched(module, done) for source_id, module in sources().items()}
    for name in ("build", "write_draft", "publish"):
        monkeypatch.setattr(pipeline.refreshing, name, counting(done, name, getattr(pipeline.refreshing, name)))
    monkeypatch.setattr(HTTPConnection, "connect", counting(done, "connect", HTTPConnection.connect))
    keys = {module.SOURCE.key.variable: "key" for module in modules.values() if module.SOURCE.key}

    def once(mirror: str) -> Result:
        folders, http = Folders(tmp_path / "raw", tmp_path / "processed"), HttpSettings(mirror=mirror, pace_seconds=0.0)
        folders.processed.mkdir(exist_ok=True)
        return refresh(modules, modules, folders, http, keys, CLOCK, "", lambda subject, state: None)

    with publisher(file_server(everything())) as upstream:
        first = once(upstream.address)
        assert first.is_new and done["build"] == done["write_draft"] == done["publish"] == 1
        assert all(done[f"parse {one.source_id}"] for one in first.outcomes.values() if one.state == "new")
        before = state(tmp_path)
        done.clear()
        upstream.forget()
        second = once(upstream.address)
        bodies = [
            request.path for request, status in zip(upstream.asked, upstream.statuses, strict=True) if status == 200
        ]
    assert (second.exit_code, second.is_new, second.release_id) == (first.exit_code, False, first.release_id)
    assert set(done) == {"connect"}
    assert state(tmp_path) == before
    assert bodies == []
    assert done["connect"] < len(upstream.asked), "a 304 must not cost the connection"
