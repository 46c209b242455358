"""How many people a country's operation says it has received, as of the day of its newest report.

Newer and rougher than the yearly count: registration differs between operations, a
label may cover several groups (`groups_published` names them), and a figure may be of
new arrivals alone. Never added to displacement_year.
"""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, ORIGIN_ID

DISPLACEMENT_SITUATION = TableContract(
    name="displacement_situation",
    time="date",
    places=("asylum_id",),  # which origins an operation lists by name changes from report to report
    measures=("persons",),
    units=("population_type", "counted_as"),
    grain="asylum, origin as the operation names it, population type, what was counted, where people live: newest report",
    key=("asylum_id", "origin_code", "population_type", "counted_as", "accommodation"),
    columns=(
        ASYLUM_ID,
        ORIGIN_ID,
        Column("origin_code", "text", "UNHCR's code; OTH others, VAR various"),
        Column(
            "population_type",
            "text",
            "as labelled; may cover several groups",
            one_of=(
                "refugees",
                "asylum_seekers",
                "oip",
                "idps",
                "stateless",
                "ooc",
                "returned_refugees",
                "returned_idps",
            ),
        ),
        Column("counted_as", "text", "what the figure counts", one_of=("registered", "new_arrivals", "not_stated")),
        Column("accommodation", "text", "UNHCR's code for where people live, or not_stated"),
        Column("date", "date", "day the figure is of"),
        SOURCE_ID,
        Column("persons", "count", "persons", minimum=0),
        Column(
            "groups_published", "text", "the groups that the figure covers, in the operation's words", optional=True
        ),
    ),
)
