"""Persistence, spells and slopes of every country against a second computation with plain Python on the annual file."""

from math import exp, log1p
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd
import pytest

from contracts.violence_year import VIOLENCE_YEAR
from indicators import indicators
from ingest import ucdp_country_year
from ingest._source import Part
from reference.countries import countries
from tests import published
from tests.plain_reading import deaths_of_years

NEWEST = 2024
AS_OF = pd.Timestamp(NEWEST, 12, 1)
# The ten places of docs/decisions: share of the last ten years active, years of the present spell.
BY_HAND = {
    "BDI": (1.0, 11),
    "ISR": (0.7, 36),
    "LBR": (0.0, 0),
    "TCD": (1.0, 10),
    "MEX": (1.0, 23),
    "RWA": (0.1, 0),
    "SDN": (1.0, 36),
    "COD": (1.0, 36),
    "NGA": (1.0, 35),
    "SOM": (1.0, 36),
}


@pytest.fixture(scope="module")
def tables(shared_data: Path) -> dict[str, pd.DataFrame]:
    url = next(iter(published.answers("ucdp_country_year")))
    content = (shared_data / "ucdp" / "organizedviolencecy-251-csv.zip").read_bytes()
    years = ucdp_country_year.parse([Part(url, content)], published.TODAY)
    return {"violence_year": VIOLENCE_YEAR.validate(years[VIOLENCE_YEAR.empty().columns])}


@pytest.fixture(scope="module")
def world(shared_data: Path) -> dict[str, dict[int, int]]:
    """place_id -> year -> deaths, of the places that have a figure for the newest year."""
    place_of = {number: place_id for place_id, country in countries().items() for number in country.gw}
    by_place: dict[str, dict[int, int]] = {}
    for (number, year), deaths in deaths_of_years(shared_data).items():
        by_place.setdefault(place_of[number], {})[year] = deaths
    return {place_id: series for place_id, series in by_place.items() if NEWEST in series}


def newest(tables: dict[str, pd.DataFrame], indicator_id: str) -> Any:
    scores = indicators()[indicator_id].compute(tables, AS_OF)
    return scores[scores["month"] == AS_OF].set_index("place_id")["value"]


@pytest.mark.parametrize("width", [5, 10, 20])
def test_the_share_of_active_years(
    tables: dict[str, pd.DataFrame], world: dict[str, dict[int, int]], width: int
) -> None:
    found = newest(tables, f"persistence_{width}_years")
    for place_id, series in world.items():
        window = [series[year] for year in range(NEWEST - width + 1, NEWEST + 1) if year in series]
        assert found[place_id] == pytest.approx(sum(deaths >= 25 for deaths in window) / len(window), abs=1e-12), (
            place_id
        )
    assert len(found) == len(world) > 180


def test_the_years_of_the_present_spell(tables: dict[str, pd.DataFrame], world: dict[str, dict[int, int]]) -> None:
    found = newest(tables, "spell_years")
    for place_id, series in world.items():
        active = [year for year, deaths in sorted(series.items()) if deaths >= 25]
        if not active or NEWEST - active[-1] > 2:
            assert found[place_id] == 0, place_id
            continue
        first = active[-1]
        for year in reversed(active):
            first = year if first - year <= 3 else first
        assert found[place_id] == active[-1] - first + 1, place_id


@pytest.mark.parametrize("width", [10, 20])
def test_the_median_of_all_slopes(
    tables: dict[str, pd.DataFrame], world: dict[str, dict[int, int]], width: int
) -> None:
    found, compared = newest(tables, f"trend_{width}_years"), 0
    for place_id, series in world.items():
        window = [series.get(year) for year in range(NEWEST - width + 1, NEWEST + 1)]
        if None in window or sum(deaths == 0 for deaths in window) >= width / 2:
            assert place_id not in found or pd.isna(found[place_id]), place_id
            continue
        logs = [log1p(deaths) for deaths in window if deaths is not None]
        slopes = [(logs[q] - logs[p]) / (q - p) for q in range(width) for p in range(q)]
        assert found[place_id] == pytest.approx(exp(median(slopes)), rel=1e-9), place_id
        compared += 1
    assert compared > 40


@pytest.mark.parametrize("place_id", BY_HAND)
def test_the_places_checked_by_hand(tables: dict[str, pd.DataFrame], place_id: str) -> None:
    share, spell = BY_HAND[place_id]
    assert newest(tables, "persistence_10_years")[place_id] == pytest.approx(share)
    assert newest(tables, "spell_years")[place_id] == spell
