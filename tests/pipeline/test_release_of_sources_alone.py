"""On some days other sources had been retrieved and no deaths yet: what was known then is a release too."""

import pandas as pd
import pytest

from contracts.violence_year import VIOLENCE_YEAR
from ingest import ucdp_country_year, unhcr_population
from pipeline.build import COMPUTED, NothingToPublishError, build
from tests import published

AS_OF = pd.Timestamp(2026, 3, 1)


def parsed(module: object) -> dict[str, pd.DataFrame]:
    source_id = module.SOURCE.id  # type: ignore[attr-defined] # a module of the registry
    return {source_id: module.parse(published.parts(source_id), published.TODAY)}  # type: ignore[attr-defined]


def test_without_deaths_every_computed_table_is_there_and_empty() -> None:
    tables = build(parsed(unhcr_population), AS_OF)
    assert set(tables) == set(build(parsed(ucdp_country_year), AS_OF))
    assert all(contract.validate(tables[contract.name]).empty for contract in COMPUTED)


def test_without_any_figure_there_is_nothing_to_publish() -> None:
    with pytest.raises(NothingToPublishError, match=r"run `python refresh\.py`"):
        build({"ucdp_country_year": VIOLENCE_YEAR.empty()}, AS_OF)
    with pytest.raises(NothingToPublishError):
        build({}, AS_OF)
