"""What a page is held against: a static one with the same figures, drawn by the whole plotly.js that ships with plotly.

It carries the figures in its one script; nothing of Dash is loaded and no callback asked.
"""

import gzip
import json
from pathlib import Path
from typing import Any

import plotly
from flask import Flask, Response, request

WHOLE_PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Figures</title>
<style>.chart {{ height: 420px; }}</style></head><body>{charts}
<script src="/plotly.min.js"></script><script src="/figures.js"></script></body></html>"""
DRAW = "for (const one of {figures}) Plotly.newPlot(one.id, one.figure.data, one.figure.layout, one.config);"
Json = dict[str, Any]


def graphs(content: Any) -> list[Json]:
    """Id, figure and settings of every chart of a page, in order."""
    if isinstance(content, list):
        return [graph for part in content for graph in graphs(part)]
    if not isinstance(content, dict):
        return []
    if content.get("type") == "Graph":
        props = content["props"]
        return [{"id": props["id"], "figure": props["figure"], "config": props.get("config", {})}]
    return [graph for part in content.values() for graph in graphs(part)]


def static_server(charts: list[Json], topo: Path) -> Flask:
    """A server of that page; its files are packed once, as ours are."""
    server = Flask("static", static_folder=str(topo), static_url_path="/assets/topo")
    html = HTML.format(charts="".join(f'<div class="chart" id="{chart["id"]}"></div>' for chart in charts))
    files = {
        "/": ("text/html", html.encode()),
        "/plotly.min.js": ("text/javascript", WHOLE_PLOTLY.read_bytes()),
        "/figures.js": ("text/javascript", DRAW.format(figures=json.dumps(charts)).encode()),
    }
    packed = {path: gzip.compress(content, 9) for path, (_, content) in files.items()}

    def answer() -> Response:
        response = Response(packed[request.path], content_type=f"{files[request.path][0]}; charset=utf-8")
        response.headers["Content-Encoding"] = "gzip"
        return response

    for number, path in enumerate(files):
        server.add_url_rule(path, f"file{number}", answer)
    return server
