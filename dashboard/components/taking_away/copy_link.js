// Copies a link. Browsers give the clipboard only to pages on https or localhost and only after
// a click; elsewhere the link is put into a field, selected.

const SHOWN = 2000;

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".copy");
  if (!root || !data) return;
  const [button, field, said] = ["button", ".field", ".said"].map((name) => root.querySelector(name));
  const label = root.querySelector(".label");
  const rest = () => {
    root.classList.remove("copied");
    label.textContent = data.label;
    said.textContent = "";
  };
  if (field.value !== data.link) {
    field.value = data.link;
    field.hidden = true;
    rest();
  }
  button.title = data.of;
  button.setAttribute("aria-label", data.of);
  field.setAttribute("aria-label", "The link. Press Ctrl+C to copy it");
  field.onblur = () => (field.hidden = true);
  button.onclick = async () => {
    clearTimeout(root.waiting);
    if (!(await copied(data.link))) {
      field.hidden = false;
      field.focus();
      field.select();
      return;
    }
    root.classList.add("copied");
    if (data.label) label.textContent = "Copied";
    said.textContent = "Link copied";
    root.waiting = setTimeout(rest, SHOWN);
  };
  if (!root.classList.contains("copied")) label.textContent = data.label;
  return () => clearTimeout(root.waiting);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
