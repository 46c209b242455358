"""How does a calendar program read the dates? iCalendar (RFC 5545): whole days, folded lines, escaped text.

A program that fetches the file again knows an entry by its UID, so that is made from the entry alone.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator

from language import Language
from team._strict import named
from team.dates import KINDS, Dated, occurrences

LONGEST_LINE = 75  # octets, without the line break
AHEAD = 366  # days within which every recurring entry comes up at least once


def calendar_text(dates: Iterable[Dated], today: datetime.date, words: Language) -> str:
    """The dates as a calendar file; what is past by the day given is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Slowburn//calendar//EN", "CALSCALE:GREGORIAN"]
    for dated in dates:
        lines += _event(dated, today, words)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in fold(line))


def escaped(text: str) -> str:
    """A text as a value: four signs are escaped, what is not printable is left out."""
    shown = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    for sign in ("\\", ";", ","):
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("\n", "\\n")


def fold(line: str) -> Iterator[str]:
    """A long line in several, each but the first begun by a space; no character is cut in two."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += sign
    yield part


def _event(dated: Dated, today: datetime.date, words: Language) -> list[str]:
    coming = occurrences([dated], today, dated.once or today + datetime.timedelta(days=AHEAD))
    if not coming:
        return []
    first, after = coming[0].first, coming[0].last + datetime.timedelta(days=1)
    about = [words.text(KINDS[dated.kind])]
    about += [named(dated.places, words)] if dated.places else []
    about += [words.text("The day is not fixed.")] if dated.is_about or first != coming[0].last else []
    about += [words.text("Source: {source}", source=dated.source)] if dated.source else []
    rule = "FREQ=MONTHLY" if dated.monthly else "FREQ=YEARLY" if dated.annual else ""
    identity = hashlib.sha256(repr((dated.what, dated.places, dated.once, dated.monthly, dated.annual)).encode())
    return [
        "BEGIN:VEVENT",
        f"UID:{identity.hexdigest()[:32]}@slowburn",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        *([f"RRULE:{rule}"] if rule else []),
        f"SUMMARY:{escaped(dated.named(words))}",
        f"DESCRIPTION:{escaped(chr(10).join(about))}",
        *([f"URL:{dated.link}"] if dated.link else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
