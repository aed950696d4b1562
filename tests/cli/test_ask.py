"""Questions: asked at a terminal alone; a no, a wrong number and the end of input end it."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.cli.ask import ask, choose, confirm, may_ask, read_lines
from repplan.errors import MissingValue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pexpect

ASKING = """
import sys
from repplan.cli.ask import ask, choose, confirm, read_lines
from repplan.errors import Declined, RepplanError
try:
    print("got", repr(eval(sys.argv[1])))
except Declined:
    print("declined")
"""


@pytest.mark.parametrize(
    "question",
    [
        lambda: ask("Who?", what="WHO"),
        lambda: confirm("Sure?"),
        lambda: choose("Which?", ["a", "b"]),
        lambda: read_lines(">"),
    ],
)
def test_nothing_is_asked_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, question: Callable[[], object]
) -> None:
    """Where nobody can answer it fails with what is missing; nothing is read."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert not may_ask()
    with pytest.raises(MissingValue):
        question()
    assert sys.stdin.read() == "yes\n"


def test_no_stdin_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed standard input is no terminal."""
    monkeypatch.setattr(sys, "stdin", None)
    assert not may_ask()


def terminal(question: str, *, stdout: str = "") -> pexpect.spawn[str]:
    """Return a question as it is asked at a real terminal; ``stdout`` redirects the answer."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminal here")
    import pexpect

    return pexpect.spawn(
        "sh",
        ["-c", f'"$0" -c "$1" "$2" {stdout}', sys.executable, ASKING, question],
        env={**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        timeout=20,
    )


@pytest.mark.parametrize(
    ("question", "typed", "got"),
    [
        ("ask('Who?')", "Patel", "got 'Patel'"),
        ("ask('Who?')", "", "got ''"),
        ("ask('Who?')", "王建国", "got '王建国'"),
        ("confirm('Sure?')", "y", "got True"),
        ("confirm('Sure?')", " YES ", "got True"),
        ("confirm('Sure?')", "是", "got True"),
        ("confirm('Sure?')", "n", "got False"),
        ("confirm('Sure?')", "", "got False"),
        ("confirm('Sure?', is_usual=True)", "", "got True"),
        ("confirm('Sure?')", "对", "got True"),
        ("confirm('Sure?', is_usual=True)", "不", "got False"),
        ("confirm('Sure?')", "yesterday\nyes", "got True"),
        ("confirm('Sure?', is_usual=True)", "no, it was fri\nn", "got False"),
        ("choose('Which?', ['a', 'b'])", "2", "got 1"),
        ("choose('Which?', ['a', 'b'])", "fri\n2", "got 1"),
        ("choose('Which?', ['a', 'b'])", "0\n3\n²\n\n1", "got 0"),
        ("choose('Which?', ['a', 'b'], may_leave=True)", "b\n1", "got 0"),
        ("choose('Which?', ['a', 'b'], may_leave=True)", "x\n1", "got 0"),
        ("choose('Which?', ['Amy Novak', 'Bo Quist'], may_leave=True)", "n", "declined"),
        ("choose('Which?', ['Amy Novak', 'Nora Bo'], may_leave=True)", "No", "declined"),
        ("choose('Which?', ['Amy  p-tjfj', 'Bo  p-qkkf'], may_leave=True)", "q", "declined"),
        ("choose('Which?', ['Quitman', 'Bo'], may_leave=True)", "quit", "declined"),
        ("choose('Which?', ['否定', '单页'], may_leave=True)", "否", "declined"),
        ("choose('Which?', ['不变', '单页'], may_leave=True)", "不", "declined"),
        ("choose('Which?', ['退出表', '单页'], may_leave=True)", "退出", "declined"),
        ("choose('Which?', ['Amy Novak', 'Bo Quist'])", "n\nq\nno\nno\n2", "got 1"),
        ("choose('Which?', ['Amy Novak', 'Bo'], may_leave=True)", "am\nno\n", "declined"),
        ("choose('Which?', ['Amy Novak', 'Bo'], may_leave=True)", "nov", "got 0"),
        ("choose('Which?', ['Amy  p-tjfj', 'Bo  p-qkkf'])", "qkk\np-qkk\nqkkf\n1", "got 0"),
        ("choose('Which?', ['Amy  p-tjfj', 'Bo  p-qkkf'])", "P-qkkf", "got 1"),
        ("choose('Which?', ['剂量表', '单页'])", "单\n1", "got 0"),
        ("choose('Which?', ['renal table', 'fall poster'])", "table", "got 0"),
        ("choose('Which?', ['renal table', 'fall table'])", "table\nFall t", "got 1"),
        ("choose('Which?', ['剂量表', '单页'])", "单页", "got 1"),
        ("confirm('Sure?', is_usual=None)", "\ny", "got True"),
        ("choose('Which?', ['a', 'b'], may_leave=True)", "", "declined"),
    ],
)
def test_answers(question: str, typed: str, got: str) -> None:
    """What is typed is the answer; what is no choice declines."""
    process = terminal(question)
    process.expect_exact("?")
    process.sendline(typed)
    process.expect_exact(got)
    process.wait()
    assert process.exitstatus == 0


@pytest.mark.parametrize("question", ["ask('Who?')", "confirm('?')", "choose('?', ['a'])"])
def test_the_end_of_input_declines(question: str) -> None:
    """Ctrl-D is a no."""
    process = terminal(question)
    process.expect_exact("?")
    process.sendeof()
    process.expect_exact("declined")


@pytest.mark.parametrize("end", ["", "\x04"])
def test_lines_until_an_empty_one(end: str) -> None:
    """Lines are kept as they were typed, until an empty one or Ctrl-D."""
    process = terminal("read_lines('Patel 8:40 >')")
    for line in ("keen on it", "; > table by fri"):
        process.expect_exact("Patel 8:40 >")
        process.sendline(line)
    process.expect_exact("Patel 8:40 >")
    if end:
        process.sendeof()
    else:
        process.sendline("")
    process.expect_exact(r"got 'keen on it\n; > table by fri'")


def test_a_question_never_gets_into_the_answer(tmp_path: Path) -> None:
    """With stdout redirected the question is still on the terminal, and not in the file."""
    answer = tmp_path / "answer"
    process = terminal("ask('Who?')", stdout=f"> '{answer}'")
    process.expect_exact("Who?")
    process.sendline("Patel")
    process.wait()
    assert answer.read_text(encoding="utf-8") == "got 'Patel'\n"
