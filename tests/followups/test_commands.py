"""``repplan followup``: what it answers, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"


def promised(run: Run, *line: str) -> str:
    """Add a promise; return its ref."""
    answer = run("followup", "add", *line, "--json")
    assert answer.code == 0, answer.err
    return str(answer.json["follow_up"]["ref"])


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (
            ("anjali", "renal dosing table by fri"),
            "we owe  renal dosing table\nto      Anjali Patel, MD\ndue     Fri 2026-11-27\n",
        ),
        (
            ("anjali", "renal", "dosing", "table", "via", "amy", "by", "fri"),
            (
                "we owe    renal dosing table\n"
                "to        Anjali Patel, MD\n"
                "due       Fri 2026-11-27\n"
                "waits on  Amy Chu\n"
            ),
        ),
        (
            ("anjali", "step edit by fri via amy", "--kind", "problem", "--channel", "e-mail"),
            (
                "we owe    step edit\n"
                "to        Anjali Patel, MD\n"
                "kind      problem\n"
                "due       Fri 2026-11-27\n"
                "waits on  Amy Chu\n"
                "channel   email\n"
            ),
        ),
        (
            ("dev", "copay sheet"),
            "we owe  copay sheet\nto      Dev Patel\ndue     Thu 2026-11-26, assumed\n",
        ),
        (
            ("dev", "copay sheet by fri", "--due", "12月1日"),
            "we owe  copay sheet by fri\nto      Dev Patel\ndue     Tue 2026-12-01\n",
        ),
        (
            ("anjali", "count of eGFR 30-45 patients", "--by", "them"),
            "they owe  count of eGFR 30-45 patients\nwho       Anjali Patel, MD\n",
        ),
        (
            ("wjg", "肾功能剂量表 周五前"),
            "we owe  肾功能剂量表\nto      王建国 主任医师\ndue     Fri 2026-11-27\n",
        ),
        (
            ("wjg", "请周一鸣来讲课"),
            "we owe  请周一鸣来讲课\nto      王建国 主任医师\ndue     Thu 2026-11-26, assumed\n",
        ),
        (
            ("dev", "copay sheet by yesterday"),
            (
                "we owe  copay sheet by yesterday\n"
                "to      Dev Patel\n"
                "due     Thu 2026-11-26, assumed\n"
            ),
        ),
        (
            ("anjali", "data reviewed by last week", "--by", "them"),
            "they owe  data reviewed by last week\nwho       Anjali Patel, MD\n",
        ),
        (
            ("valley", "leaflets via bob"),
            (
                "we owe  leaflets via bob\n"
                "to      Valley Cardiology\n"
                "due     Thu 2026-11-26, assumed\n"
            ),
        ),
    ],
)
def test_add(run: Run, line: tuple[str, ...], lines: str) -> None:
    """The answer echoes what was understood, the day with its weekday; names win over days."""
    label = lines.partition("  ")[0]
    width = len(lines) - len(lines[len(label) :].lstrip(" "))
    assert run("followup", "add", *line).masked == lines + f"{'ref':<{width}}f-*\n" + SAVED


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("anjali", "call back by firday"), 2, "“firday” is no day I know."),
        (("anjali", "call back by 31/11"), 2, "“31/11” is no day I know."),
        (("anjali", "call back", "--due", "firday"), 2, "“firday” is no day I know."),
        (("anjali", "by fri"), 2, "The text is missing."),
        (("anjali", " "), 2, "The text is missing."),
        (("anjali", "x", "--by", "me"), 2, "“me” is no value of “by”."),
        (("anjali", "x", "--kind", "favour"), 2, "“favour” is no value of “kind”."),
        (("anjali", "x", "--via", "bob"), 3, "Nobody and nothing here is called “bob”."),
        (("anjali", "x", "--via", "dev"), 3, "Nobody and nothing here is called “dev”."),
        (("nobody", "x"), 3, "Nobody and nothing here is called “nobody”."),
        (("patel", "x"), 4, "“patel” could be 2 of them:"),
    ],
)
def test_add_refuses(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """A near-miss date, no text, an unknown or unclear name: nothing is written."""
    answer = run("followup", "add", *line)
    assert (answer.code, answer.out, answer.err.splitlines()[0]) == (code, "", err)
    assert run("followup", "list").out == "Nothing is open.\n"


def test_a_day_that_reads_two_ways(run: Run) -> None:
    """Where months aren't written first, 3/4 is refused with both days."""
    answer = run("followup", "add", "anjali", "call back by 3/4", LC_ALL="en_GB.UTF-8")
    assert (answer.code, answer.err) == (
        2,
        (
            "“3/4” can be read two ways: 2027-03-04 or 2027-04-03.\n"
            "Write the month as a word (4 mar) or the date as 2027-03-04.\n"
        ),
    )


