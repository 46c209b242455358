"""Excel workbooks: the rows of one sheet, read without loading the others."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest._source import Part, SourceError

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    InvalidFileException,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    NotImplementedError,
)


class Sheets:
    """The sheets of one workbook, each read when it is asked for."""

    def __init__(self, book: Any, url: str) -> None:
        self._book, self._url = book, url

    def rows(self, title: str) -> list[tuple[Any, ...]]:
        """All rows of a sheet; the size that the file states is not believed."""
        if title not in self._book.sheetnames:
            raise SourceError(
                f"url={self._url} lacks the sheet {title!r} (it has {self._book.sheetnames}): the layout has changed; adapt the ingest module"
            )
        sheet = self._book[title]
        sheet.reset_dimensions()
        rows = list(sheet.iter_rows(values_only=True))
        width = max(map(len, rows), default=0)
        return [row + (None,) * (width - len(row)) for row in rows]  # empty cells at the end are not stored


@contextmanager
def sheets_of(part: Part) -> Iterator[Sheets]:
    """Open a workbook for reading; SourceError when it is none, also while it is read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # about drop-down lists and colours that are not read
            book = openpyxl.load_workbook(io.BytesIO(part.content), read_only=True, data_only=True, keep_links=False)
            yield Sheets(book, part.url)
    except SourceError:
        raise
    except BROKEN as error:
        raise SourceError(
            f"url={part.url} is no whole workbook ({type(error).__name__}: {error}; {len(part.content)} bytes): download it again"
        ) from error
