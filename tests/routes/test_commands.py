"""``repplan plan``: a day, a week, what is planned, and the rest of a day, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.text import width
from tests.conftest import NOW, Run

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("territory")

NOON = "2026-11-24T11:20:00-06:00"
EVENING = "2026-11-24T18:20:00-06:00"

LEGEND = "- on the way   # visit   . waiting   ~ slack   o lunch, busy\n"

ROUTE = """\
Tue 24 Nov   5 visits, 1h08 on the way, 8 min waiting, 21 min slack
      8     9     10    11    12    13    14    15    16    17
         -####-##---###--     ooo
 8:31 leave 39.7000,-84.1700
 8:45 15m  Brandt B     Oakwood Internal Medic.. 12m     146d, max 84
 9:05 10m  Reyes B      same building                    Wed 25 Nov, table for..
 9:35 15m  Ruiz A       Mercy Lane Hospital      15m     84d, max 56
10:25 10m  Cho B        Valley Cardiology        25m     today, table for cho
10:40 10m  Patel A      same building                    1 day late, table for..
11:08 back 39.7000,-84.1700

LEFT   Vole C       too far for these hours

"""
"""Today's plan, with who is left out: what is late is done before lunch, the nearest first."""

KEPT = """\
Tue 24 Nov   5 visits, 1h08 on the way, 25 min waiting
      8     9     10    11    12    13    14    15    16    17
         -####-##---###--     ooo
 8:33 leave 39.7000,-84.1700
 8:45 15m  Brandt B     Oakwood Internal Medic.. 12m     planned
 9:05 10m  Reyes B      same building                    planned
 9:35 15m  Ruiz A       Mercy Lane Hospital      15m     planned
10:25 10m  Cho B        Valley Cardiology        25m     planned
10:40 10m  Patel A      same building                    planned
11:06 back 39.7000,-84.1700

"""
"""The same day after it was accepted, as ``plan show`` draws it: without slack."""


def _times(run: Run, *line: str, now: str | None = None) -> list[tuple[str, str, str]]:
    """Return day, time and name of each visit of a plan."""
    quick = () if line[1] == "show" else ("--effort", "0")
    found = run(*line, *quick, "--json", now=now or NOW)
    assert found.code == 0, found.err
    return [
        (day["on"], visit["at"], visit["name"])
        for day in found.json["days"]
        for visit in day["visits"]
    ]


def test_a_day(run: Run) -> None:
    """The day as a line, each visit with time, place, way and why, who is left out, what is next."""
    found = run("plan", "day")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(ROUTE + LEGEND)
    assert "NEXT" in found.out


def test_accepted(run: Run) -> None:
    """What was proposed is planned in one command, and shown at the same times; twice adds nothing."""
    done = run("plan", "day", "--accept")
    assert done.masked == (
        f"{ROUTE}{LEGEND}5 visits planned\nSaved. Take it back: repplan undo b-*\n"
    )
    assert run("plan", "show").out == KEPT + LEGEND
    again = run("plan", "day", "--accept")
    assert again.code == 0
    assert again.out.endswith(f"{LEGEND}All of it is planned already.\n")
    assert run("plan", "show").out == KEPT + LEGEND


def test_taken_back(run: Run) -> None:
    """One ``undo`` takes a whole week back."""
    assert run("plan", "week", "--accept").code == 0
    assert len(run("visit", "list", "--json").json["visits"]) == 5
    assert "removed: 5 visits" in run("undo").out
    assert run("visit", "list", "--json").json["visits"] == []
    assert run("plan", "show").out == "Tue 24 Nov   nobody\n"


def test_without_accept_nothing_is_written(run: Run, db: sqlite3.Connection) -> None:
    """Plans are looked at as often as one likes: the store stays as it was."""
    before = list(db.iterdump())
    for line in (("day",), ("week",), ("mend",), ("show",), ("day", "--why"), ("day", "--json")):
        assert run("plan", *line).code == 0
    assert list(db.iterdump()) == before


def test_why(run: Run) -> None:
    """The score is told by its terms, with the way, the slack and the waiting."""
    found = run("plan", "day", "--why").out
    assert (
        "10:40 10m  Patel A      same building                    1 day late, table for..\n"
        "           1 day late, table for patel: we owe it 1 x 20 + days late 1 x 400 +\n"
        "           due today or late 1 x 300 + nearness (14 less days to go) 14 x 20 +\n"
        "           tier 3 x 4 = 1012\n"
        "           0 min on the way, 2 min slack, 3 min waiting\n"
    ) in found


