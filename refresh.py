"""Bring data/ up to date: the one command that people, cron and continuous integration use.

    python refresh.py                  ask every source, compute, publish
    python refresh.py --only ID        ask one source
    python refresh.py --offline        rebuild from data/raw without any network
    python refresh.py --status         what is published and how each source stands (--json)

Exit code 0: all fresh. 1: something kept its last good table. 2: nothing published.
3: another refresh is at work.
"""

import argparse
import json
import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ingest import SourceModule, sources
from ingest._http import HttpSettings
from pipeline.gather import Clock
from pipeline.refreshing import LOCKED, NOTHING_PUBLISHED, Folders, published_release, rebuild_as_known, refresh
from pipeline.status import described

ROOT = Path(__file__).parent


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run one refresh, or print the status; return the exit code."""
    modules = sources()
    asked = _options(arguments, list(modules))
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stderr)
    data = Path(environment.get("SLOWBURN_DATA") or ROOT / "data")
    folders = Folders(data / "raw", data / "processed")
    clock = _clock(environment.get("SLOWBURN_NOW", ""))
    if asked.status:
        return _print_status(folders, list(modules), clock.now.date(), asked.json)
    folders.processed.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folders.processed / ".refresh.lock", timeout=0):
            return _refresh(modules, asked, folders, clock, environment)
    except Timeout:
        print(f"another refresh is at work in {folders.processed}; wait for it to end", file=sys.stderr)
        return LOCKED


def _options(arguments: list[str], source_ids: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0], epilog="exit codes: see the top of refresh.py"
    )
    parser.add_argument(
        "--only", metavar="ID", choices=source_ids, help=f"ask this source alone: {', '.join(source_ids)}"
    )
    parser.add_argument("--offline", action="store_true", help="rebuild from data/raw, no network")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=date.fromisoformat,
        help="build what had been retrieved by this day, beside the published release, which stays",
    )
    parser.add_argument("--accept", metavar="REASON", default="", help="publish what a guard held back, and say why")
    parser.add_argument("--status", action="store_true", help="say what is published and how each source stands")
    parser.add_argument("--json", action="store_true", help="with --status: as JSON")
    return parser.parse_args(arguments)


def _refresh(
    modules: Mapping[str, SourceModule],
    asked: argparse.Namespace,
    folders: Folders,
    clock: Clock,
    environment: Mapping[str, str],
) -> int:
    chosen = {asked.only: modules[asked.only]} if asked.only else modules
    if asked.as_of:
        release_id = rebuild_as_known(modules, folders, asked.as_of)
        print(f"release: {release_id or 'none: nothing had been retrieved by then'}")
        return 0 if release_id else NOTHING_PUBLISHED
    http = None if asked.offline else _http_settings(environment)
    with _progress() as progress:
        task = progress.add_task("refresh", total=None)
        result = refresh(
            modules,
            chosen,
            folders,
            http,
            _keys(modules, environment),
            clock,
            asked.accept,
            lambda subject, state: progress.update(task, description=f"{subject}: {state}"),
        )
    for outcome in result.outcomes.values():
        print(f"{outcome.source_id}: {outcome.state}" + (f" - {outcome.reason}" if outcome.reason else ""))
    print(f"release: {result.release_id} ({'new' if result.is_new else 'unchanged'})")
    return result.exit_code


def _progress() -> Progress:
    """Bars on a terminal; nothing but the printed lines when piped."""
    console = Console(stderr=True)
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _clock(said: str) -> Clock:
    if not said:
        return Clock(datetime.now(UTC))
    return Clock(datetime.combine(date.fromisoformat(said[:10]), datetime.min.time(), UTC), is_set=True)


def _http_settings(environment: Mapping[str, str]) -> HttpSettings:
    usual = HttpSettings()
    return HttpSettings(
        mirror=environment.get("SLOWBURN_MIRROR", ""),
        contact=environment.get("SLOWBURN_CONTACT", ""),
        pace_seconds=float(environment.get("SLOWBURN_PACE_SECONDS") or usual.pace_seconds),
        tries=int(environment.get("SLOWBURN_TRIES") or usual.tries),
        backoff_seconds=float(environment.get("SLOWBURN_BACKOFF_SECONDS") or usual.backoff_seconds),
        timeout_seconds=float(environment.get("SLOWBURN_TIMEOUT_SECONDS") or usual.timeout_seconds),
        max_bytes=int(environment.get("SLOWBURN_MAX_BYTES") or usual.max_bytes),
        max_seconds=float(environment.get("SLOWBURN_MAX_SECONDS") or usual.max_seconds),
    )


def _keys(modules: Mapping[str, SourceModule], environment: Mapping[str, str]) -> dict[str, str]:
    """The keys of the sources that need one; never logged, never written."""
    variables = {module.SOURCE.key.variable for module in modules.values() if module.SOURCE.key is not None}
    return {variable: environment[variable] for variable in variables if environment.get(variable)}


def _print_status(folders: Folders, source_ids: list[str], today: date, as_json: bool) -> int:
    said = described(published_release(folders.processed), folders.processed, source_ids, today)
    if as_json:
        print(json.dumps(said, indent=1, ensure_ascii=False))
        return 0
    print(f"release: {said['release'] or 'none yet: run `python refresh.py`'}")
    for row in said["sources"]:
        figures = f"release {row['release']}, retrieved {row['retrieved_at']}, newest data {row['newest_data']}, {row['rows']} rows"
        print(
            f"{row['id']}: {row['state']}"
            + (f" ({row['reason']})" if row["reason"] else "")
            + (f"; {figures}" if row["release"] else "")
        )
    return 0 if said["release"] else NOTHING_PUBLISHED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
