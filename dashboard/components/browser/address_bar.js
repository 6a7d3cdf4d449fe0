// Rewrites the current entry of the history in place. It adds none: Streamlit does, one for
// each change of the query, and runs the page again when the reader goes back.

const PLAIN = [[/%2C/gi, ","], [/%2F/gi, "/"]];
const CHARTS = ".live-chart, .stPlotlyChart";
const CARDS = ".st-key-cards"; // in a row, as a phone has them once it has told how wide it is
const BAR = "4.5rem"; // the page scrolls below the bar at its top
const STACKED = "(max-width: 640px)"; // where columns of a page stand one below the other
const LOOK = 150; // milliseconds between two looks at whether something is drawn
const LONGEST = 20000; // after which nobody waits for it any more
const OWN = /^embed(_options)?$/; // parameters of Streamlit, which pages do not see

export default function ({ data }) {
  if (!data) return;
  const search = data.carried ? withOwn(data.query) : location.search;
  const plain = PLAIN.reduce((text, [code, sign]) => text.replace(code, sign), search);
  if (plain !== location.search) {
    history.replaceState(history.state, "", location.pathname + plain + location.hash);
  }
  if (!arrived && data.words && !data.chart) bringWordsIntoSight();
  arrived = true;
  return bringIntoSight(data.chart);
}

function withOwn(query) {
  const own = [...new URLSearchParams(location.search)].filter(([name]) => OWN.test(name));
  const parts = [query, new URLSearchParams(own).toString()].filter(Boolean);
  return parts.length ? "?" + parts.join("&") : "";
}

// A link to a chart opens with the chart in sight: once, when it has been drawn.
let opened = null;

function bringIntoSight(chart) {
  if (opened === chart) return;
  opened = chart;
  if (!chart) return;
  onceDrawn(() => {
    const place = document.querySelector(`.st-key-chart-${CSS.escape(chart)}`);
    if (!place?.querySelector(".js-plotly-plot .main-svg")) return false;
    const { top, bottom } = place.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) place.scrollIntoView({ block: "center" });
    return true;
  });
}

// A link to a claim opens with its evidence in sight on a phone, too, and in a row of cards with its
// card. What a reader chooses on an open page moves nothing here.
let arrived = false;

function bringWordsIntoSight() {
  if (!matchMedia(STACKED).matches) return;
  let moved = false;
  for (const act of ["wheel", "touchmove", "keydown"]) {
    addEventListener(act, () => (moved = true), { once: true, passive: true });
  }
  onceDrawn(() => {
    const place = document.querySelector(".st-key-evidence");
    const card = document.querySelector(".st-key-chosen-card");
    if (!place?.querySelector("h4") || (card && !card.closest(CARDS))) return false;
    if (![...document.querySelectorAll(CHARTS)].every((chart) => isDrawn(chart, place))) return false;
    if (moved) return true;
    card?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
    place.style.scrollMarginBlock = BAR;
    place.scrollIntoView({ block: "start" });
    return true;
  });
}

// Whether a chart can no longer move what stands below it.
function isDrawn(chart, place) {
  const above = place.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_PRECEDING;
  return !above || chart.querySelector(".main-svg") !== null;
}

function onceDrawn(bring) {
  const started = performance.now();
  const look = setInterval(() => {
    if (bring() || performance.now() - started > LONGEST) clearInterval(look);
  }, LOOK);
}
