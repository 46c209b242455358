"""Episodes of organised violence and the tempo at which each burnt."""

from contracts._columns import FATALITIES, PLACE_ID, PLACE_KIND, TYPES_COVERED_COLUMN
from contracts._contract import Column, TableContract

TEMPOS = ("slow_burn", "slow_burn_with_surges", "sudden", "short")

TEMPO_EPISODE = TableContract(
    name="tempo_episode",
    time="last_year",
    grain="place, episode: years with 25 or more deaths, gaps of up to two quiet years",
    key=("place_id", "first_year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        TYPES_COVERED_COLUMN,
        Column("first_year", "count", "first active year"),
        Column("last_year", "count", "last active year"),
        Column("recorded_years", "count", "years from first to last, quiet ones included"),
        Column("active_years", "count", "years with 25 or more deaths"),
        *FATALITIES,
        Column("effective_years", "number", "N_eff = (sum d)^2 / sum d^2 over the episode's years", minimum=1),
        Column("effective_years_low", "number", "smallest N_eff of the low, best and high series", minimum=1),
        Column("effective_years_high", "number", "largest N_eff of the low, best and high series", minimum=1),
        Column("tempo", "text", "class of the best series", one_of=TEMPOS),
        Column("is_deadliest", "flag", "the episode that names the place"),
        Column("is_ongoing", "flag", "not yet followed by more than two quiet years"),
        Column("is_left_censored", "flag", "begins in the first year on record, so it may be older"),
        Column("is_near_bound", "flag", "low, best and high series do not all give the same tempo"),
    ),
)
