"""Which charts does a view of flows have, and what does each find? Bars, years and map from the same pairs."""

import pandas as pd

from figures.caption import Caption
from figures.flow_bars import Bar, Kind, flow_bars
from figures.flow_map import Held, Line, flow_map
from figures.flow_years import flow_years
from figures.flow_years import twin as years_twin
from figures.theme import Figure, layout
from language import Language, message
from reading.charts import Drawn, Reader, sources_named
from reading.flow_course import course_finding, course_of, course_summary
from reading.flow_files import course_rows, pair_rows
from reading.flow_pairs import Asked, Pair, Pairs, pairs_of
from reading.flow_sentences import note_of, summary
from reading.flow_words import (
    BREAK,
    BY,
    COUNTED,
    count,
    difference,
    finding,
    label,
    measured,
    remarks,
    share,
    twin,
    view_of,
    when,
)
from reading.flows import APPLICATIONS, NEW, STOCKED, Flows, flows_of
from reading.names import country_name
from reference.countries import countries

SHOWN, LINES, WORLD = 12, 25, 100  # bars; lines of the map; pairs that a view of the world tells
MID_YEAR_MONTH = 6
YEARS_MEASURED = {
    "stock": message("{counted}, in persons at the end of each year, {first} to {last}"),
    APPLICATIONS: message("{counted}, in persons within each year, {first} to {last}"),
}
MAPPED = {
    "origin": message("{counted} from {place} {when}; places of asylum on record: {n}"),
    "asylum": message("{counted} in {place} {when}; places of origin on record: {n}"),
    "world": message("{counted} {when}; pairs of origin and place of asylum on record: {n}"),
}


def resolved(frame: Reader, asked: Asked) -> tuple[Flows, Asked]:
    """The flows of the measure, and the view in the nearest year that it has."""
    flows = flows_of(frame.record.release, asked.measure)
    year = flows.year_shown(asked.year)
    return flows, asked if year is None else Asked(asked.measure, year, asked.origin, asked.asylum, asked.marked)


def told_pairs(frame: Reader, asked: Asked) -> Pairs | None:
    """The pairs of a view; of the world the largest."""
    flows, asked = resolved(frame, asked)
    return pairs_of(flows, asked, WORLD if asked.place is None else None)


def draw_bars(frame: Reader, asked: Asked, with_twin: bool = False) -> Drawn | None:
    """The largest countries, or pairs, of one year; None where nothing is on record in it."""
    words, pairs = frame.words, told_pairs(frame, asked)
    if pairs is None or not pairs.ranked:
        return None
    shown = list(pairs.ranked[:SHOWN])
    marked = pairs.marked() if asked.origin else None
    if marked is not None and marked.rank is not None and marked not in shown:
        shown.append(marked)
    bars = [bar_of(pair, pairs, words) for pair in shown]
    name = country_name(asked.marked, words) if asked.marked else ""
    figure = flow_bars(bars, words, name, pairs.day.month == MID_YEAR_MONTH)
    return Drawn(
        f"flows rows{len(bars)}",
        _caption(frame, pairs.asked, finding(pairs, words), measured(pairs, words)),
        figure,
        summary(pairs, words),
        twin(pairs, words) if with_twin else None,
        lambda: pair_rows(pairs, words),
    )


def nothing_drawn(frame: Reader, asked: Asked) -> Drawn:
    """A chart that is not there, and the sentence that says so."""
    words = frame.words
    said = words.text("No number of this kind is on record here for {year}, which need not be zero.", year=asked.year)
    none: Figure = {"data": [], "layout": layout(words)}
    return Drawn("none", _caption(frame, asked, said, ""), none, "", None, pd.DataFrame)


def draw_course(frame: Reader, asked: Asked, with_twin: bool = False) -> Drawn | None:
    """The years of a view; None where no year has a number."""
    words, (flows, asked) = frame.words, resolved(frame, asked)
    course = course_of(flows, asked, words)
    if course is None:
        return None
    counted = words.text(COUNTED[asked.measure])
    kind = APPLICATIONS if asked.measure == APPLICATIONS else "stock"
    span = {"first": str(course.years[0]), "last": str(course.years[-1])}
    by = BY["origin" if asked.origin else "asylum"]
    return Drawn(
        "flow-years",
        _caption(
            frame,
            asked,
            course_finding(course, asked, words),
            words.text(by, measure=words.text(YEARS_MEASURED[kind], counted=counted, **span)),
        ),
        flow_years(course, words),
        course_summary(course, words),
        years_twin(course, words) if with_twin else None,
        lambda: course_rows(course, asked),
    )


