"""Briefs as Markdown: plain, one heading each, what people typed never read as markup."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.brief.model import OWED
from repplan.brief.words import (
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
    from collections.abc import Iterator, Sequence

    from repplan.brief.model import Brief
    from repplan.clock import Clock


def markdown(briefs: Sequence[Brief], *, language: str, clock: Clock) -> bytes:
    """Return a Markdown text: the day, then each brief under its own heading."""
    lines = [f"# {_plain(title_of(briefs, language))}", ""]
    for brief in briefs:
        lines += [*_brief(brief, language), ""]
    lines.append(_plain(as_of(clock, language)))
    return ("\n".join(lines) + "\n").encode()


def _brief(brief: Brief, language: str) -> Iterator[str]:
    yield f"## {_plain(' '.join(part for part in (hour_of(brief), name_of(brief)) if part))}"
    yield ""
    facts = (*facts_of(brief), when_of(brief, language, says_today=False))
    yield _plain(listed(facts))
    yield ""
    for label, items in groups(brief):
        strong = "**" if label == OWED else ""
        for item in items:
            yield f"- **{_plain(label_of(label))}** {strong}{_plain(item.text)}{strong}"
    if brief.header:
        yield ""
        yield from _code(brief.header)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it was typed, on one line."""
    return _marks().sub(r"\\\g<0>", " ".join(shown(text).split()))


@cache
def _marks() -> re.Pattern[str]:
    """Return the pattern of what is markup: within a line, and at the start of one."""
    return re.compile(r"[\\`*_\[\]<>#|~$&]|^[-+=](?=\s|$)|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def _code(text: str) -> tuple[str, str, str]:
    """Return a block to copy from, fenced longer than any fence inside."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return fence, " ".join(shown(text).split()), fence
