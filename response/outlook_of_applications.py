"""How many new applications from the crisis may come here next year, with an interval and how well it did before?"""

import pandas as pd

from response.applications import PERSONS, changes_of, new_rows
from response.component import Asked, Component, Figure, Said, Status, message, said
from response.not_separable import not_separable

TABLE, ERRORS, SOURCE = "asylum_outlook", "asylum_outlook_error", "unhcr_applications"
JUDGED = 11
COMPONENT = Component(
    id="next_year",
    title=message("New asylum applications that may come next year"),
    definition=message(
        "An estimate for the year after the newest on record, with an interval meant to hold four years in five. The rule that next "
        "year equals the last and one challenger are judged on the eleven newest years, each from the years before it alone; the "
        "better one is shown."
    ),
    sources=(SOURCE,),
    unit=PERSONS,
    period=message("calendar year to come"),
    caveat=message(
        "From past numbers alone: a closed border, a new war or a new law is not in it. Judged on figures as they are known today."
    ),
    licence_note=message("Computed by us from UNHCR's figures (CC BY 4.0)."),
)
LABEL = message("New applications that may come")
TOO_FEW = message("Too few new applications on record in the newest year for an estimate.")
METHODS = {
    "same_as_last": message("Method: the same number as in the last year."),
    "mean_2": message("Method: the middle of the last two years."),
    "mean_3": message("Method: the middle of the last three years."),
    "half_step": message("Method: half of the last year's change once more."),
    "origin_step": message("Method: half of the change of this origin in all countries once more."),
}
JUDGEMENT = message(
    "In {first} to {last} this method was wrong by {error} persons on average over {pairs} pairs of origin and country, and "
    "{covered} in 100 numbers lay within such intervals."
)
OTHER_STAGES = message(
    "The newest year is reported at other stages than the year before; the estimate is of these stages alone."
)
BESIDE = message("The other method that was judged was wrong by {error} persons on average, and more in proportion.")


def next_year(asked: Asked) -> tuple[Figure, ...]:
    """One estimate for each country of the crisis."""
    gone = asked.lacks(TABLE, SOURCE)
    if gone:
        return tuple(_without(origin, *gone) for origin in asked.places)
    table = asked.tables[TABLE]
    here = table[table["asylum_id"] == asked.receiver]
    notes = (*judgement(asked), *_other_stages(asked))
    return tuple(
        _figure(here[here["origin_id"] == origin].iloc[0], origin, notes)
        if here["origin_id"].eq(origin).any()
        else _without(origin, "not_known", not_separable(origin, asked.as_of.year, "unhcr") or said(TOO_FEW))
        for origin in asked.places
    )


def _figure(row: pd.Series, origin: str, notes: tuple[Said, ...]) -> Figure:
    return Figure(
        "next_year",
        said(LABEL),
        origin,
        PERSONS,
        SOURCE,
        str(row["year"]),
        float(row["estimate"]),
        float(row["estimate_low"]),
        float(row["estimate_high"]),
        notes=(said(METHODS[str(row["method"])]), *notes),
    )


def judgement(asked: Asked) -> tuple[Said, ...]:
    """How the shown method and the one beside it did on the judged years."""
    if asked.lacks(ERRORS):
        return ()
    errors = asked.tables[ERRORS]
    judged = errors[errors["year"] > errors["year"].max() - JUDGED]
    shown, other = (
        judged[judged["is_shown"]],
        judged[~judged["is_shown"] & (judged["is_challenger"] | judged["method"].eq("same_as_last"))],
    )
    if shown.empty or shown["covered"].isna().all():
        return ()
    span = {"first": str(shown["year"].min()), "last": str(shown["year"].max())}
    covered = round(100 * _weighted(shown[shown["covered"].notna()], "covered"))
    notes = [
        said(
            JUDGEMENT,
            **span,
            error=round(_weighted(shown, "mean_error")),
            pairs=int(shown["pairs"].sum()),
            covered=covered,
        )
    ]
    if len(other):
        notes.append(said(BESIDE, error=round(_weighted(other, "mean_error"))))
    return tuple(notes)


def _other_stages(asked: Asked) -> tuple[Said, ...]:
    """Whether the newest year, from which the estimate starts, counts something else than the year before."""
    if asked.lacks(SOURCE):
        return ()
    new = new_rows(asked)
    here = new[new["asylum_id"] == asked.receiver]
    return (said(OTHER_STAGES),) if here["year"].max() in changes_of(here) else ()


def _weighted(rows: pd.DataFrame, column: str) -> float:
    """The mean over all judged pairs."""
    return float((rows[column] * rows["pairs"]).sum() / rows["pairs"].sum())


def _without(origin: str, status: Status, reason: Said) -> Figure:
    return Figure("next_year", said(LABEL), origin, PERSONS, SOURCE, "", status=status, reason=reason)
