"""Where the days begin and end: home, a hotel, or where one is already."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import queries as accounts
from repplan.errors import N_, NotFound
from repplan.records import dataclass, replace
from repplan.routes.building import spot_for
from repplan.routes.model import Door
from repplan.routes.places import Place, locate_all, locate_home
from repplan.routes.queries import address_keys
from repplan.routes.travel import HOME, Spot
from repplan.routes.words import long_words
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.routes.building import Ground

FARTHEST_MIN = 240
"""A day doesn't begin farther from everybody than this: home is written down wrongly, or one is away."""


@dataclass(eq=False)
class NoSuchPlace(NotFound):
    """Nobody can locate where a day should begin or end."""

    slug: ClassVar[str] = "no-such-place"
    message: ClassVar[str] = N_("Nobody knows where “{said}” is.")
    hint: ClassVar[str] = N_("Give an account, “town, state postcode”, or 41.50,-81.69.")


@dataclass(frozen=True)
class End:
    """Where a day begins or ends. ``spot`` None: nobody said where, and no way is counted."""

    name: str = ""
    spot: Spot | None = None


def ends_of(
    db: sqlite3.Connection,
    days: Sequence[date],
    *,
    home: str,
    home_point: str,
    begins: str,
    ends: str,
    nights: Mapping[date, str],
    start_at: str,
) -> list[tuple[End, End]]:
    """Return both ends of each day.

    ``home``, ``begins``, ``ends`` are texts of places, empty: not said; ``home_point`` is where home is,
    as ``point_of`` found it; ``nights`` is day → where the
    night after it is spent; ``start_at`` the id of the account where the first day begins.
    Raises: NoSuchPlace.
    """
    known: dict[str, End] = {}

    def end(text: str) -> End:
        if text and text not in known:
            is_home = text == home
            found = _home_at(home, home_point) if is_home else None
            known[text] = found or _end_of(db, text, is_home=is_home)
        return known.get(text, End())

    for text in nights.values():
        end(text)
    found = []
    slept = ""
    for day in days:
        first = slept or begins or home
        slept = nights.get(day, "")
        found.append((end(first), end(slept or ends or home)))
    if start_at and found:
        found[0] = (_at_account(db, accounts.account(db, start_at)), found[0][1])
    return found


def point_of(text: str) -> str:
    """Return where an address is, for keeping: latitude, longitude, basis; empty: nobody knows.

    Finding it loads every postcode there is: that is paid once, when home is written down.
    """
    place = locate_home(text).place if text else None
    return f"{place.latitude:.5f},{place.longitude:.5f},{place.basis}" if place else ""


def _home_at(home: str, point: str) -> End | None:
    if not point:
        return None
    latitude, longitude, basis = point.split(",")
    return End(home, Spot(float(latitude), float(longitude), HOME, basis=basis))


def within_reach(
    ground: Ground, ends: Sequence[tuple[End, End]]
) -> tuple[Ground, list[tuple[End, End]], list[str]]:
    """Return the ground and the ends without those that are hours away from everybody.

    No day could begin there; the third part says so.
    """
    there = sorted({spot for spot in ground.spot_of.values() if spot < ground.nowhere})
    kept = list(ground.ends)
    told = list(ends)
    far: dict[str, int] = {}
    for index, (start, _end) in enumerate(ground.ends):
        way = min((ground.minutes[start][spot] for spot in there), default=0)
        if way > FARTHEST_MIN:
            far.setdefault(ends[index][0].name, way)
            kept[index] = (ground.free, ground.free)
            told[index] = (End(), End())
    text = _("{place} is {time} from everybody: the way isn't counted. Is it the right place?")
    remarks = [text.format(place=name, time=long_words(way)) for name, way in far.items()]
    return replace(ground, ends=tuple(kept)), told, remarks


def _end_of(db: sqlite3.Connection, text: str, *, is_home: bool) -> End:
    there = [
        one
        for one in accounts.called(db, text)
        if text in {one.ref, one.id} or fold(one.name) == fold(text)
    ]
    if len(there) == 1:
        return _at_account(db, there[0])
    place = locate_home(text).place
    if place is None and is_home:
        # What a plan can do without doesn't stop it: the screen says that no way was counted.
        return End(text)
    if place is None:
        raise NoSuchPlace(text)
    # A hotel isn't home: the rep's own table of minutes may know the one and not the other.
    named = HOME if is_home else f"place:{text}"
    return End(text, Spot(place.latitude, place.longitude, named, basis=place.basis))


def _at_account(db: sqlite3.Connection, account: Account) -> End:
    """At an account: who works in the same house is no way off."""
    place: Place | None = locate_all([account]).places.get(account.id)
    if place is None:
        return End(account.name)
    key = address_keys(db, [account.id]).get(account.id, "")
    return End(account.name, spot_for(Door(account.id, account.name), account, place, key))
