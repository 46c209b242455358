"""Parts of a page that were made lately for a release are kept, and the oldest goes first."""

from pathlib import Path

from dashboard.recent import LIMIT, recent
from releases.read import ReleaseShelf


def test_a_part_is_made_once_until_it_is_the_oldest_of_its_kind(processed: Path) -> None:
    release = ReleaseShelf(processed, processed / "starter").current()
    made: list[tuple[str, int]] = []

    def part(number: int, kind: str = "map") -> int:
        def make() -> int:
            made.append((kind, number))
            return number

        return recent(release, kind, number, make)

    assert [part(1), part(1), part(1, "table")] == [1, 1, 1] and made == [("map", 1), ("table", 1)]
    for number in range(2, LIMIT + 1):
        part(number)
    part(1)  # asked for again, so no longer the oldest
    part(LIMIT + 1)
    made.clear()
    part(1)
    part(2)
    assert made == [("map", 2)]
