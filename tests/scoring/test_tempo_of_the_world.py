"""The episodes of the whole world against a second computation with plain Python, and the names decided for them."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from ingest import ucdp_country_year
from ingest._source import Part
from reference.countries import countries
from scoring.tempo import episodes
from tests import published
from tests.plain_reading import deaths_of_years

AS_OF = pd.Timestamp(2024, 12, 1)


@pytest.fixture(scope="module")
def world(shared_data: Path) -> Any:
    """Our table of episodes, from the annual file alone."""
    url = next(iter(published.answers("ucdp_country_year")))
    content = (shared_data / "ucdp" / "organizedviolencecy-251-csv.zip").read_bytes()
    return episodes(ucdp_country_year.parse([Part(url, content)], published.TODAY), AS_OF)


def test_the_episodes_of_the_whole_world_equal_a_second_computation(shared_data: Path, world: Any) -> None:
    place_of = {number: place_id for place_id, country in countries().items() for number in country.gw}
    expected = {}
    by_country: dict[int, dict[int, int]] = {}
    for (number, year), deaths in deaths_of_years(shared_data).items():
        by_country.setdefault(number, {})[year] = deaths
    for number, deaths_in in by_country.items():
        for years in runs(deaths_in):
            deaths_within = [deaths_in.get(year, 0) for year in range(years[0], years[-1] + 1)]
            n_eff = sum(deaths_within) ** 2 / sum(deaths * deaths for deaths in deaths_within)
            found = (years[-1], len(years), sum(deaths_within), round(n_eff, 6), named(n_eff, len(years)))
            expected[place_of[number], years[0]] = found
    table = world
    ours = {
        (row.place_id, row.first_year): (
            row.last_year,
            row.active_years,
            row.fatalities_best,
            round(row.effective_years, 6),
            row.tempo,
        )
        for row in table.itertuples()
    }
    assert ours == expected and len(ours) > 150


def runs(deaths_in: dict[int, int]) -> list[list[int]]:
    """Active years, cut wherever three or more quiet years lie between two of them."""
    cut: list[list[int]] = []
    for year in sorted(year for year, deaths in deaths_in.items() if deaths >= 25):
        if cut and year - cut[-1][-1] <= 3:
            cut[-1].append(year)
        else:
            cut.append([year])
    return cut


def named(n_eff: float, n_active: int) -> str:
    if n_eff < 2:
        return "sudden"
    if n_active >= 10 and n_eff >= 8:
        return "slow_burn"
    return "slow_burn_with_surges" if n_active >= 8 else "short"


# The decided names in the 25.1 file: first and last year (None: the deadliest episode), N_eff or None, tempo.
# Serbia's deadliest episode is 1991-92, when UCDP's number for it stood for all of Yugoslavia.
KNOWN = {
    "RWA": (1990, 2001, 1.1, "sudden"),
    "SRB": (1998, 1999, None, "sudden"),
    "ERI": (1997, 2003, None, "sudden"),
    "COD": (None, None, 10.7, "slow_burn"),
    "SDN": (None, None, 23.2, "slow_burn"),
    "SSD": (None, None, 11.2, "slow_burn"),
    "UGA": (1989, 2010, 13.4, "slow_burn"),
    **dict.fromkeys(("SOM", "AFG", "MMR"), (None, None, None, "slow_burn")),
    **dict.fromkeys(("UKR", "ISR", "ETH", "SYR", "AGO"), (None, None, None, "slow_burn_with_surges")),
}


@pytest.mark.parametrize("place_id", KNOWN)
def test_the_known_tempos_of_the_design(world: Any, place_id: str) -> None:
    first, last, n_eff, tempo = KNOWN[place_id]
    asked = "is_deadliest" if first is None else "first_year == @first"
    episode = world.query(f"place_id == @place_id and {asked}").iloc[0]
    assert episode["tempo"] == tempo
    assert first is None or (episode["first_year"], episode["last_year"]) == (first, last)
    assert n_eff is None or round(episode["effective_years"], 1) == n_eff
    assert episode["is_ongoing"] == (place_id not in {"RWA", "SRB", "ERI", "UGA", "AGO"})
