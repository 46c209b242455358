"""Writes briefing packs: `python brief.py SDN --for CAN --to pptx,docx,pdf --lang fr --out DIR`.

    brief.py PLACE [MORE...]              one country two-pager each; a place is an id or any usual name
    --template comparison SDN COD ...     two to eight places on one scale
    --template monthly-watch --watchlist FILE

Exit codes: 0 written, 1 written but some pictures are missing (it says what to install) or a file could not be
written, 2 something asked for is not known. SLOWBURN_ADDRESS is where the cited addresses lead.
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track

from briefing.asked import (
    AskedError,
    formats_asked,
    place_asked,
    places_fit,
    places_listed,
    receiver_asked,
    release_asked,
    template_asked,
)
from briefing.desk import OWN_ADDRESS, Desk
from briefing.make import Request, make
from briefing.pdf import PAPERS
from briefing.pictures import Pictures
from briefing.writing import FORMATS, Wanted, write_pack
from figures.export import Exporter
from language import LANGUAGES, Language, language
from releases.read import ReleaseError, ReleaseShelf

ROOT = Path(__file__).parent
TOPOJSON = ROOT / "dashboard" / "assets" / "topo"
DONE, INCOMPLETE, NOT_KNOWN = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    data, words = Path(os.environ.get("SLOWBURN_DATA") or ROOT / "data"), language(asked.lang)
    try:
        return _write(asked, data, words)
    except AskedError as error:
        print(error, file=sys.stderr)
        return NOT_KNOWN
    except ReleaseError as error:
        print(words.text("No release can be read here: {reason}", reason=error), file=sys.stderr)
        return NOT_KNOWN
    except OSError as error:
        said = words.text(
            "{file} could not be written: {reason}. The files written before it are whole.",
            file=error.filename or asked.out,
            reason=error.strerror,
        )
        print(said, file=sys.stderr)
        return INCOMPLETE


def _write(asked: argparse.Namespace, data: Path, words: Language) -> int:
    template, formats = template_asked(asked.template, words), formats_asked(asked.to, words)
    listed = places_listed(asked.watchlist) if asked.watchlist else []
    places = tuple(dict.fromkeys(place_asked(text, words) for text in (*asked.places, *listed)))
    if not places:
        raise AskedError(words.text("Name at least one place, or a --watchlist."))
    places_fit(template, len(places), words)
    receiver = receiver_asked(asked.receiver, words) if asked.receiver else None
    shelf = ReleaseShelf(data / "processed", ROOT / "data" / "processed" / "starter")
    release = release_asked(shelf, asked.release, asked.as_of, words)
    base = os.environ.get("SLOWBURN_ADDRESS", OWN_ADDRESS).rstrip("/")
    each = [(place,) for place in places] if template == "country" else [places]
    requests = [Request(template, one, words, receiver, base) for one in each]
    wanted = Wanted(formats, asked.paper, asked.template_file)
    with Exporter(TOPOJSON) as exporter:
        pictures = Pictures(exporter)
        for request in track(
            requests, words.text("briefings"), console=Console(stderr=True), disable=len(requests) == 1
        ):
            pack = make(request, release)
            desk = Desk(words, release, pack.id, base, receiver)
            for path in write_pack(pack, release, desk, wanted, pictures, asked.out, data / "briefs"):
                print(path)
    if pictures.missing:
        print(pictures.missing_words(words), file=sys.stderr)
    return INCOMPLETE if pictures.missing else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="brief.py", description="Writes briefing packs on places of a release.")
    parser.add_argument("places", nargs="*", metavar="PLACE", help="id or usual name of a country, crisis or unit")
    parser.add_argument("--for", dest="receiver", metavar="CAN", help="tell how each place touches this country")
    every = ",".join(FORMATS)
    parser.add_argument("--to", default=every, help=f"any of {every}; all by default")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--out", type=Path, default=Path("briefs"), metavar="DIR")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="the release that was known on that day"
    )
    parser.add_argument("--release", metavar="ID", help="this release, while it is kept")
    parser.add_argument("--template", default="country", help="country, comparison or monthly-watch")
    parser.add_argument("--watchlist", type=Path, metavar="FILE", help="one place a line")
    parser.add_argument("--paper", choices=list(PAPERS), default="a4")
    parser.add_argument("--template-file", type=Path, metavar="DOCX", help="your organisation's own Word template")
    return parser


if __name__ == "__main__":
    sys.exit(main())
