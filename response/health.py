"""Which outbreaks did the World Health Organization announce in and next to the crisis in 24 months?

Counts of notices and links, never WHO's texts. What WHO announces is not all that breaks
out. The list may be older than the release: the 24 months end where it ends, and say so.
"""

import pandas as pd

from reference.borders import neighbours
from response.component import Asked, Component, Figure, Said, message, said

SOURCE, TABLE, RISK = "who_outbreaks", "outbreak_month", "inform_risk"
MONTHS = 24
EPIDEMIC = "HA.NAT.EPI"
NOTICES, POINTS = message("notices"), message("points of 10")
COMPONENT = Component(
    id="health",
    title=message("Outbreaks announced in and next to the crisis"),
    definition=message(
        "Notices of disease outbreaks that the World Health Organization published in 24 months about the country and about each of "
        "its neighbours by land, by the country that the title names; and INFORM's score of epidemic hazard where it is published."
    ),
    sources=(SOURCE, RISK, "reference/land_borders.csv"),
    unit=NOTICES,
    period=message("24 months"),
    caveat=message(
        "What WHO chose to announce; a notice that names two countries counts at both, one that names none at none."
    ),
    licence_note=message(
        "Counts and links of our own; WHO's texts are under a licence of their own and are not passed on."
    ),
)
LABEL_HERE = message("Notices about {place}")
LABEL_NEXT = message("Notices about the neighbour {place}")
LABEL_RISK = message("Epidemic hazard and exposure (INFORM)")
BY_DISEASE = message("{disease}: {notices}")
UNTIL = message("The list at hand ends on {newest_date}.")
NO_SCORE = message("The file of INFORM Risk holds no score of epidemic hazard for this country.")
ALL_ZERO = message("No notice about any of its neighbours by land: {neighbours} looked at.")


def health(asked: Asked) -> tuple[Figure, ...]:
    """Notices for each country of the crisis, its neighbours with notices, and the epidemic score."""
    return tuple(figure for place in asked.places for figure in [*_outbreaks(asked, place), _epidemic(asked, place)])


def _outbreaks(asked: Asked, place: str) -> list[Figure]:
    gone = asked.lacks(TABLE, SOURCE)
    if gone:
        return [
            Figure(
                "outbreaks", said(LABEL_HERE, place=place), place, NOTICES, SOURCE, "", status=gone[0], reason=gone[1]
            )
        ]
    table = asked.tables[TABLE]
    known = table[table["month"] <= asked.as_of]
    if known.empty:
        return [
            Figure(
                "outbreaks",
                said(LABEL_HERE, place=place),
                place,
                NOTICES,
                SOURCE,
                "",
                status="not_known",
                reason=said(message("The list at hand holds no notice up to that day.")),
            )
        ]
    last = known["month"].max()
    first = last - pd.DateOffset(months=MONTHS - 1)
    window = known[known["month"] >= first]
    newest = min(pd.Timestamp(known["newest_date"].max()), asked.as_of)
    there, beside = window[window["place_id"] == place], neighbours(place)
    near = [one for one in beside if window["place_id"].eq(one).any()]
    period, until = f"{first:%Y-%m}..{last:%Y-%m}", said(UNTIL, newest_date=newest.date())
    here = _counted(asked, "outbreaks", LABEL_HERE, place, there, period, until)
    others = [
        _counted(asked, "neighbours", LABEL_NEXT, one, window[window["place_id"] == one], period, until) for one in near
    ]
    if beside and not near:
        none = said(ALL_ZERO, neighbours=len(beside))
        others = [Figure("neighbours", none, place, NOTICES, SOURCE, period, 0.0, notes=(until,))]
    return [here, *others]


def _counted(
    asked: Asked, measure: str, label: str, place: str, rows: pd.DataFrame, period: str, until: Said
) -> Figure:
    """The notices about one place, each disease in a note, with the links that the release may give."""
    by_disease = rows.groupby("disease_id")["notices"].sum().sort_values(ascending=False, kind="stable")
    notes = [said(BY_DISEASE, disease=str(disease), notices=int(number)) for disease, number in by_disease.items()]
    value = float(rows["notices"].sum())
    return Figure(
        measure,
        said(label, place=place),
        place,
        NOTICES,
        SOURCE,
        period,
        value,
        notes=(*notes, until),
        links=_links(asked, place, period),
    )


def _links(asked: Asked, place: str, period: str) -> tuple[str, ...]:
    """Where the counted notices can be read, newest first; none where the release holds counts alone."""
    if SOURCE not in asked.tables:
        return ()
    table, (first, last) = asked.tables[SOURCE], period.split("..")
    end = pd.Timestamp(last) + pd.DateOffset(months=1)
    chosen = table[table["place_id"].eq(place) & table["date"].ge(pd.Timestamp(first)) & table["date"].lt(end)]
    return tuple(chosen.sort_values(["date", "notice_id"], ascending=False)["url"])


def _epidemic(asked: Asked, place: str) -> Figure:
    """The newest epidemic score up to now; the index is of the year, not measured in it."""
    gone = asked.lacks(RISK)
    label = said(LABEL_RISK)
    if gone:
        return Figure("epidemic_risk", label, place, POINTS, RISK, "", status=gone[0], reason=gone[1])
    table = asked.tables[RISK]
    rows = table[table["place_id"].eq(place) & table["risk_index"].eq(EPIDEMIC) & table["year"].le(asked.as_of.year)]
    if rows.empty:
        return Figure("epidemic_risk", label, place, POINTS, RISK, "", status="not_known", reason=said(NO_SCORE))
    newest = rows.sort_values("year").iloc[-1]
    return Figure("epidemic_risk", label, place, POINTS, RISK, str(newest["year"]), float(newest["risk_score"]))
