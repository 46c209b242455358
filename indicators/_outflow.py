"""How many people newly sought or found asylum abroad in a year, by origin: applications plus recognitions, in persons.

The sum is the published flow, and its upper end: who asked and was recognised within one
year stands in both. The lower end counts, for each country of asylum, the larger of the
two alone. Countries that count cases are not added: their persons are not known.
"""

import numpy as np
import pandas as pd

from indicators._asylum import RECOGNISING, is_first_claim, new_applications, recognitions
from indicators._displaced import OF_ORIGIN, finished, known_by

PAIR = [*OF_ORIGIN, "asylum_id"]


def outflow_scores(asylum_flows: pd.DataFrame, indicator_id: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """New outflow of every origin and period; a half year has no value."""
    flows = known_by(asylum_flows, as_of)
    parts = {"applied": new_applications(flows), "recognised": recognitions(flows)}
    persons = [
        part[part["counted_in"] == "persons"].set_index(PAIR)["number"].astype("float64").rename(name)
        for name, part in parts.items()
    ]
    cases = pd.concat([part[(part["counted_in"] == "cases") & part["number"].gt(0)] for part in parts.values()])
    pairs = pd.concat([*persons, _untold(flows, cases)], axis=1).fillna({"is_cases": False, "is_masked": False})
    pairs["value"] = pairs[["applied", "recognised"]].sum(axis=1, min_count=1)
    pairs["value_low"] = pairs[["applied", "recognised"]].max(axis=1)
    pairs["lacks"] = pairs["is_cases"].astype(bool) | pairs["is_masked"].astype(bool)
    grouped = pairs.groupby(OF_ORIGIN)
    table = grouped[["value", "value_low"]].sum(min_count=1)
    table["value_high"] = table["value"]
    table["n_observed"] = grouped["value"].count()
    table["coverage"] = 1 - grouped["lacks"].mean()
    has_cases = grouped["is_cases"].any().astype(bool)
    table["status"] = np.select(
        [table["value"].isna() & ~has_cases, table["value"].isna(), has_cases],
        ["masked", "no_data", "cases_left_out"],
        "ok",
    )
    return finished(table.reset_index(), indicator_id, "flow")


def _untold(flows: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    """Pairs that count cases, and pairs with a hidden number."""
    is_ours = is_first_claim(flows) | flows["flow"].isin(RECOGNISING)
    hidden = flows.loc[is_ours & flows["is_masked"], PAIR].drop_duplicates().assign(is_masked=True)
    counted = cases[PAIR].drop_duplicates().assign(is_cases=True)
    return pd.concat([counted.set_index(PAIR), hidden.set_index(PAIR)], axis=1)
