/* Goes to the part of a page that an address names: the browser looks for it before the page has been drawn. */
(() => {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!wanted) return;
  const watch = new MutationObserver(() => {
    const part = document.getElementById(wanted);
    if (!part) return;
    watch.disconnect();
    part.scrollIntoView();
  });
  watch.observe(document, { childList: true, subtree: true });
})();
