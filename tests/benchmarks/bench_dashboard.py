"""How long the dashboard's pages take when warm, in Chromium.

    python tests/benchmarks/bench_dashboard.py [--sizes 50 1000]

Per page and number of base groups, medians of five: CPU milliseconds of the page's script on the server; seconds
from a click in the menu to the drawn page; seconds from its address, the application's code loaded anew.
"""

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.browser.chromium import browser, dashboard, settle  # noqa: E402
from tests.browser.signs import SIGNS, TITLES  # noqa: E402
from tests.sample_release import sample_release  # noqa: E402

REPEATS = 5


def script_seconds(folder: Path, name: str) -> float:
    """Median CPU seconds of a page's script, run again."""
    os.environ["CLIO_RELEASES"] = str(folder)
    app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=90).run()
    if name != "overview":
        app.switch_page(f"views/{name}.py").run()
    told = []
    for _ in range(REPEATS + 1):
        start = time.process_time()
        app.run()
        told.append(time.process_time() - start)
    return statistics.median(told[1:])


def from_address(page: Page, url: str, name: str) -> float:
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(SIGNS[name], timeout=120_000)
    return time.perf_counter() - start


def from_menu(page: Page, name: str) -> float:
    """From another page, open in the same tab."""
    other = "overview" if name != "overview" else "breakdowns"
    page.get_by_role("link", name=TITLES[other], exact=True).click()
    page.wait_for_selector(SIGNS[other])
    settle(page)
    start = time.perf_counter()
    page.get_by_role("link", name=TITLES[name], exact=True).click()
    page.wait_for_selector(SIGNS[name], timeout=120_000)
    return time.perf_counter() - start


def measure(size: int, scratch: Path) -> None:
    """Print a line for each page."""
    folder = scratch / f"groups-{size}"
    sample_release(folder, size, features=max(10, size // 3))
    scripts = {name: script_seconds(folder, name) for name in SIGNS}
    with dashboard(folder) as address, sync_playwright() as playwright:
        context = browser(playwright, scratch / f"profile-{size}")
        page = context.new_page()
        for name in SIGNS:
            url = f"{address}/{'' if name == 'overview' else name}"
            opened = [from_address(page, url, name) for _ in range(REPEATS + 2)][
                2:
            ]  # two fill the code cache
            settle(page)
            clicked = [from_menu(page, name) for _ in range(REPEATS + 1)][1:]
            print(
                f"{size:>6,} groups  {name:<11} script {scripts[name] * 1000:>4.0f} ms CPU   "
                f"menu {statistics.median(clicked):.2f} s   address {statistics.median(opened):.2f} s",
                flush=True,
            )
        context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[50, 1000], help="base groups of the releases"
    )
    sizes = parser.parse_args().sizes
    logging.disable(logging.WARNING)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            measure(size, Path(scratch))


if __name__ == "__main__":
    main()
