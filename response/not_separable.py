"""Does a source count a place under another name, so that it has no figure of its own?

UCDP lists what happens in Gaza and the West Bank under Israel, UNHCR the people of Kosovo
under Serbia. No row of such a place is no zero, and nothing was looked for in vain.
"""

from reference.territories import coded_under
from response.component import Said, message, said

NOT_SEPARABLE = message("Not separable in this source, which counts it within the row of {unit_place}.")


def not_separable(place: str, year: int, provider: str) -> Said | None:
    """The sentence that says so; None where the place has a row of its own, or may have one."""
    unit = coded_under(place, year, provider)
    return said(NOT_SEPARABLE, unit_place=unit.place_id) if unit is not None else None
