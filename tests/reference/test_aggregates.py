"""World Bank groups are told from places, and nothing is both."""

import csv
import gzip
from pathlib import Path

import pandas as pd
import pytest

from reference.aggregates import aggregate_codes, is_aggregate
from reference.countries import countries

DATA = Path(__file__).parents[3] / "shared/data"


def test_no_code_is_both_a_place_and_a_group() -> None:
    assert aggregate_codes() & set(countries()) == set()


def test_groups_are_told_from_places() -> None:
    assert is_aggregate(pd.Series(["WLD", "SDN", "SSF", "QQQ"])).tolist() == [True, False, True, False]


@pytest.mark.real
@pytest.mark.skipif(not DATA.exists(), reason="the real files are not beside this checkout")
@pytest.mark.parametrize("indicator", ["SP.POP.TOTL", "NY.GDP.MKTP.CD"])
def test_every_world_bank_code_is_a_place_or_a_group(indicator: str) -> None:
    with gzip.open(DATA / f"worldbank/{indicator}.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        codes = {row["Country Code"] for row in csv.DictReader(lines)}
    assert codes - set(countries()) == aggregate_codes()
