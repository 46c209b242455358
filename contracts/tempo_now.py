"""The tempo of a place as it looks from inside: one row per place, at its newest month on record."""

from contracts._columns import IS_PROVISIONAL, MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

TEMPOS_NOW = (
    "slow_burn",  # active most of five years, and the newest months much as the three years
    "sudden",  # far above the three years, in a place that was seldom active before
    "between",
)

TEMPO_NOW = TableContract(
    name="tempo_now",
    time="month",
    grain="place with a recorded death in 36 months, at its newest month for which all types are on record",
    key=("place_id",),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("surge_ratio", "number", "last 3 against last 36 months, as yearly paces plus one", minimum=0),
        Column("share_active", "number", "share of 60 months at whose end twelve held 25 deaths", minimum=0),
        Column("spell_months", "count", "length of the present spell so far; 0 where none", minimum=0),
        Column("tempo_now", "text", "what it looks like from inside", one_of=TEMPOS_NOW),
        Column("is_short_history", "flag", "fewer than 60 months on record"),
        IS_PROVISIONAL,
    ),
)
