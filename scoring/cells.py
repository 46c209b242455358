"""Where were the recorded deaths located, cell by cell, and how many were not located well enough for a cell?

The cells are those of spread_year and count the same deaths: events placed to the district
or better. UCDP gives coordinates to every event, also to one of which it knows the country
alone; such a point says nothing of where people died and is in no cell.
"""

import numpy as np
import pandas as pd

from contracts.cell_year import CELL_YEAR
from contracts.located_year import LOCATED_YEAR
from scoring.spread import CELLS_A_DEGREE, COLUMNS, PLACE_YEAR, WORST_PLACED, cell_of

WORST_IN_PROVINCE = 5  # UCDP where_prec: 4 is the province, 5 a line or area within the country; 6 and 7 the country
BOUNDS = ["fatalities_best", "fatalities_low", "fatalities_high"]


def cell_years(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """cell_year of the place-years in `covered`; `events` are violence_event under the ids of countries and crises."""
    ours = _ours(events, covered)
    placed = ours[_is_placed(ours)]
    cell = cell_of(placed["latitude"].to_numpy(), placed["longitude"].to_numpy())
    keys = [*PLACE_YEAR, "place_kind", "cell"]
    found = placed.assign(cell=cell).groupby(keys, as_index=False, observed=True)[BOUNDS].sum()
    found = found[found["fatalities_best"] > 0]
    return CELL_YEAR.validate(
        found.assign(
            cell=found["cell"] + 1,  # PRIO-GRID counts from one
            latitude=(found["cell"] // COLUMNS + 0.5) / CELLS_A_DEGREE - 90,
            longitude=(found["cell"] % COLUMNS + 0.5) / CELLS_A_DEGREE - 180,
        ).sort_values([*PLACE_YEAR, "cell"], ignore_index=True)
    )


def located_years(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    """located_year of the place-years in `covered`; a year without a death is a row of zeros."""
    ours = _ours(events, covered)
    deaths, in_cell = ours["fatalities_best"], _is_placed(ours)
    in_province = ~in_cell & (ours["place_precision"] <= WORST_IN_PROVINCE)
    counted = ours[PLACE_YEAR].assign(
        fatalities_best=deaths,
        fatalities_in_cells=deaths.where(in_cell, 0),
        fatalities_in_provinces=deaths.where(in_province, 0),
        fatalities_in_country=deaths.where(~in_cell & ~in_province, 0),
    )
    summed = counted.groupby(PLACE_YEAR, as_index=False).sum()
    listed = covered[[*PLACE_YEAR, "place_kind"]].merge(summed, on=PLACE_YEAR, how="left", validate="one_to_one")
    counts = [str(name) for name in summed if name not in PLACE_YEAR]
    # a covered year without an event is one in which events or the annual record state zero
    filled = listed.assign(**{name: listed[name].fillna(0).astype("int64") for name in counts})
    return LOCATED_YEAR.validate(filled.sort_values(PLACE_YEAR, ignore_index=True))


def _ours(events: pd.DataFrame, covered: pd.DataFrame) -> pd.DataFrame:
    return events.merge(covered[[*PLACE_YEAR, "place_kind"]], on=PLACE_YEAR, validate="many_to_one")


def _is_placed(events: pd.DataFrame) -> pd.Series:
    return (events["place_precision"] <= WORST_PLACED) & events["latitude"].notna() & np.isfinite(events["longitude"])
