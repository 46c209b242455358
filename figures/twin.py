"""How is a chart read as a table? Headings and cells in the reader's words, beside every chart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Twin:
    """The table behind a chart; every cell is written out, and says why where there is no figure."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
