// Links to files. A plain click fetches the file, so that the page can say that it is being
// made, or why it could not be; every other way to use a link (new tab, copy address) is left.

const PATIENCE = 3; // seconds after which it is said how long it has taken
const STAYS = 8000; // milliseconds for which the end of it stays on a page whose menu is closed
const ARROW = "M12 4v11l-4.5-4.5M12 15l4.5-4.5M5 20h14";
const RING = "M12 4a8 8 0 1 1-8 8";
const SVG = "http://www.w3.org/2000/svg";

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".files");
  if (!root || !data) return;
  const wanted = JSON.stringify(data);
  if (root.dataset.shown === wanted) return;
  root.dataset.shown = wanted;
  root.className = "files " + data.form;
  const list = root.querySelector("ul");
  const said = root.querySelector(".said");
  list.setAttribute("aria-label", data.label);
  list.replaceChildren(...data.offers.map((offer) => drawn(offer, said)));
  say(said, "");
}

function drawn(offer, said) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const sign = document.createElementNS(SVG, "svg");
  sign.setAttribute("viewBox", "0 0 24 24");
  sign.setAttribute("class", "sign");
  sign.setAttribute("aria-hidden", "true");
  sign.append(document.createElementNS(SVG, "path"));
  link.append(sign, worded("name", offer.label), worded("help", offer.help));
  link.title = offer.help;
  draw(link, ARROW);
  if (offer.disabled) {
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
  } else {
    link.href = offer.address;
    link.download = "";
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!link.hasAttribute("aria-busy")) fetched(link, offer, said);
    };
  }
  item.append(link);
  return item;
}

function worded(name, words) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = words;
  return span;
}

const draw = (link, path) => link.querySelector("path").setAttribute("d", path);

function say(said, words, wrong = false) {
  said.textContent = words;
  said.className = wrong ? "said wrong" : "said";
}

// Says how long a file has been in the making, in the menu or, once that is closed, at the edge of the
// page. Only what is prepared is read out, not every second.
function wait(label, said) {
  const [since, line, words, clock] = [Date.now(), ...["p", "span", "span"].map((each) => document.createElement(each))];
  const { backgroundColor, color, font } = lookOf(said);
  const look = { position: "fixed", right: "1rem", bottom: "1rem", zIndex: 999991, margin: 0, padding: "0.5rem 0.875rem",
    border: "1px solid", borderRadius: "0.5rem", backgroundColor, color, font };
  Object.assign(line.style, look);
  line.setAttribute("role", "status");
  words.textContent = `Preparing ${label} …`;
  clock.setAttribute("aria-hidden", "true");
  say(said, "");
  said.append(words, clock);
  const tick = () => {
    const seconds = Math.round((Date.now() - since) / 1000);
    clock.textContent = seconds >= PATIENCE ? ` ${seconds} s` : "";
    if (said.isConnected || line.isConnected) return;
    line.append(words, clock);
    document.body.append(line);
  };
  const timer = setInterval(tick, 1000);
  return (told, wrong) => {
    clearInterval(timer);
    say(said, told, wrong);
    line.textContent = told;
    if (!said.isConnected) document.body.append(line);
    setTimeout(() => line.remove(), STAYS);
  };
}

function lookOf(said) {
  const { color, fontSize, fontFamily } = getComputedStyle(said);
  const backgroundColor = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor;
  return { backgroundColor, color, font: `${fontSize}/1.5 ${fontFamily}` };
}

async function fetched(link, offer, said) {
  link.setAttribute("aria-busy", "true");
  draw(link, RING);
  const done = wait(offer.label, said);
  try {
    const answer = await fetch(offer.address, { headers: { Accept: "application/json, */*;q=0.5" } });
    if (answer.ok) {
      save(await answer.blob(), nameIn(answer.headers) ?? nameOf(offer.address));
      done(`${offer.label} is saved.`);
    } else {
      done(await reason(answer), true);
    }
  } catch {
    done("The server cannot be reached. Check the connection and try again.", true);
  }
  link.removeAttribute("aria-busy");
  draw(link, ARROW);
}

function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const nameIn = (headers) => headers.get("Content-Disposition")?.match(/filename="?([\w.-]+)"?/)?.[1];
const nameOf = (address) => new URL(address, location.href).pathname.split("/").pop();

const REASONS = {
  404: "This server has no such file.",
  429: "The server has its hands full.",
  500: "The server made a mistake; its log says which.",
  503: "This server cannot make the file now.",
  504: "It took too long to make the file.",
};

async function reason(answer) {
  const told = await answer.json().catch(() => ({}));
  const words = [told.error, told.remedy].filter((part) => typeof part === "string");
  const wait = Number(answer.headers.get("Retry-After"));
  const again = wait > 0 ? `Try again in ${wait} ${wait === 1 ? "second" : "seconds"}.` : "";
  const why = words.join(" ").slice(0, 400) || REASONS[answer.status] ||
    `The server answered with an error (${answer.status}).`;
  return again && !why.includes("Try again") ? `${why} ${again}` : why;
}
