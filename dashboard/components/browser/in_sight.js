// Brings a part of the page into sight when it has something new to say: once for each news, wherever
// the reader has scrolled to, and no further than it takes.

const BAR = "4.5rem"; // the page scrolls below the bar at its top
let told = 0;

export default function ({ data }) {
  if (!data.news || data.news === told) return;
  told = data.news;
  // Behind what else the same run draws, which may still move it.
  requestAnimationFrame(() => setTimeout(() => bring(data.at), 150));
}

function bring(at) {
  const part = document.querySelector(at);
  if (!part) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fits = part.getBoundingClientRect().height < window.innerHeight / 2;
  part.style.scrollMarginBlock = `${BAR} 1rem`;
  part.scrollIntoView({ block: fits ? "nearest" : "start", behavior: calm ? "auto" : "smooth" });
}
