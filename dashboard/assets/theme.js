/* Light, dark or as the system has it? Runs in the head of the document, so that no page is painted in the wrong
colours first. The choice stays in this browser; without one the page follows the system. */
window.slowburnTheme = (() => {
  const KEY = "theme";
  const THEMES = ["system", "light", "dark"];
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const bars = [...document.querySelectorAll('meta[name="theme-color"]')].map((bar) => [bar, bar.content]);
  let now = kept();
  let printed = null; // pixels that a chart may be wide on paper, while a page is printed

  /* A browser may refuse to keep anything; then the choice lasts as long as the page. */
  function kept() {
    try {
      const found = localStorage.getItem(KEY);
      return THEMES.includes(found) ? found : "system";
    } catch {
      return "system";
    }
  }

  function show(theme) {
    now = theme;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const [bar, colour] of bars) bar.content = theme === "system" ? colour : bars[theme === "dark" ? 1 : 0][1];
    dispatchEvent(new Event("slowburn-theme"));
  }

  function choose(theme) {
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      /* as above */
    }
    show(theme);
  }

  show(now);
  addEventListener("storage", (event) => event.key === KEY && show(kept()));
  for (const media of [system, paper]) media.addEventListener("change", () => dispatchEvent(new Event("slowburn-theme")));
  return {
    choose,
    chosen: () => now,
    print: (width) => {
      printed = width;
      dispatchEvent(new Event("slowburn-theme"));
    },
    printedWidth: () => printed,
    isDark: () => !printed && !paper.matches && (now === "dark" || (now === "system" && system.matches)),
  };
})();
