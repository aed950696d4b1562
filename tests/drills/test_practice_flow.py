"""A session at a terminal: every key, every end, and what is written."""

from __future__ import annotations

import builtins
import json
from typing import TYPE_CHECKING

import pytest

from repplan import __main__ as program

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.drills.conftest import Terminal

SHOW = "Say it aloud. Enter shows the answer  q quit > "
RATE = "1 again  2 hard  3 good  4 easy  q quit > "
TOMORROW = "2026-11-25T07:00:00-06:00"

pytestmark = pytest.mark.usefixtures("cardexa", "people")


def cards(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return kind and aspect of every card, as they were made."""
    rows = db.execute("SELECT kind, aspect FROM drill_card ORDER BY id")
    return [(row[0], row[1]) for row in rows]


def test_one_card(terminal: Terminal, db: sqlite3.Connection) -> None:
    """The question, the approved answer with its limitation, one key; one undo takes all back."""
    done = terminal("drill", "--product", "card", typed="\n3\nq\n")
    assert done.code == 0
    first, rest = done.out.split("\n\n", 1)
    assert done.err == SHOW + RATE + SHOW
    head = first.splitlines()[1]
    assert head.startswith(" 1  Cardexa, in 20 seconds, with what it can't say: ")
    assert "limitation" in first
    assert rest.splitlines()[-3:-1] == ["1 card practised.", "The next one comes Thu 26 Nov."]
    assert cards(db) == [("message", "20s")]
    assert terminal("undo").code == 0
    assert cards(db) == []


def test_quit_and_ctrl_d(terminal: Terminal, db: sqlite3.Connection) -> None:
    """A q before the answer, q after it and Ctrl-D end it; nothing rated, nothing written."""
    for typed in ("q\n", "\nq\n", "", "\n", "quit\n"):
        done = terminal("drill", typed=typed)
        assert done.code == 0
        assert done.out.endswith("Nothing was practised.\n")
    assert cards(db) == []


def test_a_wrong_key(terminal: Terminal, db: sqlite3.Connection) -> None:
    """A wrong key says which keys there are, and the card stays; a full-width key is a key."""
    done = terminal("drill", typed="x\n\n5\n\nagainst\n４\nq\n")
    wrong = "No such key here. There are: 1, 2, 3, 4, q.\n"
    assert done.err == (
        SHOW + "No such key here. There are: Enter, q.\n" + SHOW + RATE + 3 * (wrong + RATE) + SHOW
    )
    assert len(cards(db)) == 1


def test_in_chinese(terminal: Terminal, db: sqlite3.Connection) -> None:
    """A Chinese message is asked and answered in its own words."""
    done = terminal("drill", typed="\n4\n" * 3 + "q\n")
    assert "每日一次。" in done.out
    assert "肾功能差者无数据" in done.out
    assert len(cards(db)) == 3


def test_ctrl_c_keeps_what_was_answered(
    terminal: Terminal, db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at the third card: the two before it are written, and can be taken back."""
    keys = iter(["", "3", "", "1"])

    def typed(_prompt: str = "") -> str:
        try:
            return next(keys)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(builtins, "input", typed)
    done = terminal("drill")
    assert done.code == 0
    assert "2 cards practised.\n1 of them comes again today." in done.out
    assert "undo" in done.out
    assert "Interrupted" not in done.out + done.err
    assert len(cards(db)) == 2
    assert terminal("undo").code == 0
    assert cards(db) == []


def test_not_known_comes_again(terminal: Terminal, run: Run) -> None:
    """Where nothing else is left, what wasn't known is asked until it is."""
    run("config", "set", "drill.new", "1")
    done = terminal("drill", typed="\n1\n\n1\n\n3\n")
    assert done.out.count("Cardexa, in 20 seconds") == 3
    assert "1 card practised.\nThe next one comes Wed 25 Nov." in done.out


def test_the_time_is_looked_at_between_cards(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, db: sqlite3.Connection
) -> None:
    """After three minutes no card is begun; the one that was begun is finished."""
    keys = iter(["", "4", "", "4", "", "4"])
    minutes = iter(["05", "06", "06", "08", "08", "08", "08"])

    def typed(_prompt: str = "") -> str:
        monkeypatch.setenv("REPPLAN_NOW", f"2026-11-24T07:{next(minutes)}:00-06:00")
        return next(keys)

    monkeypatch.setattr(builtins, "input", typed)
    done = terminal("drill", now="2026-11-24T07:05:00-06:00")
    assert done.code == 0
    assert "2 cards practised." in done.out
    assert len(cards(db)) == 2


def test_it_comes_when_it_is_due(terminal: Terminal, run: Run) -> None:
    """What was easy is away for days, and the queue says nothing of it meanwhile."""
    run("config", "set", "drill.new", "1")
    terminal("drill", typed="\n3\n")
    run("config", "set", "drill.new", "0")
    assert run("drill", "--json", now=TOMORROW).json == {"cards": []}
    nothing = terminal("drill", now=TOMORROW)
    assert nothing.out == "Nothing to practise now. The next card comes Thu 26 Nov.\n"
    (card,) = run("drill", "--json", now="2026-11-26T00:00:00-06:00").json["cards"]
    assert card["due_at"] == "2026-11-26T06:00:00Z"
    assert card["practised_at"] == "2026-11-24T13:05:00Z"


def test_another_terminal_meanwhile(
    terminal: Terminal, db: sqlite3.Connection, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two sessions with the same new card: the later answer counts, there is one card."""
    run("config", "set", "drill.new", "1")
    mine, theirs = iter(["", "4"]), iter(["", "1", "q"])
    whose = [mine]

    def typed(_prompt: str = "") -> str:
        key = next(whose[-1])
        if key == "4":
            # While I look at the answer, the other session goes from its first card to its end.
            whose.append(theirs)
            assert program.run(["drill"]) == 0
            whose.pop()
            assert len(cards(db)) == 1
        return key

    monkeypatch.setattr(builtins, "input", typed)
    assert terminal("drill").code == 0
    assert len(cards(db)) == 1
    assert db.execute("SELECT due_at > '2026-11-25' FROM drill_card").fetchone()[0] == 1


def add_dear(run: Run) -> None:
    """Add an objection in English that nobody has raised."""
    words = ("--text", "too dear", "--category", "financial", "--answer", "It is covered.")
    assert run("objection", "add", "cardexa", *words).code == 0


def test_role_play_in_their_language(run: Run) -> None:
    """What nobody said yet is filled up in the person's language; sooner nothing than strange."""
    said = [
        [one["said"] for one in run("drill", "--role-play", who, "--json").json["lines"]]
        for who in ("anjali", "王建国")
    ]
    assert said == [["too new"], ["太贵"]]


def test_role_play(
    terminal: Terminal,
    run: Run,
    db: sqlite3.Connection,
) -> None:
    """Their own objection comes first, with its day; then others; each with the approved answer."""
    add_dear(run)
    run("log", "anjali", "# Cardexa ~; ! too new", "--at", "2026-11-17", "--yes")
    run(
        "log",
        "anjali",
        "# Cardexa ~; ! my cousin sells the other one",
        "--at",
        "2026-11-10",
        "--yes",
    )
    said = run("drill", "--role-play", "anjali", "--json").json
    assert said["provider"]["name"] == "Anjali Patel, MD"
    assert [(one["said"], one["on"]) for one in said["lines"]] == [
        ("too new", "2026-11-17"),
        ("my cousin sells the other one", "2026-11-10"),
        ("too dear", None),
    ]
    done = terminal("drill", "--role-play", "anjali", typed="\n3\n\n\n\n1\n")
    assert done.code == 0
    assert done.out.startswith(
        '\nAnjali Patel, MD  1/3  Tue 17 Nov\n  "too new"\nanswer  Two years of registry.\n'
    )
    assert '\nAnjali Patel, MD  3/3\n  "too dear"\n' in done.out
    assert "No approved answer yet. It is raised: ask for one.\n" in done.out
    assert "2 cards practised.\n1 of them comes again today.\n" in done.out
    assert cards(db) == [("objection", "answer")] * 2
    rows = db.execute("SELECT state FROM drill_card")
    assert all(json.loads(row[0])["reviewed_on"] == "2026-11-24" for row in rows)


def test_what_others_say(terminal: Terminal, run: Run) -> None:
    """Somebody of whom nothing was heard says what others of their specialty do."""
    add_dear(run)
    run("provider", "add", "Jo Brandt", "--specialty", "cardiology")
    run("log", "anjali", "# Cardexa ~; ! too new", "--at", "2026-11-17", "--yes")
    said = run("drill", "--role-play", "brandt", "--json").json["lines"]
    assert [(one["said"], one["on"], one["others_say_it"]) for one in said] == [
        ("too new", None, True),
        ("too dear", None, False),
    ]
    done = terminal("drill", "--role-play", "brandt", typed="\n4\nq\n")
    assert 'Jo Brandt  1/2  others like them say it\n  "too new"\n' in done.out
