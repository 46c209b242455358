"""Small valid tables for tests: each builder takes what a test is about and fills in the rest."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from contracts.dyad_year import DYAD_YEAR
from contracts.population_year import POPULATION_YEAR
from contracts.violence_event import VIOLENCE_EVENT
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR

EVENT = {
    "source_id": "ucdp_ged",
    "place_id": "SDN",
    "date_precision": 1,
    "violence_type": "state_based",
    "conflict_id": "9001",
    "dyad_id": "9002",
    "dyad_name": "Reds - Blues",
    "side_a": "Reds",
    "side_a_id": "1",
    "side_b": "Blues",
    "side_b_id": "2",
    "is_side_a_own_government": False,
    "admin1_published": None,
    "place_precision": 1,
    "latitude": 12.5,
    "longitude": 30.25,
    "deaths_civilians": 0,
    "is_clear": True,
    "is_bounds_inconsistent": False,
    "is_provisional": False,
}
DYAD = {
    "dyad_id": "9002",
    "conflict_id": "9001",
    "source_id": "ucdp_battle_deaths",
    "side_a": "Government of Reds",
    "side_b": "Blues",
    "territory": None,
    "location_gw": "625",
    "place_ids": "SDN",
    "types_covered": "state_based",
    "is_bounds_inconsistent": False,
}
YEAR = {
    "place_kind": "country",
    "violence_type": "state_based",
    "source_id": "ucdp_country_year",
    "types_covered": "all",
    "is_bounds_inconsistent": False,
    "is_provisional": False,
}


def banded(row: Mapping[str, Any], best: int) -> dict[str, Any]:
    """The three estimates; low and high are best where the row does not say."""
    return {
        "fatalities_best": best,
        "fatalities_low": row.get("low", best),
        "fatalities_high": row.get("high", best),
    }


def events(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """violence_event: each row says `start` and `best`, and may say `end`, `year`, `low`, `high` and any column."""
    made = []
    for number, row in enumerate(rows):
        start = pd.Timestamp(row["start"])
        own = {name: value for name, value in row.items() if name in EVENT or name == "event_id"}
        days = {
            "date_start": start,
            "date_end": pd.Timestamp(row.get("end", start)),
            "year": row.get("year", start.year),
        }
        made.append({"event_id": f"{number:06d}"} | EVENT | days | banded(row, row["best"]) | own)
    return VIOLENCE_EVENT.validate(pd.DataFrame(made)) if made else VIOLENCE_EVENT.empty()


def dyads(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """dyad_year: each row says `year` and `best`, and may say any column; battles are where the conflict is."""
    made = []
    for row in rows:
        own = {name: value for name, value in row.items() if name in DYAD or name == "year"}
        made.append(DYAD | banded(row, row["best"]) | own | {"battle_place_ids": row.get("place_ids", "SDN")})
    return DYAD_YEAR.validate(pd.DataFrame(made)) if made else DYAD_YEAR.empty()


def years(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """violence_year: each row says `place_id`, `year` and `best`; the types that are not given are zero."""
    made = []
    for row in rows:
        own = {name: value for name, value in row.items() if name in YEAR or name in ("place_id", "year")}
        made.append(YEAR | banded(row, row["best"]) | own)
    return VIOLENCE_YEAR.validate(pd.DataFrame(made)) if made else VIOLENCE_YEAR.empty()


def yearly(deaths: Mapping[str, Sequence[int | None]], first_year: int, **columns: Any) -> pd.DataFrame:
    """violence_year from one series for each place; None is a year without a row."""
    return years(
        *(
            {"place_id": place, "year": first_year + offset, "best": best, **columns}
            for place, series in deaths.items()
            for offset, best in enumerate(series)
            if best is not None
        )
    )


def monthly(deaths: Mapping[str, Sequence[int | None]], first_month: str, **columns: Any) -> pd.DataFrame:
    """violence_month, state-based, from one series for each place; None is a month without a row."""
    months = pd.date_range(first_month, periods=max(map(len, deaths.values())), freq="MS")
    rows = [
        {"place_id": place, "month": month, "place_kind": "country", "violence_type": "state_based"}
        | {"source_id": "ucdp_ged", "types_covered": "all", "is_provisional": False}
        | banded({}, best)
        | columns
        for place, series in deaths.items()
        for month, best in zip(months, series, strict=False)
        if best is not None
    ]
    return VIOLENCE_MONTH.validate(pd.DataFrame(rows))


def population(persons: Mapping[str, int], years: range) -> pd.DataFrame:
    """population_year: the same number of people in every year."""
    rows = [
        {
            "place_id": place,
            "place_kind": "country",
            "year": year,
            "source_id": "worldbank_population",
            "persons": number,
        }
        for place, number in persons.items()
        for year in years
    ]
    return POPULATION_YEAR.validate(pd.DataFrame(rows)) if rows else POPULATION_YEAR.empty()
