"""How many asylum applications were made and decided within a year, from where, where, counted in what.

Persons and cases are never added up. A row says at which stage: an appeal is no new
application (indicators._asylum says which rows are). UNHCR rounds some figures, so
`decided` need not be the sum of the four outcomes and is never added to them.
"""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, IS_MASKED, ORIGIN_ID, PERIOD_END

FLOWS = ("applied", "recognized", "other_protection", "rejected", "closed", "decided")
PROCEDURES = ("government", "unhcr", "joint")
APPLICATION_TYPES = ("N", "R", "A", "V", "J", "NA", "NR", "RA", "FA", "SP", "not_stated")
DECISION_LEVELS = ("FI", "AR", "RA", "FA", "EO", "IN", "JR", "NA", "TA", "SP", "CA", "BL", "TP", "TR")

ASYLUM_FLOW_YEAR = TableContract(
    name="asylum_flow_year",
    time="reference_date",
    places=("origin_id", "asylum_id"),
    measures=("number",),
    units=("flow", "counted_in"),
    grain="origin, asylum, period, flow, procedure, type of application, level of decision, persons or cases",
    key=(
        "origin_id",
        "asylum_id",
        "reference_date",
        "flow",
        "procedure",
        "application_type",
        "decision_level",
        "counted_in",
    ),
    columns=(
        ORIGIN_ID,
        ASYLUM_ID,
        PERIOD_END,
        SOURCE_ID,
        Column("flow", "text", "applied, an outcome, or decided (all outcomes)", one_of=FLOWS),
        Column("procedure", "text", "who decides", one_of=PROCEDURES),
        Column("application_type", "text", "UNHCR's code; N new, R repeated, A appeal", one_of=APPLICATION_TYPES),
        Column(
            "decision_level",
            "text",
            "UNHCR's code; FI first instance, EO and IN United States, AR administrative review, JR judicial review",
            one_of=DECISION_LEVELS,
        ),
        Column("counted_in", "text", "a case may be several persons", one_of=("persons", "cases")),
        Column("number", "count", "persons or cases; missing only where masked", optional=True, minimum=0),
        IS_MASKED,
    ),
)
