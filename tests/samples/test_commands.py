"""``repplan sample`` and ``=`` in a log: what they answer, word for word."""

from __future__ import annotations

import re
import shlex
import sys
from typing import Protocol

import pytest

from repplan import __main__ as program
from tests.conftest import NOW, Result, Run
from tests.visits.test_log_flow import Typed

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"
OFF = (
    "Your employer's ledger is the record of samples; no memo is kept.\n"
    "To keep one here as well: repplan config set samples on\n"
)


@pytest.fixture(autouse=True)
def _products(run: Run) -> None:
    for name in ("Cardexa", "泽康平"):
        assert run("product", "add", name).code == 0


class At(Protocol):
    """Run a command line at which these lines are typed."""

    def __call__(self, *argv: str, typed: str) -> Result:
        """Return what it left."""


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> At:
    """Return the command line at a terminal."""

    def run_at(*argv: str, typed: str) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        monkeypatch.setenv("REPPLAN_NOW", NOW)
        capsys.readouterr()
        code = program.run(list(argv))
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return run_at


@pytest.fixture
def on(run: Run) -> None:
    """Have the memo kept, with two lots of Cardexa and one of 泽康平."""
    assert run("config", "set", "samples", "on").code == 0
    for argv in (
        ("cardexa", "10", "--lot", "A123", "--strength", "10mg", "--expires", "2026-12"),
        ("cardexa", "6", "--lot", "B9", "--strength", "10mg", "--expires", "2027-08-31"),
        ("泽康平", "4", "--lot", "Z1", "--expires", "2027-06"),
    ):
        assert run("sample", "receive", *argv).code == 0


@pytest.mark.parametrize(
    "line",
    [
        "stock",
        "receive card 2 --lot A1",
        "drop anjali card 1",
        "return card 1",
        "lose card 1 --because gone",
        "transfer card 1 --to Amy",
        "count card 3",
        "adjust card +1 --because x",
        "report",
    ],
)
def test_off(run: Run, line: str) -> None:
    """Where no memo is kept, every command says whose ledger counts and how to turn it on."""
    answer = run("sample", *line.split())
    assert (answer.code, answer.out, answer.err) == (5, "", OFF)


@pytest.mark.usefixtures("on")
def test_stock(run: Run) -> None:
    """What is left, the first to expire first; what expires soon is named."""
    assert run("sample", "stock").masked == (
        "Product       Lot   Left  Expires          Ref\n"
        "Cardexa 10mg  A123  10    Thu 31 Dec       l-*\n"
        "泽康平        Z1    4     Wed 30 Jun 2027  l-*\n"
        "Cardexa 10mg  B9    6     Tue 31 Aug 2027  l-*\n"
        "Cardexa 10mg, lot A123 expires on Thu 2026-12-31.\n"
    )
    assert [one["number"] for one in run("sample", "stock", "泽康平", "--json").json["lots"]] == [
        "Z1"
    ]


