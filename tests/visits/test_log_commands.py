"""``log``: what one line writes, what it asks, what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

AT_NOON = "2026-11-24T12:00:00-06:00"


@pytest.fixture
def day(run: Run, store: Path) -> Run:  # noqa: ARG001 - the store is where it happens
    """Return ``run`` on a small territory: Patel planned at 8:40, owed a table, with an objective."""
    for argv in (
        ("product", "add", "Cardexa"),
        ("provider", "add", "Amy Novak", "--role", "colleague"),
        ("provider", "add", "Anjali Patel, MD", "--tier", "A", "--account", "Valley Cardiology"),
        ("provider", "add", "Daniel Cho, MD", "--account", "Valley Cardiology"),
        ("provider", "add", "王建国", "--title", "主任医师", "--account", "市一医院"),
        ("followup", "add", "patel", "renal dosing table", "--due", "today"),
        ("objective", "add", "patel", "She names one patient to start", "--until", "15 dec"),
        ("visit", "plan", "patel", "--at", "8:40", "--minutes", "10"),
    ):
        assert run(*argv).code == 0, argv
    return run


def test_one_line_writes_everything(day: Run) -> None:
    """A line with every mark becomes a visit, promises, a kept one, a result and the next visit."""
    said = day(
        "log",
        "patel",
        "Read it twice; d: renal table; > registry one-pager by fri; ? is dialysis studied; "
        "< names one patient by 15 dec; # Cardexa ++ for the old; ! too new; + leaflet, large "
        "print; r: partly two in mind; c: falls; me: wants it; agreed: start low; ~ 2w",
        now=AT_NOON,
    )
    assert said.err == ""
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[:-1] == [
        "Anjali Patel, MD  seen  Tue 2026-11-24 08:40",
        "said        Read it twice",
        "product     Cardexa ++ for the old",
        "objection   too new (clinical)",
        "gave        leaflet, large print",
        "cares       falls",
        "my reading  wants it",
        "agreed      start low",
        "we will     registry one-pager Fri 2026-11-27",
        "answer      is dialysis studied Thu 2026-11-26 (assumed)",
        "they will   names one patient Tue 2026-12-15",
        "kept        renal dosing table",
        "objective   partly two in mind",
        "next        Tue 2026-12-08",
    ]
    assert lines[-1].startswith("Saved. Take it back: repplan undo b-")


def test_json_is_what_scripts_rely_on(day: Run) -> None:
    """The JSON of a log has exactly the keys that are promised, and whole refs."""
    said = day("log", "patel", "ok; > table by fri; d: renal", "--json", now=AT_NOON)
    answer = json.loads(said.out)
    assert list(answer) == [
        "visit", "follow_ups", "settled", "objective", "objections", "samples", "asks",
        "screening", "safety", "inquiries", "batch",
    ]  # fmt: skip
    assert answer["visit"]["outcome"] == "seen"
    assert answer["visit"]["start"] == "2026-11-24T14:40:00Z"
    assert len(answer["visit"]["ref"]) == 10
    (promise,) = answer["follow_ups"]
    assert promise | {"ref": ""} == {
        "ref": "", "by": "us", "kind": "promise", "what": "table", "due_on": "2026-11-27",
        "assumed": False,
        "channel": None,
        "stop": None,
    }  # fmt: skip
    assert len(answer["settled"]) == 1
    assert answer["screening"] == []
    assert answer["batch"].startswith("b-")


def test_a_dry_run_writes_nothing(day: Run, db: sqlite3.Connection) -> None:
    """A dry run shows the same with null refs, and the store is as it was."""
    before = db.execute("SELECT count(*) FROM journal").fetchone()[0]
    said = day("log", "patel", "ok; > table by fri", "--dry-run", "--json", now=AT_NOON)
    answer = json.loads(said.out)
    assert answer["visit"]["ref"] is None
    assert answer["follow_ups"][0]["ref"] is None
    assert answer["batch"] is None
    assert db.execute("SELECT count(*) FROM journal").fetchone()[0] == before


def test_a_log_settles_the_planned_visit(day: Run, db: sqlite3.Connection) -> None:
    """The planned visit of the day becomes the logged one; there is no second."""
    assert day("log", "patel", "fine", now=AT_NOON).code == 0
    rows = db.execute("SELECT state, outcome, minutes_planned FROM visit").fetchall()
    assert [tuple(row) for row in rows] == [("logged", "seen", 10)]


@pytest.mark.parametrize(
    ("outcome", "contact"),
    [("seen", "2026-11-24"), ("brief", "2026-11-24"), ("staff", None), ("no-see", None)],
)
def test_only_seen_and_brief_reset_the_cadence(
    day: Run, db: sqlite3.Connection, outcome: str, contact: str | None
) -> None:
    """Talking to the desk, or finding the door shut, is no contact."""
    assert day("log", "patel", "x", "--outcome", outcome, now=AT_NOON).code == 0
    row = db.execute("SELECT last_contact_on FROM provider WHERE name LIKE '%Patel%'").fetchone()
    assert row[0] == contact


@pytest.mark.parametrize("channel", ["email", "message"])
def test_a_letter_is_no_contact(day: Run, db: sqlite3.Connection, channel: str) -> None:
    """E-mail and message don't reset a cadence; a call does."""
    assert day("log", "patel", "x", "--channel", channel, now=AT_NOON).code == 0
    query = "SELECT last_contact_on FROM provider WHERE name LIKE '%Patel%'"
    assert db.execute(query).fetchone()[0] is None
    assert day("log", "patel", "called", "--channel", "phone", now=AT_NOON).code == 0
    assert db.execute(query).fetchone()[0] == "2026-11-24"


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("2026-11-24T12:00:00-06:00", "2026-11-24T18:00:00Z"),
        ("2026-11-24T21:00:00-06:00", None),
        ("2026-11-24T06:00:00-06:00", None),
    ],
)
def test_now_is_the_start_within_working_hours_alone(
    day: Run, db: sqlite3.Connection, now: str, start: str | None
) -> None:
    """A visit without a time began now in working hours; at night its time is unknown."""
    assert day("log", "cho", "fine", now=now).code == 0
    assert db.execute("SELECT start_at FROM visit WHERE state = 'logged'").fetchone()[0] == start


