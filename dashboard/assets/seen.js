/* Which release did the reader note as seen? Kept here alone, and only when the reader says so. Where a newer one is
published, an address that names none is completed with it, so that the page tells what changed since. */
window.slowburnSeen = (() => {
  const KEY = "slowburn.seen";
  const ID = /^[0-9A-Za-z-]{1,64}$/;
  const TELLS = /^\/(place\/.*)?$/; // the pages that say what changed
  const kept = () => {
    try {
      const said = JSON.parse(localStorage.getItem(KEY));
      return ID.test(said?.release ?? "") ? said : null;
    } catch {
      return null; // a browser that keeps nothing still shows everything
    }
  };
  const note = (release) => {
    const seen = { release, day: new Date().toISOString() };
    try {
      localStorage.setItem(KEY, JSON.stringify(seen));
    } catch {
      return null;
    }
    return seen;
  };
  const written = (day) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(day));
  const address = new URL(location.href);
  const published = document.querySelector('meta[name="release"]')?.content;
  const last = kept()?.release;
  const asks = address.searchParams;
  if (last && published && last !== published && TELLS.test(address.pathname) && !asks.has("since") && !asks.has("release") && !asks.has("known")) {
    asks.set("since", last);
    history.replaceState(history.state, "", address);
  }
  return { kept, note, written };
})();
