"""What an indicator says of a place in a month."""

from contracts._columns import IS_PROVISIONAL, MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

STATUSES = (
    "ok",
    "no_data",
    "short_history",
    "stale",
    "not_separable",
    "no_population",
    "carried_population",  # the population is of one or two years before: the newest on record
    "break_in_series",  # there is a value; it jumps from the year before without flows that explain it
    "change_of_scale",  # there is a value, the first on a new scale; none before it may be compared
    "cases_left_out",  # there is a value; countries that count cases instead of persons are not in it
    "half_year",  # figures of half a year, which stand beside no whole one: no value
    "masked",  # the source hides the figure, which is small: no value
    "sparse",  # deaths in less than half of the months or years, or too few events, to say anything
)

INDICATOR_SCORES = TableContract(
    name="indicator_scores",
    time="month",
    grain="place, month, indicator; an annual indicator stands in December of its year",
    key=("place_id", "month", "indicator_id"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("indicator_id", "text", "module of the indicator"),
        Column("value", "number", "in the indicator's own unit", optional=True),
        Column("value_low", "number", "from the low estimates, or the lower end of the interval", optional=True),
        Column("value_high", "number", "from the high estimates, or the upper end of the interval", optional=True),
        Column("score", "number", "0 to 100 against the frozen reference period", optional=True, minimum=0),
        Column("n_observed", "count", "months or years of data behind the value", minimum=0),
        Column("coverage", "number", "share of the expected months or years that are there", minimum=0),
        Column("status", "text", "whether there is a value, and if not why", one_of=STATUSES),
        IS_PROVISIONAL,
    ),
)
