"""What each source says of a place's year, and which of them speaks.

Only events and annual figures speak for a year. Whose months are shown says
violence_month itself: each month is one source's.
"""

from contracts._columns import FATALITIES_IF_BOUNDED, PLACE_ID, PLACE_KIND, SOURCE_ID, TYPES_COVERED_COLUMN, YEAR
from contracts._contract import Column, TableContract

RUNGS = (
    "events",
    "months",
    "years",
    "dyads",  # UCDP battle deaths, for crises alone
    "candidates",  # give months only
)
REASONS = (
    "agrees",  # within tolerance of UCDP country-year, over the types that the source covers
    "zero_year",  # UCDP country-year is 0, so every month is 0
    "beyond_annual",  # the annual file has no figure of this country-year (yet)
    "annual_record",  # UCDP country-year itself
    "declared",  # the register of crises says what is counted
    "differs",  # outside the tolerance: does not speak and gives no months
)

VIOLENCE_COMPARISON = TableContract(
    name="violence_comparison",
    time="year",
    grain="place, calendar year, source: the source's total and whether it speaks",
    key=("place_id", "year", "source_id"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        SOURCE_ID,
        Column("rung", "text", "the step of the ladder this source stands on", one_of=RUNGS),
        TYPES_COVERED_COLUMN,
        *FATALITIES_IF_BOUNDED,
        Column("speaks", "flag", "this figure is the one shown for the year"),
        Column("reason", "text", "why it speaks or does not", one_of=REASONS),
    ),
)
