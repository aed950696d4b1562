"""Which message is for whom: the same facts give the same one, with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.products.choosing import (
    Heard,
    Listener,
    Told,
    answers,
    is_for,
    likely,
    meant_objection,
    message_for,
    reading_seconds,
)
from repplan.products.model import ANGLES, Message, Objection
from repplan.records import field_types, replace

if TYPE_CHECKING:
    from repplan.products.choosing import ChosenMessage

ONE, TWO = ("one", "ours"), ("two", "ours")


def message(code: str, **known: Any) -> Message:
    """Return a message; what isn't said of it is empty."""
    empty: dict[str, Any] = {
        name: () if kind.startswith("tuple") else None
        for name, kind in field_types(Message).items()
    }
    text = {"text_20s": f"Words of {code}.", "claim": f"Claim of {code}.", "limitation": "Not all."}
    named = {"id": code, "ref": code, "code": code, "product_id": "one", "product": "One"}
    return Message(**(empty | text | named | known))


def objection(code: str, text: str, *, category: str = "clinical", of: str = "one") -> Objection:
    """Return an approved objection with its answer."""
    empty: dict[str, Any] = dict.fromkeys(field_types(Objection))
    named = {"id": code, "ref": code, "product_id": of, "product": of, "category": category}
    return Objection(**(empty | named | {"text": text, "answer": f"Answer to {code}."}))


def chosen(who: Listener, *messages: Message, about: tuple[tuple[str, str], ...] = (ONE,)) -> str:
    """Return the code of the message for somebody, empty for none."""
    one = message_for(who, messages, about).message
    return one.id if one else ""


def terms(choice: ChosenMessage) -> list[str]:
    """Return the terms of a choice's reasons."""
    return [term for term, _text in choice.why]


DOCTOR = Listener("physician", ("cardiology",))

AUDIENCES = (
    ((), (), "physician", (), True),
    (("physician",), (), "physician", (), True),
    (("pharmacist",), (), "physician", ("cardiology",), False),
    ((), ("cardiology",), "physician", ("Cardiology",), True),
    ((), ("cardiology",), "physician", ("interventional cardiology",), True),
    ((), ("surgery",), "physician", ("cardiology",), False),
    ((), ("cardiology",), "physician", (), False),
    ((), ("心内科",), "physician", ("心内",), True),
    ((), ("心内科",), "physician", ("外科",), False),
    (("physician", "pharmacist"), ("cardiology",), "pharmacist", (), False),
)


@pytest.mark.parametrize(("roles", "specialties", "role", "own", "may_hear"), AUDIENCES)
def test_an_audience(
    roles: tuple[str, ...],
    specialties: tuple[str, ...],
    role: str,
    own: tuple[str, ...],
    may_hear: bool,
) -> None:
    """A message is for its roles and specialties; a specialty that isn't known is no match."""
    one = message("a", roles=roles, specialties=specialties)
    assert is_for(one, role, own) is may_hear


def test_a_concern_beats_all_else() -> None:
    """The message that answers it, though another one fits the person better."""
    better = message("fit", roles=("physician",), specialties=("cardiology",))
    answer = message("answer", claim="Low pressure is rare over 75.")
    who = replace(DOCTOR, concerns=("low pressure over 75",))
    choice = message_for(who, (better, answer), (ONE,))
    assert choice.message == answer
    assert choice.why == (("concern", "low pressure over 75"),)


def test_a_concern_that_nothing_answers_stands_alone() -> None:
    """No second topic is offered, and the concern is named."""
    who = replace(DOCTOR, concerns=("travel",))
    choice = message_for(who, (message("a"),), (ONE,))
    assert choice.message is None
    assert (choice.concern, choice.why) == ("travel", (("none-answers", "travel"),))


def test_the_limitation_is_no_answer() -> None:
    """What a message can't say doesn't answer who asks for it."""
    one = message("a", limitation="dialysis was not studied")
    assert answers("dialysis", one) == 0
    assert answers("dialysis", replace(one, claim="Safe in dialysis.")) == 0
    assert answers("dialysis", replace(one, claim="Safe in dialysis.", limitation="-")) > 0


