"""Countries with their units and crises: side by side, on the real files as well."""

import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.dyad_year import DYAD_YEAR
from ladder.country import figures_that_speak
from ladder.parts import Parts, with_crises_and_units
from reference.crises import crises
from scoring.spread import spread_years
from scoring.tempo import episodes
from tests import builders

AS_OF = pd.Timestamp(2026, 11, 1)


def test_countries_stay_as_they_are_and_unknown_names_are_told() -> None:
    events = builders.events(
        {"start": "2020-05-05", "best": 30, "admin1_published": "West Darfur state"},
        {"start": "2020-05-05", "best": 3, "admin1_published": "Middle Darfur state"},
    )
    countries = figures_that_speak(events, builders.years({"place_id": "SDN", "year": 2020, "best": 33}))
    parts = with_crises_and_units(countries, events, DYAD_YEAR.empty())
    for whole, alone in ((parts.spoken.years, countries.years), (parts.spoken.months, countries.months)):
        pd.testing.assert_frame_equal(whole[whole["place_kind"] == "country"].reset_index(drop=True), alone)
    assert set(parts.spoken.years["place_kind"]) == {"country", "adm1", "unlocated", "crisis"}
    assert len(parts.unknown) == 1 and "Middle Darfur state" in parts.unknown[0]
    assert parts.events.loc[parts.events["fatalities_best"] == 3, "unit_id"].isna().all()


@pytest.fixture(scope="module")
def tempo(real: Parts) -> Any:
    """The deadliest episode of each place."""
    table = episodes(real.spoken.years, AS_OF)
    return table[table["is_deadliest"]].set_index("place_id")


def deaths(real: Parts, place_id: str) -> Any:
    """best, low and high by year."""
    rows = real.spoken.years[real.spoken.years["place_id"] == place_id]
    return rows.groupby("year")[["fatalities_best", "fatalities_low", "fatalities_high"]].sum()


def rungs(real: Parts, place_id: str) -> dict[int, str]:
    rows = real.spoken.comparison[real.spoken.comparison["place_id"] == place_id]
    return dict(zip(rows["year"], rows["rung"], strict=True))


def test_darfur_by_event_is_a_slow_burn(real: Parts, tempo: Any) -> None:
    darfur = deaths(real, "crisis:darfur")
    assert darfur["fatalities_best"].sum() == 36_103 and (darfur.index[0], darfur.index[-1]) == (1989, 2023)
    worst = darfur.loc[2003:2006].sum()
    assert worst["fatalities_best"] == 15_965
    # As published 15,555-20,113; of one event (347769) low and high are printed the wrong way round, 653 and 636.
    assert (worst["fatalities_low"] + 17, worst["fatalities_high"] - 17) == (15_555, 20_113)
    assert tempo.loc["crisis:darfur", "tempo"] == "slow_burn" and tempo.loc["crisis:darfur", "is_ongoing"]
    assert set(rungs(real, "crisis:darfur").values()) == {"events"}


def test_southern_sudan_is_spliced_over_2011(real: Parts, tempo: Any) -> None:
    south, rung = deaths(real, "crisis:southern-sudan")["fatalities_best"], rungs(real, "crisis:southern-sudan")
    own = deaths(real, "SSD")["fatalities_best"]
    assert south.index.tolist() == list(range(1989, 2025))
    assert south[2011] == 1822 + own[2011]  # the events of Sudan's southern states, January to June, by hand
    assert south.loc[2012:].tolist() == own.loc[2012:].tolist()
    assert {year for year, step in rung.items() if step == "years"} == {2023, 2024}
    assert tempo.loc["crisis:southern-sudan", "tempo"] == "slow_burn"
    months = real.spoken.months[real.spoken.months["place_id"] == "crisis:southern-sudan"]
    assert months["month"].max() == pd.Timestamp(2022, 12, 1)


