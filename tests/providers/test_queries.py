"""WHO: any part of a name finds the ones it may mean, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.providers import queries
from repplan.providers.actions import (
    add_licence,
    add_provider,
    affiliate,
    edit_provider,
    retire_provider,
)
from repplan.providers.nearest import nearest_names

if TYPE_CHECKING:
    import sqlite3

    from repplan.providers.model import Provider
    from repplan.store.work import Work
    from tests.conftest import Writing


@pytest.fixture
def patel(work: Work) -> Provider:
    """Return one provider, added in the open Work."""
    return add_provider(work, {"name": "Anjali Patel, MD"})


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("patel", "patel dev"),
        ("Anjali", "patel"),
        ("anj", "patel"),
        ("PATEL", "patel dev"),
        ("anjali patel", "patel"),
        ("patel anjali", "patel"),
        ("a patel", "patel"),
        ("d. patel", "dev"),
        ("Dr Patel", "patel dev"),
        ("Patel MD", "patel"),
        ("anjalipatel", "patel"),
        ("lindqvist", "lindqvist"),
        ("Asa", "lindqvist"),
        ("åsa", "lindqvist"),
        ("lind", "lindqvist"),
        ("王建国", "wang"),
        ("王", "wang"),
        ("建国", "wang"),
        ("wang", "wang"),
        ("wangjianguo", "wang"),
        ("wang jianguo", "wang"),
        ("jianguo", "wang"),
        ("wjg", "wang"),
        ("王主任", "wang"),
        ("王主任医师", "wang"),
        ("王医生", "wang"),
        ("周一鸣", "zhou"),
        ("zym", "zhou"),
        ("patel@valley", "patel"),
        ("patel@oakwood", "dev"),
        ("patel@oakwood internal", "dev"),
        ("patel@市一", ""),
        ("王主任@市一", "wang"),
        ("xu", ""),
        ("patle", ""),
        ("", ""),
        ("dr", ""),
        ("%", ""),
        ("' OR 1=1 --", ""),
    ],
)
def test_called(db: sqlite3.Connection, people: dict[str, Provider], said: str, meant: str) -> None:
    """The words find exactly those whom they may mean; a misspelling finds nobody."""
    short = {one.id: name for name, one in people.items()}
    found = {short[one.id] for one in queries.called(db, said)}
    assert found == set(meant.split())


def test_called_by_ref_and_number(work: Work, patel: Provider) -> None:
    """A ref with or without its letter, its beginning, an NPI and a licence number are exact."""
    edit_provider(work, patel.id, {"npi": "1234567893"})
    add_licence(work, patel.id, "oh 35.098765")
    bare = patel.ref.removeprefix("p-")
    for said in (patel.ref, bare, f"p-{bare[:5]}", bare.upper(), "1234567893", "35.098765"):
        assert [one.id for one in queries.called(work.db, said)] == [patel.id], said
    assert queries.called(work.db, "f-" + bare) == []


def test_whole_name_beats_its_beginning(work: Work) -> None:
    """Who is called Li is meant by "li", though Lindqvist begins so too."""
    li = add_provider(work, {"name": "Wei Li"})
    add_provider(work, {"name": "Åsa Lindqvist"})
    assert [one.id for one in queries.called(work.db, "li")] == [li.id]


def test_nickname(work: Work, patel: Provider) -> None:
    """A nickname finds its owner as soon as it is given."""
    assert queries.called(work.db, "angie") == []
    edit_provider(work, patel.id, {"nicknames": '["Angie"]'})
    assert [one.id for one in queries.called(work.db, "angie")] == [patel.id]


def test_who_left_gives_way(writing: Writing, people: dict[str, Provider]) -> None:
    """Who left is found only where nobody who is here answers to the words."""
    with writing() as work:
        retire_provider(work, people["dev"].id)
        assert [one.id for one in queries.called(work.db, "patel")] == [people["patel"].id]
        assert [one.id for one in queries.called(work.db, "dev")] == [people["dev"].id]


def test_among(db: sqlite3.Connection, people: dict[str, Provider]) -> None:
    """Only those among whom is asked are meant."""
    dev = people["dev"].id
    assert [one.id for one in queries.called(db, "patel", among={dev})] == [dev]
    assert queries.called(db, "patel", among=()) == []
    assert queries.called(db, people["patel"].ref, among={dev}) == []


def test_titles_narrow_only_where_somebody_fits(work: Work) -> None:
    """A title picks between namesakes; one of a profession that isn't theirs finds nobody."""
    chief = add_provider(work, {"name": "王敏 主任"})
    nurse = add_provider(work, {"name": "王丽 护士长"})
    assert [one.id for one in queries.called(work.db, "王主任")] == [chief.id]
    assert [one.id for one in queries.called(work.db, "王护士长")] == [nurse.id]
    assert [one.id for one in queries.called(work.db, "王药师")] == [chief.id]


