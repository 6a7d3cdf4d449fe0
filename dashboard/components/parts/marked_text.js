// Draws an article's paragraphs with marks. The text comes from anywhere: it is only ever
// set as textContent, so no markup in it can come alive.

// The text of an article and what is chosen in it come as two components, so that the text need not
// be sent again with each choice. Whichever is drawn last puts them together.
const texts = new Map(); // what each text is drawn in, by its name
const choices = new Map(); // the last choice told for each
const shown = new Map(); // what was chosen in each, and on which page

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data) return;
  const { of: name, choice } = data;
  if (choice) choices.set(name, choice);
  const root = data.paragraphs && parentElement.querySelector(".passage");
  if (root) {
    drawText(root, data, (facts) => setTriggerValue("chosen", facts));
    texts.set(name, root);
  }
  if (texts.has(name) && choices.has(name)) choose(name, texts.get(name), choices.get(name));
  return () => {
    if (root && texts.get(name) === root) texts.delete(name);
    if (choice && choices.get(name) === choice) choices.delete(name);
  };
}

function drawText(root, data, chosen) {
  const focused = root.getRootNode().activeElement?.dataset?.facts;
  root.className = "passage " + data.size;
  root.setAttribute("aria-label", data.label);
  root.pieces = [];
  root.replaceChildren(
    ...data.paragraphs.map(({ kind, pieces }) => {
      const block = document.createElement(kind === "headline" ? data.heading : "p");
      block.className = kind;
      block.replaceChildren(...pieces.map((piece) => drawPiece(root, piece, chosen)));
      return block;
    })
  );
  const again = focused &&
    [...root.querySelectorAll(".mark")].find((mark) => mark.dataset.facts === focused);
  if (again) again.focus({ preventScroll: true });
}

function drawPiece(root, piece, chosen) {
  const element = document.createElement(piece.facts.length ? "button" : "span");
  root.pieces.push({ element, piece });
  element.append(...breakable(piece.text));
  element.className = piece.facts.length ? look(piece) : "piece";
  if (!piece.facts.length) return element;
  element.type = "button";
  element.title = piece.title;
  element.dataset.facts = piece.facts.join(" ");
  if (!piece.rejected) element.setAttribute("aria-pressed", "false");
  element.setAttribute("aria-label", piece.text + ": " + piece.title);
  element.onclick = () => {
    if (!piece.rejected) root.dataset.clicked = "yes";
    chosen(piece.facts);
  };
  return element;
}

// A browser looks at all of a word again for each line that it breaks it into: a megabyte without a
// blank would have it stand still for a minute. Where it may break it, it begins anew.
function breakable(text) {
  const parts = text.split(/(\S{100})(?=\S{100})/u).filter(Boolean);
  return parts.flatMap((part, at) => (at ? [document.createElement("wbr"), part] : [part]));
}

function look({ number, colour, faded, rejected }) {
  return ["mark", number ? "number" : "trigger", "c-" + colour].join(" ") +
    (faded ? " faded" : "") + (rejected ? " rejected" : "");
}

// A mark that several facts share looks as the chosen one of them does.
function choose(name, root, choice) {
  const lit = new Set(choice.lit), marks = new Set(choice.marks);
  root.pieces.forEach(({ element, piece }, at) => {
    if (piece.facts.length) {
      const { number, colour } = marks.has(at) ? choice : piece;
      element.className = look({ ...piece, number, colour });
      if (!piece.rejected) element.setAttribute("aria-pressed", String(marks.has(at)));
    }
    element.classList.toggle("lit", lit.has(at));
    element.classList.toggle("chosen", marks.has(at));
  });
  if (root.told === choice) return; // the text was drawn again, and this is not the news of a click
  root.told = choice;

  // A choice made elsewhere on the page is brought into sight; one made here already is. On a chart
  // it must not scroll away what was clicked: there the reader asks to be led here.
  const chosen = root.querySelector(".chosen");
  const now = choice.chosen ?? "";
  const before = root.dataset.shown ?? shownAgain(name, now);
  const elsewhere = now !== before && root.dataset.clicked !== "yes" && !choice.stay;
  const led = String(choice.led) !== (root.dataset.led ?? String(choice.led));
  if (chosen && (led || (elsewhere && (choice.follow || before !== undefined)))) {
    requestAnimationFrame(() => bringIntoSight(chosen, led));
  }
  root.dataset.shown = now;
  shown.set(name, { now, page: location.pathname });
  root.dataset.led = choice.led;
  root.dataset.clicked = "no";
}

// A text that something above it has moved is drawn as if the page were opened, and is not.
function shownAgain(name, now) {
  for (const [text, { page }] of shown) if (page !== location.pathname) shown.delete(text);
  return shown.get(name)?.now === now ? now : undefined;
}

function bringIntoSight(mark, led) {
  if (led && document.activeElement?.matches(":focus-visible")) mark.focus({ preventScroll: true });
  const { top, bottom } = mark.getBoundingClientRect();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (top < 60 || bottom > window.innerHeight) {
    mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
}
