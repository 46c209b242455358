"""Share of the world's monitored news that names a place, by language and week."""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

NEWS_VOLUME_WEEK = TableContract(
    name="news_volume_week",
    time="week",
    grain="place, language of the news, week",
    key=("place_id", "language", "week"),
    columns=(
        PLACE_ID,
        Column("language", "text", "language of the news, two letters"),
        Column("week", "date", "Monday of the week"),
        SOURCE_ID,
        Column(
            "news_share",
            "number",
            "mean over the days of the week of the percentage of all monitored articles",
            minimum=0,
        ),
        Column("days_reported", "count", "days behind the mean", minimum=1),
    ),
)
