"""How many outbreak notices the World Health Organization published, by place, disease and month: our counts."""

from contracts._columns import MONTH, PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

OUTBREAK_MONTH = TableContract(
    name="outbreak_month",
    time="month",
    places=(),
    measures=("notices",),
    grain="place that a title names (UNK: names none), disease, month with a notice",
    key=("place_id", "disease_id", "month"),
    columns=(
        PLACE_ID,
        Column("disease_id", "text", "as in reference/diseases.toml, or other"),
        MONTH,
        SOURCE_ID,
        Column("notices", "count", "notices; one that names two places counts at both", minimum=1),
        Column("newest_date", "date", "day of the newest notice of the whole list"),
    ),
)
