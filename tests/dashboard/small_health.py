"""Which outbreaks were announced in the hand-made world: two of cholera and one of measles in SDN, in two years."""

import pandas as pd

from contracts.outbreak_month import OUTBREAK_MONTH
from contracts.outbreak_notice import OUTBREAK_NOTICE
from tests.dashboard.small_sources import LAST

SOURCE, ADDRESS = "who_outbreaks", "https://www.who.int/emergencies/disease-outbreak-news/item/"
NEWEST = pd.Timestamp(LAST, 10, 7)
ANNOUNCED = (
    ("SDN", "cholera", pd.Timestamp(LAST, 8, 12)),
    ("SDN", "cholera", pd.Timestamp(LAST - 2, 9, 28)),
    ("SDN", "measles", pd.Timestamp(LAST - 2, 3, 4)),
    ("UGA", "other", NEWEST),
)


def notices() -> pd.DataFrame:
    rows = [
        {"source_id": SOURCE, "notice_id": f"{place}-{day:%Y-%m}", "place_number": 1, "place_id": place}
        | {"date": day, "disease_id": disease, "url": f"{ADDRESS}{place}-{day:%Y-%m}"}
        for place, disease, day in ANNOUNCED
    ]
    return OUTBREAK_NOTICE.validate(pd.DataFrame(rows))


def counts() -> pd.DataFrame:
    rows = [
        {"place_id": place, "disease_id": disease, "month": day.replace(day=1), "source_id": SOURCE}
        | {"notices": 1, "newest_date": NEWEST}
        for place, disease, day in ANNOUNCED
    ]
    return OUTBREAK_MONTH.validate(pd.DataFrame(rows))
