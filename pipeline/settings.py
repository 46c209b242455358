"""What refresh reads from the environment, checked once, with a sentence for each value that does not fit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from ingest import SourceModule
from ingest._http import HttpSettings
from pipeline.gather import Clock
from pipeline.refreshing import Folders

Value = TypeVar("Value")
KEEP_RELEASES = 60  # two months of nightly refreshes, if every one brings something new


class SettingError(ValueError):
    """An environment variable holds something else than it should."""


@dataclass(frozen=True)
class Settings:
    """Everything a refresh needs to know from outside."""

    folders: Folders
    clock: Clock
    http: HttpSettings
    keys: Mapping[str, str]
    keep_releases: int


def settings_from(
    environment: Mapping[str, str], modules: Mapping[str, SourceModule], data: Path, now: datetime
) -> Settings:
    """Read all settings; `data` and `now` are what holds when nothing is set."""
    usual = HttpSettings()
    folder = Path(environment.get("SLOWBURN_DATA") or data)
    pace = _read("SLOWBURN_PACE_SECONDS", environment.get("SLOWBURN_PACE_SECONDS"), float, usual.pace_seconds)
    tries = _read("SLOWBURN_TRIES", environment.get("SLOWBURN_TRIES"), int, usual.tries)
    backoff = _read(
        "SLOWBURN_BACKOFF_SECONDS", environment.get("SLOWBURN_BACKOFF_SECONDS"), float, usual.backoff_seconds
    )
    timeout = _read(
        "SLOWBURN_TIMEOUT_SECONDS", environment.get("SLOWBURN_TIMEOUT_SECONDS"), float, usual.timeout_seconds
    )
    max_bytes = _read("SLOWBURN_MAX_BYTES", environment.get("SLOWBURN_MAX_BYTES"), int, usual.max_bytes)
    max_seconds = _read("SLOWBURN_MAX_SECONDS", environment.get("SLOWBURN_MAX_SECONDS"), float, usual.max_seconds)
    return Settings(
        folders=Folders(folder / "raw", folder / "processed"),
        clock=_clock(environment.get("SLOWBURN_NOW", ""), now),
        http=HttpSettings(
            mirror=environment.get("SLOWBURN_MIRROR", ""),
            contact=environment.get("SLOWBURN_CONTACT", ""),
            pace_seconds=pace,
            tries=max(tries, 1),
            backoff_seconds=backoff,
            timeout_seconds=timeout,
            max_bytes=max_bytes,
            max_seconds=max_seconds,
        ),
        keys=_keys(modules, environment),
        keep_releases=_read("SLOWBURN_KEEP_RELEASES", environment.get("SLOWBURN_KEEP_RELEASES"), int, KEEP_RELEASES),
    )


def _read(name: str, said: str | None, kind: Callable[[str], Value], usual: Value) -> Value:
    if not said:
        return usual
    try:
        return kind(said)
    except ValueError as error:
        raise SettingError(f"{name}={said} is no number; unset it, or see .env.example") from error


def _clock(said: str, now: datetime) -> Clock:
    if not said:
        return Clock(now)
    try:
        return Clock(datetime.combine(date.fromisoformat(said[:10]), datetime.min.time(), UTC), is_set=True)
    except ValueError as error:
        raise SettingError(f"SLOWBURN_NOW={said} is no date of the form 2026-11-23") from error


def _keys(modules: Mapping[str, SourceModule], environment: Mapping[str, str]) -> dict[str, str]:
    """The keys of the sources that need one; never logged, never written."""
    variables = {module.SOURCE.key.variable for module in modules.values() if module.SOURCE.key is not None}
    return {name: value for name, value in environment.items() if name in variables and value}
