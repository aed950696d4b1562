"""The page for a phone: its order, that it asks for nothing, that nothing typed is markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from repplan.day import BriefItem
from tests.brief.making import FIRST, HOSTILE, brief, hostile, owed, written

if TYPE_CHECKING:
    from pathlib import Path


class Page(HTMLParser):
    """What a browser makes of a page: its elements, and the text inside each path of them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.path: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102 - HTMLParser's
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.path.append(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: D102 - HTMLParser's
        assert self.path.pop() == tag

    def handle_data(self, data: str) -> None:  # noqa: D102 - HTMLParser's
        if data.strip():
            self.texts.append((self.path[-1], data))

    def of(self, tag: str) -> list[str]:
        """Return the texts of all elements of a kind."""
        return [text for at, text in self.texts if at == tag]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a kind."""
        return [attributes for at, attributes in self.elements if at == tag]


def test_the_page_reads_in_the_order_of_the_day(tmp_path: Path) -> None:
    """The day, a list to jump from, then each brief: who, when, the entries, the header."""
    page = Page(written(tmp_path, "day.html"))
    told = [text for tag, text in page.texts if tag not in {"style", "script", "title"}]
    assert told == [
        *("Tue 24 Nov", "2 briefs"),
        *("8:40", "Anjali Patel, MD", "owe 2", "Valley Cardiology"),
        *("王建国 主任医师", "市一医院"),
        *("Anjali Patel, MD", "A, cardiology", "Tue 24 Nov 8:40, 10 min, agreed with Dana"),
        "200 Ridge Road, Kettering",
        *("IN", "suite 210; Lot C"),
        *("OWED", "renal dosing table, 1 day late", "copay sheet, today"),
        *("STOP", "sees no reps"),
        *("LAST", 'Tue 17 Nov seen "Show me renal"', "Tue 3 Nov"),
        *("WHEN", "Tue seen 4 of 5"),
        *("@ Patel 8:40", "Copy", "All visits"),
        *("王建国 主任医师", "A, 心内科", "Tue 24 Nov, 10 min, asked", "临江"),
        *("CARES", "75岁以上低血压(11月17日 周二)"),
        *("@王建国", "Copy", "All visits"),
        "As of Tue 24 Nov 7:05. Delete it when the day is done.",
    ]
    assert page.of("strong") == ["renal dosing table, 1 day late", "copay sheet, today"]
    assert page.of("code") == ["@ Patel 8:40", "@王建国"]


def test_a_jump_lands_on_its_brief(tmp_path: Path) -> None:
    """Every link of the page names an element of it."""
    page = Page(written(tmp_path, "day.html"))
    ids = {attributes.get("id") for _tag, attributes in page.elements}
    links = [str(attributes["href"]) for attributes in page.attributes("a")]
    assert links == ["#visit-1", "#visit-2", "#top", "#top"]
    assert {link.removeprefix("#") for link in links} <= ids


def test_one_brief_needs_no_list(tmp_path: Path) -> None:
    """A page of one brief has nothing to jump to."""
    page = Page(written(tmp_path, "patel.html", [FIRST]))
    assert (page.attributes("nav"), page.attributes("a")) == ([], [])
    assert page.of("p")[0] == "1 brief"


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh_CN", "zh-CN")])
def test_the_page_says_its_language(tmp_path: Path, language: str, tag: str) -> None:
    """Language, character set and a phone's width are declared."""
    page = Page(written(tmp_path, "day.html", language=language))
    assert page.attributes("html") == [{"lang": tag}]
    metas = page.attributes("meta")
    assert {"charset": "utf-8"} in metas
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    """No address outside it, and a policy that lets nothing load but its own style and script."""
    content = written(tmp_path, "day.html")
    page = Page(content)
    assert not [
        attributes for _tag, attributes in page.elements if {"src", "action"} & attributes.keys()
    ]
    assert b"url(" not in content
    assert b"//" not in re.sub(rb"<script>.*</script>", b"", content, flags=re.DOTALL)
    digests = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for tag in ("style", "script")
        for text in page.of(tag)
    ]
    [policy] = [a["content"] for a in page.attributes("meta") if "http-equiv" in a]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_typed_is_markup_on_the_page(tmp_path: Path) -> None:
    """The page has the same elements whatever was typed, and shows it as it was typed."""
    plain = brief(owed=[owed("a")], person=[BriefItem("NOTE", "a")])
    expected = Page(written(tmp_path, "plain.html", [plain, plain]))
    page = Page(written(tmp_path, "day.html", [hostile(), hostile()]))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in expected.elements]
    assert page.of("strong") == [HOSTILE, HOSTILE]
    assert page.of("code") == [f"@ {HOSTILE}"] * 2
    assert f"{HOSTILE}�[0m�" in page.of("dd")
