"""Severe, persistent, and little done: the flag of a year and the three parts it is made of."""

from contracts._columns import IS_PROVISIONAL, PLACE_ID, PLACE_KIND, YEAR
from contracts._contract import Column, TableContract
from contracts.response_year import APPEAL_STATE, COVERAGE, NO_APPEAL, NOT_KNOWN, REGIONAL_ONLY

ANSWERS = ("yes", "no", NO_APPEAL, REGIONAL_ONLY, NOT_KNOWN)

NEGLECT_YEAR = TableContract(
    name="neglect_year",
    time="year",
    grain="country with a severity above 0, year",
    key=("place_id", "year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column("severity", "number", "severity in the year's last month", minimum=0),
        Column("severity_bound", "number", "where the upper quarter of the year begins", minimum=0),
        Column("is_severe", "flag", "in the upper quarter of places with a severity above 0"),
        Column(
            "active_share", "number", "share of the last ten years with 25 or more deaths", optional=True, minimum=0
        ),
        Column("is_persistent", "flag", "active in at least the declared share of them"),
        APPEAL_STATE,
        COVERAGE,
        Column(
            "residual_gap",
            "number",
            "natural logarithm of expected over received dollars",
            optional=True,
        ),
        Column("little_response", "text", "whether little was done, or why that cannot be said", one_of=ANSWERS),
        Column("neglect", "text", "all three parts together", one_of=ANSWERS),
        IS_PROVISIONAL,
    ),
)
