"""What to say, and what it can't say; what they may object, what to ask, what to bring."""

from __future__ import annotations

from datetime import date, time, timedelta
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.brief.asking import questions as asked
from repplan.brief.changes import changed_since
from repplan.brief.model import ASK, BRING, IF, LIMIT, NEW, NOTE, SAY
from repplan.brief.reasons import GAPS, reading, reasons
from repplan.clock import local_instant
from repplan.day import BriefItem
from repplan.errors import N_, NP_
from repplan.i18n.daysshown import show_day_short
from repplan.i18n.phrases import clauses, listed, quoted, with_note
from repplan.products.choosing import reading_seconds
from repplan.products.medical import is_medical
from repplan.products.model import DEPTHS
from repplan.text import clip
from repplan.visits import talk as talks

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.products.bringing import Bring
    from repplan.products.choosing import Likely
    from repplan.products.model import Message
    from repplan.products.questions import Question
    from repplan.visits.talk import Talk

_DEPTHS = {
    "20s": NP_("depth", "20s"), "2m": NP_("depth", "2m"), "10m": NP_("depth", "10m"),
}  # fmt: skip
_COLUMNS = {
    "indications": N_("indications"),
    "mechanism": N_("mechanism"),
    "trials": N_("trials"),
    "safety_profile": N_("safety"),
    "comparisons": N_("comparisons"),
    "labelling": N_("labelling"),
    "limitation": N_("limitation"),
    "claim": N_("claim"),
    "citation": N_("citation"),
    "figure": N_("figure"),
    "expires_on": N_("approval"),
    "answer": N_("answer"),
    "version": N_("version"),
}
"""What may have changed, in words; any other column is the wording."""

_CHANGES = 3
_ASKED = 40
"""Cells of their own words inside a question."""

_NAMED = 30
"""Cells of what has changed."""


def message(door: Door) -> list[BriefItem]:
    """Return the message with its limitation, or that there is none, and what changed lately."""
    talk = door.talk
    if talk is None or not talk.products:
        return []
    chosen = talk.chosen
    facts: tuple[tuple[str, object], ...] = (("why", reasons(door, chosen.why)),)
    if chosen.message:
        items = [*_both(door, talk, chosen.message), *_beside(door, talk)]
    elif chosen.concern:
        ref = chosen.elsewhere.ref if chosen.elsewhere else None
        items = [BriefItem(SAY, _unanswered(talk), ref, "warn", is_kept=True, facts=facts)]
    elif chosen.said_on:
        day = door.day(chosen.said_on)
        said = _("nothing new is approved for them since you spoke on {day}: ask, and listen")
        items = [BriefItem(SAY, said.format(day=day), facts=facts)]
    elif chosen.passed and talk.known.messages:
        said = _("no approved message of {product} is for them: ask, and listen")
        items = [BriefItem(SAY, said.format(product=talk.known.names[chosen.passed]), facts=facts)]
    else:
        items = []
    return items + _changed(door, talk)


def objections(door: Door) -> list[BriefItem]:
    """Return the objection to expect, with the approved answer where one fits."""
    if door.talk is None:
        return []
    return [_objection(door, one) for one in talks.likely_objections(door.db, door.talk)]


def questions(door: Door) -> list[BriefItem]:
    """Return three questions to ask; none before there is a product to talk about."""
    talk = door.talk
    if talk is None or not talk.products:
        return []
    return [_question(one) for one in asked(door, talk)]


def bring(door: Door) -> list[BriefItem]:
    """Return what to take along."""
    if door.talk is None:
        return []
    return [_bring(door, one) for one in talks.to_bring(door.db, door.talk)]


def thing(what: str, version: str | None, until: str) -> str:
    """Return a material as one takes it along: its title, version and last day of approval."""
    if version:
        # L10n: a material and its version: "registry one-pager v3".
        what = _("{title} v{version}").format(title=what, version=version.lstrip("vV"))
    return with_note(what, _("approved to {day}").format(day=until) if until else "")


def _unanswered(talk: Talk) -> str:
    """What to do about a concern that no message for them answers."""
    chosen = talk.chosen
    has_medical = is_medical(chosen.unanswered)
    if not chosen.elsewhere:
        if has_medical:
            return _("nothing approved answers this: listen, and take it to medical")
        return _("nothing approved answers this: listen")
    if has_medical:
        said = _("the approved answer {ref} is for others: listen, and take it to medical")
    else:
        said = _("the approved answer {ref} is for others: listen")
    return said.format(ref=chosen.elsewhere.ref)


def _beside(door: Door, talk: Talk) -> list[BriefItem]:
    """A line on what the message leaves out: a newer concern, or the last visit's product."""
    chosen = talk.chosen
    if chosen.message and chosen.unanswered:
        # L10n: an open concern in quotes, and what to do about it.
        text = _("{concern}: {said}").format(
            concern=quoted(clip(chosen.unanswered, _ASKED)), said=_unanswered(talk)
        )
        ref = chosen.elsewhere.ref if chosen.elsewhere else None
        return [BriefItem(SAY, text, ref, "warn", is_kept=True)]
    if chosen.message and chosen.passed:
        names = {"product": talk.known.names[chosen.passed], "other": chosen.message.product}
        if chosen.passed_on:
            said = _("nothing new of {product} since {day}: this is of {other}")
            names["day"] = door.day(chosen.passed_on)
        else:
            said = _(
                "no approved message of {product}, of last time, is for them: this is of {other}"
            )
        return [BriefItem(NOTE, said.format(**names), is_kept=True)]
    return []


