"""One of a few options as native radio buttons, drawn by assets/choice.js.

dcc.RadioItems wraps its radio buttons into a listbox of options, which a screen
reader takes for one control inside another; these are a fieldset and nothing more.
"""

from collections.abc import Sequence

from dash.development.base_component import Component

PROPERTIES = ["id", "legend", "options", "value"]


class Choice(Component):  # type: ignore[misc]  # dash's own classes are not read by mypy here
    """A fieldset of radio buttons; `value` is what is chosen."""

    _namespace = "slowburn"
    _type = "Choice"
    _children_props: Sequence[str] = []
    _base_nodes: Sequence[str] = ["children"]

    def __init__(
        self,
        id: str | None = None,
        legend: str | None = None,
        options: Sequence[dict[str, str]] | None = None,
        value: str | None = None,
    ) -> None:
        self._prop_names = self.available_properties = PROPERTIES
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, legend=legend, options=list(options or []), value=value)
