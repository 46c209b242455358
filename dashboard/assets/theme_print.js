/* Charts on paper: as wide as the narrower of A4 and Letter, in the colours of a light page, and back on the screen after.
A printed page names its address with its release, so that whoever holds the paper finds the same figures. */
(() => {
  const PRINTED_WIDTH = 680;

  addEventListener("beforeprint", () => {
    const place = document.getElementById("printed-address");
    if (place) {
      const address = new URL(location.href);
      address.searchParams.set("release", place.parentElement.dataset.release);
      place.textContent = address.href;
    }
    window.slowburnTheme.print(PRINTED_WIDTH);
  });
  addEventListener("afterprint", () => window.slowburnTheme.print(null));
})();
