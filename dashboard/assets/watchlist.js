/* Which places does the reader watch? Their ids, in the reader's order, stay in this browser; an address carries them on.
Nothing is kept of a list that an address brings until the reader says so. */
window.slowburnWatch = (() => {
  const KEY = "slowburn.watchlist";
  const FOLLOW = "slowburn.watchlist.follow"; // the list of the page from which the reader goes to a changed one
  const PATH = "/watchlist";
  const ID = /^[A-Za-z0-9_:-]{2,80}$/;
  const listeners = new Set();
  let held = []; // what a browser that keeps nothing remembers until the page is left
  let isKept = true;

  const parse = (text) => [...new Set((text ?? "").split(",").filter((id) => ID.test(id)))];
  const tell = () => listeners.forEach((listener) => listener());

  function places() {
    try {
      return isKept ? parse(localStorage.getItem(KEY)) : held;
    } catch {
      isKept = false;
      return held;
    }
  }

  function remember(list) {
    held = [...list];
    try {
      if (held.length) localStorage.setItem(KEY, held.join());
      else localStorage.removeItem(KEY);
    } catch {
      isKept = false;
    }
    tell();
  }

  /* The address of the list page for some places; whatever else an address says goes along. */
  function address(href, list) {
    const url = new URL(href, location.origin);
    const others = [...url.searchParams].filter(([name]) => name !== "places");
    const all = list.length ? [["places", list.join()], ...others] : others;
    const said = all.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":")}`);
    return url.pathname + (said.length ? `?${said.join("&")}` : "");
  }

  /* A reader who changes the own list goes to the address of the changed one: then that is kept. */
  function follow(shown) {
    try {
      if (shown.join() === places().join()) sessionStorage.setItem(FOLLOW, shown.join());
    } catch {
      /* as above: nothing is kept */
    }
  }

  function hasFollowed() {
    try {
      const from = sessionStorage.getItem(FOLLOW);
      sessionStorage.removeItem(FOLLOW);
      return from !== null && from === places().join();
    } catch {
      return false;
    }
  }

  function subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  if (location.pathname === PATH && !new URL(location.href).searchParams.has("places") && places().length && !hasFollowed())
    history.replaceState(history.state, "", address(location.href, places()));
  addEventListener("storage", (event) => event.key === KEY && tell());
  return { places, remember, address, follow, hasFollowed, subscribe, isKept: () => isKept };
})();

/* The list as React sees it. */
function useWatched() {
  const { useEffect, useState } = window.React;
  const [watched, setWatched] = useState(window.slowburnWatch.places());
  useEffect(() => window.slowburnWatch.subscribe(() => setWatched(window.slowburnWatch.places())), []);
  return watched;
}

Object.assign(window.slowburn, {
  WatchLink({ href, label, here }) {
    const make = window.React.createElement;
    const watched = useWatched();
    const count = watched.length ? make("span", { className: "count" }, watched.length) : null;
    return make("a", { href: window.slowburnWatch.address(href, watched), className: here ? "here" : "", onClick: openHere }, label, " ", count);
  },

  WatchButton({ id, place, label, most, kept, full, lost, href, open }) {
    const make = window.React.createElement;
    const watched = useWatched();
    const isWatched = watched.includes(place);
    const [said, setSaid] = window.React.useState("");
    const press = () => {
      if (!isWatched && watched.length >= most) return setSaid(full);
      window.slowburnWatch.remember(isWatched ? watched.filter((id) => id !== place) : [...watched, place]);
      setSaid(isWatched ? "" : window.slowburnWatch.isKept() ? kept : lost);
    };
    const list = watched.length ? make("a", { href: window.slowburnWatch.address(href, watched), onClick: openHere }, open) : null;
    return make(
      "div",
      { className: "watch" },
      make(
        "button",
        { id, type: "button", "aria-pressed": isWatched, onClick: press },
        make("span", { className: "star", "aria-hidden": true }, isWatched ? "★" : "☆"),
        label,
      ),
      make("span", { role: "status" }, said),
      list,
    );
  },

  WatchOwner({ places, href, texts }) {
    const { createElement: make, useEffect, useState } = window.React;
    const watched = useWatched();
    const shown = places.join();
    const [former, setFormer] = useState(null);
    useEffect(() => {
      if (window.slowburnWatch.hasFollowed()) window.slowburnWatch.remember(places);
      setFormer((was) => (watched.join() === shown ? was : null));
    }, [shown]);
    useEffect(() => {
      const leaving = (event) => event.target.closest?.(".watched a[href^='/watchlist'], form.watch-add") && window.slowburnWatch.follow(places);
      for (const kind of ["click", "submit"]) document.addEventListener(kind, leaving, true);
      return () => ["click", "submit"].forEach((kind) => document.removeEventListener(kind, leaving, true));
    }, [shown]);
    const link = (list, text) => make("a", { href: window.slowburnWatch.address(href, list), onClick: openHere }, text);
    const button = (list, text) => {
      const keep = () => {
        setFormer(watched);
        window.slowburnWatch.remember(list);
      };
      return make("button", { type: "button", onClick: keep }, text);
    };
    if (shown === watched.join()) {
      if (!shown) return null;
      const before = former?.length ? [" ", link(former, texts.former)] : [];
      return make("p", { className: "owner note", role: "status" }, texts.own, ...before);
    }
    const all = [...new Set([...watched, ...places])];
    if (!shown) return make("p", { className: "owner", role: "status" }, link(watched, texts.mine));
    const said = watched.length ? texts.other.replace("{places}", watched.join(", ")) : texts.none;
    const choices = watched.length
      ? [link(watched, texts.mine), all.length <= texts.most ? button(all, texts.add) : null, button(places, texts.replace)]
      : [button(places, texts.keep)];
    return make("div", { className: "owner notice", role: "status" }, make("p", null, said), make("p", { className: "choices" }, ...choices));
  },
});
