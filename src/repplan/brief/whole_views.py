"""The whole person on the screen and as JSON."""

from __future__ import annotations

import dataclasses
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.brief.words import slot_words
from repplan.cli.show import facts, label, value
from repplan.i18n.daysshown import iso_short
from repplan.i18n.phrases import listed, quoted, with_note
from repplan.notes.views import apart_words, note_json, note_text
from repplan.providers.model import FIELDS
from repplan.providers.views import provider_json
from repplan.relations.views import given_json, relation_json, stance_json
from repplan.relations.words import said_of, stance_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from repplan.brief.whole import WholePerson
    from repplan.cli.show import Line
    from repplan.followups.model import Concern
    from repplan.notes.model import Note
    from repplan.products.model import Coverage
    from repplan.visits.model import Visit

_HEAD = ("tier", "segment", "role", "specialties", "state")
_FIRST = ("likes", "prescribing", "patients", "interests")
_LAST = (
    "preferred_channel", "best_times", "languages", "nicknames",
    "phone", "email", "npi",
)  # fmt: skip
_SLOTS = 5
_Told = tuple[str, str]


def whole_lines(one: WholePerson, ref: str, today: date, language: str) -> list[Line]:
    """Return all that is known of a person, about a screenful; what isn't known takes no line."""
    who = one.provider
    head = [who.name, who.native_name if who.native_name not in who.name else "", who.title]
    name = " ".join(part for part in head if part and (part == who.name or part not in who.name))
    fields = {field.column: field for field in FIELDS}

    def shown(column: str) -> str:
        return value(fields[column], getattr(who, column))

    screen = _Screen(today, language)
    told: list[_Told] = [(_("is"), listed(shown(column) for column in _HEAD))]
    told += [(_("at"), "\n".join(listed((at.place, at.hours)) for at in one.places))]
    told += [(label(fields[column]), shown(column)) for column in _FIRST]
    told += screen.about(one)
    told += [(_("assistant"), listed((who.assistant_name, who.assistant_phone)))]
    told += [(label(fields[column]), shown(column)) for column in _LAST]
    told += screen.history(one)
    lines: list[Line] = [[(name, "head"), (f"  {ref}", "faint")], *facts(told)]
    if one.personal is None and one.personal_count:
        lines.append([(apart_words(one.personal_count), "faint")])
    return lines


class _Screen:
    """Puts what the rooms know in words, for one day and language."""

    def __init__(self, today: date, language: str) -> None:
        self.today = today
        self.language = language

    def about(self, one: WholePerson) -> Iterator[_Told]:
        """Yield where they stand: what they care about, what they have done, who pays."""
        yield _("cares"), "\n".join(self.care(care) for care in one.cares)
        yield _("cared"), "\n".join(self.care(care) for care in one.settled)
        yield _("achieved"), self.notes(one.achievements, has_topic=False)
        yield _("known"), self.notes(one.notes)
        yield _("personal"), self.notes(one.personal or ())
        yield _("coverage"), "\n".join(self.cover(line) for line in one.coverage)
        if one.stance:
            day = self.day(one.stance.noted_on)
            stands = with_note(stance_words(one.stance), listed((day, one.stance.evidence)))
            yield _("stands"), stands
        yield _("ties"), "\n".join(said_of(tie) for tie in one.relations)

    def history(self, one: WholePerson) -> Iterator[_Told]:
        """Yield what happened, and what is open."""
        yield _("seen at"), listed(slot_words(one.slots[:_SLOTS], self.language))
        last = one.provider.last_contact_on
        yield _("last seen"), self.day(last) if last else ""
        yield _("visits"), "\n".join(self.visit(visit) for visit in one.visits)
        yield (
            _("given"),
            "\n".join(with_note(gift.what, self.day(gift.given_on)) for gift in one.given),
        )
        yield _("objective"), "\n".join(objective.what for objective in one.objectives)
        ours = [item.what for item in one.followups if item.by == "us"]
        theirs = [item.what for item in one.followups if item.by == "them"]
        yield _("we owe"), "\n".join(ours)
        yield _("they owe"), "\n".join(theirs)
        yield (
            _("licence"),
            "\n".join(
                " ".join(
                    part
                    for part in (known.region, known.number, known.status, known.expires_on)
                    if part
                )
                for known in one.licences
            ),
        )

    def notes(self, notes: Iterable[Note], *, has_topic: bool = True) -> str:
        """Return notes, a line each; ``has_topic`` False leaves out what all of them are about."""
        told = notes if has_topic else [dataclasses.replace(note, topic=None) for note in notes]
        return "\n".join(note_text(note, today=self.today, language=self.language) for note in told)

    def care(self, care: Concern) -> str:
        """Return what they care about and since when; what was settled until when."""
        days = self.day(care.raised_on)
        if care.settled_on:
            days = _("{first} to {last}").format(first=days, last=self.day(care.settled_on))
        return with_note(care.what, days)

    def cover(self, line: Coverage) -> str:
        """Return who pays for what, and what it takes."""
        state = with_note(pgettext("coverage", line.state), listed((line.account, line.steps)))
        return f"{line.product}: {line.payer} {state}"

    def visit(self, visit: Visit) -> str:
        """Return a visit in one line: when, how it went, what they said."""
        outcome = _(visit.outcome) if visit.outcome else ""
        head = " ".join(part for part in (self.day(visit.on_date), outcome) if part)
        return f"{head}  {quoted(visit.said)}" if visit.said else head

    def day(self, iso: str) -> str:
        """Return a day as the screen shows it."""
        return iso_short(iso, self.today, self.language)


def whole_json(one: WholePerson) -> dict[str, object]:
    """Return all that is known of a person as JSON; personal notes only where asked for."""
    return {
        **provider_json(one.provider, one.places, one.licences),
        "cares": [_care_json(care) for care in (*one.cares, *one.settled)],
        "achievements": [note_json(note) for note in one.achievements],
        "notes": [note_json(note) for note in one.notes],
        "personal": one.personal_count
        if one.personal is None
        else [note_json(note, with_personal=True) for note in one.personal],
        "coverage": [
            {
                "product": line.product,
                "payer": line.payer,
                "account": line.account,
                "state": line.state,
                "steps": line.steps,
                "from_on": line.from_on,
                "until_on": line.until_on,
            }
            for line in one.coverage
        ],
        "stance": stance_json(one.stance) if one.stance else None,
        "relations": [relation_json(tie) for tie in one.relations],
        "given": [given_json(gift) for gift in one.given],
        "objectives": [{"ref": aim.ref, "what": aim.what} for aim in one.objectives],
        "follow_ups": [
            {"ref": item.ref, "by": item.by, "kind": item.kind, "what": item.what,
             "due_on": item.due_on}
            for item in one.followups
        ],
        "visits": [
            {"ref": visit.ref, "date": visit.on_date, "outcome": visit.outcome, "said": visit.said}
            for visit in one.visits
        ],
        "seen_at": [dataclasses.asdict(slot) for slot in one.slots],
    }  # fmt: skip


def _care_json(care: Concern) -> dict[str, object]:
    return {"what": care.what, "raised_on": care.raised_on, "settled_on": care.settled_on}
