"""What does each place of the world stand at, in one measure and one year?

A place that the source counts under another name is "not separable", never zero; a
place without a row has no figure. Regions that are historic by then are left out. Each
year is shown as it ended: the tempo, which is told from the whole record, stands beside
the newest year alone.
"""

import math

import pandas as pd

from dashboard.measures import measures_of
from indicators._annual import ACTIVE_YEAR_DEATHS
from indicators.persistence_20_years import WINDOW_YEARS as LASTING_YEARS
from language import Language, message
from reading.charts import CARRIED_POPULATION
from reading.grid import Grid
from reading.names import country_name, hidden_in, place_name, unit_name
from reading.record import Record
from reference.countries import countries
from reference.territories import Unit

COLUMNS = ("place_id", "iso3", "name", "value", "value_low", "value_high", "period", "tempo", "status", "remark")
FLAGS = ("is_provisional", "is_lasting")
GRIDS = {
    "severity": ("severity", "severity_low", "severity_high"),
    **dict.fromkeys(("persistence", "spell", "deaths"), ("best", "low", "high")),
    "rate": ("best", "low", "high"),
}
COUNTED_UNDER = message("Counted under {unit}.")


def world_rows(record: Record, measure: str, year: int, words: Language) -> pd.DataFrame:
    """One row per place that can be drawn, as figures.world_map reads it."""
    names, grid, measures = GRIDS[measure], grid_for(record, measure), measures_of(record)
    is_newest, on_record, rows = year == int(record.years[-1]), year - int(record.years[0]) + 1, []
    needed = {"severity": LASTING_YEARS, "persistence": min(LASTING_YEARS, on_record)}.get(measure)
    for place_id, country in countries().items():
        if country.kind not in ("state", "territory") or not country.iso3:
            continue
        value, low, high = (grid.at(name, place_id, year) for name in names)
        unit = hidden_in(place_id, year)
        episode = record.deadliest(place_id) if is_newest else None
        rows.append(
            {
                "place_id": place_id,
                "iso3": country.iso3,
                "name": place_name(place_id, year, words) if unit is None else country_name(place_id, words),
                "value": math.nan if unit else value,
                "value_low": low,
                "value_high": high,
                "period": str(year),
                "tempo": episode["tempo"] if episode else None,
                "status": _status(record, measure, place_id, year, value, unit),
                "remark": _remark(record, measure, place_id, year, unit, words),
                "is_provisional": (place_id, year) in measures.provisional,
                "is_lasting": needed is not None and is_lasting(record, place_id, year, needed),
            }
        )
    return pd.DataFrame(rows, columns=[*COLUMNS, *FLAGS])


def grid_for(record: Record, measure: str) -> Grid:
    """The years of a measure."""
    measures = measures_of(record)
    if measure in ("persistence", "spell"):
        return measures.lasting if measure == "persistence" else measures.spell
    return {"severity": record.severity, "rate": record.rate}.get(measure, record.deaths)


def is_lasting(record: Record, place_id: str, year: int, needed: int) -> bool:
    """Whether each of the last twenty years had 25 or more deaths, with at least `needed` of them on record."""
    lasting = measures_of(record).lasting
    return lasting.at("best", place_id, year) == 1 and lasting.at("n_observed", place_id, year) >= needed


def _remark(record: Record, measure: str, place_id: str, year: int, unit: Unit | None, words: Language) -> str:
    if unit is not None:
        return words.text(COUNTED_UNDER, unit=unit_name(unit, words))
    if measure == "persistence":
        return _years_active(measures_of(record).lasting, place_id, year, words)
    if measure == "spell":
        return _spell_since(record, place_id, year, words)
    return words.text(CARRIED_POPULATION) if measure != "deaths" and record.is_carried(place_id, year) else ""


def _years_active(lasting: Grid, place_id: str, year: int, words: Language) -> str:
    share, observed = (lasting.at(name, place_id, year) for name in ("best", "n_observed"))
    if math.isnan(share):
        return ""
    active = words.number(share * observed)
    return words.text("{active} of the {n} years on record", active=active, n=words.number(observed))


def _spell_since(record: Record, place_id: str, year: int, words: Language) -> str:
    """When the present spell began: so many years before its newest active one."""
    length, begin = measures_of(record).spell.at("best", place_id, year), int(record.years[0])
    active = record.deaths.of("best", place_id)[: year - begin + 1] >= ACTIVE_YEAR_DEATHS
    if not length > 0 or not active.any():
        return ""
    first = begin + int(active.nonzero()[0][-1]) - int(length) + 1
    if first == begin:
        return words.text("since {year} or before", year=str(first))
    return words.text("since {year}", year=str(first))


def _status(record: Record, measure: str, place_id: str, year: int, value: float, unit: Unit | None) -> str:
    if unit is not None:
        return "not_separable"
    if not math.isnan(value):
        return "ok"
    deaths = record.deaths.at("best", place_id, year)
    if measure == "severity" and deaths > 0:
        return "not_computed"
    if math.isnan(deaths) and year > measures_of(record).reached and record.last_year(place_id):
        return "late"
    return "no_population" if measure == "rate" and not math.isnan(deaths) else "no_data"
