"""The message on the screen: with its limitation or not at all, and what stands round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.brief.views import MOST_LINES, brief_lines
from repplan.cli.show import plain
from repplan.day import BriefItem
from repplan.records import replace
from tests.brief.making import brief, owed

if TYPE_CHECKING:
    from repplan.brief.model import Brief


def screen(one: Brief, columns: int = 80, *, is_full: bool = False) -> str:
    """Return the lines as a pipe gets them."""
    return "\n".join(plain(line) for line in brief_lines(one, "en", columns, is_full=is_full))


SAID = BriefItem("SAY", "2m " + "words that somebody reads aloud and is not cut short; " * 30)
LIMIT = BriefItem("LIMIT", "12 months only; " * 12 + "the end", is_kept=True)


@settings(max_examples=60)
@given(
    debts=st.integers(0, 14),
    others=st.integers(0, 20),
    length=st.integers(1, 60),
    columns=st.integers(60, 120),
)
def test_a_message_and_its_limitation_stand_together(
    debts: int, others: int, length: int, columns: int
) -> None:
    """The limitation is whole whatever else there is; the message loses its end, and never goes."""
    one = brief(
        owed=[owed(f"debt {number}") for number in range(debts)],
        message=[replace(SAID, text="words to read aloud " * length), LIMIT],
        bring=[BriefItem("ALSO", f"thing {number}") for number in range(others)],
    )
    lines = screen(one, columns).splitlines()
    said = " ".join(" ".join(lines).split())
    assert " ".join(LIMIT.text.split()) in said
    assert sum(line.startswith("SAY ") for line in lines) == 1
    kept = debts + len([line for line in lines if line.startswith(("Anjali", "IN", "AFTER"))])
    if kept < 12:
        assert len(lines) <= MOST_LINES


def test_the_message_loses_its_end_last() -> None:
    """What stands below goes first; then the message is cut, and says so."""
    also = [BriefItem("ALSO", f"thing {number}") for number in range(3)]
    lines = screen(brief(message=[SAID, LIMIT], bring=also)).splitlines()
    assert len(lines) <= MOST_LINES
    assert not any(line.startswith("ALSO") for line in lines)
    (last,) = [line for line in lines if line.endswith("(--full)") and "words" in line]
    assert lines.index(last) + 1 == next(
        at for at, line in enumerate(lines) if line.startswith("LIMIT")
    )
    assert "+3 (--full)" in "\n".join(lines)
    assert "(--full)" not in screen(brief(message=[SAID, LIMIT]), is_full=True)


def test_questions_and_things_share_their_lines() -> None:
    """On the short screen one after the other; in full, and with reasons, a line each."""
    items = [BriefItem("ASK", "Who decides?"), BriefItem("ASK", "And when?")]
    things = [BriefItem("BRING", "renal table"), BriefItem("BRING", "registry v3")]
    one = brief(questions=items, bring=things)
    assert "ASK    Who decides? And when?\n" in screen(one)
    assert "BRING  renal table, registry v3\n" in screen(one)
    assert "ASK    Who decides?\n       And when?\n" in screen(one, is_full=True)


def test_reasons_stand_under_what_they_are_for() -> None:
    """``--why`` prints each, in lines that don't count; without it there are none."""
    why = ({"term": "role", "text": "for their role: pharmacist"},)
    one = brief(message=[BriefItem("SAY", "words", facts=(("why", why),))])
    shown = "\n".join(
        plain(line) for line in brief_lines(one, "en", 80, is_full=False, has_why=True)
    )
    assert "SAY    words\n       - for their role: pharmacist\n" in shown
    assert "pharmacist" not in screen(one)
