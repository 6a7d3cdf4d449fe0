// A chart of plotly.js that stays while its figure changes. The figure comes as JSON, deflated if it
// is long, with references to parts of the reference figure, which the browser keeps.

const kept = new WeakMap();
const loading = new Map();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".live-chart");
  if (!root || !data) return;
  const state = kept.get(root) ?? { drawing: Promise.resolve() };
  kept.set(root, state);
  state.send = setTriggerValue;
  state.answered = performance.now();
  root.setAttribute("aria-label", data.alt);
  const leave = () => {
    if (!root.isConnected && state.drawn) window.Plotly.purge(root);
  };
  const list = root.parentElement.querySelector(".chart-marks");
  list.id = `${data.name}-marks`;
  list.setAttribute("aria-label", data.marks);
  state.day = data.day;
  Object.assign(state, { caption: data.caption, image: data.config.toImageButtonOptions });
  if (state.figure === data.figure) {
    tellChosen(list, data.chosen);
    state.drawing.then(() => tellDay(root, state, data));
    return leave;
  }
  state.figure = data.figure;
  root.style.minHeight = `${data.height}px`;
  // One after the other, and of those that wait only the last.
  state.drawing = state.drawing
    .then(() => draw(root, state, data))
    .then(() => state.drawn && listMarks(root, list, state))
    .then(() => tellChosen(list, data.chosen))
    .catch((error) => fail(root, state, error))
    .then(() => tellDay(root, state, data));
  return leave;
}

// Which day is in sight, for the slider that goes on to the next one then.
function tellDay(root, state, { day }) {
  if (state.day === day) root.dataset.day = day;
}

async function draw(root, state, data) {
  if (state.figure !== data.figure) return;
  const [figure] = await Promise.all([composed(data), window.Plotly || once(data.plotly, script)]);
  if (!state.drawn) await turn(root);
  keepNear(root, state, figure);
  // Given a configuration again, plotly.js starts anew and forgets how far the reader zoomed in.
  const config = JSON.stringify(data.config);
  const own = state.config === config ? [] : [withCamera(data.config, root, state)];
  await window.Plotly.react(root, figure.data, figure.layout, ...own);
  state.config = config;
  if (state.drawn) return;
  state.drawn = true;
  watchZoom(root, state);
  root.on("plotly_click", ({ points }) => {
    const said = points.map((point) => point.customdata).find((each) => each?.length);
    if (said) choose(root, state, said);
  });
}

// Charts of a page that opens are drawn from its top, but none waits long for the one above.
async function turn(root) {
  const all = [...document.querySelectorAll(".live-chart")];
  const above = all[all.indexOf(root) - 1];
  if (!above) return;
  if (!kept.has(above)) await pause(0); // it is shown in the same moment
  await Promise.race([kept.get(above)?.drawing, pause(1000)]);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// The figure in full. Every step that has to wait for something waits for all else that the page
// draws, so nothing here waits for what is there already.
async function composed({ figure: sent, reference, shapes }) {
  const [short, shared, collection] = await Promise.all([
    sent.startsWith("{") ? JSON.parse(sent) : unpacked(sent),
    reference && once(reference, json),
    shapes && once(shapes, json),
  ]);
  const figure = whole(short, shared);
  for (const trace of figure.data) if (trace.geojson) trace.geojson = collection;
  return figure;
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

// A part with its references replaced by copies of what they name: plotly.js changes what it draws.
function whole(part, reference) {
  if (part === null || typeof part !== "object") return part;
  if (Array.isArray(part)) return part.map((each) => whole(each, reference));
  if (part.$ref) {
    const names = part.$ref.split("/").slice(1);
    return structuredClone(names.reduce((at, name) => at[name], reference));
  }
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, whole(each, reference)]));
}

// What an address gives, loaded once; after a failure again when it is next wanted.
function once(address, load) {
  if (!loading.has(address)) {
    const loaded = load(address);
    loaded.catch(() => loading.delete(address));
    loading.set(address, loaded);
  }
  return loading.get(address);
}

// The JSON of an address.
async function json(address) {
  const early = await askedEarly(address);
  if (early) return early;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} could not be loaded`);
  return answer.json();
}

// A script of an address, plotly.js.
async function script(address) {
  await askedEarly(address);
  if (window.Plotly) return;
  await new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => {
      element.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    element.src = address;
    document.head.append(element);
  });
}

// What plotly_early.js has got from an address, if it asked for it and did not fail.
function askedEarly(address) {
  const named = [...document.querySelectorAll("link")].find(({ href }) => href === address);
  return named?.loaded?.catch(() => null);
}

function fail(root, state, error) {
  console.error(error);
  if (state.drawn) window.Plotly.purge(root);
  Object.assign(state, { drawn: false, config: null, figure: null });
  const said = document.createElement("p");
  said.textContent = "The chart could not be drawn. Reload the page to try again.";
  root.replaceChildren(said);
  root.parentElement.querySelector(".chart-marks").hidden = true;
}
