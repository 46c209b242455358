"""What does a command line ask for: which places, which country, which template, which release? Or what is nearest to it?"""

import difflib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from briefing.comparison import LEAST, MOST
from briefing.make import TEMPLATES
from briefing.writing import FORMATS
from language import Language
from reading.name_search import chosen_by, nearest
from reading.names import name_of
from reading.parts import COUNTRY, kind_of
from reading.receiving import is_receiving
from reading.watchlist import places_written
from releases.read import Release, ReleaseShelf


class AskedError(ValueError):
    """Something is not known here; the message names the nearest that is."""


def place_asked(text: str, words: Language) -> str:
    """A place by id or by any usual name."""
    found = chosen_by(text)
    if found is not None:
        return found
    said = words.text("No place is known as “{asked}”.", asked=text)
    raise AskedError(_with_nearest(said, nearest(text), words))


def receiver_asked(text: str, words: Language) -> str:
    """The country whose exposure is told."""
    found = chosen_by(text)
    if found is not None and is_receiving(found):
        return found
    said = words.text("No receiving country is known as “{asked}”.", asked=text)
    raise AskedError(_with_nearest(said, [place for place in nearest(text) if kind_of(place) == COUNTRY], words))


def template_asked(text: str, words: Language) -> str:
    """One of the templates."""
    if text in TEMPLATES:
        return text
    near = difflib.get_close_matches(text, TEMPLATES, n=1, cutoff=0.3) or list(TEMPLATES)
    raise AskedError(
        words.text("No template is called “{asked}”. Nearest known: {known}.", asked=text, known=", ".join(near))
    )


def places_listed(path: Path) -> list[str]:
    """A watch list: one place a line, # begins a comment."""
    return places_written(path.read_text(encoding="utf-8"))


def formats_asked(text: str, words: Language) -> list[str]:
    """The formats of a list with commas, each once."""
    kinds = list(dict.fromkeys(kind.strip() for kind in text.split(",") if kind.strip()))
    unknown = [kind for kind in kinds if kind not in FORMATS]
    if unknown or not kinds:
        raise AskedError(
            words.text(
                "No format is called “{asked}”. Known: {known}.", asked=", ".join(unknown), known=", ".join(FORMATS)
            )
        )
    return kinds


def places_fit(template: str, n_places: int, words: Language) -> None:
    """Refuse a comparison of too few or too many."""
    if template == "comparison" and not LEAST <= n_places <= MOST:
        raise AskedError(
            words.text(
                "A comparison wants {least} to {most} places, and {n} are named.",
                least=words.number(LEAST),
                most=words.number(MOST),
                n=words.number(n_places),
            )
        )


def release_asked(shelf: ReleaseShelf, named: str | None, as_of: date | None, words: Language) -> Release:
    """The release of that id, else the published one, or the newest one on disk that was made by that day."""
    if named is not None:
        found = shelf.get(named)
        if found is None:
            near = ", ".join(release.id for release in shelf.kept()[:3])
            raise AskedError(words.text("No release “{asked}” is kept. Newest kept: {known}.", asked=named, known=near))
        return found
    newest = shelf.current()
    if as_of is None or newest.as_of <= as_of:
        return newest
    kept = shelf.kept()
    known = [release for release in kept if release.as_of <= as_of]
    if not known:
        first = min((release.as_of for release in (*kept, newest)), default=newest.as_of)
        said = words.text(
            "No release on disk is as old as {day}; the oldest is of {first}.",
            day=words.day(as_of),
            first=words.day(first),
        )
        raise AskedError(said)
    return max(known, key=lambda release: (release.as_of, release.id))


def _with_nearest(said: str, places: Iterable[str], words: Language) -> str:
    near = ", ".join(f"{name_of(place, words)} ({place})" for place in places)
    return f"{said} {words.text('Nearest known: {places}.', places=near)}" if near else said
