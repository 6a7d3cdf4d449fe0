// Takes whoever opens a menu by keyboard into it. Streamlit draws menus at the end of the page and
// leaves the focus on their buttons: what has just been opened would come after all else on it.

const CAN = "button:not([disabled]), a[href], input:not([disabled]), textarea, [tabindex='0']";
const EVERY = 50; // milliseconds between looks for what is still being drawn
const LOOKS = 20;

const done = new WeakSet();

export default function ({ parentElement }) {
  const root = parentElement.getRootNode();
  const place = root.host ?? parentElement;
  const menu = place.closest('[data-testid="stPopoverBody"]');
  if (!menu || done.has(place)) return;
  done.add(place);
  const opener = document.activeElement;
  if (!opener?.matches(":focus-visible") || menu.contains(opener)) return; // by mouse
  let waiting;
  const enter = (looks) => {
    if (document.activeElement !== opener) return; // the reader has gone on
    const first = firstIn(menu);
    if (first) first.focus();
    else if (looks) waiting = setTimeout(enter, EVERY, looks - 1);
  };
  enter(LOOKS);
  return () => clearTimeout(waiting);
}

// Files of a menu stand in a component of their own, into which no selector reaches.
function firstIn(part) {
  for (const each of part.querySelectorAll("*")) {
    if (each.matches(CAN) && each.getClientRects().length) return each;
    const inside = each.shadowRoot && firstIn(each.shadowRoot);
    if (inside) return inside;
  }
  return null;
}
