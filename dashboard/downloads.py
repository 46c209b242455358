"""How does a chart leave the page? At an address that says which chart, in which view, of which release.

/export/<chart>.<png|svg|csv>?place=SDN&unit=rate&release=...: the same description
of the chart that the page draws, so picture and page cannot disagree. What cannot
be given is refused in a sentence with the status that fits.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask, Response, request

from dashboard import ids
from dashboard.charts import draw_world
from dashboard.document import asked_language
from dashboard.flow_view import FLOW_CHARTS, asked_flows
from dashboard.frame import Frame
from dashboard.ground import draw_ground
from dashboard.picture_sizes import size_of
from dashboard.pictures import RETRY_AFTER, BusyError, Exports, Pictures
from dashboard.place_charts import PLACE_CHARTS
from dashboard.store import Store
from dashboard.url_state import (
    FRAME_PARAMETERS,
    CompareView,
    OverviewView,
    Parameters,
    PlaceView,
    compare_choices,
    overview_choices,
    place_choices,
    search_of,
)
from dashboard.ways import Ways, view_address
from figures.caption import file_stem
from figures.export import NoBrowserError, PictureError, to_csv
from language import Language
from reading.charts import Drawn, draw_annual, draw_months
from reading.comparison import draw_comparison
from reading.name_search import nearest
from reading.names import hidden_in, is_place, name_of, unit_name
from releases.read import ReleaseError

CHARTS = ("world", "months", "annual", ids.GROUND, "compare", *PLACE_CHARTS, *FLOW_CHARTS)
KINDS = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}
NAMED = ("origin", "asylum", "measure", "axis", "year", "unit", "ground")  # parameters that a file's name tells
MOST_PLACES, COMPARE_EXAMPLE = 8, "/export/compare.csv?place=SDN&place=COD"


class RefusedError(LookupError):
    """What was asked for cannot be given; the status and the sentence say why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def hrefs(frame: Frame, chart: str, parameters: Parameters) -> Ways:
    """How a chart is taken along; every address names the release, so that what comes back is what was seen."""
    carried = {"release": frame.record.release.id, "lang": frame.words.code}
    search = search_of({**parameters, **carried})
    files = {kind: f"/export/{chart}.{kind}{search}" for kind in KINDS}
    return Ways(files, view_address(frame, parameters), frame.record.release)


def register(server: Flask, store: Store, exporter: Exports) -> None:
    """Add the address of the downloads."""
    server.add_url_rule("/export/<chart>.<kind>", "export", _answer(store, exporter))


def _answer(store: Store, exporter: Exports) -> Callable[[str, str], Response]:
    pictures = Pictures()

    def answer(chart: str, kind: str) -> Response:
        words = asked_language()
        try:
            return deliver(chart, kind, store, exporter, pictures, words)
        except RefusedError as error:
            return refused(str(error), error.status)
        except BusyError:
            busy = refused(words.text("Other pictures are being drawn: ask again in a few seconds."), 503)
            busy.headers["Retry-After"] = str(RETRY_AFTER)
            return busy
        except NoBrowserError:
            return refused(
                words.text(
                    "Pictures need a Chrome or Chromium on the machine that runs Slowburn, and none was found: "
                    "install one there (Debian: apt-get install chromium). The figures can be had as CSV meanwhile."
                ),
                503,
            )
        except PictureError:
            return refused(
                words.text("The picture could not be drawn this time: try again, or take the figures as CSV."), 503
            )
        except ReleaseError:
            return refused(words.text("Nothing is published here yet: run `python refresh.py` first."), 503)

    return answer


def deliver(chart: str, kind: str, store: Store, exporter: Exports, pictures: Pictures, words: Language) -> Response:
    """One chart as a file."""
    if chart not in CHARTS or kind not in KINDS:
        raise RefusedError(404, words.text("There is no such chart: ask for {known}.", known=_known()))
    query = request.args.to_dict()
    frame, problems = store.open(request.path, query)
    if problems:
        raise RefusedError(
            404,
            problems[0].said
            or words.text(
                "The {name} “{given}” is not available here.", name=problems[0].parameter, given=problems[0].given
            ),
        )
    view = {name: value for name, value in query.items() if name not in FRAME_PARAMETERS}
    places = tuple(request.args.getlist("place"))
    drawn = draw_asked(chart, frame, dict(view), places)
    if kind == "csv":
        noted = drawn.table().assign(note=drawn.caption.note)
        content = to_csv(noted, drawn.caption, drawn.caption.subtitle)
    else:
        asked = (chart, kind, places, frozenset(view.items()), frame.words.code, frame.record.release.id)
        content = pictures.picture(
            asked,
            lambda: exporter.export(drawn.figure, drawn.caption, frame.words, kind, *size_of(chart, len(places))),
        )
    answer = Response(content, content_type=KINDS[kind])
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="{file_stem(drawn.caption, _name(chart, query))}.{kind}"'
    )
    return answer


