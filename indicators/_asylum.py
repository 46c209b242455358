"""Which rows of asylum_flow_year are new applications, and which are recognitions?

A person may apply anew, appeal and be heard by a court, and each step has a row: only
type N at a level where claims begin is a new application. The United States never use
FI, only EO (persons) and IN (at times cases). Cases are given apart, never added.
"""

import pandas as pd

NEW_TYPE = "N"
NEW_LEVELS = ("FI", "EO", "IN", "FA", "TA", "NA")  # AR and JR review, RA repeats, SP follows a decision
RECOGNISING = ("recognized", "other_protection")
BY = ["origin_id", "asylum_id", "reference_date", "counted_in"]


def told_flows(applications: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The rows that may be new applications or recognitions, without those that say 0: what everything here reads."""
    is_told = decisions["flow"].isin(RECOGNISING) & (decisions["number"].gt(0).fillna(False) | decisions["is_masked"])
    is_asked = applications["number"].gt(0).fillna(False) | applications["is_masked"]
    return pd.concat([applications[is_asked], decisions[is_told]], ignore_index=True)


def new_applications(flows: pd.DataFrame) -> pd.DataFrame:
    """New applications by origin, asylum and period, persons and cases in rows of their own."""
    return _summed(flows[is_new_application(flows)])


def is_new_application(flows: pd.DataFrame) -> pd.Series:
    """Whether a row counts new applications."""
    return is_first_claim(flows) & ~flows["is_masked"]


def is_first_claim(flows: pd.DataFrame) -> pd.Series:
    """Whether a row is of people who ask for the first time, be its number hidden or not."""
    return (
        flows["flow"].eq("applied") & flows["application_type"].eq(NEW_TYPE) & flows["decision_level"].isin(NEW_LEVELS)
    )


def recognitions(flows: pd.DataFrame) -> pd.DataFrame:
    """Recognised and otherwise protected at any level, persons and cases in rows of their own."""
    return _summed(flows[flows["flow"].isin(RECOGNISING) & ~flows["is_masked"]])


def _summed(flows: pd.DataFrame) -> pd.DataFrame:
    return flows.groupby(BY)[["number"]].sum().reset_index()
