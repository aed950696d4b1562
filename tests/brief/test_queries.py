"""Briefs out of a store, as a rep meets them: written by commands, read by ``brief``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from repplan.brief.model import SECTIONS

if TYPE_CHECKING:
    from tests.conftest import Result, Run

THREE_WEEKS_AGO = "2026-11-03T18:00:00-06:00"
LAST_WEEK = "2026-11-17T18:00:00-06:00"


def must(done: Result) -> Result:
    """Return what a command left; it has to have worked."""
    assert (done.code, done.err) == (0, "")
    return done


def told(run: Run, *argv: str) -> dict[str, Any]:
    """Return a brief as JSON."""
    answer: dict[str, Any] = json.loads(must(run("brief", *argv, "--json")).out)
    return answer


def texts(answer: dict[str, Any], section: str) -> list[str]:
    """Return the texts of one section."""
    found = next(one for one in answer["sections"] if one["name"] == section)
    return [item["text"] for item in found["items"]]


@pytest.fixture
def valley(run: Run) -> None:
    """Fill the store with Dr Patel of Valley Cardiology: two visits, a plan for today at 8:40."""
    must(run("product", "add", "Cardexa"))
    must(
        run(
            *("provider", "add", "Anjali Patel, MD", "--tier", "A", "--specialty", "cardiology"),
            *("--account", "Valley Cardiology", "--room", "suite 210"),
            *("--likes", "one chart, then silence", "--assistant-name", "Dana"),
        )
    )
    access = "Lot C. No bag past the desk."
    must(run("account", "edit", "valley", "--street", "200 Ridge Road", "--access", access))
    must(run("provider", "add", "Daniel Cho, MD", "--tier", "B", "--account", "valley"))
    first = "Worried about falls; c: low pressure over 75; # Cardexa ~; ! too new"
    must(run("log", "patel", first, "--at", "8:40", "--minutes", "8", now=THREE_WEEKS_AGO))
    second = (
        "Show me renal before I switch; p: renal dosing table by 23 nov; "
        "t: counts her eGFR 30-45 patients by 20 nov; q: ok in dialysis; ^ plays the cello"
    )
    must(run("log", "patel", second, "--at", "8:40", "--minutes", "14", now=LAST_WEEK))
    must(run("objective", "add", "patel", "She names one eGFR 30-45 patient to start by 15 dec"))
    must(
        run(
            *("visit", "plan", "patel", "--at", "today 8:40", "--minutes", "10"),
            *("--agreed-with", "Dana"),
        )
    )


@pytest.mark.usefixtures("valley")
def test_the_next_visit_is_briefed_for(run: Run) -> None:
    """``brief`` alone is the next planned visit's, on one screen; the oldest debt stands first."""
    assert must(run("brief")).out == (
        "Anjali Patel, MD   A   cardiology           today 8:40, 10 min, agreed with Dana\n"
        "IN     Valley Cardiology, suite 210; Lot C. No bag past the desk; Dana runs the\n"
        "       book\n"
        'OWED   "ok in dialysis", a question: answer it, 5 days late\n'
        "       renal dosing table, 1 day late\n"
        "THEY   counts her eGFR 30-45 patients, 4 days late\n"
        "OPEN   plays the cello\n"
        "LIKES  one chart, then silence\n"
        "CARES  low pressure over 75 (Tue 3 Nov)\n"
        'LAST   Tue 17 Nov seen 14 min "Show me renal before I switch"\n'
        '       Tue 3 Nov seen 8 min Cardexa ~, too new: unanswered "Worried about falls"\n'
        "TODAY  She names one eGFR 30-45 patient to start by Tue 15 Dec | lacks: relevant\n"
        "SAY    nothing approved answers this: listen, and take it to medical\n"
        'IF     "too new" (Tue 3 Nov, clinical)\n'
        'ASK    "low pressure over 75": where did you meet it last? What did you change\n'
        "       because of it? What would put you at ease?\n"
        "BRING  renal dosing table\n"
        "ALSO   Cho B, not met\n"
        "AFTER  @ Patel 8:40\n"
    )


