"""``repplan message``: claim and limitation always together, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Result, Run

WHOLE = (
    "--20s", "One tablet, fewer strokes", "--claim", "21 % fewer strokes than warfarin",
    "--limitation", "nobody below eGFR 15 was studied",
)  # fmt: skip


@pytest.fixture
def ours(run: Run) -> Run:
    """Return ``run`` on a store with two products."""
    for name in ("Cardexa", "泽康平"):
        assert run("product", "add", name).code == 0
    return run


def test_the_life_of_a_message(ours: Run) -> None:
    """Added, listed, shown, changed, retired: the limitation stands with the claim each time."""
    assert ours(
        "message", "add", "card", *WHOLE, "--role", "pharmacist; practice manager",
        "--specialty", "cardiology", "--angle", "cost", "--2m", "with its evidence",
        "--citation", "NEJM 2025", "--figure", "21 %", "--approved-until", "2026-12-31",
    ).masked == (
        "Cardexa  k-*\n"
        "20 seconds   One tablet, fewer strokes\n"
        "2 minutes    with its evidence\n"
        "claim        21 % fewer strokes than warfarin\n"
        "limitation   nobody below eGFR 15 was studied\n"
        "angle        cost\n"
        "specialties  cardiology\n"
        "citation     NEJM 2025\n"
        "figure       21 %\n"
        "for          pharmacist, practice manager\n"
        "approval     approved until Thu 2026-12-31\n"
        "changed      Tue 2026-11-24\n"
        "Saved. Take it back: repplan undo b-*\n"
    )  # fmt: skip
    assert ours("message", "list").masked == (
        "Cardexa\n"
        "  k-*   21 % fewer strokes than warfarin\n"
        "  but:     nobody below eGFR 15 was studied\n"
        "           pharmacist, practice manager; cardiology; cost\n"
        "           approved until Thu 2026-12-31\n"
    )  # fmt: skip
    changed = ours("message", "edit", "fewer strokes", "--angle", "", "--json").json
    assert (changed["message"]["angle"], changed["message"]["state"]) == (None, "approved")
    assert ours("message", "edit", "strokes", "--claim", WHOLE[3]).out.endswith(
        "It was so already: nothing was changed.\n"
    )
    retired = ours("message", "retire", "strokes")
    assert "limitation   nobody below" in retired.out
    assert "approval     retired Tue 2026-11-24\n" in retired.out
    assert ours("message", "list").out == "No message fits. Add one: repplan message add PRODUCT\n"
    assert len(ours("message", "list", "--retired", "--json").json["messages"]) == 1
    assert ours("undo").code == 0
    assert ours("message", "show", "strokes").code == 0


def test_the_fields_of_a_message(ours: Run) -> None:
    """Scripts find the whole record, whole refs, null for what isn't known."""
    batch = ours("message", "add", "泽康平", *WHOLE, "--json").json
    one = batch["message"]
    assert batch["batch"].startswith("b-")
    assert one | {"ref": ""} == {
        "ref": "", "product": "泽康平", "roles": [], "specialties": [], "angle": None,
        "text_20s": "One tablet, fewer strokes", "text_2m": None, "text_10m": None,
        "claim": "21 % fewer strokes than warfarin",
        "limitation": "nobody below eGFR 15 was studied", "citation": None, "figure": None,
        "expires_on": None, "updated_on": "2026-11-24", "retired_on": None, "pack": None,
        "code": None, "state": "approved",
    }  # fmt: skip
    assert ours("message", "show", one["ref"], "--json").json == one
    assert ours("message", "list", "泽康", "--json").json == {"messages": [one]}


