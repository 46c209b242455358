"""The map of one place in words: what the pointer reads, its finding, how much of the record is on it, and its table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from figures.twin import Twin
from language import Language

LITTLE = 0.01


@dataclass(frozen=True)
class Located:
    """The deaths of a period by how exactly they are located."""

    total: int
    in_cells: int
    in_provinces: int
    in_country: int


@dataclass(frozen=True)
class UnitDeaths:
    """One first-order unit, or what no unit is named for."""

    name: str
    deaths: int
    is_unit: bool


def cells_of_half(cells: pd.DataFrame) -> int:
    """How few cells hold half of the deaths that are in cells."""
    deaths = np.sort(cells["fatalities_best"].to_numpy())[::-1].cumsum()
    return int(np.searchsorted(deaths, deaths[-1] / 2)) + 1 if len(deaths) else 0


def finding(place: str, cells: pd.DataFrame, located: Located, period: str, language: Language) -> str:
    """The title: how closely the deaths lie together."""
    if located.total == 0:
        return language.text("{place}: no recorded death in {period}", place=place, period=period)
    if cells.empty:
        return language.text(
            "{place}: no death recorded in {period} is located well enough for a map", place=place, period=period
        )
    half, said = cells_of_half(cells), {"place": place, "period": period, "all": language.number(len(cells))}
    return language.texts(
        "{place}: {n} cell of {all} holds half of the deaths placed on the map, {period}",
        "{place}: {n} cells of {all} hold half of the deaths placed on the map, {period}",
        half,
        **said,
    )


def located_sentence(located: Located, period: str, language: Language) -> str:
    """How much of the record is on the map, and how vaguely the rest is located: always said."""
    if located.total == 0:
        return ""
    said = [
        language.text(
            "On the map: {n} of {all} deaths recorded in {period} ({share}), placed to the district or better.",
            n=language.number(located.in_cells),
            all=language.number(located.total),
            period=period,
            share=_percent(located.in_cells, located, language),
        ),
        language.text(
            "Not on it: {n} ({share}) located to a province or a wider area only, and {m} ({rest}) not located more "
            "precisely than the country.",
            n=language.number(located.in_provinces),
            share=_percent(located.in_provinces, located, language),
            m=language.number(located.in_country),
            rest=_percent(located.in_country, located, language),
        ),
    ]
    return " ".join(said)


def summary(cells: pd.DataFrame, units: Sequence[UnitDeaths], located: Located, language: Language) -> str:
    """The unit with most deaths and the deadliest cell, in sentences."""
    said = []
    named = [unit for unit in units if unit.is_unit]
    if named and named[0].deaths and located.total:
        said.append(
            language.text(
                "Most deaths are recorded in {unit}: {n}, {share} of all.",
                unit=named[0].name,
                n=language.number(named[0].deaths),
                share=_percent(named[0].deaths, located, language),
            )
        )
    if len(cells):
        most = cells.iloc[int(cells["fatalities_best"].to_numpy().argmax())]
        said.append(
            language.text(
                "The cell with most deaths lies around {where}: {n}.",
                where=coordinates(most["latitude"], most["longitude"], language),
                n=language.number(most["fatalities_best"]),
            )
        )
    return " ".join(said)


def hover_texts(cells: pd.DataFrame, period: str, language: Language) -> list[str]:
    """Each cell's centre, deaths with their band, and the period."""
    columns = ("latitude", "longitude", "fatalities_best", "fatalities_low", "fatalities_high")
    return [
        f"<b>{coordinates(north, east, language)}</b><br>"
        + language.texts(
            "{n} death ({band}), {period}", "{n} deaths ({band}), {period}", best, band=band, period=period
        )
        for north, east, best, band in (
            (north, east, int(best), language.span(low, high))
            for north, east, best, low, high in zip(*(cells[name].tolist() for name in columns), strict=True)
        )
    ]


def coordinates(latitude: float, longitude: float, language: Language) -> str:
    """Degrees with their direction, as a map reader writes them."""
    up, across = (language.decimal(abs(value), 2) for value in (latitude, longitude))
    north = language.text("{degrees}° N", degrees=up) if latitude >= 0 else language.text("{degrees}° S", degrees=up)
    east = language.text("{degrees}° E", degrees=across)
    west = language.text("{degrees}° W", degrees=across)
    return f"{north}, {east if longitude >= 0 else west}"


def unit_twin(units: Sequence[UnitDeaths], located: Located, language: Language) -> Twin:
    """Deaths by first-order unit, most first, what no unit is named for last."""
    headings = (language.text("First-order unit"), language.text("Deaths"), language.text("Share of all"))
    rows = [(unit.name, language.number(unit.deaths), _percent(unit.deaths, located, language)) for unit in units]
    return Twin(headings, tuple(rows))


def cell_twin(cells: pd.DataFrame, located: Located, language: Language) -> Twin:
    """Deaths by cell, most first, where no units are known."""
    headings = (language.text("Centre of the cell"), language.text("Deaths"), language.text("Low–high"))
    ordered = cells.sort_values(["fatalities_best", "cell"], ascending=[False, True])
    columns = ("latitude", "longitude", "fatalities_best", "fatalities_low", "fatalities_high")
    rows = [
        (coordinates(north, east, language), language.number(best), language.span(low, high))
        for north, east, best, low, high in zip(*(ordered[name].tolist() for name in columns), strict=True)
    ]
    outside = language.text("Not on the map")
    return Twin(headings, (*rows, (outside, language.number(located.total - located.in_cells), "")))


def _percent(part: int, located: Located, language: Language) -> str:
    """A share in whole percent; one that is little is not written as none, nor one that is nearly all as all."""
    share = part / located.total if located.total else 0.0
    if 0 < share < LITTLE:
        return language.text("under {n}", n=language.percent(LITTLE))
    if 1 - LITTLE < share < 1:
        return language.text("over {n}", n=language.percent(1 - LITTLE))
    return language.percent(share)
