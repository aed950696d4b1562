"""Briefs as one page for a phone in a corridor: it needs no network and asks for none."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

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
from repplan.markup import base_style, beside, document, raw, tag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

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
    script = beside(__file__, "page.js")
    body = tag(
        "body",
        tag("header", tag("h1", title), tag("p", count, class_="soft"), id=_TOP),
        *([_contents(briefs)] if len(briefs) > 1 else []),
        tag("main", *(_card(at, one, briefs, language) for at, one in enumerate(briefs, 1))),
        tag("footer", tag("p", as_of(clock, language), class_="soft")),
        raw("script", script),
    )
    style = base_style() + beside(__file__, "page.css")
    return document(f"{title}: {count}", body, style=style, script=script, language=language)


def _contents(briefs: Sequence[Brief]) -> Element:
    rows = [tag("li", _jump(at, brief)) for at, brief in enumerate(briefs, 1)]
    return tag("nav", tag("ol", *rows), aria_label=_("Visits"))


def _jump(at: int, brief: Brief) -> Element:
    owed = sum(item.label == OWED for section in brief.sections for item in section.items)
    badge = tag("span", _("owe {n}").format(n=owed), class_="owes")
    place = brief.account.name if brief.account and brief.provider else ""
    return tag(
        "a",
        tag("span", hour_of(brief), class_="hour"),
        tag("span", name_of(brief)),
        *([badge] if owed else []),
        *([tag("span", place, class_="place soft")] if place else []),
        href=f"#visit-{at}",
    )


def _card(at: int, brief: Brief, briefs: Sequence[Brief], language: str) -> Element:
    facts = listed(facts_of(brief))
    address = address_of(brief)
    back = tag("a", _("All visits"), href=f"#{_TOP}", class_="back soft")
    return tag(
        "article",
        tag("h2", name_of(brief)),
        *([tag("p", facts, class_="soft")] if facts else []),
        tag("p", when_of(brief, language, says_today=False), class_="when"),
        *([tag("p", address, class_="soft")] if address else []),
        tag("dl", *(_entry(label, items) for label, items in groups(brief))),
        *([_copy(brief.header)] if brief.header else []),
        *([back] if len(briefs) > 1 else []),
        id=f"visit-{at}",
    )


def _entry(label: str, items: Sequence[BriefItem]) -> Element:
    texts = [
        tag("dd", tag("strong", item.text) if label == OWED else item.text, class_=item.style)
        for item in items
    ]
    return tag("div", tag("dt", label_of(label)), *texts, class_=_CLASSES.get(label, "entry"))


def _copy(header: str) -> Element:
    """Return the line to type notes under; the script shows the button, which needs it."""
    button = tag("button", _("Copy"), type="button", data_done=_("Copied"), hidden="")
    return tag("div", tag("code", header), button, class_="copy")
