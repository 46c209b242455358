"""Tables on displaced people and other records for tests, made from one figure for each place and year.

Where the figure is 0, stocks are a 0 on record; flows, crises, notices and analyses are not there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from contracts.crisis_severity_month import CRISIS_SEVERITY_MONTH
from contracts.displacement_year import DISPLACEMENT_YEAR
from contracts.food_insecurity import FOOD_INSECURITY
from contracts.outbreak_notice import OUTBREAK_NOTICE
from contracts.risk_index_year import RISK_INDEX_YEAR
from contracts.solution_year import SOLUTION_YEAR
from scoring.displacement_breaks import breaks_of_series

ASYLUM = "TCD"
PER_FIGURE = {"refugees": 1000, "asylum_seekers": 20, "oip": 10, "unrwa_refugees": 30}  # abroad
WITHIN = {"idps": 200, "idmc_idps": 300}
SCALE_CHANGES = 2016
Series = Mapping[str, Sequence[int]]


def stocks(*cells: tuple[str, str, str, str, int | None]) -> pd.DataFrame:
    """displacement_year from (origin, asylum, type, day, persons); None is masked."""
    names = ["origin_id", "asylum_id", "population_type", "reference_date", "persons"]
    table = pd.DataFrame(cells, columns=names).astype({"persons": "Int64"})
    table["reference_date"] = pd.to_datetime(table["reference_date"])
    return DISPLACEMENT_YEAR.validate(table.assign(source_id="unhcr", is_masked=table["persons"].isna()))


def flows(*cells: tuple[str, str, str, str, str, int | None]) -> pd.DataFrame:
    """asylum_flow_year from (origin, asylum, flow, day, persons or cases, number); first claims at first instance."""
    names = ["origin_id", "asylum_id", "flow", "reference_date", "counted_in", "number"]
    table = pd.DataFrame(cells, columns=names).astype({"number": "Int64"})
    table["reference_date"] = pd.to_datetime(table["reference_date"])
    is_asked = table["flow"].eq("applied")
    return ASYLUM_FLOW_YEAR.validate(
        table.assign(
            source_id="unhcr",
            procedure="government",
            application_type=is_asked.map({True: "N", False: "not_stated"}),
            decision_level="FI",
            is_masked=table["number"].isna(),
        )
    )


def solutions(*cells: tuple[str, str, str, str, int | None]) -> pd.DataFrame:
    """solution_year from (origin, other place, solution, day, persons)."""
    names = ["origin_id", "asylum_id", "solution", "reference_date", "persons"]
    table = pd.DataFrame(cells, columns=names).astype({"persons": "Int64"})
    table["reference_date"] = pd.to_datetime(table["reference_date"])
    return SOLUTION_YEAR.validate(table.assign(source_id="unhcr", is_masked=table["persons"].isna()))


def tables(figures: Series, first_year: int, as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """All of them by contract name, with the breaks that follow from them."""
    cells = [(place, first_year + at, figure) for place, series in figures.items() for at, figure in enumerate(series)]
    some = [(place, year, figure) for place, year, figure in cells if figure]
    abroad = [(p, ASYLUM, kind, f"{y}-12-31", per * n) for p, y, n in cells for kind, per in PER_FIGURE.items()]
    within = [(p, p, kind, f"{y}-12-31", per * n) for p, y, n in cells for kind, per in WITHIN.items()]
    asked = [
        (p, ASYLUM, flow, f"{y}-12-31", "persons", 5 * n) for p, y, n in some for flow in ("applied", "recognized")
    ]
    gone = [
        (p, ASYLUM, kind, f"{y}-12-31", 3 * n) for p, y, n in some for kind in ("returned_refugees", "returned_idps")
    ]
    made = {
        "displacement_year": stocks(*abroad, *within),
        "asylum_flow_year": flows(*asked),
        "solution_year": solutions(*gone),
    }
    return {
        **made,
        "series_break": breaks_of_series(
            made["displacement_year"], made["asylum_flow_year"], made["solution_year"], as_of
        ),
        "risk_index_year": RISK_INDEX_YEAR.validate(pd.DataFrame([_risk(*cell) for cell in cells])),
        "crisis_severity_month": _table(CRISIS_SEVERITY_MONTH, [_severity(*cell) for cell in some]),
        "outbreak_notice": _table(
            OUTBREAK_NOTICE, [_notice(p, y, month) for p, y, _ in some for month in range(1, 13)]
        ),
        "food_insecurity": _table(FOOD_INSECURITY, [_hunger(*cell) for cell in some]),
    }


def _table(contract: Any, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return contract.validate(pd.DataFrame(rows)) if rows else contract.empty()


def _place(place: str, source_id: str) -> dict[str, Any]:
    return {"place_id": place, "place_kind": "country", "source_id": source_id}


def _risk(place: str, year: int, figure: int) -> dict[str, Any]:
    return _place(place, "inform_risk") | {"year": year, "risk_index": "INFORM", "risk_score": min(figure / 100, 10)}


def _severity(place: str, year: int, figure: int) -> dict[str, Any]:
    return {
        "source_crisis_id": f"{place}001",
        "place_id": place,
        "month": pd.Timestamp(year, 12, 1),
        "source_id": "inform_severity",
        "crisis_name": "Complex crisis",
        "severity_scale": "0-5" if year < SCALE_CHANGES else "0-10",
        "severity_score": min(figure / 100, 5),
    }


def _notice(place: str, year: int, month: int) -> dict[str, Any]:
    day = pd.Timestamp(year, month, 5)
    names = {"source_id": "who_outbreaks", "notice_id": f"{day:%Y-%m}-cholera-{place}", "place_number": 1}
    return names | {"place_id": place, "date": day, "disease_id": "cholera", "url": "https://example.org/notice"}


def _hunger(place: str, year: int, figure: int) -> dict[str, Any]:
    days = {"month": pd.Timestamp(year, 6, 1), "period_start": pd.Timestamp(year, 6, 1)}
    rest = {"period_end": pd.Timestamp(year, 9, 30), "validity": "current", "analysis_number": 1, "phase": "3+"}
    return _place(place, "ipc_phases") | days | rest | {"people_in_phase": 50 * figure, "share_in_phase": 0.2}


def years_of(table: pd.DataFrame) -> pd.Series:
    """The year that each row of any of the tables is about."""
    if "year" in table:
        return table["year"]
    return table[next(name for name in ("month", "reference_date", "date") if name in table)].dt.year


def at_mid_year(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """UNHCR's provisional figures are those of 30 June."""
    days = table["reference_date"]
    return table.assign(reference_date=days.mask(days.dt.year == year, pd.Timestamp(year, 6, 30)))


def without(table: pd.DataFrame, place_id: str, year: int) -> pd.DataFrame:
    """The table as if nothing were on record of the place in that year."""
    places = table[next(name for name in ("origin_id", "place_id", "place_ids") if name in table)]
    return table[(places != place_id) | (years_of(table) != year)]
