"""Pictures: each thread gets its own, maps need no network, the same chart is the same file."""

import dataclasses
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import kaleido
import pytest
from kaleido.errors import ChromeNotFoundError

from figures._picture_browser import THREAD_NAME
from figures.export import Exporter, NoBrowserError, PictureError
from figures.violence_years import violence_years
from figures.world_map import world_map
from language import language

ENGLISH = language("en")
TOPOJSON = Path(__file__).parents[2] / "dashboard" / "assets" / "topo"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def exporter() -> Any:
    with Exporter(TOPOJSON) as running:
        yield running


@pytest.fixture
def chart(make_years: Any) -> Any:
    return violence_years(
        make_years({(2022, "state_based"): (5, 4, 9), (2023, "one_sided"): (7, 7, 8)}), (2022, 2023), ENGLISH
    )


@pytest.mark.browser
def test_every_thread_gets_its_own_picture(exporter: Any, chart: Any, caption: Any) -> None:
    def export(number: int) -> tuple[int, str]:
        own = dataclasses.replace(caption, title=f"chart-number-{number}-")
        return number, exporter.export(chart, own, ENGLISH, "svg", 500, 400).decode()

    with ThreadPoolExecutor(8) as threads:
        for number, svg in threads.map(export, range(8 * 4)):
            assert f"chart-number-{number}-" in svg and svg.count("chart-number-") == 1


@pytest.mark.browser
def test_the_same_chart_is_the_same_file_also_with_hatching(exporter: Any, make_years: Any, caption: Any) -> None:
    years = make_years({(2022, "state_based"): (5, 4, 9), (2023, "one_sided"): (7, 7, 8)}, provisional=(2023,))
    figure = violence_years(years, (2021, 2023), ENGLISH)
    once, twice = (exporter.export(figure, caption, ENGLISH, "svg", 500, 400) for _ in range(2))
    assert once == twice and b"<pattern" in once


@pytest.mark.browser
def test_a_picture_carries_its_caption_and_legend(exporter: Any, chart: Any, caption: Any) -> None:
    svg = exporter.export(chart, caption, ENGLISH, "svg", 1100, 400).decode()
    for words in (
        caption.title,
        caption.source,
        "23 November 2026",
        caption.release,
        caption.note,
        "One-sided",
        "Inter",
    ):
        assert words in svg


@pytest.mark.browser
def test_a_map_is_drawn_from_the_local_outlines(exporter: Any, make_places: Any, caption: Any) -> None:
    figure = world_map(make_places({"SDN": 90, "XKX": 5, "SSD": 70, "PSE": "not_separable"}), "severity", ENGLISH)
    svg = exporter.export(figure, caption, ENGLISH, "svg", 700, 500).decode()
    assert svg.count("choroplethlayer") and svg.count('class="choropleth') >= 2


@pytest.mark.browser
def test_a_png_has_twice_the_pixels(exporter: Any, chart: Any, caption: Any) -> None:
    png = exporter.export(chart, caption, ENGLISH, "png", 500, 400)
    assert png.startswith(PNG)
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1000, 800)


def running() -> int:
    return sum(thread.name == THREAD_NAME for thread in threading.enumerate())


@pytest.mark.browser
def test_after_close_nothing_runs_and_the_next_picture_starts_a_new_browser(chart: Any, caption: Any) -> None:
    before, own = running(), Exporter(TOPOJSON)
    own.export(chart, caption, ENGLISH, "png", 300, 300)
    assert running() == before + 1
    own.close()
    own.close()
    assert running() == before
    assert own.export(chart, caption, ENGLISH, "png", 300, 300).startswith(PNG)
    own.close()


@pytest.mark.browser
def test_after_a_picture_that_fails_the_next_one_is_drawn(
    exporter: Any, chart: Any, caption: Any, tmp_path: Any, make_places: Any
) -> None:
    with Exporter(tmp_path) as without_outlines:
        with pytest.raises(PictureError, match="topojson"):
            without_outlines.export(
                world_map(make_places({"SDN": 9}), "severity", ENGLISH), caption, ENGLISH, "svg", 300, 300
            )
        assert without_outlines.export(chart, caption, ENGLISH, "png", 300, 300).startswith(PNG)


def test_without_a_browser_the_error_says_what_to_install(monkeypatch: Any, chart: Any, caption: Any) -> None:
    def no_chrome(*_: object, **__: object) -> None:
        raise ChromeNotFoundError("none")

    monkeypatch.setattr(kaleido, "Kaleido", no_chrome)
    with Exporter(TOPOJSON) as own, pytest.raises(NoBrowserError, match="apt-get install chromium"):
        own.export(chart, caption, ENGLISH, "png", 300, 300)
