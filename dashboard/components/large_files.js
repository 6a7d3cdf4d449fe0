// Tells the server of files that are larger than it takes. Streamlit refuses them in the browser, in
// a line of the field that is gone as soon as those chosen along with them are read.

const FIELD = "[data-testid='stFileUploaderDropzone']";

export default function ({ data, parentElement, setTriggerValue }) {
  const page = parentElement.ownerDocument;
  const tell = (files) => {
    const names = files.filter(({ size }) => size > data.largest).map((file) => file.path ?? nameOf(file));
    if (names.length) setTriggerValue("names", names.slice(0, data.most));
  };
  const chosen = ({ target }) => {
    if (target.type === "file" && target.closest(FIELD)) tell([...target.files]);
  };
  const dropped = ({ target, dataTransfer }) => {
    if (!target.closest?.(FIELD)) return;
    // Asked for at once: when the event is over, nothing is in it.
    const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (entries.some((entry) => entry.isDirectory)) Promise.all(entries.map(within)).then((all) => tell(all.flat()));
    else tell([...dataTransfer.files]);
  };
  // Before Streamlit itself: what is refused is known when the others are read.
  page.addEventListener("change", chosen, true);
  page.addEventListener("drop", dropped, true);
  return () => {
    page.removeEventListener("change", chosen, true);
    page.removeEventListener("drop", dropped, true);
  };
}

const nameOf = (file) => file.webkitRelativePath || file.name;

// The files of a folder, with all folders in it.
async function within(entry) {
  if (entry.isFile) {
    const file = await new Promise((found) => entry.file(found, () => found({ size: 0 })));
    return [{ size: file.size, path: entry.fullPath.slice(1) }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((read) => reader.readEntries(read, () => read([])));
    if (!some.length) return found;
    for (const each of some) found.push(...(await within(each)));
  }
}
