// plotly.js takes half a second to start. It does so once something is painted and while the first
// run of the page is awaited, when the browser has nothing else to do.

new PerformanceObserver((list, watching) => {
  if (!list.getEntriesByName("first-contentful-paint").length) return;
  watching.disconnect();
  const named = document.querySelector("link[data-plotly]");
  if (!named || window.Plotly) return;
  const script = document.createElement("script");
  script.src = named.href;
  document.head.append(script);
}).observe({ type: "paint", buffered: true });
