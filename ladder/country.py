"""Which figure speaks for a country's year, and for its months?

Event files do not say where they end: one may lack the newest years of a country,
or hold an older coding of a war that UCDP has since recounted. UCDP's annual file
is complete, so events speak for a country-year only where the file holds events of
it and their sum agrees with the annual figure; otherwise the annual figure speaks
alone and there are no months. Annual figures are never spread over months.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES, VIOLENCE_TYPES
from contracts.violence_comparison import VIOLENCE_COMPARISON
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from ladder.spread import BOUNDS, spread_over_months

TOLERANCE_SHARE = 0.02  # of the annual figure: late corrections between releases stay below it
TOLERANCE_DEATHS = 25  # UCDP's own threshold of an active conflict; small years differ by rounding of types
COUNTRY_YEAR = ["place_id", "year"]
BOUND_LIST = list(BOUNDS)


@dataclass(frozen=True)
class Spoken:
    """The series that speaks, by year and by month, and what every source said."""

    years: pd.DataFrame
    months: pd.DataFrame
    comparison: pd.DataFrame


def figures_that_speak(events: pd.DataFrame, annual: pd.DataFrame) -> Spoken:
    """Judge every country-year; `events` is violence_event, `annual` violence_year of UCDP country-year."""
    judged = _judge(events, annual)
    by_events = judged.loc[judged["speaks_events"], COUNTRY_YEAR]
    return Spoken(
        years=VIOLENCE_YEAR.validate(_years(events, annual, by_events)),
        months=VIOLENCE_MONTH.validate(_months(events, judged)),
        comparison=VIOLENCE_COMPARISON.validate(_comparison(judged)),
    )


def _judge(events: pd.DataFrame, annual: pd.DataFrame) -> pd.DataFrame:
    """One row per country-year: both totals, and who speaks for which reason."""
    said_by_events = events.groupby(COUNTRY_YEAR, as_index=False)[BOUND_LIST].sum()
    said_by_years = annual.groupby(COUNTRY_YEAR, as_index=False)[BOUND_LIST].sum()
    judged = said_by_years.merge(
        _quiet_years_beyond(events, annual, said_by_events),
        on=COUNTRY_YEAR,
        how="outer",
        suffixes=("_annual", "_events"),
        validate="one_to_one",
    )
    best_events, best_annual = judged["fatalities_best_events"], judged["fatalities_best_annual"]
    has_events, has_annual = best_events.notna(), best_annual.notna()
    allowed = np.maximum(TOLERANCE_SHARE * best_annual, TOLERANCE_DEATHS)
    agrees = has_events & has_annual & ((best_events - best_annual).abs() <= allowed)
    return judged.assign(
        has_events=has_events,
        has_annual=has_annual,
        agrees=agrees,
        is_zero_year=~has_events & best_annual.eq(0),
        speaks_events=agrees | ~has_annual,
        source_events=_only_source(events),
        source_annual=_only_source(annual),
    )


def _quiet_years_beyond(events: pd.DataFrame, annual: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Add the quiet years of held countries where the event file reaches beyond the annual one: no event means no recorded death."""
    if events.empty or annual.empty:
        return said
    beyond = range(int(annual["year"].max()) + 1, int(events["year"].max()) + 1)
    grid = pd.MultiIndex.from_product([sorted(events["place_id"].unique()), beyond], names=COUNTRY_YEAR)
    quiet = grid.difference(pd.MultiIndex.from_frame(said[COUNTRY_YEAR])).to_frame(index=False)
    return pd.concat([said, quiet.astype({"year": "int64"}).assign(**dict.fromkeys(BOUND_LIST, 0))], ignore_index=True)


