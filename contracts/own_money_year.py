"""How much humanitarian money each country gave to each destination: our sums over reported flows."""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract
from contracts.funding_flow import FLOW_STATUSES

GIVERS = ("government", "other")
REACHES = ("alone", "shared")

OWN_MONEY_YEAR = TableContract(
    name="own_money_year",
    time="usage_year",
    places=(),
    measures=("amount_usd",),
    grain="year of use, country of the giver, kind of giver, destination, alone or shared, status; statuses are never added",
    key=("usage_year", "donor_place_id", "giver_kind", "place_id", "reach", "flow_status"),
    columns=(
        SOURCE_ID,
        Column("usage_year", "count", "the year of use that the file is about", minimum=1945),
        Column("donor_place_id", "text", "country of the giver"),
        Column("giver_kind", "text", "the government, or anybody else in the country", one_of=GIVERS),
        PLACE_ID,
        Column("reach", "text", "shared: goes to several places and counts whole at each", one_of=REACHES),
        Column("flow_status", "text", "how firm the money is", one_of=FLOW_STATUSES),
        Column("flows", "count", "flows, each counted once", minimum=1),
        Column("amount_usd", "count", "US dollars; corrections of parked money can make it negative"),
        Column("parked_usd", "count", "of it not yet divided among its uses"),
        Column("in_kind_usd", "count", "of it goods or services"),
        Column("newest_date", "date", "day of the newest flow of the whole file"),
    ),
)
