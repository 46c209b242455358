/* The components of dashboard/native.py, with React as Dash loads it. */
const WAIT_MS = 10000;
const SETTLE_MS = 150; // a dragged slider asks for the year it rests on, not for every year it passes

window.slowburn = {
  Choice({ id, legend, options, value, setProps }) {
    const make = window.React.createElement;
    const buttons = options.map((option) =>
      make(
        "label",
        { key: option.value },
        make("input", {
          type: "radio",
          name: id,
          value: option.value,
          checked: option.value === value,
          onChange: () => setProps({ value: option.value }),
        }),
        make("span", null, option.label),
      ),
    );
    return make("fieldset", { id, className: "choice" }, make("legend", null, legend), make("div", { className: "segments" }, buttons));
  },

  Slider({ id, label, first, last, value, setProps }) {
    const { createElement: make, useEffect, useRef, useState } = window.React;
    const [shown, setShown] = useState(value);
    const waiting = useRef(null);
    useEffect(() => setShown(value), [value]);
    useEffect(() => () => clearTimeout(waiting.current), []);
    const move = (event) => {
      const moved = event.target.value;
      setShown(moved);
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => setProps({ value: moved }), SETTLE_MS);
    };
    return make(
      "div",
      { className: "choice year" },
      make("label", { htmlFor: id }, label, " ", make("strong", null, shown)),
      make("span", { className: "end", "aria-hidden": true }, first),
      make("input", { id, type: "range", min: first, max: last, step: 1, value: shown ?? last, onChange: move }),
      make("span", { className: "end", "aria-hidden": true }, last),
    );
  },

  Period({ id, legend, labels, first, last, value, setProps }) {
    const make = window.React.createElement;
    const span = value ? value.split("-").map(Number) : [first, last];
    const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const list = (end) => {
      const isBeyond = (year) => (end ? year < span[0] : year > span[1]); // what ends before it begins cannot be chosen
      const options = years.map((year) => make("option", { key: year, value: year, disabled: isBeyond(year) }, year));
      const choose = (event) => {
        const chosen = Number(event.target.value);
        setProps({ value: end ? `${span[0]}-${chosen}` : `${chosen}-${span[1]}` });
      };
      const name = `${id}-${end ? "to" : "from"}`;
      const select = make("select", { key: "list", id: name, value: span[end], onChange: choose }, options);
      return make("span", { key: end }, make("label", { key: "label", htmlFor: name }, labels[end]), select);
    };
    return make("fieldset", { id, className: "choice" }, make("legend", null, legend), make("div", { className: "period" }, [list(0), list(1)]));
  },

  Theme({ label, options }) {
    const { createElement: make, useState } = window.React;
    const [chosen, setChosen] = useState(window.slowburnTheme.chosen());
    const choose = (event) => {
      window.slowburnTheme.choose(event.target.value);
      setChosen(event.target.value);
    };
    return make(
      "label",
      { className: "theme" },
      make("span", { className: "unseen" }, label),
      make("select", { value: chosen, onChange: choose }, options.map(({ label, value }) => make("option", { key: value, value }, label))),
    );
  },

  ReaderCountry({ id, label, none, options, value }) {
    const make = window.React.createElement;
    const named = options.map((option) => make("option", { key: option.value, value: option.value }, option.label));
    const choose = (event) => {
      window.slowburnReader.remember(event.target.value);
      const address = new URL(location.href);
      if (event.target.value) address.searchParams.set("for", event.target.value);
      else address.searchParams.delete("for");
      location.assign(address);
    };
    return make(
      "div",
      { className: "reader" },
      make("label", { htmlFor: id }, label),
      make("select", { id, value: value ?? "", onChange: choose }, make("option", { value: "" }, none), named),
    );
  },

  KnownOn({ id, label, newest, options, value, button }) {
    const { createElement: make, useState } = window.React;
    const [chosen, setChosen] = useState(value);
    const open = () => {
      const address = new URL(location.href); // as the controls have written it, not as it was opened
      address.searchParams.delete("release");
      if (chosen) address.searchParams.set("known", chosen);
      else address.searchParams.delete("known");
      location.assign(address);
    };
    const days = options.map((option) => make("option", { key: option.value, value: option.value }, option.label));
    const choose = (event) => setChosen(event.target.value);
    return make(
      "div",
      { className: "known" },
      make("label", { htmlFor: id }, label),
      make("select", { id, value: chosen, onChange: choose }, make("option", { value: "" }, newest), days),
      make("button", { type: "button", onClick: open }, button),
    );
  },

  Copy({ options, href, copied, refused }) {
    const { createElement: make, useEffect, useRef, useState } = window.React;
    const [said, setSaid] = useState("");
    const [held, setHeld] = useState(null); // the text that the browser would not take
    const box = useRef(null);
    useEffect(() => {
      setSaid("");
      setHeld(null);
    }, [href]); // another view: what was copied is no longer what is shown
    useEffect(() => {
      if (!held) return;
      box.current.focus();
      box.current.select();
    }, [held]);
    const copy = async ({ text }) => {
      const whole = text.replaceAll("{address}", new URL(href, location.href).href);
      setSaid("");
      setHeld(null);
      try {
        await navigator.clipboard.writeText(whole); // not there at all where the page came without encryption
        setSaid(copied);
      } catch {
        setHeld(whole);
        setSaid(refused);
      }
    };
    const buttons = options.map((option) =>
      make("button", { key: option.label, type: "button", onClick: () => copy(option) }, option.label),
    );
    const text = held && make("textarea", { ref: box, readOnly: true, rows: 4, value: held, "aria-label": refused });
    return make("span", { className: "copy" }, buttons, make("span", { role: "status" }, said), text);
  },

  Seen({ release, label, noted }) {
    const { createElement: make, useState } = window.React;
    const [seen, setSeen] = useState(window.slowburnSeen.kept());
    const isNoted = seen?.release === release;
    const note = () => setSeen(window.slowburnSeen.note(release));
    const said = isNoted ? noted.replace("{day}", window.slowburnSeen.written(seen.day)) : "";
    return make(
      "p",
      { className: "seen" },
      isNoted ? null : make("button", { type: "button", onClick: note }, label),
      make("span", { role: "status" }, said),
    );
  },

  Rows({ caption, headings, rows, kind, sorter }) {
    const make = window.React.createElement;
    const names = (kind ?? "").split(" ").includes("stacked") ? headings.map((cell) => cell.text ?? cell) : [];
    const said = (role) => (names.length ? { role } : {}); // laid out as blocks on a phone, it stays a table for a screen reader
    const heading = (cell, place) => {
      const { text, kind, sorts, towards } = typeof cell === "string" ? { text: cell } : cell;
      const content = sorts ? sortButton({ text, kind, towards }, () => window.dash_clientside.set_props(sorter, { data: sorts })) : text;
      return make("th", { key: place, scope: "col", className: kind, "aria-sort": towards, ...said("columnheader") }, content);
    };
    return make(
      "table",
      { className: kind, ...said("table") },
      make("caption", { className: "unseen" }, caption),
      make("thead", said("rowgroup"), make("tr", said("row"), headings.map(heading))),
      make(
        "tbody",
        said("rowgroup"),
        rows.map((row, place) => make("tr", { key: place, ...said("row") }, row.map((cell, at) => drawCell(cell, at, names[at])))),
      ),
    );
  },
};

