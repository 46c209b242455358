/* "Briefing…" of dashboard/native.py: asks the server for a pack, says how it stands and fetches it. */
const POLL_MS = 1000;
const POLLS = 900; // a quarter of an hour, longer than all that may wait before it

window.slowburn.Briefing = ({ id, label, ask, formats, papers, chosen, command, texts }) => {
  const { createElement: make, useRef, useState } = window.React;
  const [kinds, setKinds] = useState(chosen);
  const [paper, setPaper] = useState(papers[0].value);
  const [told, setTold] = useState({ state: "", said: "", file: "" });
  const running = useRef(false);

  const answered = async (address, options) => {
    const answer = await fetch(address, options);
    if (!(answer.headers.get("Content-Type") ?? "").includes("json")) throw new Error(answer.status);
    return answer.json();
  };
  const order = async (event) => {
    event.preventDefault();
    if (running.current) return;
    if (!kinds.length) return setTold({ state: "failed", said: texts.none });
    running.current = true;
    setTold({ state: "waiting", said: texts.waiting });
    try {
      const body = JSON.stringify({ ...ask, formats: kinds, paper });
      let now = await answered("/briefs", { method: "POST", headers: { "Content-Type": "application/json" }, body });
      for (let polls = 0; now.state === "waiting" && polls < POLLS; polls += 1) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        now = await answered(`${now.told}?lang=${ask.lang}`);
      }
      setTold(now);
      if (now.file) Object.assign(document.createElement("a"), { href: now.file, download: "" }).click();
    } catch {
      setTold({ state: "failed", said: texts.lost });
    } finally {
      running.current = false;
    }
  };
  const change = (value, isOn) => setKinds(formats.map((one) => one.value).filter((one) => (one === value ? isOn : kinds.includes(one))));
  const box = ({ value, label }) =>
    make(
      "label",
      { key: value },
      make("input", { type: "checkbox", checked: kinds.includes(value), onChange: (event) => change(value, event.target.checked) }),
      make("span", null, label),
    );
  const button = ({ value, label }) =>
    make(
      "label",
      { key: value },
      make("input", { type: "radio", name: `${id}-paper`, checked: paper === value, onChange: () => setPaper(value) }),
      make("span", null, label),
    );
  const waits = told.state === "waiting";
  const whole = [command, `--to ${kinds.join(",")}`, ...(paper === papers[0].value ? [] : [`--paper ${paper}`])].join(" ");
  return make(
    "details",
    { id, className: "briefing" },
    make("summary", null, label),
    make(
      "form",
      { onSubmit: order, "aria-busy": waits },
      make("fieldset", null, make("legend", null, texts.formats), make("div", { className: "boxes" }, formats.map(box))),
      make("fieldset", null, make("legend", null, texts.paper), make("div", { className: "boxes" }, papers.map(button))),
      make("button", { type: "submit", "aria-disabled": waits }, texts.make),
      make("p", { role: "status", className: `told ${told.state}` }, told.said, told.file && " ", told.file && make("a", { href: told.file, download: "" }, texts.fetch)),
    ),
    make("p", null, texts.command),
    make("pre", { tabIndex: 0 }, make("code", null, whole)),
  );
};
