"""Where does a word typed into the search box lead? To an address, so that it works without any callback."""

from urllib.parse import quote

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.url_state import COMPARE_CHOICES, FRAME_PARAMETERS, PERIOD, search_of
from language import language
from reading.name_search import chosen_by
from reading.names import country_name, is_place
from reading.parts import part_name
from reference.countries import countries
from reference.crises import crises

SHORT_WHILE = 3_600  # seconds that a browser may keep the list of names
ADD_PATH, COMPARE_PATH = "/compare/add", "/compare"
WATCH_ADD_PATH, WATCH_PATH = "/watchlist/add", "/watchlist"
FLOWS_OF_PATH, FLOWS_PATH = "/flows/of", "/flows"
LONGEST = 80  # characters of a name that are looked at


def register(server: Flask) -> None:
    """Add the addresses of the search box and of the boxes that choose a place on a page."""
    server.add_url_rule("/search", "search", answer_search)
    server.add_url_rule(ADD_PATH, "add_place", answer_added)
    server.add_url_rule(WATCH_ADD_PATH, "add_watched", answer_watched)
    server.add_url_rule(FLOWS_OF_PATH, "flows_of", answer_flows)
    server.add_url_rule("/names.json", "names", list_names)


def answer_search() -> AnyResponse:
    """Go to the place that is meant; a word with several or no meanings leads to a page that offers the nearest."""
    asked = request.args.get("q", "").strip()[:LONGEST]
    carried = search_of({name: request.args[name] for name in FRAME_PARAMETERS if name in request.args})
    if not asked:
        return redirect(f"/{carried}")
    chosen = chosen_by(asked)
    return redirect(f"/place/{_as_path(chosen or asked)}{carried}")


def answer_added() -> AnyResponse:
    """Go to the comparison with one place more; a word that names none goes along, and the page says so."""
    asked = request.args.get("q", "").strip()[:LONGEST]
    places = [*request.args.getlist("place"), *([chosen_by(asked) or asked] if asked else [])]
    kept = (*FRAME_PARAMETERS, *COMPARE_CHOICES, *PERIOD)
    carried = {name: request.args[name] for name in kept if name in request.args}
    return redirect(f"{COMPARE_PATH}{search_of({'place': tuple(dict.fromkeys(places)), **carried})}")


def answer_watched() -> AnyResponse:
    """Go to the watchlist with one place more at its end."""
    asked = request.args.get("q", "").strip()[:LONGEST]
    places = [*request.args.get("places", "").split(","), chosen_by(asked) or asked.replace(",", " ")]
    carried = {name: request.args[name] for name in FRAME_PARAMETERS if name in request.args}
    return redirect(f"{WATCH_PATH}{search_of({'places': ','.join(filter(None, dict.fromkeys(places))), **carried})}")


def answer_flows() -> AnyResponse:
    """Go to the flows from or to a country; a word that names none goes along, and the page says so."""
    asked = request.args.get("q", "").strip()[:LONGEST]
    end = "asylum" if request.args.get("end") == "asylum" else "origin"
    kept = (*FRAME_PARAMETERS, "measure", "year")
    carried = {name: request.args[name] for name in kept if name in request.args}
    return redirect(f"{FLOWS_PATH}{search_of(({end: chosen_by(asked) or asked} if asked else {}) | carried)}")


def list_names() -> Response:
    """Every country and crisis by its name in one language, for the suggestions of the search box."""
    words = language(request.args.get("lang"))
    names = {country_name(place_id, words) for place_id in countries() if is_place(place_id)}
    answer = jsonify(sorted(names | {part_name(crisis, words) for crisis in crises()}))
    answer.headers["Cache-Control"] = f"public, max-age={SHORT_WHILE}"
    return answer


def _as_path(text: str) -> str:
    return quote(text.replace("/", " "), safe=":")  # a slash would be a deeper address, even when quoted
