"""How do the dates get into a reader's own calendar? /export/calendar.ics, all of them, or with place=SDN those of a place."""

from flask import Flask, Response, request

from dashboard.document import asked_language
from dashboard.downloads import refused
from dashboard.store import Store
from reading.name_search import chosen_by
from team.dates import own_dates
from team.ics import calendar_text

NAME = "calendar"
EXAMPLE = f"/export/{NAME}.ics?place=SDN"


def register(server: Flask, store: Store) -> None:
    """Add the address of the file."""
    server.add_url_rule(f"/export/{NAME}.ics", NAME, lambda: _answer(store))


def _answer(store: Store) -> Response:
    words, asked = asked_language(), request.args.getlist("place")
    places = {place for one in asked if (place := chosen_by(one))}
    if len(places) < len(set(asked)):
        return refused(words.text("Ask for places that are known: {example}.", example=EXAMPLE), 404)
    dates = [dated for dated in (*store.team.now().dates, *own_dates()[0]) if not asked or places & set(dated.places)]
    answer = Response(calendar_text(dates, store.today, words), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="slowburn-calendar.ics"'
    return answer
