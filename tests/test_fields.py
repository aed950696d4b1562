"""Fields: what is typed becomes what is stored, or is refused in one line."""

from __future__ import annotations

import pytest

from repplan.errors import BadDay, BadLength, BadValue, MissingValue
from repplan.fields import Field, Kind, list_of, read_cell, read_cells


@pytest.mark.parametrize(
    ("kind", "text", "cell"),
    [
        (Kind.TEXT, "  data first ", "data first"),
        (Kind.TEXT, "", None),
        (Kind.LIST, "cardiology; renal，老年、儿科", '["cardiology", "renal", "老年", "儿科"]'),
        (Kind.LIST, "", "[]"),
        (
            Kind.SENTENCES,
            "A: fewer, worse; B：no one；\nC",
            '["A: fewer, worse", "B：no one", "C"]',
        ),
        (Kind.SENTENCES, " ", "[]"),
        (Kind.DAY, "2026-10-31", "2026-10-31"),
        (Kind.COUNT, "28", 28),
        (Kind.DEGREES, "-84.17", -84.17),
        (Kind.FLAG, "yes", 1),
        (Kind.FLAG, "no", 0),
    ],
)
def test_what_is_typed_becomes_a_cell(kind: Kind, text: str, cell: object) -> None:
    """Each kind has one reading."""
    assert read_cell(Field("it", "", kind), text) == cell


def test_a_choice_is_taken_as_it_is_spelt_in_the_list() -> None:
    """Case, blanks and dashes don't matter; the stored word is ours."""
    field = Field("role", "", Kind.CHOICE, ("practice manager", "nurse"))
    assert read_cell(field, "Practice-Manager") == "practice manager"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field("tier", "", Kind.CHOICE, ("A", "B")), "E"),
        (Field("ideal_days", "", Kind.COUNT), "-3"),
        (Field("ideal_days", "", Kind.COUNT), "2.5"),
        (Field("latitude", "", Kind.DEGREES), "north"),
        (Field("latitude", "", Kind.DEGREES), "nan"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(field: Field, text: str) -> None:
    """A bad value names the field and what it can be."""
    with pytest.raises(BadValue):
        read_cell(field, text)


def test_a_needed_field_cannot_be_emptied() -> None:
    """A record without its name is no record."""
    with pytest.raises(MissingValue):
        read_cell(Field("name", "", is_needed=True), " ")


@pytest.mark.parametrize(
    ("field", "length", "is_fine"),
    [
        (Field("it", ""), 20_000, True),
        (Field("it", ""), 20_001, False),
        (Field("it", "", Kind.LIST), 20_001, False),
        (Field("it", "", is_needed=True), 501, False),
        (Field("it", "", is_needed=True, longest=1000), 1000, True),
        (Field("it", "", longest=10), 11, False),
    ],
)
def test_a_text_has_a_length(field: Field, length: int, *, is_fine: bool) -> None:
    """What is longer than a field may be is refused, and shown by its beginning."""
    if is_fine:
        assert len(str(read_cell(field, "x" * length))) >= length
        return
    with pytest.raises(BadLength) as refused:
        read_cell(field, "x" * length)
    assert len(refused.value.value) <= 40


def test_a_day_that_is_none_is_refused() -> None:
    """A field's day is ISO: it comes from files as often as from people."""
    with pytest.raises(BadDay):
        read_cell(Field("seen_before_on", "", Kind.DAY), "12/15")


def test_only_what_was_given_is_read() -> None:
    """A field that wasn't given stays as it is; an empty one is emptied."""
    fields = (Field("phone", ""), Field("email", ""), Field("likes", ""))
    cells = read_cells(fields, {"phone": "1", "email": None, "likes": ""})
    assert cells == {"phone": "1", "likes": None}


def test_a_stored_list_comes_back() -> None:
    """A list is stored as JSON and read as a tuple."""
    assert list_of('["a", "王"]') == ("a", "王")
    assert list_of(None) == ()
