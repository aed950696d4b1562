"""A plan's page: it tells the day in order, asks for nothing, and nothing typed is markup on it."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from repplan import i18n
from repplan.records import replace
from repplan.routes.model import Proposal
from repplan.routes.page import page
from tests.brief.test_page import Page
from tests.routes.plans import CLOCK, HOSTILE, LEFT, PLAN, ROUTE, STOPS, hostile, week


def made(proposal: Proposal = PLAN, language: str = "en", *, is_personal: bool = False) -> bytes:
    """Return the page of a plan."""
    i18n.bind(language)
    return page(proposal, language=language, clock=CLOCK, is_personal=is_personal)


def told(content: bytes) -> list[str]:
    """Return what a reader sees of a page, without the drawing."""
    drawn = re.sub(rb"<svg.*?</svg>", b"", content, flags=re.DOTALL)
    return [text for tag, text in Page(drawn).texts if tag not in {"style", "title"}]


def test_the_page_tells_the_day_in_order() -> None:
    """Sums, who isn't drawn, each row with its time, who was left out and why, what it rests on."""
    assert told(made()) == [
        *("Tue 24 Nov", "5 visits, 1h53 on the way, 12 min waiting, 15 min slack"),
        "Not on the drawing: Amber Ng.",
        *("Time", "Who", "Where", "Why", "On the way"),
        *("8:05", "leave Home"),
        *("8:30", "8:50", "1", "Anjali Patel, MD", "Valley Cardiology, suite 210"),
        *("2 days late, renal dosing table", "drive 25 min"),
        *("8:55", "9:15", "2", "Daniel Cho, MD", "Valley Cardiology", "today, copay sheet"),
        "slack 5 min",
        *("10:00", "10:20", "3", "王建国 主任医师", "市一医院", "降压药说明书"),
        "walk 8 min, wait 12 min",
        *("11:00", "11:20", "4", "Amber Ng", "Nowhere Clinic", "drive 20 min"),
        *("12:00", "12:30", "lunch"),
        *("13:15", "13:35", "5", "Åsa Lindqvist", "Uptown Pharmacy"),
        "drive 35 min, slack 10 min",
        *("14:00", "back at Home", "drive 25 min"),
        *("15:00", "16:00", "busy"),
        *("Left out", "Jo Brandt, NP", "no room: Åsa Lindqvist would have to go"),
        *("Tom Haas, MD", "they see no reps"),
        *("To know", "Amber Ng has no address: she was planned last."),
        "Minutes on the way: estimated from the distance.",
        "As of Mon 23 Nov 18:05. Delete it when the day is done.",
    ]


def test_every_visit_stands_in_the_table_once() -> None:
    """Each name of the plan is in its day's table, and only there once."""
    [table] = re.findall(r'<table class="day">.*?</table>', made().decode(), re.DOTALL)
    for stop in STOPS:
        assert table.count(stop.prospect.name) == 1


def test_what_is_personal_is_left_out() -> None:
    """A personal note's item and what a busy hour is are there only where they were asked for."""
    plain, asked = made().decode(), made(is_personal=True).decode()
    for text in ("cello", "dentist"):
        assert text not in plain
        assert text in asked


def test_a_week_begins_with_a_line_a_day() -> None:
    """Five lines, each with its sums or why it is off; those with visits lead to their day."""
    content = made(week())
    first = Page(content)
    assert first.of("h1") == ["Mon 23 Nov to Fri 27 Nov"]
    [table] = re.findall(r'<table class="week">.*?</table>', content.decode(), re.DOTALL)
    lines = [re.sub(r"<[^>]+>", " ", row).split() for row in table.split("<tr>")[2:]]
    assert lines == [
        "Mon 23 Nov 5 8:05-14:00 1h53 27 min".split(),
        "Tue 24 Nov 5 8:05-14:00 1h53 27 min".split(),
        "Wed 25 Nov Thanksgiving".split(),
        "Thu 26 Nov nobody".split(),
        "Fri 27 Nov 1 8:05-14:00 55 min 0 min".split(),
    ]
    ids = {attributes.get("id") for _tag, attributes in first.elements}
    links = [str(one["href"]) for one in first.attributes("a")]
    assert links == ["#day-1", "#day-2", "#day-5"]
    assert {link.removeprefix("#") for link in links} <= ids
    assert first.of("h2")[:3] == ["Mon 23 Nov", "Tue 24 Nov", "Fri 27 Nov"]


def test_the_page_asks_for_nothing() -> None:
    """No address outside it, and a policy that lets in nothing but its own style."""
    content = made(week())
    first = Page(content)
    assert not [one for _tag, one in first.elements if {"src", "action", "style"} & one.keys()]
    assert b"//" not in content
    assert b"url(" not in content
    assert first.attributes("script") == []
    [style] = first.of("style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [one["content"] for one in first.attributes("meta") if "http-equiv" in one]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_typed_is_markup_on_the_page() -> None:
    """The page has the same elements whatever was typed, and shows it as it was typed."""
    found = Page(made(hostile(), is_personal=True))
    names = [tag for tag, _attributes in found.elements]
    assert "script" not in names
    assert "img" not in names
    shown = HOSTILE.replace("\r\n", "\n").replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    # Whom, what takes an hour, and why somebody is left out.
    assert found.texts.count(("span", shown)) == 3
    assert ("strong", shown) in found.texts
    assert ("li", shown) in found.texts


@pytest.mark.parametrize("routes", [(), (replace(ROUTE, stops=(), leaves=None, back=None),)])
def test_a_plan_of_nobody_is_a_page(routes: tuple[object, ...]) -> None:
    """A day without visits has no drawing, and still says who was left out."""
    content = made(Proposal(routes, LEFT))  # type: ignore[arg-type]  # routes, said by pytest
    assert b"<svg" not in content
    assert "Jo Brandt, NP" in told(content)


def test_chinese() -> None:
    """Its own words are Chinese; names stay as they are."""
    content = made(language="zh_CN")
    assert b'lang="zh-CN"' in content
    words = told(content)
    assert words[0] == "11月24日 周二"
    assert "王建国 主任医师" in words


def test_the_same_plan_is_the_same_page() -> None:
    """Nothing random, no clock but ours."""
    assert made(week()) == made(week())
