"""The whole person: what every room knows, on a screenful and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.brief.whole import whole_person
from repplan.providers import queries as providers

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

FIRST = "2026-11-01T12:00:00-06:00"
NOON = "2026-11-24T12:00:00-06:00"


@pytest.fixture
def patel(run: Run) -> Run:
    """Return ``run`` on a store that knows Dr Patel well."""
    for line in (
        ("product", "add", "Cardexa"),
        (
            *("provider", "add", "Anjali Patel, MD", "--tier", "A", "--specialty", "cardiology"),
            *("--account", "Valley Cardiology", "--hours", "Tue 8-12", "--licence", "OH 35.1"),
            *("--likes", "one chart, then silence", "--prescribing", "starts low"),
            *("--patients", "mostly over 75", "--interests", "renal dosing"),
            *("--assistant-name", "Dana", "--assistant-phone", "555-0101"),
            *("--preferred-channel", "phone", "--best-times", "before nine"),
        ),
        ("provider", "add", "Daniel Cho, MD", "--account", "Valley Cardiology"),
        ("product", "cover", "Cardexa", "--payer", "Medicare D", "--state", "restricted"),
        (
            *("product", "cover", "Cardexa", "--payer", "Medicare D", "--account", "valley"),
            *("--state", "covered", "--steps", "step edit"),
        ),
        ("relation", "add", "cho", "reports to", "patel"),
        ("stance", "add", "patel", "skeptic", "--influence", "decision-maker"),
        ("note", "add", "patel", "AHA poster", "--achievement", "--on", "2026-10-30"),
        ("note", "add", "patel", "thinks aloud"),
        ("note", "add", "patel", "family: son at Purdue", "--personal"),
        ("objective", "add", "patel", "names one patient to start"),
    ):
        done = run(*line, now=FIRST)
        assert done.code == 0, (line, done.err)
    for day in ("03", "10", "17"):
        text = (
            "Show me renal; c: low pressure" if day == "03" else "better; d: low pressure; > table"
        )
        now = f"2026-11-{day}T18:00:00-06:00"
        done = run("log", "patel", text, "--at", "8:40", "--yes", now=now)
        assert done.code == 0, done.err
    for day in ("05", "12"):
        late = ("log", "patel", "clinic", "--outcome", "no-see", "--at", "10:10")
        assert run(*late, now=f"2026-11-{day}T18:00:00-06:00").code == 0
    done = run("log", "patel", "+ the AHA reprint; c: cost", "--at", "8:40", now=NOON)
    assert done.code == 0, done.err
    return run


def test_everything_on_one_screen(patel: Run) -> None:
    """Each thing known has its line, in words; personal notes are only counted."""
    shown = patel("provider", "show", "patel", "--full")
    assert shown.code == 0, shown.err
    lines = shown.out.splitlines()
    for line in (
        "is                  A, physician, cardiology, active",
        "at                  Valley Cardiology, Tue 8-12",
        "likes               one chart, then silence",
        "prescribing         starts low",
        "patients            mostly over 75",
        "clinical interests  renal dosing",
        "cares               cost (Tue 24 Nov)",
        "cared               low pressure (Tue 3 Nov to Tue 10 Nov)",
        "achieved            AHA poster (Fri 30 Oct; public)",
        "known               thinks aloud",
        "coverage            Cardexa: Medicare D covered (Valley Cardiology, step edit)",
        "assistant           Dana, 555-0101",
        "preferred channel   phone",
        "best times          before nine",
        "seen at             Tue 8-9 seen 4 of 4, Thu 10-11 seen 0 of 2",
        "last seen           Tue 24 Nov",
        "given               the AHA reprint (Tue 24 Nov)",
        "objective           names one patient to start",
        "licence             OH 35.1",
        "1 personal note is kept apart (note list WHO --personal).",
    ):
        assert line in lines
    assert any(line.startswith("stands              skeptic, decision-maker") for line in lines)
    assert any("Daniel Cho, MD reports to Anjali Patel, MD" in line for line in lines)
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert "Purdue" not in shown.out


def test_json_says_the_same(patel: Run) -> None:
    """Scripts get the fields of the record and what hangs on it; personal notes as a number."""
    told = patel("provider", "show", "patel", "--full", "--json").json
    assert told["personal"] == 1
    assert told["likes"] == "one chart, then silence"
    assert told["seen_at"][0] == {"weekday": 2, "hour": 8, "seen": 4, "tried": 4}
    assert [one["what"] for one in told["cares"]] == ["cost", "low pressure"]
    assert [one["text"] for one in told["achievements"]] == ["AHA poster"]
    assert [one["state"] for one in told["coverage"]] == ["covered"]
    assert (told["stance"]["stance"], told["stance"]["influence"]) == ("skeptic", "decision-maker")
    assert len(told["visits"]) == 3
    assert [one["what"] for one in told["objectives"]] == ["names one patient to start"]
    asked = patel("provider", "show", "patel", "--personal", "--json").json
    assert [one["text"] for one in asked["personal"]] == ["son at Purdue"]
    assert asked.keys() == told.keys()


def test_whoever_asks_for_personal_notes_sees_them(patel: Run) -> None:
    """``--personal`` is the whole person with these; they aren't counted again below."""
    shown = patel("provider", "show", "patel", "--personal").out
    assert "personal            family: son at Purdue" in shown
    assert "kept apart" not in shown


def test_somebody_unknown_has_a_line(run: Run) -> None:
    """A name alone is shown with what a name has: nothing is made up."""
    assert run("provider", "add", "Wei Chen").code == 0
    assert run("provider", "show", "chen", "--full").masked == (
        "Wei Chen  p-*\nis  physician, active\n"
    )
    told = json.loads(run("provider", "show", "chen", "--full", "--json").out)
    assert (told["cares"], told["stance"], told["personal"]) == ([], None, 0)


def test_only_coverage_that_counts_there(patel: Run, db: sqlite3.Connection) -> None:
    """Nowhere at work: the general lines; at an account its own before the general one."""
    one = providers.called(db, "patel")[0]
    assert [line.account for line in whole_person(db, one, "2026-11-24").coverage] == [
        "Valley Cardiology"
    ]
    assert patel("provider", "add", "Wei Chen").code == 0
    told = patel("provider", "show", "chen", "--full", "--json").json
    assert [line["account"] for line in told["coverage"]] == [None]
