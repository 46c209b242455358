"""docs/validation.md: the comparisons and the simulations as tables."""

from dataclasses import dataclass

from scoring.trend_verdicts import FALSE_DISCOVERY_RATE
from validation import false_alarms
from validation.false_alarms import ALLOWED, FACTORS_A_YEAR, NOMINAL, SHARES_KEPT, STEP, Alarms
from validation.references import Comparison

STRESS = {0.8: " (stress)"}


@dataclass(frozen=True)
class Simulations:
    """What was simulated, on how many series each."""

    count: int
    alarms: list[Alarms]
    alternatives: dict[str, float]
    power: dict[str, tuple[float, ...]]
    coverage: dict[str, tuple[float, float]]
    spoken_of: float
    steps: dict[str, tuple[float, float]]


def simulations(count: int) -> Simulations:
    """Run them all; `count` series for each number, fewer where one takes long."""
    return Simulations(
        count,
        false_alarms.alarms(count),
        false_alarms.rejected_alternatives(max(count // 10, 50)),
        false_alarms.power(count),
        false_alarms.coverage(max(count // 4, 50)),
        false_alarms.spoken_of(max(count // 20, 20), 60),
        false_alarms.steps(max(count // 10, 50)),
    )


def validation_page(compared: list[Comparison], simulated: Simulations) -> str:
    """The whole page."""
    low, high = ALLOWED
    return (
        "\n\n".join(
            [
                "# Validation",
                "Written by `make validate`: our statistics beside independent programs on the real series of the starter "
                "release, and on made-up series like them (`validation/simulated_series.py`, seeded).",
                "## The same numbers as others",
                _table(
                    ("Statistic", "Reference", "Numbers compared", "Largest difference", "Tolerance"),
                    [
                        (
                            one.statistic,
                            one.reference,
                            f"{one.compared:,}",
                            f"{one.largest_difference:.1e}",
                            f"{one.tolerance:.0e}",
                        )
                        for one in compared
                    ],
                ),
                "## False alarms",
                f"Share of series without a trend in which a test at {NOMINAL:.0%} finds one. {simulated.count:,} series for each number. "
                "**Like the real ones** are the first two columns: they draw autocorrelation, spread and zeros as the real windows "
                f"have them (lag 1 in the middle .37), and of the second {low:.0%} to {high:.0%} is asked, and tested. The other "
                "columns take it apart by how much a period keeps of the last: 0 is the ideal case, 0.37 the middle, 0.6 the upper "
                "quarter, and 0.8 a **stress case** that one real window in twenty shows, "
                "and somewhat more may have, for short windows show less than they keep. There the test cries out in 8 to "
                "10 of 100; the caveat of every trend says so.",
                _table(
                    (
                        "Window",
                        "plain Mann-Kendall",
                        "ours (pre-whitened)",
                        *(f"ours, keeps {kept:g}{STRESS.get(kept, '')}" for kept in SHARES_KEPT),
                    ),
                    [
                        (
                            one.window,
                            f"{one.plain:.1%}",
                            f"{one.ours:.1%}",
                            *(f"{share:.1%}" for share in one.by_share_kept),
                        )
                        for one in simulated.alarms
                    ],
                ),
                "Other tests in use, on 60 months that keep .5 of the last: "
                + ", ".join(f"{name} {share:.0%}" for name, share in simulated.alternatives.items())
                + ". None of them is used.",
                f"Worlds of 60 places without any trend, four windows each: a trend is spoken of in {simulated.spoken_of:.1%} "
                f"(false discovery rate held at {FALSE_DISCOVERY_RATE:.0%}).",
                "## Power",
                f"Share of typical series (keeps .37, spread 1.3, a tenth of zeros) with a steady rise in which the test at "
                f"{NOMINAL:.0%} alone sees it. Pre-whitening pays for its honesty with power: what is not shown may still be there.",
                _table(
                    ("Window", *(f"{factor:g} times a year" for factor in FACTORS_A_YEAR)),
                    [(window, *(f"{share:.0%}" for share in shares)) for window, shares in simulated.power.items()],
                ),
                "## Intervals of the slope",
                "Share of 95 % intervals that hold the true slope of 0, on series like the real ones. Ties at 0 make it more.",
                _table(
                    ("Window", "Sen's", "ours, widened"),
                    [(window, *(f"{share:.1%}" for share in shares)) for window, shares in simulated.coverage.items()],
                ),
                "## Steps of the level",
                f"Share of series in which a step is found: without one, and with one of {STEP:g} times in the middle.",
                _table(
                    ("Series", "without a step", "with one"),
                    [(name, *(f"{share:.0%}" for share in shares)) for name, shares in simulated.steps.items()],
                ),
            ]
        )
        + "\n"
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
