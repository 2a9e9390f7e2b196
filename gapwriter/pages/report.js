"use strict";
// The evidence of a sentence, taken from the list at the end of the page, beside the text or at the foot of a small screen.
document.documentElement.classList.add("js");
const panel = document.getElementById("panel"), body = document.getElementById("panel-body"), hint = [...body.childNodes];
let shown = null, pinned = null, closing = false;
panel.hidden = false;

const note = (ref) => document.querySelector(ref.getAttribute("href"));
const sentence = (ref) => ref.previousElementSibling;

function show(ref) {
  if (shown === ref) return;
  if (shown) { sentence(shown).classList.remove("on"); shown.removeAttribute("aria-current"); }
  shown = ref;
  panel.classList.toggle("open", Boolean(ref));
  if (!ref) { body.replaceChildren(...hint); return; }
  sentence(ref).classList.add("on");
  ref.setAttribute("aria-current", "true");
  body.replaceChildren(...[...note(ref).cloneNode(true).childNodes]);
  body.parentElement.scrollTop = 0;
}

const pointed = matchMedia("(hover: hover)").matches;
for (const ref of document.querySelectorAll(".ref")) {
  const text = sentence(ref);
  if (pointed) for (const part of [text, ref]) part.addEventListener("mouseenter", () => { if (!pinned) show(ref); });
  ref.addEventListener("focus", () => { if (!closing) show(ref); });
  for (const part of [text, ref]) part.addEventListener("click", (event) => { event.preventDefault(); pinned = pinned === ref ? null : ref; show(ref); });
}
function close() {
  const from = shown;
  pinned = null;
  show(null);
  // The focus goes back to where it came from, without opening the panel again.
  closing = true;
  if (from && document.activeElement.closest("#panel")) from.focus();
  closing = false;
}
document.querySelector(".close").addEventListener("click", close);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

// A link into the list opens it.
const facts = document.querySelector(".facts details");
addEventListener("hashchange", () => { if (location.hash.startsWith("#note-")) facts.open = true; });

// Tables sort by the column whose head is pressed; a third press brings the first order back.
for (const table of document.querySelectorAll("table[data-sort]")) {
  const rows = [...table.tBodies[0].rows], heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort"), next = now === "ascending" ? "descending" : now ? null : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      const text = (row) => row.cells[column].textContent.trim();
      const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
      const sorted = next ? rows.toSorted((one, two) => order(text(one), text(two))) : rows;
      if (next) head.setAttribute("aria-sort", next);
      table.tBodies[0].append(...(next === "descending" ? sorted.reverse() : sorted));
    });
  });
}
