"""The one-sided share: two years, a weak prior, an interval from both estimates, and silence where little is known."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from indicators import one_sided_share_2_years
from indicators._indicator import Tables
from indicators.one_sided_share_2_years import PRIOR_ONE_SIDED, PRIOR_OTHER
from ingest import ucdp_country_year
from ingest._source import Part
from tests import builders
from tests.published import TODAY

AS_OF = pd.Timestamp(2021, 12, 1)
BOTH = PRIOR_ONE_SIDED + PRIOR_OTHER


def shares(*rows: tuple[int, str, tuple[int, int, int]], **more: Any) -> Any:
    """Years of Sudan: year, type, best, low and high."""
    listed = [
        {"place_id": "SDN", "year": year, "violence_type": kind, "best": best, "low": low, "high": high} | more
        for year, kind, (best, low, high) in rows
    ]
    scores = one_sided_share_2_years.compute({"violence_year": builders.years(*listed)}, AS_OF)
    return scores.set_index(scores["month"].dt.year)


ROWS = (
    (2019, "one_sided", (10, 5, 20)),
    (2019, "state_based", (20, 20, 30)),
    (2020, "one_sided", (30, 25, 40)),
    (2020, "non_state", (40, 20, 60)),
)


def test_both_years_are_summed_and_the_prior_weighs_as_one_death() -> None:
    row = shares(*ROWS).loc[2020]
    assert row["value"] == pytest.approx((40 + PRIOR_ONE_SIDED) / (100 + BOTH))
    assert (row["status"], row["n_observed"], row["coverage"]) == ("ok", 2, 1.0) and np.isnan(row["score"])


def test_the_interval_is_wilsons_with_the_most_unequal_estimates() -> None:
    row = shares(*ROWS).loc[2020]
    low = proportion_confint(30 + PRIOR_ONE_SIDED, 30 + 90 + BOTH, method="wilson")[0]
    high = proportion_confint(60 + PRIOR_ONE_SIDED, 60 + 40 + BOTH, method="wilson")[1]
    assert (row["value_low"], row["value_high"]) == pytest.approx((low, high), abs=1e-9)


def test_one_year_on_record_or_too_few_deaths_give_a_status_and_no_share() -> None:
    table = shares(*ROWS)
    assert table.loc[2019, "status"] == "short_history" and np.isnan(table.loc[2019, "value"])
    few = shares((2019, "one_sided", (0, 0, 0)), (2020, "one_sided", (24, 24, 24)), (2021, "state_based", (0, 0, 0)))
    assert few.loc[2020, "status"] == "sparse" and np.isnan(few.loc[2020, ["value", "value_low"]].astype(float)).all()
    assert few.index.tolist() == [2020, 2021]  # 2019 holds no death at all


def test_a_year_between_without_a_figure_is_not_bridged() -> None:
    table = shares((2018, "one_sided", (50, 50, 50)), (2020, "one_sided", (50, 50, 50)))
    assert table["status"].tolist() == ["short_history", "short_history"]


def test_a_provisional_year_makes_the_next_one_provisional_too() -> None:
    years = builders.yearly({"SDN": [90, 90, 90, 90]}, 2018)
    flagged = years.assign(is_provisional=years["year"] == 2019)
    scores = one_sided_share_2_years.compute({"violence_year": flagged}, AS_OF)
    assert scores["is_provisional"].tolist() == [False, True, True, False]


@pytest.fixture(scope="module")
def record(shared_data: Path) -> bytes:
    return (shared_data / "ucdp/organizedviolencecy-251-csv.zip").read_bytes()


@pytest.fixture(scope="module")
def rows(record: bytes) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(record)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".csv"))
        return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def tables(record: bytes) -> Tables:
    return {"violence_year": ucdp_country_year.parse([Part("organizedviolencecy-251-csv.zip", record)], TODAY)}


def test_plain_python_gives_the_same_share_of_every_country_year(tables: Tables, rows: list[dict[str, str]]) -> None:
    scores = one_sided_share_2_years.compute(tables, pd.Timestamp(2024, 12, 1)).dropna(subset="value")
    deaths = {
        (int(row["country_id_cy"]), int(row["year_cy"])): (
            int(row["os_total_deaths_best_cy"]),
            int(row["cumulative_total_deaths_in_orgvio_best_cy"]),
        )
        for row in rows
    }
    theirs = []
    for (country, year), (part, whole) in deaths.items():
        before = deaths.get((country, year - 1))
        if before is not None and whole + before[1] >= 25:
            theirs.append((part + before[0] + 0.26) / (whole + before[1] + 1.07))
    assert len(theirs) == len(scores) > 1500
    np.testing.assert_allclose(np.sort(scores["value"]), np.sort(theirs), atol=1e-9)


def test_rwanda_and_congo_are_as_known(tables: Tables, rows: list[dict[str, str]]) -> None:
    scores = one_sided_share_2_years.compute(tables, pd.Timestamp(2024, 12, 1))
    of_1994 = scores[(scores["place_id"] == "RWA") & (scores["month"] == pd.Timestamp(1994, 12, 1))].iloc[0]
    assert of_1994["value"] == pytest.approx(0.99, abs=0.01) and of_1994["value_low"] > 0.9
    congo = [row for row in rows if row["country_id_cy"] == "490"]
    part, whole = (
        sum(int(row[name]) for row in congo)
        for name in ("os_total_deaths_best_cy", "cumulative_total_deaths_in_orgvio_best_cy")
    )
    assert part / whole == pytest.approx(0.61, abs=0.005)
    years = tables["violence_year"].query("place_id == 'COD'")
    ours = years.loc[years["violence_type"] == "one_sided", "fatalities_best"].sum() / years["fatalities_best"].sum()
    assert ours == pytest.approx(part / whole)


def test_the_prior_holds_the_moments_of_the_reference_period(tables: Tables) -> None:
    years = tables["violence_year"]
    both = [
        table.groupby(["place_id", "year"])["fatalities_best"].sum().unstack()
        for table in (years[years["violence_type"] == "one_sided"], years)
    ]
    part, whole = (table + table.shift(axis=1) for table in both)
    kept = part.columns.to_series().between(1990, 2019).to_numpy() & (whole >= 25).to_numpy()
    share = (part.to_numpy() / whole.where(whole > 0).to_numpy())[kept]
    mean, strength = share.mean(), share.mean() * (1 - share.mean()) / share.var(ddof=1) - 1
    assert len(share) == 1428
    assert (mean * strength, (1 - mean) * strength) == pytest.approx((PRIOR_ONE_SIDED, PRIOR_OTHER), abs=0.005)