def test_a_chinese_day_reads_the_same(run: Run) -> None:
    """A Chinese territory has every line where the English one has it, and 80 cells at most."""
    must(run("product", "add", "泽康平"))
    must(
        run(
            *("provider", "add", "王建国 主任医师", "--tier", "A", "--specialty", "心内科"),
            *("--account", "市一医院", "--department", "心内科", "--room", "12诊室"),
            *("--likes", "先看一张图,再听结论;称呼「王主任」", "--assistant-name", "护士小刘"),
        )
    )
    must(run("account", "edit", "市一医院", "--access", "叫号空档敲门;戴胸牌"))
    note = "想先看肾功能数据;关注:75岁以上低血压;#泽康平 一般;>肾功能剂量表 11月23日前"
    must(run("log", "王建国", note, "--at", "9:10", "--minutes", "8", now=LAST_WEEK))
    must(run("visit", "plan", "王建国", "--at", "today 9:10", "--minutes", "5"))
    assert must(run("brief", "王建国")).out == (
        "王建国 主任医师   A   心内科                           today 9:10, 5 min, wished\n"
        "IN     市一医院, 心内科, 12诊室; 叫号空档敲门;戴胸牌; 护士小刘 runs the book\n"
        "OWED   肾功能剂量表, 1 day late\n"
        "LIKES  先看一张图,再听结论;称呼「王主任」\n"
        "CARES  75岁以上低血压 (Tue 17 Nov)\n"
        'LAST   Tue 17 Nov seen 8 min 泽康平 ~ "想先看肾功能数据"\n'
        "SAY    nothing approved answers this: listen, and take it to medical\n"
        'ASK    "75岁以上低血压": where did you meet it last? What did you change because\n'
        "       of it? What would put you at ease?\n"
        "BRING  肾功能剂量表\n"
        "AFTER  @王建国 09:10\n"
    )


def test_somebody_new_has_a_brief_too(run: Run) -> None:
    """A name is enough for a brief; every section is in the JSON, most of them empty."""
    must(run("provider", "add", "Wei Chen"))
    assert must(run("brief", "chen")).out == (
        "Wei Chen   physician                                            no visit planned\n"
        "AFTER  @ Chen\n"
    )
    answer = told(run, "chen")
    assert [section["name"] for section in answer["sections"]] == list(SECTIONS)
    assert answer["visit"] is None
    assert (answer["provider"]["name"], answer["provider"]["tier"]) == ("Wei Chen", None)


@pytest.mark.usefixtures("valley")
def test_json_says_what_the_screen_says(run: Run) -> None:
    """Items carry whole refs and facts: what is owed, since when, of which kind."""
    answer = told(run)
    assert answer["as_of"] == "2026-11-24"
    assert answer["visit"]["start"] == "2026-11-24T14:40:00Z"
    owed = answer["sections"][0]["items"]
    assert [(one["by"], one["kind"], one["due_on"], one["overdue_days"]) for one in owed] == [
        ("us", "question", "2026-11-19", 5),
        ("us", "promise", "2026-11-23", 1),
        ("them", "promise", "2026-11-20", 4),
    ]
    assert all(len(one["ref"]) == len("f-7k2m9xpq") for one in owed)
    assert texts(answer, "objective")[0].endswith("| lacks: relevant")
    assert answer["header"] == "@ Patel 8:40"


@pytest.mark.usefixtures("valley")
def test_what_is_personal_stays_on_the_screen(run: Run) -> None:
    """A personal note is in no JSON that doesn't ask for it; the rep's own screen shows it."""
    for line in ("brief --json", "brief --day --json", "brief --full --json"):
        assert "cello" not in must(run(*line.split())).out
    for line in ("brief", "brief --day", "brief --json --personal"):
        assert "cello" in must(run(*line.split())).out


@pytest.mark.usefixtures("valley")
def test_settled_and_expired_is_not_told(run: Run) -> None:
    """A kept promise and a note past its day are gone from the next brief."""
    must(run("note", "add", "patel", "on leave until Friday", "--expires", "2026-11-24"))
    must(run("done", "patel table"))
    assert "on leave until Friday" in must(run("brief")).out
    later = must(run("brief", "patel", now="2026-11-25T07:00:00-06:00")).out
    assert "on leave" not in later
    assert "renal dosing table" not in later


def test_nothing_is_planned(run: Run) -> None:
    """Without a plan ``brief`` says so, and how to brief or plan; a day is named with its date."""
    must(run("provider", "add", "Wei Chen"))
    done = run("brief")
    hint = "Brief anybody: repplan brief WHO      plan: repplan visit plan WHO --at WHEN\n"
    assert (done.code, done.out, done.err) == (3, "", f"No visit is planned.\n{hint}")
    done = run("brief", "--day", "fri")
    assert (done.code, done.err) == (3, f"No visit is planned on Fri 2026-11-27.\n{hint}")
    error = json.loads(run("brief", "--day", "fri", "--json").err)
    assert (error["error"], error["on"]) == ("nothing-planned", "Fri 2026-11-27")


