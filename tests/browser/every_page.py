"""Which addresses show every page that is registered? New pages come along by themselves.

A page whose address has a part to fill in needs examples of it here; without them
the walk fails, so that no page is left out unseen.
"""

from collections.abc import Iterator

from dash import page_registry
from playwright.sync_api import Page

EXAMPLES: dict[str, tuple[str, ...]] = {
    # with months, named crisis, counted under another, at peace, unknown
    "place_id": ("SDN", "crisis:darfur", "PSE", "TUV", "Atlantis"),
}
NOWHERE = "/nowhere"
IN_THE_ADDRESS: dict[str, str] = {  # what a page shows that is empty, or another view, without it
    "/flows": "origin=SDN&for=KEN",
    "/watchlist": "places=SDN,crisis:darfur,PSE,Atlantis",
}
DRAWN = """() => document.querySelector("main h1") && ![...document.querySelectorAll(".dash-graph")]
    .some((chart) => !chart.querySelector(".main-svg")) && !document.querySelector("[data-dash-is-loading]")"""


def every_page() -> list[str]:
    """The address of every registered page, with each example, and one where nothing stands."""
    found = [address for page in page_registry.values() for address in _addresses(page)] + [NOWHERE]
    return [*found, *(f"{path}?{said}" for path, said in IN_THE_ADDRESS.items())]


def in_language(address: str, code: str) -> str:
    """The same address in a language."""
    return f"{address}{'&' if '?' in address else '?'}lang={code}"


def _addresses(page: dict[str, str]) -> Iterator[str]:
    template = page.get("path_template")
    if page["path"] == "/404":
        return
    if not template:
        yield page["path"]
        return
    start, name = template.rstrip(">").split("<")
    if name not in EXAMPLES:
        raise LookupError(f"page={template} has no examples in tests/browser/every_page.py")
    yield from (start + example for example in EXAMPLES[name])


def wait_until_drawn(page: Page) -> None:
    """Wait for words and charts."""
    page.wait_for_function(DRAWN)
