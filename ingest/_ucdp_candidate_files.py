"""Which candidate files are there, and which of them are needed?

GEDEvent_v26_0_8.csv is August 2026; GEDEvent_v26_01_26_06.csv is January to June in
one file, which replaces its single months. The downloads page links what is there;
a file that is newer than its links is found by asking for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest._source import Part, SourceError

PAGE = "https://ucdp.uu.se/downloads/"
FOLDER = "https://ucdp.uu.se/downloads/candidateged/"
LINK = re.compile(r"(?<!\w)candidateged/(GEDEvent_v[0-9A-Za-z_]+\.csv)", re.IGNORECASE)
SINGLE = re.compile(r"GEDEvent_v(\d\d)_0_(\d{1,2})\.csv")
CUMULATIVE = re.compile(r"GEDEvent_v(\d\d)_(\d\d)_(\d\d)_(\d\d)\.csv")
MONTHS_PROBED = 6  # a month's file comes about the 20th of the next one
QUARTER_ENDS = (3, 6, 9, 12)  # cumulative files have ended with these


@dataclass(frozen=True, order=True)
class CandidateFile:
    """One file and the months it covers, counted from year 0 times twelve."""

    to: int
    opens: int
    name: str

    @property
    def url(self) -> str:
        return FOLDER + self.name

    @property
    def version(self) -> str:
        """UCDP's own name, such as 26.0.8 or 26.01.26.06."""
        return self.name.removeprefix("GEDEvent_v").removesuffix(".csv").replace("_", ".")


def described(name: str) -> CandidateFile:
    """The file of that name; SourceError when it does not say which months it covers."""
    if single := SINGLE.fullmatch(name):
        month = _number(single[1], single[2])
        return CandidateFile(month, month, name)
    if cumulative := CUMULATIVE.fullmatch(name):
        return CandidateFile(_number(cumulative[3], cumulative[4]), _number(cumulative[1], cumulative[2]), name)
    raise SourceError(f"url={PAGE} links {name!r}, which does not name its months as v26_0_8 or v26_01_26_06 do")


def listed(page: Part) -> list[CandidateFile]:
    """What the downloads page links; a page that is cut off or links none is refused."""
    text = page.content.decode("utf-8", errors="replace")
    names = sorted(set(LINK.findall(text)))
    if not names or "</html>" not in text.lower():
        raise SourceError(
            f"url={PAGE} is no whole page with links to candidate files (begins {text[:60]!r}): open it in a browser; the files may have moved"
        )
    return [described(name) for name in names]


def worth_asking_for(today: date, linked: Iterable[CandidateFile]) -> list[CandidateFile]:
    """Files that may be there though no link says so: the newest months first, then files of several months."""
    known = list(linked)
    covered = max((file.to for file in known), default=0)
    now = today.year * 12 + today.month - 1
    months = [_single(month) for month in range(now + 1, now + 1 - MONTHS_PROBED, -1)]
    ends = [month for month in range(now, now - 12, -1) if month % 12 + 1 in QUARTER_ENDS]
    several = [_cumulative(month) for month in ends]
    longest = max((file.to for file in known if file.opens < file.to), default=0)
    return [file for file in months if file.to > covered] + [file for file in several if file.to > longest]


def needed(found: Iterable[CandidateFile]) -> list[CandidateFile]:
    """Of the newest two years the longest file of several months and the months after it, oldest first."""
    files = sorted(set(found))
    newest_year = files[-1].to // 12
    kept: list[CandidateFile] = []
    for year in (newest_year - 1, newest_year):
        of_year = [file for file in files if file.to // 12 == year]
        longest = max((file for file in of_year if file.opens < file.to), default=None)
        kept += [file for file in of_year if longest is None or file == longest or file.to > longest.to]
    return kept


def _single(month: int) -> CandidateFile:
    return described(f"GEDEvent_v{month // 12 % 100:02d}_0_{month % 12 + 1}.csv")


def _cumulative(month: int) -> CandidateFile:
    year = month // 12 % 100
    return described(f"GEDEvent_v{year:02d}_01_{year:02d}_{month % 12 + 1:02d}.csv")


def _number(year: str, month: str) -> int:
    if not 1 <= int(month) <= 12:
        raise SourceError(f"url={PAGE} names month {month} of 20{year}: there is no such month")
    return (2000 + int(year)) * 12 + int(month) - 1
