"""Many places in one run: one browser draws all of their pictures."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from reference.countries import countries
from tests.briefing.conftest import PNG, SVG

COMMAND = runpy.run_path(str(Path(__file__).parents[2] / "brief.py"))["main"]
WITH_FIGURES = ("SDN", "COL", "RWA", "SSD")


class CountedBrowser:
    """Stands in for Chromium: counts its starts and what it draws."""

    starts = draws = stops = 0

    def start(self) -> None:
        type(self).starts += 1

    def draw(self, figure: Any, options: dict[str, object], topojson: str) -> bytes:
        type(self).draws += 1
        return SVG if options["format"] == "svg" else PNG

    def stop(self) -> None:
        type(self).stops += 1


def test_thirty_countries_use_one_browser(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLOWBURN_DATA", str(data))
    monkeypatch.setattr("figures.export.PictureBrowser", CountedBrowser)
    others = [one for one in countries() if countries()[one].kind == "state" and one not in WITH_FIGURES]
    places = [*WITH_FIGURES, *others[:26]]
    assert COMMAND([*places, "--to", "png", "--out", str(tmp_path)]) == 0
    assert len(list(tmp_path.iterdir())) == 30
    assert (CountedBrowser.starts, CountedBrowser.stops) == (1, 1)
    assert CountedBrowser.draws == len(list(tmp_path.rglob("*.png"))) > len(WITH_FIGURES)
