"""How many people were found in each phase of food insecurity, now and as projected."""

from contracts._columns import MONTH, PLACE_ID, PLACE_KIND, SOURCE_ID
from contracts._contract import Column, TableContract

PHASES = ("1", "2", "3", "4", "5", "3+", "all")  # "3+" and "all" are sums of the others, never added to them
VALIDITIES = ("current", "first_projection", "second_projection")

FOOD_INSECURITY = TableContract(
    name="food_insecurity",
    time="month",
    grain="analysis of a country, period it holds for, phase; several analyses may cover different areas of a country",
    key=("place_id", "month", "validity", "period_start", "analysis_number", "phase"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        SOURCE_ID,
        Column("validity", "text", "found, or projected", one_of=VALIDITIES),
        Column("period_start", "date", "first day the figures hold for"),
        Column("period_end", "date", "last day the figures hold for"),
        Column("analysis_number", "count", "1, or 2 ... for a further analysis of the same period", minimum=1),
        Column("phase", "text", "phase of acute food insecurity", one_of=PHASES),
        Column("people_in_phase", "count", "people in the phase", optional=True, minimum=0),
        Column("share_in_phase", "number", "share of the people analysed, 0 to 1", optional=True, minimum=0),
    ),
)
