// Words in sight of which the contrast with what is behind them is below 4.5 (WCAG 2.2), with the
// ratio. Not those of charts, and not of what cannot be used now.
() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) => below.map((part, at) => top[at] * top[3] + part * (1 - top[3]));
  const above = (element) => element.parentElement ?? element.getRootNode().host;
  const up = (element) => (element ? [element, ...up(above(element))] : []);
  const linear = (part) => (part <= 10.31 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

  function contrast(element) {
    const layers = up(element).map((each) => rgba(getComputedStyle(each).backgroundColor));
    const behind = layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
    const ink = rgba(getComputedStyle(element).color);
    for (const each of up(element)) ink[3] *= Number(getComputedStyle(each).opacity);
    const both = [luminance(over(ink, behind)), luminance(behind)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  }

  function* worded(root) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) yield* worded(element.shadowRoot);
      const words = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent.trim()).join(" ").trim();
      if (words && !element.closest("svg, script, style, :disabled, [aria-disabled]") &&
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
        yield [element, words];
      }
    }
  }

  return [...worded(document.body)]
    .map(([element, words]) => [words.slice(0, 40), contrast(element)])
    .filter(([, ratio]) => ratio < 4.5);
}
