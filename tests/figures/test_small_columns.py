"""Small columns tell a period of zero from one without a figure, and a bare chart leaves the words to its page."""

from xml.etree import ElementTree

import plotly.graph_objects as go

from figures.frame import bare
from figures.small_columns import small_columns
from figures.theme import ACCENT, MUTED, SILENCE
from figures.violence_years import violence_years
from language import language
from tests import builders

NAMESPACE = "{http://www.w3.org/2000/svg}"


def columns(svg: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(svg).findall(f"{NAMESPACE}rect")


def test_a_period_without_a_figure_is_grey_and_one_of_zero_is_empty() -> None:
    drawn = columns(small_columns([0, None, 5], "Deaths", 5))
    assert [column.get("fill") for column in drawn] == [SILENCE, MUTED]


def test_few_deaths_beside_many_do_not_vanish() -> None:
    tall = [float(str(column.get("height"))) for column in columns(small_columns([1, 1_000_000], "Deaths", 1_000_000))]
    assert 0 < tall[0] < tall[1]


def test_the_newest_periods_are_marked_and_words_are_escaped() -> None:
    svg = small_columns([4, 4], "<Deaths> & more", 4, labels=("1989", "2024", "4 <"), marked_from=1)
    assert [column.get("fill") for column in columns(svg)] == [MUTED, ACCENT]
    assert ElementTree.fromstring(svg).findtext(f"{NAMESPACE}title") == "<Deaths> & more"


def test_a_bare_chart_keeps_its_legend_and_its_size() -> None:
    years = builders.yearly({"SDN": [5, 7]}, 2023)
    drawn = bare(violence_years(years, (2023, 2024), language("en")), 640, 240)
    said = [note["text"] for note in drawn["layout"]["annotations"]]
    go.Figure(drawn)
    assert "State-based" in said and not any("Source" in text for text in said)
    assert (drawn["layout"]["width"], drawn["layout"]["height"]) == (640, 240)
