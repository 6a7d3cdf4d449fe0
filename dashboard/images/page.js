// Runs once a page load, after plotly.js: `draw` makes a picture, any number of them one by one.

// Maps ask for base topology by name, some even when they draw none of it: they all get ours.
window.PlotlyGeoAssets = {
  topojson: new Proxy({}, { get: (own, name) => own[name] ?? OURS.topology, has: () => true }),
};

const faces = Object.entries(OURS.faces).map(([style, address]) => {
  const descriptors = { style, weight: "200 900" };
  return { style, address, face: new FontFace(OURS.family, `url(${address})`, descriptors) };
});
faces.forEach(({ face }) => document.fonts.add(face));
// The first figure, too, is measured with the font in place. Text of a face that fails to load
// is measured and drawn in the next font of its list.
const inPlace = Promise.allSettled(faces.map(({ face }) => face.load()));

// A picture in a picture (PNG and PDF are drawn from an <img> with the SVG) sees no font of this
// page, so it is measured in one font and drawn in another unless it brings the font along. An
// SVG file of its own stays small and names the font only.
let bringFonts = false;
const serialize = XMLSerializer.prototype.serializeToString;
XMLSerializer.prototype.serializeToString = function (node) {
  const used = bringFonts && node.nodeName.toLowerCase() === "svg" && serialize.call(this, node);
  if (used && used.includes(OURS.family)) {
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = faces
      .filter((face) => face.style === "normal" || used.includes("italic"))
      .map(
        (face) =>
          `@font-face { font-family: "${OURS.family}"; font-style: ${face.style}; ` +
          `font-weight: 200 900; src: url(${face.address}) }`,
      )
      .join("\n");
    node.prepend(style);
  }
  return serialize.call(this, node);
};

// The SVG of a figure as text, the PNG in base64; of a PDF nothing, the page is ready to print.
async function draw(text, { format, width, height, scale }) {
  await inPlace;
  const { data, layout } = JSON.parse(text);
  const printed = format === "pdf";
  bringFonts = format !== "svg";
  let background = null;
  const drawn = await Plotly.toImage(
    { data, layout },
    {
      format: printed ? "svg" : format,
      width,
      height,
      scale,
      imageDataOnly: !printed,
      // Paper is whole points, a picture is not: its colour goes on to the edge.
      setBackground: printed
        ? (graph, colour) => {
            background ??= colour;
            graph._fullLayout.paper_bgcolor = "rgba(0,0,0,0)";
          }
        : "",
    },
  );
  if (!printed) {
    return drawn;
  }
  const paper = `@page { size: ${width * scale}px ${height * scale}px; margin: 0 }`;
  document.getElementById("paper").textContent = `${paper} body { background: ${background} }`;
  const picture = document.getElementById("picture");
  picture.src = drawn;
  await picture.decode();
}
