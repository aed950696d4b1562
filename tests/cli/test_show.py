"""What the screen makes of tables and facts: aligned by cells, cut honestly, safe."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.cli.show import (
    facts,
    label,
    out,
    plain,
    saved,
    say,
    say_json,
    table,
    told_apart,
)
from repplan.errors import N_
from repplan.fields import Field
from repplan.text import shown, width

CELLS = st.text(st.sampled_from("ab 王é\n\x1b"), max_size=30)


def test_columns_stand_by_cells() -> None:
    """A Chinese character takes two cells, so the next column stands where it should."""
    lines = table(("Name", "Tier"), [("王建国", "A"), ("Haas", "B")])
    assert [plain(line) for line in lines] == ["Name    Tier", "王建国  A", "Haas    B"]


def test_the_widest_column_gives_way() -> None:
    """What doesn't fit is cut with two dots, in the widest column; the last is never cut."""
    rows = [("Patel", "a long account of what was promised", "f-7k2m9xpq")]
    lines = table(("Who", "What", "Ref"), rows, limit=40)
    assert [plain(line) for line in lines] == [
        "Who    What                   Ref",
        "Patel  a long account of w..  f-7k2m9xpq",
    ]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.integers(30, 120))
def test_tables_fit(rows: list[tuple[str, str, str]], limit: int) -> None:
    """Whatever the cells hold, each row is one line that fits where two columns can give way."""
    lines = [plain(line) for line in table(("One", "Two", "Three"), rows, limit=limit)]
    assert len(lines) == len(rows) + 1
    last = max([width("Three"), *(width(shown(row[2]).replace("\n", " ")) for row in rows)])
    for line in lines:
        assert "\n" not in line
        assert width(line) <= max(limit, 8 + 8 + 4 + last)


def test_facts() -> None:
    """Labels stand in one column, long text wraps under itself, the unknown takes no line."""
    told = [
        ("at", "Valley Cardiology"),
        ("phone", ""),
        (
            "likes",
            "one chart, then silence; she thinks aloud, and she hates to be interrupted then",
        ),
        ("称呼", "王主任"),
    ]
    assert [plain(line) for line in facts(told)] == [
        "at     Valley Cardiology",
        "likes  one chart, then silence; she thinks aloud, and she hates to be",
        "       interrupted then",
        "称呼   王主任",
    ]


def test_facts_keep_lines() -> None:
    """A text of several lines keeps them."""
    assert [plain(line) for line in facts([("lacks", "one\ntwo")])] == ["lacks  one", "       two"]


@pytest.mark.parametrize(
    ("help_text", "name"),
    [
        (N_("tier: A, B, C or D"), "tier"),
        (N_("phone"), "phone"),
        (N_("级别：A、B、C、D"), "级别"),
    ],
)
def test_label(help_text: str, name: str) -> None:
    """A field's name on the screen is its help up to the colon, full-width or not."""
    assert label(Field("column", help_text)) == name


def test_told_apart() -> None:
    """A short name stands where it is one person's on this screen; else the whole one does."""
    names = [
        ("p-1", "Patel", "Anjali Patel"),
        ("p-2", "Patel", "Dev Patel"),
        ("p-3", "王建国", "王建国 主任医师"),
        ("p-3", "王建国", "王建国 主任医师"),
    ]
    assert told_apart(names) == {"p-1": "Anjali Patel", "p-2": "Dev Patel", "p-3": "王建国"}


def test_saved() -> None:
    """Every command that writes ends with how to take it back, or says that all was so already."""
    assert plain(saved("b-7k2m9xpq")) == "Saved. Take it back: repplan undo b-7k2m9xpq"
    assert plain(saved("")) == "It was so already: nothing was changed."


class Screen(io.StringIO):
    """A terminal that remarks go to."""

    def isatty(self) -> bool:
        """Say that somebody looks at it."""
        return True


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        ("short", "80", "short\n"),
        (
            "Add a place (patel@oakwood), a first name, or use the ref.",
            "30",
            "Add a place (patel@oakwood), a\nfirst name, or use the ref.\n",
        ),
        (
            "  Anjali Patel, MD  Valley Cardiology  p-2222",
            "30",
            "  Anjali Patel, MD Valley\n  Cardiology p-2222\n",
        ),
        (
            " 12  Anjali Patel, MD  Valley Cardiology",
            "30",
            " 12  Anjali Patel, MD Valley\n     Cardiology\n",
        ),
        (
            "这里没有叫「王见国」的人,也没有叫这个的机构。",
            "24",
            "这里没有叫「王见国」的\n人,也没有叫这个的机构。\n",
        ),
        (
            "What was saved before stays; to take it back: repplan undo b-7k2m9xpq",
            "60",
            "What was saved before stays; to take it back:\n  repplan undo b-7k2m9xpq\n",
        ),
        ("one line\nand another of them", "20", "one line\nand another of them\n"),
        (
            "There is no store yet at /home/kim/a/very/long/path/repplan.db.",
            "26",
            "There is no store yet at\n/home/kim/a/very/long/path/repplan.db.\n",
        ),
    ],
)
def test_a_remark_breaks_at_blanks(
    monkeypatch: pytest.MonkeyPatch, text: str, columns: str, told: str
) -> None:
    """At a terminal no word is cut in half, and what follows stands under what it belongs to."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    say(text)
    assert screen.getvalue() == told


def test_a_remark_stays_one_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """A script gets a line for a line, however long."""
    say("word " * 40)
    assert capsys.readouterr().err == "word " * 40 + "\n"


def test_an_error_for_a_script_stays_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON is one line at a terminal too: a break inside would be no JSON."""
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    say_json({"message": "word " * 40})
    assert json.loads(screen.getvalue()) == {"message": "word " * 40}
    assert screen.getvalue().count("\n") == 1


def test_a_name_cannot_act(capsys: pytest.CaptureFixture[str]) -> None:
    """An escape in a stored name reaches no screen."""
    out([[("\x1b[31mPatel\u202e", "head")], *table(("Name",), [("a\nb\x07",)])])
    assert capsys.readouterr().out == "\ufffd[31mPatel\ufffd\nName\na b\ufffd\n"
