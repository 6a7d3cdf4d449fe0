export default function ({ data, parentElement, setStateValue }) {
  let told = data.width;
  let waiting;
  const tell = () => {
    const width = Math.min(data.most, Math.floor(window.innerWidth / data.step) * data.step);
    if (width !== told) setStateValue("width", (told = width));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 300);
  };
  tell();
  window.addEventListener("resize", soon);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("resize", soon);
  };
}
