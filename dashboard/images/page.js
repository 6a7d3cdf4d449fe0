// Runs once a page load, after plotly.js: `draw` makes a picture, any number of them one by one.

// Maps ask for base topology by name, some even when they draw none of it: they all get ours.
window.PlotlyGeoAssets = {
  topojson: new Proxy({}, { get: (own, name) => own[name] ?? OURS.topology, has: () => true }),
};

// Two letters in one glyph are none of a PDF's words: it would be searched for "left" in vain.
const LETTERS = "text { font-variant-ligatures: none }";

const faces = OURS.faces.map(({ weight, unicode_range: range, address }) => ({
  font: new FontFace(OURS.family, `url(${address})`, { weight: `${weight}`, unicodeRange: range }),
  rule:
    `@font-face { font-family: "${OURS.family}"; font-weight: ${weight}; ` +
    `unicode-range: ${range}; src: url(${address}) }`,
  letters: new RegExp(`[${range.replace(/U\+(\w+)-?(\w*),? ?/g, span)}]`, "u"),
  bold: weight > 500,
}));
faces.forEach(({ font }) => document.fonts.add(font));
// The first figure, too, is measured with the font in place. Text of a face that fails to load
// is measured and drawn in the next font of its list.
const inPlace = Promise.allSettled(faces.map(({ font }) => font.load()));

function span(all, first, last) {
  return last ? `\\u{${first}}-\\u{${last}}` : `\\u{${first}}`;
}

// The SVG of a figure as text, the PNG in base64; of a PDF nothing, the page is ready to print.
// Only a PNG is scaled, when it is painted: shadows keep their size in an SVG made larger.
async function draw(text, { format, width, height, scale }) {
  await inPlace;
  const { data, layout } = JSON.parse(text);
  const paper = { colour: null };
  const svg = await Plotly.toImage(
    { data, layout },
    {
      format: "svg",
      width,
      height,
      imageDataOnly: true,
      setBackground: format === "pdf" ? (graph, colour) => printBehind(paper, graph, colour) : "",
    },
  );
  if (format === "svg") {
    return svg;
  }
  const picture = document.getElementById("picture");
  const drawn = format === "pdf" ? unshadowed(svg) : svg;
  const address = URL.createObjectURL(new Blob([withFonts(drawn)], { type: "image/svg+xml" }));
  picture.src = address;
  await picture.decode();
  URL.revokeObjectURL(address);
  if (format === "png") {
    return pixels(picture, width * scale, height * scale);
  }
  const size = `@page { size: ${width}px ${height}px; margin: 0 }`;
  document.getElementById("paper").textContent = `${size} body { background: ${paper.colour} }`;
}

// In a PDF each shadow of a word is the word again to whoever searches it or copies from it, and so
// is an outline: "IndiaIndiaIndiaIndia". Labels stand on areas whose colours they can be read on.
function unshadowed(svg) {
  return svg.replace(/text-shadow:[^;"]*/g, "");
}

// Paper is whole points, a picture is not: its background is the page's, to the edge.
function printBehind(paper, graph, colour) {
  paper.colour ??= colour;
  graph._fullLayout.paper_bgcolor = "rgba(0,0,0,0)";
}

// A picture in a page sees no font of the page, so it is measured in one font and drawn in another
// unless it brings the font along. An SVG file of its own stays small and names the font only.
function withFonts(svg) {
  if (!svg.includes(OURS.family)) {
    return svg;
  }
  const bold = /font-weight: ?(bold|[6-9]00)/.test(svg);
  const used = faces.filter((face) => (bold || !face.bold) && face.letters.test(svg));
  const rules = used.map(({ rule }) => rule).join("");
  return svg.replace(/<svg[^>]*>/, (start) => `${start}<style>${rules}${LETTERS}</style>`);
}

function pixels(picture, width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(picture, 0, 0, width, height);
  return canvas.toDataURL("image/png").split(",")[1];
}
