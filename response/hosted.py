"""How many people from the crisis live in the receiving country, as of all of them, and who hosts the others?

Refugees, asylum-seekers and other people in need of international protection are three
figures and are never added. Stocks of equal reference dates are compared; where a
series jumps without flows that explain it, the year is flagged and no trend crosses it.
"""

import pandas as pd

from indicators._series_break import known_flows, series_breaks
from response.component import Asked, Component, Figure, Point, Said, message, said
from response.not_separable import not_separable

SOURCE = "unhcr_population"
TYPES = {
    "refugees": message("Refugees hosted"),
    "asylum_seekers": message("Asylum-seekers waiting for a decision"),
    "oip": message("Other people in need of international protection"),
}
PERSONS = message("persons")
COMPONENT = Component(
    id="hosted",
    title=message("People from the crisis who live here"),
    definition=message(
        "Refugees, asylum-seekers and other people in need of international protection of that origin in the receiving country "
        "on the reference date, each beside its share of all people of that origin and kind who are abroad. Three figures, never added."
    ),
    sources=(SOURCE, "unhcr_applications", "unhcr_decisions", "unhcr_solutions", "unhcr_unrwa"),
    unit=PERSONS,
    period=message("reference date, 30 June or 31 December"),
    caveat=message(
        "A difference of two dates is not a number of arrivals: people also return, become citizens or are counted anew."
    ),
    licence_note=message("UNHCR's figures may be passed on with attribution (CC BY 4.0)."),
)
NO_ROW = message("UNHCR lists no figure for this origin and this country: none is on record, which need not be zero.")
HIDDEN = message("UNHCR hides this small figure.")
OF_ALL = message("of all people of that origin and kind, in all countries")
BREAK = message(
    "A jump from {before} to {now} that published flows do not explain: people who came or left as a group, or a recount. "
    "Figures before and after are not compared."
)
ORIGIN_BREAK = message(
    "A jump in the total of this origin, from {before} to {now}, that published flows do not explain: people who came or left "
    "as a group, or a recount. Shares before and after are not compared."
)
MID_YEAR = message("A mid-year figure; it is not compared with year-ends and still changes.")


def hosted(asked: Asked) -> tuple[Figure, ...]:
    """The three figures for each country of the crisis."""
    return tuple(figure for origin in asked.places for figure in _of_origin(asked, origin))


def stocks_of(asked: Asked, origin: str) -> pd.DataFrame:
    """The stocks of one origin abroad, up to the day on which we stand."""
    table = asked.tables[SOURCE]
    chosen = table[table["origin_id"] == origin]
    return chosen[(chosen["reference_date"] <= asked.as_of) & (chosen["asylum_id"] != origin)]


def _of_origin(asked: Asked, origin: str) -> list[Figure]:
    gone = asked.lacks(SOURCE)
    stocks = stocks_of(asked, origin) if gone is None else None
    if stocks is None or stocks.empty:
        status, reason = gone or ("not_known", not_separable(origin, asked.as_of.year, "unhcr") or said(NO_ROW))
        return [
            Figure(kind, said(label), origin, PERSONS, SOURCE, "", status=status, reason=reason)
            for kind, label in TYPES.items()
        ]
    breaks = breaks_of(asked, origin, stocks)
    return [_figure(asked, origin, stocks[stocks["population_type"] == kind], breaks, kind) for kind in TYPES]


def _figure(asked: Asked, origin: str, stocks: pd.DataFrame, breaks: pd.DataFrame, kind: str) -> Figure:
    """One kind: the newest date of the origin, with the years before it."""
    label, newest = said(TYPES[kind]), stocks["reference_date"].max()
    here = stocks[stocks["asylum_id"] == asked.receiver]
    now = here[here["reference_date"] == newest]
    period = "" if pd.isna(newest) else f"{newest:%Y-%m-%d}"
    totals = stocks.groupby("reference_date")["persons"].sum()
    series = _series(here, totals, breaks if kind == "refugees" else breaks.iloc[:0])
    if now.empty or now["is_masked"].any():
        reason = said(NO_ROW if now.empty else HIDDEN)
        return Figure(kind, label, origin, PERSONS, SOURCE, period, status="not_known", reason=reason, series=series)
    return Figure(
        kind,
        label,
        origin,
        PERSONS,
        SOURCE,
        period,
        value=float(now["persons"].iloc[0]),
        total=float(totals[newest]),
        share_of=OF_ALL,
        notes=series[-1].flags,
        series=series,
    )


def _series(here: pd.DataFrame, totals: pd.Series, breaks: pd.DataFrame) -> tuple[Point, ...]:
    """Year-ends, and a mid-year only where it is the newest; each with what keeps it from being compared."""
    known = here[here["persons"].notna()].sort_values("reference_date")
    year_end = known["reference_date"].dt.month.eq(12) | known["reference_date"].eq(totals.index.max())
    return tuple(
        Point(f"{day:%Y-%m-%d}", float(persons), float(totals[day]), _flags(day, breaks))
        for day, persons in known.loc[year_end, ["reference_date", "persons"]].itertuples(index=False)
    )


def _flags(day: pd.Timestamp, breaks: pd.DataFrame) -> tuple[Said, ...]:
    of_day = breaks[breaks["reference_date"] == day]
    found = [
        said(ORIGIN_BREAK if pd.isna(where) else BREAK, before=int(before), now=int(now))
        for where, before, now in of_day[["asylum_id", "persons_before", "persons"]].itertuples(index=False)
    ]
    return (*found, said(MID_YEAR)) if day.month == 6 else tuple(found)


def breaks_of(asked: Asked, origin: str, stocks: pd.DataFrame) -> pd.DataFrame:
    """Breaks of the origin's total and of the pair, with all flows that the release holds."""
    tables = {name: _rows_of(asked, name, origin) for name in COMPONENT.sources[1:4]}
    asylum = [tables[name] for name in ("unhcr_applications", "unhcr_decisions") if tables[name] is not None]
    flows = known_flows(stocks, pd.concat(asylum, ignore_index=True) if asylum else None, tables["unhcr_solutions"])
    found = series_breaks(stocks, flows)
    return found[found["asylum_id"].isna() | (found["asylum_id"] == asked.receiver)]


def _rows_of(asked: Asked, name: str, origin: str) -> pd.DataFrame | None:
    if name not in asked.tables:
        return None
    table = asked.tables[name]
    return table[(table["origin_id"] == origin) & (table["reference_date"] <= asked.as_of)]
