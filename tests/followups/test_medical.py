"""The inquiry and the question that we owe, in one Work."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.followups import queries
from repplan.followups.actions import close, promise
from repplan.followups.medical import ask_medical, hand_over, take_answer, withdraw
from repplan.inquiries import actions as inquiries
from repplan.inquiries.rules import InquiryClosed, NotAnswered, NotSent, WithMedical

if TYPE_CHECKING:
    from repplan.providers.model import Provider
    from repplan.store.work import Work


def test_a_question_of_a_visit_is_taken(people: dict[str, Provider], work: Work) -> None:
    """A question that is owed already isn't made again; without one it is made."""
    who = people["lindqvist"].id
    owed = promise(work, what="ok in dialysis?", provider_id=who, kind="question")
    one = ask_medical(work, provider_id=who, question="ok in dialysis?", followup_id=owed.id)
    assert one.followup_ref == owed.ref
    ask_medical(work, provider_id=who, question="and at home?", asked_on=date(2026, 11, 20))
    open_ones = queries.open_of_provider(work.db, who)
    assert sorted(item.what for item in open_ones) == ["and at home?", "ok in dialysis?"]


def test_a_question_said_again_is_taken(people: dict[str, Provider], work: Work) -> None:
    """The same words to the same person are one question; theirs, and what is asked, stay."""
    who, other = people["lindqvist"].id, people["patel"].id
    owed = promise(
        work,
        what="ok in dialysis?",
        provider_id=who,
        kind="question",
        made_on=date(2026, 11, 20),
    )
    one = ask_medical(work, provider_id=who, question="OK in  dialysis?")
    assert (one.followup_ref, one.asked_on) == (owed.ref, "2026-11-20")
    again = ask_medical(work, provider_id=who, question="ok in dialysis?")
    elsewhere = ask_medical(work, provider_id=other, question="ok in dialysis?")
    theirs = promise(work, what="ok at home?", provider_id=who, by="them")
    apart = ask_medical(work, provider_id=who, question="ok at home?")
    assert len({one.followup_ref for one in (one, again, elsewhere, apart)}) == 4
    assert theirs.ref != apart.followup_ref


def test_a_named_day_stays(people: dict[str, Provider], work: Work) -> None:
    """A day that was promised is still what was promised, however long medical affairs took."""
    who = people["lindqvist"].id
    owed = promise(work, what="ok?", provider_id=who, kind="question", due_on="2026-11-20")
    one = ask_medical(work, provider_id=who, question="ok?", followup_id=owed.id)
    inquiries.send(work, one.id)
    take_answer(work, one.id, "No.")
    assert queries.followup(work.db, owed.id).due_on == "2026-11-20"
    assert hand_over(work, one.id).state == "handed"
    assert queries.followup(work.db, owed.id).state == "late"


def test_in_their_order(people: dict[str, Provider], work: Work) -> None:
    """Each step waits for the one before it, and nothing follows the last."""
    one = ask_medical(work, provider_id=people["lindqvist"].id, question="ok?")
    assert one.followup_id is not None
    with pytest.raises(NotSent):
        take_answer(work, one.id, "No.")
    inquiries.send(work, one.id)
    with pytest.raises(WithMedical):
        close(work, one.followup_id)
    with pytest.raises(WithMedical):
        hand_over(work, one.id)
    take_answer(work, one.id, "No.")
    close(work, one.followup_id, on=date(2026, 11, 23))
    with pytest.raises(InquiryClosed):
        withdraw(work, one.id, "late")


def test_without_its_question(people: dict[str, Provider], work: Work) -> None:
    """An inquiry whose question is gone is handed over alone."""
    one = inquiries.ask(work, provider_id=people["lindqvist"].id, question="ok?")
    with pytest.raises(NotAnswered):
        hand_over(work, one.id)
    inquiries.send(work, one.id)
    inquiries.answer(work, one.id, "No.")
    assert hand_over(work, one.id).state == "handed"
