"""Which view of flows does an address ask for? Places are read by any usual name; what names none is said."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dashboard import ids
from dashboard.frame import Frame
from dashboard.url_state import FlowsView, Parameters, Problem, cut, flows_choices
from reading.charts import Drawn
from reading.flow_charts import draw_bars, draw_course, draw_flow_map
from reading.flow_pairs import Asked
from reading.flows import all_years
from reading.name_search import chosen_by
from reading.names import is_place
from reading.parts import COUNTRY, kind_of

ENDS = ("origin", "asylum")
FLOW_CHARTS: dict[str, Callable[[Frame, Asked, bool], Drawn | None]] = {
    ids.FLOWS: draw_bars,
    ids.FLOW_YEARS: draw_course,
    ids.FLOW_MAP: draw_flow_map,
}
LONGEST = 80  # characters of a name that are looked at


def asked_flows(frame: Frame, query: Mapping[str, object]) -> tuple[Asked, tuple[Problem, ...]]:
    """The view of an address, and what of it could not be read."""
    problems: list[Problem] = []
    places: dict[str, str | None] = dict.fromkeys(ENDS)
    for end in ENDS:
        given = str(query.get(end, "")).strip()
        if not given:
            continue
        place = chosen_by(given[:LONGEST])
        if place is not None and is_place(place) and kind_of(place) == COUNTRY:
            places[end] = place
        else:
            problems.append(Problem(end, cut(given), frame.words.text("the whole world")))
    named = {name: value for name, value in query.items() if name not in ENDS}
    view, unread = FlowsView.from_query(named, flows_choices(all_years(frame.record.release)))
    return marked(Asked(view.measure, int(view.year), **places), frame.reader), (*problems, *unread)


def marked(asked: Asked, reader: str | None) -> Asked:
    """The country to be marked: that of the pair which is asked for, else the reader's own."""
    country = asked.asylum if asked.origin and asked.asylum else reader
    return replace(asked, marked=country if country not in (asked.origin, asked.place) else None)


def parameters(asked: Asked, years: tuple[int, ...]) -> Parameters:
    """What the address of this view says; what is usual is left out."""
    view = FlowsView(asked.measure, str(asked.year)).parameters(flows_choices(years))
    return {end: place for end in ENDS if (place := getattr(asked, end))} | view
