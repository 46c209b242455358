"""How does a reader put a place on watch, and how does an address carry the list?

The list itself is kept by the reader's browser (assets/watchlist.js); the server learns it from an address alone.
"""

from collections.abc import Mapping, Sequence

from dashboard import ids
from dashboard.frame import Frame
from dashboard.native import WatchButton, WatchOwner
from dashboard.search import WATCH_PATH
from reading.watchlist import MOST

PLACES = "places"


def parameters(places: Sequence[str]) -> dict[str, str]:
    """What the address of a list says."""
    return {PLACES: ",".join(places)} if places else {}


def asked_places(query: Mapping[str, object]) -> list[str]:
    """What an address lists, each once, as it was written."""
    given = query.get(PLACES, "")
    written = ",".join(map(str, given)) if isinstance(given, list) else str(given)
    return list(dict.fromkeys(word for part in written.split(",") if (word := part.strip())))


def watch_bar(frame: Frame, place_id: str) -> WatchButton:
    """The button under the name of a place."""
    words = frame.words
    return WatchButton(
        ids.WATCH,
        place_id,
        words.text("Watch this place"),
        MOST,
        frame.href(WATCH_PATH),
        kept=words.text("On your watchlist, which this browser keeps."),
        full=words.text(
            "Your watchlist holds {n} places, which is the most: take one out first.", n=words.number(MOST)
        ),
        lost=words.text("On your watchlist until this page is left: this browser keeps nothing."),
        open=words.text("Show the watchlist"),
    )


def owner(frame: Frame, places: Sequence[str]) -> WatchOwner:
    """Whose list is shown, and what can be done with one that an address brought."""
    words = frame.words
    return WatchOwner(
        places,
        frame.href(WATCH_PATH),
        {
            "own": words.text("This is your list; this browser keeps it."),
            "former": words.text("Show the list it replaced"),
            "none": words.text("The address brought this list. This browser keeps none of yours yet."),
            "keep": words.text("Keep it as mine"),
            "other": words.text(
                "The address brought this list; yours is another and stays as it is: {places}.", places="{places}"
            ),
            "mine": words.text("Show my list"),
            "add": words.text("Add these to mine"),
            "replace": words.text("Replace mine by this one"),
            "most": MOST,
        },
    )
