"""What was done in crises of the same tempo and pattern: each measure with how alike the two crises are."""

from contracts._columns import PLACE_ID
from contracts._contract import Column, TableContract
from contracts.response_entry import RESPONSE_ENTRY
from contracts.tempo_episode import TEMPOS

PRECEDENT = TableContract(
    name="precedent",
    time="date",
    grain="crisis asked about, measure taken in another; in the order of kinds, force last",
    key=("place_id", "order"),
    columns=(
        PLACE_ID,
        Column("order", "count", "place in the list: by kind, then by day", minimum=1),
        Column("precedent_place_id", "text", "the other crisis, as the entry names it"),
        Column("pattern_place_id", "text", "the place whose record of deaths is compared"),
        Column("tempo", "text", "of both", one_of=TEMPOS),
        Column("first_year", "count", "first year of the other episode"),
        Column("last_year", "count", "its last year"),
        Column("active_years", "count", "years with 25 or more deaths in the other episode", minimum=1),
        Column("own_active_years", "count", "the same of the crisis asked about", minimum=1),
        Column("one_sided_share", "number", "share of deaths in one-sided violence, other episode", minimum=0),
        Column("own_one_sided_share", "number", "the same of the crisis asked about", minimum=0),
        *(column for column in RESPONSE_ENTRY.columns if column.name != "place_id"),
    ),
)
