"""How many people of each nationality died in each United Nations operation: our counts, nobody's record."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract
from contracts.mission_death import CAUSES

MISSION_DEATH_COUNT = TableContract(
    name="mission_death_count",
    time="newest_date",
    places=(),
    measures=("deaths",),
    grain="mission, nationality, kind of incident",
    key=("mission", "nationality_place_id", "death_cause"),
    columns=(
        SOURCE_ID,
        Column("mission", "text", "acronym as in reference/missions.csv"),
        Column("nationality_place_id", "text", "country of the persons; UNK where the source does not know it"),
        Column("death_cause", "text", "kind of incident as recorded", one_of=CAUSES),
        Column("deaths", "count", "people who died", minimum=1),
        Column("newest_date", "date", "newest day in the whole file"),
    ),
)
