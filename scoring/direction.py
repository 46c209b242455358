"""Which way have recorded deaths moved? An axis of its own beside severity; description, never forecast.

Two things are asked. The pace: are three months far from the year they end? A place
whose deaths come in bursts is there often: on series without any change, made like the
real ones, the last three months stand at 2.5 times the year's pace in 8 of 100 and at a
tenth of it in 9 of 100, so those bounds, and not their mirror image, count as clear. And
the trends over 36 and 60 months that may be spoken of among all tests. Where no source
gives months of all types, the annual trend over ten years stands alone, in December.
Each place speaks of its own last month, and no window crosses a change of coverage.
"""

import numpy as np
import pandas as pd

from contracts.direction import DIRECTION
from indicators._annual import ACTIVE_YEAR_DEATHS

FAR_ABOVE, FAR_BELOW = 2.5, 0.1  # of the year's pace, by the low, best and high estimates alike
DEATHS_MONTHS, DEATHS_YEAR = "fatalities_12_months", "fatalities_year"
PACE, PACE_MONTHS = "run_rate_3_months", 12
MONTHLY = {"trend_36_months": 36, "trend_60_months": 60}  # shortest first
ANNUAL = {"trend_10_years": 120}
LEFT_OUT = "unlocated"  # no place: what it holds depends on how many events have one
KEY = "place_month"  # one number for both, for joins of seventy thousand rows


def directions(indicator_scores: pd.DataFrame, trend_verdict: pd.DataFrame) -> pd.DataFrame:
    """One row per place and month with a figure over twelve months, or December with an annual one."""
    places = pd.Index(indicator_scores["place_id"].unique())
    monthly, annual, pace = (_of(indicator_scores, name, places) for name in (DEATHS_MONTHS, DEATHS_YEAR, PACE))
    tested = {name: _of(trend_verdict, name, places)[[KEY, "verdict"]] for name in (*MONTHLY, *ANNUAL)}
    trends = {
        name: _of(indicator_scores, name, places).merge(verdicts, on=KEY, how="left", validate="one_to_one")
        for name, verdicts in tested.items()
    }
    found = [
        _judged(_with_pace(monthly, pace), MONTHLY, trends),
        _judged(annual[~annual[KEY].isin(monthly[KEY])], ANNUAL, trends),
    ]
    columns = [column.name for column in DIRECTION.columns]
    return DIRECTION.validate(pd.concat([rows.reindex(columns=columns) for rows in found], ignore_index=True))


def _of(table: pd.DataFrame, indicator_id: str, places: pd.Index) -> pd.DataFrame:
    """The rows of one indicator at places, each with its key."""
    rows = table[(table["indicator_id"] == indicator_id).to_numpy()]
    rows = rows[(rows["place_kind"] != LEFT_OUT).to_numpy()]
    month = rows["month"].to_numpy().astype("datetime64[M]").astype("int64")
    return rows.assign(**{KEY: month * len(places) + places.get_indexer(pd.Index(rows["place_id"]))})


def _with_pace(monthly: pd.DataFrame, pace: pd.DataFrame) -> pd.DataFrame:
    """Where the last three months stand against the twelve, as a word and as a ratio with its range."""
    names = {"value": "run_rate", "value_low": "run_rate_low", "value_high": "run_rate_high"}
    deaths = monthly[[KEY, "place_id", "place_kind", "month", "is_provisional", "value"]]
    table = deaths.rename(columns={"value": "deaths"}).merge(
        pace[[KEY, *names]].rename(columns=names), on=KEY, how="left", validate="one_to_one"
    )
    is_one_of = [
        table["deaths"] == 0,
        table["deaths"] < ACTIVE_YEAR_DEATHS,
        table["run_rate_low"] >= FAR_ABOVE,
        table["run_rate_high"] <= FAR_BELOW,
    ]
    return table.assign(pace=np.select(is_one_of, ["quiet", "few_deaths", "above", "below"], "level"))


def _judged(table: pd.DataFrame, windows: dict[str, int], trends: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The word, what it rests on and how far back it looks."""
    table, status = _with_trends(table.reset_index(drop=True), windows, trends)
    verdicts = table[[_verdict(name) for name in windows]].to_numpy(dtype=object)
    pace = table["pace"] if "pace" in table else pd.Series("none", index=table.index)
    is_tested = pd.notna(verdicts).any(axis=1)
    is_rising, is_falling = (verdicts == "rising").any(axis=1), (verdicts == "falling").any(axis=1)
    is_pace = pace.isin(("above", "below")).to_numpy()
    up, down = is_rising | (pace == "above").to_numpy(), is_falling | (pace == "below").to_numpy()
    is_trend = is_rising | is_falling
    untested = ~is_tested & ~is_pace
    why = [
        (up & down, "windows_disagree"),
        (is_trend & is_pace, "both"),
        (is_trend, "trend"),
        (is_pace, "run_rate"),
        ((pace == "quiet").to_numpy() | ((pace == "none").to_numpy() & (status == "")), "quiet"),
        (untested & (pace == "few_deaths").to_numpy(), "few_deaths"),
        (untested & (status == "sparse") & (pace == "none").to_numpy(), "sparse"),
        (untested & (status == "short_history") & (pace == "none").to_numpy(), "short_history"),
    ]
    reason = np.select([is_so for is_so, _ in why], [word for _, word in why], "not_shown").astype(object)
    is_known = ~np.isin(reason, ("few_deaths", "sparse", "short_history"))
    word = np.select([~is_known, up & ~down, down & ~up], ["not_known", "worse", "better"], "no_clear_change")
    about_pace = np.isin(reason, ("run_rate", "quiet", "few_deaths")) & (pace != "none").to_numpy()
    longest = np.where(table["width"].isna(), PACE_MONTHS if "pace" in table else max(windows.values()), table["width"])
    return table.assign(
        direction=word, reason=reason, window_months=np.where(about_pace, PACE_MONTHS, longest).astype("int64")
    )


def _with_trends(
    table: pd.DataFrame, windows: dict[str, int], trends: dict[str, pd.DataFrame]
) -> tuple[pd.DataFrame, np.ndarray]:
    """The verdict of each window and the figures of one trend; beside it the status of the last window asked."""
    table = table.assign(width=np.nan, trend=np.nan, trend_low=np.nan, trend_high=np.nan)
    spoken, status = np.zeros(len(table), dtype=bool), np.full(len(table), "", dtype=object)
    for name, width in windows.items():
        asked = trends[name].drop(columns=["place_id", "place_kind", "month"])
        found = table[[KEY]].merge(asked, on=KEY, how="left", validate="one_to_one")
        is_shown = found["verdict"].isin(("rising", "falling")).to_numpy()
        taken = ~spoken & found["verdict"].notna().to_numpy()
        for column, value in (("trend", "value"), ("trend_low", "value_low"), ("trend_high", "value_high")):
            table[column] = np.where(taken, found[value], table[column])
        table["width"] = np.where(taken, width, table["width"])
        table[_verdict(name)] = found["verdict"]
        table["is_provisional"] |= taken & found["is_provisional"].eq(True).to_numpy()
        status = np.where(found["status"].isna(), status, found["status"])
        spoken |= is_shown
    return table, status


def _verdict(indicator_id: str) -> str:
    return indicator_id.replace("trend", "verdict")
