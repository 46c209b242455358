"""Packs of the small world, with a picture maker that needs no browser."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.make import Request, make
from briefing.pack import Pack
from briefing.pictures import Pictures
from figures.export import NoBrowserError
from language import language
from reading.exposure import exposure_of
from releases.read import Release, ReleaseShelf
from response.component import Figure, said
from tests.dashboard.small_world import publish_release

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20"><path d="M0 9H60"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)
MakePack = Callable[..., Pack]


class DrawsDots:
    """Stands in for the browser."""

    def export(self, figure: Any, caption: Any, language: Any, format: Any, width: int, height: int) -> bytes:
        return SVG if format == "svg" else PNG


class HasNoBrowser:
    """A machine without Chromium."""

    def export(self, *_: Any) -> bytes:
        raise NoBrowserError("no Chrome or Chromium starts on this machine: install one")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one release."""
    folder = tmp_path_factory.mktemp("briefed")
    publish_release(folder / "processed")
    return folder


@pytest.fixture(scope="session")
def release(data: Path) -> Release:
    return ReleaseShelf(data / "processed", data / "starter").current()


@pytest.fixture
def pictures() -> Pictures:
    return Pictures(DrawsDots())


@pytest.fixture
def made(release: Release) -> MakePack:
    """A pack of some places."""

    def make_pack(*places: str, template: str = "country", code: str = "en", receiver: str | None = None) -> Pack:
        return make(Request(template, places, language(code), receiver), release)

    return make_pack


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A receiving country with figures: one of people hosted, nine of the others, none of anything else."""

    def answered(*asked: Any) -> Any:
        found = exposure_of(*asked)
        given = {"hosted": 1, "elsewhere": 9}
        return replace(
            found,
            answers=tuple(
                replace(one, figures=tuple(map(_figure, range(given[one.component.id]))))
                if one.component.id in given
                else one
                for one in found.answers
            ),
        )

    for module in ("briefing.exposure", "briefing.last_page"):
        monkeypatch.setattr(f"{module}.exposure_of", answered)


def _figure(number: int) -> Figure:
    return Figure("refugees", said("Refugees hosted"), "TCD", "persons", "unhcr_population", "2024", 1_200.0 + number)
