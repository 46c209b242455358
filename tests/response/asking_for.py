"""Small tables of people, flows and money, and the question they answer."""

from typing import Any

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from contracts.displacement_year import DISPLACEMENT_YEAR
from response.component import Asked

AS_OF = pd.Timestamp("2026-03-01")


def asked(
    receiver: str = "CAN", places: tuple[str, ...] = ("SDN",), as_of: pd.Timestamp = AS_OF, **tables: Any
) -> Asked:
    return Asked(tables, places, receiver, as_of)


def stocks(*cells: tuple[str, str, str, str, int | None], source_id: str = "unhcr_population") -> pd.DataFrame:
    """displacement_year from (origin, asylum, type, day, persons); None is masked."""
    names = ["origin_id", "asylum_id", "population_type", "reference_date", "persons"]
    table = pd.DataFrame(cells, columns=names).assign(source_id=source_id)
    table["reference_date"] = pd.to_datetime(table["reference_date"])
    return DISPLACEMENT_YEAR.validate(table.assign(is_masked=table["persons"].isna()))


def applied(*cells: tuple[str, str, int, str, str, int]) -> pd.DataFrame:
    """asylum_flow_year of new applications from (origin, asylum, year, stage, persons or cases, number)."""
    names = ["origin_id", "asylum_id", "year", "decision_level", "counted_in", "number"]
    table = pd.DataFrame(cells, columns=names)
    day = pd.to_datetime(table["year"].astype("str") + "-12-31")
    stated: dict[str, Any] = {"flow": "applied", "procedure": "government", "application_type": "N", "is_masked": False}
    return ASYLUM_FLOW_YEAR.validate(table.assign(reference_date=day, source_id="unhcr_applications", **stated))
