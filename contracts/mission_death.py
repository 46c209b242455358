"""People who died serving in United Nations operations: one row per death."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

CAUSES = ("malicious_act", "accident", "illness", "self_inflicted", "to_be_determined", "unknown")
PERSONNEL = ("military", "military_observer", "police", "international_civilian", "local", "other")

MISSION_DEATH = TableContract(
    name="mission_death",
    time="date",
    places=("mission",),
    grain="one person",
    key=("source_id", "death_id"),
    columns=(
        SOURCE_ID,
        Column("death_id", "text", "the source's number of the record"),
        Column("date", "date", "day of the incident"),
        Column("mission", "text", "acronym as in reference/missions.csv"),
        Column("place_id", "text", "country of the mission, where it is for one country only", optional=True),
        Column("nationality_place_id", "text", "country of the person, where it is known", optional=True),
        Column("service", "text", "kind of service", one_of=PERSONNEL),
        Column("death_cause", "text", "kind of incident as recorded", one_of=CAUSES),
    ),
)
