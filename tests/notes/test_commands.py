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
        "王建国 主任医师: kept apart, as personal  n-*\n"
        "  until Thu 2028-11-23\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    listed = run("note", "list", "wjg")
    assert listed.out == (
        "王建国 主任医师\nNo notes yet.\n"
        "1 personal note is kept apart (note list WHO --personal).\n"
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


def test_personal_notes_are_shown_where_they_are_asked_for(run: Run) -> None:
    """``list --personal`` shows each with its topic, source and last day; JSON does likewise."""
    run("note", "add", "wjg", "爱好：钓鱼", "--personal", "--source", "told", "--expires", "eom")
    run("note", "add", "wjg", "birthday: 3 may", "--personal", now="2026-11-23T08:00:00-06:00")
    run("note", "add", "wjg", "准时")
    assert run("note", "list", "wjg", "--personal").masked == (
        "王建国 主任医师\n"
        "Tue 24 Nov  interest: 钓鱼 (they said so; until Mon 2026-11-30) n-*\n"
        "Mon 23 Nov  date: birthday: 3 may (every year on 3 May; until Wed 2028-11-22)\n"
        "            n-*\n"
    )
    told = run("note", "list", "wjg", "--personal", "--json").json
    assert [(one["topic"], one["text"], one["yearly"]) for one in told["notes"]] == [
        ("interest", "钓鱼", None),
        ("date", "birthday: 3 may", "05-03"),
    ]
    assert told["personal"] == 2
    later = run("note", "list", "wjg", "--personal", now="2026-12-01T08:00:00-06:00")
    assert "钓鱼" not in later.out
    every = ("note", "list", "wjg", "--personal", "--all")
    assert "钓鱼" in run(*every, now="2026-12-01T08:00:00-06:00").out


def test_an_achievement_is_public_and_dated(run: Run) -> None:
    """What they have achieved has its day, and is public unless said otherwise."""
    line = ("note", "add", "anjali", "AHA poster", "--achievement", "--on", "8 nov")
    assert run(*line).code == 0
    (one,) = run("note", "list", "anjali", "--json").json["notes"]
    assert (one["topic"], one["source"], one["happened_on"]) == (
        "achievement",
        "public",
        "2026-11-08",
    )
    assert run("note", "list", "anjali").masked == (
        "Anjali Patel, MD\nTue 24 Nov  achievement: AHA poster (Sun 8 Nov; public) n-*\n"
    )


def test_a_note_can_be_corrected(run: Run) -> None:
    """By words or by ref; only what is given changes, an empty value empties, undo takes it back."""
    run("note", "add", "anjali", "one chart, then silense", "--source", "told")
    run("note", "add", "anjali", "on leave")
    assert run("note", "edit", "anjali", "silense", "--text", "one chart").masked == (
        "Anjali Patel, MD: kept  n-*\n  one chart\nSaved. Take it back: repplan undo b-*\n"
    )
    assert run("note", "edit", "anjali", "chart", "--source", "").code == 0
    notes = run("note", "list", "anjali", "--json").json["notes"]
    assert {(one["text"], one["source"]) for one in notes} == {
        ("one chart", None),
        ("on leave", None),
    }
    ref = next(one["ref"] for one in notes if one["text"] == "on leave")
    assert run("note", "retire", ref).masked == (
        "Anjali Patel, MD: counts no longer  n-*\n  on leave\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert "on leave" not in run("note", "list", "anjali").out
    assert run("note", "retire", ref).code == 6
    assert run("undo").code == 0
    assert "on leave" in run("note", "list", "anjali").out


def test_a_personal_note_can_be_corrected_by_its_ref(run: Run) -> None:
    """No word of it is echoed; made professional it is seen again, made personal it is gone."""
    added = run("note", "add", "anjali", "avoid: the sale", "--personal", "--json").json["note"]
    ref = added["ref"]
    edited = run("note", "edit", ref, "--text", "the merger", "--topic", "place")
    assert edited.masked == (
        "Anjali Patel, MD: kept apart, as personal  n-*\n"
        "  until Thu 2028-11-23\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert "place: the merger" in run("note", "list", "anjali", "--personal").out
    assert run("note", "edit", "anjali", "merger", "--topic", "avoid").code == 3
    assert run("note", "edit", ref, "--professional").code == 0
    (one,) = run("note", "list", "anjali", "--json").json["notes"]
    assert (one["text"], one["topic"]) == ("the merger", None)
    assert run("note", "edit", ref, "--personal").code == 0
    assert run("note", "list", "anjali", "--json").json == {"notes": [], "personal": 1}
    assert "merger" not in run("note", "retire", ref).out


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "anjali", " "), 2, "Text is missing."),
        (("add", "anjali", "x", "--source", "rumour"), 2, "“rumour” is no value of “source”."),
        (("add", "anjali", "x", "--expires", "firday"), 2, "“firday” is no day I know."),
        (("add", "patel", "x"), 4, "“patel” could be 2 of them:"),
        (
            ("add", "anjali", "allergic to nuts", "--personal"),
            5,
            "A personal note never holds health: “allergic”.",
        ),
        (
            ("add", "anjali", "他信佛", "--personal"),
            5,
            "A personal note never holds religion: “信佛”.",
        ),
        (("add", "anjali", "x", "--topic", "food"), 2, "--personal is missing."),
        (
            ("add", "anjali", "x", "--topic", "gossip", "--personal"),
            2,
            "“gossip” is no value of “topic”.",
        ),
        (("add", "anjali", "x", "--topic", "date", "--personal"), 2, "--yearly is missing."),
        (("add", "anjali", "x", "--yearly", "31-31"), 2, "“31-31” is no value of “--yearly”."),
        (
            ("add", "anjali", "x", "--personal", "--achievement"),
            2,
            "“--personal” is no value of “--achievement”.",
        ),
        (("edit", "anjali", "x"), 2, "What to change is missing."),
        (("edit", "n-9999", "--text", "x"), 3, "There is no note “n-9999”."),
        (("retire", "anjali", "nothing", "such"), 3, "There is no note “anjali nothing such”."),
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
        keep(work, people["amy"].id, "on leave", cells={"expires_on": "2026-11-30"})
        assert bool(queries.notes(work.db, people["amy"].id, today)) is is_there
        assert queries.notes(work.db, people["amy"].id, today, with_expired=True)


def test_a_note_may_be_older(work: Work) -> None:
    """A note of an earlier visit bears that day, not today's."""
    one = add_provider(work, {"name": "Jo Brandt"})
    assert keep(work, one.id, "x", on=date(2026, 11, 20)).noted_on == "2026-11-20"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("STS award", "--achievement", "--on", "2026-12-24"),
            "2026-12-24 is still to come: an achievement is one when it is done.",
        ),
        (
            ("thinks aloud", "--expires", "2026-11-23"),
            "2026-11-23 is gone by: today is 2026-11-24.",
        ),
        (("birthday: 31 feb", "--personal"), "“31 feb” is no day I know."),
        (("birthday 31 feb", "--personal"), "“31 feb” is no day I know."),
        (("生日2月31日", "--personal"), "“2月31日” is no day I know."),
    ],
)
def test_days_that_cannot_be(run: Run, options: tuple[str, ...], said: str) -> None:
    """An achievement to come, a last day gone by, a day that no year has: refused, nothing kept."""
    assert run("provider", "add", "Sara Marsh").code == 0
    refused = run("note", "add", "marsh", *options)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.splitlines()[0] == said
    assert run("note", "list", "marsh", "--personal", "--json").json["personal"] == 0
