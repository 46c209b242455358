"""LibreOffice opens every file, and its pages, looked at as pictures, are neither empty nor run over their edge."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from briefing.pack import Pack
from briefing.pictures import Pictures
from figures.export import Exporter
from tests.briefing.conftest import MakePack
from tests.briefing.test_office_schema import PACKS, office_files

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PAGES = shutil.which("pdftoppm")
needs_office = pytest.mark.skipif(
    OFFICE is None or PAGES is None, reason="LibreOffice or pdftoppm is not installed: `make office` installs both"
)
LEAST_INK, PAPER_WHITE, EDGE = 0.002, 250, 0.012  # shares of a page; from which grey it is white
TOPOJSON = Path(__file__).parents[2] / "dashboard" / "assets" / "topo"
Opened = dict[tuple[str, str], Path]


def packs(made: MakePack) -> list[Pack]:
    return [made(*places, template=template, receiver=receiver) for template, places, receiver in PACKS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("opened")


@pytest.fixture
def opened(made: MakePack, folder: Path, browser_path: str, touched: None) -> Opened:
    """Every file of every pack as LibreOffice shows it; one start of it for all."""
    every = packs(made)
    if not list(folder.glob("*.pdf")):
        with Exporter(TOPOJSON) as exporter:
            files = [path for pack in every for path in office_files(pack, Pictures(exporter), folder)]
        for kind in ("pptx", "docx", "xlsx"):
            of_kind = [str(path) for path in files if path.suffix == f".{kind}"]
            (folder / kind).mkdir()
            asked = ["--convert-to", "pdf", "--outdir", str(folder / kind), *of_kind]
            own = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
            subprocess.run([str(OFFICE), own, "--headless", *asked], check=True, capture_output=True, timeout=180)
            for path in (folder / kind).glob("*.pdf"):
                path.rename(folder / f"{path.stem}-{kind}.pdf")
    return {
        (one.id, kind): folder / f"{one.template}-{one.id}-{kind}.pdf"
        for one in every
        for kind in ("pptx", "docx", "xlsx")
    }


@needs_office
def test_every_file_opens_and_says_what_it_is(made: MakePack, opened: Opened) -> None:
    for pack in packs(made):
        for kind in ("pptx", "docx", "xlsx"):
            said = " ".join(page.extract_text() for page in PdfReader(opened[pack.id, kind]).pages)
            assert " ".join(pack.title.split()[:3]) in " ".join(said.split()), (pack.title, kind)


@needs_office
def test_a_country_s_brief_has_two_pages_and_one_for_its_sources_when_it_says_whom_it_touches(
    made: MakePack, opened: Opened
) -> None:
    for pack in packs(made):
        pages = len(PdfReader(opened[pack.id, "docx"]).pages)
        assert pages == (3 if any(one.is_paper_only for one in pack.sections) else 1 if not list(pack.charts()) else 2)


@needs_office
def test_no_page_is_empty_and_none_runs_over_its_edge(opened: Opened, folder: Path) -> None:
    for (_, kind), path in opened.items():
        pictures = folder / f"{path.stem}-pictures"
        pictures.mkdir()
        subprocess.run([str(PAGES), "-r", "40", "-gray", str(path), str(pictures / "page")], check=True, timeout=60)
        for page in sorted(pictures.iterdir()):
            with Image.open(page) as image:
                ink = image.point(lambda grey: 255 if grey < PAPER_WHITE else 0)
                across, down = ink.size
                share = ink.histogram()[255] / (across * down)
                assert share > LEAST_INK, page
                edge = round(EDGE * across)
                beyond = [(across - edge, 0, across, down), (0, down - edge, across, down), (0, 0, across, edge)]
                assert kind == "xlsx" or all(ink.crop(part).getbbox() is None for part in beyond), page
