"""What is asked now, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.drills.model import KINDS, Asked, DrillCard
from repplan.drills.rules import next_due, suits, to_practise
from repplan.products.model import Message, Objection
from repplan.providers.model import Provider
from tests.brief.making import made

NOW = "2026-11-24T13:00:00Z"


def asked(name: str, kind: str = "message", due_at: str | None = None) -> Asked:
    """Return a question of that name; ``due_at`` None: never practised."""
    card = DrillCard(name, "q", kind, name, "x", "{}", due_at, None) if due_at else None
    return Asked(kind, name, "x", "Cardexa", card=card)


def names(cards: list[Asked]) -> list[str]:
    """Return the names of these questions."""
    return [one.subject_id for one in cards]


def test_due_before_new_and_kinds_in_turn() -> None:
    """The longest due comes first; then new ones, a kind after the other; what is later waits."""
    cards = [
        asked("m1"),
        asked("m2"),
        asked("m3"),
        asked("late", due_at="2026-11-20T06:00:00Z"),
        asked("o1", "objection"),
        asked("now", due_at=NOW),
        asked("tomorrow", due_at="2026-11-25T06:00:00Z"),
        asked("w1", "who"),
        asked("f1", "fact"),
    ]
    assert names(to_practise(cards, NOW, 5)) == ["late", "now", "m1", "o1", "f1", "w1", "m2"]
    assert names(to_practise(cards, NOW, 0)) == ["late", "now"]
    assert next_due(cards, NOW) == "2026-11-25T06:00:00Z"
    assert next_due(cards[:3], NOW) is None


CARDS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.sampled_from([None, "2026-11-01T00:00:00Z", NOW, "2026-11-24T13:00:01Z"]),
    ),
    max_size=30,
)


@given(CARDS, st.integers(0, 12))
def test_nothing_is_lost_or_asked_twice(drawn: list[tuple[str, str | None]], most: int) -> None:
    """All that is due is asked, once; of new ones so many as are allowed and there."""
    cards = [asked(str(number), kind, due) for number, (kind, due) in enumerate(drawn)]
    found = to_practise(cards, NOW, most)
    assert len(set(names(found))) == len(found)
    due = [one for one in cards if one.card and one.card.due_at <= NOW]
    new = [one for one in cards if not one.card]
    assert set(names(found[: len(due)])) == set(names(due))
    assert len(found) == len(due) + min(len(new), most)


@pytest.mark.parametrize(
    ("own", "meant", "fits"),
    [
        (("cardiology",), [("Cardiology",)], True),
        (("cardiology",), [("pulmonology",)], False),
        (("cardiology",), [("pulmonology",), ()], True),
        (("cardiology",), [], True),
        ((), [("pulmonology",)], True),
    ],
)
def test_an_objection_of_a_product_for_their_specialty(
    own: tuple[str, ...], meant: list[tuple[str, ...]], fits: bool
) -> None:
    """A product whose messages are for other specialties isn't theirs to object to."""
    objection = made(Objection, product_id="d", text="too new")
    messages = [made(Message, product_id="d", specialties=one) for one in meant]
    others = made(Message, product_id="e", specialties=("urology",))
    who = made(Provider, name="Ruth Cho, MD", specialties=own)
    assert suits(objection, who, [*messages, others]) is fits
