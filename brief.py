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

from briefing.asked import AskedError, place_asked, places_listed, receiver_asked, release_asked, template_asked
from briefing.desk import OWN_ADDRESS, Desk
from briefing.make import PlacesError, Request, make
from briefing.pdf import PAPERS
from briefing.pictures import Pictures
from briefing.writing import FORMATS, Wanted, write_pack
from figures.export import Exporter
from language import LANGUAGES, language
from releases.read import ReleaseError, ReleaseShelf

ROOT = Path(__file__).parent
TOPOJSON = ROOT / "dashboard" / "assets" / "topo"
DONE, INCOMPLETE, NOT_KNOWN = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    data = Path(os.environ.get("SLOWBURN_DATA") or ROOT / "data")
    try:
        return _write(asked, data)
    except (AskedError, PlacesError, ReleaseError) as error:
        print(error, file=sys.stderr)
        return NOT_KNOWN
    except OSError as error:
        print(f"{error.filename or asked.out}: {error.strerror}; the files written before are whole", file=sys.stderr)
        return INCOMPLETE


def _write(asked: argparse.Namespace, data: Path) -> int:
    words = language(asked.lang)
    template = template_asked(asked.template, words)
    listed = places_listed(asked.watchlist) if asked.watchlist else []
    places = tuple(dict.fromkeys(place_asked(text, words) for text in (*asked.places, *listed)))
    if not places:
        raise AskedError("name at least one place, or a --watchlist")
    receiver = receiver_asked(asked.receiver, words) if asked.receiver else None
    release = release_asked(ReleaseShelf(data / "processed", ROOT / "data" / "processed" / "starter"), asked.as_of)
    base = os.environ.get("SLOWBURN_ADDRESS", OWN_ADDRESS).rstrip("/")
    each = [(place,) for place in places] if template == "country" else [places]
    requests = [Request(template, one, words, receiver, base) for one in each]
    wanted = Wanted(asked.to, asked.paper, asked.template_file)
    with Exporter(TOPOJSON) as exporter:
        pictures = Pictures(exporter)
        for request in track(requests, "briefings", console=Console(stderr=True), disable=len(requests) == 1):
            pack = make(request, release)
            desk = Desk(words, release, pack.id, base, receiver)
            for path in write_pack(pack, release, desk, wanted, pictures, asked.out, data / "briefs"):
                print(path)
    if pictures.missing:
        print(pictures.missing, file=sys.stderr)
    return INCOMPLETE if pictures.missing else DONE


def _formats(text: str) -> list[str]:
    kinds = [kind.strip() for kind in text.split(",") if kind.strip()]
    unknown = [kind for kind in kinds if kind not in FORMATS]
    if unknown or not kinds:
        raise argparse.ArgumentTypeError(
            f"{', '.join(unknown) or 'nothing'} is no format: choose from {', '.join(FORMATS)}"
        )
    return list(dict.fromkeys(kinds))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="brief.py", description="Writes briefing packs on places of a release.")
    parser.add_argument("places", nargs="*", metavar="PLACE", help="id or usual name of a country, crisis or unit")
    parser.add_argument("--for", dest="receiver", metavar="CAN", help="tell how each place touches this country")
    parser.add_argument(
        "--to", type=_formats, default=list(FORMATS), help=f"any of {','.join(FORMATS)}; all by default"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--out", type=Path, default=Path("briefs"), metavar="DIR")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="the release that was known on that day"
    )
    parser.add_argument("--template", default="country", help="country, comparison or monthly-watch")
    parser.add_argument("--watchlist", type=Path, metavar="FILE", help="one place a line")
    parser.add_argument("--paper", choices=list(PAPERS), default="a4")
    parser.add_argument("--template-file", type=Path, metavar="DOCX", help="your organisation's own Word template")
    return parser


if __name__ == "__main__":
    sys.exit(main())