def test_a_future_visit_is_refused(day: Run) -> None:
    """A visit to come is planned, not logged."""
    said = day("log", "patel", "fine", "--at", "15:00", now=AT_NOON)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[0] == "2026-11-24 15:00 is still to come."


def test_without_a_terminal_an_unclear_segment_writes_nothing(
    day: Run, db: sqlite3.Connection
) -> None:
    """What looks like a promise is asked about; nobody there to ask is exit 2, nothing written."""
    said = day("log", "patel", "busy day; I'll send the paper", now=AT_NOON)
    assert (said.code, said.out) == (2, "")
    assert "I'll send the paper" in said.err
    assert db.execute("SELECT count(*) FROM visit WHERE state = 'logged'").fetchone()[0] == 0


def test_yes_keeps_an_unclear_segment_as_said(day: Run) -> None:
    """With --yes the words stay what was said, and the question is listed."""
    said = day("log", "patel", "I'll send the paper", "--yes", "--json", now=AT_NOON)
    answer = json.loads(said.out)
    assert said.code == 0
    assert answer["follow_ups"] == []
    assert [ask["segment"] for ask in answer["asks"]] == ["I'll send the paper"]


def test_a_near_miss_day_is_asked_about(day: Run) -> None:
    """A misspelt day is never guessed."""
    said = day("log", "patel", "> table by firday", now=AT_NOON)
    assert said.code == 2
    assert "by fri" in said.err


def test_a_weekday_that_no_week_has_is_asked_about(day: Run) -> None:
    """周八 is a slip like firday: nothing is written, and the words are named."""
    said = day("log", "patel", "> 发指南解读 周八前", now=AT_NOON)
    assert (said.code, said.out, said.err) == (
        2,
        "",
        (
            "1 unclear, so nothing was written:\n"
            "  “> 发指南解读 周八前”  which day? not understood\n"
            "Mark them (> we will, < they will, ? asked, d: done), or add --yes.\n"
        ),
    )
    added = day("followup", "add", "patel", "周八前发指南解读")
    assert (added.code, added.out, added.err) == (
        2,
        "",
        "“周八” is no day I know.\nTry 2026-12-15, fri, next fri, +3d, 15 dec, eow, 下周三.\n",
    )


def test_the_same_words_twice_are_refused(day: Run) -> None:
    """Logging an inbox a second time makes no second visits."""
    assert day("log", "patel", "fine, she said", now=AT_NOON).code == 0
    again = day("log", "patel", "fine, she said", now=AT_NOON)
    assert again.code == 6
    assert "already logged with these words" in again.err


