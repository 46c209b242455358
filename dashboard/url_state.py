"""Which view does an address name, and which address names this view?

An address is written by people too: whatever in it cannot be read is replaced by
the page's own default, and the reader is told what was wrong and what is shown
instead. Defaults are left out of an address, so the short one stays the common one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, Self
from urllib.parse import parse_qsl, urlencode

from reading.flows import MEASURES as FLOW_MEASURES
from reading.parts import COUNTRY, kind_of

Choices = Mapping[str, tuple[str, ...]]  # what each parameter may say; its default stands first
Parameters = Mapping[str, str | tuple[str, ...]]  # a tuple is written once for each of its values
Measure = Literal["severity", "persistence", "spell", "deaths", "rate"]

MEASURES: tuple[Measure, ...] = ("severity", "persistence", "spell", "deaths", "rate")
TEMPO_FILTERS = ("any", "slow_burn", "slow_burn_with_surges", "sudden", "short")
ROWS = ("active", "all")
LISTS = ("countries", "crises")
SORTED = ("severity", "place", "deaths", "rate", "direction", "tempo", "response")
SORTS = (*SORTED, *(f"-{column}" for column in SORTED))  # a minus: the other way round
SCALES = ("linear", "log")
UNITS = ("deaths", "rate")
GROUND_PERIODS = ("5", "1", "all")
FRAME_PARAMETERS = ("lang", "release", "known", "for", "pack", "since")  # belong to every page
LIST_SIGNS = ",:"  # of lists and ids; they may stand in a query as they are
PERIOD = ("from", "to")  # years; a view holds them as its first and last
FIELDS = dict(zip(PERIOD, ("first", "last"), strict=True))  # where an address may say what Python may not
WRITTEN = {field: name for name, field in FIELDS.items()}
GIVEN_SHOWN = 60  # characters of a bad value repeated to the reader; more would bury the sentence


@dataclass(frozen=True)
class Problem:
    """One part of an address that could not be read."""

    parameter: str
    given: str
    shown: str | None  # the value shown instead; None: the page has no such parameter
    said: str = ""  # a sentence of its own, where the usual one would not be clear


@dataclass(frozen=True)
class View:
    """What the controls of a page say; every field is a parameter of the address."""

    @classmethod
    def from_query(cls, query: Mapping[str, object], choices: Choices) -> tuple[Self, tuple[Problem, ...]]:
        """Read a parsed query; unreadable parts become problems and fall back."""
        problems = [
            Problem(name, cut(given), None)
            for name, given in query.items()
            if name not in choices and name not in FRAME_PARAMETERS
        ]
        chosen = {name: allowed[0] for name, allowed in choices.items()}
        for name in choices.keys() & query.keys():
            if query[name] in choices[name]:
                chosen[name] = str(query[name])
            else:
                problems.append(Problem(name, cut(query[name]), choices[name][0]))
        if chosen.keys() >= set(PERIOD) and int(chosen["from"]) > int(chosen["to"]):
            whole = {name: choices[name][0] for name in PERIOD}
            problems.append(Problem("period", "–".join(chosen[name] for name in PERIOD), "–".join(whole.values())))
            chosen |= whole
        return cls(**{FIELDS.get(name, name): value for name, value in chosen.items()}), tuple(
            sorted(problems, key=lambda problem: problem.parameter)
        )

    @classmethod
    def from_search(cls, search: str | None, choices: Choices) -> Self:
        """Read the search part of an address, as the browser gives it."""
        return cls.from_query(dict(parse_qsl((search or "").removeprefix("?"))), choices)[0]

    def parameters(self, choices: Choices) -> dict[str, str]:
        """The parameters that are not at their default."""
        said = {WRITTEN.get(field, field): value for field, value in asdict(self).items()}
        return {name: value for name, value in said.items() if name in choices and value != choices[name][0]}


@dataclass(frozen=True)
class OverviewView(View):
    """The world in one year."""

    measure: str
    year: str
    tempo: str
    shown: str
    listed: str
    sort: str


@dataclass(frozen=True)
class PeriodView(View):
    """Something over the years from `first` to `last`; empty where the address is not asked for years."""

    first: str = field(default="", kw_only=True)
    last: str = field(default="", kw_only=True)

    @property
    def period(self) -> tuple[int, int] | None:
        """The years that are shown."""
        return (int(self.first), int(self.last)) if self.first and self.last else None

    @property
    def span(self) -> str:
        """The period as its control writes it."""
        return f"{self.first}-{self.last}"


@dataclass(frozen=True)
class PlaceView(PeriodView):
    """One place."""

    unit: str
    scale: str
    ground: str = GROUND_PERIODS[0]  # over how many years the map sums


@dataclass(frozen=True)
class CompareView(PeriodView):
    """Several places beside each other; which ones is no choice among a few, so the page reads them itself."""

    axis: str
    measure: str
    scale: str


@dataclass(frozen=True)
class FlowsView(View):
    """Who lives where, from where; of which place is no choice among a few, so the page reads it itself."""

    measure: str
    year: str


COMPARE_CHOICES: Choices = {"axis": ("calendar", "onset"), "measure": ("deaths", "rate", "severity"), "scale": SCALES}
PLACE_CHOICES: Choices = {"unit": UNITS, "scale": SCALES, "ground": GROUND_PERIODS}
PART_CHOICES: Choices = {
    "unit": UNITS[:1],
    "scale": SCALES,
    "ground": GROUND_PERIODS,
}  # no source counts the people of a crisis or province


def overview_choices(years: tuple[int, ...]) -> Choices:
    """What the overview can show: its newest year stands first."""
    newest_first = tuple(str(year) for year in sorted(years, reverse=True))
    return {"measure": MEASURES, "year": newest_first, "tempo": TEMPO_FILTERS, "shown": ROWS, "listed": LISTS} | {
        "sort": SORTS
    }


def flows_choices(years: tuple[int, ...]) -> Choices:
    """What the page of flows can show; without any year on record there is one that nothing stands in."""
    newest_first = tuple(str(year) for year in sorted(years, reverse=True))
    return {"measure": FLOW_MEASURES, "year": newest_first or ("0",)}


def place_choices(place_id: str, years: Iterable[int]) -> Choices:
    """What the page of a place can show of these years."""
    return {**(PLACE_CHOICES if kind_of(place_id) == COUNTRY else PART_CHOICES), **period_choices(years)}


def compare_choices(years: Iterable[int]) -> Choices:
    """What a comparison can show of these years."""
    return {**COMPARE_CHOICES, **period_choices(years)}


def period_choices(years: Iterable[int]) -> Choices:
    """A period may begin and end in any year on record; the whole record stands first."""
    written = tuple(str(year) for year in sorted(years))
    return {"from": written, "to": written[::-1]}


def period_asked(span: str | None) -> dict[str, str]:
    """What the control of a period says, as an address says it; nothing before it has said anything."""
    return dict(zip(PERIOD, span.split("-"), strict=True)) if span else {}


def search_of(parameters: Parameters) -> str:
    """Write parameters as the search part of an address; empty when there is nothing to say."""
    return f"?{urlencode(parameters, doseq=True, safe=LIST_SIGNS)}" if parameters else ""


def cut(given: object) -> str:
    """A bad value, short enough to be repeated to the reader."""
    text = ", ".join(given) if isinstance(given, list) else str(given)
    return text if len(text) <= GIVEN_SHOWN else f"{text[:GIVEN_SHOWN]}…"