def test_what_is_said_in_20_seconds_answers_first() -> None:
    """A longer text answers only where no message does so at once."""
    who = replace(DOCTOR, concerns=("renal safety, cough and cost",))
    long = message("long", text_2m="Renal safety, cough and cost were all looked at.")
    short = message("short", claim="Renal safety and cough are as before.")
    assert answers(who.concerns[0], long) > answers(who.concerns[0], short) > 0
    assert chosen(who, long, short) == "short"
    assert chosen(who, long) == "long"


def test_an_older_concern_is_answered_where_the_newest_is_not() -> None:
    """The newest concern with an answer has it; that the newer one has none is a reason too."""
    who = replace(DOCTOR, concerns=("travel", "cost"))
    choice = message_for(who, (message("a", claim="The price is lower."),), (ONE,))
    assert choice.concern == "cost"
    assert ("none-answers", "travel") in choice.why


def test_a_concern_is_answered_by_the_angle_itself() -> None:
    """Somebody who cares about cost as such is told what is said of cost."""
    who = replace(DOCTOR, concerns=("cost",))
    assert chosen(who, message("a", angle="outcomes"), message("b", angle="cost")) == "b"


def test_other_peoples_messages_answer_no_concern() -> None:
    """What is for pharmacists isn't offered to a physician, whatever they care about."""
    who = replace(DOCTOR, concerns=("low pressure",))
    assert chosen(who, message("a", claim="Low pressure is rare.", roles=("pharmacist",))) == ""


def test_the_product_of_the_objective_comes_first() -> None:
    """The order of the products decides before anything of the person does."""
    here = message("here", product_id="one")
    there = message("there", product_id="two", roles=("physician",), specialties=("cardiology",))
    assert chosen(DOCTOR, here, there, about=(("one", "objective"), TWO)) == "here"
    assert chosen(DOCTOR, here, there, about=(("two", "objective"), ONE)) == "there"


def test_named_for_them_beats_for_everybody() -> None:
    """Role and specialty count, and are told."""
    general, own = message("general"), message("own", roles=("physician",))
    choice = message_for(DOCTOR, (general, own), (ONE,))
    assert choice.message == own
    assert choice.why == (("ours", "One"), ("role", "physician"), ("not-said", ""))


def test_what_is_known_of_them_tells_the_angle() -> None:
    """Who speaks of forgotten pills hears of adherence."""
    messages = [message(angle, angle=angle) for angle in ANGLES]
    who = replace(DOCTOR, known=("her patients forget their evening pills",))
    choice = message_for(who, messages, (ONE,))
    assert choice.message
    assert choice.message.id == "adherence"
    assert ("angle", "her patients forget their evening pills") in choice.why


@pytest.mark.parametrize(
    ("reaction", "expected"),
    [
        ("++", "same"),
        ("+", "same"),
        ("~", "other"),
        ("-", "other"),
        ("--", "other"),
        (None, "other"),
    ],
)
def test_not_the_one_of_last_time_unless_it_landed(reaction: str | None, expected: str) -> None:
    """What was said last time is said again only where it landed."""
    same, other = message("same", roles=("physician",)), message("other")
    who = replace(DOCTOR, told=(Told("one", "same", "2026-11-17", reaction),))
    assert chosen(who, same, other) == expected


def test_one_before_last_may_be_said_again() -> None:
    """Only the last one told is left out; of two alike the one never said comes first."""
    told = (Told("one", "b", "2026-11-17", None), Told("one", "a", "2026-11-03", None))
    who = replace(DOCTOR, told=told)
    assert chosen(who, message("a"), message("b")) == "a"
    assert chosen(who, message("a"), message("b"), message("c")) == "c"