def test_list(run: Run) -> None:
    """What we owe comes first; each says how it stands."""
    promised(run, "anjali", "renal dosing table", "--due", "2026-11-23")
    promised(run, "dev", "copay sheet")
    promised(run, "wjg", "请外院专家来科会", "--via", "amy", "--due", "12月1日")
    promised(run, "wjg", "科会上提一下老年亚组", "--by", "them", "--due", "2026-11-22")
    promised(run, "valley", "leaflets", "--due", "today")
    assert run("followup", "list").masked == (
        "We owe      Who                What                How it stands  Ref\n"
        "Mon 23 Nov  Anjali Patel, MD   renal dosing table  1 day late     f-*\n"
        "Tue 24 Nov  Valley Cardiology  leaflets                           f-*\n"
        "Thu 26 Nov  Dev Patel          copay sheet         assumed        f-*\n"
        "Tue 1 Dec   王建国             请外院专家来科会    ask Amy Chu    f-*\n"
        "\n"
        "They owe    Who     What                  How it stands  Ref\n"
        "Sun 22 Nov  王建国  科会上提一下老年亚组  2 days late    f-*\n"
    )
    theirs = run("followup", "list", "wjg", "--by", "them", "--json").json["follow_ups"]
    assert [item["what"] for item in theirs] == ["科会上提一下老年亚组"]


def test_done_by_words(run: Run) -> None:
    """Whose and a word of it are enough; the proof is kept; it can't be done twice."""
    ref = promised(run, "anjali", "renal dosing table by fri")
    promised(run, "dev", "copay sheet")
    line = ("followup", "done", "patel", "table", "--proof", "handed over, 8:40")
    assert (
        run(*line).masked
        == ("kept  renal dosing table  Anjali Patel, MD  f-*\n  handed over, 8:40\n") + SAVED
    )
    again = run(*line)
    assert (again.code, again.err.splitlines()[0]) == (
        3,
        "Nothing that is open fits “patel table”.",
    )
    again = run("followup", "done", ref)
    assert (again.code, again.err) == (
        6,
        (
            "“renal dosing table” is already closed (kept).\n"
            f"See when, and by which command: repplan history {ref}\n"
        ),
    )


def test_done_late(run: Run) -> None:
    """After its day it is kept late, and by how much is said."""
    promised(run, "anjali", "renal dosing table by wed")
    done = run("followup", "done", "table", now="2026-11-27T09:00:00-06:00")
    assert done.masked.startswith("kept, 2 days late  renal dosing table  Anjali Patel, MD  f-*\n")


def test_done_several_by_ref(run: Run) -> None:
    """Several refs end in one batch; one that is wrong leaves all as they were."""
    refs = [promised(run, "anjali", "one"), promised(run, "dev", "two")]
    three = promised(run, "wjg", "three")
    done = run("followup", "done", *refs, "--json").json
    assert [item["state"] for item in done["follow_ups"]] == ["kept", "kept"]
    assert run("followup", "done", three, refs[0]).code == 6
    assert len(run("followup", "list", "--json").json["follow_ups"]) == 1


def test_waive_and_drop(run: Run) -> None:
    """Waived counts neither way, dropped is broken; both say why."""
    promised(run, "wjg", "肾功能剂量表")
    promised(run, "dev", "copay sheet")
    assert (
        run("followup", "waive", "王建国剂量表", "--because", "自己找到了").masked
        == ("waived  肾功能剂量表  王建国 主任医师  f-*\n  自己找到了\n") + SAVED
    )
    assert (
        run("followup", "drop", "copay", "--because", "no longer made").masked
        == ("broken  copay sheet  Dev Patel  f-*\n  no longer made\n") + SAVED
    )
    assert run("followup", "list").out == "Nothing is open.\n"
    listed = run("followup", "list", "--all").out
    assert "waived" in listed
    assert "broken" in listed


def test_several_match(run: Run) -> None:
    """Several open items are listed with their shortest refs, and nothing is done."""
    first = promised(run, "anjali", "renal dosing table by fri")
    second = promised(run, "dev", "lipid table by mon")
    answer = run("followup", "done", "patel", "table")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == (
        "“patel table” could be 2 of them:\n"
        f"  Patel  renal dosing table  2026-11-27  {first:.6}\n"
        f"  Patel  lipid table  2026-11-30  {second:.6}\n"
        "Add words of the one you mean, or use its ref.\n"
    )
    assert len(run("followup", "list", "--json").json["follow_ups"]) == 2


def test_nothing_fits(run: Run) -> None:
    """What is open of whom the first word means is offered; else the nearest names are."""
    ref = promised(run, "anjali", "renal dosing table by fri")
    answer = run("followup", "done", "anjali", "tabel")
    assert (answer.code, answer.err) == (
        3,
        (
            "Nothing that is open fits “anjali tabel”.\n"
            f"  Patel  renal dosing table  2026-11-27  {ref:.6}\n"
            "See what is open: repplan followup list\n"
        ),
    )
    assert "Anjali Patel, MD" in run("followup", "done", "patle", "table").err


def test_json(run: Run) -> None:
    """JSON has every fact by name, whole refs, null for what isn't known."""
    answer = run("followup", "add", "anjali", "step edit by fri via amy", "--json").json
    item = answer["follow_up"]
    assert answer["batch"].startswith("b-")
    assert item.pop("ref").startswith("f-")
    assert item.pop("provider")["name"] == "Anjali Patel, MD"
    assert item.pop("via")["name"] == "Amy Chu"
    assert item == {
        "by": "us", "kind": "promise", "what": "step edit", "account": None,
        "due_on": "2026-11-27", "assumed": False, "state": "open", "via_since_on": "2026-11-24",
        "channel": None, "made_on": "2026-11-24", "closed_on": None, "proof": None, "why": None,
        "snoozed_until": None,
    }  # fmt: skip
