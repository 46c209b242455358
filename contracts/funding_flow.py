"""Single reported gifts of humanitarian money: who gave how much to where, and how firmly."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

FLOW_STATUSES = ("pledge", "commitment", "paid")  # never added to each other without saying so

FUNDING_FLOW = TableContract(
    name="funding_flow",
    time="date",
    places=(),  # single gifts are withdrawn and moved, and small destinations go with them
    measures=("amount_usd",),
    window="usage_year",
    grain="one flow, whole, however many places it goes to",
    key=("source_id", "flow_id"),
    columns=(
        SOURCE_ID,
        Column("flow_id", "text", "the source's number of the flow"),
        Column("usage_year", "count", "the year of use that the file is about", minimum=1945),
        Column("date", "date", "day of the flow as reported"),
        Column("budget_year", "count", "the donor's budget year; early ones occur and are kept", optional=True),
        Column("flow_status", "text", "how firm the money is", one_of=FLOW_STATUSES),
        Column("amount_usd", "count", "US dollars; corrections of parked money can be negative"),
        Column("source_organisation", "text", "giver as named by the source", optional=True),
        Column("source_organisation_type", "text", "kind of giver as published", optional=True),
        Column("source_place_id", "text", "country of the giver, where one is given", optional=True),
        Column("place_id", "text", "destination, where the flow goes to one place only", optional=True),
        Column("destinations", "text", "all destinations, separated by commas"),
        Column("plan_id", "text", "the plan it counts towards, or none"),
        Column("is_parked", "flag", "not yet divided among its destinations; the rest is counted in other flows"),
        Column("is_in_kind", "flag", "goods or services, valued by the giver"),
    ),
)
