"""How many people newly sought or found asylum abroad in a year, by origin: applications plus recognitions, in persons.

The sum is the published flow, and its upper end: who asked and was recognised within one
year stands in both. The lower end counts, for each country of asylum, the larger of the
two alone. Countries that count cases are not added: their persons are not known. Where a
notable part of a country's claims is cases without an origin (the United States in 2025:
282,594), they may be of any origin that it names, so each of these is flagged.
"""

import numpy as np
import pandas as pd

from indicators._asylum import RECOGNISING, is_first_claim, new_applications, recognitions
from indicators._displaced import OF_ORIGIN, finished, known_by
from reference.countries import countries

PAIR = [*OF_ORIGIN, "asylum_id"]
WHERE = ["reference_date", "asylum_id"]
NOTABLE_CASES = 0.05  # of all that the country counts as first claims, from which on they are missed in the others


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
    where = pd.MultiIndex.from_frame(pairs.index.to_frame()[WHERE])
    pairs["is_cases"] = pairs["is_cases"].astype(bool) | where.isin(_of_no_origin(parts["applied"]))
    pairs["value"] = pairs[["applied", "recognised"]].sum(axis=1, min_count=1)
    pairs["value_low"] = pairs[["applied", "recognised"]].max(axis=1)
    pairs["lacks"] = pairs["is_cases"] | pairs["is_masked"].astype(bool)
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


def _of_no_origin(applied: pd.DataFrame) -> pd.MultiIndex:
    """Reference dates and countries of asylum at which a notable part of the first claims is cases without an origin."""
    nowhere = [place_id for place_id, one in countries().items() if one.kind == "non_place"]
    cases = applied[applied["counted_in"].eq("cases") & applied["origin_id"].isin(nowhere)]
    share = cases.groupby(WHERE)["number"].sum() / applied.groupby(WHERE)["number"].sum()
    return pd.MultiIndex.from_frame(share[share.ge(NOTABLE_CASES).fillna(False)].index.to_frame())


def _untold(flows: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    """Pairs that count cases, and pairs with a hidden number."""
    is_ours = is_first_claim(flows) | flows["flow"].isin(RECOGNISING)
    hidden = flows.loc[is_ours & flows["is_masked"], PAIR].drop_duplicates().assign(is_masked=True)
    counted = cases[PAIR].drop_duplicates().assign(is_cases=True)
    return pd.concat([counted.set_index(PAIR), hidden.set_index(PAIR)], axis=1)