@pytest.mark.usefixtures("valley")
def test_old_plans_hide_no_new_one(run: Run) -> None:
    """Plans that were never logged, five of them, don't stand in the way of the one ahead."""
    for day in range(9, 14):
        now = f"2026-11-{day:02}T06:00:00-06:00"
        must(run("visit", "plan", "cho", "--at", "today 10:00", now=now))
    must(run("visit", "plan", "cho", "--at", "fri 15:20"))
    assert must(run("brief", "cho")).out.splitlines()[0].endswith("Fri 27 Nov 15:20, wished")


@pytest.mark.usefixtures("valley")
def test_a_day_has_all_its_briefs(run: Run) -> None:
    """``--day`` goes by the hours, those without one last; with WHO it is theirs alone."""
    must(run("visit", "plan", "cho", "--at", "today"))
    must(run("provider", "add", "Chidi Okafor, MD"))
    must(run("visit", "plan", "okafor", "--at", "today 8:35"))
    answer = told(run, "--day")
    names = [one["provider"]["family_name"] for one in answer["briefs"]]
    assert (answer["as_of"], names) == ("2026-11-24", ["Okafor", "Patel", "Cho"])
    screens = must(run("brief", "--day", "today")).out.split("\n\n")
    assert [screen.split(",")[0] for screen in screens] == [
        "Chidi Okafor",
        "Anjali Patel",
        "Daniel Cho",
    ]
    assert [one["header"] for one in told(run, "cho", "--day")["briefs"]] == ["@ Cho"]
    assert run("brief", "cho", "--day", "fri").code == 3


@pytest.mark.usefixtures("valley")
def test_who_else_comes_is_said(run: Run) -> None:
    """Others who are expected stand with the hour; a colleague who was named first is no host."""
    must(run("provider", "add", "Amy Novak", "--role", "colleague"))
    must(run("visit", "plan", "cho", "--at", "today 15:20", "--with", "amy"))
    assert must(run("brief", "cho")).out.splitlines()[0].endswith("with Novak, wished")
    must(run("visit", "plan", "amy", "--at", "fri 9:00", "--with", "cho"))
    answer = told(run, "--day", "fri")
    assert answer["briefs"][0]["provider"]["family_name"] == "Cho"


@pytest.mark.usefixtures("valley")
def test_a_group_has_a_brief(run: Run) -> None:
    """A visit to an account is headed by it and says where it is, and who works there."""
    must(run("visit", "plan", "valley", "--at", "today 12:00", "--heads", "12"))
    assert must(run("brief", "--day")).out.partition("\n\n")[2] == (
        "Valley Cardiology                                 today 12:00, 12 people, wished\n"
        "IN     Valley Cardiology, 200 Ridge Road; Lot C. No bag past the desk\n"
        "ALSO   Patel A, you see them 8:40 | Cho B, not met\n"
        "AFTER  @ Valley Cardiology 12:00\n"
    )


@pytest.mark.usefixtures("valley")
def test_two_of_a_name_are_told_apart_in_the_header(run: Run) -> None:
    """A header that two people answer to would be asked about: it takes both names, no titles."""
    must(run("provider", "add", "Ravi Patel, MD"))
    assert told(run)["header"] == "@ Anjali Patel 8:40"


STATES = [
    ("no-see", "sees no reps: ask for another way, not for a visit"),
    ("left", "has left this territory"),
]


@pytest.mark.parametrize(("state", "sign"), STATES)
@pytest.mark.usefixtures("valley")
def test_a_stop_sign_is_shown(run: Run, state: str, sign: str) -> None:
    """What forbids or slows a visit stands among the stop signs."""
    must(run("provider", "edit", "cho", "--state", state))
    assert texts(told(run, "cho"), "stops") == [sign]


@pytest.mark.usefixtures("valley")
def test_who_was_never_checked_is_a_note(run: Run) -> None:
    """An imported name stops nobody: a note says how to check it, until they are seen."""
    must(run("provider", "edit", "cho", "--state", "unverified"))
    assert texts(told(run, "cho"), "stops") == []
    (note,) = texts(told(run, "cho"), "person")
    assert note.startswith("imported, never checked: repplan provider edit p-")
    must(run(*note.partition("repplan ")[2].split()))
    assert texts(told(run, "cho"), "person") == []
    must(run("provider", "edit", "cho", "--state", "unverified"))
    must(run("log", "cho", "not in", "--outcome", "no-see", now="2026-11-24T10:00:00-06:00"))
    assert texts(told(run, "cho"), "person") != []
    must(run("log", "cho", "talked about falls", now="2026-11-25T12:00:00-06:00"))
    assert texts(told(run, "cho"), "person") == []