@pytest.mark.usefixtures("on")
def test_drop(run: Run) -> None:
    """A drop says its lot, to whom, and what is left; of several lots one has to be named."""
    answer = run("sample", "drop", "anjali", "card", "2", "--lot", "a-123", "--request", "R 1")
    assert (
        answer.masked
        == (
            "Cardexa 10mg  s-*\n"
            "lot      A123\n"
            "dropped  -2\n"
            "on       Tue 2026-11-24\n"
            "to       Anjali Patel, MD\n"
            "request  R 1\n"
            "left     8\n"
        )
        + SAVED
    )
    which = run("sample", "drop", "anjali", "card", "2")
    assert which.code == 4
    assert "Cardexa: which of 2 lots?" in which.err


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("drop anjali card -2 --lot A123", 2, "“-2” is no value of “quantity”."),
        ("drop anjali card 2.5 --lot A123", 2, "“2.5” is no value of “quantity”."),
        ("drop anjali card 0 --lot A123", 2, "“0” is no value of “quantity”."),
        ("drop anjali card 99999 --lot A123", 2, "“99999” is no value of “quantity”."),
        ("drop anjali card 2 --lot X", 3, "Cardexa has no lot “X” here.\n  A123\n  B9\n"),
        ("drop anjali card 11 --lot A123", 5, "10 left on 2026-11-24, so 11 can't go"),
        ("drop anjali card 1 --lot A123 --on 2026-11-20", 5, "lot A123 came on 2026-11-24"),
        ("drop anjali card 1 --lot A123 --on 2026-11-25", 2, "2026-11-25 is still to come"),
        ("adjust card -11 --lot A123 --because x", 5, "(samples.balance)"),
        ("adjust card 2 --lot A123 --because x", 2, "Write it like: +2, -1."),
        (
            "receive card 2 --lot A123 --strength 10mg --expires 2027-01",
            6,
            "expiring on 2026-12-31",
        ),
        ("receive card 2 --lot N1 --expires 2026-10", 5, "Not received here: send it back to"),
        ("receive card 2 --lot a-123", 2, "lot A123 is here already, of 10mg."),
        ("drop amy card 1 --lot A123", 5, "Amy Chu is one of your own team"),
        ("lose card 1 --lot A123", 2, "--because"),
    ],
)
def test_refused(run: Run, line: str, code: int, said: str) -> None:
    """Each is refused with one clear line, and nothing moves."""
    before = len(run("sample", "report", "--json").json["movements"])
    answer = run("sample", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert len(run("sample", "report", "--json").json["movements"]) == before


@pytest.mark.usefixtures("on")
def test_hints_can_be_run(run: Run) -> None:
    """What a refusal tells to type is taken as it stands, the number filled in."""
    refused = run("sample", "drop", "anjali", "card", "11", "--lot", "A123")
    (hint,) = re.findall(r"Count them: repplan (.*)", refused.err)
    assert run(*shlex.split(hint.replace("FOUND", "6"))).code == 0
    late = "2027-01-04T07:05:00-06:00"
    gone = run("sample", "drop", "anjali", "card", "1", "--lot", "A123", now=late)
    (hint,) = re.findall(r"Send it back: repplan (.*)", gone.err)
    assert run(*shlex.split(hint.replace("QTY", "2")), now=late).code == 0


@pytest.mark.usefixtures("on")
def test_who_has_left_gets_none(run: Run) -> None:
    """Nobody leaves samples with somebody who has left, in a log neither."""
    run("provider", "edit", "anjali", "--state", "left")
    for argv in (
        ("sample", "drop", "anjali", "card", "1", "--lot", "A123"),
        ("log", "anjali", "= cardexa x1 lot A123"),
    ):
        answer = run(*argv)
        assert (answer.code, "has left: nothing is left there (samples." in answer.err) == (5, True)


@pytest.mark.usefixtures("on")
def test_reasons_are_screened(run: Run) -> None:
    """Who a patient is stands in no reason either."""
    for argv in (
        ("lose", "card", "1", "--lot", "A123"),
        ("adjust", "card", "-1", "--lot", "A123"),
        ("return", "card", "1", "--lot", "A123"),
        ("drop", "anjali", "card", "1", "--lot", "A123"),
    ):
        answer = run("sample", *argv, "--because", "for John Smith, 67, melanoma")
        assert (answer.code, "identity" in answer.err, "Smith" in answer.err) == (5, True, False)
    assert len(run("sample", "report", "--json").json["movements"]) == 3


@pytest.mark.usefixtures("on")
def test_asked_at_a_terminal(run: Run, at: At) -> None:
    """Why, and whether it is the lot that is here, are asked; the last day has to be the same."""
    assert at("sample", "lose", "card", "1", "--lot", "A123", typed="left in the car\n").code == 0
    assert at("sample", "adjust", "card", "-1", "--lot", "A123", typed="\n").code == 2
    assert at("sample", "receive", "card", "2", "--lot", "A123", typed="\n").code == 0
    lots = run("sample", "stock", "card", "--json").json["lots"]
    assert [(one["number"], one["balance"]) for one in lots] == [("A123", 11), ("B9", 6)]
    other = at("sample", "receive", "card", "2", "--lot", "A123", typed="n\n")
    assert (other.code, "another: its own strength" in other.err) == (2, True)
    argv = ("sample", "receive", "card", "2", "--lot", "A123", "--expires", "2027-01")
    assert at(*argv, typed="y\n").code == 6


@pytest.mark.usefixtures("on")
def test_a_wrong_amount_is_asked_for(run: Run, at: At) -> None:
    """At a terminal a sample with no whole number is said again; Enter keeps the words alone."""
    logged = at("log", "anjali", "keen; = cardexa x-2 lot A123", typed="cardexa x2 lot A123\n")
    assert "sample      Cardexa 10mg x2, lot A123\n" in logged.out
    kept = at("log", "wang", "keen; = 泽康平半盒", typed="\n")
    assert (kept.code, "only your words are kept" in kept.err) == (0, True)
    assert len(run("sample", "report", "--json").json["movements"]) == 4


@pytest.mark.usefixtures("on")
def test_one_number_in_two_strengths(run: Run) -> None:
    """Lots of one number are told by strength, last day and what is left, never as unknown."""
    argv = ("sample", "receive", "card", "3", "--lot", "A123", "--strength", "20mg")
    assert run(*argv, "--expires", "2028-01").code == 0
    answer = run("log", "anjali", "= cardexa 2 lot A123")
    said = "which lot? 10mg A123 (2026-12-31, 10 left) / 20mg A123 (2028-01-31, 3 left)"
    assert (answer.code, said in answer.err) == (2, True)


@pytest.mark.usefixtures("on")
def test_after_expiry(run: Run) -> None:
    """Nobody gets a lot after its last day; it can be sent back."""
    late = "2027-01-04T07:05:00-06:00"
    answer = run("sample", "drop", "anjali", "card", "1", "--lot", "A123", now=late)
    assert answer.code == 5
    assert (
        "lot A123 expired on 2026-12-31: nobody gets it on 2027-01-04 (samples.expiry)"
        in answer.err
    )
    assert run("sample", "return", "card", "10", "--lot", "A123", now=late).code == 0


@pytest.mark.usefixtures("on")
def test_clock_set_back(run: Run) -> None:
    """Yesterday's clock can't have what came today."""
    answer = run(
        "sample", "drop", "anjali", "card", "1", "--lot", "A123", now="2026-11-20T07:05:00-06:00"
    )
    assert answer.code == 5
    assert "lot A123 came on 2026-11-24" in answer.err


@pytest.mark.usefixtures("on")
def test_count_and_adjust(run: Run) -> None:
    """A count changes nothing; it says the difference and the command that adjusts."""
    counted = run("sample", "count", "card", "--lot", "A123", "8")
    assert (
        counted.masked
        == (
            "Cardexa 10mg\n"
            "lot         A123\n"
            "on          Tue 2026-11-24\n"
            "found       8\n"
            "expected    10\n"
            "difference  -2\n"
            "The balance stays as it is. To adjust it:\n  repplan sample adjust Cardexa -2 --lot A123 --because WHY\n"
        )
        + SAVED
    )
    assert run("sample", "stock", "card", "--json").json["lots"][0]["balance"] == 10
    adjusted = run("sample", "adjust", "card", "-2", "--lot", "A123", "--because", "two broken")
    assert adjusted.code == 0
    assert run("sample", "stock", "card", "--json").json["lots"][0]["balance"] == 8
    assert run("sample", "receive", "card", "4", "--lot", "B$X", "--expires", "2027-06").code == 0
    counted = run("sample", "count", "card", "--lot", "B$X", "3")
    assert "repplan sample adjust Cardexa -1 --lot 'B$X' --because WHY\n" in counted.out


@pytest.mark.usefixtures("on")
def test_us(run: Run) -> None:
    """Under the us policy licence, request and receipt are needed, each named with its source."""
    run("config", "set", "policy", "us")
    argv = ("sample", "drop", "anjali", "card", "2", "--lot", "A123")
    for line in (argv, ("log", "anjali", "= cardexa x2 lot A123")):
        unknown = run(*line).err
        assert "no licence is known (samples.licence: 21 CFR 203" in unknown
        assert unknown.endswith(': repplan provider edit anjali --licence "OH 12345"\n')
    run("provider", "edit", "anjali", "--licence", "TX X100")
    both = "--request NO --receipt NO, in a log req NO rec NO (samples.request:"
    assert both in run(*argv).err
    assert both in run("log", "anjali", "= cardexa x4 lot A123").err
    assert "--request NO, in a log req NO (samples.request:" in run(*argv, "--receipt", "S1").err
    answer = run(*argv, "--request", "R1", "--because", "it is in the car")
    assert (answer.code, "(samples.receipt:" in answer.err) == (5, True)
    assert run(*argv, "--request", "R1", "--receipt", "S1").code == 0


@pytest.mark.usefixtures("on")
def test_uk_limits_and_reasons(run: Run) -> None:
    """Four of a product a year block; a missing receipt warns, and a reason is kept with it."""
    run("config", "set", "policy", "uk")
    run("provider", "edit", "anjali", "--licence", "GB X100")
    argv = ("sample", "drop", "anjali", "card", "--lot", "A123", "--request", "R1")
    assert "say why: --because WHY" in run(*argv, "2").err
    made = run(*argv, "2", "--because", "the pad was empty")
    assert made.code == 0
    over = run(*argv, "3", "--because", "again", "--receipt", "S1")
    assert over.code == 5
    assert "2 of Cardexa within 365 days, 3 more pass 4 (samples.max_pieces:" in over.err
    assert run(*argv, "2", "--receipt", "S2").code == 0


@pytest.mark.usefixtures("on")
def test_report(run: Run, tmp_path: object) -> None:
    """What moved, was counted and is left; as CSV with one header."""
    run("sample", "drop", "anjali", "card", "2", "--lot", "A123")
    file = f"{tmp_path}/samples.csv"
    assert run("sample", "report", "--to", file).code == 0
    with open(file, encoding="utf-8-sig") as lines:  # noqa: PTH123 - a path given as text
        rows = lines.read().splitlines()
    assert rows[0].startswith("record,ref,date,product,strength,lot,kind,quantity,balance")
    assert sum(row.startswith("movement") for row in rows) == 4
    assert run("sample", "report", "--to", file).code == 6
    none = run("sample", "report", "--until", "2026-11-20")
    assert none.out == "Nothing moved in these days.\n"
    ahead = run("sample", "report", "--since", "tomorrow")
    assert (ahead.code, ahead.err) == (2, "“tomorrow” is still to come: say a day gone by.\n")


@pytest.mark.usefixtures("on")
def test_in_a_log(run: Run) -> None:
    """A sample in a log drops in the same batch; lots and papers are read in both languages."""
    answer = run(
        "log", "anjali", "keen; = Cardexa 10mg x4 lot A123 req 7 rec 8; = 泽康平 2盒 批号Z1"
    )
    assert answer.code == 0
    assert "sample      Cardexa 10mg x4, lot A123\nsample      泽康平 x2, lot Z1\n" in answer.out
    moved = run("sample", "report", "--json").json["movements"][-2:]
    assert [(one["quantity"], one["request"], one["receipt"]) for one in moved] == [
        (-4, "7", "8"),
        (-2, None, None),
    ]


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "= cardexa 2",
            "which lot? 10mg A123 (2026-12-31, 10 left) / 10mg B9 (2027-08-31, 6 left)",
        ),
        ("= cardexa 2 lot Q", "Cardexa has no lot Q. Which? 10mg A123 (2026-12-31, 10 left) / "),
        ("= 泽康平 2 lot Q", "泽康平 has no lot Q: is it Z1 (2027-06-30, 4 left)?"),
        ("= cardexa x-2 lot A123", "-2: a whole number is needed"),
        ("= cardexa lot A123", "how many are missing: a whole number is needed"),
        ("= cardexa 1.5 lot A123", "1.5: a whole number is needed"),
        ("= cardexa 1 lot A123 to her sister", "“to her sister” isn't understood"),
        ("= cardxa 2", "no product of yours: Cardexa?"),
        ("= two boxes", "no product of yours."),
    ],
)
def test_unclear_in_a_log(run: Run, text: str, reading: str) -> None:
    """What isn't clear is asked, never guessed: exit 2; with --yes the words are kept alone."""
    answer = run("log", "anjali", f"keen; {text}")
    assert (answer.code, answer.out) == (2, "")
    assert reading in answer.err
    kept = run("log", "anjali", f"keen; {text}", "--yes", "--json").json
    assert (kept["samples"], len(kept["asks"])) == ([], 1)
    assert len(run("sample", "report", "--json").json["movements"]) == 3