def draw_asked(chart: str, frame: Frame, query: dict[str, str], places: Sequence[str] = ()) -> Drawn:
    """The chart that an address names."""
    if chart == "world":
        years = tuple(int(year) for year in frame.record.years)
        view, problems = OverviewView.from_query(query, overview_choices(years))
        _refuse(problems, frame.words)
        return draw_world(frame, view)
    if chart in FLOW_CHARTS:
        return _flows(chart, frame, query)
    asked = query.pop("place", "")
    if chart == "compare":
        return _comparison(frame, query, places)
    frame = frame.at(asked)
    if chart in PLACE_CHARTS:
        return draw_beside(chart, frame, asked)
    place = known_place(asked, frame)
    place_view, problems = PlaceView.from_query(query, place_choices(place, frame.record.years.tolist()))
    _refuse(problems, frame.words)
    if chart == "annual":
        return draw_annual(frame, place, place_view)
    if chart == ids.GROUND:
        return _found(draw_ground(frame, place, place_view.ground), place, frame.words)
    drawn = draw_months(frame, place, period=place_view.period)
    if drawn is None and draw_months(frame, place) is not None:
        raise RefusedError(404, frame.words.text("The months on record lie outside the period chosen."))
    if drawn is None:
        name = name_of(place, frame.words)
        raise RefusedError(
            404, frame.words.text("No monthly figures stand behind {place}; ask for its annual record.", place=name)
        )
    return drawn


def draw_beside(chart: str, frame: Frame, asked: str) -> Drawn:
    """A chart of other sources than those of deaths, which may know places that are not separable there."""
    drawn = PLACE_CHARTS[chart](frame, asked, False) if is_place(asked) else None
    return drawn or _found(None, known_place(asked, frame), frame.words)


def _found(drawn: Drawn | None, place: str, words: Language) -> Drawn:
    if drawn is None:
        name = name_of(place, words)
        raise RefusedError(404, words.text("No such figures are on record for {place}.", place=name))
    return drawn


def _flows(chart: str, frame: Frame, query: dict[str, str]) -> Drawn:
    asked, problems = asked_flows(frame, query)
    _refuse(problems, frame.words)
    drawn = FLOW_CHARTS[chart](frame, asked, False)
    if drawn is None:
        raise RefusedError(404, frame.words.text("No such figures are on record in this release."))
    return drawn


def _comparison(frame: Frame, query: dict[str, str], places: Sequence[str]) -> Drawn:
    if not 0 < len(places) <= MOST_PLACES:
        raise RefusedError(400, frame.words.text("Ask for one to eight places: {example}.", example=COMPARE_EXAMPLE))
    known = [known_place(place, frame.at(place)) for place in dict.fromkeys(places)]
    view, problems = CompareView.from_query(query, compare_choices(frame.record.years.tolist()))
    _refuse(problems, frame.words)
    return draw_comparison(frame, known, view)


def known_place(asked: str, frame: Frame) -> str:
    """The place of an address; one that is unknown or without figures of its own is refused with the nearest known."""
    words, year = frame.words, int(frame.record.years[-1])
    if is_place(asked):
        unit = hidden_in(asked, year)
        if unit is not None:
            raise RefusedError(
                404,
                words.text(
                    "{place} is not separable in this source; its figures are counted under {unit}, place={unit_id}.",
                    place=name_of(asked, words),
                    unit=unit_name(unit, words),
                    unit_id=unit.place_id,
                ),
            )
        if asked in frame.record.places:
            return asked
        raise RefusedError(404, words.text("No source here has figures for {place}.", place=name_of(asked, words)))
    near = ", ".join(f"{name_of(place, words)} ({place})" for place in nearest(asked))
    said = words.text("No place is known as “{asked}”.", asked=asked)
    raise RefusedError(404, f"{said} {words.text('Nearest known: {places}.', places=near)}" if near else said)


def _refuse(problems: tuple[Any, ...], words: Language) -> None:
    if problems:
        said = words.text(
            "The address says {name}={given}, which this chart does not know.",
            name=problems[0].parameter,
            given=problems[0].given,
        )
        raise RefusedError(400, said)


def _name(chart: str, query: dict[str, str]) -> str:
    places = request.args.getlist("place")
    return "-".join([chart, *places, *(query[name] for name in NAMED if name in query)])


def _known() -> str:
    return ", ".join(f"{chart}.{kind}" for chart in CHARTS for kind in KINDS)


def refused(text: str, status: int) -> Response:
    """Why a file cannot be given, in a sentence."""
    return Response(text + "\n", status=status, content_type="text/plain; charset=utf-8")