def draw_flow_map(frame: Reader, asked: Asked, with_twin: bool = False) -> Drawn | None:
    """The places and the largest lines of one year on a map; None where there is nothing to draw."""
    words, (flows, asked) = frame.words, resolved(frame, asked)
    pairs = told_pairs(frame, asked)
    if pairs is None or not pairs.ranked:
        return None
    lines = [line_of(pair, pairs, words) for pair in pairs.ranked if _is_drawn(pair)][:LINES]
    middle = Held(_iso3(asked.place), 0, country_name(asked.place, words)) if asked.place else None
    said = {"counted": words.text(COUNTED[asked.measure]), "when": when(pairs, words)}
    place = {"place": country_name(asked.place, words)} if asked.place else {}
    title = words.text(MAPPED[view_of(asked)], n=words.number(pairs.n_known), **said, **place)
    explained = words.text(
        "{measure}; lines between the {n} largest pairs, no routes", measure=measured(pairs, words), n=len(lines)
    )
    held = _held(flows, pairs, words)
    return Drawn(
        "flow-map",
        _caption(frame, pairs.asked, title, explained),
        flow_map(held, lines, middle, words),
        summary(pairs, words),
        twin(pairs, words) if with_twin else None,
        lambda: pair_rows(pairs, words),
    )


def bar_of(pair: Pair, pairs: Pairs, words: Language) -> Bar:
    """One pair as a bar with what the pointer reads."""
    asked = pairs.asked
    is_marked = asked.marked is not None and asked.marked in (pair.other(asked), None if asked.place else pair.asylum)
    kind: Kind = "marked" if is_marked else "near" if pair.is_near else "far"
    at_end = [share(pair, words), *([words.text(BREAK)] if pair.is_break else [])]
    return Bar(
        label(pair, asked, words),
        pair.number,
        count(pair.number, words),
        " · ".join(at_end),
        pair.before,
        kind,
        _read(pair, pairs, words),
    )


def line_of(pair: Pair, pairs: Pairs, words: Language) -> Line:
    return Line(_iso3(pair.origin), _iso3(pair.asylum), pair.number or 0, _read(pair, pairs, words))


def _read(pair: Pair, pairs: Pairs, words: Language) -> str:
    asked = pairs.asked
    lines = [f"<b>{label(pair, asked, words)}</b> · {count(pair.number, words)} · {share(pair, words)}"]
    if pair.before is not None:
        earlier = words.text("A year before: {n}", n=count(pair.before, words))
        lines.append(f"{earlier} ({difference(pair, words)})")
    return "<br>".join([*lines, *remarks(pair, words)])


def _held(flows: Flows, pairs: Pairs, words: Language) -> list[Held]:
    """The places that are coloured: the other end of each pair, or every country of asylum of the world."""
    asked = pairs.asked
    if asked.place is None:
        rows = flows.in_year(asked.year)
        sums = rows.groupby("asylum_id")["number"].sum()
        numbers = {str(place): int(n) for place, n in sums.items() if n > 0}
    else:
        numbers = {str(pair.other(asked)): pair.number for pair in pairs.ranked if pair.number}
    return [
        Held(_iso3(place), n, f"<b>{country_name(place, words)}</b> · {count(n, words)}")
        for place, n in numbers.items()
        if _is_on_map(place)
    ]


def _is_drawn(pair: Pair) -> bool:
    return bool(pair.number) and _is_on_map(pair.origin) and _is_on_map(pair.asylum)


def _is_on_map(place_id: str) -> bool:
    return countries()[place_id].kind in ("state", "territory")


def _iso3(place_id: str | None) -> str:
    return str(countries()[str(place_id)].iso3)


def _caption(frame: Reader, asked: Asked, title: str, subtitle: str) -> Caption:
    release = frame.record.release
    behind = {NEW} if asked.measure == APPLICATIONS else {STOCKED}
    return Caption(
        title=title,
        subtitle=subtitle,
        source=sources_named(frame.record, behind),
        as_of=release.as_of,
        release=release.id,
        note=note_of(asked, frame.words),
        source_ids=tuple(sorted(behind)),
    )
