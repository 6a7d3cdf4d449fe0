// Stands behind the script of a chart: its marks for those who have no pointer.
//
// One stop of the Tab key is a list of all marks that can be chosen. Arrows go through them, each
// with a ring around it and the words that a pointer would read; Enter chooses, as a click does. On a
// map an arrow leads to the nearest mark in its direction, and the page keys through the list.

const TEN = 10;
const ASIDE = 2; // how much further aside than ahead something may lie that still is in a direction
const HELD = 2500; // milliseconds in which the page shows what was chosen, once the app has answered
const LONGEST = 30000; // milliseconds that are waited for an answer
const BREAKS = /<br\s*\/?>/g;

// Takes in what a chart shows now; the reader stays on the mark they are on, if it is still there.
function listMarks(root, list, state) {
  state.marks = marksOf(root);
  state.at = Math.max(0, whereWas(state));
  list.hidden = !state.marks.length;
  if (list.matches(":focus")) point(root, list, state);
  if (list.onkeydown) return;
  list.onkeydown = (event) => press(event, root, list, state);
  list.onfocus = () => point(root, list, state);
  list.onblur = () => state.ring?.remove();
}

// The words of a mark that several sources tell are those of the one chosen, so they change with it;
// what it stands for does not.
function whereWas({ marks, mark }) {
  const same = marks.findIndex(({ id }) => id === mark?.id);
  return same >= 0 ? same : marks.findIndex(({ said }) => `${said}` === `${mark?.said}`);
}

// Keeps a chart where it is while the page around it shows what was chosen on it: what stands above
// may become longer or shorter, and the mark would slip away from below the pointer.
function holdStill(root, state) {
  const page = root.closest('[data-testid="stMain"]');
  if (!page) return;
  const top = root.getBoundingClientRect().top;
  state.answered = performance.now() + LONGEST; // at the latest: live_chart.js says when it is
  const leave = new AbortController();
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(act, () => leave.abort(), { signal: leave.signal, passive: true, capture: true });
  }
  const hold = () => {
    if (leave.signal.aborted || !root.isConnected) return;
    page.scrollTop += root.getBoundingClientRect().top - top;
    if (performance.now() < state.answered + HELD) requestAnimationFrame(hold);
    else leave.abort();
  };
  requestAnimationFrame(hold);
}

// Says what has been chosen on this chart to those who cannot see it.
function tellChosen(list, chosen) {
  const told = list.parentElement.querySelector(".chosen-mark");
  if (told.textContent !== chosen) told.textContent = chosen;
}

function press(event, root, list, state) {
  if (event.ctrlKey || event.metaKey || event.altKey || !state.marks.length) return;
  const { marks, at } = state;
  const last = marks.length - 1;
  const map = root.layout.geo;
  const leap = map ? 1 : TEN;
  const to = {
    ArrowRight: () => (map ? towards(root, marks, at, [1, 0]) : at + 1),
    ArrowLeft: () => (map ? towards(root, marks, at, [-1, 0]) : at - 1),
    ArrowDown: () => (map ? towards(root, marks, at, [0, 1]) : beyond(marks, at, 1)),
    ArrowUp: () => (map ? towards(root, marks, at, [0, -1]) : beyond(marks, at, -1)),
    PageDown: () => at + leap,
    PageUp: () => at - leap,
    Home: () => 0,
    End: () => last,
  }[event.key];
  const chooses = event.key === "Enter" || event.key === " ";
  if (!to && !chooses) return;
  event.preventDefault();
  if (chooses) return choose(root, state, marks[at].said);
  state.at = Math.min(last, Math.max(0, to()));
  point(root, list, state);
}

function choose(root, state, said) {
  holdStill(root, state);
  state.send("picked", [...said]);
}

// The nearest mark in sight in a direction: what lies aside of that counts as further away.
function towards(root, marks, at, [east, south]) {
  const frame = frameOf(root);
  const here = middleIn(frame, marks[at].element);
  let [nearest, least] = [at, Infinity];
  for (const [index, { element }] of marks.entries()) {
    const there = middleIn(frame, element);
    if (!there.seen) continue;
    const [right, down] = [there.x - here.x, there.y - here.y];
    const [ahead, aside] = [right * east + down * south, Math.abs(right * south - down * east)];
    const far = ahead + 2 * aside;
    if (ahead > 1 && aside <= ahead * ASIDE && far < least) [nearest, least] = [index, far];
  }
  return nearest;
}

// The middle of what is in sight of a mark.
function middleIn(frame, element) {
  const box = element.getBoundingClientRect();
  const within = (low, high, from, to) =>
    (Math.min(Math.max(low, from), to) + Math.min(Math.max(high, from), to)) / 2;
  return {
    x: within(box.left, box.right, frame.left, frame.right),
    y: within(box.top, box.bottom, frame.top, frame.bottom),
    seen: box.left < frame.right && box.right > frame.left && box.top < frame.bottom && box.bottom > frame.top,
  };
}

