// Tells the server of files that are larger than it takes, and of those of a folder whose names have no
// ending, which a field for folders leaves out without a word. Streamlit refuses the large ones in the
// browser, in a line of the field that is gone as soon as those chosen along with them are read. Told before that,
// the server would start another run, at whose start Streamlit drops the addresses that it was about
// to answer the others' upload with. It is also where files get the names that they are sent with.

const FIELD = "[data-testid='stFileUploaderDropzone']";

const NO_ENDING = /^(?:[^./][^/]*\/)*[^./]+$/; // nor are its folders hidden

const waiting = new Map(); // whether they are of a folder, and large, by name
let field;

export default function ({ data, parentElement, setTriggerValue }) {
  const tell = () => {
    if (waiting.size) setTriggerValue("names", [...waiting].slice(0, data.most).map((each) => each.flat()));
    waiting.clear();
  };
  if (field !== data.field) tell();
  field = data.field;
  const page = parentElement.ownerDocument;
  const keep = (files, isFolder) => {
    for (const file of files) {
      const name = file.path ?? nameOf(file);
      const isLarge = file.size > data.largest;
      if (isLarge || (isFolder && NO_ENDING.test(name))) waiting.set(name, [isFolder, isLarge]);
    }
    // Nothing is sent, so the field stays.
    if (isFolder && !files.some((file) => data.endings.some((ending) => endsIn(file, ending)))) tell();
  };
  const chosen = ({ target }) => {
    if (target.type === "file" && target.closest(FIELD)) keep([...target.files], target.webkitdirectory);
  };
  const dropped = ({ target, dataTransfer }) => {
    const place = target.closest?.(FIELD);
    if (!place) return;
    const isFolder = place.querySelector("input[webkitdirectory]") !== null;
    // Asked for at once: when the event is over, nothing is in it.
    const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) keep([...dataTransfer.files], isFolder);
    else Promise.all(entries.map(within)).then((all) => keep(all.flat(), isFolder));
  };
  page.addEventListener("change", chosen, true);
  page.addEventListener("drop", dropped, true);
  return () => {
    page.removeEventListener("change", chosen, true);
    page.removeEventListener("drop", dropped, true);
  };
}

// Files of a folder that is dropped are named with their folders, as those of one that is chosen:
// which of them belong to a saved page, only its folder's name tells. What reads the drop for Streamlit
// notes where a file stood as its path, of which browsers know nothing.
const chosenPath = Object.getOwnPropertyDescriptor(File.prototype, "webkitRelativePath");
Object.defineProperty(File.prototype, "webkitRelativePath", {
  ...chosenPath,
  get() {
    const path = String(this.path ?? "").replace(/^\.?\//, "");
    return chosenPath.get.call(this) || (path.includes("/") ? path : "");
  },
});

const endsIn = (file, ending) => (file.path ?? nameOf(file)).toLowerCase().endsWith(ending);

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
