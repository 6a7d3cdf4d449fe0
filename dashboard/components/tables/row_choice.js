// Chooses the row of a table that is clicked, or on which Enter or the space bar is pressed.
//
// Streamlit's table itself chooses a row only by the box before it. Told to choose by cell, it would
// take the cell that it marks whenever it gets the focus, by Tab or a tap on its head, for a choice.
// Its own key for the row of the marked cell does the same as the box.

const GRID = "canvas[data-testid='data-grid-canvas']";
const BOX = 32; // pixels of the boxes before rows, up to a hundred
const ROWS = [[10_000, 48], [1_000, 44], [100, 36]]; // above which boxes are wider

export default function ({ data, parentElement }) {
  const page = parentElement.ownerDocument;
  const ours = (target) => target.closest?.(`.st-key-${CSS.escape(data.table)} .stDataFrameGlideDataEditor`);
  const gridOf = (target) => ours(target)?.closest("[role=region]").querySelector(GRID);
  const clicked = (event) => {
    const grid = gridOf(event.target);
    // Only then is the cell marked that was clicked.
    if (grid && event.target.matches(".dvn-scroller") && isCell(event, event.target, grid)) {
      setTimeout(toggle, 0, grid);
    }
  };
  const pressed = (event) => {
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const grid = event.target.closest?.(GRID) && gridOf(event.target);
    if (!grid || !plain || ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(grid);
  };
  const focused = ({ target }) => {
    if (target.matches(GRID) && target.matches(":focus-visible") && ours(target)) startAtChosen(target);
  };
  const listening = { click: clicked, keydown: pressed, focusin: focused };
  for (const [name, act] of Object.entries(listening)) page.addEventListener(name, act, true);
  return () => {
    for (const [name, act] of Object.entries(listening)) page.removeEventListener(name, act, true);
  };
}

function toggle(grid) {
  const key = { key: " ", keyCode: 32, shiftKey: true, bubbles: true, cancelable: true };
  grid.dispatchEvent(new KeyboardEvent("keydown", key));
}

// Whether there is a cell where somebody clicked, and not the head, a box or nothing.
function isCell(event, scroller, grid) {
  const [wide, high] = scroller.querySelectorAll(".dvn-stack > div");
  const frame = scroller.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const rows = grid.querySelector("table").ariaRowCount ?? 0;
  const box = ROWS.find(([more]) => rows - 1 > more)?.[1] ?? BOX;
  const head = grid.nextElementSibling.clientHeight; // drawn apart
  return (
    x > box && x < Math.min(scroller.clientWidth, wide.offsetWidth - scroller.scrollLeft) &&
    y > head && y < Math.min(scroller.clientHeight, high.offsetHeight - scroller.scrollTop)
  );
}

// Where a row is chosen the table marks no cell, and without one its keys do nothing.
function startAtChosen(grid) {
  const row = grid.querySelector("tbody tr[aria-selected=true]");
  if (!row || grid.querySelector("td[aria-selected=true]")) return;
  row.cells[0].focus();
  grid.focus();
}
