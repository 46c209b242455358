"""The consolidated list: entities without people, and no document type."""

import pandas as pd
import pytest

from ingest import SourceError, un_sanctions
from ingest._source import Part
from tests import published

BOMB = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>'


def test_entities_are_read_and_people_are_not() -> None:
    table = un_sanctions.parse(published.parts("un_sanctions"), published.TODAY).set_index("reference_number")
    assert table.index.tolist() == ["CDe.902", "QDe.901", "SOe.903"]
    first = table.loc["QDe.901"]
    assert first["entity_name"] == "FIRST GROUP & SONS" and first["other_names"] == "Group One|First Grp"
    assert first["listed_on"] == pd.Timestamp("2001-10-06") and first["last_updated"] == pd.Timestamp("2019-05-01")


def test_empty_elements_are_missing() -> None:
    table = un_sanctions.parse(published.parts("un_sanctions"), published.TODAY).set_index("reference_number")
    assert table.loc["CDe.902", ["other_names", "last_updated"]].isna().all()


def test_the_release_is_the_day_of_generation() -> None:
    assert un_sanctions.release(published.parts("un_sanctions")) == "2026-02-27"


@pytest.mark.parametrize("content", [BOMB, BOMB.decode().encode("utf-16")], ids=["utf-8", "utf-16"])
def test_a_file_that_declares_entities_is_refused_unread(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"url=https://scsanctions\.un\.org.*(document type|no whole XML)"):
        un_sanctions.parse([Part(un_sanctions.URL, content)], published.TODAY)
