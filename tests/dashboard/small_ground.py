"""Where the dead of the hand-made world were located: Sudan's and Darfur's cells, and what is on no map.

SDN's events place 2,700 of 3,000 deaths a year: 1,800 in one cell, 900 in another, and 200 are known to a province,
100 to the country alone. SSD's are all known to the country alone. Events speak up to the year before the last.
"""

import pandas as pd

from contracts.cell_year import CELL_YEAR
from contracts.located_year import LOCATED_YEAR
from tests.dashboard.small_places import FIRST, bounds
from tests.dashboard.small_sources import LAST

NEWEST = LAST - 1
CELLS = {  # place: kind, then deaths a year by cell, latitude, longitude
    "SDN": ("country", ((147291, 12.25, 25.25, 1_800), (148734, 13.25, 26.75, 900))),
    "crisis:darfur": ("crisis", ((147291, 12.25, 25.25, 1_800),)),
}
LOCATED = {
    "SDN": ("country", (3_000, 2_700, 200, 100)),
    "SSD": ("country", (1_000, 0, 0, 1_000)),
    "crisis:darfur": ("crisis", (2_000, 1_800, 200, 0)),
    "TUV": ("country", (0, 0, 0, 0)),
}
PARTS = ("fatalities_best", "fatalities_in_cells", "fatalities_in_provinces", "fatalities_in_country")


def cells() -> pd.DataFrame:
    rows = [
        {"place_id": place, "place_kind": kind, "year": year, "cell": cell, "latitude": north, "longitude": east}
        | bounds(deaths)
        for place, (kind, listed) in CELLS.items()
        for year in range(FIRST, NEWEST + 1)
        for cell, north, east, deaths in listed
    ]
    return CELL_YEAR.validate(pd.DataFrame(rows))


def located() -> pd.DataFrame:
    rows = [
        {"place_id": place, "place_kind": kind, "year": year, **dict(zip(PARTS, counts, strict=True))}
        for place, (kind, counts) in LOCATED.items()
        for year in range(FIRST if place != "SSD" else 2011, NEWEST + 1)
    ]
    return LOCATED_YEAR.validate(pd.DataFrame(rows))
