"""How often encyclopaedia articles on places in crisis were read, by language and month."""

from contracts._columns import MONTH, PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

PAGE_VIEWS_MONTH = TableContract(
    name="page_views_month",
    time="month",
    measures=("views",),
    grain="place, language, article, month",
    key=("place_id", "language", "article", "month"),
    columns=(
        PLACE_ID,
        Column("language", "text", "language of the encyclopaedia, two letters"),
        Column("article", "text", "title of the article"),
        MONTH,
        SOURCE_ID,
        Column("views", "count", "views by people, as far as the operator can tell", minimum=0),
    ),
)
