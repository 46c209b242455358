"""Uniformed people that each country has in each United Nations operation, month by month."""

from contracts._columns import MONTH, SOURCE_ID
from contracts._contract import Column, TableContract

UNIFORMED = ("troops", "staff_officers", "experts_on_mission", "individual_police", "formed_police_units")

MISSION_STRENGTH_MONTH = TableContract(
    name="mission_strength_month",
    time="month",
    places=("mission",),  # a small contributor may leave for good
    measures=("personnel",),
    grain="one reported contribution: country, mission, month, kind of service",
    key=("source_id", "contribution_id"),
    columns=(
        SOURCE_ID,
        Column("contribution_id", "text", "the source's number"),
        MONTH,
        Column("mission", "text", "acronym as in reference/missions.csv"),
        Column("place_id", "text", "country of the mission, where it is for one country only", optional=True),
        Column("contributor_place_id", "text", "country that sent them"),
        Column("uniformed_service", "text", "kind of service", one_of=UNIFORMED),
        Column("women", "count", "women serving", optional=True, minimum=0),
        Column("men", "count", "men serving", optional=True, minimum=0),
        Column("personnel", "count", "women and men, where both are reported", optional=True, minimum=0),
    ),
)
