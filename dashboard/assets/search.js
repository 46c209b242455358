/* Fills the suggestions of the search box when a reader first goes there; without it the box still works. */
document.addEventListener("focusin", async (event) => {
  const box = event.target;
  const list = box.list;
  if ((box.id !== "search" && box.id !== "add") || !list || list.childElementCount) return;
  const answer = await fetch(`/names.json?lang=${document.documentElement.lang}`);
  if (!answer.ok || list.childElementCount) return;
  list.append(...(await answer.json()).map((name) => new Option("", name)));
});
