export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let told = data.width;
  let waiting;
  const tell = () => {
    const step = data.steps[window.innerWidth < data.usual ? 0 : 1];
    const width = Math.min(data.most, Math.floor(window.innerWidth / step) * step);
    if (width !== told) setStateValue("width", (told = width));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 300);
  };
  tell();
  // The page's colours change without a run, and no event tells of it but the end of a transition.
  const painted = document.createElement("i");
  painted.style.cssText = "position: absolute; color: var(--st-background-color); transition: color 1ms";
  painted.addEventListener("transitionend", () => setTriggerValue("theme", true));
  parentElement.append(painted);
  window.addEventListener("resize", soon);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("resize", soon);
    painted.remove();
  };
}
