// Stands behind the script of a chart: its camera. A picture that leaves the page says what is selected
// and where it is to be found, which on the page stands around it, and brings the page's font along.

const FONT = "Source Sans";
const FOOT = { edge: 10, size: 11, line: 15, letter: 5.6 }; // pixels of the words below a picture

// The configuration with our camera in place of plotly.js's.
function withCamera(config, root, state) {
  const camera = {
    name: "camera",
    title: "Download the chart as a picture",
    icon: window.Plotly.Icons.camera,
    click: () => takePicture(root, state).catch((error) => console.error(error)),
  };
  const removed = [...config.modeBarButtonsToRemove, "toImage"];
  return { ...config, modeBarButtonsToRemove: removed, modeBarButtonsToAdd: [camera] };
}

async function takePicture(root, { caption, image: { format, filename, scale = 1 } }) {
  const { width, height } = root._fullLayout;
  const bare = await window.Plotly.toImage(root, { format: "svg", width, height, imageDataOnly: true });
  const picture = captioned(bare, root, caption);
  const name = `${filename}.${format}`;
  if (format === "svg") return keep(new Blob([picture.svg], { type: "image/svg+xml" }), name);
  const address = URL.createObjectURL(new Blob([await withFont(picture.svg)], { type: "image/svg+xml" }));
  const painted = new Image();
  painted.src = address;
  await painted.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * scale, height: picture.height * scale });
  canvas.getContext("2d").drawImage(painted, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  keep(await new Promise((done) => canvas.toBlob(done)), name);
}

// The picture with lines below it, on the same ground and in the colour of its source line.
function captioned(svg, { _fullLayout: { width, height, paper_bgcolor: ground, annotations } }, { selected, link }) {
  const told = [selected && `Selected: ${selected}`, link].filter(Boolean);
  const lines = told.flatMap((words) => broken(words, (width - 2 * FOOT.edge) / FOOT.letter));
  const whole = height + lines.length * FOOT.line + (lines.length ? FOOT.edge : 0);
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const add = (tag, attributes, words = "") => {
    const element = document.createElementNS(drawing.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = words;
    return element;
  };
  drawing.setAttribute("height", whole);
  drawing.setAttribute("viewBox", `0 0 ${width} ${whole}`);
  drawing.prepend(add("rect", { width, height: whole, fill: ground }));
  const { family, color } = annotations.find(({ name }) => name === "source").font;
  const look = { x: FOOT.edge, "font-size": FOOT.size, "font-family": family, fill: color };
  lines.forEach((line, at) => drawing.append(add("text", { ...look, y: height + (at + 0.7) * FOOT.line }, line)));
  return { svg: new XMLSerializer().serializeToString(drawing), height: whole };
}

// Lines of at most so many letters, broken between words, and within one that is longer.
function broken(words, most) {
  const fits = new RegExp(`.{1,${Math.floor(most)}}(?:\\s|$)|\\S{1,${Math.floor(most)}}`, "gu");
  return words.match(fits) ?? [];
}

// A picture in a page sees none of the page's fonts.
async function withFont(svg) {
  const rules = [...document.styleSheets].flatMap(rulesOf).filter(isOurs);
  const faces = await Promise.all(rules.map(embedded));
  return svg.replace(/<svg[^>]*>/, (start) => `${start}<style>${faces.join("")}</style>`);
}

function rulesOf(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // of another site
  }
}

function isOurs({ style, constructor }) {
  const family = style?.getPropertyValue("font-family").replace(/["']/g, "");
  const upright = style?.getPropertyValue("font-style") !== "italic";
  return constructor.name === "CSSFontFaceRule" && family === FONT && upright;
}

async function embedded({ style, parentStyleSheet }) {
  const [, named] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue("src")) ?? [];
  if (!named) return "";
  const file = await (await fetch(new URL(named, parentStyleSheet.href ?? document.baseURI))).blob();
  const address = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(file);
  });
  const told = ["font-weight", "unicode-range"].map((name) => [name, style.getPropertyValue(name)]);
  const rest = told.filter(([, value]) => value).map(([name, value]) => `${name}: ${value};`).join(" ");
  return `@font-face { font-family: "${FONT}"; ${rest} src: url(${address}) }`;
}

function keep(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
