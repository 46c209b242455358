"""Where a number of refugees jumps without flows that explain it: no trend may cross it, no difference is an arrival."""

from contracts._columns import IS_PROVISIONAL
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, ORIGIN_ID, REFERENCE_DATE

SERIES_BREAK = TableContract(
    name="series_break",
    time="reference_date",
    places=("origin_id", "asylum_id"),
    grain="origin as a whole (asylum_id missing) or origin and asylum, reference date at which the number jumped",
    key=("origin_id", "asylum_id", "reference_date"),
    columns=(
        ORIGIN_ID,
        Column("asylum_id", "text", ASYLUM_ID.meaning + "; missing for the origin as a whole", optional=True),
        REFERENCE_DATE,
        Column("persons_before", "count", "refugees a year earlier, at the same day of the year", minimum=0),
        Column("persons", "count", "refugees at the reference date", minimum=0),
        Column(
            "matching_flow",
            "count",
            "persons known to have moved the way of the jump within the year: new applications and recognitions, "
            "or returns, resettlement and naturalisation",
            minimum=0,
        ),
        IS_PROVISIONAL,
    ),
)
