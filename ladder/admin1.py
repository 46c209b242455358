"""Which figures speak for a province, state or region? Only events name one.

So a unit has a year where its country's events speak, or where the annual record says
zero for the whole country. Events without a unit stand in the country's `unlocated`
row, which is there even where it is zero; units that no event ever named have no row.
Months are kept for the last ten years on record: a reader of a unit looks at its
recent past, and of its years at all of them.
"""

from dataclasses import dataclass

import pandas as pd

from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from ladder.covered import PLACE_YEAR, months_of, years_of
from reference.admin1 import UNLOCATED, Admin1Unit, admin1_units, unit_ids

YEARS_WITH_MONTHS = 10


@dataclass(frozen=True)
class Located:
    """The events that speak, each with its `unit_id`, and the country-years for which they do (is_zero: annual record)."""

    events: pd.DataFrame
    covered: pd.DataFrame


@dataclass(frozen=True)
class Spoken:
    """Years and months of units."""

    years: pd.DataFrame
    months: pd.DataFrame


def locate(events: pd.DataFrame, comparison: pd.DataFrame) -> Located:
    """Give the events that speak for their country-year their units, for the countries whose units are known."""
    covered = years_with_events(events, comparison)
    covered = covered[covered["place_id"].isin({unit.iso3 for unit in admin1_units().values()})]
    spoken = events.merge(covered.loc[~covered["is_zero"], PLACE_YEAR], on=PLACE_YEAR, validate="many_to_one")
    unit = unit_ids(spoken["place_id"], spoken["admin1_published"], spoken["year"])
    return Located(spoken.assign(unit_id=unit), covered.reset_index(drop=True))


def years_with_events(events: pd.DataFrame, comparison: pd.DataFrame) -> pd.DataFrame:
    """The country-years for which events speak or the annual record says zero, of countries with events at all."""
    speaks = comparison[comparison["speaks"]]
    by_events = (speaks["rung"] == "events") & speaks["source_id"].isin(events["source_id"].unique())
    is_zero = speaks["reason"] == "zero_year"
    covered = speaks[(by_events | is_zero) & speaks["place_id"].isin(events["place_id"].unique())]
    return covered[[*PLACE_YEAR, "source_id"]].assign(is_zero=covered["reason"] == "zero_year")


def figures_of_units(located: Located) -> Spoken:
    """violence_year and violence_month of every unit."""
    covered, events = _unit_years(located), located.events.assign(place_id=located.events["unit_id"])
    first = int(covered["year"].max()) - YEARS_WITH_MONTHS + 1 if len(covered) else 0
    recent = covered[covered["year"] >= first].reset_index(drop=True)
    return Spoken(
        years=VIOLENCE_YEAR.validate(years_of(events, covered)),
        months=VIOLENCE_MONTH.validate(months_of(events[events["year"] >= first], recent)),
    )


def _unit_years(located: Located) -> pd.DataFrame:
    """Every unit in every covered year in which it existed: place_id, year, place_kind, source_id."""
    used = set(located.events["unit_id"].unique())
    units = [unit for unit in admin1_units().values() if _is_shown(unit, used)]
    listed = pd.DataFrame(
        {
            "unit_id": [unit.unit_id for unit in units],
            "place_id": [unit.iso3 for unit in units],
            "place_kind": ["adm1" if unit.spellings else "unlocated" for unit in units],
            "valid_from": [unit.valid_from for unit in units],
            "valid_to": [unit.valid_to or 9999 for unit in units],
        }
    )
    crossed = located.covered.merge(listed, on="place_id", validate="many_to_many")
    existed = crossed[crossed["year"].between(crossed["valid_from"], crossed["valid_to"])]
    return existed.assign(place_id=existed["unit_id"])[[*PLACE_YEAR, "place_kind", "source_id"]].reset_index(drop=True)


def _is_shown(unit: Admin1Unit, used: set[str]) -> bool:
    """Units that some event names, and always the row of events that name none."""
    return unit.unit_id in used or unit.unit_id.endswith(f":{UNLOCATED}")