def _both(door: Door, talk: Talk, one: Message) -> list[BriefItem]:
    """A message and its limitation: they stand together or not at all."""
    needed = talk.chosen.depth
    is_raised = DEPTHS.index(door.depth) < DEPTHS.index(needed)
    depth = _depth_of(one, needed if is_raised else door.depth)
    text = one.text(depth)
    why = (*reasons(door, talk.chosen.why), reading(reading_seconds(text)))
    facts: tuple[tuple[str, object], ...] = (
        ("depth", depth),
        ("depth_raised", is_raised),
        ("claim", one.claim),
        ("limitation", one.limitation),
        ("product", one.product),
        ("message_ref", one.ref),
        ("citation", one.citation),
        ("approved_until", one.expires_on),
        ("why", why),
    )
    shown = pgettext("depth", _DEPTHS[depth])
    if is_raised:
        # L10n: behind a depth: a shorter text of this message doesn't answer their concern.
        shown = with_note(shown, _("the shorter text doesn't answer it"))
    said = f"{shown}  {quoted(text)}"
    return [
        BriefItem(SAY, said, one.ref, "head", facts=facts),
        BriefItem(LIMIT, one.limitation, one.ref, is_kept=True),
    ]


def _depth_of(one: Message, wanted: str) -> str:
    """The depth that its text is at: the wanted one, or the next shorter that it has."""
    texts = {"20s": one.text_20s, "2m": one.text_2m, "10m": one.text_10m}
    shorter = DEPTHS[: DEPTHS.index(wanted) + 1]
    return next(depth for depth in reversed(shorter) if texts[depth])


def _changed(door: Door, talk: Talk) -> list[BriefItem]:
    """One line of what changed since the last visit; with an open concern only what bears on it."""
    last = talk.provider.last_contact_on
    if not last:
        return []
    since = date.fromisoformat(last)
    since_at = local_instant(since + timedelta(1), time())
    found = changed_since(door, talk, last, since_at)
    if talk.chosen.concern:
        said = talk.chosen.message
        found = [
            one
            for one in found
            if one[0] == "product" or (said and one[:2] == ("message", said.claim))
        ]
    if not found:
        return []
    told = [_change(*one) for one in found[:_CHANGES]]
    if len(found) > _CHANGES:
        told.append(f"+{len(found) - _CHANGES}")
    text = _("changed since {day}: {what}").format(day=door.day(last), what=clauses(told))
    return [BriefItem(NEW, text, style="warn", facts=(("since", last),))]


def _change(table: str, name: str, columns: tuple[tuple[str, str], ...]) -> str:
    if table == "coverage":
        return name
    what = listed(
        dict.fromkeys(
            " ".join(part for part in (_(_COLUMNS.get(one, N_("wording"))), said) if part)
            for one, said in columns
        )
    )
    if table == "product":
        # L10n: which facts of a product have changed: "safety of Cardexa".
        return _("{what} of {name}").format(what=what or _("facts"), name=name)
    shown = quoted(clip(name, _NAMED))
    return _("{what} of {name}").format(what=what, name=shown) if what else shown


def _objection(door: Door, one: Likely) -> BriefItem:
    heard, approved = one.heard, one.objection
    facts: tuple[tuple[str, object], ...] = (
        (
            "kind",
            (heard.kind if heard else None) or (approved.category if approved else None),
        ),
        ("said", one.said),
        ("answer", approved.answer if approved else None),
        ("objection_ref", approved.ref if approved else None),
        ("approved_until", approved.expires_on if approved else None),
        ("why", reasons(door, one.why)),
    )
    ref = (heard.visit_ref if heard else "") or (approved.ref if approved else None)
    if approved:
        # L10n: what they may object, and the approved answer.
        text = _("{said} -> {answer}").format(said=quoted(one.said), answer=quoted(approved.answer))
    else:
        kind = _(heard.kind) if heard and heard.kind else ""
        day = door.day(heard.on if heard else None)
        text = with_note(quoted(one.said), listed((day, kind)))
    return BriefItem(IF, text, ref, facts=facts)


def _question(one: Question) -> BriefItem:
    why = ({"term": one.gap, "text": listed((pgettext("spin", one.stage), _(GAPS[one.gap])))},)
    text = _(one.words).format(**{name: clip(text, _ASKED) for name, text in one.fills})
    return BriefItem(ASK, text, facts=(("spin", one.stage), ("gap", one.gap), ("why", why)))


def _bring(door: Door, one: Bring) -> BriefItem:
    it = one.material
    until = it.expires_on if it else None
    day = show_day_short(date.fromisoformat(until), door.today, door.language) if until else ""
    text = thing(it.title, it.version, day) if it else one.what
    facts: tuple[tuple[str, object], ...] = (
        ("material_ref", it.ref if it else None),
        ("version", it.version if it else None),
        ("approved_until", until),
        ("why", reasons(door, one.why)),
    )
    return BriefItem(BRING, text, one.ref or (it.ref if it else None), facts=facts)
