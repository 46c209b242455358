"""Where severity and response stand apart: ranks beside each other, and money against what similar places received."""

from contracts._columns import IS_PROVISIONAL, PLACE_ID, PLACE_KIND, YEAR
from contracts._contract import Column, TableContract
from contracts.response_year import APPEAL_STATE

RESPONSE_MEASURES = ("received_usd", "coverage")

RESPONSE_GAP = TableContract(
    name="response_gap",
    time="year",
    grain="country with a severity above 0, year, measure of the response; descriptive, never a cause",
    key=("place_id", "year", "response_measure"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column("response_measure", "text", "what the response is measured by", one_of=RESPONSE_MEASURES),
        APPEAL_STATE,
        Column("severity", "number", "severity in the year's last month", minimum=0),
        Column("response_value", "number", "US dollars, or dollars per dollar asked", optional=True, minimum=0),
        Column("severity_rank", "count", "1 the most severe of the places that are compared", optional=True, minimum=1),
        Column("response_rank", "count", "1 the largest response of these places", optional=True, minimum=1),
        Column("n_compared", "count", "places with an appeal that are compared in the year", optional=True, minimum=1),
        Column(
            "gap",
            "number",
            "-1 to 1: response rank minus severity rank over the places less one, so above 0 where severity stands higher",
            optional=True,
        ),
        Column("gap_low", "number", "5th percentile over draws of severity", optional=True),
        Column("gap_high", "number", "95th percentile", optional=True),
        Column("expected_value", "number", "response of places as severe and populous", optional=True, minimum=0),
        Column(
            "residual_gap",
            "number",
            "natural logarithm of expected over received: above 0 where less came than to similar places",
            optional=True,
        ),
        Column("residual_gap_low", "number", "5th percentile over severity and countries redrawn", optional=True),
        Column("residual_gap_high", "number", "95th percentile", optional=True),
        Column("n_fitted", "count", "place-years behind the expectation", optional=True, minimum=1),
        IS_PROVISIONAL,
    ),
)
