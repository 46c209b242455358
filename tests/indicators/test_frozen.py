"""The frozen reference: a score means the same whatever is published later."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from indicators import _frozen
from indicators._frozen import frozen_values, percentile_score, reference_values
from tests.plain_reading import deaths_of_years


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A reference whose p-th percentile is p + 1 deaths."""
    lines = ["indicator_id,percentile,value", *(f"made_up,{p},{p + 1}" for p in range(101))]
    file = tmp_path / "frozen.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(_frozen, "FILE", file)
    frozen_values.cache_clear()
    yield "made_up"
    frozen_values.cache_clear()


def test_a_value_scores_the_share_of_the_reference_below_it(made_up: str) -> None:
    assert percentile_score(np.array([1.0, 2.0, 51.0, 101.0]), made_up).tolist() == pytest.approx([0, 1, 50, 100])


def test_between_two_percentiles_the_logarithm_decides(made_up: str) -> None:
    # ln(1 + 2.5) lies (ln 3.5 - ln 3) / (ln 4 - ln 3) = 0.5358 of the way from percentile 1 to 2.
    assert percentile_score(np.array([2.5]), made_up)[0] == pytest.approx(1.5358, abs=1e-4)


def test_zero_scores_zero_missing_stays_missing_and_beyond_is_100(made_up: str) -> None:
    found = percentile_score(np.array([0.0, np.nan, 5000.0]), made_up)
    assert found[0] == 0 and np.isnan(found[1]) and found[2] == 100


def test_an_indicator_without_a_reference_is_named(made_up: str) -> None:
    with pytest.raises(KeyError, match="python -m indicators"):
        frozen_values("no_such_indicator")


def test_the_reference_is_positive_values_of_1990_to_2019() -> None:
    years = np.array([1989, 1990, 2019, 2020])
    values = np.array([[900.0, 3.0, 0.0, 800.0], [700.0, np.nan, 1.0, 600.0]])
    found = reference_values(values, years)
    assert (found[0], found[50], found[100]) == (1.0, 2.0, 3.0)  # 1 and 3 are left


@pytest.mark.parametrize("indicator_id", ["fatalities_year", "fatalities_rate_year"])
def test_the_committed_reference_rises_and_is_positive(indicator_id: str) -> None:
    values = frozen_values(indicator_id)
    assert len(values) == 101 and values[0] > 0 and (np.diff(values) >= 0).all()


def test_the_committed_reference_of_deaths_is_what_the_annual_file_says(shared_data: Path) -> None:
    """Recomputed with plain Python; events within tolerance may speak for a year instead, which moves a few values."""
    positive = [
        deaths for (_, year), deaths in deaths_of_years(shared_data).items() if 1990 <= year <= 2019 and deaths > 0
    ]
    recomputed = np.percentile(positive, range(101))
    committed = frozen_values("fatalities_year")
    assert committed == pytest.approx(recomputed, rel=0.02, abs=25)  # the ladder's own tolerance
    assert committed[50] == pytest.approx(np.median(positive), rel=0.02)
