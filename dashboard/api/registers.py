"""Which rows are not in a release's tables? Places, indicators, sources and the releases themselves, as declared."""

import pandas as pd

from contracts._columns import PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract
from indicators import indicators
from reading.parts import COUNTRY, CRISIS, kind_of
from reference.admin1 import admin1_units
from reference.countries import countries
from reference.crises import crises
from releases.read import Release

Row = tuple[str, str, str, tuple[str, ...] | None, tuple[str, ...]]

PLACES = TableContract(
    name="places",
    grain="place that a figure can be of: countries and territories, named crises, first-order units",
    key=("place_id",),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        Column("name_en", "text", "name in English"),
        Column("name_fr", "text", "name in French"),
        Column(
            "lies_in", "text", "countries in which a crisis or unit lies, by |; missing for a country", optional=True
        ),
        Column("other_names", "text", "other usual names, by |", optional=True),
    ),
)
INDICATORS = TableContract(
    name="indicators",
    grain="indicator",
    key=("indicator_id",),
    columns=(
        Column("indicator_id", "text", "as in /api/v1/scores"),
        Column("title", "text", "what it is called"),
        Column("question", "text", "the question it answers"),
        Column("definition", "text", "how it is computed"),
        Column("unit", "text", "unit of its value"),
        Column("period", "text", "whether it has months or years", one_of=("month", "year")),
        Column("higher_means", "text", "whether a higher value is worse or better", one_of=("worse", "better")),
        Column("caveat", "text", "what to know before using it"),
        Column("reference", "text", "where the method comes from"),
    ),
)
SOURCES = TableContract(
    name="sources",
    grain="source that the release rests on",
    key=("source_id",),
    columns=(
        Column("source_id", "text", "as in the column source_id of other tables"),
        Column("title", "text", "what it is called"),
        Column("provider", "text", "who publishes it"),
        Column("licence", "text", "under which licence its figures are passed on"),
        Column("citation", "text", "how to cite it"),
        Column("homepage", "text", "where it is published"),
        Column("caveat", "text", "what to know before using it", optional=True),
        Column("source_release", "text", "the publisher's own version"),
        Column("retrieved_at", "text", "when it was read from the publisher"),
        Column("newest_data", "text", "the newest period it is about", optional=True),
        Column("rows", "count", "rows read", minimum=0),
        Column("stale_after_days", "count", "age after which newer data should have come", minimum=0),
        Column("role", "text", "input, or comparison: it never enters a score"),
    ),
)
RELEASES = TableContract(
    name="releases",
    grain="release that is still kept here",
    key=("release_id",),
    columns=(
        Column("release_id", "text", "what `release=` takes"),
        Column("stands_for", "date", "the day it stands for"),
        Column("is_current", "flag", "the one that answers where none is asked for"),
    ),
)


def place_rows(release: Release, kept: tuple[Release, ...]) -> pd.DataFrame:
    """Every place, countries first."""
    named: list[Row] = [(place, one.name, one.name_fr, None, one.other_names) for place, one in countries().items()]
    rows = [row for row in named if countries()[row[0]].kind != "non_place"]
    rows += [(place, one.name_en, one.name_fr, one.countries, one.other_names) for place, one in crises().items()]
    rows += [(place, unit.name, unit.name_fr, (unit.iso3,), ()) for place, unit in admin1_units().items()]
    order = {COUNTRY: 0, CRISIS: 1}
    table = [
        {
            "place_id": place,
            "place_kind": kind_of(place),
            "name_en": name_en,
            "name_fr": name_fr,
            "lies_in": "|".join(within) if within else None,
            "other_names": "|".join(others) or None,
        }
        for place, name_en, name_fr, within, others in sorted(
            rows, key=lambda row: (order.get(kind_of(row[0]), 2), row[0])
        )
    ]
    return pd.DataFrame(table)


def indicator_rows(release: Release, kept: tuple[Release, ...]) -> pd.DataFrame:
    """Every declared indicator."""
    words = [column.name for column in INDICATORS.columns[1:]]
    return pd.DataFrame(
        [
            {"indicator_id": name} | {word: getattr(module.INDICATOR, word) for word in words}
            for name, module in sorted(indicators().items())
        ]
    )


def source_rows(release: Release, kept: tuple[Release, ...]) -> pd.DataFrame:
    """Every source of the release that answers."""
    words = [column.name for column in SOURCES.columns if column.name not in ("source_id", "source_release")]
    rows = [
        {"source_id": source.id, "source_release": source.release} | {word: getattr(source, word) for word in words}
        for source in release.sources.values()
    ]
    return pd.DataFrame(rows, columns=[column.name for column in SOURCES.columns])


def release_rows(release: Release, kept: tuple[Release, ...]) -> pd.DataFrame:
    """Every release that is kept, newest first; `release` is the current one."""
    return pd.DataFrame(
        [
            {"release_id": one.id, "stands_for": pd.Timestamp(one.as_of), "is_current": one.id == release.id}
            for one in kept
        ]
    )
