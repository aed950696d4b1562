"""A plan's page in a real browser: a phone and a desk, by day and by night, and on paper."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from repplan.records import replace
from repplan.routes.model import Proposal
from repplan.routes.page import page
from tests.routes.plans import CLOCK, HOSTILE, PLAN, ROUTE, hostile, prospect, stop, week

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("playwright", reason="playwright, which drives a browser, is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium, a browser, is not installed"),
]

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

PHONE, DESK = (390, 844), (1280, 800)

LONG = prospect("Wilhelmina Featherstonehaugh-MacWilliams, MD, PhD, FACC", "St. " + "Vincent" * 9)
CROWDED = Proposal(
    (replace(ROUTE, stops=tuple(stop(LONG, 500 + 30 * at, travel=9) for at in range(12))),)
)
PLANS = {"day": PLAN, "week": week(), "hostile": hostile(), "crowded": CROWDED}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Yield a browser without a window, with a profile of its own that is thrown away."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=CHROMIUM,
            headless=True,
            args=list(FLAGS),
            offline=True,
        )
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """Yield a fresh tab that notes what the page complains of and asks for."""
    opened = browser.new_page()
    opened.complaints, opened.asked = [], []
    opened.on("console", lambda said: opened.complaints.append(said.text))
    opened.on("pageerror", lambda said: opened.complaints.append(str(said)))
    opened.on("request", lambda asked: opened.asked.append(asked.url))
    yield opened
    opened.close()


def show(tab: Any, folder: Path, name: str, size: tuple[int, int], colours: str) -> None:
    """Open a plan's page in a window of this size."""
    path = folder / f"{name}.html"
    path.write_bytes(page(PLANS[name], language="en", clock=CLOCK, is_personal=True))
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.emulate_media(color_scheme=colours)
    tab.goto(path.as_uri())


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", PLANS)
def test_a_browser_shows_it(
    tab: Any, tmp_path: Path, name: str, size: tuple[int, int], colours: str
) -> None:
    """Nothing to complain of, nothing loaded, nothing to scroll sideways; the drawing is seen."""
    show(tab, tmp_path, name, size, colours)
    assert tab.complaints == []
    assert tab.asked == [(tmp_path / f"{name}.html").as_uri()]
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    drawing = tab.locator("svg.route").first
    assert drawing.is_visible()
    box = drawing.bounding_box()
    assert box["width"] > 200
    assert box["height"] > 100


@pytest.mark.parametrize(("colours", "is_dark"), [("light", False), ("dark", True)])
def test_it_can_be_read_by_day_and_by_night(
    tab: Any, tmp_path: Path, colours: str, is_dark: bool
) -> None:
    """The paper is light by day and dark by night, and the names on the drawing stand out of it."""
    show(tab, tmp_path, "day", PHONE, colours)
    paper = _light(tab, "body", "background-color")
    assert (paper < 0.5) is is_dark
    card = _light(tab, "figure", "background-color")
    for where, what in ((".route .name", "fill"), (".mark rect", "fill"), (".home", "fill")):
        assert abs(_light(tab, where, what) - card) > 0.3
    assert abs(_light(tab, ".mark text", "fill") - _light(tab, ".mark rect", "fill")) > 0.3


def test_a_name_on_the_drawing_has_the_room_it_was_given(tab: Any, tmp_path: Path) -> None:
    """What is laid out by estimate fits when a browser draws it: no name is wider than the drawing."""
    show(tab, tmp_path, "day", DESK, "light")
    drawing = tab.locator("svg.route").bounding_box()
    for name in tab.locator(".route .name").all():
        box = name.bounding_box()
        assert box["x"] >= drawing["x"] - 1
        assert box["x"] + box["width"] <= drawing["x"] + drawing["width"] + 1


def test_a_mark_holds_its_numbers(tab: Any, tmp_path: Path) -> None:
    """Bold numbers in a browser's own type are no wider than the mark under them."""
    show(tab, tmp_path, "crowded", DESK, "light")
    marks = tab.locator(".mark").all()
    assert [mark.text_content() for mark in marks] == ["1-12"]
    for mark in marks:
        ground, text = (mark.locator(part).bounding_box() for part in ("rect", "text"))
        assert text["width"] <= ground["width"]


def test_nothing_typed_runs(tab: Any, tmp_path: Path) -> None:
    """A name that tries to be a script is shown, and nothing else happens."""
    show(tab, tmp_path, "hostile", PHONE, "light")
    assert tab.locator("img, script").count() == 0
    assert HOSTILE[:25] in tab.locator("table.day").inner_text()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints(tab: Any, tmp_path: Path, paper: str) -> None:
    """On paper a day is a page or two, and its table has its head."""
    show(tab, tmp_path, "day", DESK, "dark")
    printed = tab.pdf(format=paper, prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    assert 1 <= printed.count(b"/Type /Page\n") <= 2
    tab.emulate_media(media="print", color_scheme="dark")
    assert _light(tab, "body", "background-color") == 1
    assert tab.locator("table.day thead").is_visible()


def _light(tab: Any, where: str, what: str) -> float:
    """How light a colour on the page is, from 0 to 1."""
    colour = tab.evaluate(
        "([where, what]) => getComputedStyle(document.querySelector(where)).getPropertyValue(what)",
        [where, what],
    )
    numbers = [int(part) for part in colour.strip("rgba()").split(",")[:3]]
    return sum(numbers) / (3 * 255)
