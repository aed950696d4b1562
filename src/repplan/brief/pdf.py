"""Briefs as a PDF to read on a phone or to print: small pages, each brief begins one."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from repplan.brief.fonts import choose_fonts
from repplan.brief.model import OWED, STOP
from repplan.brief.paper import Heading, Paper, Pen
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from repplan.brief.model import Brief
    from repplan.clock import Clock


def pdf(briefs: Sequence[Brief], *, language: str, clock: Clock) -> bytes:
    """Return a PDF with an outline, one entry a brief. The same briefs give the same bytes."""
    last = as_of(clock, language)
    told = (text for brief in briefs for text in _texts(brief, language))
    pen = Pen(choose_fonts("".join((last, *told))))
    story: list[Flowable] = []
    for brief in briefs:
        story += [*([PageBreak()] if story else []), *_brief(pen, brief, language)]
    story.append(pen.written("last", last))
    file = BytesIO()
    Paper(file, pen, title_of(briefs, language), language, clock).build(story)
    return file.getvalue()


def _texts(brief: Brief, language: str) -> Iterator[str]:
    """Yield all that will be written, so that the fonts can be chosen for it."""
    yield from (name_of(brief), *facts_of(brief), when_of(brief, language, says_today=False))
    yield from (address_of(brief), brief.header)
    for label, items in groups(brief):
        yield label_of(label)
        yield from (item.text for item in items)


def _brief(pen: Pen, brief: Brief, language: str) -> Iterator[Flowable]:
    yield Heading(pen, name_of(brief), hour_of(brief))
    if facts := listed(facts_of(brief)):
        yield pen.written("soft", facts)
    yield pen.written("when", when_of(brief, language, says_today=False))
    if address := address_of(brief):
        yield pen.written("soft", address)
    for label, items in groups(brief):
        for at, item in enumerate(items):
            style = {OWED: "owed", STOP: "stop"}.get(label, "text")
            yield pen.entry(style, item.text, label_of(label) if at == 0 else "")
    if brief.header:
        yield pen.written("header", brief.header)
