"""Which figures speak for a named crisis, and on which rung does each of its years stand?

A crisis has one rule (reference/crises.toml). Events in units hold all types of
violence; so do whole countries, whose own figures are taken as they speak, months
included; dyads hold state-based deaths only and no months. Where a crisis crosses a
border that is new (southern Sudan), its years are spliced and each says from which
source it is. All crises are computed at once: a join with who counts what, then sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from contracts.violence_comparison import VIOLENCE_COMPARISON
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from ladder._crises_by_country import of_countries
from ladder._crises_by_dyad import of_dyads
from ladder.admin1 import Located
from ladder.country import Spoken
from ladder.covered import PLACE_YEAR, months_of, years_of
from ladder.spread import BOUNDS
from reference.admin1 import admin1_units
from reference.crises import Crisis

KIND = "crisis"
COVERED = [*PLACE_YEAR, "place_kind", "source_id", "rung"]


@dataclass(frozen=True)
class Counted:
    """Events under the names of crises, and the crisis-years that they speak for, with source and rung."""

    events: pd.DataFrame
    covered: pd.DataFrame


def figures_of_crises(crises: Sequence[Crisis], counted: Counted, dyads: pd.DataFrame, countries: Spoken) -> Spoken:
    """Years, months and rungs of every crisis; `dyads` is dyad_year, `countries` what speaks for the countries."""
    events, covered = counted.events, counted.covered
    whole = of_countries(crises, countries, pd.MultiIndex.from_frame(covered[PLACE_YEAR]))
    by_dyad = of_dyads(crises, dyads)
    years = _labelled([years_of(events, covered.drop(columns="rung")), whole.years, by_dyad], VIOLENCE_YEAR.empty())
    months = _labelled([months_of(events, covered.drop(columns="rung")), whole.months], VIOLENCE_MONTH.empty())
    rungs = pd.concat([covered[[*PLACE_YEAR, "rung"]], whole.comparison], ignore_index=True)
    return Spoken(
        years=VIOLENCE_YEAR.validate(years),
        months=VIOLENCE_MONTH.validate(months),
        comparison=VIOLENCE_COMPARISON.validate(_comparison(years, rungs)),
    )


def events_of_crises(crises: Iterable[Crisis], located: Located) -> Counted:
    """The events of crises that are counted by units."""
    by_units = [crisis for crisis in crises if crisis.rule == "units"]
    covered = _covered_years(by_units, located.covered)
    in_units = _pairs([(crisis.crisis_id, unit) for crisis in by_units for unit in crisis.units], ["unit_id"])
    by_dyads = [
        (crisis.crisis_id, dyad, place) for crisis in by_units for dyad in crisis.dyads for place in crisis.countries
    ]
    events = located.events.drop(columns="place_id").assign(country_id=located.events["place_id"])
    joined = [
        events.merge(in_units, on="unit_id", validate="many_to_many"),
        events.merge(_pairs(by_dyads, ["dyad_id", "country_id"]), on=["dyad_id", "country_id"]),
    ]
    counted = pd.concat(joined, ignore_index=True).drop_duplicates(["place_id", "source_id", "event_id"])
    return Counted(counted.merge(covered[PLACE_YEAR], on=PLACE_YEAR, validate="many_to_one"), covered)


def _pairs(rows: Sequence[tuple[str, ...]], names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["place_id", *names], dtype="str")


def _covered_years(crises: Iterable[Crisis], covered: pd.DataFrame) -> pd.DataFrame:
    """The years in which events speak for every country that the crisis then counts in, or UCDP says zero for it."""
    columns = ("place_id", "year", "source_id", "is_zero")
    said = {(row[0], row[1]): (row[3], row[2]) for row in zip(*(covered[name] for name in columns), strict=True)}
    years = sorted({year for _, year in said})
    found = []
    for crisis in crises:
        units = [admin1_units()[unit] for unit in crisis.units]
        for year in filter(crisis.is_followed_in, years):
            needed = {unit.iso3 for unit in units if unit.is_valid_in(year)}
            if needed and all((place, year) in said for place in needed):
                is_zero, source_id = min(said[place, year] for place in needed)  # events first: they name the source
                found.append((crisis.crisis_id, year, KIND, source_id, "years" if is_zero else "events"))
    return pd.DataFrame(found, columns=COVERED).astype(
        {"year": "int64"} | dict.fromkeys(set(COVERED) - {"year"}, "str")
    )


def _comparison(years: pd.DataFrame, rungs: pd.DataFrame) -> pd.DataFrame:
    """One speaking row for every crisis-year: the sum of its types, its rung, and that the register says so."""
    keys = [*PLACE_YEAR, "place_kind", "source_id", "types_covered"]
    said = years.groupby(keys, as_index=False)[list(BOUNDS)].sum()
    said = said.merge(rungs, on=PLACE_YEAR, how="left", validate="one_to_one")
    return said.assign(rung=said["rung"].fillna("dyads"), speaks=True, reason="declared")


def _labelled(tables: list[pd.DataFrame], nothing: pd.DataFrame) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    together = pd.concat(filled, ignore_index=True) if filled else nothing
    return together.assign(place_kind=KIND)
