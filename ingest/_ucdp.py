"""What the UCDP files have in common: how releases are found, read and checked.

A release YY.1 covers the years to the end of 20YY-1 and appears in May or June of
20YY; before that the address answers 404. Files passed on by others may carry a
row of HXL tags under the header; free text holds newlines and quotes.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from ingest._source import Get, NotPublishedError, Part, Parts, SourceError

FIRST_PROBED = 17  # 17.1 is the first release with today's layout
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)  # what zipfile raises
HXL_ROW = re.compile(rb'[,"]*#[a-z]')  # the first cell that is not empty is a tag such as #date+year
VIOLENCE_TYPE = {1: "state_based", 2: "non_state", 3: "one_sided"}
MAY_BE_INCONSISTENT = 0.03  # share of rows with best outside low..high above which a file is refused


def newest_release(get: Get, template: str, today: date) -> Parts:
    """The newest yearly release that is there, by asking for each year's file from this year's on down."""
    for year in range(today.year % 100, FIRST_PROBED - 1, -1):
        url = template.format(year=year)
        try:
            return [Part(url, get(url))]
        except NotPublishedError:
            continue
    raise SourceError(
        f"url={template} has no release from {today.year % 100}.1 down to {FIRST_PROBED}.1; has the publisher moved its files?"
    )


def release_in_address(parts: Parts) -> str:
    """`24.1` from .../ged241-csv.zip."""
    found = re.search(r"-?(\d\d)(\d)-csv\.zip$", parts[0].url)
    if not found:
        raise SourceError(f"url={parts[0].url} does not name a release such as 24.1")
    return f"{found[1]}.{found[2]}"


def csv_in_zip(part: Part, columns: Mapping[str, pa.DataType]) -> pd.DataFrame:
    """The named columns of the one CSV in a zip, typed; SourceError when one is missing or holds something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(part.content)) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
            if len(names) != 1:
                raise SourceError(
                    f"url={part.url} holds {len(names)} CSV files {names[:3]}, expected one: read the publisher's notes"
                )
            content = archive.read(names[0])
    except BROKEN_ZIP as error:
        raise SourceError(
            f"url={part.url} is no whole zip file ({error}; {len(part.content)} bytes): download it again"
        ) from error
    return read_csv(content, columns, part.url)


def read_csv(content: bytes, columns: Mapping[str, pa.DataType], url: str) -> pd.DataFrame:
    """The named columns of a CSV, typed; a row of HXL tags under the header is passed over."""
    header, _, rest = content.partition(b"\n")
    named = header.decode("utf-8-sig", errors="replace").rstrip("\r")
    published = [name.strip().strip('"') for name in named.split(",")]
    missing = [name for name in columns if name not in published]
    if missing:
        raise SourceError(
            f"url={url} lacks the columns {missing}: the layout has changed; adapt the ingest module to the new codebook"
        )
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(content),
            read_options=arrow_csv.ReadOptions(skip_rows_after_names=1 if HXL_ROW.match(rest) else 0),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=list(columns),
                column_types=dict(columns),
                strings_can_be_null=True,
                null_values=["", "NA"],
            ),
        )
    except pa.ArrowInvalid as error:
        raise SourceError(
            f"url={url} cannot be read as declared: {error}; a count must be a whole number, a row as wide as its header"
        ) from error
    return table.to_pandas(types_mapper={pa.string(): pd.StringDtype(na_value=float("nan"))}.get)


def refuse_bad_counts(published: pd.DataFrame, columns: Iterable[str], url: str) -> None:
    """Deaths are counted from zero up and are never absent in these files."""
    for column in columns:
        counts = published[column]
        bad = published.index[counts.isna() | (counts < 0)]
        if len(bad):
            shown = ", ".join(f"row {row + 2}: {counts[row]}" for row in bad[:3])
            raise SourceError(
                f"url={url} column={column} has {len(bad)} counts that are negative or missing ({shown}): ask the publisher, nothing was stored"
            )


def with_consistent_bounds(table: pd.DataFrame, url: str) -> pd.DataFrame:
    """Flag rows whose best lies outside low..high, widen their band to the three values, refuse a file with many."""
    best, low, high = (table[f"fatalities_{name}"] for name in ("best", "low", "high"))
    flagged = (best < low) | (best > high) | (low > high)
    if flagged.mean() > MAY_BE_INCONSISTENT:
        raise SourceError(
            f"url={url} has best outside low..high in {flagged.mean():.1%} of rows (more than {MAY_BE_INCONSISTENT:.0%}): columns may be mixed up"
        )
    bounds = table[["fatalities_best", "fatalities_low", "fatalities_high"]]
    return table.assign(
        fatalities_low=bounds.min(axis=1), fatalities_high=bounds.max(axis=1), is_bounds_inconsistent=flagged
    )


def violence_types(codes: pd.Series, url: str) -> pd.Series:
    """UCDP's numbers as names; an unknown number is an error, never a dropped row."""
    unknown = sorted(set(codes.unique()) - set(VIOLENCE_TYPE))
    if unknown:
        raise SourceError(
            f"url={url} column=type_of_violence has unknown values {unknown[:5]}; known: {sorted(VIOLENCE_TYPE)}: read the new codebook"
        )
    return codes.map(VIOLENCE_TYPE)
