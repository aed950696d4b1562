"""Briefs as one page for a phone in a corridor: it needs no network and asks for none.

Built as a tree of elements, never as text, so nothing that people typed can become markup.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from repplan.brief.model import OWED, STOP
from repplan.brief.words import (
    address_of,
    as_of,
    facts_of,
    groups,
    hour_of,
    label_of,
    name_of,
    title_of,
    when_of,
)
from repplan.i18n.phrases import listed
from repplan.text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.brief.model import Brief
    from repplan.clock import Clock
    from repplan.day import BriefItem

_TOP = "top"
_CLASSES = {OWED: "entry owed", STOP: "entry stop"}


def page(briefs: Sequence[Brief], *, language: str, clock: Clock) -> bytes:
    """Return a whole HTML page: the day, a list to jump from, each brief with its header to copy.

    It holds its own style and script and may load nothing else; without the script it reads the
    same.
    """
    title = title_of(briefs, language)
    count = ngettext("{n} brief", "{n} briefs", len(briefs)).format(n=len(briefs))
    body = _tag(
        "body",
        _tag("header", _tag("h1", title), _tag("p", count, class_="soft"), id=_TOP),
        *([_contents(briefs)] if len(briefs) > 1 else []),
        _tag("main", *(_card(at, one, briefs, language) for at, one in enumerate(briefs, 1))),
        _tag("footer", _tag("p", as_of(clock, language), class_="soft")),
        _raw("script", _beside("page.js")),
    )
    whole = _tag("html", _head(f"{title}: {count}"), body, lang=language.replace("_", "-"))
    return f"<!doctype html>\n{tostring(whole, 'unicode', 'html')}\n".encode()


def _head(title: str) -> Element:
    style, script = _beside("page.css"), _beside("page.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return _tag(
        "head",
        _tag("meta", charset="utf-8"),
        _tag("meta", http_equiv="Content-Security-Policy", content=policy),
        _tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _tag("meta", name="color-scheme", content="light dark"),
        _tag("meta", name="referrer", content="no-referrer"),
        # A phone would turn refs and doses into telephone links.
        _tag("meta", name="format-detection", content="telephone=no, date=no, address=no"),
        _tag("title", title),
        _raw("style", style),
    )


def _contents(briefs: Sequence[Brief]) -> Element:
    rows = [_tag("li", _jump(at, brief)) for at, brief in enumerate(briefs, 1)]
    return _tag("nav", _tag("ol", *rows), aria_label=_("Visits"))


def _jump(at: int, brief: Brief) -> Element:
    owed = sum(item.label == OWED for section in brief.sections for item in section.items)
    badge = _tag("span", _("owe {n}").format(n=owed), class_="owes")
    place = brief.account.name if brief.account and brief.provider else ""
    return _tag(
        "a",
        _tag("span", hour_of(brief), class_="hour"),
        _tag("span", name_of(brief)),
        *([badge] if owed else []),
        *([_tag("span", place, class_="place soft")] if place else []),
        href=f"#visit-{at}",
    )


def _card(at: int, brief: Brief, briefs: Sequence[Brief], language: str) -> Element:
    facts = listed(facts_of(brief))
    address = address_of(brief)
    back = _tag("a", _("All visits"), href=f"#{_TOP}", class_="back soft")
    return _tag(
        "article",
        _tag("h2", name_of(brief)),
        *([_tag("p", facts, class_="soft")] if facts else []),
        _tag("p", when_of(brief, language, says_today=False), class_="when"),
        *([_tag("p", address, class_="soft")] if address else []),
        _tag("dl", *(_entry(label, items) for label, items in groups(brief))),
        *([_copy(brief.header)] if brief.header else []),
        *([back] if len(briefs) > 1 else []),
        id=f"visit-{at}",
    )


def _entry(label: str, items: Sequence[BriefItem]) -> Element:
    texts = [
        _tag("dd", _tag("strong", item.text) if label == OWED else item.text, class_=item.style)
        for item in items
    ]
    return _tag("div", _tag("dt", label_of(label)), *texts, class_=_CLASSES.get(label, "entry"))


def _copy(header: str) -> Element:
    """Return the line to type notes under; the script shows the button, which needs it."""
    button = _tag("button", _("Copy"), type="button", data_done=_("Copied"), hidden="")
    return _tag("div", _tag("code", header), button, class_="copy")


def _tag(name: str, /, *inside: Element | str, **attributes: str) -> Element:
    """Return an element; ``class_`` and ``http_equiv`` are the attributes that HTML writes so."""
    names = {key: key.rstrip("_").replace("_", "-") for key in attributes}
    one = Element(name, {names[key]: shown(value) for key, value in attributes.items()})
    for part in inside:
        if isinstance(part, str):
            one.text = shown(part)
        else:
            one.append(part)
    return one


def _raw(name: str, text: str) -> Element:
    """Return an element that holds our own code, which no digest would fit once escaped."""
    one = Element(name)
    one.text = text
    return one


def _digest(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