def test_a_week(run: Run) -> None:
    """A line a day above, and below the days that have visits; everybody stands there once."""
    line = ("plan", "week", "--most", "2", "--pin", "reyes@wed", "--pin", "brandt@fri 9:00")
    found = run(*line)
    assert found.code == 0
    head = [one[:10] for one in found.out.splitlines()[1:5]]
    assert head == ["Tue 24 Nov", "Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov"]
    there = _times(run, *line)
    assert ("2026-11-27", "9:00", "Karin Brandt, NP") in there
    assert ("2026-11-25", "Marco Reyes, MD") in {(on, name) for on, _at, name in there}
    assert len({name for _on, _at, name in there}) == len(there) == 5
    days = [on for on, _at, _name in there]
    assert max(map(days.count, days)) <= 2


def test_agreed_stays(run: Run) -> None:
    """What was agreed keeps its time whatever else there is, and says with whom."""
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana")
    found = run("plan", "day").out
    assert "10:00 15m  Patel A      same building                    agreed with Dana\n" in found
    for line in (("day",), ("day", "--move"), ("mend",), ("week",), ("day", "--most", "1")):
        there = _times(run, "plan", *line)
        assert ("2026-11-24", "10:00", "Anjali Patel, MD") in there, line


def test_agreed_wins_over_a_wish(run: Run) -> None:
    """Of two at one time the agreed one stays; the other is left out, and by whom is said."""
    run("visit", "plan", "cho", "--at", "10:05")
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana")
    found = run("plan", "day")
    assert "LEFT   Cho B        too close to Patel at 10:00\n" in found.out
    assert ("2026-11-24", "10:00", "Anjali Patel, MD") in _times(run, "plan", "day")


def test_what_overlaps_is_told(run: Run) -> None:
    """``plan show`` keeps what was planned, and says by how much one comes too late."""
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana")
    run("visit", "plan", "reyes", "--at", "10:20")
    found = run("plan", "show")
    assert [name for _on, _at, name in _times(run, "plan", "show")] == [
        "Anjali Patel, MD",
        "Marco Reyes, MD",
    ]
    assert "min too late: you get there at 10:37" in " ".join(found.out.split())


def test_mend(run: Run) -> None:
    """From here and now: what is over is left, whoever called off today isn't asked again."""
    run("visit", "plan", "patel", "--at", "9:00")
    run("visit", "plan", "cho", "--at", "15:00", "--agreed-with", "Dana")
    run("visit", "plan", "ruiz", "--at", "14:00")
    run("log", "patel", "went well", "--yes", now=NOON)
    run("visit", "cancel", "ruiz", now=NOON)
    found = run("plan", "mend", now=NOON)
    assert found.code == 0
    assert "leave Valley Cardiology\n" in found.out
    assert "       Ruiz A       called off for that day\n" in found.out
    there = _times(run, "plan", "mend", now=NOON)
    assert ("2026-11-24", "15:00", "Daniel Cho, MD") in there
    assert not {"Anjali Patel, MD", "Lucia Ruiz, MD"} & {name for _on, _at, name in there}
    assert all(int(at.split(":")[0]) >= 11 for _on, at, _name in there)


def test_mend_settles(run: Run) -> None:
    """A mended day is mended: accepted again it changes nothing."""
    assert "planned" in run("plan", "mend", "--accept", now=NOON).out
    before = run("visit", "list", "--json").json
    for _again in range(3):
        done = run("plan", "mend", "--accept", now=NOON)
        assert done.out.endswith("All of it is planned already.\n")
    assert run("visit", "list", "--json").json == before


def test_mend_from_a_minute(run: Run) -> None:
    """``--at`` says from when there is time."""
    late = _times(run, "plan", "mend", "--at", "14:30")
    assert late
    assert min(at for _on, at, _name in late) >= "14:30"


def test_after_hours(run: Run) -> None:
    """After hours today is over: mend says so, and a day is the next working day."""
    found = run("plan", "mend", now=EVENING)
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        "Today's working hours ended at 17:30.\n"
        "Plan the next day: repplan plan day      longer hours: config set hours\n"
    )
    assert run("plan", "day", now=EVENING).out.startswith("Wed 25 Nov   5 visits")


def test_a_day_off(run: Run) -> None:
    """A day off holds nobody, says why, and nobody is left out; whoever is pinned comes alone."""
    run("timeoff", "add", "wed", "--what", "training")
    assert run("plan", "day", "wed").out == "Wed 25 Nov   training\n"
    assert _times(run, "plan", "day", "wed", "--pin", "reyes@9:00") == [
        ("2026-11-25", "9:00", "Marco Reyes, MD")
    ]


