"""What the world did about a country in a year: money asked and received, documents of the Council, operations."""

from contracts._columns import IS_PROVISIONAL, PLACE_ID, PLACE_KIND, SOURCE_ID, YEAR
from contracts._contract import Column, TableContract

FUNDED, UNFUNDED, REGIONAL_ONLY, NO_APPEAL, NOT_KNOWN = "funded", "unfunded", "regional_only", "no_appeal", "not_known"
APPEAL_STATES = (
    FUNDED,  # a plan for the country asked, and money came
    UNFUNDED,  # a plan for the country asked, and the source says that nothing came
    REGIONAL_ONLY,  # asked for within a plan for several countries only; shown apart
    NO_APPEAL,  # the source covers the year and lists no plan: nothing was asked, which is not "nothing came"
    NOT_KNOWN,  # the source does not cover the year, or a figure of the plan is missing
)
APPEAL_STATE = Column("appeal_state", "text", "what is known of money asked and received", one_of=APPEAL_STATES)
COVERAGE = Column(
    "coverage",
    "number",
    "dollars received for each dollar asked in country plans; rises when appeals shrink",
    optional=True,
    minimum=0,
)

RESPONSE_YEAR = TableContract(
    name="response_year",
    time="year",
    grain="country as the sources name it, calendar or budget year",
    key=("place_id", "year"),
    open_flag="is_provisional",
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        SOURCE_ID,
        APPEAL_STATE,
        Column("plans", "count", "plans for the country", minimum=0),
        Column("requirements_usd", "count", "US dollars asked in country plans", optional=True, minimum=0),
        Column("funding_usd", "count", "US dollars received in country plans", optional=True, minimum=0),
        COVERAGE,
        Column(
            "regional_requirements_usd",
            "count",
            "asked for the country within regional plans",
            optional=True,
            minimum=0,
        ),
        Column("regional_funding_usd", "count", "received within regional plans", optional=True, minimum=0),
        Column(
            "outside_plans_usd", "count", "received outside any plan; corrections can make it negative", optional=True
        ),
        Column("resolutions", "count", "resolutions that name the place; missing where not on record", optional=True),
        Column("statements", "count", "presidential statements that name it; missing likewise", optional=True),
        Column("operations", "text", "missions with a mandate there in the year, by |", optional=True),
        IS_PROVISIONAL,
    ),
)