def test_a_talk_without_a_message_comes_between() -> None:
    """Last time nothing was given: what was given before that may be said again."""
    told = (Told("one", None, "2026-11-17", "~"), Told("one", "a", "2026-11-03", "~"))
    assert chosen(replace(DOCTOR, told=told), message("a")) == "a"
    assert chosen(replace(DOCTOR, told=told[1:]), message("a")) == ""


def test_all_was_said() -> None:
    """Where the objective's product has nothing new, no other product slips in; the day is told."""
    who = replace(DOCTOR, told=(Told("one", "a", "2026-11-17", None),))
    messages = (message("a"), message("b", product_id="two"))
    choice = message_for(who, messages, (("one", "objective"), TWO))
    assert (choice.message, choice.said_on) == (None, "2026-11-17")
    assert chosen(who, *messages, about=(("one", "last"), TWO)) == "b"


def test_an_angle_that_left_them_cool_comes_later() -> None:
    """Past reactions speak for an angle, or against it."""
    told = (Told("one", "c", "2026-11-17", "+"), Told("one", "a", "2026-11-03", "--", "cost"))
    who = replace(Listener("other"), told=told)
    messages = (
        message("a", angle="cost"), message("a2", angle="cost"), message("b", angle="workflow"),
    )  # fmt: skip
    assert chosen(who, *messages) == "b"
    warm = replace(who, told=(Told("one", "b", "2026-11-03", "++", "workflow"),))
    assert chosen(warm, *messages, message("b2", angle="workflow")) == "b2"


def test_nothing_is_there() -> None:
    """Without a product or a message nothing is chosen, and nothing is claimed."""
    for choice in (message_for(DOCTOR, (), (ONE,)), message_for(DOCTOR, (message("a"),), ())):
        assert (choice.message, choice.why, choice.concern, choice.said_on) == (None, (), "", "")


ROLES = st.sampled_from(["physician", "pharmacist", "practice manager"])
SPECIALTIES = st.sampled_from(["cardiology", "surgery", "心内科"])
SUBJECTS = st.sampled_from(["low pressure", "cost", "renal", "卒中", "travel", "over 75", ""])


@st.composite
def messages(draw: st.DrawFn) -> list[Message]:
    """Return some messages of two products."""
    return [
        message(
            f"m{number}",
            product_id=draw(st.sampled_from(["one", "two"])),
            roles=tuple(draw(st.sets(ROLES, max_size=2))),
            specialties=tuple(draw(st.sets(SPECIALTIES, max_size=2))),
            angle=draw(st.sampled_from([*ANGLES, None])),
            claim=f"Claim on {draw(SUBJECTS)}.",
        )
        for number in range(draw(st.integers(0, 6)))
    ]


@st.composite
def listeners(draw: st.DrawFn) -> Listener:
    """Return somebody with a history."""
    days = (f"2026-11-{day:02}" for day in range(20, 0, -1))
    ids = draw(st.lists(st.sampled_from([f"m{n}" for n in range(6)]), max_size=4))
    reactions = st.sampled_from(["++", "+", "~", "-", "--", None])
    return Listener(
        role=draw(ROLES),
        specialties=tuple(draw(st.lists(SPECIALTIES, max_size=2, unique=True))),
        concerns=tuple(draw(st.lists(SUBJECTS.filter(bool), max_size=2))),
        known=tuple(draw(st.lists(SUBJECTS, max_size=2))),
        told=tuple(
            Told("one", one, on, draw(reactions)) for one, on in zip(ids, days, strict=False)
        ),
    )


@given(listeners(), messages())
def test_what_holds_of_every_choice(who: Listener, there: list[Message]) -> None:
    """It is for them, answers their concern or none is given, and isn't what fell flat last time."""
    choice = message_for(who, there, (("one", "last"), TWO))
    assert choice == message_for(who, list(there), (("one", "last"), TWO))
    one = choice.message
    if one is None:
        assert not choice.why or choice.concern
        return
    assert is_for(one, who.role, who.specialties)
    assert one.limitation
    assert choice.why
    if who.concerns:
        assert choice.concern in who.concerns
        assert answers(choice.concern, one)
        return
    last = next((told for told in who.told if told.product_id == one.product_id), None)
    if last and last.message_id == one.id:
        assert last.has_landed


