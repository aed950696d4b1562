"""Whom an appointment is with: e-mail, names in two scripts, and what is no name at all."""

from __future__ import annotations

import pytest

from repplan.exchange.ics_people import People, person

ROWS = (
    ("patel", "Anjali R. Patel, MD", "Anjali R.", "Patel", "", "MD", "AP@x.org"),
    ("dev", "Dev Patel", "Dev", "Patel", "", "", ""),
    ("long", "Bo Long", "Bo", "Long", "", "", ""),
    ("berg", "Ana van der Berg", "Ana", "van der Berg", "", "", ""),
    ("asa", "Åsa Lindqvist", "Åsa", "Lindqvist", "", "", "asa@x.org"),
    ("wang", "王建国 主任医师", "建国", "王", "王建国", "主任医师", ""),
    ("jian", "王建 护士长", "建", "王", "王建", "护士长", ""),
    ("ouyang", "欧阳明", "明", "欧阳", "欧阳明", "", ""),
)


@pytest.fixture
def people() -> People:
    """Return everybody."""
    found = People()
    for identity, name, given, family, native, title, email in ROWS:
        found.add(person(identity, f"p-{identity}", name, given, family, native, title, email))
    return found


@pytest.mark.parametrize(
    ("summary", "meant"),
    [
        ("Anjali Patel", "patel"),
        ("Patel, Anjali", "patel"),
        ("Lunch with Anjali Patel at the cafe", "patel"),
        ("A. Patel", "patel"),
        ("Dr Patel", "patel dev"),
        ("PATEL MD", "patel dev"),
        ("visit Patel", "patel dev"),
        ("Patel's paper", ""),
        # A family name that is a word, too.
        ("Long meeting", ""),
        ("How long will it take", ""),
        ("Meeting with Long", "long"),
        ("Bo Long 9am", "long"),
        ("Dr van der Berg", "berg"),
        ("Berg", ""),
        ("asa lindqvist (pharmacy)", "asa"),
        ("Dr. LINDQVIST", "asa"),
        ("拜访王建国", "wang"),
        ("王建国主任查房后", "wang"),
        ("王建", "jian"),
        ("王主任", "wang"),
        ("见王护士长", "jian"),
        ("王经理", ""),
        ("欧阳明来电", "ouyang"),
        ("王建国、欧阳明 科会", "wang ouyang"),
        ("Dentist", ""),
        ("", ""),
    ],
)
def test_names(people: People, summary: str, meant: str) -> None:
    """A whole name is one; a family name needs more beside it; of several all are told."""
    assert {one.id for one in people.meant(summary, ())} == set(meant.split())


def test_addresses(people: People) -> None:
    """An address says who is meant, whatever the appointment is called; a strange one says nothing."""
    assert [one.id for one in people.meant("Dr Long", ("x@x.org", "ap@x.org"))] == ["patel"]
    assert {one.id for one in people.meant("all", ("asa@x.org", "ap@x.org"))} == {"asa", "patel"}
    assert [one.id for one in people.meant("Dr Long", ("x@x.org",))] == ["long"]
