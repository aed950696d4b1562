"""The one entrance: global options anywhere, help, and words that can't be read."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from repplan import __version__
from repplan.__main__ import global_options
from repplan.errors import MissingValue

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

# --- global options -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "found", "rest"),
    [
        ([], {}, []),
        (["due"], {}, ["due"]),
        (["--store", "x", "due"], {"--store": "x"}, ["due"]),
        (["due", "--store", "x"], {"--store": "x"}, ["due"]),
        (["due", "--store=x=y"], {"--store": "x=y"}, ["due"]),
        (["due", "--lang", "zh_CN", "--all"], {"--lang": "zh_CN"}, ["due", "--all"]),
        (["--version"], {"--version": "yes"}, []),
        (["due", "--version"], {"--version": "yes"}, ["due"]),
        (["log", "patel", "--", "--store", "x"], {}, ["log", "patel", "--", "--store", "x"]),
        (
            ["log", "--", "--version", "--", "--lang"],
            {},
            ["log", "--", "--version", "--", "--lang"],
        ),
        (["--store", "x", "--store", "y"], {"--store": "y"}, []),
        (["log", "patel", "--stores"], {}, ["log", "patel", "--stores"]),
        (["--store", "--lang"], {"--store": "--lang"}, []),
    ],
)
def test_global_options_stand_anywhere(
    argv: list[str], found: dict[str, str], rest: list[str]
) -> None:
    """They are taken from anywhere before ``--``; the rest of the line stays in its order."""
    assert global_options(argv) == (found, rest)


@pytest.mark.parametrize("argv", [["--store"], ["due", "--lang"], ["--store="], ["--lang", ""]])
def test_a_global_option_needs_its_value(argv: list[str]) -> None:
    """Without a value it is said which one is missing."""
    with pytest.raises(MissingValue):
        global_options(argv)


def test_a_missing_value_as_it_is_told(run: Run) -> None:
    """Exit 2, and what the option takes."""
    done = run("config", "show", "--lang")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "--lang en|zh_CN is missing.\n"
        "Give it on the command line; nothing is asked without a terminal.\n"
    )


@pytest.mark.parametrize("argv", [["--version"], ["due", "--version"], ["--version", "nonsense"]])
def test_version(run: Run, argv: list[str]) -> None:
    """Anywhere on the line it answers with the version and does nothing else."""
    done = run(*argv, REPPLAN_NOW="never")
    assert (done.code, done.out, done.err) == (0, f"repplan {__version__}\n", "")


def test_store_on_the_line_beats_the_environment(run: Run, tmp_path: Path) -> None:
    """``--store`` names another store than ``REPPLAN_STORE``; ``~`` is the home folder."""
    other = tmp_path / "other.db"
    assert str(other) in run("due", "--store", str(other)).err
    assert run("due", "--store", "~/x.db", HOME=str(tmp_path)).err.startswith(
        f"There is no store yet at {tmp_path / 'x.db'}.\n"
    )


def test_without_any_store_named(repplan: Run, tmp_path: Path) -> None:
    """Then it is looked for in the platform's user data folder."""
    home = tmp_path / "data"
    done = repplan("due", REPPLAN_STORE="", XDG_DATA_HOME=str(home), HOME=str(tmp_path))
    assert done.code == 7
    if sys.platform == "linux":
        assert f"{home / 'repplan' / 'repplan.db'}" in done.err
    assert not home.exists()


def test_an_unknown_language(run: Run) -> None:
    """A language that we don't speak is refused with those that we do."""
    done = run("due", "--lang", "fr")
    assert (done.code, done.out) == (2, "")
    assert done.err == "“fr” is no value of “--lang”.\nUse one of: en, zh_CN.\n"


def test_a_clock_that_is_none(run: Run) -> None:
    """What replaces the clock must be an instant."""
    done = run("due", REPPLAN_NOW="tomorrow")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "REPPLAN_NOW is “tomorrow”, which is no ISO instant.\n"
        "Try 2026-11-24T07:05:00 or unset it.\n"
    )


# --- usage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "err"),
    [
        (["undoo"], "There is no command “undoo”. Did you mean: undo?\nSee: repplan --help\n"),
        (["xyzzy"], "There is no command “xyzzy”.\nSee: repplan --help\n"),
        (
            ["provider", "shwo"],
            "There is no command “shwo”. Did you mean: show?\nSee: repplan provider --help\n",
        ),
        (
            ["provider", "show"],
            "Missing argument 'WHO'.\n  part of a name, or a ref\nSee: repplan provider show --help\n",
        ),
        (["config", "show", "--fast"], "No such option: --fast\nSee: repplan config show --help\n"),
        (
            ["undo", "--limit", "many"],
            ("Invalid value for '--limit': “many” is no whole number.\nSee: repplan undo --help\n"),
        ),
        (
            ["config", "show", "x"],
            "Got unexpected extra argument(s) (x)\nSee: repplan config show --help\n",
        ),
    ],
)
def test_usage(run: Run, argv: list[str], err: str) -> None:
    """What can't be read is exit 2, one line of what and one of where to look."""
    done = run(*argv)
    assert (done.code, done.out, done.err) == (2, "", err)


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"]])
def test_help(run: Run, argv: list[str]) -> None:
    """Nothing at all is the wish for help: on stdout, exit 0."""
    done = run(*argv)
    assert (done.code, done.err) == (0, "")
    assert "Every day:\n  due " in done.out
    assert "Anywhere on the line: --store PATH, --lang en|zh_CN, --version." in done.out


def test_help_of_a_group(run: Run) -> None:
    """A group's bare name lists what it has."""
    done = run("provider")
    assert (done.code, done.err) == (0, "")
    assert done.out == run("provider", "--help").out
    assert "Commands:\n  add     add a provider\n" in done.out


def test_help_needs_no_store(run: Run, tmp_path: Path) -> None:
    """Help answers before there is a store."""
    assert run("undo", "--help", "--store", str(tmp_path / "none.db")).code == 0


def test_usage_as_json(run: Run) -> None:
    """With --json an error is one object on stderr, and stdout stays empty."""
    done = run("config", "show", "--fast", "--json")
    assert (done.code, done.out) == (2, "")
    assert json.loads(done.err) == {
        "error": "usage",
        "message": "No such option: --fast",
        "hint": "See: repplan config show --help",
    }


def test_json_behind_dashes_is_text(run: Run) -> None:
    """Behind ``--`` nothing is an option, ``--json`` neither."""
    done = run("config", "set", "policy", "--", "--json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("“--json” is no value of “policy”.\n")


@pytest.mark.parametrize(
    "said",
    ["[/b]", "\x1b[31mred", "a\nb", "\u202etxt", "%s {said} {0}", "王", "\ud800", "'; DROP TABLE"],
)
def test_hostile_words_come_back_harmless(run: Run, said: str) -> None:
    """Whatever was typed is told without acting on the screen, and never is a bug."""
    for argv in (["provider", "show", said], [said], ["undo", said]):
        done = run(*argv)
        assert done.code in {2, 3}
        assert not {"\x1b", "\u202e", "\ud800"} & set(done.err)
        told = run(*argv, "--json")
        assert json.loads(told.err)["error"] in {"usage", "not-found"}
        assert not {"\x1b", "\u202e", "\ud800"} & set(told.err)
