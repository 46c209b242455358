"""Humanitarian money asked for and received, by place, budget year and plan."""

from contracts._columns import IS_PROVISIONAL, PLACE_ID, PLACE_KIND, SOURCE_ID, YEAR
from contracts._contract import Column, TableContract

NO_PLAN = "none"  # plan_id of money that is outside any plan
PLAN_SCOPES = (
    "country",  # the plan is for this place
    "regional",  # the place's part of a plan for several places
    NO_PLAN,  # money outside any plan; it has no requirement, so no coverage
)

FUNDING_REQUIREMENT = TableContract(
    name="funding_requirement",
    time="year",
    measures=("requirements_usd", "funding_usd"),
    open_flag="is_provisional",  # money of the current and of future budget years still comes in
    grain="place, budget year, plan; budget years lie in the future too",
    key=("place_id", "year", "plan_id"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        SOURCE_ID,
        Column("plan_id", "text", "the source's number of the plan, or none"),
        Column("plan_scope", "text", "whom the plan is for", one_of=PLAN_SCOPES),
        Column("plan_name", "text", "the plan as the source names it", optional=True),
        Column("plan_type", "text", "kind of plan as published", optional=True),
        Column("plan_start", "date", "first day of the plan", optional=True),
        Column("plan_end", "date", "last day of the plan", optional=True),
        Column("requirements_usd", "count", "US dollars asked for; missing where nothing is", optional=True, minimum=0),
        Column(
            "funding_usd",
            "count",
            "US dollars committed or paid; outside plans corrections can make it negative",
            optional=True,
        ),
        IS_PROVISIONAL,
    ),
)
