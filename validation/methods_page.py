"""docs/methods.md: what each indicator and each step of scoring declares of itself."""

import ast
import importlib
import inspect
import io
import pkgutil
import tokenize
from types import ModuleType

import scoring
from indicators import Indicator, indicators

HEAD = """# Methods

Written by `make validate` from the declarations in `indicators/`, `scoring/` and `response/`; change those, not this
page. How the statistics were checked is in validation.md, why they were chosen in decisions/.
"""
RESPONSE_RULES = (
    "money_asked",
    "years",
    "gap",
    "expected",
    "neglect",
    "timeline",
    "precedents",
)  # in the order of the computation
PERIODS = {"month": "months", "year": "calendar years, standing in their December"}


def methods_page() -> str:
    """The whole page."""
    declared = [module.INDICATOR for module in indicators().values()]
    parts = [HEAD]
    for title, measures in (("How it stands", "state"), ("How it has moved", "change")):
        parts += [f"## {title}\n", *(_indicator(one) for one in declared if one.measures == measures)]
    parts.append("## From indicators to a picture\n")
    parts += [_room(module) for module in _scoring_modules()]
    parts.append("## What the world did\n")
    parts += [_room(importlib.import_module(f"response.{name}")) for name in RESPONSE_RULES]
    return "\n".join(parts).rstrip("\n") + "\n"


def _indicator(declared: Indicator) -> str:
    return "\n".join(
        [
            f"### {declared.title} (`{declared.id}`)\n",
            f"{declared.question}\n",
            f"- Definition: {declared.definition}",
            f"- Unit: {declared.unit}; higher means {declared.higher_means}",
            f"- Over: {PERIODS[declared.period]}; reads {', '.join(f'`{table}`' for table in declared.reads)}",
            f"- Caveat: {declared.caveat}",
            f"- Reference: {declared.reference}\n",
        ]
    )


def _scoring_modules() -> list[ModuleType]:
    names = sorted(entry.name for entry in pkgutil.iter_modules(scoring.__path__) if not entry.name.startswith("_"))
    return [importlib.import_module(f"scoring.{name}") for name in names]


def _room(module: ModuleType) -> str:
    room, _, name = module.__name__.rpartition(".")
    title = name.replace("_", " ").capitalize()
    constants = "".join(f"- `{constant}` = {value}{reason}\n" for constant, value, reason in _constants(module))
    return f"### {title} (`{room}/{name}.py`)\n\n{inspect.getdoc(module)}\n\n{constants}"


def _constants(module: ModuleType) -> list[tuple[str, str, str]]:
    """The thresholds of a module: numbers and named numbers in capitals, with the reason on their line."""
    source = inspect.getsource(module)
    reasons = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
            try:
                value = ast.literal_eval(node.value)
            except ValueError:  # computed from other constants
                continue
            if isinstance(value, int | float | tuple | dict):
                reason = reasons.get(node.lineno, "")
                found.append((node.targets[0].id, _shown(value), f": {reason}" if reason else ""))
    return found


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