// The nearest mark of the next row above or below.
function beyond(marks, at, way) {
  const { x, row } = marks[at];
  const further = marks.filter((mark) => (mark.row - row) * way > 0);
  if (!further.length) return at;
  const next = Math.min(...further.map((mark) => Math.abs(mark.row - row)));
  const there = further.filter((mark) => Math.abs(mark.row - row) === next);
  const nearest = there.reduce((one, other) => (Math.abs(other.x - x) < Math.abs(one.x - x) ? other : one));
  return marks.indexOf(nearest);
}

// Every mark with words and something to choose, once; over time where there is time. On a map first
// what is claimed, then the countries, some of which nobody mentions.
function marksOf(root) {
  const drawn = new Map();
  for (const element of root.querySelectorAll("path, g.point")) {
    if (element.__data__ && typeof element.__data__ === "object") drawn.set(element.__data__, element);
  }
  const found = new Map();
  for (const [curve, trace] of root.data.entries()) {
    if (trace.visible === false || !trace.customdata || !trace.hovertext) continue;
    for (const [at, said] of trace.customdata.entries()) {
      const words = trace.hovertext[at];
      const element = drawn.get(root.calcdata[curve]?.[at]);
      const id = `${said} ${words}`;
      if (!said?.length || !words || !element || found.has(id)) continue;
      const time = trace.base?.[at] ?? trace.x?.[at];
      found.set(id, { id, said, words, element, x: Date.parse(time?.replace?.(" ", "T")), row: trace.y?.[at] });
    }
  }
  const marks = [...found.values()];
  const inTime = marks.every(({ x }) => !Number.isNaN(x));
  if (inTime) return marks.sort((one, other) => one.x - other.x || one.row - other.row);
  const isClaim = ({ said }) => said[0] === "facts";
  return marks.sort((one, other) => isClaim(other) - isClaim(one));
}

// Puts ring and words where the reader is.
function point(root, list, state) {
  const mark = state.marks[state.at];
  if (!mark) return;
  state.mark = mark;
  state.ring?.remove();
  state.ring = ringAround(mark.element, root);
  const said = document.createElement("div");
  said.id = `${list.id}-${state.at}`;
  said.setAttribute("role", "option");
  said.setAttribute("aria-selected", "true");
  said.setAttribute("aria-setsize", state.marks.length);
  said.setAttribute("aria-posinset", state.at + 1);
  said.textContent = plain(mark.words);
  const hint = document.createElement("small");
  hint.setAttribute("aria-hidden", "true");
  const keys = root.layout.geo ? "arrows: nearest that way · page keys: next in list" : "arrows: other marks";
  hint.textContent = `${state.at + 1} of ${state.marks.length} · ${keys} · Enter: choose`;
  list.replaceChildren(said, hint);
  list.setAttribute("aria-activedescendant", said.id);
  place(list, state.ring.getBoundingClientRect());
}

// Below the mark, or above it where the words would cover the mark or lie outside the chart.
function place(list, mark) {
  const frame = list.parentElement.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const middle = (mark.left + mark.right) / 2 - frame.left;
  const below = Math.min(mark.bottom, frame.bottom) - frame.top + 8;
  const above = Math.max(mark.top, frame.top) - frame.top - 8 - height;
  list.style.left = `${Math.max(0, Math.min(frame.width - width, middle - width / 2))}px`;
  list.style.top = `${below + height > frame.height && above > 0 ? above : below}px`;
  list.scrollIntoView({ block: "nearest" });
}

// The mark's own outline again, in a picture of its own: plotly.js takes all in its for its own.
function ringAround(element, root) {
  const outline = element.matches("g") ? element.querySelector("path") : element;
  const picture = root.parentElement.querySelector(".mark-ring");
  const ring = document.createElementNS(picture.namespaceURI, "path");
  ring.setAttribute("d", outline.getAttribute("d"));
  picture.replaceChildren(ring);
  const { a, b, c, d, e, f } = picture.getScreenCTM().inverse().multiply(outline.getScreenCTM());
  ring.setAttribute("transform", `matrix(${a} ${b} ${c} ${d} ${e} ${f})`);
  const { top, right, bottom, left } = root.layout.geo ? frameInset(root) : {};
  picture.style.clipPath = root.layout.geo ? `inset(${top}px ${right}px ${bottom}px ${left}px)` : "";
  return ring;
}

// Words of a hover label, which come escaped, without their markup.
function plain(markup) {
  const lines = markup.replace(BREAKS, "\n");
  return new DOMParser().parseFromString(lines.replace(/<\/?[bi]>/g, ""), "text/html").body.textContent;
}
