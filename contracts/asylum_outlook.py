"""Next year's new applications by origin and country of asylum, and how well such estimates did before."""

from contracts._columns import SOURCE_ID, YEAR
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, ORIGIN_ID

METHODS = ("same_as_last", "mean_2", "mean_3", "half_step", "origin_step")
METHOD = Column("method", "text", "how the estimate is made, see response/_next_year_methods.py", one_of=METHODS)

ASYLUM_OUTLOOK = TableContract(
    name="asylum_outlook",
    time="year",
    places=(),
    grain="origin, asylum, year to come, for pairs with enough new applications in the newest year",
    key=("origin_id", "asylum_id", "year"),
    columns=(
        ORIGIN_ID,
        ASYLUM_ID,
        YEAR,
        SOURCE_ID,
        METHOD,
        Column("last_number", "count", "new applications in persons in the newest year", minimum=0),
        Column("estimate", "number", "new applications to come, persons", minimum=0),
        Column("estimate_low", "number", "lower end of the interval", minimum=0),
        Column("estimate_high", "number", "upper end of the interval", minimum=0),
        Column("interval_level", "number", "share of past years that such an interval is meant to hold", minimum=0),
    ),
)

ASYLUM_OUTLOOK_ERROR = TableContract(
    name="asylum_outlook_error",
    time="year",
    places=(),
    grain="method, judged year",
    key=("method", "year"),
    columns=(
        METHOD,
        YEAR,
        SOURCE_ID,
        Column("pairs", "count", "pairs of origin and asylum judged", minimum=1),
        Column("mean_log_error", "number", "mean of |ln(1 + estimate) - ln(1 + number)|", minimum=0),
        Column("mean_error", "number", "mean of |estimate - number|, persons", minimum=0),
        Column(
            "covered",
            "number",
            "share of pairs within the interval; missing without years before",
            optional=True,
            minimum=0,
        ),
        Column("is_shown", "flag", "the method that is shown for the year to come"),
        Column("is_challenger", "flag", "the method chosen on the years before the judged ones"),
    ),
)
