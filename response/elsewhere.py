"""Where are the others: who hosts the refugees of the crisis, its neighbours first?

All neighbours that host some, then the largest of the others, then the rest together; the
receiving country always stands among them. UNRWA's refugees stand beside, never within.
"""

import pandas as pd

from reference.borders import neighbours
from response.component import Asked, Component, Figure, Said, Status, message, said
from response.hosted import HIDDEN, NO_ROW, PERSONS, SOURCE, stocks_of
from response.not_separable import not_separable

LARGEST = 5  # other hosts that are named
REST = "UNK"
COMPONENT = Component(
    id="elsewhere",
    title=message("Where the others are"),
    definition=message(
        "Refugees of that origin by country of asylum on the reference date: the neighbours by land, the five largest of the other "
        "hosts, and the rest together, each beside its share of all refugees of that origin."
    ),
    sources=(SOURCE, "unhcr_unrwa", "reference/land_borders.csv"),
    unit=PERSONS,
    period=message("reference date, 30 June or 31 December"),
    caveat=message("Refugees only; asylum-seekers and people displaced within the country are not in it."),
    licence_note=message("UNHCR's figures may be passed on with attribution (CC BY 4.0)."),
)
OF_REFUGEES = message("of all refugees of that origin")
LABELS = {
    "neighbour": message("Neighbour: {host_place}"),
    "other_host": message("Other host: {host_place}"),
    "receiver": message("Here: {host_place}"),
    "rest": message("All other countries together"),
    "unrwa": message("Palestine refugees registered with UNRWA, counted beside UNHCR's figures"),
}


def elsewhere(asked: Asked) -> tuple[Figure, ...]:
    """The hosts of the refugees of each country of the crisis."""
    return tuple(figure for origin in asked.places for figure in [*_hosts(asked, origin), *_unrwa(asked, origin)])


def _hosts(asked: Asked, origin: str) -> list[Figure]:
    gone = asked.lacks(SOURCE)
    if gone:
        return [_unknown("rest", origin, SOURCE, *gone)]
    stocks = stocks_of(asked, origin)
    refugees = stocks[
        (stocks["population_type"] == "refugees") & (stocks["reference_date"] == stocks["reference_date"].max())
    ]
    if refugees.empty:
        reason = not_separable(origin, asked.as_of.year, "unhcr") or said(NO_ROW)
        return [_unknown("rest", origin, SOURCE, "not_known", reason)]
    day, hidden = f"{refugees['reference_date'].iloc[0]:%Y-%m-%d}", int(refugees["is_masked"].sum())
    by_host = refugees[refugees["persons"].gt(0).fillna(False).astype("bool")].set_index("asylum_id")["persons"]
    by_host = by_host.astype("float64").sort_values(ascending=False, kind="stable")
    kinds = {
        host: "receiver" if host == asked.receiver else "neighbour"
        for host in by_host.index.intersection([*neighbours(origin), asked.receiver])
    }
    others = [host for host in by_host.index if host not in kinds][:LARGEST]
    kinds |= dict.fromkeys(others, "other_host")
    rest = by_host.drop(list(kinds)).sum()
    named = sorted(kinds, key=lambda host: (list(LABELS).index(kinds[host]), -by_host[host]))
    total = float(by_host.sum())
    figures = [_figure(kinds[host], host, float(by_host[host]), total, day) for host in named]
    notes = (said(HIDDEN),) if hidden else ()
    return [
        *figures,
        Figure(
            "rest",
            said(LABELS["rest"]),
            REST,
            PERSONS,
            SOURCE,
            day,
            float(rest),
            total=total,
            share_of=OF_REFUGEES,
            notes=notes,
        ),
    ]


def _figure(kind: str, host: str, persons: float, total: float, day: str) -> Figure:
    label = said(LABELS[kind], host_place=host)
    return Figure(kind, label, host, PERSONS, SOURCE, day, persons, total=total, share_of=OF_REFUGEES)


def _unrwa(asked: Asked, origin: str) -> list[Figure]:
    """The refugees in UNRWA's care here, for the one origin that it counts."""
    if origin != "PSE":
        return []
    gone = asked.lacks("unhcr_unrwa")
    if gone:
        return [_unknown("unrwa", origin, "unhcr_unrwa", *gone)]
    table = asked.tables["unhcr_unrwa"]
    known = table[table["reference_date"] <= asked.as_of]
    now = known[known["reference_date"] == known["reference_date"].max()]
    here = now[now["asylum_id"] == asked.receiver]
    if now.empty:
        return [_unknown("unrwa", origin, "unhcr_unrwa", "not_known", said(NO_ROW))]
    value = float(here["persons"].sum()) if len(here) else 0.0  # UNRWA works in five fields and nowhere else
    day = f"{pd.Timestamp(now['reference_date'].iloc[0]):%Y-%m-%d}"
    return [
        Figure(
            "unrwa",
            said(LABELS["unrwa"]),
            origin,
            PERSONS,
            "unhcr_unrwa",
            day,
            value,
            total=float(now["persons"].sum()),
            share_of=message("of all refugees registered with UNRWA"),
        )
    ]


def _unknown(measure: str, origin: str, source_id: str, status: Status, reason: Said) -> Figure:
    return Figure(measure, said(LABELS[measure]), origin, PERSONS, source_id, "", status=status, reason=reason)
