"""Outbreaks that the World Health Organization announced: disease, country, day and link, no text."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

OUTBREAK_NOTICE = TableContract(
    name="outbreak_notice",
    time="date",
    grain="one notice and one of the places it names; a notice that names none is one row without a place",
    key=("source_id", "notice_id", "place_number"),
    columns=(
        SOURCE_ID,
        Column("notice_id", "text", "the last part of the notice's address"),
        Column("place_number", "count", "1 for the first place named, 2 for the second ...; 0 for none", minimum=0),
        Column("place_id", "text", "a country that the title names word for word", optional=True),
        Column("date", "date", "day of publication"),
        Column("disease_id", "text", "as in reference/diseases.toml, or other"),
        Column("url", "text", "where the notice can be read"),
    ),
)
