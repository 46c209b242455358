"""Files that are well formed and wrong: a guard holds each back and says what it saw.

Small tables in the grains of displacement and asylum, each broken in one way that a
publisher's slip, a changed unit or a mix-up of dates would bring.
"""

from collections.abc import Callable

import pandas as pd
import pytest

from contracts._contract import ContractError
from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from contracts.displacement_year import DISPLACEMENT_YEAR
from ingest import unhcr_applications, unhcr_population
from pipeline.guards import findings

ORIGINS = {"SDN": 2_000_000, "SSD": 2_300_000, "COD": 900_000, "AFG": 5_700_000}
HOSTS = {"TCD": 0.6, "UGA": 0.3, "CAN": 0.1}  # share of each origin's people
TYPES = {"refugees": 1.0, "asylum_seekers": 0.1, "idps": 3.0, "returned_refugees": 0.05}
YEARS = (2021, 2022, 2023, 2024)


def population(newest: str = "2024-12-31") -> pd.DataFrame:
    """Five per cent more people every year; the newest year at the date given."""
    dates = [f"{year}-12-31" for year in YEARS[:-1]] + [newest]
    rows = [
        (origin, asylum, kind, day, round(people * share * part * 1.05**step))
        for origin, people in ORIGINS.items()
        for asylum, share in HOSTS.items()
        for kind, part in TYPES.items()
        for step, day in enumerate(dates)
    ]
    names = ["origin_id", "asylum_id", "population_type", "reference_date", "persons"]
    table = pd.DataFrame(rows, columns=names).assign(source_id="unhcr_population", is_masked=False)
    return DISPLACEMENT_YEAR.validate(table.assign(reference_date=pd.to_datetime(table["reference_date"])))


def applications() -> pd.DataFrame:
    """New applications and appeals, all in persons."""
    rows = [
        (origin, asylum, f"{year}-12-31", kind, level, round(people * share * part))
        for origin, people in ORIGINS.items()
        for asylum, share in HOSTS.items()
        for kind, level, part in (("N", "FI", 0.02), ("A", "AR", 0.005))
        for year in YEARS
    ]
    names = ["origin_id", "asylum_id", "reference_date", "application_type", "decision_level", "number"]
    table = pd.DataFrame(rows, columns=names).assign(
        source_id="unhcr_applications", flow="applied", procedure="government", counted_in="persons", is_masked=False
    )
    return ASYLUM_FLOW_YEAR.validate(table.assign(reference_date=pd.to_datetime(table["reference_date"])))


def of(table: pd.DataFrame, **where: str) -> pd.Series:
    """Which rows have these values."""
    chosen = pd.Series(data=True, index=table.index)
    for column, value in where.items():
        chosen &= table[column].eq(value)
    return chosen


def multiplied(table: pd.DataFrame, measure: str, factor: float, **where: str) -> pd.DataFrame:
    figures = table[measure].astype("float64")
    changed = figures.where(~of(table, **where), (figures * factor).round())
    return table.assign(**{measure: changed.astype("Int64")})


def without(table: pd.DataFrame, **where: str) -> pd.DataFrame:
    return table[~of(table, **where)]


Broken = Callable[[pd.DataFrame], pd.DataFrame]
FAULTS_OF_STOCKS: dict[str, tuple[Broken, str]] = {
    "a country of origin vanishes": (lambda t: without(t, origin_id="SDN"), "1 places vanished from origin_id: SDN"),
    "a country of asylum vanishes": (lambda t: without(t, asylum_id="CAN"), "1 places vanished from asylum_id: CAN"),
    "all zeros": (lambda t: multiplied(t, "persons", 0), "persons is 0 in"),
    "zeros for one type": (lambda t: multiplied(t, "persons", 0, population_type="asylum_seekers"), "asylum_seekers"),
    "everything times two": (lambda t: multiplied(t, "persons", 2), "2 times what it was"),
    "in thousands": (lambda t: multiplied(t, "persons", 0.001), "0.001 times what it was"),
    "one type times two": (lambda t: multiplied(t, "persons", 2, population_type="refugees"), "refugees moved from"),
    "a year doubled": (lambda t: multiplied(t, "persons", 2, reference_date="2023-12-31"), "2023-12-31"),
    "the newest year is missing": (lambda t: without(t, reference_date="2024-12-31"), "an older file was served"),
    "a type is missing": (lambda t: without(t, population_type="idps"), "rows fell from"),
    "types mixed up": (
        lambda t: t.assign(population_type=t["population_type"].replace({"idps": "refugees", "refugees": "idps"})),
        "moved from",
    ),
}
FAULTS_OF_FLOWS: dict[str, tuple[Broken, str]] = {
    "cases instead of persons": (
        lambda t: t.assign(counted_in="cases"),
        "counted_in changed in 96 rows, such as persons to cases",
    ),
    "cases under the name of persons": (lambda t: multiplied(t, "number", 0.625), "0.625 times what it was"),
    "a year doubled": (lambda t: multiplied(t, "number", 2, reference_date="2023-12-31"), "2023-12-31 applied persons"),
    "a country vanishes": (lambda t: without(t, asylum_id="CAN"), "1 places vanished from asylum_id: CAN"),
    "all zeros": (lambda t: multiplied(t, "number", 0), "number is 0 in"),
    "everything times two": (lambda t: multiplied(t, "number", 2), "2 times what it was"),
}


