"""The dashboard in a real Chromium: pages, clicks, hostile names, no outside request, no console error."""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from clio.policies import PAPER
from clio.release.reader import Release, read_release
from dashboards.text import clean
from tests.browser.chromium import browser, dashboard, settle
from tests.browser.signs import SIGNS
from tests.sample_release import sample_release

pytestmark = pytest.mark.browser
HOSTILE = (
    "<script>document.title='owned'</script>",
    "$x$ and $y$",
    "[a](javascript:alert(1))",
    "**b** _i_ `c`",
    "=cmd()",
    "evil \u202etxt.exe",
    ":red[x] :smile: :material/bolt:",
    "<b>bold</b> <br> x",
    "%{x} %{customdata}",
    "&lt;b&gt; &#36;",
)
X_RANGE = "document.querySelector('.js-plotly-plot').layout.xaxis.range.map(end => +end.toFixed(6))"
FIRST_RANGE = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis._rangeInitial0"


class Visit(NamedTuple):
    """An open page, what went wrong on it, and the releases behind it."""

    page: Page
    address: str
    folder: Path
    wrong: list[str]
    outside: list[str]
    dialogs: list[str]

    def release(self, run: str) -> Release:
        return read_release(self.folder / run)

    def go(self, name: str, run: str = "large", **parameters: str) -> float:
        """Open a page by its address; returns the seconds until its sign was there."""
        asked = {"release": self.release(run).manifest.release_id, **parameters}
        path = "" if name == "overview" else name
        start = time.perf_counter()
        self.page.goto(f"{self.address}/{path}?" + "&".join(f"{key}={value}" for key, value in asked.items()))
        self.page.wait_for_selector(SIGNS[name], timeout=60_000)
        took = time.perf_counter() - start
        settle(self.page)
        return took

    def parameter(self, name: str) -> str | None:
        return parse_qs(urlsplit(self.page.url).query).get(name, [None])[0]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """`clio dashboard` over a release of 1,000 base groups and one whose top-level names are hostile."""
    folder = tmp_path_factory.mktemp("shown")
    sample_release(folder / "large", 1000, names=HOSTILE, features=400)
    many = len(HOSTILE)
    sample_release(
        folder / "hostile",
        many,
        seed=4,
        levels=1,
        names=HOSTILE + HOSTILE,
        policy=PAPER,
        groups=many,
        features=20,
    )
    with dashboard(folder) as address:
        yield address, folder


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    with sync_playwright() as playwright:
        context = browser(playwright, tmp_path_factory.mktemp("profile"))
        yield context
        context.close()


@pytest.fixture
def visit(server, chromium):
    """A fresh tab; in the end nothing may have gone wrong and no request may have left this machine."""
    address, folder = server
    page = chromium.new_page()
    opened = Visit(page, address, folder, [], [], [])
    page.on("console", lambda message: _note(message, opened.wrong))
    page.on("pageerror", lambda error: opened.wrong.append(str(error)))
    page.on("request", lambda request: _outside(request.url, opened.outside))
    page.on("websocket", lambda socket: _outside(socket.url, opened.outside))
    page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
    yield opened
    page.close()
    assert opened.wrong == []
    assert opened.outside == []
    assert opened.dialogs == []


def _note(message, wrong: list[str]) -> None:
    # Streamlit looks for its own health route below the page's path first, and finds it at the root.
    if message.type == "error" and "/_stcore/" not in (message.location or {}).get("url", ""):
        wrong.append(message.text)


