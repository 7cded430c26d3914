"""Screenshots of a release's overview, map and tree for the README: python tests/browser/screenshots.py RELEASE OUT"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from chromium import browser, dashboard, settle

PAGES = {"overview": ".clio-claim", "map": ".js-plotly-plot .point", "tree": "g.slice"}


def take(release: Path, out: Path) -> None:
    """Write one PNG per page into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        dashboard(release) as address,
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as profile,
    ):
        context = browser(playwright, Path(profile))
        page = context.new_page()
        for name, sign in PAGES.items():
            page.goto(f"{address}/{'' if name == 'overview' else name}")
            page.wait_for_selector(sign, timeout=60_000)
            settle(page)
            page.screenshot(path=out / f"{name}.png")
        context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
