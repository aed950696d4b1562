"""Many providers at once are as if each had been added by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts.bulk import add_accounts
from repplan.providers import queries
from repplan.providers.bulk import add_affiliations, add_licences, add_providers
from repplan.providers.keys import miskeyed

if TYPE_CHECKING:
    from repplan.fields import Cell
    from repplan.store.work import Work

LEE = {
    "name": "Ann Lee",
    "given_name": "Ann",
    "family_name": "Lee",
    "native_name": "",
    "pinyin": "",
    "nicknames": "[]",
}
WANG = {
    "name": "王建国",
    "given_name": "建国",
    "family_name": "王",
    "native_name": "王建国",
    "pinyin": "wang jian guo",
    "nicknames": "[]",
}


def test_keys_are_those_of_one_by_one(work: Work) -> None:
    """Names that come in together are kept under the keys that each would have by itself."""
    made = add_providers(work, [LEE, WANG])
    assert [len(one) for one in made] == [2, 2]
    assert miskeyed(work.db) == []
    found = work.db.execute("SELECT provider_id FROM name_key WHERE key = 'wjg'").fetchall()
    assert [row[0] for row in found] == [made[1][0]]


def test_the_last_contact_is_kept(work: Work) -> None:
    """Who was seen before repplan counts as contacted then; another row is not."""
    made = add_providers(work, [{**LEE, "seen_before_on": "2026-10-31"}])
    made += add_providers(work, [WANG])
    rows = work.db.execute("SELECT id, last_contact_on FROM provider ORDER BY id").fetchall()
    assert {row[0]: row[1] for row in rows} == {made[0][0]: "2026-10-31", made[1][0]: None}


def test_places_and_licences(work: Work) -> None:
    """What a row leaves out of a place is empty, as the store has it by itself."""
    ((lee, _ref),) = add_providers(work, [LEE])
    ((valley, _account),) = add_accounts(work, [{"name": "Valley"}])
    place: dict[str, Cell] = {"provider_id": lee, "account_id": valley, "is_primary": 1}
    add_affiliations(work, [place])
    add_licences(work, [{"provider_id": lee, "region": "OH", "number": "35.1"}])
    (at,) = queries.affiliations(work.db, lee)
    assert (at.account, at.is_primary, at.department, at.room) == ("Valley", True, "", None)
    assert [(one.region, one.number) for one in queries.licences(work.db, lee)] == [("OH", "35.1")]


def test_nothing_at_once(work: Work) -> None:
    """No rows are no fault."""
    assert add_providers(work, []) == []
    add_affiliations(work, [])
    add_licences(work, [])