def _outside(url: str, outside: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
        outside.append(url)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory) -> Path:
    folder = Path(os.environ.get("CLIO_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def tell(capsys, line: str) -> None:
    """Print a figure for whoever runs the tests; machines differ too much to assert on it."""
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")


def visible(page: Page) -> str:
    """The page's text, charts included, without the joiners that part Markdown's marks."""
    text = page.evaluate(
        "document.body.innerText + '\\n' + [...document.querySelectorAll('svg text')]"
        ".map(t => [...t.querySelectorAll('tspan.line')].map(s => s.textContent).join(' ') || t.textContent)"
        ".join('\\n')"
    )
    return text.replace("\u2060", "")


def nearest(page: Page, x: int, y: int) -> int:
    """The number of the point nearest to a place on the screen."""
    return page.evaluate(
        "([x, y]) => [...document.querySelectorAll('.js-plotly-plot .point')]"
        ".map((point, number) => [point.getBoundingClientRect(), number])"
        ".map(([box, number]) => [Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y), number])"
        ".sort((one, two) => one[0] - two[0])[0][1]",
        [x, y],
    )


@pytest.mark.parametrize("name", SIGNS)
def test_each_page_opens_by_its_address_at_a_thousand_groups(visit, pictures, name, capsys):
    visit.go(name)
    warm = visit.go(name)
    visit.page.screenshot(path=pictures / f"{name}.png")
    tell(capsys, f"{name}: {warm:.2f} s from address to chart, page load included")
    text = visible(visit.page)
    assert not {"None", "nan", "undefined"} & set(text.split())
    assert visit.page.locator("[data-testid=stException]").count() == 0
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 1440


def test_a_click_on_the_map_opens_the_group_and_keeps_the_zoom(visit, pictures, capsys):
    visit.go("map")
    visit.page.mouse.move(400, 400)
    visit.page.mouse.wheel(0, -300)
    visit.page.wait_for_timeout(600)
    before = visit.page.evaluate(X_RANGE)
    start = time.perf_counter()
    visit.page.locator(".js-plotly-plot .point").nth(nearest(visit.page, 500, 450)).click(force=True)
    visit.page.wait_for_selector(".clio-group h2")
    tell(capsys, f"click on the map: {time.perf_counter() - start:.2f} s")
    settle(visit.page)
    row = visit.release("large").clusters.filter(cluster_id=visit.parameter("cluster")).row(0, named=True)
    assert visit.page.locator(".clio-group h2").inner_text() == clean(row["name"])
    assert row["description"] in visible(visit.page)
    assert visit.page.evaluate(X_RANGE) == before
    assert before != visit.page.evaluate(FIRST_RANGE)
    visit.page.screenshot(path=pictures / "map_selected.png")


def test_clicks_on_tiles_go_deeper_and_the_head_goes_up(visit, pictures):
    visit.go("tree")
    tiles = visit.page.locator("g.slice")
    tiles.nth(1).click(position={"x": 20, "y": 10}, force=True)
    visit.page.wait_for_selector(".clio-group h2")
    settle(visit.page)
    top = visit.parameter("cluster")
    assert top in visit.release("large").top()["cluster_id"].to_list()
    visit.page.screenshot(path=pictures / "tree_branch.png")
    tiles.nth(1).click(position={"x": 20, "y": 10}, force=True)
    visit.page.wait_for_url(lambda url: f"cluster={top}" not in url)
    settle(visit.page)
    assert visit.parameter("cluster") in visit.release("large").children(top)["cluster_id"].to_list()
    tiles.nth(0).click(position={"x": 20, "y": 6}, force=True)
    visit.page.wait_for_url(f"**cluster={top}*")
    settle(visit.page)


def test_links_carry_the_release_and_the_group(visit):
    visit.go("map", cluster="request-0-777")
    visit.page.get_by_role("link", name="All breakdowns").click()
    visit.page.wait_for_url("**/breakdowns?**")
    settle(visit.page)
    assert visit.parameter("cluster") == "request-0-777"
    visit.page.get_by_role("link", name="Overview").click()
    visit.page.wait_for_selector(SIGNS["overview"])
    assert visit.parameter("release") == visit.release("large").manifest.release_id


def test_a_link_within_a_page_writes_the_address_and_back_undoes_it(visit):
    visit.go("map")
    steps = visit.page.evaluate("history.length")
    visit.page.locator(".st-key-clio-found a").first.click()
    visit.page.wait_for_selector(".clio-group h2")
    settle(visit.page)
    name = visit.page.locator(".clio-group h2").inner_text()
    assert visit.parameter("cluster")
    assert visit.page.title() == f"{name} · Clio"
    assert visit.page.evaluate("history.length") == steps + 1
    visit.page.go_back()
    visit.page.wait_for_selector(".st-key-clio-found a")
    settle(visit.page)
    assert visit.parameter("cluster") is None
    assert visit.page.title() == "Map · Clio"


@pytest.mark.parametrize("name", SIGNS)
def test_hostile_names_are_text_everywhere(visit, pictures, name):
    visit.go(name, "hostile")
    visit.page.screenshot(path=pictures / f"hostile_{name}.png")
    text = visible(visit.page)
    seen = [title for title in HOSTILE if clean(title) in text]
    assert len(seen) >= (4 if name == "timeline" else 8), seen
    assert visit.page.title() != "owned"
    for made in (".katex", "a[href^='javascript']", "[data-testid=stIconMaterial]:text('bolt')"):
        assert visit.page.locator(made).count() == 0
    bold = visit.page.locator("b, strong, em").all_inner_texts()
    assert not {"bold", "b", "i"} & {word.strip() for word in bold}
    assert "\u202e" not in text


def test_a_click_on_a_feature_tells_it_in_full_and_leads_to_its_groups(visit):
    visit.go("features")
    visit.page.locator(".clio-features a").nth(3).click()
    visit.page.wait_for_url("**feature=*")
    visit.page.wait_for_selector(".clio-chosen")
    settle(visit.page)
    rows = visit.release("large").features.filter(feature_id=int(visit.parameter("feature")))
    assert visit.page.locator(".clio-group h2").inner_text() == clean(rows["label"][0])
    visit.page.locator(".clio-shares a").first.click()
    visit.page.wait_for_url("**/map?**")
    visit.page.wait_for_selector(".clio-group h2")
    settle(visit.page)
    assert visit.parameter("cluster") in rows["cluster_id"].to_list()
    assert "Features that stand out" in visible(visit.page)


def test_hostile_names_are_text_where_the_pointer_rests(visit):
    visit.go("map", "hostile")
    seen = set()
    for number in range(len(HOSTILE)):
        box = visit.page.locator(".js-plotly-plot .point").nth(number).bounding_box()
        visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        visit.page.wait_for_selector(".hoverlayer .hovertext tspan.line")
        visit.page.wait_for_timeout(150)
        seen.add(visit.page.locator(".hoverlayer .hovertext tspan.line").first.text_content())
        assert visit.page.locator(".hoverlayer a").count() == 0
    assert seen == {clean(title) for title in HOSTILE}


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_names_are_text_in_the_detail(visit, number):
    visit.go("map", "hostile", cluster=f"request-0-{number:03d}")
    assert visit.page.locator(".clio-group h2").inner_text() == clean(HOSTILE[number])


def test_an_unlisted_release_is_refused_in_a_sentence(visit):
    visit.page.goto(f"{visit.address}/map?release=/etc")
    visit.page.wait_for_selector(".clio-note")
    assert "not one that this dashboard lists" in visible(visit.page)
