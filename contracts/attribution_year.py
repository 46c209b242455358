"""To whom does the source attribute the one-sided killings of a place's year?

The source attributes, we do not: UCDP counts a killing as one-sided only where it names
the government or the group, so `nobody` is what its parts leave over of its own total.
"""

from contracts._columns import (
    FATALITIES,
    IS_BOUNDS_INCONSISTENT,
    IS_PROVISIONAL,
    PLACE_ID,
    PLACE_KIND,
    SOURCE_ID,
    YEAR,
)
from contracts._contract import Column, TableContract

ATTRIBUTED_TO = (
    "government",  # of the country where it happened
    "other_governments",  # alone, or together with the country's own
    "named_groups",
    "nobody",
)

ATTRIBUTION_YEAR = TableContract(
    name="attribution_year",
    time="year",
    measures=("fatalities_best",),
    grain="place, calendar year with a figure of one-sided deaths, to whom the source attributes them; zero is a statement",
    key=("place_id", "year", "attributed_to"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column("attributed_to", "text", "to whom the source attributes the killings", one_of=ATTRIBUTED_TO),
        SOURCE_ID,
        *FATALITIES,
        IS_BOUNDS_INCONSISTENT,
        Column("is_sum_inconsistent", "flag", "the parts do not add up to the one-sided deaths of violence_year"),
        IS_PROVISIONAL,
    ),
)
