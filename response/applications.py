"""How many people from the crisis asked for asylum here for the first time in a year, as of all who did anywhere?

Persons speak; cases stand apart and are never added. Some countries change what they
report: the United States gave asylum offices (IN) and courts (EO) by origin in 2024, and
for 2025 only courts, with one row of 282,594 cases of unknown origin. Such a change is
said with the figure, and no trend crosses it.
"""

import pandas as pd

from indicators._asylum import is_new_application
from reference.countries import countries
from response.component import Asked, Component, Figure, Point, Said, message, said
from response.not_separable import not_separable

SOURCE = "unhcr_applications"
MAIN = 0.05  # share of a country's new applications from which on a stage counts as one it reports by
PERSONS, CASES = message("persons"), message("cases")
COMPONENT = Component(
    id="applications",
    title=message("New asylum applications here"),
    definition=message(
        "New applications (type N, at a stage where claims begin) of that origin in the receiving country within the year, in persons, "
        "beside their share of all new applications of that origin in the world that are counted in persons. Cases stand apart."
    ),
    sources=(SOURCE,),
    unit=PERSONS,
    period=message("calendar year"),
    caveat=message("Applications, not people who were let in; not every country says where applicants come from."),
    licence_note=message("UNHCR's figures may be passed on with attribution (CC BY 4.0)."),
)
LABEL = message("New applications")
LABEL_CASES = message("New applications counted in cases, which may be several persons each")
OF_WORLD = message("of all new applications of that origin, in persons")
NO_REPORT = message("This country reports no new applications for that year.")
NO_ROW = message("No new application of this origin is on record here in that year, while others are.")
STAGES = message("Reported by origin for {year} only at these stages: {levels}.")
STAGES_CHANGED = message(
    "The stages or the unit reported changed against the year before ({before}; now {now}); the two years are not compared."
)
WITHOUT_ORIGIN = {
    "persons": message(
        "Besides, {number} persons are reported at stage {level} in {year} without their origins (rows: {rows}); they are not in this figure."
    ),
    "cases": message(
        "Besides, {number} cases are reported at stage {level} in {year} without their origins (rows: {rows}); they are not in this figure."
    ),
}


def applications(asked: Asked) -> tuple[Figure, ...]:
    """The newest year of each country of the crisis, persons and cases apart, with the years before."""
    gone = asked.lacks(SOURCE)
    if gone:
        status, reason = gone
        return tuple(
            Figure("persons", said(LABEL), origin, PERSONS, SOURCE, "", status=status, reason=reason)
            for origin in asked.places
        )
    new = new_rows(asked)
    return tuple(figure for origin in asked.places for figure in _of_origin(new, asked.receiver, origin))


def country_notes(asked: Asked) -> tuple[Said, ...]:
    """What has to be said of all new applications that the receiving country reports for its newest year."""
    if asked.lacks(SOURCE):
        return ()
    new = new_rows(asked)
    here = new[new["asylum_id"] == asked.receiver]
    return _notes(here, changes_of(here), int(here["year"].max())) if len(here) else ()


def new_rows(asked: Asked) -> pd.DataFrame:
    """Rows of new applications of whole calendar years that have ended; half a year is no year's number."""
    table = asked.tables[SOURCE]
    near = table["asylum_id"].eq(asked.receiver) | table["origin_id"].isin(asked.places)
    is_whole_year = table["reference_date"].le(asked.as_of) & table["reference_date"].dt.month.eq(12)
    table = table[near & is_whole_year]
    return table[is_new_application(table)].assign(year=lambda rows: rows["reference_date"].dt.year)


