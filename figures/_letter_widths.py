"""How wide is a text in Inter? Estimated, because a picture is composed before any browser sees it."""

NARROW, WIDE = "ijlIt.,:;!|'’()[]/· fr", "mwMWŒœ—%"
EMS = {"narrow": 0.31, "wide": 0.88, "capital": 0.68, "digit": 0.62, "other": 0.57}
BOLD = 1.06


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """Pixels that a line of text takes."""
    return sum(EMS[_kind(letter)] for letter in text) * size * (BOLD if is_bold else 1)


def broken(text: str, room: float, size: float, is_bold: bool = False) -> list[str]:
    """Break a text into lines that fit the room; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, is_bold) <= room:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return lines


def _kind(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    if letter.isdigit():
        return "digit"
    return "capital" if letter.isupper() else "other"
