"""Plain CSV files: the named columns as text, and nothing of a file that was cut off.

A CSV has no checksum and no end mark, so its last line must be whole. A row of HXL
tags (#country+code) may stand under the header.
"""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from ingest._source import Part, SourceError


def read_texts(part: Part, columns: tuple[str, ...]) -> pd.DataFrame:
    """The named columns as text, empty cells missing; SourceError when one is missing or the file is no whole CSV."""
    if not part.content.endswith(b"\n"):
        raise SourceError(
            f"url={part.url} breaks off within its last line (ends {part.content[-40:]!r}): download it again"
        )
    header, _, rest = part.content.partition(b"\n")
    published = [
        name.strip().strip('"') for name in header.decode("utf-8-sig", errors="replace").rstrip("\r").split(",")
    ]
    missing = [name for name in columns if name not in published]
    if missing:
        raise SourceError(
            f"url={part.url} lacks the columns {missing}: the layout has changed; adapt the ingest module to the publisher's notes"
        )
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(part.content),
            read_options=arrow_csv.ReadOptions(skip_rows_after_names=1 if rest.lstrip(b'",').startswith(b"#") else 0),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=list(columns),
                column_types=dict.fromkeys(columns, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except pa.ArrowInvalid as error:
        raise SourceError(
            f"url={part.url} cannot be read as CSV: {error}; a row must be as wide as its header"
        ) from error
    if table.num_rows == 0:
        raise SourceError(f"url={part.url} has a header and no rows: the publisher may be rebuilding, try later")
    return table.to_pandas(types_mapper={pa.string(): pd.StringDtype(na_value=float("nan"))}.get)
