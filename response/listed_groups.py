"""Have groups on the Security Council's list fought in the crisis in the last 24 months?

Matched by hand (reference/listed_groups.toml). Where the newest events of a place end, the
window ends; a month that no event file covers is said to be missing and is not quiet. Beside
it stand UCDP's annual battle deaths by dyad, which reach further but know state-based
violence alone. That a group is listed says what the Council decided.
"""

import pandas as pd

from reference.listed_groups import ListedGroup, groups_in_dyads, listed_groups
from response.component import Asked, Component, Figure, Said, message, said
from response.not_separable import not_separable

MONTHS = 24
EVENT_SOURCES = ("ucdp_ged", "ucdp_country_year")  # an annual record of zero makes every month of the year zero
EVENTS, DEATHS = message("events"), message("recorded deaths")
COMPONENT = Component(
    id="listed_groups",
    title=message("Groups on the Security Council's list that fight there"),
    definition=message(
        "Events with a recorded death, and these deaths, in which a group on the Security Council's list is a side, by the month in "
        "which the event ends, over the 24 months to the newest month that UCDP's event files cover for the country."
    ),
    sources=("ucdp_ged", "ucdp_candidate", "ucdp_battle_deaths", "un_sanctions", "reference/listed_groups.toml"),
    unit=EVENTS,
    period=message("24 months"),
    caveat=message(
        "Matched by hand and shown with the reference of the list; groups without a match may be listed all the same. "
        "UCDP counts provinces of one group under one name."
    ),
    licence_note=message("Counts of our own from UCDP's events (CC BY 4.0); the list is public."),
)
LABEL_EVENTS = message("{group}: events")
LABEL_DEATHS = message("{group}: recorded deaths in these events")
LABEL_DYADS = message("{group}: battle deaths of dyads that fought there")
LABEL_NONE = message("Events with a listed group")
LISTED = message("On the list as {reference} since {listed_on}, under the regime of resolution {regime}.")
NO_LONGER = message("The list at hand no longer holds {reference}.")
COVERED = message("Event files cover {covered} of these 24 months.")
PROVISIONAL = message("Some of these events are not vetted yet.")
NO_EVENTS = message("No event file in this release covers this country.")
WHEREVER = message("Deaths of the whole dyad in the year, wherever it fought; state-based violence only.")


def listed_group_activity(asked: Asked) -> tuple[Figure, ...]:
    """Events and deaths by group for each country of the crisis, and the annual dyads beside."""
    return tuple(figure for place in asked.places for figure in [*_by_month(asked, place), *_by_dyad(asked, place)])


def _by_month(asked: Asked, place: str) -> list[Figure]:
    gone = asked.lacks("violence_month", "ucdp_ged")
    if "listed_group_month" not in asked.tables:  # one without rows says that no listed group fought
        gone = asked.lacks("listed_group_month", "ucdp_ged")
    if gone:
        return [Figure("events", said(LABEL_NONE), place, EVENTS, "ucdp_ged", "", status=gone[0], reason=gone[1])]
    elsewhere = not_separable(place, asked.as_of.year, "ucdp")
    cover = cover_of(asked, place)
    if elsewhere is not None or cover.empty:
        return [
            Figure(
                "events",
                said(LABEL_NONE),
                place,
                EVENTS,
                "ucdp_ged",
                "",
                status="not_known",
                reason=elsewhere or said(NO_EVENTS),
            )
        ]
    last = cover.index.max()
    first = last - pd.DateOffset(months=MONTHS - 1)
    window = cover[cover.index >= first]
    table = asked.tables["listed_group_month"]
    rows = table[table["place_id"].eq(place) & table["source_id"].eq(table["month"].map(window))]
    period = f"{first:%Y-%m}..{last:%Y-%m}"
    covered = said(COVERED, covered=len(window))
    source_id = str(window.iloc[-1])
    if rows.empty:
        return [Figure("events", said(LABEL_NONE), place, EVENTS, source_id, period, 0.0, notes=(covered,))]
    return [
        figure
        for group_id, own in rows.groupby("group_id", sort=True)
        for figure in _of_group(asked, listed_groups()[str(group_id)], own, place, period, covered)
    ]


def cover_of(asked: Asked, place: str) -> pd.Series:
    """By month, the source whose events count; vetted events go before candidates."""
    months = asked.tables["violence_month"]
    own = months[
        months["place_id"].eq(place) & months["source_id"].isin(EVENT_SOURCES) & months["month"].le(asked.as_of)
    ]
    cover = dict.fromkeys(own["month"].unique(), "ucdp_ged")
    if "candidate_month" in asked.tables:
        candidates = asked.tables["candidate_month"]
        for month in candidates.loc[candidates["month"].le(asked.as_of), "month"]:
            cover.setdefault(month, "ucdp_candidate")
    return pd.Series(cover, dtype="object").sort_index()


def _of_group(
    asked: Asked, group: ListedGroup, own: pd.DataFrame, place: str, period: str, covered: Said
) -> list[Figure]:
    notes = [*listing(asked, group), covered]
    if own["is_provisional"].any():
        notes.append(said(PROVISIONAL))
    source_id = str(own["source_id"].iloc[-1])
    best, low, high = (float(own[f"fatalities_{bound}"].sum()) for bound in ("best", "low", "high"))
    return [
        Figure(
            "events",
            said(LABEL_EVENTS, group=group.name),
            place,
            EVENTS,
            source_id,
            period,
            float(own["events"].sum()),
            notes=tuple(notes),
        ),
        Figure(
            "deaths",
            said(LABEL_DEATHS, group=group.name),
            place,
            DEATHS,
            source_id,
            period,
            best,
            low,
            high,
            notes=tuple(notes),
        ),
    ]


def _by_dyad(asked: Asked, place: str) -> list[Figure]:
    """The newest year on record of each listed group whose battles took place there, within the last two years of the file."""
    if asked.lacks("ucdp_battle_deaths"):
        return []
    table = asked.tables["ucdp_battle_deaths"]
    known = table[table["year"] < asked.as_of.year]
    recent = known[known["year"] >= known["year"].max() - 1] if len(known) else known
    fought_in = recent["battle_place_ids"].str.split(",").map(lambda places: place in places)
    here = recent[fought_in.astype("bool")]  # of no rows it would be a list of columns
    names = here["side_a"].str.strip() + " - " + here["side_b"].str.strip()
    groups = groups_in_dyads(names)
    figures = []
    for group_id in sorted({group for found in groups.values() for group in found}):
        group, own = listed_groups()[group_id], here[[group_id in groups.get(name, ()) for name in names]]
        best, low, high = (float(own[f"fatalities_{bound}"].sum()) for bound in ("best", "low", "high"))
        years = sorted({str(year) for year in own["year"]})
        notes = (*listing(asked, group), said(WHEREVER))
        figures.append(
            Figure(
                "dyads",
                said(LABEL_DYADS, group=group.name),
                place,
                DEATHS,
                "ucdp_battle_deaths",
                "..".join(years),
                best,
                low,
                high,
                notes=notes,
            )
        )
    return figures


def listing(asked: Asked, group: ListedGroup) -> list[Said]:
    """Under which reference, since when and under which regime; as the list at hand has it, where there is one."""
    notes = [
        said(
            LISTED, reference=", ".join((group.reference, *group.also)), listed_on=group.listed_on, regime=group.regime
        )
    ]
    if "un_sanctions" in asked.tables:
        listed = asked.tables["un_sanctions"]["reference_number"]
        notes += [
            said(NO_LONGER, reference=number) for number in (group.reference, *group.also) if number not in set(listed)
        ]
    return notes
