"""What the Security Council decided or said, by the places it concerns."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

COUNCIL_DOCUMENT = TableContract(
    name="council_document",
    time="date",
    places=(),  # the index terms of old documents are revised
    grain="one document and one of the places that its index terms name; a document that names none is one row",
    key=("source_id", "symbol", "place_number"),
    columns=(
        SOURCE_ID,
        Column("symbol", "text", "such as S/RES/1590 (2005) or S/PRST/2004/18"),
        Column("place_number", "count", "1 for the first place named, 2 for the second ...; 0 for none", minimum=0),
        Column("place_id", "text", "a country that an index term names word for word", optional=True),
        Column("date", "date", "day of adoption or statement"),
        Column("title", "text", "title as catalogued"),
        Column("url", "text", "record in the United Nations Digital Library", optional=True),
        Column("is_unanimous", "flag", "recorded as adopted unanimously"),
        Column("votes_yes", "count", "votes in favour, where a number is recorded", optional=True, minimum=0),
        Column("votes_no", "count", "votes against", optional=True, minimum=0),
        Column("votes_abstain", "count", "abstentions", optional=True, minimum=0),
    ),
)
