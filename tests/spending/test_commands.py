"""``repplan spend``: what it answers, word for word."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

import pytest

from repplan import __main__ as program
from repplan.spending.open_payments import COLUMNS
from tests.conftest import NOW
from tests.visits.test_log_flow import Typed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")
SAVED = "Saved. Take it back: repplan undo b-*\n"


@pytest.fixture(autouse=True)
def _us(run: Run) -> None:
    assert run("config", "set", "policy", "us").code == 0


def test_add(run: Run) -> None:
    """A lunch for three of whom one is named: her share, and where her year stands."""
    answer = run("spend", "add", "41.71", "anjali", "--nature", "food", "--heads", "3")
    assert (
        answer.masked
        == (
            "41.71 USD  g-*\n"
            "for     food\n"
            "on      Tue 2026-11-24\n"
            "heads   3\n"
            "shares  Anjali Patel, MD: 13.91 USD\n"
            "13.91 USD a head: reportable.\n"
            "Anjali Patel, MD: 13.91 of 138.13 USD in 2026.\n"
        )
        + SAVED
    )
    assert run("spend", "list", "anjali").masked == (
        "Day         Amount     For   Heads  Whom              Ref\n"
        "Tue 24 Nov  41.71 USD  food  3      Anjali Patel, MD  g-*\n"
    )
    assert run("spend", "show", "anjali").code == 0


def test_told_before_the_year_passes(run: Run) -> None:
    """Near the year's threshold it is said, and the one that passes it says what follows."""
    run("spend", "add", "100", "anjali", "--nature", "education")
    near = run("spend", "add", "12", "anjali", "--nature", "food").out
    assert (
        "Anjali Patel, MD: 112.00 in 2026, 138.13 USD is near: past it all is reportable." in near
    )
    past = run("spend", "add", "30", "anjali", "--nature", "food").out
    assert "142.00 in 2026 passes 138.13 USD: all of the year is reportable." in past


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("add 10 XYZ anjali --nature food", 2, "There is no currency “XYZ”."),
        ("add 0 anjali --nature food", 2, "“0” is no value of “amount”."),
        ("add -5 anjali --nature food", 2, "“-5” is no value of “amount”."),
        ("add 1.005 anjali --nature food", 2, "“1.005” is no value of “amount”."),
        ("add 10 anjali --nature dinner", 2, "“dinner” is no value of “nature”."),
        ("add 10 nobody --nature food", 3, "nobody"),
        ("add 10 anjali wang --nature food --heads 1", 2, "1 heads, and 2 people named."),
        ("add 10 amy --nature food", 2, "Amy Chu is one of your own team"),
        ("add 10 anjali --nature food --on 2026-12-01", 2, "2026-12-01 is still to come."),
        ("add 10 USD --nature food", 2, "WHO is missing"),
        ("show g-2222", 3, "No transfer of value fits “g-2222”."),
    ],
)
def test_refused(run: Run, line: str, code: int, said: str) -> None:
    """Each is refused with one line, and nothing is noted."""
    answer = run("spend", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert run("spend", "list", "--json").json["spends"] == []


def test_currency(run: Run) -> None:
    """The policy's currency where none is said; without one it is asked for."""
    argv = ("spend", "add", "10", "eur", "anjali", "--nature", "food", "--json")
    answer = run(*argv)
    assert answer.code == 5
    assert "The limits are in USD: 10.00 EUR can't be held against them" in answer.err
    euro = run(*argv, "--because", "a congress in Wien").json
    assert euro["spend"]["currency"] == "EUR"
    assert euro["warned"]["people"] == []
    run("config", "set", "policy", "none")
    answer = run("spend", "add", "10", "anjali", "--nature", "food")
    assert (answer.code, "In which currency?" in answer.err) == (2, True)


def test_a_meal_too_dear(run: Run) -> None:
    """Where the policy blocks a meal a head, only a reason keeps it, beside the rule."""
    run("config", "set", "policy", "uk")
    argv = ("spend", "add", "152", "anjali", "wang", "--nature", "food")
    refused = run(*argv)
    assert refused.code == 5
    assert "76.00 GBP a head: the limit is 75.00 GBP (spend.meal_max: ABPI" in refused.err
    assert run(*argv, "--because", "the hall was let at a fixed price").code == 0
    assert run("spend", "add", "150", "anjali", "wang", "--nature", "food").code == 0


def test_a_year_that_blocks(run: Run, tmp_path: Path) -> None:
    """Past a limit that blocks, each further spend needs its own reason."""
    own = tmp_path / "acme.toml"
    own.write_text('[spend.year.2026.year_from]\nvalue = 50\naction = "block"\n')
    assert run("config", "policy", "set", str(own)).code == 0
    argv = ("spend", "add", "40", "anjali", "--nature", "travel")
    assert run(*argv).code == 0
    for _again in range(2):
        assert "would pass 50.00 USD" in run(*argv).err
        assert run(*argv, "--because", "the train").code == 0


def test_all_food_of_a_visit_is_one_meal(run: Run) -> None:
    """Coffee after lunch counts into the same meal; another visit's doesn't."""
    run("config", "set", "policy", "uk")
    run("visit", "plan", "anjali", "--at", "12:00")
    (ref,) = [one["ref"] for one in run("visit", "list", "--json").json["visits"]]
    argv = ("spend", "add", "40", "anjali", "--nature", "food")
    assert run(*argv, "--visit", ref).code == 0
    refused = run(*argv, "--visit", ref)
    assert (refused.code, "80.00 GBP a head: the limit is 75.00 GBP" in refused.err) == (5, True)
    assert run(*argv).code == 0


def test_no_threshold_known(run: Run) -> None:
    """Where the policy names no amount, nobody says what is reportable."""
    run("config", "set", "policy", "uk")
    run("spend", "add", "40", "anjali", "--nature", "travel")
    assert "1      40.00 GBP  -\n" in run("spend", "report").out
    (one,) = run("spend", "report", "--json").json["providers"]
    assert (one["reportable"], one["reportable_items"]) == (None, None)


def test_text_and_reason_are_screened(run: Run) -> None:
    """Who a patient is stands in neither; what a rule warns of needs a reason."""
    argv = ("spend", "add", "10", "anjali", "--nature", "food")
    for name in ("--text", "--because"):
        answer = run(*argv, name, "with John Smith, 67, melanoma")
        assert (answer.code, "identity" in answer.err, "Smith" in answer.err) == (5, True, False)
    warned = run(*argv, "--text", "quid pro quo")
    assert (warned.code, "A rule warns of this" in warned.err) == (5, True)
    assert run(*argv, "--text", "quid pro quo", "--because", "her words").code == 0
    assert len(run("spend", "list", "--json").json["spends"]) == 1


def test_a_reason_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At a terminal a block asks why; Enter notes nothing."""
    monkeypatch.setenv("REPPLAN_NOW", NOW)
    for typed, code in (("\n", 10), ("a congress\n", 0)):
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        assert program.run(["spend", "add", "9", "EUR", "anjali", "--nature", "food"]) == code
        assert "The limits are in USD" in capsys.readouterr().err
    assert len(run("spend", "list", "--json").json["spends"]) == 1


def test_a_year_without_facts(run: Run) -> None:
    """Of a year that nobody knows the newest numbers count, and it is said."""
    later = "2031-03-03T07:05:00-06:00"
    answer = run("spend", "add", "20", "anjali", "--nature", "food", now=later)
    assert "Thresholds of 2031 aren't known yet: those of 2026 count." in answer.out
    assert "those of 2026 count" in run("spend", "report", now=later).out


def test_report(run: Run, tmp_path: Path) -> None:
    """A year by provider; the file has the public columns and what is reportable alone."""
    run("spend", "add", "12", "anjali", "--nature", "food", "--on", "2026-03-02")
    run("spend", "add", "60", "anjali", "dev@oakwood", "--nature", "speaker", "--text", "=talk")
    argv = ("spend", "add", "20", "EUR", "dev@oakwood", "--nature", "food")
    assert run(*argv, "--because", "in Wien").code == 0
    assert run("spend", "report").out == (
        "Provider          Items  Total      Reportable\n"
        "Anjali Patel, MD  2      42.00 USD  30.00 USD\n"
        "Dev Patel         1      20.00 EUR  -\n"
        "Dev Patel         1      30.00 USD  30.00 USD\n"
        "Reportable: items of 13.82 USD and more; all, where a year passes 138.13 USD.\n"
        "-: no threshold is known in that currency.\n"
        "Your employer's system is the record; this is your memo.\n"
    )
    path = tmp_path / "payments.csv"
    answer = run("spend", "report", "--year", "2026", "--to", str(path))
    assert "2 rows\nLeft out, as the file is in USD: 1 in other currencies.\n" in answer.out
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert tuple(rows[0]) == COLUMNS
    assert [(one["Covered_Recipient_Last_Name"], one["Date_of_Payment"]) for one in rows] == [
        ("Patel", "11/24/2026"),
        ("Patel", "11/24/2026"),
    ]
    assert rows[0]["Total_Amount_of_Payment_USDollars"] == "30.00"
    assert rows[0]["Contextual_Information"] == "'=talk"
    assert run("spend", "report", "--to", str(path)).code == 6
    assert run("spend", "report", "--year", "2020").out == "Nothing noted in 2020.\n"


def test_retire_and_undo(run: Run) -> None:
    """One taken out leaves the totals; undo has it back with its shares."""
    run("spend", "add", "10", "anjali", "--nature", "food")
    assert run("spend", "retire", "anjali").code == 0
    assert run("spend", "report").out == "Nothing noted in 2026.\n"
    assert run("undo").code == 0
    assert len(run("spend", "report", "--json").json["providers"]) == 1
    assert run("check").code == 0


def test_due_says_what_is_spent_at_a_visit(run: Run) -> None:
    """A planned lunch of today says what it is a head, and that it is reportable."""
    run("visit", "plan", "anjali", "--at", "12:00")
    run("visit", "plan", "anjali", "--at", "thu 12:00")
    ref = run("visit", "list", "--json").json["visits"]
    today = next(one["ref"] for one in ref if one["date"] == "2026-11-24")
    later = next(one["ref"] for one in ref if one["date"] != "2026-11-24")
    made = run(
        "spend", "add", "27.80", "anjali", "--nature", "food", "--heads", "2", "--visit", today
    )
    assert made.code == 0
    assert run("spend", "add", "9", "anjali", "--nature", "food", "--visit", later).code == 0
    assert "13.90 USD a head: reportable" in run("due").out
    argv = ("spend", "add", "4", "anjali", "--nature", "food", "--visit", today)
    assert run(*argv).code == 0
    assert "17.90 USD a head: reportable" in run("due").out
    assert "9.00 USD" not in run("due").out


def test_the_same_again_is_remarked(run: Run) -> None:
    """The same day, people, nature and amount: that is said."""
    line = ("spend", "add", "20", "anjali", "--nature", "food")
    assert run(*line).err == ""
    assert run(*line, "--on", "yesterday").err == ""
    assert run("spend", "add", "20", "anjali", "--nature", "education").err == ""
    again = run(*line)
    assert (again.code, again.err[:40]) == (0, "Noted already: 2026-11-24  20.00 USD  g-")