@given(listeners(), messages(), st.sampled_from(["pharmacist", "practice manager"]))
def test_messages_for_others_change_nothing(who: Listener, there: list[Message], role: str) -> None:
    """What isn't for somebody may be there or not: their choice is the same."""
    doctor = replace(who, role="physician")
    foreign = [message(f"x{n}", roles=(role,), claim="On low pressure.") for n in range(3)]
    mixed = message_for(doctor, [*foreign, *there], (("one", "last"), TWO))
    alone = message_for(doctor, there, (("one", "last"), TWO))
    assert mixed == replace(alone, elsewhere=mixed.elsewhere)
    assert mixed.elsewhere is None or mixed.unanswered == "low pressure" or alone.elsewhere


NEW = objection("new", "It is too new for me")
PRICE = objection("price", "My patients can't afford the copay", category="financial")
FORMS = objection("forms", "Too much paperwork", category="logistical")
APPROVED = {one.id: one for one in (NEW, PRICE, FORMS)}


def test_what_never_landed_is_likely_before_what_did() -> None:
    """This person's own, the newest first; one that was answered so that it landed comes later."""
    own = [
        Heard("price", "copay", "2026-11-17", has_landed=True),
        Heard("new", "too new", "2026-11-03", has_landed=False),
    ]
    found = likely(own, [("forms", 9)], APPROVED, product_id="one", most=3)
    assert [(one.objection and one.objection.id, one.why) for one in found] == [
        ("new", (("theirs", "2026-11-03"),)),
        ("price", (("theirs-landed", "2026-11-17"),)),
        ("forms", (("others", "9"),)),
    ]
    assert found[0].said == "too new"


def test_their_specialtys_where_they_said_nothing() -> None:
    """What most of their colleagues said; an expired answer is left out."""
    found = likely([], [("gone", 9), ("forms", 2)], APPROVED)
    assert [one.said for one in found] == ["Too much paperwork"]
    assert likely([], [], APPROVED) == ()


def test_an_objection_without_an_answer_still_stands() -> None:
    """Nobody is surprised by what they said before, though nothing approved answers it."""
    (found,) = likely([Heard("gone", "the label", "2026-11-03")], [], APPROVED)
    assert (found.objection, found.said) == (None, "the label")


def test_the_talks_own_product_comes_first() -> None:
    """An objection to another product is less likely today."""
    other = objection("other", "Too dear", of="two")
    own = [Heard("other", "dear", "2026-11-17"), Heard("new", "too new", "2026-11-03")]
    (found,) = likely(own, [], {**APPROVED, "other": other}, product_id="one")
    assert found.objection == NEW


@pytest.mark.parametrize(
    ("said", "kind", "expected"),
    [
        ("too new", "clinical", "new"),
        ("太新了", "clinical", "new"),
        ("copay is a problem", "financial", "price"),
        ("paperwork", None, "forms"),
        ("the colour", None, None),
        ("", None, None),
    ],
)
def test_which_approved_objection_is_meant(said: str, kind: str | None, expected: str) -> None:
    """One clear best or none."""
    found = meant_objection(said, kind, list(APPROVED.values()))
    assert (found.id if found else None) == expected


def test_two_alike_are_told_apart_by_their_kind_or_not_at_all() -> None:
    """Where two fit alike, the kind decides; without one neither is meant."""
    twins = [objection("a", "Too new"), objection("b", "Too new", category="logistical")]
    assert meant_objection("too new", None, twins) is None
    found = meant_objection("too new", "logistical", twins)
    assert found
    assert found.id == "b"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 0), ("one", 1), ("word " * 50, 20), ("字" * 130, 30), ("75岁以上 on 5 mg.", 3)],
)
def test_reading_aloud(text: str, seconds: int) -> None:
    """150 words or 260 characters a minute."""
    assert reading_seconds(text) == seconds