@pytest.mark.parametrize(
    ("crisis", "rung", "total", "tempo_word"),
    [
        ("northern-uganda", "dyads", 8_579, "slow_burn"),
        ("kosovo", "dyads", 2_639, "sudden"),
        ("rwanda", "years", 777_836, "sudden"),  # 2,647 + 1,102 + 647 + 977 + 772,463
        ("eastern-congo", "dyads", 26_009, "slow_burn"),
        ("sierra-leone-war", "events", 20_443, "slow_burn_with_surges"),
    ],
)
def test_each_crisis_stands_on_its_honest_rung(
    real: Parts, tempo: Any, crisis: str, rung: str, total: int, tempo_word: str
) -> None:
    place_id = f"crisis:{crisis}"
    assert set(rungs(real, place_id).values()) == {rung}
    assert deaths(real, place_id)["fatalities_best"].sum() == total
    assert tempo.loc[place_id, "tempo"] == tempo_word
    covered = real.spoken.years.loc[real.spoken.years["place_id"] == place_id, "types_covered"]
    assert set(covered) == {"state_based" if rung == "dyads" else "all"}


def test_kosovo_peaks_in_1999_and_is_not_the_uck_of_north_macedonia(real: Parts) -> None:
    kosovo = deaths(real, "crisis:kosovo")["fatalities_best"]
    assert kosovo.to_dict() == {1998: 1_235, 1999: 1_404}


def test_every_crisis_has_figures_and_only_those_its_rule_gives(real: Parts) -> None:
    years = real.spoken.years[real.spoken.years["place_kind"] == "crisis"]
    assert set(years["place_id"]) == set(crises())
    by_dyad = {crisis.crisis_id for crisis in crises().values() if crisis.rule == "dyads"}
    assert set(years.loc[years["types_covered"] == "state_based", "place_id"]) == by_dyad
    assert not set(real.spoken.months["place_id"]) & by_dyad


def test_every_dyad_of_the_register_is_in_the_file(real: Parts, shared_data: Path) -> None:
    path = shared_data / "ucdp" / "BattleDeaths_v25_1.csv"
    listed = set(pd.read_csv(path, usecols=["dyad_id"], dtype="str")["dyad_id"])
    with zipfile.ZipFile(shared_data / "ucdp/ged241-csv.zip") as archive, archive.open(archive.namelist()[0]) as raw:
        in_events = set(pd.read_csv(raw, usecols=["dyad_new_id"], dtype="str")["dyad_new_id"])
    for crisis in crises().values():
        assert set(crisis.dyads) <= (listed if crisis.rule == "dyads" else in_events), crisis.crisis_id


def test_units_and_the_unlocated_add_up_to_their_country(real: Parts) -> None:
    years = real.spoken.years
    units = years[years["place_kind"].isin(["adm1", "unlocated"])]
    summed = units.groupby([units["place_id"].str[5:8], "year"])["fatalities_best"].sum()
    of_country = years[years["place_kind"] == "country"].groupby(["place_id", "year"])["fatalities_best"].sum()
    assert (summed == of_country.reindex(summed.index)).all()
    assert deaths(real, "adm1:SDN:unlocated")["fatalities_best"].sum() == 10_562
    assert real.unknown == []


def test_months_of_a_crisis_by_events_add_up_to_its_years(real: Parts) -> None:
    months = real.spoken.months[real.spoken.months["place_id"] == "crisis:darfur"]
    by_year = months.groupby(months["month"].dt.year)["fatalities_best"].sum()
    assert by_year.tolist() == deaths(real, "crisis:darfur")["fatalities_best"].tolist()


def test_darfur_spread_over_most_ground_in_2004_and_to_newcomers_beside_it(real: Parts) -> None:
    spread: Any = spread_years(real.events, real.covered).set_index(["place_id", "year"])
    darfur = spread.loc["crisis:darfur"]
    assert darfur["active_cells"].idxmax() == 2004
    assert darfur.loc[2004, "new_cells_beside"] / darfur.loc[2004, "new_cells"] > 0.8
    assert (spread["fatalities_placed"] <= spread["fatalities_best"]).all()
    assert spread.loc[("SDN", 2023), "fatalities_best"] == deaths(real, "SDN").loc[2023, "fatalities_best"]
