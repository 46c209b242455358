"""Which figure speaks for a country's year, and for its months?

Event files do not say where they end: one may lack the newest years of a country,
or hold an older coding of a war that UCDP has since recounted. UCDP's annual file
is complete, so whatever else is said of a country-year is held against it, over the
types of violence that it covers:

years   events where they agree with the annual figure, else the annual figure
months  events where they agree; else zero where the annual figure is zero; else
        VIEWS months where they agree, state-based only before 2018; else none.
        After the last annual year candidate events, provisional.

Annual figures are never spread over months.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES, STATE_BASED_ONLY
from contracts.candidate_event import CANDIDATE_EVENT
from contracts.violence_comparison import VIOLENCE_COMPARISON
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from ladder._comparison import compared
from ladder._grid import BOUND_LIST, COUNTRY_YEAR, complete, of_the_years, only_source
from ladder._months import candidate_months, covered_by_candidates, event_months, view_months, zero_months

TOLERANCE_SHARE = 0.02  # of the annual figure: late corrections between releases stay below it
TOLERANCE_DEATHS = 25  # UCDP's own threshold of an active conflict; small years differ by rounding of types


@dataclass(frozen=True)
class Spoken:
    """The series that speaks, by year and by month, and what every source said."""

    years: pd.DataFrame
    months: pd.DataFrame
    comparison: pd.DataFrame


def figures_that_speak(
    events: pd.DataFrame,
    annual: pd.DataFrame,
    months: pd.DataFrame | None = None,
    candidates: pd.DataFrame | None = None,
) -> Spoken:
    """Judge every country-year: violence_event, violence_year of UCDP country-year, violence_month of VIEWS, candidate_event."""
    views = VIOLENCE_MONTH.empty() if months is None else months
    judged = _judge(events, annual, views)
    beyond = _beyond(CANDIDATE_EVENT.empty() if candidates is None else candidates, annual, judged)
    covered = covered_by_candidates(beyond, judged)
    parts = [
        event_months(events, judged.loc[judged["speaks_events"], COUNTRY_YEAR]),
        zero_months(judged.loc[judged["is_zero_year"], COUNTRY_YEAR], only_source(annual)),
        view_months(views, judged[judged["gives_views"]]),
        candidate_months(beyond, covered),
    ]
    return Spoken(
        years=VIOLENCE_YEAR.validate(_years(events, annual, judged.loc[judged["speaks_events"], COUNTRY_YEAR])),
        months=VIOLENCE_MONTH.validate(pd.concat([part for part in parts if len(part)] or parts[:1])),
        comparison=VIOLENCE_COMPARISON.validate(compared(judged, beyond, covered)),
    )


def _judge(events: pd.DataFrame, annual: pd.DataFrame, views: pd.DataFrame) -> pd.DataFrame:
    """One row per country-year: what each source says of it, and who speaks for which reason."""
    said_by_events = events.groupby(COUNTRY_YEAR, as_index=False)[BOUND_LIST].sum()
    said_by_years = annual.groupby(COUNTRY_YEAR, as_index=False)[BOUND_LIST].sum()
    judged = said_by_years.merge(
        _quiet_years_beyond(events, annual, said_by_events),
        on=COUNTRY_YEAR,
        how="outer",
        suffixes=("_annual", "_events"),
        validate="one_to_one",
    )
    judged = judged.merge(_said_by_views(views, annual), on=COUNTRY_YEAR, how="outer", validate="one_to_one")
    best_events, best_annual = judged["fatalities_best_events"], judged["fatalities_best_annual"]
    has_events, has_annual, has_views = (
        judged[f"fatalities_best_{side}"].notna() for side in ("events", "annual", "views")
    )
    agrees = has_events & has_annual & _is_near(best_events, best_annual)
    agrees_views = has_views & has_annual & _is_near(judged["fatalities_best_views"], judged["annual_same_types"])
    is_zero_year = ~has_events & best_annual.eq(0)
    speaks_events = agrees | (has_events & ~has_annual)
    return judged.assign(
        has_events=has_events,
        has_annual=has_annual,
        has_views=has_views,
        agrees=agrees,
        agrees_views=agrees_views,
        is_zero_year=is_zero_year,
        speaks_events=speaks_events,
        gives_views=agrees_views & ~speaks_events & ~is_zero_year,
        source_events=only_source(events),
        source_annual=only_source(annual),
        source_views=only_source(views),
    )


def _is_near(said: pd.Series, annual: pd.Series) -> pd.Series:
    return (said - annual).abs() <= np.maximum(TOLERANCE_SHARE * annual, TOLERANCE_DEATHS)


def _quiet_years_beyond(events: pd.DataFrame, annual: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Add the quiet years of countries that the event file reaches beyond the annual one for: no event is no recorded death.

    Events do not say where a file ends for a country. They are taken to reach on only where they
    agreed with the last annual figure; elsewhere a year without events has no figure at all.
    """
    if events.empty or annual.empty:
        return said
    last = int(annual["year"].max())
    of_last_year = annual[annual["year"] == last].groupby("place_id")["fatalities_best"].sum()
    held = of_last_year[of_last_year.index.isin(events["place_id"].unique())]
    counted = said[said["year"] == last].set_index("place_id")["fatalities_best"].reindex(held.index)
    reached = held.index[(counted.notna() & _is_near(counted, held)) | (counted.isna() & held.eq(0))]
    beyond = range(last + 1, int(events["year"].max()) + 1)
    grid = pd.MultiIndex.from_product([sorted(reached), beyond], names=COUNTRY_YEAR)
    quiet = grid.difference(pd.MultiIndex.from_frame(said[COUNTRY_YEAR])).to_frame(index=False)
    return pd.concat([said, quiet.astype({"year": "int64"}).assign(**dict.fromkeys(BOUND_LIST, 0))], ignore_index=True)


