"""What screening found in a text, and what was kept in spite of a rule: on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import saved, screen_width, table
from repplan.screening.model import ASK, BLOCK, IDENTITY, OFFLABEL, SAFETY
from repplan.screening.naming import OWN_RULE, rule_words
from repplan.text import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.screening.flow import Checked
    from repplan.screening.model import Hit
    from repplan.screening.own_words import WatchWord

_WORDS = 24
"""The most cells of the words that were found."""


def hit_json(hit: Hit) -> dict[str, object]:
    """Return a hit as JSON."""
    return {"label": hit.label, "rule": hit.rule, "words": hit.words, "action": hit.action}


def found_json(text: str, hits: Sequence[Hit]) -> dict[str, object]:
    """Return a text and what was found in it as JSON: one line of the answer."""
    return {"text": text, "hits": [hit_json(hit) for hit in hits]}


def found_lines(hits: Sequence[Hit]) -> list[Line]:
    """Return what was found: words, what they are about, what happens; the source under each."""
    if not hits:
        return [_("No rule has anything to say of it.")]
    room = max(screen_width() - 2, 20)
    rows = [(clip(hit.words, _WORDS), _(rule_words(hit)), _happens(hit)) for hit in hits]
    head, *body = table((_("Words"), _("What"), _("What happens")), rows, limit=screen_width())
    lines: list[Line] = [head]
    for line, hit in zip(body, hits, strict=True):
        lines.append(line)
        told = _("rule {rule}; source: {source}").format(
            rule=hit.rule, source=_(hit.source or OWN_RULE)
        )
        lines.extend([("  " + part, "faint")] for part in wrap(told, room))
    return lines


def _happens(hit: Hit) -> str:
    if hit.action == BLOCK:
        return _("it is refused")
    if hit.action == ASK:
        return {
            SAFETY: _("to report? asks"),
            OFFLABEL: _("to medical? asks"),
            IDENTITY: _("a patient? says so"),
        }[hit.label]
    return _("needs a reason")


# --- kept in spite of a rule ----------------------------------------------------------------------


def overrides_json(checked: Checked) -> list[dict[str, object]]:
    """Return in spite of which rules something was kept, and why, as JSON."""
    return [
        {"rule": hit.rule, "source": hit.source or None, "reason": checked.reason}
        for hit in checked.overridden
    ]


def with_overrides(lines: Sequence[Line], checked: Checked) -> list[Line]:
    """Return an answer that ends with how to take it back, and before that what was overridden."""
    told: list[Line] = []
    for hit in checked.overridden:
        text = _("Kept all the same: {what} (rule {rule}). Why: {reason}").format(
            what=_(rule_words(hit)), rule=hit.rule, reason=checked.reason
        )
        told.extend([(part, "warn")] for part in wrap(text, screen_width()))
    return [*lines[:-1], *told, *lines[-1:]]


# --- words of one's own ---------------------------------------------------------------------------


def word_json(word: WatchWord) -> dict[str, object]:
    """Return a watch word as JSON."""
    return {"label": word.label, "text": word.text, "noted_on": word.noted_on}


def word_table(words: Sequence[WatchWord]) -> list[Line]:
    """Return the rep's own words with what each is watched for, and since when."""
    if not words:
        return [_("You have added no words. One more: repplan note words --add TEXT")]
    rows = [(word.text, pgettext("label", word.label), word.noted_on) for word in words]
    return table((_("Word"), _("Watched for"), _("Since")), rows)


def word_written(word: WatchWord, batch: str, *, is_gone: bool) -> list[Line]:
    """Return what became of a word, and how to take it back."""
    told = _("No longer watched for: {text}") if is_gone else _("Watched for: {text} ({label})")
    label = pgettext("label", word.label)
    return [told.format(text=word.text, label=label), saved(batch)]
