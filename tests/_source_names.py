"""Which names a Python source uses, spelled in full, whatever it imported them as.

`import datetime as dt; dt.datetime.now` and `from datetime import datetime as d; d.now` both use
`datetime.datetime.now`. Read from the syntax tree: nothing is imported to find out.
"""

import ast

DISCOVERY = ("pkgutil", "importlib.import_module")  # a room that finds its own modules reaches all of them


def is_one_of(name: str, wanted: tuple[str, ...]) -> bool:
    """Say whether a dotted name is one of the wanted ones or lies below it."""
    return any(name == root or name.startswith(f"{root}.") for root in wanted)


def imported(tree: ast.AST) -> set[str]:
    """Spell out what is imported: `from a import b` gives a.b, which may be a module or a name in one."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | set(_bound(tree).values())


def names_of(tree: ast.AST) -> set[str]:
    """Spell out everything imported and every use of it."""
    bound = _bound(tree)
    return imported(tree) | {name for node in ast.walk(tree) if (name := in_full(node, bound))}


def in_full(node: ast.AST, bound: dict[str, str]) -> str | None:
    """Spell `dt.now` as `datetime.datetime.now` where dt was imported as that; None for what was not imported.

    A call with a text in front keeps it: `pandas.Timestamp('now')`.
    """
    match node:
        case ast.Name(id=name):
            return bound.get(name, "print" if name == "print" else None)
        case ast.Attribute(value=value, attr=attribute):
            base = in_full(value, bound)
            return base and f"{base}.{attribute}"
        case ast.Call(func=function, args=[ast.Constant(value=str(text)), *_]):
            base = in_full(function, bound)
            return base and f"{base}({text!r})"
        case _:
            return None


def _bound(tree: ast.AST) -> dict[str, str]:
    """Map every name that an import binds to what it stands for."""
    bound: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            bound |= {alias.asname or alias.name.split(".")[0]: _target(alias) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            bound |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return bound


def _target(alias: ast.alias) -> str:
    return alias.name if alias.asname else alias.name.split(".")[0]


def reached(starts: list[str], sources: dict[str, str]) -> dict[str, set[str]]:
    """Names used by every file that importing `starts` loads, packages on the way and discovered rooms included."""
    found: dict[str, set[str]] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found[path] = names_of(ast.parse(sources[path]))
        loaded = {step for name in found[path] for step in _files_loaded(name, sources)}
        if any(is_one_of(name, DISCOVERY) for name in found[path]):
            loaded |= {other for other in sources if other.startswith(f"{path.rpartition('/')[0]}/")}
        waiting += sorted(loaded - found.keys())
    return found


def _files_loaded(name: str, sources: dict[str, str]) -> set[str]:
    """Files that importing a.b.c runs: a/__init__.py, a/b/__init__.py, a/b/c.py."""
    parts = name.split(".")
    steps = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return {file for step in steps for file in (f"{step}.py", f"{step}/__init__.py") if file in sources}