@pytest.mark.parametrize(
    ("name", "found", "lost"),
    [
        (
            "Chidi Okafor, MD",
            "Dr Okafor; Okafor MD; Prof Okafor; Mr Okafor",
            "Nurse Okafor; Okafor NP",
        ),
        (
            "Jo Brandt NP",
            "Nurse Brandt; Dr Brandt; Brandt RN; Sister Brandt",
            "Brandt MD; Brandt PharmD",
        ),
        ("王建国 主任医师", "王主任; 王医生; 王大夫; 王副主任; 王教授; 王老师", "王护士长; 王药师"),
        ("孙莉 主管药师", "孙主任; 孙药师; 孙老师; 孙科长", "孙护士长; 孙医生"),
        ("Dana Cruz", "Nurse Cruz; Cruz MD; Cruz RPh", ""),
    ],
)
def test_a_title_of_another_profession(work: Work, name: str, found: str, lost: str) -> None:
    """A nurse is no physician; a title that tells no profession, or a record, refuses nobody."""
    one = add_provider(work, {"name": name})
    for said in found.split("; "):
        assert [it.id for it in queries.called(work.db, said)] == [one.id], said
    for said in filter(None, lost.split("; ")):
        assert queries.called(work.db, said) == [], said
        assert nearest_names(work.db, said) == (one.name,)


@pytest.mark.parametrize(
    ("filters", "meant"),
    [
        ({}, "amy lindqvist patel dev wang zhou"),
        ({"tier": "A"}, "patel wang"),
        ({"role": "pharmacist"}, "lindqvist"),
        ({"specialty": "cardio"}, "patel"),
        ({"specialty": "心内"}, "wang"),
        ({"not_seen_since": "2026-11-01"}, "amy lindqvist dev wang zhou"),
        ({"not_seen_since": "2026-11-20", "tier": "A"}, "patel wang"),
        ({"city": "Kettering"}, ""),
    ],
)
def test_providers_are_filtered(
    db: sqlite3.Connection, people: dict[str, Provider], filters: dict[str, str], meant: str
) -> None:
    """Filters add up; those never met count as not seen."""
    short = {one.id: name for name, one in people.items()}
    found = [short[one.id] for one in queries.providers(db, **filters)]  # type: ignore[arg-type]  # all of them are texts
    assert sorted(found) == sorted(meant.split())


def test_main_places_agree(writing: Writing, people: dict[str, Provider]) -> None:
    """The main account of one provider and of all is the same: the primary, that isn't over."""
    with writing() as work:
        patel = people["patel"].id
        other = queries.affiliations(work.db, people["dev"].id)[0].account_id
        affiliate(work, patel, other, {}, is_primary=True)
        every = queries.main_places(work.db)
        assert every[patel] == queries.main_place(work.db, patel) == "Oakwood Internal Medicine"
        assert people["amy"].id not in every


def test_names_over_days(db: sqlite3.Connection, people: dict[str, Provider]) -> None:
    """Names that look like days are known beside those of the people spoken of."""
    names = queries.names_over_days(db, [people["patel"].id])
    assert {"周一鸣", "Patel", "Amy Chu"} <= set(names)
    assert "王建国" not in names
