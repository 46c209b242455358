"""Who from the receiving country serves in United Nations operations in the crisis, and who died there?

Deaths by nationality and mission, those by malicious acts apart; only missions whose
country is known (reference/missions.csv). Sudan's missions before July 2011 also worked in
what is South Sudan now; a mission for several countries is shown at each and says so.
"""

import pandas as pd

from reference.borders import neighbours
from reference.missions import Mission, missions
from response.component import Asked, Component, Figure, Said, Status, message, said

DEATHS, SERVING = "un_fatalities", "un_personnel"
PERSONS = message("persons")
ABYEI = "AB9"
COMPONENT = Component(
    id="own_people",
    title=message("People of this country in peace operations there"),
    definition=message(
        "Uniformed people whom the country has in United Nations operations in the crisis in the newest month, and people of its "
        "nationality who died serving in each operation there since it began, those who died by malicious acts apart; beside all who "
        "died in the operation."
    ),
    sources=(DEATHS, SERVING, "reference/missions.csv"),
    unit=PERSONS,
    period=message("newest month; all years up to the newest record"),
    caveat=message(
        "Operations of the United Nations only; staff of its agencies, funds and programmes are not in it, nor are other forces. Years before 2000 may be incomplete."
    ),
    licence_note=message("Counts of our own; single records stay with the United Nations (CC BY-IGO)."),
)
LABEL_DIED = message("Died serving in {mission}")
LABEL_MALICIOUS = message("Of them by malicious acts, in {mission}")
LABEL_SERVING = message("Uniformed people serving in {mission}")
LABEL_NONE = message("People of this country who died in operations there")
OF_MISSION = message("of all who died in this operation")
OF_STRENGTH = message("of all uniformed people in this operation")
NO_MISSION = message("No United Nations operation in this country is on record.")
ELSEWHERE = message("This operation also works, or worked, in other countries.")
SOUTH = message("Until July 2011 this operation also worked in what is South Sudan now.")
IN_ABYEI = message(
    "This operation works in Abyei, whose final status is not settled; it is shown with Sudan and with South Sudan."
)
NO_REPORT = message("No contribution of this country is reported for that month.")


def own_people(asked: Asked) -> tuple[Figure, ...]:
    """Deaths in every operation there, and those who serve in the newest month."""
    return tuple(figure for place in asked.places for figure in [*_died(asked, place), *_serving(asked, place)])


def missions_in(place: str) -> list[Mission]:
    """The operations that work or worked there, oldest first."""
    around = {place, ABYEI} if place in neighbours(ABYEI) else {place}
    found = [one for one in missions().values() if around & {*one.places}]
    return sorted(found, key=lambda one: (str(one.valid_from or ""), one.mission))


def _died(asked: Asked, place: str) -> list[Figure]:
    gone = asked.lacks("mission_death_count", DEATHS)
    there = missions_in(place)
    if gone or not there:
        status, reason = gone or ("not_known", said(NO_MISSION))
        return [Figure("died", said(LABEL_NONE), place, PERSONS, DEATHS, "", status=status, reason=reason)]
    table = asked.tables["mission_death_count"]
    known_to = f"{pd.Timestamp(table['newest_date'].max()):%Y-%m-%d}" if len(table) else ""
    periods = {one.mission: f"{one.valid_from or ''}..{known_to}" for one in there}
    return [f for one in there for f in _in_mission(table, asked.receiver, one, place, periods[one.mission])]


def _in_mission(table: pd.DataFrame, receiver: str, mission: Mission, place: str, period: str) -> list[Figure]:
    of_mission = table[table["mission"] == mission.mission]
    own = of_mission[of_mission["nationality_place_id"] == receiver]
    malicious = of_mission["death_cause"].eq("malicious_act")
    figures = []
    for measure, label, rows, everybody in (
        ("died", LABEL_DIED, own, of_mission),
        ("malicious", LABEL_MALICIOUS, own[own["death_cause"] == "malicious_act"], of_mission[malicious]),
    ):
        figures.append(
            Figure(
                measure,
                said(label, mission=mission.mission),
                place,
                PERSONS,
                DEATHS,
                period,
                float(rows["deaths"].sum()),
                total=float(everybody["deaths"].sum()),
                share_of=OF_MISSION,
                notes=_notes(mission),
            )
        )
    return figures


def _notes(mission: Mission) -> tuple[Said, ...]:
    notes = [said(ELSEWHERE)] if len(mission.places) > 1 else []
    if mission.mission == "UNMIS":
        notes.append(said(SOUTH))
    if ABYEI in mission.places:
        notes.append(said(IN_ABYEI))
    return tuple(notes)


def _serving(asked: Asked, place: str) -> list[Figure]:
    gone = asked.lacks(SERVING)
    if gone:
        status, reason = gone
        return [_unknown(place, "", status, reason)]
    table = asked.tables[SERVING]
    known = table[table["month"] <= asked.as_of]
    now = known[known["month"] == known["month"].max()]
    if now.empty:
        return [_unknown(place, "", "not_known", said(NO_REPORT))]
    period = f"{pd.Timestamp(now['month'].iloc[0]):%Y-%m}"
    running = [one for one in missions_in(place) if one.mission in set(now["mission"])]
    figures = []
    for mission in running:
        everybody = now[now["mission"] == mission.mission]
        own = everybody[everybody["contributor_place_id"] == asked.receiver]
        # A month lists who contributes: who is not in it has nobody there. Women and men not both reported: not known.
        whole = own["personnel"].notna().all()
        figures.append(
            Figure(
                "serving",
                said(LABEL_SERVING, mission=mission.mission),
                place,
                PERSONS,
                SERVING,
                period,
                float(own["personnel"].sum()) if whole else None,
                total=float(everybody["personnel"].sum()),
                share_of=OF_STRENGTH,
                status="known" if whole else "not_known",
                reason=None if whole else said(NO_REPORT),
                notes=_notes(mission),
            )
        )
    return figures or [_unknown(place, period, "not_known", said(NO_MISSION))]


def _unknown(place: str, period: str, status: Status, reason: Said) -> Figure:
    return Figure(
        "serving",
        said(message("Uniformed people of this country serving there")),
        place,
        PERSONS,
        SERVING,
        period,
        status=status,
        reason=reason,
    )
