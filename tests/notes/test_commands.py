"""``repplan note``: kept word for word; personal ones apart."""

from __future__ import annotations

from datetime import date

import pytest

from repplan.notes import queries
from repplan.notes.actions import keep
from repplan.providers.actions import add_provider
from repplan.providers.model import Provider
from repplan.store.work import Work
from tests.conftest import Run, Writing

pytestmark = pytest.mark.usefixtures("people")


def test_add_and_list(run: Run) -> None:
    """A note keeps all its words, says how it is known and until when it counts."""
    assert run(
        "note", "add", "anjali", "one chart, then silence;", "she thinks aloud", "--source", "told"
    ).masked == (
        "Anjali Patel, MD: kept  n-*\n"
        "  one chart, then silence; she thinks aloud\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert run("note", "add", "anjali", "on leave", "--expires", "eom").masked == (
        "Anjali Patel, MD: kept  n-*\n"
        "  on leave\n"
        "  until Mon 2026-11-30\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert run("note", "list", "anjali").masked == (
        "Anjali Patel, MD\n"
        "Tue 24 Nov  on leave (until Mon 2026-11-30) n-*\n"
        "Tue 24 Nov  one chart, then silence; she thinks aloud (they said so) n-*\n"
    )


def test_personal_notes_are_counted_not_shown(run: Run) -> None:
    """A personal note's words stand in no answer: not when kept, nor in the list, nor in JSON."""
    kept = run("note", "add", "wjg", "儿子中考", "--personal")
    assert kept.masked == (
        "王建国 主任医师: kept apart, as personal  n-*\nSaved. Take it back: repplan undo b-*\n"
    )
    listed = run("note", "list", "wjg")
    assert listed.out == (
        "王建国 主任医师\nNo notes yet.\n1 personal note is kept, apart and not shown yet.\n"
    )
    as_json = run("note", "list", "wjg", "--json")
    assert as_json.json == {"notes": [], "personal": 1}
    for answer in (
        kept,
        listed,
        as_json,
        run("note", "add", "wjg", "中考", "--personal", "--json"),
    ):
        assert "中考" not in answer.out


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "anjali", " "), 2, "text is missing."),
        (("add", "anjali", "x", "--source", "rumour"), 2, "“rumour” can't be source."),
        (("add", "anjali", "x", "--expires", "firday"), 2, "“firday” is no day I know."),
        (("add", "patel", "x"), 4, "“patel” could be 2 of them:"),
        (("list", "nobody"), 3, "Nobody and nothing here is called “nobody”."),
    ],
)
def test_refusals(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """What can't be read, or is no one's, is refused and nothing is kept."""
    answer = run("note", *line)
    assert (answer.code, answer.out, answer.err.splitlines()[0]) == (code, "", err)


@pytest.mark.parametrize(("today", "is_there"), [("2026-11-30", True), ("2026-12-01", False)])
def test_a_note_expires_after_its_last_day(
    writing: Writing, people: dict[str, Provider], today: str, is_there: bool
) -> None:
    """The day on which a note expires is the last on which it counts."""
    with writing() as work:
        keep(work, people["amy"].id, "on leave", expires_on="2026-11-30")
        assert bool(queries.notes(work.db, people["amy"].id, today)) is is_there
        assert queries.notes(work.db, people["amy"].id, today, with_expired=True)


def test_a_note_may_be_older(work: Work) -> None:
    """A note of an earlier visit bears that day, not today's."""
    one = add_provider(work, {"name": "Jo Brandt"})
    assert keep(work, one.id, "x", on=date(2026, 11, 20)).noted_on == "2026-11-20"
