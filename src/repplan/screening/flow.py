"""The check before anything is kept: one place for every command that takes a text.

Refused is refused whole, before any Work is open. What a rule warns of is kept for a reason, and
the reason is kept with it. Commands alone call this.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import ask, confirm, may_ask
from repplan.cli.show import say
from repplan.errors import Declined, EmptyText
from repplan.fields import refuse_placeholder
from repplan.i18n.phrases import choice_word, message_of
from repplan.records import dataclass
from repplan.screening.actions import override
from repplan.screening.model import ASK, BLOCK, IDENTITY, OFFLABEL, SAFETY, WARN, Hit
from repplan.screening.refusals import of_action, refusal
from repplan.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from repplan.cli.runtime import Runtime
    from repplan.fields import Cell
    from repplan.store.work import Work

    Screen = Callable[[str], tuple[Hit, ...]]
    Texts = Mapping[str, str]


@dataclass(frozen=True)
class Checked:
    """Texts that may be kept, by the name they were given under, masked where that was agreed.

    ``overridden`` are the hits in spite of which they are, for this ``reason``.
    """

    texts: Texts
    overridden: tuple[Hit, ...] = ()
    reason: str = ""

    def keep(self, work: Work, table: str, record_id: str) -> None:
        """Write each rule that was overridden, beside the record, in its own Work."""
        for hit in self.overridden:
            override(work, hit.rule, table, record_id, self.reason)


def check_texts(runtime: Runtime, texts: Mapping[str, str | None], because: str | None) -> Checked:
    """Return the texts that may be kept; ``because`` is why, where a rule warns of one.

    Raises: PatientRefused, TextRefused, ReasonNeeded (no terminal), Declined.
    """
    said = {name: text for name, text in texts.items() if text}
    if not said:
        return Checked({})
    screen = _screen(runtime)
    reason = clean(because or "").strip()
    refuse_placeholder(_("The reason"), reason)
    said, hits = _unmasked(said, screen)
    _refuse(said, screen, BLOCK)
    if reason:
        _refuse({_("because"): reason}, screen, BLOCK)
    warned = of_action(hits, WARN)
    if warned and not reason:
        reason = _reason(said, screen, warned)
        _refuse({_("because"): reason}, screen, BLOCK)
    _remark(hits)
    if because and not warned:
        say(_("No rule had anything against it: the reason isn't kept."))
    return Checked(said, tuple(warned), reason if warned else "")


def check_cells(
    runtime: Runtime, columns: Iterable[str], cells: Mapping[str, Cell], because: str | None
) -> Checked:
    """Return which of these columns' texts may be kept, as ``check_texts`` does; empty ones may."""
    texts = {column: str(cells[column]) for column in columns if cells.get(column)}
    return check_texts(runtime, texts, because)


def check_reason(runtime: Runtime, text: str | None) -> str | None:
    """Return why something is so, or what shows it, as it is kept; None where nothing is said.

    It is a few words that go with a record: what bars a text bars it, no warning stops it.
    Raises: PatientRefused, TextRefused.
    """
    said = clean(text).strip() if text else ""
    if not said:
        return None
    refuse_placeholder(_("The reason"), said)
    screen = _screen(runtime)
    _refuse({"why": said}, screen, BLOCK)
    _remark(list(screen(said)))
    return said


def needed_reason(
    runtime: Runtime, name: str, text: str | None, *, not_just: frozenset[str] = frozenset()
) -> str:
    """Return what must be said with a record: asked for where the option wasn't given, screened.

    It is about something known already, so nothing is remarked of it. ``not_just``: folded words
    that alone are none of it. Raises: EmptyText, Placeholder, MissingValue (no terminal),
    PatientRefused, TextRefused, Declined.
    """
    said = clean(text if text is not None else ask(f"{name}:", what=name)).strip()
    if not said:
        raise EmptyText(name)
    refuse_placeholder(name, said, not_just)
    _refuse({"why": said}, _screen(runtime), BLOCK)
    return said


def _screen(runtime: Runtime) -> Screen:
    """Return what screens a text by this store's policy, products and own words."""
    from repplan.screening.queries import screener

    with runtime.reading() as db:
        return screener(db)


def _unmasked(said: Texts, screen: Screen) -> tuple[dict[str, str], list[Hit]]:
    """Return the texts, masked where somebody at the terminal agreed to it, and all their hits."""
    kept: dict[str, str] = {}
    hits: list[Hit] = []
    for name, text in said.items():
        found = screen(text)
        who = [hit for hit in found if hit.label == IDENTITY and hit.action == BLOCK]
        kept[name] = text
        if who and may_ask():
            from repplan.screening.rules import masked

            say(message_of(refusal(who, BLOCK)))
            hidden = masked(text, who)
            if not confirm(_("Keep it like this: “{text}”?").format(text=hidden), is_usual=True):
                raise Declined
            kept[name] = hidden
            found = screen(hidden)
        hits += found
    return kept, hits


def _refuse(said: Texts, screen: Screen, action: str) -> None:
    """Raise the refusal of the first text that a rule of this action is against."""
    for name, text in said.items():
        against = of_action(screen(text), action)
        if against:
            error = refusal(against, action)
            if len(said) > 1:
                error.add_note(choice_word("column", name.replace("_", " ")))
            raise error


def _reason(said: Texts, screen: Screen, warned: list[Hit]) -> str:
    """Return why the texts are kept all the same. Raises: ReasonNeeded, Declined."""
    if not may_ask():
        _refuse(said, screen, WARN)
    for hit in warned:
        say(message_of(refusal([hit], WARN)))
        say("  " + _("“{words}”").format(words=hit.words))
    reason = clean(ask(_("Why is it kept all the same? (Enter: it isn't)"))).strip()
    if not reason:
        raise Declined
    return reason


def _remark(hits: list[Hit]) -> None:
    """Say what should be asked of a text that is kept: nothing is labelled by itself."""
    asked = of_action(hits, ASK)
    for hit in asked:
        text = {
            SAFETY: _("“{words}”: that may be something to report: repplan safety add"),
            OFFLABEL: _("“{words}”: that may be one for medical affairs: repplan inquiry add"),
            IDENTITY: _("“{words}”: that may tell who a patient is: leave out what does"),
        }[hit.label]
        say(text.format(words=hit.words))
