// The pages work without this. With it they notice what others change, and are less trouble to fill in.
"use strict";

// Lead to what is wrong in a form that came back.
document.querySelector("[data-focus], [aria-invalid]")?.focus();

// A form that has been typed into is never taken away by news; one that came back was.
let typed = document.querySelector("[data-focus], [aria-invalid]") !== null;
document.addEventListener("input", (event) => { if (event.target.closest("form[method=post]")) typed = true; });
document.addEventListener("submit", (event) => {
  typed = false;
  const button = event.submitter;
  if (button && event.target.method === "post") setTimeout(() => { button.disabled = true; });
});

const { seq, agreement } = document.body.dataset;
if (seq !== undefined) {
  let source = null, last = seq, waiting = false;
  // Browsers open only six connections to a daemon: who does not look holds none of them, and hears later what came.
  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/live?after=" + last + (agreement ? "&agreement=" + agreement : ""));
    source.addEventListener("change", (event) => { last = event.lastEventId || last; notice(); });
  }
  function leave() { source?.close(); source = null; }
  function notice() {
    if (typed) { document.querySelector("[data-news]").hidden = false; return; }
    if (waiting) return;
    waiting = true;
    setTimeout(refresh, 200);
  }
  // Put the new page's main part in place of the old, and keep what was open and where the reader was.
  async function refresh() {
    waiting = false;
    // The address of a form that came back is none to ask for.
    const answer = await fetch(document.querySelector("[data-news] a").href, { headers: { "Accept": "text/html" } });
    if (!answer.ok || answer.redirected) { document.querySelector("[data-news]").hidden = false; return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = [...document.querySelectorAll("main details[open][id]")].map((detail) => detail.id);
    const focus = document.activeElement?.id;
    if (typed) return;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    open.forEach((id) => { const detail = document.getElementById(id); if (detail) detail.open = true; });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }
  listen();
  document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
}
