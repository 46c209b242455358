"""What does a map of how long it has burnt find? How many places never rested, and how many have burnt for a generation."""

import pandas as pd

from language import Language, message

NO_FIGURE = message("No place has a figure for this")
LONG_SPELL = 20  # years: the highest class of the map


def every_year_finding(places: pd.DataFrame, first: int, language: Language) -> str:
    """Title of the map of persistence."""
    if not (places["status"] == "ok").any():
        return language.text(NO_FIGURE)
    n = int(((places["status"] == "ok") & places["is_lasting"].astype(bool)).sum())  # a shorter record is no such year
    year = str(places["period"].iloc[0]) if len(places) else ""
    if not n:
        return language.text(
            "In no place did every year from {first} to {year} have 25 or more recorded deaths",
            first=str(first),
            year=year,
        )
    return language.texts(
        "In {n} place every year from {first} to {year} had 25 or more recorded deaths",
        "In {n} places every year from {first} to {year} had 25 or more recorded deaths",
        n,
        first=str(first),
        year=year,
    )


def long_spell_finding(places: pd.DataFrame, language: Language) -> str:
    """Title of the map of present spells."""
    known = places[places["status"] == "ok"]
    if known.empty:
        return language.text(NO_FIGURE)
    n = int((known["value"] >= LONG_SPELL).sum())
    if n:
        return language.texts(
            "In {n} place the present spell of violence has lasted twenty years or more",
            "In {n} places the present spell of violence has lasted twenty years or more",
            n,
        )
    return language.texts(
        "A spell of violence is going on in {n} place, none for twenty years yet",
        "A spell of violence is going on in {n} places, none for twenty years yet",
        int((known["value"] > 0).sum()),
    )
