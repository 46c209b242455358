"""The small world with displaced people, published so that an answer of the data interface can be computed by hand."""

from pathlib import Path

import pandas as pd

from contracts.destination_year import DESTINATION_YEAR
from contracts.displacement_year import DISPLACEMENT_YEAR
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.violence_year import VIOLENCE_YEAR
from releases.write import publish, write_draft
from tests.dashboard.small_sources import AS_OF, source
from tests.dashboard.small_world import violence_years

UNHCR, UNRWA = "unhcr_population", "unhcr_unrwa"
YEAR_END = pd.Timestamp(2024, 12, 31)
ABROAD = {  # (origin, asylum): refugees, asylum-seekers, others
    ("SDN", "CAN"): (936, 7, 0),
    ("SDN", "TCD"): (1_200_000, 0, 0),
    ("TUV", "NZL"): (4, 0, 0),
}
COUNTS = {"SDN": 1_200_936, "TUV": 4}  # refugees_abroad


def destinations() -> pd.DataFrame:
    rows = [
        {"origin_id": origin, "asylum_id": asylum, "reference_date": YEAR_END, "is_masked": False}
        | {"refugees": refugees, "asylum_seekers": seekers, "oip": others}
        | {"share_of_refugees": refugees / COUNTS[origin], "share_of_all": 0.5, "rank": 1, "is_provisional": False}
        for (origin, asylum), (refugees, seekers, others) in ABROAD.items()
    ]
    return DESTINATION_YEAR.validate(pd.DataFrame(rows))


def populations(source_id: str, origin: str, kind: str, persons: list[int | None]) -> pd.DataFrame:
    rows = [
        {"origin_id": origin, "asylum_id": "CAN", "population_type": kind, "source_id": source_id}
        | {"reference_date": pd.Timestamp(2020 + place, 12, 31), "persons": count, "is_masked": count is None}
        for place, count in enumerate(persons)
    ]
    return DISPLACEMENT_YEAR.validate(pd.DataFrame(rows))


def scores() -> pd.DataFrame:
    rows = [
        {"place_id": place, "place_kind": "country", "month": pd.Timestamp(2024, 12, 1), "indicator_id": name}
        | {"value": value, "value_low": value, "value_high": value, "score": 10.0}
        | {"n_observed": 1, "coverage": 1.0, "status": "ok", "is_provisional": False}
        for place in COUNTS
        for name, value in (
            ("refugees_abroad", float(COUNTS[place])),
            ("refugees_abroad_rate", COUNTS[place] / 11.0),
            ("fatalities_year", 3.0),
        )
    ]
    return INDICATOR_SCORES.validate(pd.DataFrame(rows))


def formula_years() -> pd.DataFrame:
    """The years of the small world; one source id begins like a formula."""
    years = violence_years()
    return VIOLENCE_YEAR.validate(years.assign(source_id=years["source_id"].where(years["place_id"] != "LIE", "=1+1")))


def publish_world(processed: Path, as_of: str = AS_OF) -> str:
    tables = {"destination_year": destinations(), "indicator_scores": scores(), "violence_year": formula_years()}
    names = ("ucdp_ged", "ucdp_country_year", "ucdp_battle_deaths", UNHCR, UNRWA)
    people = {
        UNHCR: populations(UNHCR, "SDN", "refugees", [0, 9, 10, None]),
        UNRWA: populations(UNRWA, "PSE", "unrwa_refugees", [5_900_000]),
    }
    sources = {name: source(name, name) for name in names}
    sources["views_forecasts"] = source("views_forecasts", "Peers") | {"role": "comparison"}
    return publish(processed, write_draft(processed, as_of, sources, people, tables))