def _said_by_views(views: pd.DataFrame, annual: pd.DataFrame) -> pd.DataFrame:
    """VIEWS' total of each year over the types it covers in all its months, beside the annual figure of the same types."""
    rows = views[["place_id", "violence_type", "fatalities_best"]].assign(year=views["month"].dt.year)
    rows["covers_all"] = (
        views["types_covered"].eq(ALL_TYPES).groupby([rows["place_id"], rows["year"]]).transform("all").astype(bool)
    )
    kept = rows[rows["covers_all"] | rows["violence_type"].eq(STATE_BASED_ONLY)]
    said = kept.groupby(COUNTRY_YEAR, as_index=False).agg(
        fatalities_best_views=("fatalities_best", "sum"), covers_all=("covers_all", "all")
    )
    state_based = annual[annual["violence_type"].eq(STATE_BASED_ONLY)].groupby(COUNTRY_YEAR)["fatalities_best"].sum()
    every_type = annual.groupby(COUNTRY_YEAR)["fatalities_best"].sum()
    keys = pd.MultiIndex.from_frame(said[COUNTRY_YEAR])
    same_types = np.where(said["covers_all"], every_type.reindex(keys), state_based.reindex(keys))
    types_covered = said["covers_all"].map({True: ALL_TYPES, False: STATE_BASED_ONLY})
    return said.drop(columns="covers_all").assign(annual_same_types=same_types, types_covered_views=types_covered)


def _years(events: pd.DataFrame, annual: pd.DataFrame, by_events: pd.DataFrame) -> pd.DataFrame:
    spoken = events.merge(by_events, on=COUNTRY_YEAR, validate="many_to_one")
    # The file holds the year and agrees with the annual figure: a type without an event had no recorded death.
    counted = complete(spoken, by_events, "year", ["is_bounds_inconsistent", "is_provisional"])
    counted = counted.assign(place_kind="country", source_id=only_source(events), types_covered=ALL_TYPES)
    alone = annual[~of_the_years(annual, by_events)]
    return pd.concat([counted, alone], ignore_index=True)


def _beyond(candidates: pd.DataFrame, annual: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """The candidate events after the last annual year: in closed years the vetted figure replaces them whole."""
    after = candidates[candidates["year"] > (annual["year"].max() if len(annual) else 0)]
    return after[~of_the_years(after, judged.loc[judged["speaks_events"], COUNTRY_YEAR])]
