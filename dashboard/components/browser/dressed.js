// Stands behind the script of a component, and behind what is in it at first and how it looks:
// `html` and `css`.

const dressed = new WeakSet();

export function dress(root) {
  if (dressed.has(root)) return;
  dressed.add(root);
  const style = document.createElement("style");
  style.textContent = css;
  root.append(document.createRange().createContextualFragment(html), style);
}