@pytest.mark.usefixtures("on")
def test_the_only_lot(run: Run) -> None:
    """One lot with some left needs no name; too many of it refuse the whole log."""
    assert run("log", "anjali", "= 泽康平 2盒").code == 0
    answer = run("log", "anjali", "much said; = 泽康平 3盒")
    assert answer.code == 5
    assert "2 left on 2026-11-24, so 3 can't go (samples.balance)" in answer.err
    assert len(run("visit", "list", "--json").json["visits"]) == 1


def test_off_in_a_log(run: Run) -> None:
    """Where no memo is kept the words stay, as before."""
    answer = run("log", "anjali", "= cardexa 2 lot A123")
    assert answer.code == 0
    assert "sample      your words are kept; your employer's ledger is the record\n" in answer.out


@pytest.mark.usefixtures("on")
def test_due_names_lots_that_expire(run: Run) -> None:
    """A lot that expires within the policy's days stands in the bag; an expired one too."""
    bag = [one["what"] for one in run("due", "--json").json["items"] if one["group"] == "bag"]
    assert bag == ["use first: Cardexa 10mg x10 (lot A123 Thu 31 Dec)"]
    late = run("due", "--json", now="2027-01-04T07:05:00-06:00").json["items"]
    bag = [one["what"] for one in late if one["group"] == "bag"]
    assert bag == ["expired, send back: Cardexa 10mg x10 (lot A123 31 Dec '26)"]
    run("config", "set", "samples", "off")
    assert not [one for one in run("due", "--json").json["items"] if one["group"] == "bag"]
