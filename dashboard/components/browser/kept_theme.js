// A theme chosen in Streamlit's menu holds on every page. Streamlit remembers it for the address at
// which it was started, and reads it there after this: where one has changed, all are set to it.
//
// Streamlit also looks for its server below the page it was started on before it looks beside it, and a
// browser notes two failures on every page but the first. It is told where the server is.

(() => {
  const folder = location.pathname.replace(/[^/]*$/, "");
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: `${location.origin}${folder}` };
  const pages = document.currentScript.dataset.pages.split(" ").map((page) => `${folder}${page}`);
  const kept = `keptTheme-${folder}`;
  try {
    const names = pages.map((page) => `stActiveTheme-${page}-v2`);
    const before = localStorage.getItem(kept);
    const told = names.map((name) => localStorage.getItem(name));
    const theme = told.find((each) => each && each !== before) ?? before;
    if (theme) for (const name of [kept, ...names]) localStorage.setItem(name, theme);
  } catch {
    // A browser that keeps nothing for pages keeps no theme.
  }
})();