@pytest.mark.usefixtures("valley")
def test_what_a_group_is_owed_stands_with_its_people(run: Run) -> None:
    """A promise to an account, to nobody by name, is in the brief of who works there, marked."""
    must(run("followup", "add", "valley", "the slides", "--due", "fri"))
    assert texts(told(run, "cho"), "owed") == ["the slides (Valley Cardiology), Fri 27 Nov"]


@pytest.mark.usefixtures("valley")
def test_few_visits_teach_no_weekday(run: Run) -> None:
    """The best hours are told from five visits with a known hour on, behind the rep's own words."""
    for day in (5, 12, 19):
        at = f"2026-11-{day:02}T18:00:00-06:00"
        must(run("log", "cho", "busy", "--outcome", "no-see", "--at", "10:00", now=at))
    must(run("provider", "edit", "cho", "--best-times", "after rounds"))
    assert "after rounds" in texts(told(run, "cho"), "access")
    for day in (3, 10):
        at = f"2026-11-{day:02}T18:00:00-06:00"
        must(run("log", "cho", "talked about falls", "--at", "8:10", now=at))
    assert "after rounds, Tue 8-9 seen 2 of 2, Thu 10-11 seen 0 of 3" in texts(
        told(run, "cho"), "access"
    )


def test_who_else_is_there_is_the_nearest(run: Run) -> None:
    """Of a big place four are named: the own department first, then by tier, then those met."""
    at = ("--account", "Mercy Lane Hospital")
    must(run("provider", "add", "Tomas Haas", *at, "--department", "nephrology"))
    others = [
        *(("Ada Ruiz", "--tier", "A"), ("Bo Lind", "--tier", "B"), ("Cy Moss",), ("Eva Weiss",)),
        ("Ed Stone", "--department", "nephrology"),
    ]
    for name, *more in others:
        must(run("provider", "add", name, *at, *more))
    must(run("log", "weiss", "said hello", now=LAST_WEEK))
    line = "Stone, not met | Ruiz A, not met | Lind B, not met | Weiss +1"
    assert line in texts(told(run, "haas"), "access")


@pytest.mark.usefixtures("people")
def test_the_last_visit_tells_what_was_objected(run: Run) -> None:
    """Briefly: the objection, its answer and whether that landed, or that none is noted."""
    must(run("log", "patel@valley", "! price -> copay card landed; fine", now=LAST_WEEK))
    must(run("log", "patel@valley", "! too new; ! the colour -", now="2026-11-18T18:00:00-06:00"))
    assert texts(told(run, "patel@valley"), "last") == [
        "Wed 18 Nov seen, too new: unanswered, the colour: didn't land",
        'Tue 17 Nov seen, price: copay card landed  "fine"',
    ]


@pytest.mark.usefixtures("people")
def test_an_account_has_no_brief_of_its_own(run: Run) -> None:
    """Its name is told from nobody's, with the command that shows who is there."""
    said = run("brief", "oakwood", "internal")
    assert (said.code, said.out, said.err) == (
        3,
        "",
        (
            "Oakwood Internal Medicine is an account: a brief is for a person, or for a visit "
            "planned there.\n"
            'Who is there: repplan map "oakwood internal"      visits: repplan brief --day\n'
        ),
    )
    assert "Nobody and nothing here" in run("brief", "nobody").err


@pytest.mark.usefixtures("people")
def test_samples_of_the_last_visit(run: Run) -> None:
    """What was left is told: as moved, or in the words of the log where no memo is kept."""
    must(run("product", "add", "Cardexa"))
    must(run("log", "anjali", "= cardexa 2 boxes", now=THREE_WEEKS_AGO))
    must(run("config", "set", "samples", "on"))
    argv = ("--lot", "A1", "--strength", "10mg", "--on", "2026-11-10")
    must(run("sample", "receive", "cardexa", "9", *argv))
    must(run("log", "anjali", "keen; = cardexa x4", "--minutes", "8", now=LAST_WEEK))
    first, second = texts(told(run, "anjali"), "last")
    assert first == 'Tue 17 Nov seen 8 min, 4 x Cardexa 10mg  "keen"'
    assert second == "Tue 3 Nov seen, samples: cardexa 2 boxes"
