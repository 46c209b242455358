"""Is a chart that a reader has left forgotten quietly, and every other fault still heard?"""

import pytest

from tests.browser.conftest import Visited

REJECT = """([message, stack]) => {
  const fault = new TypeError(message);
  if (stack) fault.stack = stack;
  Promise.reject(fault);
}"""
DASH = "TypeError: …\n    at t.value (http://127.0.0.1/_dash-component-suites/dash/dcc/async-graph.js:1:6924)"
CLASSES = "Cannot read properties of null (reading 'classList')"


@pytest.mark.parametrize(
    ("message", "stack", "is_heard"),
    [
        (CLASSES, DASH, False),
        (CLASSES, "", True),  # of our own scripts
        ("Cannot read properties of null (reading 'data')", DASH, True),
    ],
)
def test_only_a_redraw_of_a_chart_that_is_gone_is_taken_as_settled(
    visited: Visited, message: str, stack: str, is_heard: bool
) -> None:
    page = visited("/sources")
    page.evaluate(
        """() => {
          window.heard = [];
          window.addEventListener("unhandledrejection", (event) => {
            window.heard.push(!event.defaultPrevented);
            event.preventDefault();
          });
        }"""
    )
    page.evaluate(REJECT, [message, stack])
    page.wait_for_function("window.heard.length === 1")
    assert page.evaluate("window.heard") == [is_heard]