/* The heading that rows are sorted by. The table is drawn anew when it is pressed, and the keyboard must not lose its place. */
let pressed = "";
function sortButton({ text, kind, towards }, sort) {
  return window.React.createElement("button", {
    type: "button",
    className: `sort ${towards ?? ""}`.trim(),
    onClick: () => {
      pressed = kind;
      sort();
    },
    onBlur: () => setTimeout(() => (pressed = document.activeElement === document.body ? pressed : "")),
    ref: (drawn) => {
      if (!drawn || kind !== pressed || document.activeElement === drawn) return;
      pressed = "";
      drawn.focus({ preventScroll: true });
    },
  }, text);
}

/* One cell as dashboard/native.py describes it; plain text in the first place names its row.
In a table that is stacked on a phone each cell bears the name of its column. */
function drawCell(cell, place, name) {
  const make = window.React.createElement;
  const said = typeof cell === "string" ? { text: cell, heads: place ? "" : "row" } : cell;
  const attributes = { key: place, className: said.kind, colSpan: said.span, rowSpan: said.rows };
  if (name) Object.assign(attributes, { role: said.heads ? "rowheader" : "cell", "data-name": name });
  const text = said.href
    ? make("a", { href: said.href, onClick: openHere, rel: "noopener" }, said.text)
    : said.image
      ? make("img", { src: said.image, alt: said.text, width: 96, height: 22 })
      : said.under || said.bar
        ? make("span", { className: "figure" }, said.text)
        : said.text;
  return make(
    said.heads ? "th" : "td",
    said.heads ? { ...attributes, scope: said.heads } : attributes,
    said.mark ? make("span", { className: "mark", "aria-hidden": true }, said.mark) : null,
    text,
    (said.actions ?? []).map(([shown, label, href]) => make("a", { key: href, href, "aria-label": label, title: label, onClick: openHere }, shown)),
    said.badge ? make("span", { className: "badge" }, said.badge) : null,
    said.bar ? drawBar(said.bar) : null,
    said.under ? make("span", { className: "under" }, said.under) : null,
  );
}

function drawBar([value, low, high]) {
  const make = window.React.createElement;
  const range = { left: `${low}%`, width: `${high - low}%` };
  return make(
    "span",
    { className: "bar", "aria-hidden": true },
    make("span", { className: "fill", style: { width: `${value}%` } }),
    low === undefined ? null : make("span", { className: "range", style: range }),
  );
}

/* A link to a page of ours opens without loading everything again, as Dash's own links do. */
function openHere(event) {
  const link = event.currentTarget;
  if (link.origin !== location.origin || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  window.scrollTo(0, 0);
  if (link.hash) showOnceDrawn(link.hash.slice(1));
}

/* A part of a page that is still to come: scroll to it when it is there, and stop waiting when it does not come. */
function showOnceDrawn(id) {
  const watching = new MutationObserver(() => {
    const part = document.getElementById(id);
    if (!part) return;
    watching.disconnect();
    part.scrollIntoView();
  });
  watching.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watching.disconnect(), WAIT_MS);
}
