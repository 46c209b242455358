"""Which charts does a place have beside its record of deaths? Each by name, for the page, the table and the downloads."""

from collections.abc import Callable

from dashboard import ids
from dashboard.displaced import draw_displaced
from dashboard.frame import Frame
from dashboard.killings import draw_killings
from dashboard.money import draw_money
from reading.charts import Drawn

PLACE_CHARTS: dict[str, Callable[[Frame, str, bool], Drawn | None]] = {
    ids.KILLINGS: draw_killings,
    ids.MONEY: draw_money,
    ids.DISPLACED_YEARS: draw_displaced,
}
