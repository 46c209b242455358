"""The months of each rung of the ladder, as violence_month before validation."""

import pandas as pd

from contracts._columns import ALL_TYPES, STATE_BASED_ONLY
from contracts.violence_month import VIOLENCE_MONTH
from ladder._grid import COUNTRY_YEAR, complete, of_the_years, only_source, twelve_months
from ladder.spread import spread_over_months


def event_months(events: pd.DataFrame, country_years: pd.DataFrame) -> pd.DataFrame:
    """Months of the country-years that events speak for; a month without an event had no recorded death."""
    spoken = events.merge(country_years, on=COUNTRY_YEAR, validate="many_to_one")
    return _of_events(spoken, twelve_months(country_years), only_source(events))


def zero_months(country_years: pd.DataFrame, source_id: str) -> pd.DataFrame:
    """Months of the country-years of which the annual file says zero."""
    months = complete(VIOLENCE_MONTH.empty(), twelve_months(country_years), "month", ["is_provisional"])
    return months.assign(place_kind="country", source_id=source_id, types_covered=ALL_TYPES)


def view_months(views: pd.DataFrame, country_years: pd.DataFrame) -> pd.DataFrame:
    """VIEWS' months of the country-years that agree, cut to the types that were compared; zeros are its own."""
    rows = views.assign(year=views["month"].dt.year).merge(
        country_years[[*COUNTRY_YEAR, "types_covered_views"]], on=COUNTRY_YEAR, validate="many_to_one"
    )
    kept = rows[rows["types_covered_views"].eq(ALL_TYPES) | rows["violence_type"].eq(STATE_BASED_ONLY)]
    return kept.assign(types_covered=kept["types_covered_views"]).drop(columns=["types_covered_views", "year"])


def covered_by_candidates(beyond: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """place_id and month of every place and month that candidate files cover beyond the vetted years.

    The files are about the whole world: a place of the last annual year, or with an
    event, is covered in every month of them. Months that no file is about hold a few
    stray events only and are not covered.
    """
    if beyond.empty:
        return VIOLENCE_MONTH.empty()[["place_id", "month"]]
    spans = beyond[["covers_from", "covers_to"]].drop_duplicates()
    months = sorted(
        {month for start, end in spans.itertuples(index=False) for month in pd.date_range(start, end, freq="MS")}
    )
    annual = judged[judged["has_annual"]]
    last = annual["year"].max() if len(annual) else 0
    places = sorted({*annual.loc[annual["year"] == last, "place_id"], *beyond["place_id"]})
    grid = pd.MultiIndex.from_product([places, pd.DatetimeIndex(months)], names=["place_id", "month"])
    table = grid.to_frame(index=False).astype({"month": "datetime64[us]"})
    table = table.assign(year=table["month"].dt.year)
    taken = of_the_years(table, judged.loc[judged["speaks_events"], COUNTRY_YEAR])
    return table[(table["year"] > last) & ~taken].drop(columns="year").reset_index(drop=True)


def candidate_months(beyond: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """Provisional months: candidate events spread by days, cut to the months that their files cover."""
    return _of_events(beyond, covered, only_source(beyond)).assign(is_provisional=True)


def _of_events(events: pd.DataFrame, covered: pd.DataFrame, source_id: str) -> pd.DataFrame:
    months = complete(spread_over_months(events), covered, "month", ["is_provisional"])
    return months.assign(
        fatalities_low=months[["fatalities_low", "fatalities_best"]].min(axis=1),  # rounding apart may cross by one
        fatalities_high=months[["fatalities_high", "fatalities_best"]].max(axis=1),
        place_kind="country",
        source_id=source_id,
        types_covered=ALL_TYPES,
    )
