// Draws the charts of a page: each in the variant for its width and the reader's colour scheme.
// A chart's JSON has them by theme and width. Shapes are in the page once, under #shapes, by the
// address that the traces name.
(() => {
  "use strict";
  const PRINTED = 660; // CSS pixels between the margins of an A4 page
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const shapes = JSON.parse(document.getElementById("shapes")?.textContent ?? "{}");
  const charts = [...document.querySelectorAll("[data-chart]")].map((section) => ({
    section,
    place: section.querySelector("[data-plot]"),
    ...JSON.parse(section.querySelector("script").textContent),
    drawn: "",
  }));
  let printing = false;

  for (const { figures } of charts)
    for (const widths of Object.values(figures))
      for (const { data } of Object.values(widths))
        for (const trace of data)
          if (trace.geojson in shapes) trace.geojson = shapes[trace.geojson];

  function draw(chart) {
    const theme = dark.matches && !printing && chart.figures.dark ? "dark" : "light";
    const widths = chart.figures[theme] ?? chart.figures.dark;
    const room = printing ? PRINTED : chart.place.clientWidth;
    const known = Object.keys(widths).map(Number).sort((a, b) => a - b);
    const width = known.findLast((each) => each <= room) ?? known[0];
    const variant = [theme, width, printing].join();
    if (chart.drawn === variant) return;
    const size = printing ? { width: PRINTED, autosize: false } : { autosize: true };
    const { data, layout } = widths[width];
    const options = { ...layout, ...size, dragmode: false };
    Plotly.newPlot(chart.place, data, options, chart.config).then(leadToRows);
    chart.drawn = variant;
    chart.section.classList.add("drawn"); // the words below the picture are in it
  }

  function drawAll() {
    charts.forEach(draw);
  }

  function print(now) {
    printing = now;
    for (const details of document.querySelectorAll("details")) {
      if (now) details.dataset.open = details.open;
      details.open = now || details.dataset.open === "true";
    }
    drawAll();
  }

  drawAll();
  window.addEventListener("resize", drawAll);
  dark.addEventListener("change", drawAll);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
})();
