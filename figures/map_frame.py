"""Which part of the globe does a map of one place show? Its ground with some around it, in the shape of the picture."""

import math
from collections.abc import Iterable
from typing import NamedTuple

SHAPE = 1.7  # width by height
MARGIN = 0.08  # of each side, so that nothing touches the edge
LEAST_DEGREES = 3.0  # a small island fills no more of the picture than that
MOST_LATITUDE = 80.0  # Mercator runs away beyond


class Box(NamedTuple):
    """West, south, east and north in degrees."""

    west: float
    south: float
    east: float
    north: float


def around(boxes: Iterable[Box]) -> Box:
    """One box around several."""
    listed = list(boxes)
    return Box(
        min(box.west for box in listed),
        min(box.south for box in listed),
        max(box.east for box in listed),
        max(box.north for box in listed),
    )


def framed(ground: Box) -> Box:
    """The ground with a margin, widened or heightened to the picture's shape in Mercator's projection."""
    low, high = (mercator(max(-MOST_LATITUDE, min(MOST_LATITUDE, edge))) for edge in (ground.south, ground.north))
    width, height = (max(LEAST_DEGREES, side) * (1 + 2 * MARGIN) for side in (ground.east - ground.west, high - low))
    width, height = max(width, height * SHAPE), max(height, width / SHAPE)
    across, up = (ground.west + ground.east) / 2, (low + high) / 2
    return Box(across - width / 2, latitude(up - height / 2), across + width / 2, latitude(up + height / 2))


def mercator(degrees: float) -> float:
    """The height of a latitude in Mercator's projection, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(degrees) / 2)))


def latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)


def touches(one: Box, other: Box) -> bool:
    """Whether two boxes have ground in common."""
    return one.west <= other.east and other.west <= one.east and one.south <= other.north and other.south <= one.north
