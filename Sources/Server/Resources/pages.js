// The pages work without this. With it they notice what others change, and are less trouble to fill in.
"use strict";

// Lead to what is wrong in a form that came back.
document.querySelector("[data-focus], [aria-invalid]")?.focus();

// A form that has been typed into is never taken away by news.
let typed = false;
document.addEventListener("input", (event) => { if (event.target.closest("form[method=post]")) typed = true; });
document.addEventListener("submit", (event) => {
  typed = false;
  const button = event.submitter;
  if (button && event.target.method === "post") setTimeout(() => { button.disabled = true; });
});

const { seq, agreement } = document.body.dataset;
if (seq !== undefined) {
  const source = new EventSource("/live?after=" + seq + (agreement ? "&agreement=" + agreement : ""));
  let waiting = false;
  source.addEventListener("change", () => {
    if (typed) { document.querySelector("[data-news]").hidden = false; return; }
    if (waiting) return;
    waiting = true;
    setTimeout(refresh, 200);
  });
  // Put the new page's main part in place of the old, and keep what was open and where the reader was.
  async function refresh() {
    waiting = false;
    const answer = await fetch(location.href, { headers: { "Accept": "text/html" } });
    if (!answer.ok || answer.redirected) { document.querySelector("[data-news]").hidden = false; return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = [...document.querySelectorAll("main details[open][id]")].map((detail) => detail.id);
    const focus = document.activeElement?.id;
    if (typed) return;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    open.forEach((id) => { const detail = document.getElementById(id); if (detail) detail.open = true; });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }
  addEventListener("pagehide", () => source.close());
}
