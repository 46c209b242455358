"""A line of text's height: gaps break it, zero lies on the ground, the title speaks for it."""

import math
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from figures.sparkline import data_uri, sparkline

SVG = "{http://www.w3.org/2000/svg}"


def drawn(values: Any) -> Any:
    root = ElementTree.fromstring(sparkline(values, "Deaths each year in <Sudan> & more", 100, 20))
    return root.findall(f"{SVG}path")[1:], root.findall(f"{SVG}circle"), root  # the first path is the ground


def test_a_gap_breaks_the_line() -> None:
    paths, _, _ = drawn([1, 4, None, 9, 16])
    assert len(paths) == 2


def test_a_nan_is_a_gap_too() -> None:
    assert len(drawn([1, 4, math.nan, 9, 16])[0]) == 2


def test_a_lonely_year_is_a_point() -> None:
    paths, circles, _ = drawn([None, 4, None, 9, 16])
    assert len(paths) == 1 and len(circles) == 2  # the lonely year and the end


def test_the_scale_is_a_square_root() -> None:
    paths, _, _ = drawn([0, 25, 100])
    heights = [float(point.split()[1]) for point in paths[0].attrib["d"][1:].split("L")]
    assert heights == pytest.approx([17.5, 10, 2.5])  # a quarter of the deaths stands at half the height


def test_the_end_has_a_dot_only_where_the_last_year_has_a_figure() -> None:
    assert len(drawn([1, 2, 3])[1]) == 1
    assert not drawn([1, 2, None])[1]


@pytest.mark.parametrize("values", [[], [None, None], [0], [0, 0, 0]])
def test_a_series_with_nothing_to_show_is_still_a_picture(values: Any) -> None:
    assert drawn(values)[2].find(f"{SVG}title").text == "Deaths each year in <Sudan> & more"


def test_the_uri_holds_the_picture() -> None:
    svg = sparkline([1, 2], "Deaths")
    head, _, body = data_uri(svg).partition(",")
    assert head == "data:image/svg+xml;charset=utf-8" and unquote(body) == svg
    assert not {'"', "<", "#"} & set(body)
