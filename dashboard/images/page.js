// Runs once a page load, after plotly.js and kaleido's script.

// Maps ask for base topology by name, some even when they draw none of it: they all get ours.
window.PlotlyGeoAssets = {
  topojson: new Proxy({}, { get: (own, name) => own[name] ?? OURS.topology, has: () => true }),
};

const faces = Object.entries(OURS.faces).map(([style, address]) => {
  const descriptors = { style, weight: "200 900" };
  return { style, address, face: new FontFace(OURS.family, `url(${address})`, descriptors) };
});
faces.forEach(({ face }) => document.fonts.add(face));

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

// The first figure, too, is measured with the font in place. Text of a face that fails to load
// is measured and drawn in the next font of its list.
const draw = kaleido_scopes.plotly;
kaleido_scopes.plotly = async (spec, ...rest) => {
  await Promise.allSettled(faces.map(({ face }) => face.load()));
  bringFonts = spec.format !== "svg";
  return draw(spec, ...rest);
};
