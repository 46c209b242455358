"""Slides, Word and workbook keep to the schemas of Office Open XML (ECMA-376), as the Open XML SDK checks them."""

import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.pack import Pack
from briefing.pictures import Pictures
from briefing.powerpoint import write_powerpoint
from briefing.word import write_word
from briefing.workbook import write_workbook
from tests.briefing.conftest import MakePack

PACKS = (
    ("country", ("SDN",), "CAN"),
    ("country", ("FJI",), None),
    ("comparison", ("SDN", "COL", "RWA"), None),
    ("monthly-watch", ("SDN", "TUV", "crisis:darfur"), None),
)


def office_files(pack: Pack, pictures: Pictures, folder: Path) -> list[Path]:
    """The three of a pack."""
    found = []
    for kind, content in (
        ("pptx", write_powerpoint(pack)),
        ("docx", write_word(pack, pictures)),
        ("xlsx", write_workbook(pack)),
    ):
        path = folder / f"{pack.template}-{pack.id}.{kind}"
        path.write_bytes(content)
        found.append(path)
    return found


@pytest.mark.usefixtures("touched")
@pytest.mark.parametrize(("template", "places", "receiver"), PACKS)
def test_office_files_are_valid_by_the_schema(
    made: MakePack, pictures: Pictures, tmp_path: Path, template: str, places: tuple[str, ...], receiver: str | None
) -> None:
    for path in office_files(made(*places, template=template, code="fr", receiver=receiver), pictures, tmp_path):
        told = OpenXmlValidator().validate(path)
        assert [str(error) for error in told.errors] == [] and told.is_valid, path.name


def test_the_check_itself_finds_what_the_schema_forbids(made: MakePack, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.pptx", tmp_path / "bad.pptx"
    good.write_bytes(write_powerpoint(made("SDN")))
    copy_with(good, bad, b"<c:barDir ", b"<c:barDirection ")
    assert not OpenXmlValidator().validate(bad).is_valid


def copy_with(good: Path, bad: Path, old: bytes, new: bytes) -> None:
    """A copy with some bytes of its parts replaced."""
    with zipfile.ZipFile(good) as read, zipfile.ZipFile(bad, "w") as written:
        for name in read.namelist():
            written.writestr(name, read.read(name).replace(old, new))
