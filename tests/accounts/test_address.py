"""Two spellings of one address share a key; other addresses don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.accounts.address import address_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1200 North Oak Street", "45429-1234", "US"), ("1200 N. Oak St.", "45429", "")),
        (("1 Saint Luke's Way", "10001", "US"), ("1 ST LUKES WAY", "100011234", "us")),
        (("Second Avenue 5", "10001", ""), ("2nd Ave. 5", "10001", "")),
        (("P.O. Box 12", "10001", ""), ("PO BOX 12", "10001", "")),
        (("12 Rue Élan", "K1A 0B1", "CA"), ("12 rue Elan", "k1a0b1", "ca")),
        (("人民路１号", "100001", "CN"), ("人民路1号", "100001", "cn")),
    ],
)
def test_one_address(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    """Case, dots, accents and the usual short words don't part an address."""
    assert address_key(*first) == address_key(*second) != ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1200 Oak St", "45429", ""), ("1201 Oak St", "45429", "")),
        (("1200 Oak St", "45429", ""), ("1200 Oak Ave", "45429", "")),
        (("1200 Oak St", "45429", ""), ("1200 Oak St", "45430", "")),
        (("1 Main", "10115", "US"), ("1 Main", "10115", "DE")),
        (("1 Main", "1234567", "JP"), ("1 Main", "1234568", "JP")),
    ],
)
def test_two_addresses(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    """A number, a kind of street, a postcode or a country makes another address."""
    assert address_key(*first) != address_key(*second)


@pytest.mark.parametrize(("street", "postcode"), [("", "45429"), ("1 Oak", ""), ("!!", "1")])
def test_no_key(street: str, postcode: str) -> None:
    """Half an address has no key: it is shared with nothing."""
    assert address_key(street, postcode) == ""


@given(st.text(max_size=20), st.text(max_size=8))
def test_blanks_and_case_never_matter(street: str, postcode: str) -> None:
    """Whatever the words are, blanks round them and upper case make no other address."""
    assert address_key(f"  {street} ", f" {postcode} ") == address_key(street, postcode)
