/* Which country does the reader look from? The address says it; one without is completed from what was chosen last. */
window.slowburnReader = (() => {
  const KEY = "slowburn.country";
  const CODE = /^[A-Z]{3}$/;
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // a browser that keeps nothing still shows everything
    }
  };
  const remember = (country) => {
    try {
      country ? localStorage.setItem(KEY, country) : localStorage.removeItem(KEY);
    } catch {
      return;
    }
  };
  const address = new URL(location.href);
  const asked = address.searchParams.get("for");
  if (asked === null && CODE.test(kept() ?? "")) {
    address.searchParams.set("for", kept());
    history.replaceState(history.state, "", address);
  }
  return { remember };
})();
