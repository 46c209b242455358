"""Where are the people of each origin? Counts in three columns, shares beside them, for the newest reference years.

Refugees, asylum-seekers and other people in need of international protection stay
apart. `share_of_all` and `rank` are of the three together, the only sum that is
made of them: who is counted as which differs between countries of asylum.
"""

from contracts._columns import IS_PROVISIONAL
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, ORIGIN_ID, REFERENCE_DATE

TYPES_ABROAD = ("refugees", "asylum_seekers", "oip")

DESTINATION_YEAR = TableContract(
    name="destination_year",
    time="reference_date",
    places=("origin_id", "asylum_id"),
    measures=TYPES_ABROAD,
    grain="origin, asylum, reference date, of the newest ten years; no row where none of the three is above 0 or masked",
    key=("origin_id", "asylum_id", "reference_date"),
    columns=(
        ORIGIN_ID,
        ASYLUM_ID,
        REFERENCE_DATE,
        Column("refugees", "count", "persons; missing where masked or without a figure", optional=True, minimum=0),
        Column(
            "asylum_seekers", "count", "persons; missing where masked or without a figure", optional=True, minimum=0
        ),
        Column(
            "oip",
            "count",
            "other people in need of international protection; missing where masked or without a figure",
            optional=True,
            minimum=0,
        ),
        Column("share_of_refugees", "number", "of all refugees of the origin, 0 to 1", optional=True, minimum=0),
        Column(
            "share_of_all",
            "number",
            "of the three together, 0 to 1; missing if none is known",
            optional=True,
            minimum=0,
        ),
        Column(
            "rank",
            "count",
            "among the places of asylum by the three together, 1 the most; missing where either side is no place",
            optional=True,
            minimum=1,
        ),
        Column("is_masked", "flag", "the source hides a small figure (*) of one of the three"),
        IS_PROVISIONAL,
    ),
)
