"""What may stand in a file that a person writes by hand? Each entry is read by itself; a wrong one is named and left out.

Nothing in here trusts the file: it may be huge, no text, no TOML, or written to trick whoever reads the page.
"""

import datetime
import re
import stat
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from language import Language, message
from reading.name_search import nearest
from reading.names import is_place, name_of

LARGEST = 500_000  # bytes; a team's notes of years are a tenth of it
MOST_ENTRIES, MOST_PLACES = 2_000, 30
SHOWN = 40  # characters of what is wrong
PLACE_IN_FILE = re.compile(r"line (\d+)")
INVISIBLE = ("Cc", "Cf", "Cs", "Co")  # control and direction marks turn a text into another on the screen
ALLOWED = "\n\t\u200c\u200d\u00ad"  # lines; joiners that several scripts need
Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file, and what to do."""

    file: str
    entry: int | None
    said: str
    values: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, words: Language) -> str:
        said = words.text(self.said, **self.values)
        if self.entry is None:
            return words.text("{file}: {said}", file=self.file, said=said)
        return words.text("{file}, entry {n}: {said}", file=self.file, n=words.number(self.entry), said=said)


class EntryError(ValueError):
    """An entry cannot be read; the message id and its values say why."""

    def __init__(self, said: str, **values: str) -> None:
        super().__init__(said)
        self.said, self.values = said, values


def read_file(
    path: Path, key: str, parse: Callable[[Mapping[str, Any]], Entry]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries [[key]] of a file that are right, and what is wrong; nothing of a file that is not there."""
    try:
        written = _parsed(_text(path))
        listed = _entries(written, key)
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except EntryError as error:
        return (), (Problem(path.name, None, error.said, error.values),)
    except OSError as error:
        said = message("it cannot be read ({reason}): let the user read it that runs the dashboard.")
        return (), (Problem(path.name, None, said, {"reason": error.strerror or type(error).__name__}),)
    read, wrong = [], []
    for number, entry in enumerate(listed, 1):
        try:
            read.append(parse(entry))
        except EntryError as error:
            wrong.append(Problem(path.name, number, error.said, error.values))
    return tuple(read), tuple(wrong)


def _text(path: Path) -> str:
    """The file as text; its kind and size are looked at before it is opened."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise EntryError(message("it is no plain file: put the text file itself there."))
    if about.st_size > LARGEST:
        raise EntryError(message("it is larger than {n} kB: move old entries away."), n=str(LARGEST // 1000))
    with path.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = str(content.count(b"\n", 0, error.start) + 1)
        raise EntryError(message("line {line} is not UTF-8: save the file in that encoding."), line=line) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = PLACE_IN_FILE.search(str(error))
        line = found[1] if found else str(text.count("\n") + 1)
        raise EntryError(message("line {line} is not TOML: compare it with the example file."), line=line) from error
    except RecursionError as error:
        raise EntryError(message("it is nested too deeply: compare it with the example file.")) from error


def _entries(written: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    other = sorted(set(written) - {key})
    if other:
        said = message("“{found}” is not known here: begin each entry with [[{key}]].")
        raise EntryError(said, found=cut(other[0]), key=key)
    listed = written.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise EntryError(message("begin each entry with [[{key}]], in two brackets."), key=key)
    if len(listed) > MOST_ENTRIES:
        raise EntryError(message("it has more than {n} entries: move old ones away."), n=str(MOST_ENTRIES))
    return listed


def known_fields(entry: Mapping[str, Any], *names: str) -> None:
    """Refuse a field that nobody reads: it is a slip of the pen, and what it meant would be lost."""
    other = sorted(set(entry) - set(names))
    if other:
        said = message("“{found}” is no field: {known} are.")
        raise EntryError(said, found=cut(other[0]), known=", ".join(names))


def text_of(entry: Mapping[str, Any], name: str, longest: int, is_needed: bool = True) -> str:
    """A text that can be shown as it stands."""
    found = entry.get(name, "" if not is_needed else None)
    if not isinstance(found, str) or (is_needed and not found.strip()):
        raise EntryError(message("{name} must be a text in quotes."), name=name)
    if len(found) > longest:
        raise EntryError(message("{name} is longer than {n} characters."), name=name, n=str(longest))
    if any(unicodedata.category(sign) in INVISIBLE and sign not in ALLOWED for sign in found):
        raise EntryError(message("{name} holds an invisible character: type it anew."), name=name)
    return found.strip()


def day_of(entry: Mapping[str, Any], name: str) -> datetime.date:
    """A day without a time."""
    found = entry.get(name)
    if isinstance(found, datetime.datetime) or not isinstance(found, datetime.date):
        raise EntryError(message("{name} must be a day without quotes, such as 2026-12-20."), name=name)
    return found


def places_of(entry: Mapping[str, Any], is_needed: bool = True) -> tuple[str, ...]:
    """Ids of places that are known here."""
    found = entry.get("places", [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found) or (is_needed and not found):
        raise EntryError(message('places must be a list of ids, such as ["SDN", "crisis:darfur"].'))
    if len(found) > MOST_PLACES:
        raise EntryError(message("it names more than {n} places."), n=str(MOST_PLACES))
    for one in found:
        if not is_place(one):
            near = ", ".join(nearest(one[:SHOWN])[:3])
            said = message("no place has the id “{found}”; nearest: {near}.") if near else None
            raise EntryError(said or message("no place has the id “{found}”."), found=cut(one), near=near)
    return tuple(dict.fromkeys(found))


def link_of(entry: Mapping[str, Any]) -> str:
    """An address that a browser may follow without harm: http or https, to a host."""
    found = text_of(entry, "link", 500, is_needed=False)
    try:
        parts = urlsplit(found)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        is_good = False
    if found and (not is_good or any(sign.isspace() or sign in '<>"\\' for sign in found)):
        raise EntryError(message("link must begin with https:// or http:// and name a host."))
    return found


def cut(found: str) -> str:
    """What stands there, short and printable."""
    shown = "".join(sign if sign.isprintable() else "·" for sign in found)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def named(places: tuple[str, ...], words: Language) -> str:
    """The names of places."""
    return ", ".join(name_of(place, words) for place in places)
