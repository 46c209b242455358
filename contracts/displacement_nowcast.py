"""UNHCR's monthly estimate of how many refugees and asylum-seekers there are in the world, before the counts come in."""

from contracts._columns import MONTH, SOURCE_ID
from contracts._contract import Column, TableContract

DISPLACEMENT_NOWCAST = TableContract(
    name="displacement_nowcast",
    time="month",
    places=(),  # the world alone
    measures=("persons",),
    units=("population_type",),
    grain="month, population type, for the world",
    key=("month", "population_type"),
    columns=(
        MONTH,
        Column("population_type", "text", "who is estimated", one_of=("refugees", "asylum_seekers")),
        SOURCE_ID,
        Column("persons", "count", "persons, an estimate that UNHCR changes", minimum=0),
    ),
)
