// Draws an article's paragraphs with marks. The text comes from anywhere: it is only ever
// set as textContent, so no markup in it can come alive.

function drawPiece(piece, choose) {
  const sentence = piece.lit ? " lit" : "";
  if (piece.facts.length === 0) {
    const span = document.createElement("span");
    span.className = "piece" + sentence;
    span.textContent = piece.text;
    return span;
  }
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = ["mark", piece.number ? "number" : "trigger", "c-" + piece.colour].join(" ") +
    sentence + (piece.chosen ? " chosen" : "") + (piece.faded ? " faded" : "") +
    (piece.rejected ? " rejected" : "");
  mark.textContent = piece.text;
  mark.title = piece.title;
  mark.dataset.facts = piece.facts.join(" ");
  if (!piece.rejected) mark.setAttribute("aria-pressed", String(piece.chosen));
  mark.setAttribute("aria-label", piece.text + ": " + piece.title);
  mark.onclick = () => choose(piece.facts);
  return mark;
}

function drawParagraph(paragraph, headline, choose) {
  const block = document.createElement(paragraph.kind === "headline" ? headline : "p");
  block.className = paragraph.kind;
  block.replaceChildren(...paragraph.pieces.map((piece) => drawPiece(piece, choose)));
  return block;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".passage");
  if (!root || !data) return;
  const focused = parentElement.activeElement?.dataset?.facts;
  root.className = "passage " + data.size;
  root.setAttribute("aria-label", data.label);
  const headline = data.size === "article" ? "h1" : "h2";
  root.replaceChildren(
    ...data.paragraphs.map((paragraph) =>
      drawParagraph(paragraph, headline, (facts) => {
        root.dataset.clicked = "yes";
        setTriggerValue("chosen", facts);
      })
    )
  );
  const again = focused &&
    [...root.querySelectorAll(".mark")].find((mark) => mark.dataset.facts === focused);
  if (again) again.focus({ preventScroll: true });

  // A choice made elsewhere on the page is brought into sight; one made here already is. On a chart
  // it must not scroll away what was clicked: there the reader asks to be led here.
  const chosen = root.querySelector(".chosen");
  const now = data.chosen ?? "";
  const before = root.dataset.shown;
  const elsewhere = now !== before && root.dataset.clicked !== "yes" && !data.stay;
  const led = String(data.led) !== (root.dataset.led ?? String(data.led));
  if (chosen && (led || (elsewhere && (data.follow || before !== undefined)))) {
    requestAnimationFrame(() => bringIntoSight(chosen, led));
  }
  root.dataset.shown = now;
  root.dataset.led = data.led;
  root.dataset.clicked = "no";
}

function bringIntoSight(mark, led) {
  if (led && document.activeElement?.matches(":focus-visible")) mark.focus({ preventScroll: true });
  const { top, bottom } = mark.getBoundingClientRect();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (top < 60 || bottom > window.innerHeight) {
    mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
}
