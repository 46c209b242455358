"""What must hold for any chart: plotly accepts it, it is plain JSON, it leaves its tables alone, it has words beside it."""

import datetime
import json
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from figures.frame import framed
from figures.ground_map import ground_map
from figures.legend import detached, entries
from figures.map_frame import Box
from figures.theme import graph_config
from figures.violence_months import violence_months
from figures.violence_years import violence_years
from figures.world_map import world_map
from language import LANGUAGES, language

MONTHS = {("2022-11", "state_based"): (10, 8, 15), ("2022-12", "one_sided"): (1200, 900, 1500)}
YEARS = {(2020, "state_based"): (0, 0, 0), (2021, "non_state"): (10, 5, 40), (2023, "one_sided"): (200, 150, 260)}
SPAN = (datetime.date(2022, 10, 1), datetime.date(2023, 2, 1))
GROUND: dict[str, Any] = {
    "ground": Box(21.8, 8.6, 38.6, 22.0),
    "own": ("SDN",),
    "others": ("TCD", "EGY"),
    "period": "2020–2024",
}
CELLS = pd.DataFrame(
    {"cell": [147291, 148734], "latitude": [12.25, 13.25], "longitude": [25.25, 26.75]}
    | {"fatalities_best": [30, 1200], "fatalities_low": [20, 900], "fatalities_high": [40, 1500]}
)
NAMES = [
    "months",
    "no months",
    "years",
    "rates",
    "logarithmic",
    "no years",
    "ground",
    "bare ground",
    "map",
    "empty map",
]


@pytest.fixture
def charts(make_months: Any, make_years: Any, make_places: Any) -> Any:
    places = make_places({"SDN": 90, "CAN": 0, "PSE": "not_separable", "PRK": "no_data"})
    draw_years = partial(violence_years, span=(2020, 2023))
    return dict(
        zip(
            NAMES,
            [
                (partial(violence_months, span=SPAN), make_months(MONTHS, provisional=("2022-12",))),
                (partial(violence_months, span=SPAN), make_months({})),
                (draw_years, make_years(YEARS)),
                (partial(draw_years, persons={2020: 1e6, 2021: 1e6}), make_years(YEARS)),
                (partial(draw_years, scale="log"), make_years(YEARS)),
                (draw_years, make_years({})),
                (partial(ground_map, **GROUND), CELLS),
                (partial(ground_map, **GROUND), CELLS.iloc[:0]),
                (partial(world_map, measure="severity"), places),
                (partial(world_map, measure="rate"), places[places["status"] == "no_data"]),
            ],
            strict=True,
        )
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
class TestEveryFigure:
    def test_plotly_accepts_it_and_it_holds_no_nan(self, charts: Any, name: Any, code: Any) -> None:
        draw, table = charts[name]
        figure = draw(table, language=language(code))
        go.Figure(figure)
        json.dumps(figure, allow_nan=False)

    def test_it_leaves_its_table_alone_and_draws_the_same_twice(self, charts: Any, name: Any, code: Any) -> None:
        draw, table = charts[name]
        before = table.copy(deep=True)
        assert draw(table, language=language(code)) == draw(table, language=language(code))
        assert table.equals(before)

    def test_its_legend_can_be_taken_off_and_written_beside_it(self, charts: Any, name: Any, code: Any) -> None:
        draw, table = charts[name]
        figure = draw(table, language=language(code))
        assert entries(figure) and entries(detached(figure)) == entries(figure)
        assert detached(figure)["layout"]["showlegend"] is False

    @pytest.mark.parametrize("width", [380, 1100])
    def test_it_can_be_framed_at_any_width(self, charts: Any, caption: Any, name: Any, code: Any, width: Any) -> None:
        draw, table = charts[name]
        figure = framed(draw(table, language=language(code)), caption, language(code), width, 520)
        go.Figure(figure)
        words = " ".join(note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"])
        for part in (caption.title, caption.subtitle, caption.note, caption.source, caption.release):
            assert part in words


def test_the_browser_is_told_months_and_numbers_in_the_language_and_where_the_outlines_are() -> None:
    config = graph_config(language("fr"))
    form = config["locales"]["fr"]["format"]
    assert form["months"][0] == "janvier" and form["days"][0] == "dimanche"
    assert (form["decimal"], form["thousands"]) == (",", "\u202f")
    assert config["topojsonURL"].startswith("/assets/") and config["displayModeBar"] is False
