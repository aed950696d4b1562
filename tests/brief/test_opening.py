"""How to open, what to leave alone, whose day it is; and what of it others may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.brief.opening import without_personal
from repplan.day import BriefItem
from tests.brief.making import brief

if TYPE_CHECKING:
    from tests.conftest import Run

FIRST = "2026-11-01T12:00:00-06:00"


def entries(run: Run, *argv: str, now: str = "2026-11-24T07:05:00-06:00") -> dict[str, list[str]]:
    """Return label → texts of the section ``person``, personal ones too."""
    answer = run("brief", "patel", "--json", "--personal", *argv, now=now).json
    (section,) = (one for one in answer["sections"] if one["name"] == "person")
    found: dict[str, list[str]] = {}
    for item in section["items"]:
        found.setdefault(item["label"], []).append(item["text"])
    return found


@pytest.fixture
def patel(run: Run) -> Run:
    """Return ``run`` on a store with Dr Patel, of whom something is known."""
    for line in (
        ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology"),
        ("note", "add", "patel", "family: son at Purdue", "--personal", "--source", "told"),
        ("note", "add", "patel", "avoid: the practice sale", "--personal"),
        ("note", "add", "patel", "place: never at the Y", "--personal"),
        ("note", "add", "patel", "told: the canoe story", "--personal"),
    ):
        assert run(*line, now=FIRST).code == 0, line
    return run


def test_opening_and_leaving_alone(patel: Run) -> None:
    """First what is personal; a public achievement goes before it; the last one is named."""
    assert entries(patel)["open"] == ["son at Purdue"]
    assert entries(patel)["leave"] == [
        "the practice sale | never at the Y | told already: the canoe story"
    ]
    assert patel("log", "patel", "keen", now="2026-11-17T12:00:00-06:00").code == 0
    assert entries(patel)["open"] == ["you last opened with: son at Purdue"]
    patel("note", "add", "patel", "her AHA poster", "--achievement", "--on", "8 nov")
    assert entries(patel)["open"] == [
        "her AHA poster, Sun 8 Nov (public) | you last opened with: son at Purdue"
    ]
    # What it opens with isn't said once more below.
    assert "note" not in entries(patel)


def test_only_what_may_be_told_is_left(patel: Run) -> None:
    """Without --personal the public half of an entry stays, and no fact betrays the other."""
    patel("log", "patel", "keen", now="2026-11-17T12:00:00-06:00")
    patel("note", "add", "patel", "her AHA poster", "--achievement", "--on", "8 nov")
    answer = patel("brief", "patel", "--json").json
    (section,) = (one for one in answer["sections"] if one["name"] == "person")
    (item,) = (one for one in section["items"] if one["label"] == "open")
    assert item == {
        "text": "her AHA poster, Sun 8 Nov (public)",
        "ref": None,
        "label": "open",
    }
    assert [one["label"] for one in section["items"]] == ["open"]


def test_a_personal_entry_without_a_public_part_goes() -> None:
    """What is personal through and through leaves no entry; the rest stays as it is."""
    kept = BriefItem("LIKES", "one chart")
    apart = BriefItem("LEAVE", "the sale", facts=(("personal", True), ("public", "")))
    one = brief(person=[apart, kept])
    (section,) = (part for part in without_personal(one).sections if part.name == "person")
    assert section.items == (kept,)
    assert without_personal(one).header == one.header


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("12-01", ["birthday (Tue 1 Dec)"]),
        ("11-24", ["birthday (today)"]),
        ("11-17", ["birthday (Tue 17 Nov)"]),
        ("12-02", []),
        ("11-16", []),
    ],
)
def test_a_day_near_the_visit(patel: Run, day: str, shown: list[str]) -> None:
    """A day that comes back is told from a week before the visit to a week after it."""
    line = ("note", "add", "patel", "birthday", "--topic", "date", "--personal", "--yearly", day)
    assert patel(*line, now=FIRST).code == 0
    assert entries(patel).get("date", []) == shown


def test_days_are_counted_from_the_visit(patel: Run) -> None:
    """The planned visit's day decides, not the one on which it is read."""
    line = ("note", "add", "patel", "birthday: 14 dec", "--personal")
    assert patel(*line, now=FIRST).code == 0
    assert "date" not in entries(patel)
    assert patel("visit", "plan", "patel", "--at", "2026-12-10 8:40").code == 0
    assert entries(patel)["date"] == ["birthday (Mon 14 Dec)"]