def _years(events: pd.DataFrame, annual: pd.DataFrame, by_events: pd.DataFrame) -> pd.DataFrame:
    spoken = events.merge(by_events, on=COUNTRY_YEAR, validate="many_to_one")
    summed = spoken.groupby([*COUNTRY_YEAR, "violence_type"]).agg(
        {**dict.fromkeys(BOUND_LIST, "sum"), "is_bounds_inconsistent": "any", "is_provisional": "any"}
    )
    grid = _grid(by_events, "year")
    # The file holds the year and agrees with the annual figure: a type without an event had no recorded death.
    counted = summed.reindex(grid).fillna({**dict.fromkeys(BOUND_LIST, 0)}).reset_index()
    flags = ["is_bounds_inconsistent", "is_provisional"]
    counted[flags] = counted[flags].eq(True)
    counted = counted.assign(place_kind="country", source_id=_only_source(events), types_covered=ALL_TYPES)
    keys = pd.MultiIndex.from_frame(by_events)
    alone = annual[~pd.MultiIndex.from_frame(annual[COUNTRY_YEAR]).isin(keys)]
    return pd.concat([counted, alone], ignore_index=True)


def _months(events: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    monthly = judged[judged["speaks_events"] | judged["is_zero_year"]]
    spread = spread_over_months(events.merge(monthly[COUNTRY_YEAR], on=COUNTRY_YEAR, validate="many_to_one"))
    summed = spread.groupby(["place_id", "month", "violence_type"]).agg(
        {**dict.fromkeys(BOUND_LIST, "sum"), "is_provisional": "any"}
    )
    twelve = monthly.loc[monthly.index.repeat(12), [*COUNTRY_YEAR, "is_zero_year"]].reset_index(drop=True)
    number = pd.Series(np.tile(np.arange(12), len(monthly)))
    twelve["month"] = (
        ((twelve["year"] - 1970) * 12 + number).to_numpy().astype("datetime64[M]").astype("datetime64[us]")
    )
    # A year that events speak for, or of which UCDP says 0, is covered: a month without an event had no recorded death.
    months = (
        summed.reindex(_grid(twelve[["place_id", "month"]], "month")).fillna(dict.fromkeys(BOUND_LIST, 0)).reset_index()
    )
    months["is_provisional"] = months["is_provisional"].eq(True)
    is_zero = months.merge(
        twelve[["place_id", "month", "is_zero_year"]], on=["place_id", "month"], validate="many_to_one"
    )["is_zero_year"]
    return months.assign(
        fatalities_low=months[["fatalities_low", "fatalities_best"]].min(axis=1),  # rounding apart may cross by one
        fatalities_high=months[["fatalities_high", "fatalities_best"]].max(axis=1),
        place_kind="country",
        source_id=np.where(is_zero, judged["source_annual"].iloc[0] if len(judged) else "", _only_source(events)),
        types_covered=ALL_TYPES,
    )


def _grid(rows: pd.DataFrame, period: str) -> pd.MultiIndex:
    """Each (place, period) of `rows` with every type of violence."""
    repeated = rows.loc[rows.index.repeat(len(VIOLENCE_TYPES))]
    types = np.tile(VIOLENCE_TYPES, len(rows))
    return pd.MultiIndex.from_arrays(
        [repeated["place_id"].to_numpy(), repeated[period].to_numpy(), types],
        names=["place_id", period, "violence_type"],
    )


def _comparison(judged: pd.DataFrame) -> pd.DataFrame:
    events, annual = judged[judged["has_events"]], judged[judged["has_annual"]]
    said_by_events = events.assign(
        rung="events",
        speaks=events["speaks_events"],
        reason=np.select([~events["has_annual"], events["agrees"]], ["beyond_annual", "agrees"], "differs"),
    )
    said_by_years = annual.assign(
        rung="years",
        speaks=~annual["speaks_events"],
        reason=np.select([annual["agrees"], annual["is_zero_year"]], ["agrees", "zero_year"], "annual_record"),
    )
    return pd.concat([_renamed(said_by_events, "events"), _renamed(said_by_years, "annual")], ignore_index=True)


def _renamed(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    names = {f"{bound}_{side}": bound for bound in BOUNDS}
    kept = rows[[*COUNTRY_YEAR, "rung", "speaks", "reason", *names, f"source_{side}"]]
    return kept.rename(columns={**names, f"source_{side}": "source_id"}).assign(
        place_kind="country", types_covered=ALL_TYPES
    )


def _only_source(table: pd.DataFrame) -> str:
    return str(table["source_id"].iloc[0]) if len(table) else ""
