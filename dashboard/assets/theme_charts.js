/* Charts in the colours of the page. Loaded after plotly.min.js, whose name sorts before this one.

A chart arrives in the colours of a light page. On a dark one each colour is replaced by its partner (figures/dark.py),
just before plotly draws; a change of theme draws the same description again, without asking the server. */
(() => {
  const DARK = JSON.parse(document.querySelector('meta[name="dark-colours"]').content);
  const described = new WeakMap();
  const react = window.Plotly.react;

  function darkened(part) {
    if (typeof part === "string") return DARK[part] ?? part;
    if (Array.isArray(part)) return typeof part[0] === "number" && typeof part.at(-1) === "number" ? part : part.map(darkened);
    if (part === null || typeof part !== "object" || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, darkened(value)]));
  }

  function inTheme(figure) {
    if (!window.slowburnTheme.isDark()) return figure;
    return { ...figure, data: darkened(figure.data), layout: darkened(figure.layout) };
  }

  function onPaper(figure, width, chart) {
    const { config, ...rest } = figure;
    return { ...rest, config: { ...config, responsive: false }, layout: { ...figure.layout, autosize: false, width, height: chart.clientHeight } };
  }

  window.Plotly.react = (chart, figure, ...more) => {
    described.set(chart, figure);
    return react(chart, inTheme(figure), ...more);
  };

  addEventListener("slowburn-theme", () => {
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      const figure = described.get(chart);
      const width = window.slowburnTheme.printedWidth();
      if (figure) react(chart, width ? onPaper(figure, width, chart) : inTheme(figure));
    }
  });
})();
