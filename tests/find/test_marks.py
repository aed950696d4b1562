"""``find --mark``: what was noted behind one mark, the newest first, with who and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import BadValue
from repplan.find.marks import mark_of, marked
from repplan.find.model import MARKS

if TYPE_CHECKING:
    import sqlite3

    from repplan.providers.model import Provider
    from tests.conftest import Run

LOGGED = (
    ("patel", "2026-11-10T09:00:00-06:00", "rival: Bextra lunch with residents; agreed: one trial"),
    ("wang", "2026-11-17T09:00:00-06:00", "竞品: 百适达降价; me: he is tired of reps; ! 太贵"),
    ("lindqvist", "2026-11-20T09:00:00-06:00", "rival: Bextra sample stock; c: dosing; ? in dialysis"),
    ("dev", "2026-11-23T09:00:00-06:00", "no rival here; + the adherence article"),
)  # fmt: skip


@pytest.fixture
def noted(run: Run, people: dict[str, Provider]) -> Run:
    """Return ``run`` on a store with four visits, each with other marks."""
    for short, now, note in LOGGED:
        said = run("log", people[short].ref, note, "--yes", now=now)
        assert said.code == 0, said.err
    return run


def test_rivals_the_newest_first(noted: Run) -> None:
    """Who said it and when stands with each; talk without the mark isn't there."""
    assert noted("find", "--mark", "rival").masked == (
        "rival     Åsa Lindqvist Fri 20 Nov: Bextra sample stock                  v-*\n"
        "rival     王建国 主任医师 Tue 17 Nov: 百适达降价                         v-*\n"
        "rival     Anjali Patel, MD Tue 10 Nov: Bextra lunch with residents       v-*\n"
    )


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (("--mark", "rival", "--since", "2026-11-17"), ["Bextra sample stock", "百适达降价"]),
        (("--mark", "rival", "bextra"), ["Bextra sample stock", "Bextra lunch with residents"]),
        (("--mark", "rival", "lunch", "bex"), ["Bextra lunch with residents"]),
        (("--mark", "rival", "patel"), ["Bextra lunch with residents"]),
        (("--mark", "rival", "降价"), ["百适达降价"]),
        (("--mark", "rival", "--limit", "1"), ["Bextra sample stock"]),
        (("--mark", "竞品", "trial"), []),
        (("--mark", "agreed"), ["one trial"]),
        (("--mark", "reading"), ["he is tired of reps"]),
        (("--mark", "objection"), ["太贵"]),
        (("--mark", "cares"), ["dosing"]),
        (("--mark", "asked"), ["in dialysis"]),
        (("--mark", "gave"), ["the adherence article"]),
    ],
)
def test_each_mark(noted: Run, line: tuple[str, ...], titles: list[str]) -> None:
    """All the words in the text, or in the names of whom it is about; a day counts itself."""
    hits = noted("find", *line, "--json").json["hits"]
    assert [hit["title"] for hit in hits] == titles
    assert {hit["mark"] for hit in hits} <= {mark_of(line[1])}
    assert all(hit["ref"] and hit["date"] and hit["provider"] for hit in hits)
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(set(scores), reverse=True)


def test_nothing_noted_is_an_answer(run: Run) -> None:
    """With words it says for what."""
    said = run("find", "--mark", "rival")
    assert (said.code, said.out) == (0, "Nothing found.\n")
    assert run("find", "--mark", "rival", "bextra").out == "Nothing found for “bextra”.\n"


@pytest.mark.parametrize(
    ("line", "err"),
    [
        (("--mark", "promise"), "“promise” is no value of “--mark”."),
        (("--since", "mon", "x"), "--mark is missing."),
        (("--mark", "rival", "--since", "firday"), "“firday” is no day I know."),
        ((), "What to look for is missing."),
    ],
)
def test_refusals(run: Run, line: tuple[str, ...], err: str) -> None:
    """A mark is one of a closed list, and a day belongs to one."""
    said = run("find", *line)
    assert (said.code, said.out, said.err.splitlines()[0]) == (2, "", err)


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_is_asked(db: sqlite3.Connection, mark: str) -> None:
    """Each of the closed list has its query, and no words break it."""
    assert mark_of(f"{mark.upper()}：") == mark
    assert marked(db, mark, '"; DROP % _', since="2026-01-01") == []


def test_an_unknown_mark_names_them_all() -> None:
    """So that the next try is right."""
    with pytest.raises(BadValue) as refused:
        mark_of("sample")
    assert refused.value.allowed == ", ".join(MARKS)


def test_a_message_is_found_with_its_limitation(run: Run) -> None:
    """A claim never stands alone, also where it is found."""
    run("product", "add", "Cardexa")
    run(
        "message", "add", "card", "--20s", "one tablet", "--claim", "fewer strokes",
        "--limitation", "nobody below eGFR 15 was studied",
    )  # fmt: skip
    said = run("find", "strokes")
    assert said.masked == (
        "message   fewer strokes                                                  k-*\n"
        "          but: nobody below eGFR 15 was studied\n"
    )
    (hit,) = run("find", "strokes", "--kind", "message", "--json").json["hits"]
    assert (hit["title"], hit["limitation"]) == (
        "Cardexa: fewer strokes", "nobody below eGFR 15 was studied",
    )  # fmt: skip
