// Rewrites the current entry of the history in place. It adds none: Streamlit does, one for
// each change of the query, and runs the page again when the reader goes back.

const PLAIN = [[/%2C/gi, ","], [/%2F/gi, "/"]];
const OWN = /^embed(_options)?$/; // parameters of Streamlit, which pages do not see

export default function ({ data }) {
  if (!data) return;
  const search = data.carried ? withOwn(data.query) : location.search;
  const plain = PLAIN.reduce((text, [code, sign]) => text.replace(code, sign), search);
  if (plain !== location.search) {
    history.replaceState(history.state, "", location.pathname + plain + location.hash);
  }
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
  const started = performance.now();
  const look = setInterval(() => {
    const place = document.querySelector(`.st-key-chart-${CSS.escape(chart)}`);
    if (place?.querySelector(".js-plotly-plot .main-svg")) {
      clearInterval(look);
      const { top, bottom } = place.getBoundingClientRect();
      if (top < 0 || bottom > window.innerHeight) place.scrollIntoView({ block: "center" });
    } else if (performance.now() - started > 20000) clearInterval(look);
  }, 150);
}