def test_busy_hours(run: Run) -> None:
    """Hours that are taken by something else stay free, and are drawn."""
    run("timeoff", "add", "today", "--from", "8:00", "--to", "12:00", "--what", "dentist")
    there = _times(run, "plan", "day")
    assert there
    assert all(int(at.split(":")[0]) >= 12 for _on, at, _name in there)
    assert "dentist" in run("plan", "day").out


def test_a_rule_is_named(run: Run) -> None:
    """A pin that a rule forbids is refused with the rule, its source, and why."""
    run("reception", "add", "oakwood", "--days", "thu", "--source", "the gate")
    found = run("plan", "day", "--pin", "reyes")
    assert found.code == 5
    said = " ".join(found.err.split())
    assert "Oakwood Internal Medicine receives on Thu only, not on Tue 24 Nov" in said
    assert "Rule: reception.weekday; source: the gate." in said
    assert "LEFT" in run("plan", "day").out
    assert not {"Marco Reyes, MD", "Karin Brandt, NP"} & {
        name for _on, _at, name in _times(run, "plan", "day")
    }
    week = _times(run, "plan", "week", "--pin", "reyes")
    assert ("2026-11-26", "Marco Reyes, MD") in {(on, name) for on, _at, name in week}


def test_a_warning_wants_a_reason(run: Run) -> None:
    """Whoever a rule warns of is planned for a reason alone; undo takes the reason back too."""
    run("reception", "add", "oakwood", "--people", "2")
    refused = run("plan", "day", "--pin", "reyes")
    assert refused.code == 5
    assert "--because TEXT" in refused.err
    assert "Marco Reyes, MD" not in {name for _on, _at, name in _times(run, "plan", "day")}
    assert run("plan", "day", "--pin", "reyes", "--because", "alone", "--accept").code == 0
    assert "Marco Reyes, MD" in {name for _on, _at, name in _times(run, "plan", "show")}
    assert run("undo").code == 0
    assert _times(run, "plan", "show") == []


@pytest.mark.parametrize("name", ["plan.txt", "nowhere/plan.ics", "there.ics"])
def test_a_file_that_cant_be(run: Run, tmp_path: Path, name: str) -> None:
    """A file that can't be written is said before anything is planned."""
    (tmp_path / "there.ics").write_text("a calendar", encoding="utf-8")
    found = run("plan", "day", "--accept", "--to", str(tmp_path / name))
    assert found.code in {2, 6, 8}
    assert run("visit", "list", "--json").json["visits"] == []
    assert (tmp_path / "there.ics").read_text(encoding="utf-8") == "a calendar"


def test_the_same_again(run: Run) -> None:
    """One store, day, seed and effort give one plan."""
    first = run("plan", "week", "--json", "--seed", "7").out
    assert run("plan", "week", "--json", "--seed", "7").out == first


def test_without_home(run: Run) -> None:
    """Without a home the way there isn't counted, and that is said."""
    run("undo")
    run("config", "set", "home", "")
    found = run("plan", "day")
    assert "Where your day starts isn't known" in found.out
    assert "config set home" in " ".join(found.out.split())


def test_home_is_an_account_in_a_table(run: Run, tmp_path: Path) -> None:
    """Where home is an account, the table's minutes from home and to it are that account's."""
    own = tmp_path / "own.csv"
    own.write_text(
        "from,to,minutes\nhome,Valley Cardiology,33\nValley Cardiology,home,34\n", encoding="utf-8"
    )
    run("config", "set", "home", "Mercy Lane Hospital")
    run("visit", "plan", "patel", "--at", "10:00")
    (day,) = run("plan", "show", "--matrix", str(own), "--json").json["days"]
    (visit,) = day["visits"]
    assert (visit["travel_min"], visit["basis"], day["travel_min"]) == (33, "matrix", 67)


ADVENTURES: tuple[tuple[str, ...], ...] = (
    ("day",),
    ("day", "--why", "--all"),
    ("week", "--why"),
    ("day", "--slack", "40"),
    ("day", "--slack", "0"),
    ("mend",),
)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("columns", [80, 120])
def test_it_fits_the_screen(run: Run, language: str, columns: int) -> None:
    """No line is wider than the screen, in either language."""
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana at the front desk")
    run("visit", "plan", "reyes", "--at", "10:05")
    run("timeoff", "add", "today", "--from", "14:00", "--to", "16:00", "--what", "培训" * 30)
    for line in (*ADVENTURES, ("show",), ("show", "--week"), ("week", "--accept")):
        quick = () if line[0] == "show" else ("--effort", "0")
        found = run("--lang", language, "plan", *line, *quick, COLUMNS=str(columns))
        assert found.code == 0, found.err
        assert [one for one in found.out.splitlines() if width(one) > columns] == []
