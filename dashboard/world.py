"""What does each place of the world stand at, in one measure and one year?

A place that the source counts under another name is "not separable", never zero; a
place without a row has no figure. Regions that are historic by then are left out.
"""

import math

import pandas as pd

from language import Language, message
from reading.charts import CARRIED_POPULATION
from reading.names import country_name, hidden_in, place_name, unit_name
from reading.record import Record
from reference.countries import countries
from reference.territories import Unit

COLUMNS = ("place_id", "iso3", "name", "value", "value_low", "value_high", "period", "tempo", "status", "remark")
GRIDS = {
    "severity": ("severity", "severity_low", "severity_high"),
    "deaths": ("best", "low", "high"),
    "rate": ("best", "low", "high"),
}
COUNTED_UNDER = message("Counted under {unit}.")


def world_rows(record: Record, measure: str, year: int, words: Language) -> pd.DataFrame:
    """One row per place that can be drawn, as figures.world_map reads it."""
    names = GRIDS[measure]
    grid = getattr(record, measure)
    rows = []
    for place_id, country in countries().items():
        if country.kind not in ("state", "territory") or not country.iso3:
            continue
        value, low, high = (grid.at(name, place_id, year) for name in names)
        unit = hidden_in(place_id, year)
        episode = record.deadliest(place_id)
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
            }
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _remark(record: Record, measure: str, place_id: str, year: int, unit: Unit | None, words: Language) -> str:
    if unit is not None:
        return words.text(COUNTED_UNDER, unit=unit_name(unit, words))
    return words.text(CARRIED_POPULATION) if measure != "deaths" and record.is_carried(place_id, year) else ""


def _status(record: Record, measure: str, place_id: str, year: int, value: float, unit: Unit | None) -> str:
    if unit is not None:
        return "not_separable"
    if not math.isnan(value):
        return "ok"
    deaths = record.deaths.at("best", place_id, year)
    if measure == "severity" and deaths > 0:
        return "not_computed"
    return "no_population" if measure == "rate" and not math.isnan(deaths) else "no_data"
