"""Whose deaths the hand-made world holds, and which source says so.

SDN burns slowly with months; RWA has one terrible year without months; UKR's newest
years stand on the annual record alone; ISR is the unit that stands for PSE too; COL's
sources disagree in one year; TUV is at peace; LIE has one death in a
year, among more people than it has; XKX has no population. Darfur and its
units hold deaths that SDN's own figures already count; Kosovo 1998-99 is a crisis
counted by dyads, whose deaths stand in no country here.
"""

from tests.dashboard.small_sources import LAST

FIRST = 1989
EVENTS, ANNUAL, DYADS, PERSONS = "ucdp_ged", "ucdp_country_year", "ucdp_battle_deaths", "worldbank_population"
YEARS = range(FIRST, LAST + 1)
DEATHS = {  # state-based, one-sided and non-state are split 60 : 30 : 10
    "SDN": dict.fromkeys(YEARS, 3_000),
    "SSD": dict.fromkeys(range(2011, LAST + 1), 1000),
    "RWA": {year: 772_460 if year == 1994 else 200 if 1990 <= year <= 2001 else 0 for year in YEARS},
    "UKR": {year: 50_000 if year >= 2022 else 1_500 if year >= 2014 else 0 for year in YEARS},
    "ISR": {year: 21_470 if year >= 2023 else 100 for year in YEARS},
    "COL": dict.fromkeys(YEARS, 500),
    "XKX": dict.fromkeys(range(2008, LAST + 1), 0),
    "TUV": dict.fromkeys(YEARS, 0),
    "LIE": {2011: 1, 2012: 1},
}
WITHOUT_MONTHS = {("RWA", 1994), ("UKR", 2022), ("UKR", 2023), ("UKR", 2024), ("COL", 2002)}
PEOPLE = {
    "SDN": 48_000_000,
    "SSD": 11_000_000,
    "RWA": 7_000_000,
    "UKR": 40_000_000,
    "COL": 50_000_000,
    "TUV": 11_000,
    "LIE": 4_000_000,
}
CARRIED = ("COL", LAST)  # no population of that year yet: the rate rests on the one before
PARTS = {  # deaths that a country's figures already hold, by the kind of place
    "crisis:darfur": ("crisis", dict.fromkeys(YEARS, 2_000)),
    "adm1:SDN:north-darfur": ("adm1", dict.fromkeys(YEARS, 1_200)),
    "adm1:SDN:unlocated": ("unlocated", dict.fromkeys(YEARS, 100)),
    "crisis:kosovo": ("crisis", {1998: 1_000, 1999: 1_500}),
}
BY_DYADS = "crisis:kosovo"
TEMPO = {
    BY_DYADS: "sudden",
    "SDN": "slow_burn",
    "SSD": "slow_burn",
    "RWA": "sudden",
    "UKR": "slow_burn_with_surges",
    "ISR": "slow_burn_with_surges",
}


def split(total: int, place: str = "") -> dict[str, int]:
    if place == BY_DYADS:
        return {"state_based": total}
    state, one_sided = int(total * 0.6), int(total * 0.3)
    return {"state_based": state, "one_sided": one_sided, "non_state": total - state - one_sided}


def bounds(best: int) -> dict[str, int]:
    return {"fatalities_best": best, "fatalities_low": best // 2, "fatalities_high": best * 2}


def covered(place: str) -> str:
    return "state_based" if place == BY_DYADS else "all"


def source_of(place: str, year: int) -> str:
    if place == BY_DYADS:
        return DYADS
    return EVENTS if place in PARTS or speaks_by_events(place, year) else ANNUAL


def speaks_by_events(place: str, year: int) -> bool:
    return (place, year) not in WITHOUT_MONTHS and DEATHS[place][year] > 0


def places(with_parts: bool) -> list[tuple[str, str, dict[int, int]]]:
    """Place, its kind and its deaths by year."""
    parts = [(place, kind, by_year) for place, (kind, by_year) in PARTS.items()] if with_parts else []
    return [(place, "country", by_year) for place, by_year in DEATHS.items()] + parts
