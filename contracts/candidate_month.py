"""Which months the candidate event files cover, for the whole world: only there a month without an event had none."""

from contracts._columns import MONTH, SOURCE_ID
from contracts._contract import TableContract

CANDIDATE_MONTH = TableContract(
    name="candidate_month",
    time="month",
    places=(),
    grain="source, month that one of its files covers",
    key=("source_id", "month"),
    columns=(SOURCE_ID, MONTH),
)
