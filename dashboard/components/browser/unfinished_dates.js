// Tells the server of a date that was typed and is none, such as "21-07-20": Streamlit takes a year of
// two figures for one that is still being typed, and puts back what stood there before without a word.
// What was pressed to leave the field is not done then: it would be done with that.

const FIELD = "[data-testid='stDateInputField']";
const CALENDAR = "[data-testid='stDateInputCalendar'], [data-testid='stDateInputHeaderPickerPopover']";
const AT_ONCE = 1000; // milliseconds in which a button is let go of after it was pressed

export default function ({ parentElement, setTriggerValue }) {
  const page = parentElement.ownerDocument;
  let left = -AT_ONCE;

  const tell = (field) => {
    const typed = unfinished(field);
    if (!typed) return false;
    const label = field.closest("[data-testid='stDateInput']")?.querySelector("label")?.textContent;
    setTriggerValue("told", [label ?? "", typed]);
    return true;
  };
  const leave = (from, to) => {
    const field = from?.closest?.(FIELD);
    const stays = !field || field.contains(to) || to?.closest?.(CALENDAR);
    if (!stays && performance.now() - left > AT_ONCE && tell(field)) left = performance.now();
  };
  // Where a date stood before, a press outside puts it back before the field is left.
  const pressing = ({ target }) => {
    left = -AT_ONCE;
    leave(page.activeElement, target);
  };
  const leaving = ({ target, relatedTarget }) => leave(target, relatedTarget);
  const pressed = (event) => {
    if (performance.now() - left > AT_ONCE || !event.target.closest?.("button")) return;
    left = -AT_ONCE;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const entered = (event) => {
    const field = event.key === "Enter" && event.target.closest?.(FIELD);
    if (field && tell(field)) event.stopImmediatePropagation();
  };
  const all = { pointerdown: pressing, focusout: leaving, click: pressed, keydown: entered };
  const window = page.defaultView; // before all that listens on the page
  for (const [name, heard] of Object.entries(all)) window.addEventListener(name, heard, true);
  return () => {
    for (const [name, heard] of Object.entries(all)) window.removeEventListener(name, heard, true);
  };
}

// What was typed of a date that lacks a part, or has a year of fewer than four figures; else nothing.
function unfinished(field) {
  const parts = [...field.querySelectorAll("[role='spinbutton']")];
  const typed = parts.map((part) => (part.dataset.placeholder ? "" : part.textContent.trim()));
  const year = typed[parts.findIndex((part) => part.dataset.type === "year")] ?? "";
  if (!typed.some(Boolean) || (typed.every(Boolean) && year.length === 4)) return "";
  return typed.map((part) => part || "?").join("-");
}
