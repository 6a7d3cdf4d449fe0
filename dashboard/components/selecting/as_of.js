// The slider of days: drag it, type in it, or let it play. Days on which nothing was published
// pass without a run of the page; before each other day the page has caught up with the last, and
// its charts with the page. What it says is the day of the page around it; a chart says its own.

const DAY = 86_400_000;
const QUIET = 45; // milliseconds that a day without news takes
const PACE = 220; // and a day with news, at least
const REST = 150; // of which the whole page shows it, at least
const LOOK = 20; // between two looks at whether the charts show it
const LATE = 4000; // after so long a day counts as drawn, or a lost answer would stop the play
const SETTLE = 160; // without movement before a dragged day is asked for

const kept = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".as-of");
  if (!root || !data) return;
  const state = kept.get(root) ?? { playing: false, shown: null };
  kept.set(root, state);
  Object.assign(state, { data, send: setTriggerValue, root });
  build(state);
  const at = indexOf(state, data.day);
  if (!state.playing && !state.waiting) show(state, at);
  if (state.playing && state.asked === at) {
    tell(state, at); // where the head of the page does not
    whenDrawn(state, at);
  }
  if (!state.playing && state.waiting && state.asked === at) state.waiting = null;
  return () => {
    if (root.isConnected) return;
    clearTimeout(state.timer);
    state.head?.disconnect();
    state.playing = false;
  };
}

function indexOf({ data }, day) {
  return day ? Math.round((Date.parse(day) - Date.parse(data.first)) / DAY) : data.counts.length - 1;
}

function dayAt({ data }, index) {
  return new Date(Date.parse(data.first) + index * DAY).toISOString().slice(0, 10);
}

function words(state, index) {
  const day = new Date(Date.parse(state.data.first) + index * DAY);
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function build(state) {
  const { root, data } = state;
  const form = JSON.stringify([data.first, data.counts]);
  const input = root.querySelector("input");
  const play = root.querySelector(".play");
  root.querySelector(".latest").onclick = () => { stop(state); ask(state, data.counts.length - 1, "settled"); };
  play.onclick = () => (state.playing ? pause(state) : start(state));
  input.oninput = () => dragged(state);
  input.onchange = () => dragged(state, 0);
  if (state.form === form) return;
  state.form = form;
  input.max = data.counts.length - 1;
  input.setAttribute("aria-label", "As of which day");
  const most = Math.max(1, ...data.counts);
  root.querySelector(".bars").replaceChildren(...data.counts.map((count) => {
    const bar = document.createElement("i");
    bar.style.height = count ? `${15 + 85 * Math.sqrt(count / most)}%` : "0";
    return bar;
  }));
  root.querySelector(".months").replaceChildren(...months(state));
}

function months(state) {
  const last = state.data.counts.length - 1;
  const marks = [];
  for (let index = 0; index <= last; index++) {
    const day = new Date(Date.parse(state.data.first) + index * DAY);
    if (day.getUTCDate() !== 1) continue;
    const mark = document.createElement("span");
    mark.textContent = day.toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" });
    mark.style.left = `${(100 * index) / (last + 1)}%`;
    marks.push(mark);
  }
  return marks;
}

// While it plays the thumb goes ahead of the page; the words stay with what the page shows.
function glide(state, index) {
  state.shown = index;
  state.root.querySelector("input").value = index;
}

function show(state, index) {
  glide(state, index);
  tell(state, index);
}

function tell(state, index) {
  if (state.told === index && state.toldForm === state.form) return;
  state.told = index;
  state.toldForm = state.form;
  const { root, data } = state;
  const input = root.querySelector("input");
  input.setAttribute("aria-valuetext", words(state, index));
  root.querySelector("output").textContent = words(state, index);
  root.querySelector(".latest").disabled = index === data.counts.length - 1;
  [...root.querySelector(".bars").children].forEach((bar, day) => bar.classList.toggle("known", day <= index));
  label(state);
}

// The words change in the same frame as the head of the page, which says the day, too, and comes
// with the cards; what is drawn by a component, and charts, comes later.
function tellWithHead(state, index) {
  const head = document.querySelector(".st-key-page-head");
  state.head?.disconnect();
  if (!head) return;
  const said = new RegExp(`(^|\\D)${words(state, index)}`);
  state.head = new MutationObserver((_, watching) => {
    if (!said.test(head.textContent)) return;
    watching.disconnect();
    if (state.playing && state.asked === index) tell(state, index);
  });
  state.head.observe(head, { subtree: true, childList: true, characterData: true });
}

function label(state) {
  state.root.classList.toggle("playing", state.playing);
  const say = state.playing ? "Pause" : "Play from day to day";
  const button = state.root.querySelector(".play");
  button.title = say;
  button.setAttribute("aria-label", say);
}

function dragged(state, after = SETTLE) {
  stop(state);
  const index = Number(state.root.querySelector("input").value);
  show(state, index);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => ask(state, index, "settled"), after);
  state.waiting = true;
}

function ask(state, index, how) {
  clearTimeout(state.timer);
  if (how === "settled" && state.asked === index && indexOf(state, state.data.day) === index && !state.played) {
    state.waiting = null;
    return;
  }
  state.played = how === "playing";
  state.asked = index;
  state.waiting = true;
  if (state.played) glide(state, index);
  else show(state, index);
  const latest = index === state.data.counts.length - 1;
  state.send("chosen", { day: latest && how === "settled" ? null : dayAt(state, index), how });
}

function start(state) {
  state.playing = true;
  if (state.shown >= state.data.counts.length - 1) glide(state, 0);
  label(state);
  step(state);
}

function pause(state) {
  stop(state);
  ask(state, state.shown, "settled");
}

function stop(state) {
  clearTimeout(state.timer);
  clearTimeout(state.late);
  clearTimeout(state.look);
  state.playing = false;
  label(state);
}

function step(state) {
  if (!state.playing || !state.root.isConnected) return;
  const last = state.data.counts.length - 1;
  if (state.shown >= last) return pause(state);
  const next = state.shown + 1;
  if (!state.data.counts[next] && next < last) {
    glide(state, next);
    state.timer = setTimeout(() => step(state), QUIET);
    return;
  }
  state.since = performance.now();
  tellWithHead(state, next);
  ask(state, next, "playing");
  state.late = setTimeout(() => caughtUp(state), LATE);
}

// Charts are drawn after what stands around them.
function whenDrawn(state, index) {
  clearTimeout(state.look);
  if (!state.playing || state.asked !== index) return;
  const day = dayAt(state, index);
  const charts = [...document.querySelectorAll(".live-chart")];
  if (charts.every((chart) => chart.dataset.day === day)) return caughtUp(state);
  state.look = setTimeout(() => whenDrawn(state, index), LOOK);
}

function caughtUp(state) {
  clearTimeout(state.late);
  clearTimeout(state.look);
  if (state.waiting === null) return;
  state.waiting = null;
  tell(state, state.asked);
  const rest = Math.max(REST, PACE - (performance.now() - state.since));
  clearTimeout(state.timer);
  state.timer = setTimeout(() => step(state), rest);
}
