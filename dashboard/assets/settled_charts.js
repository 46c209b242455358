/* What happens to a chart that a reader has left? Loaded after plotly.min.js, whose name sorts before this one.

Plotly looks at the chart under the pointer a moment after the pointer moved, and a redraw ends a moment after it
began. Cleared at once, as Dash does when a page goes, the chart fails at that moment with an error on the console. */
const SETTLED_MS = 500;
const clearChart = window.Plotly.purge;
window.Plotly.purge = (chart) => setTimeout(clearChart, SETTLED_MS, chart);

/* A redraw that Dash had still queued when the page went asks the absent element for its classes. Nothing is left to
draw on, so nothing is wrong: this one rejection, out of Dash's own chart component, is taken as settled. */
window.addEventListener("unhandledrejection", (event) => {
  const { message = "", stack = "" } = event.reason ?? {};
  const isOfAbsentElement = /null/.test(message) && /classList/.test(message);
  if (isOfAbsentElement && /async-graph\.js/.test(stack)) event.preventDefault();
});
