"""Published risk scores by place and year."""

from contracts._columns import PLACE_ID, PLACE_KIND, SOURCE_ID, YEAR
from contracts._contract import Column, TableContract

RISK_INDICES = ("INFORM", "HA", "VU", "CC", "HA.HUM", "HA.NAT", "HA.NAT.EPI")

RISK_INDEX_YEAR = TableContract(
    name="risk_index_year",
    time="year",
    measures=("risk_score",),
    grain="place, year of the index, index; an index that a year does not have has no row",
    key=("place_id", "year", "risk_index"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column(
            "risk_index",
            "text",
            "INFORM: all; HA: hazard and exposure; VU: vulnerability; CC: lack of coping capacity; "
            "HA.HUM, HA.NAT, HA.NAT.EPI: human, natural, epidemic hazard",
            one_of=RISK_INDICES,
        ),
        SOURCE_ID,
        Column("risk_score", "number", "0 (lowest risk) to 10 (highest)", minimum=0),
    ),
)
