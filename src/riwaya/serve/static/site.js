"use strict";
// Adds to pages that are whole without it: the panel gives focus back, the matrix is walked by arrows, news arrives quietly.
(() => {
  const rtl = document.documentElement.dir === "rtl";
  let opener = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.stance, .lead .ref");
    if (link) opener = link;
  });
  addEventListener("hashchange", () => {
    const panel = document.querySelector(".panel:target");
    if (panel) panel.focus();
    else if (opener) { opener.focus(); opener = null; }
  });
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = event.target.closest("input, select, textarea");
    const panel = document.querySelector(".panel:target");
    if (event.key === "Escape" && panel) { location.hash = panel.querySelector(".close").hash; return; }
    if (event.key === "Escape") document.querySelectorAll(".settings[open]").forEach((one) => one.removeAttribute("open"));
    if (event.key === "/" && !typing) { event.preventDefault(); document.querySelector(".find input").focus(); return; }
    if (event.key === "o" && !typing) { const kept = document.querySelector("details.kept"); if (kept) { kept.open = !kept.open; kept.scrollIntoView(); } return; }
    const cell = event.target.closest(".matrix td, .carried td");
    if (!cell) return;
    const row = cell.parentElement, at = cell.cellIndex, rows = [...row.parentElement.rows];
    const step = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[event.key];
    let link = null;
    if (step) for (let next = at + step; !link && row.cells[next]; next += step) link = row.cells[next].querySelector("a");
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (down) for (let next = rows.indexOf(row) + down; !link && rows[next]; next += down) link = rows[next].cells[at] && rows[next].cells[at].querySelector("a");
    if (link) { event.preventDefault(); link.focus(); }
  });
  document.querySelectorAll(".print").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });

  const news = document.querySelector("[data-news]");
  if (!news) return;
  let count = 0;
  const source = new EventSource("/events");
  addEventListener("pagehide", () => source.close());
  source.addEventListener("stories", (event) => {
    count += Number(event.data) || 0;
    news.hidden = false;
    news.querySelector("[data-count]").textContent = count ? ` (${count})` : "";
  });
  news.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const held = document.querySelector("[data-live]"), place = fresh.querySelector("[data-live]");
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest("[data-story]");
    const offset = top ? top.getBoundingClientRect().top : 0;
    if (held && place) held.replaceWith(place);
    const again = top && document.querySelector(`[data-story="${CSS.escape(top.dataset.story)}"]`);
    if (again) scrollBy(0, again.getBoundingClientRect().top - offset);
    count = 0;
    news.hidden = true;
  });
})();
