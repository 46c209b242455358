"""Two refreshes in one data folder: the one that came first works, the other leaves at once."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.warm_refresh import cold_refresh
from tests.published import TODAY, answers, replacing
from tests.publisher import Publisher, Reply, Request, file_server, publisher

POPULATION = "worldbank_population"
SERVED = answers("ucdp_country_year") | answers(POPULATION)
NEWER = SERVED | answers(POPULATION, replacing("figures_2.json", '"value": 7900000', '"value": 7900001'))
OTHERS = ((), ("--offline",), ("--as-of", "2026-01-01"), ("--return-to", "2026-01-01-0123456789ab"))
PATIENCE = 120  # seconds; a refresh that waits for another would wait for ever


def settings(upstream: Publisher, data: Path) -> dict[str, str]:
    return {
        "SLOWBURN_DATA": str(data),
        "SLOWBURN_MIRROR": upstream.address,
        "SLOWBURN_NOW": TODAY.isoformat(),
        "SLOWBURN_PACE_SECONDS": "0",
    }


@pytest.fixture
def upstream() -> Iterator[Publisher]:
    with publisher(file_server(SERVED)) as running:
        yield running


def test_of_two_refreshes_one_works_and_the_other_leaves_with_3(upstream: Publisher, tmp_path: Path) -> None:
    environment = settings(upstream, tmp_path)
    out, err = cold_refresh(environment=environment).communicate(timeout=PATIENCE)
    assert "(new)" in out, err
    is_asked, may_answer = threading.Event(), threading.Event()
    upstream.forget()

    def hesitating(request: Request) -> Reply:
        is_asked.set()
        assert may_answer.wait(PATIENCE)
        return file_server(NEWER)(request)

    upstream.answer = hesitating
    first = cold_refresh("--only", POPULATION, environment=environment)
    try:
        assert is_asked.wait(PATIENCE)
        for arguments in OTHERS:
            other = cold_refresh(*arguments, environment=environment)
            out, err = other.communicate(timeout=PATIENCE)
            assert (other.returncode, out) == (3, ""), err
            assert "another refresh is at work" in err
        assert len(upstream.asked) == 1
    finally:
        may_answer.set()
        out, err = first.communicate(timeout=PATIENCE)
    assert first.returncode == 0, err
    assert f"{POPULATION}: new" in out
    assert "(new)" in out
