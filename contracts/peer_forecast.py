"""What others forecast, for comparison only; their measures differ and are never one series."""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

MEASURES = (
    "deaths_state_based",  # VIEWS: deaths expected in the one month that lies `horizon` months ahead
    "probability_of_conflict",  # VIEWS: of more than the run's threshold of state-based deaths in that month
    "risk_of_armed_conflict",  # conflictforecast: of an outbreak within `horizon` months
    "risk_of_any_violence",
)

PEER_FORECAST = TableContract(
    name="peer_forecast",
    time="made_in",
    measures=("value",),
    units=("measure",),
    grain="source, place, horizon, measure of the newest forecast",
    key=("source_id", "place_id", "horizon", "measure"),
    columns=(
        SOURCE_ID,
        PLACE_ID,
        Column("made_in", "month", "newest month of data that the forecast rests on"),
        Column("horizon", "count", "months ahead of made_in", minimum=1),
        Column("measure", "text", "what is forecast", one_of=MEASURES),
        Column(
            "value", "number", "in the measure's own unit; missing where the peer gives none", optional=True, minimum=0
        ),
    ),
)
