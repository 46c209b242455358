"""How much humanitarian money did the receiving country give to the crisis, promised, committed and paid?

The three statuses are three figures: what is paid was committed before and perhaps
pledged before, as other flows or as the same one later, so they are never added. A flow to
several countries counts whole at each and stands apart, in no share; a flow for several
years of use counts whole, since nobody says how much of it is for which year.
"""

import pandas as pd

from response.component import Asked, Component, Figure, Said, Status, message, said

SOURCE, TABLE = "fts_incoming", "own_money_year"
DOLLARS = message("US dollars")
COMPONENT = Component(
    id="own_money",
    title=message("Humanitarian money this country gave there"),
    definition=message(
        "Flows that the government of the country reported to the Financial Tracking Service for use in the year, by destination and "
        "status, each flow counted once; beside its share of all that this government reported for single countries at that status."
    ),
    sources=(SOURCE,),
    unit=DOLLARS,
    period=message("year of use"),
    caveat=message(
        "Reported voluntarily and often late; a flow for several years of use counts whole; money without conditions that reaches "
        "the country through others is not in it."
    ),
    licence_note=message("Sums of our own; single flows stay with the Financial Tracking Service (CC BY-IGO)."),
)
LABELS = {
    "pledge": message("Pledged"),
    "commitment": message("Committed"),
    "paid": message("Paid"),
}
SHARED_LABELS = {
    "pledge": message("Pledged to several countries with this one, not divided"),
    "commitment": message("Committed to several countries with this one, not divided"),
    "paid": message("Paid to several countries with this one, not divided"),
}
OTHERS_LABELS = {
    "pledge": message("Pledged by others in the country"),
    "commitment": message("Committed by others in the country"),
    "paid": message("Paid by others in the country"),
}
OF_ALL = message("of all that this government reported for single countries at that status for that year")
FLOWS = message("Flows: {flows}, reported up to {newest_date}.")
PARKED = message("Of it {amount} dollars are not yet divided among their uses.")
IN_KIND = message("Of it {amount} dollars are goods or services.")
NO_FLOW = message("No flow of this status is reported for that year up to {newest_date}.")
NO_DONOR = message(
    "No flow of this country's government is in the file: nothing is reported, which need not mean that nothing was given."
)


def own_money(asked: Asked) -> tuple[Figure, ...]:
    """Every status for each country of the crisis; shared flows and other givers where there are some."""
    gone = asked.lacks(TABLE, SOURCE)
    if gone:
        return tuple(_without(place, status, *gone) for place in asked.places for status in LABELS)
    table = asked.tables[TABLE]
    table = table[table["usage_year"] <= asked.as_of.year]
    own = table[table["donor_place_id"].eq(asked.receiver) & table["usage_year"].eq(table["usage_year"].max())]
    government = own[own["giver_kind"] == "government"]
    if government.empty:
        return tuple(
            _without(place, status, "not_known", said(NO_DONOR)) for place in asked.places for status in LABELS
        )
    return tuple(figure for place in asked.places for figure in _to(place, own, government))


def _to(place: str, own: pd.DataFrame, government: pd.DataFrame) -> list[Figure]:
    alone, shared = (government[government["reach"] == reach] for reach in ("alone", "shared"))
    others = own[own["giver_kind"].eq("other") & own["place_id"].eq(place) & own["reach"].eq("alone")]
    totals = alone.groupby("flow_status")["amount_usd"].sum()
    newest = pd.Timestamp(government["newest_date"].iloc[0]).date()
    period = str(government["usage_year"].iloc[0])
    figures = []
    for status, label in LABELS.items():
        rows = alone[alone["place_id"].eq(place) & alone["flow_status"].eq(status)]
        if rows.empty:
            figures.append(
                Figure(
                    status, said(label), place, DOLLARS, SOURCE, period, 0.0, notes=(said(NO_FLOW, newest_date=newest),)
                )
            )
        else:
            figures.append(_figure(status, label, place, period, rows, float(totals[status])))
    for name, labels, rows in (
        ("shared", SHARED_LABELS, shared[shared["place_id"] == place]),
        ("others", OTHERS_LABELS, others),
    ):
        for status in [one for one in LABELS if rows["flow_status"].eq(one).any()]:
            part = rows[rows["flow_status"] == status]
            figures.append(_figure(f"{name}_{status}", labels[status], place, period, part, None))
    return figures


def _figure(measure: str, label: str, place: str, period: str, rows: pd.DataFrame, total: float | None) -> Figure:
    newest = pd.Timestamp(rows["newest_date"].iloc[0]).date()
    notes = [said(FLOWS, flows=int(rows["flows"].sum()), newest_date=newest)]
    notes += [
        said(text, amount=int(rows[column].sum()))
        for text, column in ((PARKED, "parked_usd"), (IN_KIND, "in_kind_usd"))
        if rows[column].sum()
    ]
    share_of = OF_ALL if total is not None else ""
    return Figure(
        measure,
        said(label),
        place,
        DOLLARS,
        SOURCE,
        period,
        float(rows["amount_usd"].sum()),
        total=total,
        share_of=share_of,
        notes=tuple(notes),
    )


def _without(place: str, measure: str, status: Status, reason: Said) -> Figure:
    return Figure(measure, said(LABELS[measure]), place, DOLLARS, SOURCE, "", status=status, reason=reason)
