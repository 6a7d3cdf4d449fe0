"""A chart whose scripts do not come at first: it asks again, or says that it cannot be drawn."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dashboard.server.scripts import _script

HOST: Final = "http://charts.example"
PLOTLY: Final = f"{HOST}/plotly.js"
STAND_IN: Final = """window.Plotly = {
  react: async (root, data, layout) => Object.assign(root, { data, layout }).append("drawn"),
  purge: () => {},
};
Object.assign(HTMLElement.prototype, { on: () => {} });"""
"""For plotly.js."""

DATA: Final = {
    "figure": '{"data": [], "layout": {}}',
    "plotly": PLOTLY,
    "config": {},
    "height": 300,
    "name": "chart",
    "alt": "",
    "marks": "",
    "chosen": "",
    "day": None,
}
OPENED: Final = f"""<script>
  const tell = ({{ type, target }}) => {{ if (target.src === "{PLOTLY}") window.early = type; }};
  for (const type of ["load", "error"]) document.addEventListener(type, tell, true);
</script>
<link data-plotly rel="preload" as="script" href="{PLOTLY}">
<script type="module" src="{HOST}/plotly_early.js"></script>
<p>Painted</p><div id="chart"></div>"""
DRAW: Final = """async data => {
    const parentElement = document.querySelector("#chart");
    const chart = await import("/live_chart.js");
    chart.dress(parentElement);
    chart.default({ data, parentElement, setTriggerValue: () => {} });
}"""


def serve(page: Page, failures: int) -> None:
    """A page with a chart, whose plotly.js cannot be had so many times."""
    left = iter(range(failures))

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{HOST}/")
        if not name:
            route.fulfill(body=OPENED, content_type="text/html")
        elif name != "plotly.js":
            script = _script(name.removesuffix(".js")).decode()
            route.fulfill(body=script, content_type="text/javascript")
        elif next(left, None) is None:
            route.fulfill(body=STAND_IN, content_type="text/javascript")
        else:
            route.abort()

    page.route(f"{HOST}/**", answer)


@pytest.mark.parametrize(
    ("failures", "said"), [(0, "drawn"), (2, "drawn"), (99, "The chart could not be drawn.")]
)
def test_a_chart_is_drawn_or_says_that_it_cannot_be(
    browser: Browser, failures: int, said: str
) -> None:
    with browser.new_page() as page:
        serve(page, failures)
        page.goto(f"{HOST}/")
        page.wait_for_function("window.early")
        assert page.evaluate("window.early") == ("error" if failures else "load")
        page.evaluate(DRAW, DATA)
        expect(page.locator("#chart figure")).to_contain_text(said, timeout=5000)
