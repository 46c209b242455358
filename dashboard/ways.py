"""How can a chart be taken along? As files, and by the address that opens this view of it again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.frame import Frame
from dashboard.url_state import Parameters
from releases.read import Release


@dataclass(frozen=True)
class Ways:
    """The addresses of one chart in one view of one release."""

    files: Mapping[str, str]  # by kind of file
    view: str  # the page, with the same settings
    release: Release  # where its sources are described


def view_address(frame: Frame, parameters: Parameters) -> str:
    """The page as it is set now, held to its release; the page of a place names its place in its path."""
    is_in_path = frame.path.endswith(f"/{parameters.get('place')}")
    said = {name: value for name, value in parameters.items() if not (is_in_path and name == "place")}
    return replace(frame, is_pinned=True, known=None).href(frame.path, said)
