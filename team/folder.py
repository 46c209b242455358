"""What stands in the team's folder now? Looked at with every page, read again only when a file has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from language import message
from team._strict import Problem, read_file
from team.dates import FILE as CALENDAR
from team.dates import Dated, parse_date
from team.notes import FILE as NOTES
from team.notes import Note, parse_note

Stamp = tuple[tuple[int, int, int] | str | None, ...]


@dataclass(frozen=True)
class Written:
    """The team's words, and what is wrong with its files."""

    notes: tuple[Note, ...] = ()
    dates: tuple[Dated, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()  # that are there

    def notes_on(self, places: Sequence[str]) -> list[Note]:
        """Notes on any of these places, newest first."""
        found = [note for note in self.notes if set(note.places) & set(places)]
        return sorted(found, key=lambda note: note.date, reverse=True)


class TeamFolder:
    """The folder of notes.toml and calendar.toml; None where no team writes here."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._kept: tuple[Stamp, Written] | None = None

    def now(self) -> Written:
        """What the files say; whatever is wrong with them is said and never raised."""
        if self.folder is None:
            return Written()
        stamp = tuple(_stamp(self.folder / name) for name in (NOTES, CALENDAR))
        kept = self._kept
        if kept is None or kept[0] != stamp:
            kept = (stamp, _read(self.folder))
            self._kept = kept  # two requests at once read the same twice, and either stays
        return kept[1]


def _read(folder: Path) -> Written:
    notes, wrong_notes = read_file(folder / NOTES, "note", parse_note)
    dates, wrong_dates = read_file(folder / CALENDAR, "date", parse_date)
    files = tuple(name for name in (NOTES, CALENDAR) if _stamp(folder / name) is not None)
    return Written(notes, dates, (*wrong_notes, *wrong_dates, *_misplaced(folder)), files)


def _misplaced(folder: Path) -> list[Problem]:
    """A folder that is a file is a slip in a setting."""
    said = message("it is no folder: SLOWBURN_TEAM names the folder of notes.toml and calendar.toml.")
    return [Problem(folder.name, None, said)] if _stamp(folder) is not None and not folder.is_dir() else []


def _stamp(path: Path) -> tuple[int, int, int] | str | None:
    """What changes when a file does; the name of the error where it may not be looked at."""
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return type(error).__name__
    return about.st_mtime_ns, about.st_size, about.st_ino
