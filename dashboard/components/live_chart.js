// A chart of plotly.js that stays while its figure changes. The figure comes as deflated JSON.

const kept = new WeakMap();
const loading = new Map();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".live-chart");
  if (!root || !data) return;
  const state = kept.get(root) ?? { drawing: Promise.resolve() };
  kept.set(root, state);
  state.send = setTriggerValue;
  root.setAttribute("aria-label", data.alt);
  const leave = () => {
    if (!root.isConnected && state.drawn) window.Plotly.purge(root);
  };
  if (state.figure === data.figure) return leave;
  state.figure = data.figure;
  root.style.minHeight = `${data.height}px`;
  // One after the other, and of those that wait only the last.
  state.drawing = state.drawing.then(() => draw(root, state, data)).catch((error) => fail(root, state, error));
  return leave;
}

async function draw(root, state, data) {
  if (state.figure !== data.figure) return;
  const [figure] = await Promise.all([unpacked(data.figure), script(data.plotly)]);
  figure.layout.clickmode = "event"; // what stands out is in the figure
  // Given a configuration again, plotly.js starts anew and forgets how far the reader zoomed in.
  const config = JSON.stringify(data.config);
  const own = state.config === config ? [] : [data.config];
  await window.Plotly.react(root, figure.data, figure.layout, ...own);
  state.config = config;
  if (state.drawn) return;
  state.drawn = true;
  root.on("plotly_click", ({ points }) => {
    const said = points.map((point) => point.customdata).find((each) => each?.length);
    if (said) state.send("picked", [...said]);
  });
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

function script(address) {
  if (window.Plotly) return Promise.resolve();
  if (!loading.has(address)) {
    loading.set(address, new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = () => {
        loading.delete(address);
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.append(element);
    }));
  }
  return loading.get(address);
}

function fail(root, state, error) {
  console.error(error);
  if (state.drawn) window.Plotly.purge(root);
  Object.assign(state, { drawn: false, config: null, figure: null });
  const said = document.createElement("p");
  said.textContent = "The chart could not be drawn. Reload the page to try again.";
  root.replaceChildren(said);
}