def test_a_promise_waits_on_a_colleague(day: Run) -> None:
    """``via amy`` makes due say whom to ask."""
    assert day("log", "patel", "> the step edit by fri via amy", now=AT_NOON).code == 0
    queue = json.loads(day("due", "--json", now=AT_NOON).out)
    (item,) = [item for item in queue["items"] if item["what"] == "the step edit"]
    assert item["next"] == "Amy has it 0d: ask Amy"


def test_a_sample_is_kept_as_words(day: Run, db: sqlite3.Connection) -> None:
    """There is no sample ledger: the words stay, and the screen says so."""
    said = day("log", "patel", "= Cardexa 10mg x4 lot A123", now=AT_NOON)
    assert said.code == 0
    assert "sample      your words are kept; your employer's ledger is the record" in said.out
    row = db.execute("SELECT sample_text FROM visit WHERE state = 'logged'").fetchone()
    assert row[0] == "= Cardexa 10mg x4 lot A123"


def test_a_personal_note_is_kept_and_not_shown(day: Run, db: sqlite3.Connection) -> None:
    """What they told us of themselves is a note of its own class, found by no search."""
    said = day("log", "patel", "^ family: daughter studies at Purdue", now=AT_NOON)
    assert said.code == 0
    assert "personal    kept apart (family)\n" in said.out
    assert [tuple(row) for row in db.execute("SELECT kind, text FROM note")] == [
        ("personal", "daughter studies at Purdue")
    ]
    for line in ("brief patel --json", "find purdue", "visit show patel", "due", "history"):
        assert "Purdue" not in day(*line.split(), now=AT_NOON).out, line
    assert "Purdue" not in said.out


def test_a_group_visit_counts_heads(day: Run, db: sqlite3.Connection) -> None:
    """A visit to an account resets the cadence of those named, not of everybody there."""
    said = day("log", "valley", "lunch talk", "--heads", "12", "--with", "cho", now=AT_NOON)
    assert said.code == 0, said.err
    contacts = dict(db.execute("SELECT name, last_contact_on FROM provider").fetchall())
    assert contacts["Daniel Cho, MD"] == "2026-11-24"
    assert contacts["Anjali Patel, MD"] is None
    assert db.execute("SELECT heads FROM visit WHERE state = 'logged'").fetchone()[0] == 12


def test_chinese_words_are_marks_too(day: Run) -> None:
    """The same grammar in Chinese, with full-width signs."""
    said = day(
        "log",
        "王主任",
        "看了图；承诺：剂量表 周五前；问：透析能用吗；下次：2周",
        "--json",
        now=AT_NOON,
    )
    answer = json.loads(said.out)
    assert [(one["kind"], one["what"], one["due_on"]) for one in answer["follow_ups"]] == [
        ("promise", "剂量表", "2026-11-27"),
        ("question", "透析能用吗", "2026-11-26"),
    ]


def test_a_dash_before_a_digit_or_a_blank_is_text(day: Run, db: sqlite3.Connection) -> None:
    """Words that begin with a dash are what was said, options are options."""
    assert day("log", "patel", "- fine", "-3 kg", "--minutes", "9", now=AT_NOON).code == 0
    row = db.execute("SELECT said, minutes FROM visit WHERE state = 'logged'").fetchone()
    assert tuple(row) == ("fine -3 kg", 9)


def test_an_unknown_name_offers_the_nearest(day: Run) -> None:
    """A misspelt name is answered with names, and nothing is written."""
    said = day("log", "patell", "fine", now=AT_NOON)
    assert (said.code, said.out) == (3, "")
    assert "Anjali Patel, MD" in said.err


def test_an_inbox_becomes_visits_in_one_batch(
    day: Run, tmp_path: Path, db: sqlite3.Connection
) -> None:
    """Many visits typed on a phone are one command, which undo takes back."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text(
        "@ Patel 840 10m\nliked it\n> table by fri\n\n@ Cho 915 no see\nclinic ran late\n\n"
        "＠王主任 9点50分\n看了图\n",
        encoding="utf-8",
    )
    said = day("log", "--inbox", str(inbox), "--json", now=AT_NOON)
    assert said.code == 0, said.err
    answer = json.loads(said.out)
    assert [one["visit"]["outcome"] for one in answer["visits"]] == ["seen", "no-see", "seen"]
    assert day("undo").code == 0
    assert db.execute("SELECT count(*) FROM visit WHERE state = 'logged'").fetchone()[0] == 0


def test_an_inbox_with_a_visit_twice_writes_it_once(
    day: Run, tmp_path: Path, db: sqlite3.Connection
) -> None:
    """The same header and words a second time are named by their line; the rest is written."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text(
        "@ Patel 840\nliked it\n\n@ Cho 915 no see\n\n@ Patel  840\nliked  it\n"
        "@ Patel 840\nliked it, she said\n",
        encoding="utf-8",
    )
    said = day("log", "--inbox", str(inbox), now=AT_NOON)
    assert said.code == 0, said.err
    assert said.err == "Patel 8:40: the second visit that day.\n"
    assert said.out.endswith("\nLine 6 repeats line 1, written once: @ Patel  840\n")
    words = "SELECT said FROM visit WHERE state = 'logged' ORDER BY id"
    assert [row[0] for row in db.execute(words)] == ["liked it", None, "liked it, she said"]


