"""What was done about a crisis, entry by entry: a day, a kind, a sentence or title, and the document."""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

ENTRY_KINDS = (  # in the order of showing: aid and talk first, force last
    "aid",
    "mediation",
    "statement",
    "resolution",
    "inquiry",
    "justice",
    "sanctions",
    "political_mission",
    "peacekeeping",
    "force",
)

RESPONSE_ENTRY = TableContract(
    name="response_entry",
    time="date",
    grain="place that the entry is about, document or mission",
    key=("place_id", "date", "kind", "symbol"),
    columns=(
        Column("place_id", "text", PLACE_ID.meaning),
        Column("date", "date", "day of the decision, listing, signature or first day of the mandate"),
        Column("date_end", "date", "last day for which the mandate has been decided, where known", optional=True),
        Column("kind", "text", "what it is", one_of=ENTRY_KINDS),
        Column("symbol", "text", "symbol of the document, acronym of the mission or number of the listing"),
        SOURCE_ID,
        Column("text_en", "text", "one sentence, or the title as catalogued, in English"),
        Column(
            "text_fr", "text", "the sentence in French; missing for titles, which are not translated", optional=True
        ),
        Column("url", "text", "where the document can be opened", optional=True),
    ),
)
