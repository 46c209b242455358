"""Every component id that a callback or a journey in a browser names. Imports nothing."""

OVERVIEW_URL, PLACE_URL = (
    "overview-url",
    "place-url",
)  # the address; each page has its own, so that Back moves its controls
FRAME = "frame"  # what the page was opened with: release, language, place
GO = "go"  # an address written here opens that page

MAIN = "main"
NOTICE = "notice"  # what must be said about this page before anything else
PRINTED_ADDRESS = "printed-address"  # written when the page is printed
SEARCH = "search"
READER = "reader"
KNOWN = "known"  # the choice among kept releases
PLACE_NAMES = "place-names"

MEASURE = "measure"
YEAR = "year"
TEMPO = "tempo"
SHOWN = "shown"
LISTED = "listed"
SORT = "sort"  # holds the order of the table
WORLD = "world"
RANKING = "ranking"

COMPARE_URL = "compare-url"
COMPARED = "compared"  # the places beside each other
COMPARISON = "comparison"
PICKER = "picker"
ADD = "add"
AXIS = "axis"
COMPARED_MEASURE = "compared-measure"
COMPARED_SCALE = "compared-scale"
COMPARED_PERIOD = "compared-period"

WATCH = "watch"
FLOWS_URL = "flows-url"
FLOW_PLACES = "flow-places"  # the origin and the country of asylum that the page is about
FLOW_MEASURE, FLOW_YEAR = "flow-measure", "flow-year"
FLOWS, FLOW_YEARS, FLOW_MAP = "flows", "flow-years", "flow-map"
FLOW_TABLE, FLOW_PICKER = "flow-table", "flow-picker"
FLOW_NAME = "flow-name"  # the box for a country

SCALE = "scale"
UNIT = "unit"
PERIOD = "period"
MONTHS_PLACE = "months-place"  # where the card of months stands, which a period may empty
ANNUAL = "annual"
MONTHS = "months"
GROUND = "ground"  # the map of one place
GROUND_PERIOD = "ground-period"
KILLINGS = "killings"
MONEY = "money"
DISPLACED = "displaced"
DISPLACED_YEARS = "displaced-years"


def head(card: str) -> str:
    """The title and subtitle of a card."""
    return f"{card}-head"


def language_link(url: str, code: str) -> str:
    """The link to a page in another language; it carries the current view, so each page rewrites its own."""
    return f"{url}-{code}"


def title(card: str) -> str:
    """The finding; it names the card for a screen reader."""
    return f"{card}-title"


def about(card: str) -> str:
    """What must be known of a chart before it is read."""
    return f"{card}-about"


def legend(card: str) -> str:
    """The meaning of the colours."""
    return f"{card}-legend"


def box(card: str) -> str:
    """What holds the chart; its class says how high it is."""
    return f"{card}-box"


def summary(card: str) -> str:
    """The sentence that says what the chart shows."""
    return f"{card}-summary"


def links(card: str) -> str:
    """The source and download links of a card."""
    return f"{card}-links"


def opener(card: str) -> str:
    """What opens the table twin of a card."""
    return f"{card}-opener"


def twin(card: str) -> str:
    """The table twin of a card."""
    return f"{card}-twin"
