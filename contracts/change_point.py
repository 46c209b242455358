"""Steps in the level of recorded deaths, seen in hindsight: which they are may change with every new release."""

from contracts._columns import MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

PERIODS = ("month", "year")

CHANGE_POINT = TableContract(
    name="change_point",
    time="month",
    grain="place, series of months or years, first month of a new level",
    key=("place_id", "period", "month"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        Column("period", "text", "whether the series is of months or of calendar years", one_of=PERIODS),
        MONTH,
        Column(
            "level_before",
            "number",
            "deaths a month or year before: exp of the mean of ln(1 + deaths), less 1",
            minimum=0,
        ),
        Column("level_after", "number", "the same from this month to the next step or the end", minimum=0),
        Column("factor", "number", "(1 + level after) / (1 + level before)", minimum=0),
        Column("n_before", "count", "periods of the segment before", minimum=1),
        Column("n_after", "count", "periods of the segment after, so far", minimum=1),
        Column("is_newest", "flag", "the last step of the series"),
    ),
)
