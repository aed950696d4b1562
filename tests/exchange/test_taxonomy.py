"""Taxonomy codes and credentials say role and specialty; a code nobody knows stays a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import BadForm
from repplan.exchange import taxonomy
from repplan.exchange.faults import BadWholeFile
from tests.exchange.register import real

if TYPE_CHECKING:
    from tests.exchange.conftest import Table


@pytest.mark.parametrize(
    ("codes", "role", "specialties"),
    [
        (["207RC0000X"], "physician", ["cardiology"]),
        (["207R00000X"], "physician", ["internal medicine"]),
        (["207RC0000X", "208D00000X"], "physician", ["cardiology", "general practice"]),
        (["207RC0000X", "207RC0000X"], "physician", ["cardiology"]),
        (["363LF0000X"], "nurse practitioner", ["family medicine"]),
        (["363AM0700X"], "physician assistant", []),
        (["163W00000X"], "nurse", []),
        (["164W00000X"], "nurse", []),
        (["367500000X"], "nurse", ["nurse anesthesia"]),
        (["367A00000X"], "nurse", ["midwifery"]),
        (["183500000X"], "pharmacist", []),
        (["1835P0018X"], "pharmacist", ["clinical pharmacy"]),
        (["101Y00000X"], "other", ["101Y00000X"]),
        (["101Y00000X", "207RC0000X"], "physician", ["101Y00000X", "cardiology"]),
        ([], "other", []),
    ],
)
def test_codes(codes: list[str], role: str, specialties: list[str]) -> None:
    """The first telling code gives the role; each names its specialty once, in their order."""
    assert taxonomy.role_of(codes) == role
    assert taxonomy.specialties_of(codes, taxonomy.shipped()) == specialties


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("MD", "physician"),
        ("PhD, MD", "physician"),
        ("DO", "physician"),
        ("PA-C", "physician assistant"),
        ("FNP-BC", "nurse practitioner"),
        ("RN, MSN", "nurse"),
        ("CRNA", "nurse"),
        ("PharmD", "pharmacist"),
        ("PhD", "other"),
        ("", "other"),
    ],
)
def test_titles(title: str, role: str) -> None:
    """Where there is no code, the first telling credential gives the role."""
    assert taxonomy.role_of_title(title) == role


def test_shipped_codes_are_codes() -> None:
    """Each code of the shipped table has the public list's form; no name is in capitals."""
    codes = taxonomy.shipped()
    assert all(len(code) == 10 and code[:3].isdigit() and code[-1] == "X" for code in codes)
    assert not [name for name in codes.values() if name.isupper()]


def test_a_public_list_names_the_rest(table: Table) -> None:
    """The public list names what the shipped table doesn't; where both speak, the shipped wins."""
    names = taxonomy.with_file(
        table(
            "Code,Grouping,Classification,Specialization,Definition",
            "101Y00000X,Behavioral,Counselor,,",
            "101YM0800X,Behavioral,Counselor,Mental Health,",
            "207RC0000X,Allopathic,Internal Medicine,Cardiovascular Disease,",
            "2085B0100X,Allopathic,Radiology,Body MRI,",
        )
    )
    assert names["101Y00000X"] == "counselor"
    assert names["101YM0800X"] == "counselor, mental health"
    assert names["207RC0000X"] == "cardiology"
    assert taxonomy.with_file(table("Code,Classification,Specialization", "2099X0000X,A,Body MRI"))[
        "2099X0000X"
    ] == "body MRI"  # fmt: skip


def test_a_public_list_in_windows_letters(table: Table) -> None:
    """The public list comes in Windows letters too; both are read."""
    lines = b"Code,Classification,Specialization\n1000A0000X,Na\xefve,\n"
    assert taxonomy.with_file(table(raw=lines))["1000A0000X"] == "naïve"


def test_what_is_no_list_is_refused(table: Table) -> None:
    """A table without the list's headings is refused by name."""
    with pytest.raises(BadWholeFile) as error:
        taxonomy.with_file(table("name", "Ann Lee"))
    assert str(error.value) == ("mine.csv: no taxonomy list: no headings Code, Classification …")


def test_the_crosswalk_is_a_list() -> None:
    """Medicare's crosswalk, as published, is taken as a list of codes."""
    names = taxonomy.with_file(real("medicare_specialty_taxonomy_crosswalk.csv"))
    assert len(names) > len(taxonomy.shipped())


@pytest.mark.parametrize(
    ("said", "held", "is_wanted"),
    [
        (["207RC0000X"], ["207RC0000X"], True),
        (["207rc"], ["207RC0000X"], True),
        (["207R"], ["207Q00000X"], False),
        (["cardiology"], ["207RC0000X"], True),
        (["Cardiology"], ["163W00000X", "207RC0000X"], True),
        (["cardiology"], ["207Q00000X", ""], False),
        (["cardiology", "1835"], ["183500000X"], True),
    ],
)
def test_choosing(said: list[str], held: list[str], is_wanted: bool) -> None:
    """A code, its beginning or words of a specialty choose who holds such a code."""
    assert taxonomy.chooser(said, taxonomy.shipped())(held) is is_wanted


def test_choosing_what_is_not() -> None:
    """Words that no specialty has are refused, with what can be said."""
    with pytest.raises(BadForm):
        taxonomy.chooser(["alchemy"], taxonomy.shipped())
