"""Screenshots of a release's pages for the README: python tests/browser/screenshots.py RELEASE OUT"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from clio.release.reader import read_release

sys.path.insert(0, str(Path(__file__).parent))
from chromium import browser, dashboard, settle
from signs import SIGNS

SCREEN = {"width": 1366, "height": 768}
COLOURS = 200  # a palette that keeps flat colours and makes files a third as large


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
        page.set_viewport_size(SCREEN)
        for name, sign in SIGNS.items():
            if name == "features" and read_release(release).features is None:
                continue
            page.goto(f"{address}/{'' if name == 'overview' else name}")
            page.wait_for_selector(sign, timeout=60_000)
            settle(page)
            page.screenshot(path=out / f"{name}.png")
            shrink(out / f"{name}.png")
        context.close()


def shrink(picture: Path) -> None:
    """Write a PNG again with a palette."""
    with Image.open(picture) as full:
        full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
