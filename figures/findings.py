"""What does a chart's title claim? Only what the numbers carry, by rules that are written here.

"Most since Y" needs every year between Y and now to have a figure, and all of them to lie
below; where the ranges of the years overlap, the title says that it speaks of best estimates.
A comparison over fewer than three years is no news, and a gap ends what can be claimed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from figures._deaths_by_type import DeathsByType
from language import Language

LEAST_SPAN = 3  # years that a "most since" must reach over to be worth saying


@dataclass(frozen=True)
class YearTotal:
    """All types of one year together."""

    best: int
    low: int
    high: int
    is_provisional: bool = False


def year_totals(deaths: DeathsByType, first_year: int) -> dict[int, YearTotal]:
    """The years of one place that have a figure."""
    by_year = zip(
        deaths.is_known.tolist(),
        deaths.total.tolist(),
        deaths.low.tolist(),
        deaths.high.tolist(),
        deaths.is_provisional.tolist(),
        strict=True,
    )
    return {
        year: YearTotal(int(best), int(low), int(high), is_provisional)
        for year, (is_known, best, low, high, is_provisional) in enumerate(by_year, start=first_year)
        if is_known
    }


def years_finding(
    place: str, totals: Mapping[int, YearTotal], first_year: int, language: Language, territory_since: int = 0
) -> str:
    """Title of the annual chart: the newest year, and how far back it has no equal.

    Years before `territory_since` count another territory, so nothing is compared with them.
    """
    totals = {year: total for year, total in totals.items() if year >= territory_since}
    if not totals:
        return language.text("{place}: no annual figures", place=place)
    year = max(totals)
    newest = totals[year]
    if newest.best == 0:
        return _zero_finding(place, totals, year, language)
    said = language.texts(
        "{place}: {n} death recorded in {year}",
        "{place}: {n} deaths recorded in {year}",
        newest.best,
        place=place,
        year=year,
    )
    if newest.is_provisional:
        return language.text("{finding}, provisional", finding=said)
    since, is_certain = most_since(totals, year)
    if since is not None and year - since >= LEAST_SPAN:
        claim = language.text("{finding}, most since {year}", finding=said, year=since)
    elif since is None and has_every_year(totals, year) and year - min(totals) >= LEAST_SPAN:
        if min(totals) == territory_since > first_year:
            claim = language.text(
                "{finding}, most since the figures of its present territory begin in {year}",
                finding=said,
                year=territory_since,
            )
        elif min(totals) == first_year:
            claim = language.text("{finding}, most since the record began in {year}", finding=said, year=first_year)
        else:
            claim = language.text("{finding}, most since its figures begin in {year}", finding=said, year=min(totals))
    else:
        return said
    return claim if is_certain else language.text("{finding} (best estimates)", finding=claim)


def most_since(totals: Mapping[int, YearTotal], year: int) -> tuple[int | None, bool]:
    """The last earlier year with at least as many deaths, and whether no range overlaps with the years between.

    None where there is no such year, or where a year without a figure leaves it open.
    """
    newest, earlier, is_certain = totals[year], year - 1, True
    while earlier in totals:
        if totals[earlier].best >= newest.best:
            return earlier, is_certain
        is_certain = is_certain and totals[earlier].high < newest.low
        earlier -= 1
    return None, is_certain


def has_every_year(totals: Mapping[int, YearTotal], year: int) -> bool:
    """Whether no year is missing from the first figure to this one."""
    return all(between in totals for between in range(min(totals), year))


def _zero_finding(place: str, totals: Mapping[int, YearTotal], year: int, language: Language) -> str:
    said = language.text("{place}: no death recorded in {year}", place=place, year=year)
    last = max((earlier for earlier, total in totals.items() if total.best > 0), default=None)
    if last is None or any(between not in totals for between in range(last, year)):
        return said
    return language.text("{finding}, the last ones in {year}", finding=said, year=last)


def months_finding(place: str, totals: Mapping[pd.Timestamp, int], last: pd.Timestamp, language: Language) -> str:
    """Title of the monthly chart: the last twelve months beside the twelve before, where all of them have figures.

    `totals` holds comparable months only: of one coverage of types, and not provisional.
    """
    recent = [totals.get(last - pd.DateOffset(months=back)) for back in range(12)]
    before = [totals.get(last - pd.DateOffset(months=back)) for back in range(12, 24)]
    if not totals:
        return language.text("{place}: no final monthly figures of all types", place=place)
    if any(value is None for value in recent):
        return language.text("{place}: monthly figures to {month}", place=place, month=language.month(max(totals)))
    total = sum(value for value in recent if value is not None)
    said = language.texts(
        "{place}: {n} death recorded in the twelve months to {month}",
        "{place}: {n} deaths recorded in the twelve months to {month}",
        total,
        place=place,
        month=language.month(last),
    )
    if any(value is None for value in before):
        return said
    earlier = language.number(sum(value for value in before if value is not None))
    return language.text("{finding}, {n} in the twelve before", finding=said, n=earlier)


def map_finding(places: pd.DataFrame, language: Language) -> str:
    """Title of the map of deaths: how few places hold most of them."""
    known = places[(places["status"] == "ok") & (places["value"] > 0)].sort_values("value", ascending=False)
    if known.empty:
        return language.text("No recorded death in any place with a figure")
    top, total = known.head(3), float(known["value"].sum())
    if len(known) <= 3:
        return language.text("All recorded deaths in {places}", places=_listed(top["name"].tolist(), language))
    share = language.percent(float(top["value"].sum()) / total)
    return language.text(
        "{places}: {share} of the deaths recorded in all places",
        places=_listed(top["name"].tolist(), language),
        share=share,
    )


def severity_finding(places: pd.DataFrame, language: Language) -> str:
    """Title of the map of severity: the three highest values, named as such and not as a verdict."""
    known = places[(places["status"] == "ok") & (places["value"] > 0)].sort_values("value", ascending=False)
    if known.empty and (places["status"] == "not_computed").any():
        return language.text("Severity is not computed for the places with recorded deaths")
    if known.empty:
        return language.text("No recorded death in any place with a figure")
    return language.text(
        "Most severe by recorded deaths: {places}", places=_listed(known["name"].head(3).tolist(), language)
    )


def _listed(names: list[str], language: Language) -> str:
    if len(names) == 1:
        return names[0]
    return language.text("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
