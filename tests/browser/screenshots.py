"""Takes the pictures in docs/screenshots again: ``make screenshots``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM_FLAGS, ROOT, served, settle

PICTURES = {
    "overview": ("/", 1440, 1300, "light"),
    "overview-dark-phone": ("/", 390, 844, "dark"),
    "claims": ("/claims?day=2021-07-09", 1440, 1300, "light"),
    "article": ("/article", 1440, 900, "light"),
}
DAYS = {
    "2021-07-05": "tajik-border",
    "2021-07-08": "crossed-to-tajikistan",
    "2021-08-13": "capitals",
    "2021-08-31": "airlift",
}
"""Days of which the map and a measure's claims are shown."""

EXPORTED = {
    "exported-map": "/charts/region-map.png?countries=TJK",
    "preview-of-a-link": "/charts/timeline.png?size=preview",
    **{f"map-{day}": f"/charts/region-map.png?day={day}" for day in DAYS},
    **{
        f"claims-{day}": f"/charts/claims.png?measure={measure}&day={day}"
        for day, measure in DAYS.items()
    },
}
REPORT = "/report.html"
ADDRESS = "https://withdrawal.example.org"
"""That pictures and files name for their links: a port of this machine leads nobody anywhere."""


def main(folder: Path = ROOT / "docs" / "screenshots") -> int:
    """Serve the dashboard, open each page and write its picture; and pictures it exports."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium on this machine; on Debian: apt-get install chromium", file=sys.stderr)  # noqa: T201
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        served(Path(elsewhere), WITHDRAWAL_PUBLIC_URL=ADDRESS) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS) as browser,
    ):
        for name, (path, width, height, scheme) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(address + path)
            page.locator(".passage").first.wait_for()
            settle(page)
            page.wait_for_timeout(2500)
            page.screenshot(path=folder / f"{name}.png")
        page = browser.new_page(viewport={"width": 1100, "height": 1300})
        page.goto(address + REPORT)
        page.locator(".js-plotly-plot .main-svg").first.wait_for()
        page.screenshot(path=folder / "report.png")
        for name, path in EXPORTED.items():
            answer = page.request.get(address + path)
            (folder / f"{name}.png").write_bytes(answer.body())
    return 0


if __name__ == "__main__":
    sys.exit(main())
