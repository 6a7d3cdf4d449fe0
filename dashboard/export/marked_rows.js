// A click on a mark of a chart leads to the sentences behind it: their rows of the table are marked,
// one click after the other goes through them, and a line at the edge tells so and leads back.
const leadToRows = (() => {
  "use strict";
  const line = document.createElement("p");
  line.className = "marked-rows on-screen";
  line.setAttribute("role", "status");
  let [chosen, rows, at] = ["", [], 0];

  function rowsOf([sort, ...codes]) {
    if (sort === "facts") return codes.map((id) => document.getElementById(`fact-${id}`)).filter(Boolean);
    return [...document.querySelectorAll("tr[data-concerns]")].filter(({ dataset }) =>
      dataset.concerns.split(" ").includes(codes[0])
    );
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function leave(place) {
    for (const row of rows) row.classList.remove("chosen");
    [chosen, rows] = ["", []];
    line.remove();
    place?.scrollIntoView({ block: "nearest" });
  }

  function show(place) {
    const few = rows.length === 1 ? "1 sentence" : `Sentence ${at + 1} of ${rows.length}`;
    const told = rows.length ? `${few} behind this mark` : "Its sentences are not in this file";
    const next = button("Next", () => go(place, at + 1));
    line.replaceChildren(told, ...(rows.length > 1 ? [next] : []), button("Back to the chart", () => leave(place)));
    document.body.append(line);
  }

  function go(place, to) {
    at = to % rows.length;
    for (const row of rows) {
      row.classList.add("chosen");
      for (let around = row.closest("details"); around; around = around.parentElement.closest("details"))
        around.open = true;
    }
    show(place);
    rows[at].scrollIntoView({ block: "center" });
  }

  return (place) =>
    place.on("plotly_click", ({ points }) => {
      const said = points.map(({ customdata }) => customdata).find((each) => each?.length);
      if (!said) return;
      if (`${said}` === chosen && rows.length) return go(place, at + 1);
      leave();
      chosen = `${said}`;
      rows = rowsOf(said);
      if (rows.length) go(place, 0);
      else show(place);
    });
})();
