"""Every command that the queue suggests can be typed as it stands."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

COMMAND = re.compile(
    r"^(?:repplan )?(?:safety|inquiry|visit|material|product|reception|followup|brief|log|done|due|drill)\b"
)
ASKED_AT_A_TERMINAL = {
    "safety report": ("--reference", "AE-7"),
    "log": ("she wants the table",),
    "repplan drill": ("--list",),
}
"""What a hint leaves to be asked for, as it is given where nobody can be asked."""


def hints(run: Run, **env: str) -> list[str]:
    """Return what NEXT and MORE suggest, and each step of the queue that is a command."""
    lines = run("due", **{**env, "COLUMNS": "200"}).out.splitlines()
    told = re.split(r"[|,()（）]", " | ".join(line[6:] for line in lines[-2:]))
    shown = [line.split("  ")[-1] for line in run("due", "--all", **env).out.splitlines()]
    found = [one.strip() for one in (*told, *shown)]
    return list(dict.fromkeys(one for one in found if COMMAND.match(one)))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_hint_can_be_typed(run: Run, tmp_path: Path, language: str) -> None:
    """None is cut, refused as wrongly written, or finds nobody; each says what it means to."""
    demo = tmp_path / "demo.db"
    assert run("--store", str(tmp_path / "mine.db"), "--lang", language, "demo").code == 0
    env = {"REPPLAN_STORE": str(demo), "REPPLAN_LANG": language}
    found = hints(run, **env)
    assert len(found) > 6, found
    for hint in found:
        words = shlex.split(hint.removeprefix("repplan "))
        asked = next(
            (more for one, more in ASKED_AT_A_TERMINAL.items() if hint.startswith(one)), ()
        )
        done = run(*words, *asked, **env)
        assert done.code == 0, (hint, done.err)


@pytest.mark.usefixtures("people")
def test_too_late_to_apply_names_the_day(run: Run) -> None:
    """The visit is moved to the first day for which one may still apply: the hint can be typed."""
    run("reception", "add", "valley", "--days", "tue,thu", "--lead", "2")
    assert run("visit", "plan", "anjali", "--at", "2026-11-26 8:30").code == 0
    wednesday = "2026-11-25T07:05:00-06:00"
    (item,) = (
        one for one in run("due", "--json", now=wednesday).json["items"] if one["kind"] == "apply"
    )
    assert item["next"].endswith(" --at 2026-12-01")
    assert item["next"] in run("due", now=wednesday).out
    assert run(*item["next"].split(), now=wednesday).code == 0


@pytest.mark.usefixtures("people")
def test_who_is_off_applies_before(run: Run) -> None:
    """What must be applied for on a day off is told on the working day before; no move to one."""
    run("reception", "add", "valley", "--days", "tue,thu", "--lead", "2", "--lead-by", "17:00")
    run("visit", "plan", "anjali", "--at", "2026-12-03 8:30")
    monday, friday = "2026-11-30T07:05:00-06:00", "2026-11-27T07:05:00-06:00"

    def applied(now: str) -> list[str]:
        lines = run("due", now=now).out.splitlines()
        return [line[7:16].strip() for line in lines if "apply for" in line]

    assert applied(monday) == []
    run("timeoff", "add", "2026-12-01", "--what", "training")
    assert applied(monday) == ["today"]
    run("timeoff", "add", "2026-11-30", "--what", "training")
    assert applied(friday) == ["today"]
    assert applied("2026-12-01T07:05:00-06:00") == ["by 17:00"]
    run("timeoff", "add", "2026-12-08", "--what", "vacation")
    (item,) = (
        one
        for one in run("due", "--json", now="2026-12-02T07:05:00-06:00").json["items"]
        if one["kind"] == "apply"
    )
    assert item["next"].endswith(" --at 2026-12-10")


@pytest.mark.usefixtures("people")
def test_namesakes_are_named_by_ref(run: Run) -> None:
    """A name that several have would be asked back: NEXT names the one who is meant."""
    assert run("visit", "plan", "anjali", "--at", "today 9:00").code == 0
    (step,) = (
        one.strip() for one in run("due").out.splitlines()[-1][6:].split("|") if "brief" in one
    )
    assert step.startswith("brief p-")
    assert run(*step.split()).code == 0
