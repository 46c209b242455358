"""What may lie in the repository: sizes, pins, settings, and nothing of one machine or of somebody else's data."""

import ast
import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests._source_names import imported

ROOT = Path(__file__).parent.parent
MEGABYTE = 1024 * 1024
LARGEST_FILE = 8 * MEGABYTE
LARGEST_STARTER = 8 * MEGABYTE
LONGEST_MODULE = 250  # lines; most should fit on two screens
TRANSITIVE = "# pulled in by the above"
# Spelled in two halves, so that this file does not hold what it looks for.
REGISTRIES = [
    "pypi" + ".",
    "files.python" + "hosted",
    "registry.npm" + "js",
    "registry.yarn" + "pkg",
    "deb.debian" + ".",
]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|tmp|home/\w+)/")
VARIABLE = re.compile(r"^#?([A-Z][A-Z_]+)=", re.MULTILINE)


@cache
def tracked() -> tuple[Path, ...]:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout, or git is not installed: what is tracked cannot be asked")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(file for name in listed.split("\0") if name and (file := ROOT / name).is_file())


@cache
def texts() -> dict[str, str]:
    """Every tracked file that is text, by its path below the root."""
    readable: dict[str, str] = {}
    for file in tracked():
        content = file.read_bytes()
        if b"\0" not in content:
            readable[str(file.relative_to(ROOT))] = content.decode("utf-8", errors="replace")
    return readable


def modules() -> dict[str, str]:
    return {path: text for path, text in texts().items() if path.endswith(".py")}


def test_no_file_outgrows_the_repository() -> None:
    assert {str(file): size for file in tracked() if (size := file.stat().st_size) > LARGEST_FILE} == {}


def test_the_starter_release_stays_small() -> None:
    starter = ROOT / "data" / "processed" / "starter"
    assert sum(file.stat().st_size for file in tracked() if starter in file.parents) <= LARGEST_STARTER


def test_every_module_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(text.splitlines()) for path, text in modules().items()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_text_names_a_path_of_one_machine() -> None:
    assert {path: found[0] for path, text in texts().items() if (found := MACHINE_PATH.search(text))} == {}


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_text_names_a_package_registry(host: str) -> None:
    assert [path for path, text in texts().items() if host in text] == []


def test_no_published_data_file_is_copied_in(shared_data: Path) -> None:
    mine = {file.stat().st_size: file for file in tracked() if file.stat().st_size}
    published = (file for file in shared_data.rglob("*") if file.is_file() and file.stat().st_size in mine)
    digests = {digest(file) for file in published}
    assert [str(file) for file in tracked() if digest(file) in digests and file.stat().st_size] == []


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def variables_read(source: str) -> Iterator[str]:
    """Yield the names read from the environment, through a constant of the same file too."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=held, slice=key, ctx=ast.Load()) if is_environment(held):
                pass
            case ast.Call(func=ast.Attribute(value=held, attr="get"), args=[key, *_]) if is_environment(held):
                pass
            case ast.Call(func=ast.Attribute() | ast.Name() as function, args=[key, *_]) if spells(function, "getenv"):
                pass
            case ast.Call(func=ast.Name(id="Key"), keywords=[ast.keyword(arg="variable", value=key), *_]):
                pass  # a source's key: refresh.py reads the variable that the source names
            case _:
                continue
        yield str(key.value if isinstance(key, ast.Constant) else constants.get(ast.unparse(key), ast.unparse(key)))


def is_environment(node: ast.AST) -> bool:
    """os.environ, or the mapping that an entry point passes on."""
    return spells(node, "environ") or spells(node, "environment")


def spells(node: ast.AST, name: str) -> bool:
    return (isinstance(node, ast.Name) and node.id == name) or (isinstance(node, ast.Attribute) and node.attr == name)


def documented() -> set[str]:
    return set(VARIABLE.findall((ROOT / ".env.example").read_text("utf-8")))


def test_every_setting_read_is_in_the_example() -> None:
    read = {(path, name) for path, source in modules().items() for name in variables_read(source)}
    assert {(path, name) for path, name in read if name not in documented()} == set()


def test_every_setting_in_the_example_is_read() -> None:
    read = {name for source in modules().values() for name in variables_read(source)}
    scripts = " ".join(text for path, text in texts().items() if path.startswith("bin/"))
    assert {name for name in documented() - read if f"${{{name}" not in scripts} == set()


def test_no_text_speaks_of_a_setting_that_does_not_exist() -> None:
    named = {(path, name) for path, text in texts().items() for name in re.findall(r"SLOWBURN_[A-Z_]+", text)}
    assert {(path, name) for path, name in named if name not in documented()} == set()


@pytest.mark.parametrize(
    "source",
    [
        "os.environ['HOST']",
        "environment.get('HOST', '')",
        "os.getenv('HOST')",
        "NAME = 'HOST'\nos.environ.get(NAME)",
        "Key(variable='HOST')",
    ],
)
def test_a_setting_is_recognised_however_it_is_read(source: str) -> None:
    assert list(variables_read(source)) == ["HOST"]


def pinned(name: str) -> tuple[list[str], list[str]]:
    """The requirements of a file: those we chose, and those that they pulled in."""
    chosen, _, transitive = (ROOT / name).read_text("utf-8").partition(TRANSITIVE)
    return requirements(chosen), requirements(transitive)


def requirements(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]


def all_pins() -> list[str]:
    return [pin for name in ("requirements.txt", "requirements-dev.txt") for part in pinned(name) for pin in part]


def test_every_requirement_is_pinned_to_one_version() -> None:
    assert [pin for pin in all_pins() if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_what_the_requirements_pull_in_is_pinned_too() -> None:
    names = {canonicalize_name(Requirement(pin).name) for pin in all_pins()}
    needed = {Requirement(line) for name in names for line in metadata.requires(name) or []}
    always = {canonicalize_name(need.name) for need in needed if not need.marker or need.marker.evaluate({"extra": ""})}
    assert always - names == set()


def test_what_the_code_imports_was_chosen_not_only_pulled_in() -> None:
    around = ("tests/", "benchmarks/", "validation/")
    product = {path: text for path, text in modules().items() if not path.startswith(around)}
    ours = {path.split("/")[0].removesuffix(".py") for path in product}
    roots = {name.split(".")[0] for text in product.values() for name in imported(ast.parse(text))}
    foreign = roots - ours - set(sys.stdlib_module_names)
    chosen = {canonicalize_name(Requirement(pin).name) for pin in pinned("requirements.txt")[0]}
    packages = metadata.packages_distributions()
    assert {root for root in foreign if not chosen & set(map(canonicalize_name, packages.get(root, [])))} == set()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_we_chose_has_its_sentence(file: str) -> None:
    reasons = (ROOT / "docs" / "decisions" / "000-dependencies.md").read_text("utf-8")
    chosen = [Requirement(pin).name for pin in pinned(file)[0]]
    assert chosen and [name for name in chosen if f"- **{name}**: " not in reasons] == []
