"""``config``: every setting shown, each changed only to what it can be, and taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.config import SETTINGS

if TYPE_CHECKING:
    from tests.conftest import Run


def value(run: Run, name: str) -> tuple[str, bool]:
    """Return a setting's value and whether it is the default."""
    found = json.loads(run("config", "show", "--json").out)["settings"]
    return next((one["value"], one["is_default"]) for one in found if one["name"] == name)


def test_show(run: Run) -> None:
    """Each setting has a line with its value and what it is; unset ones show a dash."""
    done = run("config", "show")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len(lines) == len(SETTINGS) + 1
    assert lines[0] == "owner.name             -           your name, as a visit request signs it"
    assert lines[4] == "hours                  08:30-17:30 working hours"
    assert lines[-1] == "Change one: repplan config set NAME VALUE"
    assert max(map(len, lines)) <= 80


def test_show_as_json(run: Run) -> None:
    """Scripts get name, value, default and help."""
    (first, *_rest) = json.loads(run("config", "show", "--json").out)["settings"]
    assert first == {
        "name": "owner.name",
        "value": "",
        "default": "",
        "is_default": True,
        "help": "your name, as a visit request signs it",
    }


def test_set_and_take_back(run: Run) -> None:
    """A change is one command that says what is so now and how to take it back."""
    done = run("config", "set", "hours", "07:00-16:00")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("hours = 07:00-16:00\nSaved. Take it back: repplan undo b-")
    assert value(run, "hours") == ("07:00-16:00", False)
    run("undo")
    assert value(run, "hours") == ("08:30-17:30", True)


def test_set_again_and_back_to_the_default(run: Run) -> None:
    """A second value replaces the first; an empty one, or the default's own, takes it away."""
    run("config", "set", "promise.days", "3")
    run("config", "set", "promise.days", "5")
    assert value(run, "promise.days") == ("5", False)
    run("config", "set", "promise.days", "")
    assert value(run, "promise.days") == ("2", True)
    run("config", "set", "promise.days", "5")
    run("config", "set", "promise.days", "2")
    assert value(run, "promise.days") == ("2", True)


def test_set_as_json(run: Run) -> None:
    """Scripts get the name, the value as it is kept, and the batch."""
    told = json.loads(run("config", "set", "owner.name", "  Kim Tan\u200b ", "--json").out)
    assert (told["name"], told["value"]) == ("owner.name", "Kim Tan")
    assert told["batch"].startswith("b-")


@pytest.mark.parametrize(
    ("name", "said", "err"),
    [
        ("policy", "fr", "“fr” is no value of “policy”.\nUse one of: none, us, uk, eu, cn.\n"),
        ("hours", "8-17", "“8-17” is no value of “hours”.\nWrite it like: 08:30-17:30.\n"),
        ("promise.days", "many", "“many” is no value of “promise.days”.\nWrite it like: 2.\n"),
    ],
)
def test_a_value_that_cannot_be(run: Run, name: str, said: str, err: str) -> None:
    """It is refused with what can be; nothing is written."""
    done = run("config", "set", name, said)
    assert (done.code, done.out, done.err) == (2, "", err)
    assert value(run, name)[1]


@pytest.mark.parametrize("said", ["", "x"])
def test_a_setting_that_is_none(run: Run, said: str) -> None:
    """A name that is no setting is not found; its neighbours are named."""
    done = run("config", "set", "due.line", said)
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "There is no setting “due.line”.\n"
        "  due.lines\n  due.ahead\n  due.new\n  due.share\nSee them all: repplan config show\n"
    )


def test_set_to_what_it_is(run: Run) -> None:
    """Nothing is written, so there is nothing to take back: neither said nor in the history."""
    run("config", "set", "samples", "on")
    again = run("config", "set", "samples", "on")
    assert again.out == "samples = on\nIt was so already: nothing was changed.\n"
    assert run("config", "set", "samples", "on", "--json").json["batch"] is None
