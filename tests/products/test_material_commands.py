"""``repplan material``: what there is to share, whom it matters to, who got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from repplan.providers.model import Provider
    from tests.conftest import Run


@pytest.fixture
def ours(run: Run, people: dict[str, Provider]) -> Run:  # noqa: ARG001 - who may ask
    """Return ``run`` on a store with a product, people and a leaflet."""
    assert run("product", "add", "Cardexa").code == 0
    line = ("Renal dosing table", "--kind", "leaflet", "--edition", "2", "--product", "card")
    assert run("material", "add", *line, "--topic", "renal dosing; 肾功能").code == 0
    return run


def test_the_life_of_a_material(ours: Run) -> None:
    """Shown, listed, changed, retired; words of the title need no quotes."""
    assert ours("material", "show", "renal", "table").masked == (
        "Renal dosing table  m-*\n"
        "kind      leaflet\n"
        "product   Cardexa\n"
        "version   2\n"
        "topics    renal dosing, 肾功能\n"
        "changed   Tue 2026-11-24\n"
        "approval  approved, no end\n"
    )
    assert ours("material", "add", "A", "map", "--approved-until", "today").code == 0
    assert ours("material", "list", now="2026-11-25T07:05:00-06:00").masked == (
        "Product  Title                   Kind     Until    Ref\n"
        "Cardexa  Renal dosing table (2)  leaflet           m-*\n"
        "         A map                   article  ran out  m-*\n"
    )
    one = ours("material", "edit", "renal", "--place", "bag", "--json").json["material"]
    assert one | {"ref": ""} == {
        "ref": "", "title": "Renal dosing table", "kind": "leaflet", "version": "2",
        "product": "Cardexa", "summary": None, "topics": ["renal dosing", "肾功能"],
        "place": "bag", "dated_on": None, "expires_on": None, "updated_on": "2026-11-24",
        "retired_on": None, "pack": None, "code": None, "state": "approved",
    }  # fmt: skip
    assert "retired Tue 2026-11-24" in ours("material", "retire", "renal").out
    assert ours("material", "show", "renal").code == 3
    assert ours("material", "show", one["ref"]).code == 0


def test_news_is_dated(ours: Run) -> None:
    """A day gone by is read as one; without any it came out today."""
    line = ("--kind", "guideline", "--json")
    said = ours("material", "add", "KDIGO", *line, "--dated", "fri").json["material"]
    assert said["dated_on"] == "2026-11-20"
    assert ours("material", "add", "ESC", *line).json["material"]["dated_on"] == "2026-11-24"


def test_whom_it_matters_to(ours: Run) -> None:
    """Who asked and who cares, with the visit that says so; then who got it."""
    assert ours("material", "match", "renal").masked == (
        "Renal dosing table  m-*\nNobody asked about it, objected to it or cares about it.\n"
    )
    assert ours("log", "anjali", "? how about renal dosing by fri").code == 0
    assert ours("log", "王建国", "关注: 肾功能不全").code == 0
    assert ours("material", "match", "renal").masked == (
        "Renal dosing table  m-*\n"
        "Who     How    What                    When        Visit\n"
        "Patel   asked  how about renal dosing  Tue 24 Nov  v-*\n"
        "王建国  cares  肾功能不全              Tue 24 Nov  v-*\n"
        "When they have it: repplan material give m-* Patel 王建国\n"
    )
    assert ours("material", "give", "renal dosing", "anjali", "王建国", "--on", "mon").masked == (
        "Renal dosing table  Mon 2026-11-23\n"
        "  given to Anjali Patel, MD, 王建国 主任医师\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    found = ours("material", "match", "renal", "--json").json
    assert found["material"]["title"] == "Renal dosing table"
    first = found["matches"][0]
    assert first["provider"]["name"] == "Anjali Patel, MD"
    assert first["visit"].startswith("v-")
    assert first | {"provider": None, "visit": None} == {
        "provider": None, "how": "asked", "what": "how about renal dosing", "on": "2026-11-24",
        "visit": None, "is_open": True, "given_on": "2026-11-23",
    }  # fmt: skip
    assert ours("undo").code == 0
    again = ours("material", "match", "renal", "--json").json["matches"]
    assert {one["given_on"] for one in again} == {None}


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", " "), 2, "Title is missing."),
        (("add", "x", "--kind", "song"), 2, "“song” is no value of “kind”."),
        (("add", "x", "--product", "nada"), 3, "No product of yours is called “nada”."),
        (("add", "x", "--dated", "firday"), 2, "“firday” is no day I know."),
        (
            ("add", "x", "--approved-until", "2026-11-01"),
            2,
            "The approval ended on 2026-11-01: today is 2026-11-24.",
        ),
        (("match", "nada"), 3, "No material fits “nada”."),
        (("give", "renal", "nobody"), 3, "Nobody and nothing here is called “nobody”."),
        (("give", "renal", "patel"), 4, "“patel” could be 2 of them:"),
        (
            ("give", "renal", "zhou", "--on", "2026-12-01"),
            2,
            "2026-12-01 is still to come: it can't have been given then.",
        ),
    ],
)
def test_refusals(ours: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """Each is one clear line with its own code, and nothing is given."""
    answer = ours("material", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.splitlines()[0] == err


def test_twice_on_one_day_is_once(ours: Run) -> None:
    """Nobody gets the same thing twice on a day by a slip; of several, none is written."""
    assert ours("material", "give", "renal", "zhou").code == 0
    refused = ours("material", "give", "renal", "anjali", "zhou")
    assert (refused.code, refused.out, refused.err) == (
        6,
        "",
        "周一鸣 got Renal dosing table on 2026-11-24 already: it is noted.\nAnother day: --on DAY\n",
    )
    assert ours("material", "give", "renal", "anjali", "zhou", "--on", "yesterday").code == 0


def test_what_is_no_longer_approved_is_not_given(ours: Run) -> None:
    """It is refused by a rule, which says how it would go on."""
    ours("material", "edit", "renal", "--approved-until", "today")
    refused = ours("material", "give", "renal", "zhou", now="2026-11-25T07:05:00-06:00")
    assert (refused.code, refused.out) == (5, "")
    said, hint = refused.err.splitlines()
    assert said == "“Renal dosing table” may not be given: its approval ended 2026-11-24."
    assert hint.startswith("If it goes on: repplan material edit m-")


def test_everybody_waiting_is_named(ours: Run) -> None:
    """The command names three, quotes whom a shell would part, and counts the rest."""
    for name in ("Mary Ann van Dyke", "Tom Haas, MD", "Pam Brandt"):
        assert ours("provider", "add", name, "--role", "nurse").code == 0
    said = ours("log", "王建国", "关注: 肾功能不全")
    assert said.code == 0
    for who in ("van dyke", "haas", "brandt", "anjali"):
        assert ours("log", who, "c: renal dosing", now="2026-11-23T18:00:00-06:00").code == 0
    line = ours("material", "match", "renal").masked.splitlines()[-1]
    assert line.startswith("When they have it: repplan material give m-* 王建国 ")
    assert line.endswith(" +2")
    ours("material", "give", "renal", "王建国", "anjali", "brandt")
    line = ours("material", "match", "renal").masked.splitlines()[-1]
    assert line == 'When they have it: repplan material give m-* "van Dyke" Haas'


def test_who_has_left_gets_nothing(ours: Run) -> None:
    """It is refused by a rule, and nobody else gets it either."""
    assert ours("provider", "retire", "zhou").code == 0
    refused = ours("material", "give", "renal", "王建国", "zhou")
    assert (refused.code, refused.out) == (5, "")
    assert refused.err.splitlines()[0] == "周一鸣 has left."
    assert ours("undo").out.startswith("Taken back: provider retire")
