"""Acting on providers: keys, places, licences follow; clashes are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import AlreadyThere, BadNumber, MissingValue
from repplan.providers import actions, queries
from repplan.providers.keys import miskeyed
from repplan.providers.place import NearlyThere, account_for, place_change

if TYPE_CHECKING:
    from repplan.store.work import Work


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anjali Patel, MD", ("Anjali", "Patel", "MD", "", "", "physician")),
        ("王建国 主任医师", ("建国", "王", "主任医师", "王建国", "wang jian guo", "physician")),
        ("李敏 药师", ("敏", "李", "药师", "李敏", "li min", "pharmacist")),
        ("Maria de la Cruz NP", ("Maria", "de la Cruz", "NP", "", "", "nurse practitioner")),
    ],
)
def test_a_name_is_taken_apart(work: Work, name: str, parts: tuple[str, ...]) -> None:
    """Given, family, title, native name, pinyin and role come from the name as written."""
    one = actions.add_provider(work, {"name": name})
    assert (
        one.given_name, one.family_name, one.title, one.native_name, one.pinyin, one.role
    ) == parts  # fmt: skip


def test_what_is_given_wins(work: Work) -> None:
    """A part that is given isn't read from the name."""
    cells = {"name": "Maria Cruz NP", "family_name": "Cruz Lima", "role": "administrator"}
    one = actions.add_provider(work, cells)
    assert (one.family_name, one.role) == ("Cruz Lima", "administrator")


def test_keys_follow(work: Work) -> None:
    """Whatever is done to names, the kept keys are those of the names."""
    one = actions.add_provider(work, {"name": "Anjali Patel"})
    actions.edit_provider(work, one.id, {"name": "Anjali O'Brien", "nicknames": '["Angie"]'})
    assert miskeyed(work.db) == []


def test_twins_are_refused(work: Work) -> None:
    """The same name at the same place, or the same NPI anywhere, is there already."""
    valley = account_for(work, "Valley").account.id
    actions.add_provider(work, {"name": "Ann Lee", "npi": "1234567893"}, account_id=valley)
    with pytest.raises(AlreadyThere):
        actions.add_provider(work, {"name": "ANN LEE"}, account_id=valley)
    with pytest.raises(AlreadyThere):
        actions.add_provider(work, {"name": "Other", "npi": "1234567893"})
    actions.add_provider(work, {"name": "Ann Lee"})


def test_npi_is_unique_on_edit(work: Work) -> None:
    """An edit can't take another's NPI; giving one's own again is fine."""
    first = actions.add_provider(work, {"name": "Ann Lee", "npi": "1000000001"})
    second = actions.add_provider(work, {"name": "Bo Lee"})
    actions.edit_provider(work, first.id, {"npi": "1000000001"})
    with pytest.raises(AlreadyThere):
        actions.edit_provider(work, second.id, {"npi": "1000000001"})


def test_gaps_are_checked_with_what_is_there(work: Work) -> None:
    """A shorter maximum is refused against the ideal gap that stands."""
    one = actions.add_provider(work, {"name": "Ann Lee", "ideal_days": 30})
    with pytest.raises(BadNumber):
        actions.edit_provider(work, one.id, {"maximum_days": 20})


def test_one_main_place(work: Work) -> None:
    """Moving makes one account the main one; coming back changes the affiliation there is."""
    one = actions.add_provider(work, {"name": "Ann Lee"})
    first, second = (account_for(work, name).account.id for name in ("Valley", "Oakwood"))
    ref = actions.affiliate(work, one.id, first, {}, is_primary=True)
    actions.affiliate(work, one.id, second, {}, is_primary=True)
    assert actions.affiliate(work, one.id, first, {"room": "7"}, is_primary=True) == ref
    places = queries.affiliations(work.db, one.id)
    assert [(at.account, at.is_primary, at.room) for at in places] == [
        ("Valley", True, "7"),
        ("Oakwood", False, None),
    ]


def test_leave_ends_one_place(work: Work) -> None:
    """Who leaves an account no longer stands there, from today on."""
    valley = account_for(work, "Valley").account.id
    one = actions.add_provider(work, {"name": "Ann Lee"}, account_id=valley)
    actions.leave(work, one.id, valley)
    assert queries.affiliations(work.db, one.id, work.today.isoformat()) == []
    assert [at.until_on for at in queries.affiliations(work.db, one.id)] == ["2026-11-24"]


def test_licences(work: Work) -> None:
    """A licence is kept once, in upper case; another's is refused."""
    one = actions.add_provider(work, {"name": "Ann Lee"})
    other = actions.add_provider(work, {"name": "Bo Lee"})
    for said in ("tx k1234", "TX K1234"):
        actions.add_licence(work, one.id, said)
    assert [(at.region, at.number) for at in queries.licences(work.db, one.id)] == [("TX", "K1234")]
    with pytest.raises(AlreadyThere):
        actions.add_licence(work, other.id, "TX K1234")


def test_places(work: Work) -> None:
    """A known part of a name is that account; a near miss is asked about; else it is new."""
    made = account_for(work, "Valley Cardiology")
    assert made.is_new
    assert account_for(work, "valley").account == made.account
    with pytest.raises(NearlyThere):
        account_for(work, "Valey Cardiology")
    assert account_for(work, "Oakwood").is_new


def test_a_room_needs_a_place(work: Work) -> None:
    """Where nobody works, no room can be changed."""
    one = actions.add_provider(work, {"name": "Ann Lee"})
    with pytest.raises(MissingValue):
        place_change(work, one.id, {"room": "7"})
