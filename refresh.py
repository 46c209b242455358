"""Bring data/ up to date: the one command that people, cron and continuous integration use.

    python refresh.py                    ask every source, compute, publish
    python refresh.py --only ID          ask one source
    python refresh.py --offline          rebuild from data/raw without any network
    python refresh.py --accept REASON    let in what a guard held back, and say why
    python refresh.py --as-of DATE       build what had been retrieved by a day, beside the published release
    python refresh.py --return-to ID     publish an older release that is still on disk
    python refresh.py --revisions A B    what changed from release A to release B, as CSV
    python refresh.py --status           what is published and how each source stands (--json)

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
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from contracts._contract import ContractError
from ingest import SourceError, SourceModule, sources
from pipeline.build import NothingToPublishError
from pipeline.gather import ENDED
from pipeline.json_logs import JsonFormatter
from pipeline.refreshing import LOCKED, NOTHING_PUBLISHED, published_release, rebuild_as_known, refresh
from pipeline.returning import return_to
from pipeline.revisions import revisions
from pipeline.settings import SettingError, Settings, settings_from
from pipeline.status import described
from releases.prune import prune
from releases.read import Release, ReleaseError, ReleaseShelf

DATA = Path(__file__).parent / "data"
Modules = Mapping[str, SourceModule]


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Do what was asked for; return the exit code."""
    modules = sources()
    asked = _options(arguments, list(modules))
    _log_to_stderr(asked.json_logs)
    try:
        settings = settings_from(environment, modules, DATA, datetime.now(UTC))
        if asked.status:
            return _print_status(modules, settings, asked.json)
        if asked.revisions:
            return _print_revisions(modules, settings, *asked.revisions)
        settings.folders.processed.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.folders.processed / ".refresh.lock", timeout=0):
            return _change(modules, settings, asked)
    except Timeout:
        print("another refresh is at work in this data folder; wait for it to end", file=sys.stderr)
        return LOCKED
    except (SettingError, ReleaseError, SourceError, ContractError, NothingToPublishError, OSError) as error:
        print(error, file=sys.stderr)
        return NOTHING_PUBLISHED
    except Exception:  # Python would leave with 1, which says that all but a source is well
        logging.exception("refresh broke: the published release stays; please report this")
        return NOTHING_PUBLISHED


def _options(arguments: list[str], source_ids: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="refresh.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", metavar="ID", choices=source_ids, help=f"one of {', '.join(source_ids)}")
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--accept", metavar="REASON", default="")
    parser.add_argument("--as-of", metavar="DATE", type=date.fromisoformat)
    parser.add_argument("--return-to", metavar="RELEASE")
    parser.add_argument("--revisions", metavar=("FROM", "TO"), nargs=2)
    parser.add_argument("--status", action="store_true")
    parser.add_argument("--json", action="store_true", help="with --status: as JSON")
    parser.add_argument("--json-logs", action="store_true", help="log lines as JSON")
    return parser.parse_args(arguments)


def _change(modules: Modules, settings: Settings, asked: argparse.Namespace) -> int:
    """What needs the lock: a refresh, a rebuild of an earlier day, or the return to an older release."""
    folders = settings.folders
    if asked.return_to:
        left = published_release(folders.processed)
        release = return_to(modules, folders.raw, folders.processed, left, asked.return_to, settings.clock.now)
        print(f"release: {release.id} (returned to)")
        return 0
    if asked.as_of:
        release_id = rebuild_as_known(modules, folders, asked.as_of)
        print(f"release: {release_id or 'none: nothing had been retrieved by then'}")
        return 0 if release_id else NOTHING_PUBLISHED
    return _refresh(modules, settings, asked)


def _refresh(modules: Modules, settings: Settings, asked: argparse.Namespace) -> int:
    chosen = {asked.only: modules[asked.only]} if asked.only else modules
    http = None if asked.offline else settings.http
    with _progress() as progress:
        task = progress.add_task("refresh", total=len(chosen) + 1)

        def step(subject: str, state: str) -> None:
            progress.update(task, description=f"{subject}: {state}", advance=1 if state in ENDED else 0)

        result = refresh(modules, chosen, settings.folders, http, settings.keys, settings.clock, asked.accept, step)
    prune(settings.folders.processed, settings.keep_releases)
    for outcome in result.outcomes.values():
        print(f"{outcome.source_id}: {outcome.state}" + (f" - {outcome.reason}" if outcome.reason else ""))
    print(f"release: {result.release_id} ({'new' if result.is_new else 'unchanged'})")
    return result.exit_code


def _progress() -> Progress:
    """A bar on a terminal; nothing but the printed lines when piped."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _log_to_stderr(as_json: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if as_json else logging.Formatter("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _print_status(modules: Modules, settings: Settings, as_json: bool) -> int:
    release = published_release(settings.folders.processed)
    said = described(release, modules, settings.folders.processed, settings.clock.now.date())
    if as_json:
        print(json.dumps(said, indent=1, ensure_ascii=False))
        return 0
    print(f"release: {said['release'] or 'none yet: run `python refresh.py`'}")
    for row in said["sources"]:
        reason = f" ({row['reason']})" if row["reason"] else ""
        figures = f"; release {row['release']}, retrieved {row['retrieved_at']}, newest data {row['newest_data']}, {row['rows']} rows"
        print(f"{row['id']}: {row['state']}{reason}{figures if row['release'] else ''}")
    return 0 if said["release"] else NOTHING_PUBLISHED


def _print_revisions(modules: Modules, settings: Settings, old_id: str, new_id: str) -> int:
    shelf = ReleaseShelf(settings.folders.processed, settings.folders.processed / "starter")
    old, new = _on_shelf(shelf, old_id), _on_shelf(shelf, new_id)
    revisions(modules, old, new).to_csv(sys.stdout, index=False)
    return 0


def _on_shelf(shelf: ReleaseShelf, release_id: str) -> Release:
    release = shelf.get(release_id)
    if release is None:
        raise ReleaseError(f"release={release_id} is not on disk; look into data/processed/releases")
    return release


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
