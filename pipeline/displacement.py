"""What the indicators of displacement, hunger, outbreaks and risk read, put together from the tables of the sources.

UNHCR's, UNRWA's and IDMC's figures share one table and keep their types apart; nothing
is added up here. Rows that no indicator reads are left out, since they are most of the
million rows.
"""

from collections.abc import Mapping

import pandas as pd

from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR
from contracts.crisis_severity_month import CRISIS_SEVERITY_MONTH
from contracts.displacement_year import BESIDE, DISPLACEMENT_YEAR
from contracts.food_insecurity import FOOD_INSECURITY
from contracts.outbreak_notice import OUTBREAK_NOTICE
from contracts.risk_index_year import RISK_INDEX_YEAR
from contracts.solution_year import SOLUTION_YEAR
from indicators._asylum import told_flows
from scoring.displacement_breaks import breaks_of_series

READ_TYPES = ("refugees", "asylum_seekers", "oip", "idps", "returned_refugees", *BESIDE)

STOCK_COLUMNS = ("origin_id", "asylum_id", "population_type", "reference_date", "persons", "is_masked")


def displacement_tables(source_tables: Mapping[str, pd.DataFrame], as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """The tables on displaced people by contract name; a source without a table counts as empty."""
    names = ("unhcr_population", "unhcr_unrwa", "unhcr_idmc")
    stocks = [source_tables.get(name, DISPLACEMENT_YEAR.empty()) for name in names]
    stock = pd.concat([one.loc[_is_read(one), [*STOCK_COLUMNS]] for one in stocks], ignore_index=True)
    flows = told_flows(
        source_tables.get("unhcr_applications", ASYLUM_FLOW_YEAR.empty()),
        source_tables.get("unhcr_decisions", ASYLUM_FLOW_YEAR.empty()),
    )
    solutions = source_tables.get("unhcr_solutions", SOLUTION_YEAR.empty())
    return {
        "displacement_year": stock,
        "asylum_flow_year": flows,
        "solution_year": solutions,
        "series_break": breaks_of_series(stock, flows, solutions, as_of),
    }


def _is_read(stocks: pd.DataFrame) -> pd.Series:
    """Rows of a type that is read; a 0 returns, or a 0 displaced within another country, says nothing."""
    kinds = stocks["population_type"]
    is_zero = stocks["persons"].eq(0).fillna(False)
    is_empty = is_zero & (
        kinds.eq("returned_refugees") | (kinds.eq("idps") & (stocks["origin_id"] != stocks["asylum_id"]))
    )
    return kinds.isin(READ_TYPES) & ~is_empty


def other_records(source_tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Risk, severity, outbreaks and hunger as their sources publish them, where they are on."""
    return {
        "risk_index_year": source_tables.get("inform_risk", RISK_INDEX_YEAR.empty()),
        "crisis_severity_month": source_tables.get("inform_severity", CRISIS_SEVERITY_MONTH.empty()),
        "outbreak_notice": source_tables.get("who_outbreaks", OUTBREAK_NOTICE.empty()),
        "food_insecurity": source_tables.get("ipc_phases", FOOD_INSECURITY.empty()),
    }
