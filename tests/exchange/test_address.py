"""A register's two address lines: the street is the account's, the rest is each provider's own."""

from __future__ import annotations

import pytest

from repplan.exchange.address import Address, read_address


def read(first: str, second: str = "", **facts: str) -> Address:
    """Return these lines read, in Kettering unless said otherwise."""
    usual = {"city": "KETTERING", "region": "OH", "postcode": "454291234", "country": "US"}
    return read_address((first, second), **{**usual, **facts})


@pytest.mark.parametrize(
    ("first", "second", "inside"),
    [
        ("1200 OAK ST", "", {}),
        ("1200 OAK ST", "SUITE 3", {"room": "suite 3"}),
        ("1200 OAK ST STE 300", "", {"room": "suite 300"}),
        ("1200 OAK ST, STE. 300", "", {"room": "suite 300"}),
        ("1200 OAK ST SUITE A", "", {"room": "suite A"}),
        ("1200 OAK ST #6", "", {"room": "#6"}),
        ("1200 OAK ST UNIT 4-B", "", {"room": "unit 4-B"}),
        ("1200 OAK ST APARTMENT 4", "", {"room": "apt 4"}),
        ("SUITE 5", "1200 OAK ST", {"room": "suite 5"}),
        ("1200 OAK ST", "2ND FLOOR", {"floor": "2nd floor"}),
        ("1200 OAK ST FL 2", "", {"floor": "floor 2"}),
        ("THIRD FLOOR", "1200 OAK ST", {"floor": "third floor"}),
        ("2ND FLOOR", "1200 OAK ST", {"floor": "2nd floor"}),
        ("1200 OAK ST RM 5 FL 2", "", {"room": "room 5", "floor": "floor 2"}),
        ("1200 OAK ST", "FLOOR 3, ROOM 12", {"room": "room 12", "floor": "floor 3"}),
        ("BLDG B", "1200 OAK ST", {"building": "building B"}),
        ("1200 OAK ST", "BUILDING 4 SUITE 2B", {"building": "building 4", "room": "suite 2B"}),
        ("ST LUKES HOSPITAL", "1200 OAK ST", {"building": "St Lukes Hospital"}),
        ("1200 OAK ST", "DEPT OF ANESTHESIOLOGY", {"department": "Anesthesiology"}),
        ("1200 OAK ST", "ANESTHESIOLOGY DEPT", {"department": "Anesthesiology"}),
        ("1200 OAK ST ANESTHESIA DEPT", "", {"department": "Anesthesia"}),
        ("1200 OAK ST", "PO BOX 12", {}),
        ("P.O. BOX 12", "1200 OAK ST", {}),
        ("", "1200 OAK ST", {}),
        ("1200  OAK ST ", "", {}),
        ("1200 Oak St", "Suite 3", {"room": "suite 3"}),
    ],
)
def test_one_account_for_a_house(first: str, second: str, inside: dict[str, str]) -> None:
    """Whatever says where in the house, and on which line, the account is the street."""
    address = read(first, second)
    assert (address.name, address.key) == ("1200 Oak St, Kettering", "1200 oak st|45429|us")
    assert address.inside == inside


@pytest.mark.parametrize(
    ("first", "second", "street"),
    [
        ("2 FLOOR RD", "", "2 Floor Rd"),
        ("1200 OFFICE PARK DR", "", "1200 Office Park Dr"),
        ("100 UNITED WAY", "", "100 United Way"),
        ("ONE MEDICAL PLAZA", "2ND FLOOR", "One Medical Plaza"),
        ("PO BOX 12", "SUITE 4", "PO Box 12"),
        ("P O BOX 12", "2ND FLOOR", "P O Box 12"),
    ],
)
def test_words_that_are_streets(first: str, second: str, street: str) -> None:
    """A word that elsewhere says where in a house may be a part of the street's own name."""
    assert read(first, second).street == street


def test_what_tells_places_apart() -> None:
    """A US postcode counts with five digits; another postcode or country is another account."""
    here = read("1200 OAK ST").key
    assert read("1200 NORTH OAK STREET").key == read("1200 N. Oak St.").key != here
    assert read("1200 OAK ST", postcode="45429").key == here
    assert read("1200 OAK ST", country="").key == here
    assert read("1200 OAK ST", postcode="45430").key != here
    assert read("1200 OAK ST", country="CA", postcode="K1A 0B1").key == "1200 oak st|k1a0b1|ca"


def test_no_street_is_no_account() -> None:
    """Without a street or a postcode there is nothing to share."""
    assert not read("").key
    assert not read("1200 OAK ST", postcode="").key
