"""What must hold for every contract: its key exists, its empty table is valid, the same column is the same everywhere."""

import importlib
import pkgutil

import pandas as pd
import pytest

import contracts
from contracts._contract import TableContract

MODULES = [importlib.import_module(f"contracts.{entry.name}") for entry in pkgutil.iter_modules(contracts.__path__)]
CONTRACTS = {
    value.name: value for module in MODULES for value in vars(module).values() if isinstance(value, TableContract)
}


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=list(CONTRACTS))
class TestEveryContract:
    def test_its_key_and_its_time_are_columns_and_the_first_of_its_key_is_never_missing(
        self, contract: TableContract
    ) -> None:
        """A later part of a key may be missing where that says "as a whole"; two such rows are a repeated key too."""
        columns = {column.name: column for column in contract.columns}
        assert {*contract.key, *([contract.time] if contract.time else [])} <= columns.keys()
        assert not columns[contract.key[0]].optional

    def test_its_columns_have_a_meaning_and_a_name_of_their_own(self, contract: TableContract) -> None:
        names = [column.name for column in contract.columns]
        assert len(names) == len(set(names)) and all(column.meaning for column in contract.columns)

    def test_its_empty_table_is_valid(self, contract: TableContract) -> None:
        pd.testing.assert_frame_equal(contract.validate(contract.empty()), contract.empty())


def test_the_same_column_is_of_the_same_kind_in_every_table() -> None:
    seen: dict[str, set[str]] = {}
    for contract in CONTRACTS.values():
        for column in contract.columns:
            seen.setdefault(column.name, set()).add(column.kind)
    assert {name: kinds for name, kinds in seen.items() if len(kinds) > 1} == {}
