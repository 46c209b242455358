"""What stands behind "Briefing…" on a page: formats, paper, the button, how it stands, and the command for cron."""

from collections.abc import Sequence

from dashboard.brief_routes import FORMATS, PAPERS
from dashboard.frame import Frame
from dashboard.native import Briefing
from dashboard.store import Store
from language import LANGUAGES, message

FORMAT_LABELS = {
    "pptx": message("PowerPoint slides"),
    "docx": message("Word document"),
    "pdf": message("PDF"),
    "xlsx": message("Excel workbook"),
    "png": message("Pictures (PNG)"),
    "svg": message("Drawings (SVG)"),
    "csv": message("Figures (CSV)"),
}
PAPER_LABELS = {"a4": message("A4"), "letter": message("Letter")}
LABELS = {
    "country": message("Briefing on this place …"),
    "comparison": message("Briefing on this comparison …"),
    "monthly-watch": message("Monthly watch as a briefing …"),
}
CHOSEN = ("pptx", "docx", "pdf")


def brief_form(store: Store, frame: Frame, template: str, places: Sequence[str]) -> list[Briefing]:
    """The form, or nothing where briefings are switched off."""
    if not store.makes_briefs or not places:
        return []
    words = frame.words
    return [
        Briefing(
            f"briefing-{template}",
            words.text(LABELS[template]),
            {
                "template": template,
                "places": list(places),
                "release": frame.record.release.id,
                "lang": words.code,
                "for": frame.reader,
            },
            [{"value": kind, "label": words.text(FORMAT_LABELS[kind])} for kind in FORMATS],
            [{"value": paper, "label": words.text(PAPER_LABELS[paper])} for paper in PAPERS],
            CHOSEN,
            command(frame, template, places),
            {
                "formats": words.text("Formats"),
                "paper": words.text("Paper"),
                "make": words.text("Make the briefing"),
                "none": words.text("Choose at least one format."),
                "waiting": words.text("The briefing is being made; that can take a minute."),
                "lost": words.text("The server does not answer: ask again."),
                "fetch": words.text("Download the briefing (ZIP)"),
                "command": words.text("The same from a command line or cron:"),
            },
        )
    ]


def command(frame: Frame, template: str, places: Sequence[str]) -> str:
    """What makes the same of the newest release, but for the formats, which the browser adds."""
    said = ["python brief.py", *places]
    if template != "country":
        said.append(f"--template {template}")
    if frame.reader:
        said.append(f"--for {frame.reader}")
    if frame.words.code != LANGUAGES[0]:
        said.append(f"--lang {frame.words.code}")
    return " ".join(said)
