"""In which unit is a number of an answer? Its column says, since the same quantity has the same name everywhere."""

from contracts._contract import Column

DEATHS, PEOPLE, DOLLARS, SHARE = "recorded deaths", "people", "US dollars", "share, 0 to 1"
YEARS, MONTHS, RANK, POINTS = "years", "months", "rank", "points, 0 to 100"
OWN = "the indicator's own, see /api/v1/indicators"
UNITS = {
    **dict.fromkeys(("fatalities_best", "fatalities_low", "fatalities_high", "fatalities_placed"), DEATHS),
    **dict.fromkeys(("fatalities_in_units", "fatalities_in_cells"), DEATHS),
    **dict.fromkeys(("fatalities_in_provinces", "fatalities_in_country"), DEATHS),
    "cell": "number of a cell of half a degree",
    "latitude": "degrees north",
    "longitude": "degrees east",
    **dict.fromkeys(("persons", "refugees", "asylum_seekers", "oip", "persons_before", "matching_flow"), PEOPLE),
    "number": "persons or cases, as counted_in says",
    **dict.fromkeys(("requirements_usd", "funding_usd", "regional_requirements_usd", "regional_funding_usd"), DOLLARS),
    **dict.fromkeys(("outside_plans_usd",), DOLLARS),
    **dict.fromkeys(("share_of_refugees", "share_of_all", "share_active", "active_share", "weight"), SHARE),
    "contribution": "share of the logarithm of severity",
    "lift": "natural logarithm of severity",
    **dict.fromkeys(("value", "value_low", "value_high"), OWN),
    **dict.fromkeys(("score", "severity", "severity_low", "severity_high", "severity_bound"), POINTS),
    **dict.fromkeys(("rank", "rank_low", "rank_high", "severity_rank", "response_rank"), RANK),
    **dict.fromkeys(("n_ranked", "n_compared"), "places"),
    "n_fitted": "place-years",
    "n_observed": "months or years of data",
    "n_tests": "tests",
    "coverage": "share; in money: dollars received for each asked",
    **dict.fromkeys(("year", "first_year", "last_year"), "calendar year"),
    **dict.fromkeys(("recorded_years", "active_years"), YEARS),
    **dict.fromkeys(("effective_years", "effective_years_low", "effective_years_high"), YEARS),
    **dict.fromkeys(("spell_months", "window_months"), MONTHS),
    **dict.fromkeys(("n_before", "n_after"), "months or years, as period says"),
    **dict.fromkeys(("surge_ratio", "run_rate", "run_rate_low", "run_rate_high"), "ratio of yearly paces"),
    **dict.fromkeys(("trend", "trend_low", "trend_high"), "factor a year"),
    **dict.fromkeys(("level_before", "level_after"), "recorded deaths a month or year, as period says"),
    "factor": "ratio of levels",
    **dict.fromkeys(("p_value", "p_adjusted"), "probability"),
    **dict.fromkeys(("gap", "gap_low", "gap_high"), "share of the ranks, -1 to 1"),
    **dict.fromkeys(("residual_gap", "residual_gap_low", "residual_gap_high"), "natural logarithm of a ratio"),
    **dict.fromkeys(("response_value", "expected_value"), "US dollars, or dollars per dollar asked"),
    **dict.fromkeys(("active_cells", "active_cells_25", "new_cells", "new_cells_beside"), "cells of half a degree"),
    "effective_cells": "cells of half a degree",
    **dict.fromkeys(("active_units", "active_units_25", "effective_units"), "first-order units"),
    "plans": "plans",
    **dict.fromkeys(("resolutions", "statements"), "documents"),
    **dict.fromkeys(("was", "is"), "recorded deaths, people, points or rank, as figure says"),
    "size": "that of was and is; 1 for words",
    "rows": "rows",
    "stale_after_days": "days",
}
PERIODS = {"month": "month, as 2024-12", "date": "day, as 2024-12-31"}


def unit_of(column: Column) -> str | None:
    """The unit; None for words and flags. In a table of pillars `value` has the pillar's own unit, as its meaning says."""
    return UNITS.get(column.name) if column.kind in ("count", "number") else PERIODS.get(column.kind)