def test_expired_is_said(ours: Run) -> None:
    """Its last day is one of approval; from the next on it is listed as over, and not as usable."""
    assert ours("message", "add", "card", *WHOLE, "--approved-until", "today").code == 0
    assert "approved until" in ours("message", "list").out
    tomorrow = "2026-11-25T07:05:00-06:00"
    assert "approval ran out Tue 2026-11-24" in ours("message", "list", now=tomorrow).out
    found = ours("message", "list", "--approved", "--json", now=tomorrow).json
    assert found == {"messages": []}
    shown = ours("message", "show", "strokes", "--json", now=tomorrow).json
    assert shown["state"] == "expired"


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "card", *WHOLE[:4]), 5, "No limitation, no message."),
        (("add", "card", *WHOLE[:5], "  "), 5, "No limitation, no message."),
        (("edit", "strokes", "--limitation", ""), 5, "No limitation, no message."),
        (("add", "card", *WHOLE[2:]), 2, "20s is missing."),
        (("add", "card", *WHOLE, "--role", "wizard"), 2, "“wizard” is no value of “role”."),
        (("add", "card", *WHOLE, "--angle", "love"), 2, "“love” is no value of “angle”."),
        (
            ("add", "card", *WHOLE, "--approved-until", "2026-11-23"),
            2,
            "The approval ended on 2026-11-23: today is 2026-11-24.",
        ),
        (
            ("edit", "strokes", "--approved-until", "2020-01-01"),
            2,
            "The approval ended on 2020-01-01: today is 2026-11-24.",
        ),
        (("add", "card", *WHOLE, "--approved-until", "firday"), 2, "“firday” is no day I know."),
        (("edit", "strokes"), 2, "What to change is missing."),
        (("add", "nada", *WHOLE), 3, "No product of yours is called “nada”."),
        (("show", "nada"), 3, "No message fits “nada”."),
        (("list", "nada"), 3, "No product of yours is called “nada”."),
    ],
)
def test_refusals(ours: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """Each is one clear line with its own code, and nothing is written."""
    ours("message", "add", "card", *WHOLE)
    before = ours("message", "list", "--json").json
    answer = ours("message", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.splitlines()[0] == err
    assert ours("message", "list", "--json").json == before


def test_an_unknown_one_names_ours(ours: Run) -> None:
    """What is there is offered; several are listed, and none is taken."""
    ours("message", "add", "card", *WHOLE)
    ours("message", "add", "card", *WHOLE[:2], "--claim", "strokes again", *WHOLE[4:])
    unknown = ours("message", "show", "card renal")
    assert unknown.code == 3
    assert "  Cardexa  21 % fewer strokes than warfarin  k-" in unknown.err
    several = ours("message", "retire", "cardexa", "strokes")
    assert (several.code, several.err.splitlines()[0]) == (
        4, "“cardexa strokes” could be 2 of them:",
    )  # fmt: skip
    product = ours("message", "add", "nada", *WHOLE)
    assert product.err.splitlines()[1:3] == ["  Cardexa", "  泽康平"]


def test_a_text_too_long(ours: Run) -> None:
    """More than anybody says in ten minutes is refused in one line."""
    long = ours("message", "add", "card", *WHOLE, "--10m", "a" * 30_000)
    assert (long.code, long.out) == (2, "")
    assert "20000 characters at most" in long.err
    assert len(long.err) < 200


def test_in_chinese(ours: Run) -> None:
    """Words, marks and names in Chinese; what is typed without blanks is found."""
    ours(
        "message", "add", "泽康平", "--20s", "一天一片", "--claim", "肾功能不全者也可用",
        "--limitation", "eGFR低于15者没有研究", "--lang", "zh_CN",
    )  # fmt: skip
    found = ours("message", "show", "泽康平肾功能", "--json")
    assert found.json["claim"] == "肾功能不全者也可用"
    assert ours("message", "list", COLUMNS="40").out.splitlines()[1:3] == [
        f"  {found.json['ref'][:6]}   肾功能不全者也可用",
        "  but:     eGFR低于15者没有研究",
    ]
    assert isinstance(found, Result)


def test_the_same_claim_twice(run: Run) -> None:
    """A claim or an objection that is there already is named, and nothing is written."""
    assert run("product", "add", "Cardexa").code == 0
    claim = ("--20s", "short", "--claim", "It works", "--limitation", "not under 18")
    assert run("message", "add", "cardexa", *claim).code == 0
    again = ("--20s", "other", "--claim", "IT works", "--limitation", "none known")
    refused = run("message", "add", "cardexa", *again)
    assert (refused.code, refused.out) == (6, "")
    assert refused.err.startswith("It works is already here (k-")
    said = ("--category", "clinical", "--answer", "fair", "--text", "Too new")
    assert run("objection", "add", "cardexa", *said).code == 0
    refused = run("objection", "add", "cardexa", *said)
    assert (refused.code, refused.out) == (6, "")
    assert refused.err.startswith("Too new is already here (x-")
    run("message", "retire", "it works")
    assert run("message", "add", "cardexa", *again).code == 0


def test_a_text_longer_than_its_time_is_warned_of(run: Run) -> None:
    """It is kept; that it takes longer than it is called is said, at add and at edit."""
    assert run("product", "add", "Cardexa").code == 0
    claim = ("--20s", "word " * 100, "--claim", "It works", "--limitation", "not under 18")
    warned = "The text for 20s takes about 40 s to read aloud: shorten it."
    assert warned in run("message", "add", "cardexa", *claim).out
    assert "to read aloud" not in run("message", "edit", "works", "--20s", "word " * 60).out
    assert warned in run("message", "edit", "works", "--20s", "word " * 100).out