def test_habits_and_coverage_have_a_line_each(patel: Run) -> None:
    """How they prescribe and whom they treat; who pays for the product there, an own line first."""
    steps = ("--steps", "step edit")
    for line in (
        ("product", "add", "Cardexa"),
        ("product", "cover", "Cardexa", "--payer", "Medicare D", "--state", "restricted", *steps),
        ("provider", "edit", "patel", "--prescribing", "starts low", "--patients", "over 75"),
        ("log", "patel", "keen; # Cardexa ~"),
    ):
        done = patel(*line)
        assert done.code == 0, done.err
    found = entries(patel, now="2026-11-25T07:05:00-06:00")
    assert found["habit"] == ["starts low | patients: over 75"]
    assert found["cover"] == ["Cardexa: Medicare D restricted (step edit)"]


@pytest.mark.parametrize(
    ("payers", "said"),
    [
        ("", "Cardexa: BlueRiver covered | Medicare D restricted | 国家医保 covered"),
        ("国家医保", "Cardexa: 国家医保 covered"),
        ("blueriver plus; 医保", "Cardexa: BlueRiver covered | 国家医保 covered"),
        ("medicare", "Cardexa: Medicare D restricted"),
        ("Someone Else", None),
    ],
)
def test_only_payers_of_the_account_count(patel: Run, payers: str, said: str | None) -> None:
    """Where an account says who pays, nobody else stands in the brief, nor in the whole person."""
    assert patel("product", "add", "Cardexa").code == 0
    for payer, state in (
        ("BlueRiver", "covered"), ("Medicare D", "restricted"), ("国家医保", "covered"),
    ):  # fmt: skip
        line = ("product", "cover", "Cardexa", "--payer", payer, "--state", state)
        assert patel(*line).code == 0
    assert patel("account", "edit", "valley", "--payers", payers).code == 0
    assert patel("log", "patel", "keen; # Cardexa ~").code == 0
    found = entries(patel, now="2026-11-25T07:05:00-06:00")
    assert found.get("cover") == (None if said is None else [said])
    whole = patel("provider", "show", "patel", "--full", "--json").json["coverage"]
    assert len(whole) == (said or "").count("|") + (said is not None)


def test_an_account_has_its_own_lines(patel: Run) -> None:
    """What was said of this very account counts, whoever it says pays."""
    assert patel("product", "add", "Cardexa").code == 0
    line = ("product", "cover", "Cardexa", "--payer", "Own plan", "--state", "covered")
    assert patel(*line, "--account", "valley").code == 0
    assert patel("account", "edit", "valley", "--payers", "Medicare D").code == 0
    assert patel("log", "patel", "keen; # Cardexa ~").code == 0
    found = entries(patel, now="2026-11-25T07:05:00-06:00")
    assert found["cover"] == ["Cardexa: Own plan covered"]


def test_a_group_has_no_opening(patel: Run) -> None:
    """A visit to an account says nothing personal of anybody."""
    assert patel("visit", "plan", "valley", "--at", "today 12:00", "--heads", "9").code == 0
    shown = patel("brief").out
    assert "Valley Cardiology" in shown
    assert "OPEN" not in shown


def test_what_opened_is_no_note_again(patel: Run) -> None:
    """What is opened with, and what the last visit was opened with, stands in OPEN alone."""
    for text, on in (("STS award", "2026-10-30"), ("AHA poster", "2026-10-20")):
        line = ("note", "add", "patel", text, "--achievement", "--on", on)
        assert patel(*line, now=FIRST).code == 0
    assert patel("brief", "patel", now=FIRST).code == 0
    assert patel("log", "patel", "keen", now="2026-11-17T18:00:00-06:00").code == 0
    shown = patel("brief", "patel").out
    assert "you last opened with: " in shown
    assert shown.count("STS award") == shown.count("AHA poster") == 1
