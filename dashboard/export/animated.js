// Plays the chart of the page from day to day. The page has each trace once for each colour scheme
// and width, and for each day what it changes: alike in all under `shared`, else under its `own`.
(() => {
  "use strict";
  const PACE = 700; // milliseconds a day
  const place = document.querySelector("[data-plot]");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const told = JSON.parse(document.querySelector("[data-chart] script").textContent);
  const shapes = JSON.parse(document.getElementById("shapes")?.textContent ?? "{}");
  const play = document.querySelector(".play");
  const slider = document.querySelector("input[type=range]");
  const output = document.querySelector("output");
  let drawn = null;
  let at = told.days.length - 1;
  let timer = null;
  let drawing = Promise.resolve();

  for (const widths of Object.values(told.figures))
    for (const { data } of Object.values(widths))
      for (const trace of data) if (trace.geojson in shapes) trace.geojson = shapes[trace.geojson];

  function variant() {
    const [only] = Object.keys(told.figures);
    const widths = told.figures[dark.matches ? "dark" : "light"] ?? told.figures[only];
    const known = Object.keys(widths).map(Number).sort((a, b) => a - b);
    return widths[known.findLast((each) => each <= place.clientWidth) ?? known[0]];
  }

  function frames({ own }) {
    return told.days.map(({ iso }, day) => {
      const at = (index) => ({ ...told.shared[day][index], ...own[day][index] });
      const indices = Object.keys({ ...told.shared[day], ...own[day] });
      const traces = indices.filter((index) => index !== "layout").map(Number);
      return { name: iso || "all", traces, data: traces.map(at), layout: at("layout") };
    });
  }

  async function fit() {
    const wanted = variant();
    if (wanted === drawn) return;
    drawn = wanted;
    const { data, layout } = structuredClone({ data: wanted.data, layout: wanted.layout });
    Plotly.purge(place);
    await Plotly.newPlot(place, data, { ...layout, autosize: true, dragmode: "pan" }, told.config);
    leadToRows(place);
    await Plotly.addFrames(place, frames(wanted));
    document.querySelector("[data-chart]").classList.add("drawn");
    await step();
  }

  function step() {
    return Plotly.animate(place, [told.days[at].iso || "all"], {
      mode: "immediate",
      transition: { duration: 0 },
      frame: { duration: 0, redraw: true },
    }).catch(() => {}); // the next day was asked for before this one was drawn
  }

  function show(index) {
    at = index;
    const { day, news } = told.days[at];
    slider.value = at;
    slider.setAttribute("aria-valuetext", day);
    output.textContent = `${day} · ${news}`;
    drawing = drawing.then(() => (at === index ? step() : null));
    return drawing;
  }

  function label() {
    play.textContent = timer ? "Pause" : "Play";
    play.setAttribute("aria-pressed", String(Boolean(timer)));
  }

  function pause() {
    clearTimeout(timer);
    timer = null;
    label();
  }

  async function next() {
    const since = performance.now();
    await show(at + 1);
    if (!timer) return;
    if (at >= told.days.length - 1) pause();
    else timer = setTimeout(next, Math.max(0, PACE - (performance.now() - since)));
  }

  play.addEventListener("click", () => {
    if (timer) return pause();
    if (at >= told.days.length - 1) show(0);
    timer = setTimeout(next, PACE);
    label();
  });
  slider.addEventListener("input", () => {
    pause();
    show(Number(slider.value));
  });
  slider.max = told.days.length - 1;
  label();
  drawing = fit();
  show(at);
  const refit = () => (drawing = drawing.then(fit));
  window.addEventListener("resize", refit);
  dark.addEventListener("change", refit);
})();
