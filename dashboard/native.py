"""Radio buttons, a slider, the switch of colours and long tables as the browser knows them, drawn by assets/native.js.

dcc.RadioItems wraps its buttons into a listbox of options, which a screen reader
takes for one control inside another; dcc.Input asks a slider for its text selection,
which is an error in the browser; a table of thousands of html.Td stops the page for
seconds, since each is a component of its own. These are plain elements, no more.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from dash.development.base_component import Component

# Dash imports a component's namespace, for its version, whenever it makes one. This one is JavaScript's alone, and a
# name that is not there is looked for on disk each time.
sys.modules.setdefault("slowburn", sys.modules[__name__])


class _Native(Component):  # type: ignore[misc]  # dash's own classes are not read by mypy here
    _namespace = "slowburn"
    _children_props: Sequence[str] = []
    _base_nodes: Sequence[str] = ["children"]

    def __init__(self, **properties: Any) -> None:
        self._prop_names = self.available_properties = list(properties)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**properties)


class Choice(_Native):
    """One of a few options, each with `label` and `value`."""

    _type = "Choice"

    def __init__(
        self, id: str, legend: str = "", options: Sequence[dict[str, str]] = (), value: str | None = None
    ) -> None:
        super().__init__(id=id, legend=legend, options=list(options), value=value)


class Slider(_Native):
    """A whole number between two others; its value is text, as in an address."""

    _type = "Slider"

    def __init__(self, id: str, label: str = "", first: int = 0, last: int = 0, value: str | None = None) -> None:
        super().__init__(id=id, label=label, first=first, last=last, value=value)


class Period(_Native):
    """The years from one to another, in two lists that cannot cross; its value is "1995-2010"."""

    _type = "Period"

    def __init__(
        self, id: str, legend: str = "", labels: Sequence[str] = (), first: int = 0, last: int = 0, value: str = ""
    ) -> None:
        super().__init__(id=id, legend=legend, labels=list(labels), first=first, last=last, value=value)


class Theme(_Native):
    """Light, dark or as the reader's system has it; kept in the browser, the server never knows."""

    _type = "Theme"

    def __init__(self, label: str, options: Sequence[dict[str, str]]) -> None:
        super().__init__(label=label, options=list(options))


class ReaderCountry(_Native):
    """The country whose exposure the pages show; choosing one opens this address for it and remembers it here."""

    _type = "ReaderCountry"

    def __init__(
        self, id: str, label: str = "", none: str = "", options: Sequence[dict[str, str]] = (), value: str | None = None
    ) -> None:
        super().__init__(id=id, label=label, none=none, options=list(options), value=value)


class KnownOn(_Native):
    """The day whose state a page shows; opens this address as it was known then, or the newest for no day."""

    _type = "KnownOn"

    def __init__(
        self, id: str, label: str, newest: str, options: Sequence[dict[str, str]], value: str, button: str
    ) -> None:
        super().__init__(id=id, label=label, newest=newest, options=list(options), value=value, button=button)


class Copy(_Native):
    """Buttons that copy a text each; where the browser refuses, the text stands there, chosen.

    The address of the page is known to the browser alone: it puts `href`, made whole, for PLACEHOLDER in a text.
    """

    _type = "Copy"
    PLACEHOLDER = "{address}"

    def __init__(self, options: Sequence[dict[str, str]], href: str, copied: str, refused: str) -> None:
        super().__init__(options=list(options), href=href, copied=copied, refused=refused)


class WatchLink(_Native):
    """The way to the reader's own list; the browser, which keeps it, adds its places to the address."""

    _type = "WatchLink"

    def __init__(self, label: str, href: str, here: bool = False) -> None:
        super().__init__(label=label, href=href, here=here)


class WatchButton(_Native):
    """Puts a place on the reader's list and takes it out; the texts say what then is so."""

    _type = "WatchButton"

    def __init__(self, id: str, place: str, label: str, most: int, href: str, **texts: str) -> None:
        super().__init__(id=id, place=place, label=label, most=most, href=href, **texts)


class WatchOwner(_Native):
    """Whose list is shown: the reader's own, or one that the address brought, which is kept only when asked."""

    _type = "WatchOwner"

    def __init__(self, places: Sequence[str], href: str, texts: Mapping[str, str | int]) -> None:
        super().__init__(places=list(places), href=href, texts=dict(texts))


class Seen(_Native):
    """The act of noting a release as seen; kept in the browser, the server never knows. `noted` holds {day}."""

    _type = "Seen"

    def __init__(self, release: str, label: str, noted: str) -> None:
        super().__init__(release=release, label=label, noted=noted)


class Briefing(_Native):
    """Formats and paper of a briefing, the button that asks for it, how it stands, and the command for the same."""

    _type = "Briefing"

    def __init__(
        self,
        id: str,
        label: str,
        ask: Mapping[str, Any],
        formats: Sequence[dict[str, str]],
        papers: Sequence[dict[str, str]],
        chosen: Sequence[str],
        command: str,
        texts: Mapping[str, str],
    ) -> None:
        super().__init__(
            id=id,
            label=label,
            ask=dict(ask),
            formats=list(formats),
            papers=list(papers),
            chosen=list(chosen),
            command=command,
            texts=dict(texts),
        )


@dataclass(frozen=True)
class Cell:
    """One cell of a table; what is empty is not drawn."""

    text: str = ""
    under: str = ""  # a smaller line below
    href: str = ""
    mark: str = ""  # a shape before the text, for the eye only
    badge: str = ""
    bar: tuple[float, ...] = ()  # value of 0 to 100, and the ends of its interval
    image: str = ""  # address of a picture; `text` is what it shows
    actions: tuple[tuple[str, str, str], ...] = ()  # small links: what is seen, what it is called, address
    kind: str = ""  # class of the cell
    heads: str = ""  # "row" or "rowgroup" where the cell names its row
    span: int = 1
    rows: int = 1
    sorts: str = ""  # of a heading: the order that a press of it asks for
    towards: str = ""  # of the heading that rows are sorted by: "ascending" or "descending"

    def written(self) -> dict[str, Any]:
        """Only what differs from an empty cell."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != field.default
        }


class Rows(_Native):
    """A table; a row of plain text is named by its first cell."""

    _type = "Rows"

    def __init__(
        self,
        caption: str,
        headings: Sequence[str | Cell],
        rows: Sequence[Sequence[str | Cell]],
        kind: str = "",
        sorter: str = "",  # id of the store that holds the order
    ) -> None:
        super().__init__(
            caption=caption,
            headings=[_written(heading) for heading in headings],
            rows=[[_written(cell) for cell in row] for row in rows],
            kind=kind,
            **({"sorter": sorter} if sorter else {}),
        )


def _written(cell: str | Cell) -> str | dict[str, Any]:
    return cell.written() if isinstance(cell, Cell) else cell