def _of_origin(new: pd.DataFrame, receiver: str, origin: str) -> list[Figure]:
    here = new[new["asylum_id"] == receiver]
    year = int(new["year"].max()) if len(new) else 0
    own, changes = here[here["origin_id"] == origin], changes_of(here)
    series = _series(own, new[new["origin_id"] == origin], changes)
    label, period = said(LABEL), str(year or "")
    notes = _notes(here, changes, year)
    persons = own[own["year"].eq(year) & own["counted_in"].eq("persons")]["number"]
    cases = own[own["year"].eq(year) & own["counted_in"].eq("cases")]["number"]
    figures = []
    if persons.empty:
        reason = not_separable(origin, year, "unhcr") or said(NO_ROW if here["year"].eq(year).any() else NO_REPORT)
        figures.append(
            Figure(
                "persons",
                label,
                origin,
                PERSONS,
                SOURCE,
                period,
                status="not_known",
                reason=reason,
                notes=notes,
                series=series,
            )
        )
    else:
        total = series[-1].total
        figures.append(
            Figure(
                "persons",
                label,
                origin,
                PERSONS,
                SOURCE,
                period,
                float(persons.sum()),
                total=total,
                share_of=OF_WORLD,
                notes=notes,
                series=series,
            )
        )
    if len(cases):
        figures.append(Figure("cases", said(LABEL_CASES), origin, CASES, SOURCE, period, float(cases.sum())))
    return figures


def _series(own: pd.DataFrame, of_origin: pd.DataFrame, changes: dict[int, Said]) -> tuple[Point, ...]:
    """Persons by year, each beside all persons of that origin in the world."""
    persons = own[own["counted_in"] == "persons"].groupby("year")["number"].sum()
    world = of_origin[of_origin["counted_in"] == "persons"].groupby("year")["number"].sum()
    return tuple(
        Point(str(year), float(number), float(world[year]), (changes[year],) if year in changes else ())
        for year, number in zip(persons.index.tolist(), persons, strict=True)
    )


def stages_by_country(new: pd.DataFrame) -> dict[str, dict[int, frozenset[str]]]:
    """By country and year, the stages (with the unit) at which a notable part is reported by origin."""
    sums = (
        new[_has_origin(new)]
        .groupby(["asylum_id", "year", "decision_level", "counted_in"])["number"]
        .sum()
        .reset_index()
    )
    notable = sums[sums["number"] >= MAIN * sums.groupby(["asylum_id", "year"])["number"].transform("sum")]
    found: dict[str, dict[int, frozenset[str]]] = {}
    for asylum, year, level, counted_in in notable.drop(columns="number").itertuples(index=False):
        of_country = found.setdefault(asylum, {})
        of_country[year] = of_country.get(year, frozenset()) | {
            level if counted_in == "persons" else f"{level} (cases)"
        }
    return found


def changes_of(here: pd.DataFrame) -> dict[int, Said]:
    """The years in which a country reports at other stages, or in another unit, than in the year before."""
    stages = _stages(here)
    return {
        year: said(STAGES_CHANGED, before=_listed(stages[year - 1]), now=_listed(now))
        for year, now in stages.items()
        if year - 1 in stages and stages[year - 1] != now
    }


def _notes(here: pd.DataFrame, changes: dict[int, Said], year: int) -> tuple[Said, ...]:
    """What has to be said with the newest year: changed stages, and what is reported without an origin."""
    stages = _stages(here)
    notes = []
    if year in changes:
        notes = [said(STAGES, year=str(year), levels=_listed(stages[year])), changes[year]]
    nowhere = here[here["year"].eq(year) & ~_has_origin(here) & here["number"].gt(0)]
    sums = nowhere.groupby(["decision_level", "counted_in"])["number"].agg(["sum", "size"]).reset_index()
    for level, counted_in, number, rows in sums.itertuples(index=False):
        notes.append(said(WITHOUT_ORIGIN[counted_in], number=int(number), level=level, year=str(year), rows=int(rows)))
    return tuple(notes)


def _stages(here: pd.DataFrame) -> dict[int, frozenset[str]]:
    """The stages of one country by year."""
    return next(iter(stages_by_country(here).values()), {})


def _has_origin(rows: pd.DataFrame) -> pd.Series:
    """Whether a row names a country of origin; people without a state come from none."""
    return ~rows["origin_id"].isin([place for place, one in countries().items() if one.kind == "non_place"])


def _listed(levels: frozenset[str]) -> str:
    return ", ".join(sorted(levels))
