"""What does the browser get before Dash has drawn anything?

The language of the document is known from the address, so that a screen reader
pronounces it right from the first word. Which colours the reader chose is known to the
browser alone: one short script asks for it before anything is painted.
"""

from collections.abc import Callable
from html import escape

from flask import has_request_context, request

from figures import dark
from language import Language, language

INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f6f4f1" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171513" media="(prefers-color-scheme: dark)">
<meta name="dark-colours" content="{dark_colours}">
<meta name="release" content="{release}">
<script src="{theme}"></script>
<link rel="icon" type="image/svg+xml" href="{icon}">
{css}
</head>
<body>
{app_entry}
<noscript><p class="notice">{noscript}</p></noscript>
{config}
{scripts}
{renderer}
</body>
</html>"""


def index_writer(icon: str, theme: str, published: Callable[[], str]) -> Callable[..., str]:
    """Make the function that Dash asks for its index."""

    def write_index(css: str, config: str, scripts: str, renderer: str, app_entry: str, title: str, **_: str) -> str:
        words = asked_language()
        return INDEX.format(
            lang=words.code,
            title=escape(title),
            description=escape(description(words)),
            icon=icon,
            theme=theme,
            dark_colours=escape(dark.written()),
            release=escape(published()),
            noscript=escape(words.text("This page draws its charts with JavaScript, which is switched off here.")),
            css=css,
            config=config,
            scripts=scripts,
            renderer=renderer,
            app_entry=app_entry,
        )

    return write_index


def description(words: Language) -> str:
    """What the site is, in one sentence."""
    return words.text(
        "Where organised violence burns slowly, how bad it is and how we know: every figure with its source."
    )


def asked_language() -> Language:
    """The language of the address being asked for; English outside a request."""
    return language(request.args.get("lang") if has_request_context() else None)
