// Stands behind the script of a chart: how near a reader has come to what its map is about.
//
// Traces whose `meta` has `zoom_from` or `zoom_below` are there from that scale on, or below it;
// names that come with nearness only where they have room. Words that the frame would cut are not there.

const LETTER = 6.5; // pixels of a letter of a name, about
const LINE = 14;
const CUT = 3; // pixels by which words may stand beyond the frame: letters are lower than their lines
const ROOM = 24; // pixels of a degree from which a province is larger than its name

// The buttons would zoom into the middle of the frame, which lies beside what the map is about: they
// lead to the names that wait for the reader, unless the reader has moved the map.
function watchZoom(root, state) {
  root.on("plotly_relayout", async (change) => {
    if (!("geo.projection.scale" in change)) return;
    const { center, projection } = root.layout.geo;
    if (same(projection.rotation, state.frame.rotation)) {
      if (same(center, state.frame.center)) state.centre = null;
      if (projection.scale > 1 && !state.centre) await moveTo(root, state, middle(root.data));
      if (projection.scale <= 1 && state.centre) await moveTo(root, state, null);
    }
    for (const [at, wanted] of wantedAt(root.data, root.layout)) {
      await window.Plotly.restyle(root, wanted, [at]);
    }
    hideCut(root);
  });
  root.on("plotly_afterplot", () => hideCut(root));
}

// Half a word would be taken for all of it.
function hideCut(root) {
  if (!root.layout.geo) return;
  const frame = frameOf(root);
  for (const words of root.querySelectorAll(".scattergeo text")) {
    const box = words.getBoundingClientRect();
    const whole =
      box.left >= frame.left - CUT && box.right <= frame.right + CUT &&
      box.top >= frame.top - CUT && box.bottom <= frame.bottom + CUT;
    words.style.visibility = whole ? "" : "hidden";
  }
}

// Where in the window the frame of a map is.
function frameOf(root) {
  const { left, right, top, bottom } = root.getBoundingClientRect();
  const inset = frameInset(root);
  return {
    left: left + inset.left,
    right: right - inset.right,
    top: top + inset.top,
    bottom: bottom - inset.bottom,
  };
}

// Pixels between the edges of a chart and the frame of its map.
function frameInset({ layout: { margin, geo }, clientWidth }) {
  const right = (1 - geo.domain.x[1]) * (clientWidth - margin.l - margin.r) + margin.r;
  return { left: margin.l, right, top: margin.t, bottom: margin.b };
}

function same(one, other) {
  return Math.hypot(one.lon - other.lon, one.lat - other.lat) < 0.001;
}

// Plotly.js forgets a centre that its own buttons have not set, so later figures are given it.
function moveTo(root, state, centre) {
  state.centre = centre;
  return window.Plotly.relayout(root, { "geo.center": { ...(centre ?? state.frame.center) } });
}

// A figure as near as the reader is.
function keepNear(root, state, { data, layout }) {
  if (!layout.geo) return;
  state.frame = { center: { ...layout.geo.center }, rotation: { ...layout.geo.projection.rotation } };
  if (state.centre) layout.geo.center = { ...state.centre };
  for (const trace of data) if (trace.meta?.zoom_from) trace.meta.names = trace.text;
  const scale = root.layout?.geo?.projection?.scale ?? 1;
  for (const [at, wanted] of wantedAt(data, layout, scale)) {
    data[at].visible = wanted.visible;
    if (wanted.text) data[at].text = wanted.text[0];
  }
}

// Pixels of a degree from south to north, about: as many as there are to the east at the equator.
function degreeAt({ geo, height, margin }, scale) {
  const [south, north] = geo.lataxis.range;
  return ((height - margin.t - margin.b) / (north - south)) * scale;
}

// Which traces are to be there at a scale, and with which names, as far as they are not so already.
function wantedAt(data, layout, scale = layout.geo?.projection.scale) {
  const found = [];
  const degree = layout.geo ? degreeAt(layout, scale) : 0;
  for (const [at, { meta, visible = true, text }] of data.entries()) {
    if (!meta?.zoom_from && !meta?.zoom_below) continue;
    const named = scale >= (meta.zoom_from ?? meta.zoom_below) && degree >= ROOM;
    const names = meta.zoom_from && named ? withRoom(data[at], degree) : null;
    const wanted = { visible: named === Boolean(meta.zoom_from), ...(names && { text: [names] }) };
    const same = wanted.visible === visible && (!names || names.join() === text.join());
    if (!same) found.push([at, wanted]);
  }
  return found;
}

// Names that lie on none before them; the others are empty.
function withRoom({ lon, lat, meta }, degree) {
  const placed = [];
  return meta.names.map((name, at) => {
    const x = lon[at] * Math.cos((lat[at] * Math.PI) / 180) * degree;
    const box = { x, y: lat[at] * degree, half: (name.length * LETTER) / 2 };
    const free = placed.every(
      (other) => Math.abs(other.y - box.y) > LINE || Math.abs(other.x - box.x) > other.half + box.half
    );
    if (free) placed.push(box);
    return free ? name : "";
  });
}

// The middle of what has names; null where nothing has.
function middle(data) {
  const named = data.find(({ meta, lon }) => meta?.zoom_from && lon.length);
  if (!named) return null;
  const [lon, lat] = [named.lon, named.lat].map((all) => (Math.min(...all) + Math.max(...all)) / 2);
  return { lon, lat };
}
