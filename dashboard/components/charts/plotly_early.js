// What charts are made of is read while Streamlit loads. plotly.js takes half a second to start: it
// does so once something is painted and while the first run of the page is awaited, when the browser
// has nothing else to do.

for (const link of document.querySelectorAll("link[data-json]")) {
  link.loaded = fetch(link.href).then((answer) => (answer.ok ? answer.json() : null));
  link.loaded.catch(() => {}); // whoever needs it asks again
}

new PerformanceObserver((list, watching) => {
  if (!list.getEntriesByName("first-contentful-paint").length) return;
  watching.disconnect();
  const named = document.querySelector("link[data-plotly]");
  if (!named || window.Plotly) return;
  const script = document.createElement("script");
  named.loaded = new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  });
  named.loaded.catch(() => {});
  script.src = named.href;
  document.head.append(script);
}).observe({ type: "paint", buffered: true });
