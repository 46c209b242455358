/* When is a chart that a reader has left cleared? Loaded after plotly.min.js, whose name sorts before this one.

Plotly looks at the chart under the pointer a moment after the pointer moved, and a redraw ends a moment after it
began. Cleared at once, as Dash does when a page goes, the chart fails at that moment with an error on the console. */
const SETTLED_MS = 500;
const clearChart = window.Plotly.purge;
window.Plotly.purge = (chart) => setTimeout(clearChart, SETTLED_MS, chart);
