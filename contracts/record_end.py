"""Up to when each place is on record, so that late is told from quiet."""

from contracts._columns import PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

RECORD_END = TableContract(
    name="record_end",
    grain="place with a figure of deaths",
    key=("place_id",),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        Column("first_year", "count", "first calendar year with a figure of all types", optional=True, minimum=1945),
        Column("newest_year", "count", "newest calendar year with a figure of all types", optional=True, minimum=1945),
        Column("newest_month", "month", "newest month with a figure of all types", optional=True),
        Column(
            "missing_months", "count", "months without such a figure since the first and up to the newest", minimum=0
        ),
        Column(
            "months_behind", "count", "months from the newest to the newest of any country", optional=True, minimum=0
        ),
        Column("is_late", "flag", "the monthly record ends a year or more before that of others, or there is none"),
    ),
)