def test_a_repeat_in_an_inbox_as_json(day: Run) -> None:
    """JSON says which line repeats which."""
    said = day("log", "--inbox", "-", "--json", stdin="@ Patel\nok\n@ Patel\nok\n", now=AT_NOON)
    assert said.code == 0, said.err
    answer = said.json
    assert len(answer["visits"]) == 1
    assert answer["repeats"] == [{"line": 3, "first": 1, "text": "@ Patel"}]


def test_an_inbox_with_an_unknown_name_writes_nothing(
    day: Run, tmp_path: Path, db: sqlite3.Connection
) -> None:
    """The refusal names the line, and no other visit of the file is written either."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text("@ Patel 840\nfine\n\n@ Zzyzx 9:10\nfine\n", encoding="utf-8")
    said = day("log", "--inbox", str(inbox), now=AT_NOON)
    assert said.code == 3
    assert said.err.startswith("inbox.txt:4: ")
    assert db.execute("SELECT count(*) FROM visit WHERE state = 'logged'").fetchone()[0] == 0


def _concerns(day: Run) -> list[str]:
    shown = day("provider", "show", "patel", "--full", "--json").json
    return [one["what"] for one in shown["cares"] if not one.get("settled_on")]


@pytest.mark.parametrize("words", ["c: settled", "c: none", "关注：没有了"])
def test_a_settled_concern_opens_none(day: Run, words: str) -> None:
    """With one open it settles that; with none, or with several, it is asked about."""
    which = "Say words of the one that is done (d: words), or add --yes: it stays as it was said."
    asked = day("log", "patel", words, now=AT_NOON)
    assert (asked.code, asked.err.splitlines()[1:]) == (
        2,
        [f"  “{words}”  nothing open fits", which],
    )
    assert day("log", "patel", "c: renal dosing", now=AT_NOON).code == 0
    assert _concerns(day) == ["renal dosing"]
    done = day("log", "patel", words, now=AT_NOON)
    assert (done.code, "kept        renal dosing" in done.out) == (0, True)
    assert _concerns(day) == []
    assert day("log", "patel", "c: dizziness; c: the price", now=AT_NOON).code == 0
    several = day("log", "patel", f"{words}; later", now=AT_NOON)
    assert (several.code, "fits several: " in several.err) == (2, True)
    kept = day("log", "patel", f"{words}; later", "--yes", now=AT_NOON)
    assert (kept.code, f"said        {words}" in kept.out) == (0, True)
    assert day("log", "patel", "c: price settled", now=AT_NOON).code == 0
    assert _concerns(day) == ["dizziness"]


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("承诺 肾功能剂量表 周五前", "we will do that?"),
        ("promise table by fri", "meant as promise: table by fri?"),
        ("对方 患者名单", "meant as 对方: 患者名单?"),
    ],
)
def test_a_mark_without_its_colon_is_asked_about(day: Run, words: str, reading: str) -> None:
    """A dated word mark alone is never lost without a word; --yes keeps it as said and lists it."""
    asked = day("log", "patel", words, now=AT_NOON)
    assert (asked.code, asked.err.splitlines()[1]) == (2, f"  “{words}”  {reading}")
    kept = day("log", "patel", words, "--yes", "--json", now=AT_NOON).json
    assert [one["segment"] for one in kept["asks"]] == [words]
    assert kept["follow_ups"] == []


def test_what_may_not_be_kept_has_its_own_hint(day: Run) -> None:
    """A mark would not help against a question about health."""
    said = day("log", "patel", "^ had a stroke", now=AT_NOON)
    assert (said.code, said.err.splitlines()[-1]) == (
        2,
        "Take it out, or add --yes: it is left out and listed. What they treat goes without ^.",
    )