@pytest.mark.parametrize(("broken", "says"), FAULTS_OF_STOCKS.values(), ids=FAULTS_OF_STOCKS.keys())
def test_a_wrong_table_of_stocks_is_held_back_with_its_reason(broken: Broken, says: str) -> None:
    said = findings(population(), DISPLACEMENT_YEAR.validate(broken(population())), unhcr_population.SOURCE)
    assert said and says in "; ".join(said)


@pytest.mark.parametrize(("broken", "says"), FAULTS_OF_FLOWS.values(), ids=FAULTS_OF_FLOWS.keys())
def test_a_wrong_table_of_flows_is_held_back_with_its_reason(broken: Broken, says: str) -> None:
    said = findings(applications(), ASYLUM_FLOW_YEAR.validate(broken(applications())), unhcr_applications.SOURCE)
    assert said and says in "; ".join(said)


def test_the_same_table_again_is_believed() -> None:
    assert findings(population(), population(), unhcr_population.SOURCE) == []
    assert findings(applications(), applications(), unhcr_applications.SOURCE) == []


def test_mid_year_figures_under_a_year_end_date_are_held_back() -> None:
    as_year_end = population(newest="2024-12-31")
    said = findings(population(newest="2024-06-30"), as_year_end, unhcr_population.SOURCE)
    assert said == ["persons of 31 December 2024 equals that of 30 June: mid-year figures under a year-end date"]


def test_one_late_correction_does_not_hide_mid_year_figures() -> None:
    nearly = multiplied(population(), "persons", 1.1, origin_id="SDN", asylum_id="CAN", reference_date="2024-12-31")
    said = findings(population(newest="2024-06-30"), nearly, unhcr_population.SOURCE)
    assert len(said) == 1 and "mid-year figures under a year-end date" in said[0]


def test_mid_year_turning_into_year_end_is_believed_however_far_it_moves() -> None:
    year_end = multiplied(population(), "persons", 0.55, origin_id="AFG", reference_date="2024-12-31")
    year_end = multiplied(year_end, "persons", 1.07, reference_date="2024-12-31")
    assert findings(population(newest="2024-06-30"), year_end, unhcr_population.SOURCE) == []


def test_a_new_year_in_its_middle_is_believed() -> None:
    fresh = population()[lambda t: t["reference_date"] == "2024-12-31"].assign(reference_date=pd.Timestamp(2025, 6, 30))
    both = DISPLACEMENT_YEAR.validate(pd.concat([population(), multiplied(fresh, "persons", 0.93)]))
    assert findings(population(), both, unhcr_population.SOURCE) == []


def test_returns_may_be_made_four_times_as_many_years_later_but_refugees_may_not() -> None:
    # UNHCR did so with the returns of 2022: 339,261 in 2023, 1,356,261 in 2024.
    returns = multiplied(population(), "persons", 4, population_type="returned_refugees", reference_date="2022-12-31")
    refugees = multiplied(population(), "persons", 1.3, population_type="refugees", reference_date="2022-12-31")
    assert findings(population(), returns, unhcr_population.SOURCE) == []
    assert "2022-12-31 refugees moved" in findings(population(), refugees, unhcr_population.SOURCE)[0]


def test_a_year_twice_in_one_file_is_no_table_at_all() -> None:
    twice = pd.concat([population(), population()[of(population(), reference_date="2023-12-31")]])
    with pytest.raises(ContractError, match="repeats its key"):
        DISPLACEMENT_YEAR.validate(twice)
