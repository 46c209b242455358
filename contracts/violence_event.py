"""Events of organised violence: one row per event, as UCDP codes them."""

from contracts._columns import (
    FATALITIES,
    IS_BOUNDS_INCONSISTENT,
    IS_PROVISIONAL,
    PLACE_ID,
    SOURCE_ID,
    VIOLENCE_TYPE,
    YEAR,
)
from contracts._contract import Column, TableContract

VIOLENCE_EVENT = TableContract(
    name="violence_event",
    time="date_end",
    measures=("fatalities_best",),
    grain="one event: armed force by an organised actor, at one place, at one time that may span days",
    key=("source_id", "event_id"),
    columns=(
        SOURCE_ID,
        Column("event_id", "text", "the source's own id"),
        PLACE_ID,
        YEAR,
        Column("date_start", "date", "first day the event may have happened"),
        Column("date_end", "date", "last day the event may have happened"),
        Column("date_precision", "count", "UCDP date_prec: 1 exact day ... 5 more than a month", minimum=1),
        VIOLENCE_TYPE,
        Column("conflict_id", "text", "UCDP conflict"),
        Column("dyad_id", "text", "UCDP dyad"),
        Column("dyad_name", "text", "the two sides as UCDP names them"),
        Column(
            "side_a", "text", "first side as UCDP names it; of one-sided violence the side that UCDP attributes it to"
        ),
        Column("side_a_id", "text", "UCDP actor"),
        Column("side_b", "text", "second side as UCDP names it; Civilians in one-sided violence"),
        Column("side_b_id", "text", "UCDP actor"),
        Column("is_side_a_own_government", "flag", "side a is the government of the country where the event happened"),
        Column(
            "admin1_published", "text", "first-order unit as published; spelt differently over the years", optional=True
        ),
        Column("place_precision", "count", "UCDP where_prec: 1 exact place ... 7 country or beyond", minimum=1),
        Column("latitude", "number", "degrees north", optional=True),
        Column("longitude", "number", "degrees east", optional=True),
        Column("deaths_civilians", "count", "part of best that the source counts as civilians", minimum=0),
        *FATALITIES,
        Column("is_clear", "flag", "the source raises no doubt (code_status is Clear)"),
        IS_BOUNDS_INCONSISTENT,
        IS_PROVISIONAL,
    ),
)
