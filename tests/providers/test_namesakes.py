"""Shared short names: an initial tells two people apart, and nobody else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.providers.actions import add_provider
from repplan.providers.namesakes import names_apart

if TYPE_CHECKING:
    from tests.conftest import Writing


def _apart(writing: Writing, *names: str) -> dict[str, str]:
    with writing("provider add") as work:
        people = [add_provider(work, {"name": name}) for name in names]
        named = {one.id: (one.short_name, one.given_name) for one in people}
        found = names_apart(work.db, named)
        return {one.name: found[one.id] for one in people if one.id in found}


def test_two_of_one_name_get_their_initials(writing: Writing) -> None:
    """Webb and Webb become Webb M and Webb S; Cho stays Cho."""
    assert _apart(writing, "Marcus Webb", "Sarah Webb", "Daniel Cho") == {
        "Marcus Webb": "Webb M",
        "Sarah Webb": "Webb S",
    }


def test_a_shared_initial_needs_the_whole_name(writing: Writing) -> None:
    """Marcus and Maria Webb are told apart by their given names."""
    assert _apart(writing, "Marcus Webb", "Maria Webb") == {
        "Marcus Webb": "Webb Marcus",
        "Maria Webb": "Webb Maria",
    }


def test_chinese_namesakes_have_no_initial(writing: Writing) -> None:
    """A name in one piece stays as it is, also where two have it."""
    assert _apart(writing, "王伟", "王伟强") == {}


def test_whoever_left_or_isnt_on_the_screen(writing: Writing) -> None:
    """Somebody who left shares no name; somebody who isn't on the screen does."""
    with writing("provider add") as work:
        webb, other, left = (
            add_provider(work, {"name": name}) for name in ("Sarah Webb", "Marcus Webb", "Ann Webb")
        )
        work.db.execute("UPDATE provider SET state = 'left' WHERE id = ?", (left.id,))
        named = {webb.id: (webb.short_name, webb.given_name)}
        assert names_apart(work.db, named) == {webb.id: "Webb S"}
        work.db.execute("UPDATE provider SET state = 'left' WHERE id = ?", (other.id,))
        assert names_apart(work.db, named) == {}


def test_a_native_name_with_a_latin_given_one(writing: Writing) -> None:
    """Where the native name says nothing of the given one, its initial is put behind it."""
    with writing("provider add") as work:
        people = [
            add_provider(
                work, {"name": f"王伟 {given}", "native_name": "王伟", "given_name": given}
            )
            for given in ("Wei", "Walter")
        ]
        named = {one.id: (one.short_name, one.given_name) for one in people}
        assert sorted(names_apart(work.db, named).values()) == ["王伟 Walter", "王伟 Wei"]
