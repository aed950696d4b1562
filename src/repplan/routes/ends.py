"""Where the days begin and end: home, a hotel, or where one is already."""

from __future__ import annotations

from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import queries as accounts
from repplan.errors import N_, NotFound, SeveralMatch
from repplan.records import dataclass, replace
from repplan.routes.building import spot_for
from repplan.routes.model import Door
from repplan.routes.places import known_of, locate, locate_home
from repplan.routes.queries import address_keys
from repplan.routes.travel import HOME, Spot
from repplan.routes.words import long_words
from repplan.store.refs import ids_by_ref, short_ref
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.config import Settings
    from repplan.routes.building import Ground
    from repplan.routes.places import Addressed, Known

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
    settings: Settings,
    begins: str,
    ends: str,
    nights: Mapping[date, str],
    start_at: str,
    knowing: Callable[[Addressed], Known] = known_of,
) -> list[tuple[End, End]]:
    """Return both ends of each day.

    ``begins`` and ``ends`` are texts of places, empty: home; where that is, ``point_of`` has found and
    the settings say. ``nights`` is day → where the night after it is spent: the day after it begins
    there. ``start_at`` is the id of the account where the first day begins; ``knowing`` says where
    accounts' addresses lie. Raises: NoSuchPlace; SeveralMatch, for several accounts called so. Home
    raises neither: it is a place that nobody knows.
    """
    home = settings.text("home")
    known: dict[str, End] = {}

    def end(text: str) -> End:
        if text and text not in known:
            is_home = text == home
            found = _home_at(home, settings.text("home.point")) if is_home else None
            known[text] = found or _end_of(db, text, knowing, is_home=is_home)
        return known.get(text, End())

    for text in nights.values():
        end(text)
    found = []
    for day in days:
        slept = nights.get(day - timedelta(1), "")
        found.append((end(slept or begins or home), end(nights.get(day, "") or ends or home)))
    if start_at and found:
        found[0] = (_at_account(db, accounts.account(db, start_at), knowing), found[0][1])
    return found


def point_of(text: str) -> str:
    """Return where an address is, for keeping: latitude, longitude, basis; empty: nobody knows.

    Finding it loads every postcode there is: that is paid once, when home is written down.
    """
    place = locate_home(text).place if text else None
    return f"{place.latitude:.5f},{place.longitude:.5f},{place.basis}" if place else ""


def home_id(db: sqlite3.Connection, settings: Settings) -> str:
    """Return the account id of home's spot: HOME, else the account's that home is."""
    home = settings.text("home")
    there = _called(db, home) if home and not settings.text("home.point") else []
    return there[0].id if len(there) == 1 else HOME


def _home_at(home: str, point: str) -> End | None:
    if not point:
        return None
    latitude, longitude, basis = point.split(",")
    return End(home, Spot(float(latitude), float(longitude), HOME, basis=basis))


def within_reach(
    ground: Ground, ends: Sequence[tuple[End, End]]
) -> tuple[Ground, list[tuple[End, End]], list[str]]:
    """Return the ground and the ends without those that are hours away from everybody.

    No day could begin or end there; the third part says so.
    """
    there = sorted({spot for spot in ground.spot_of.values() if spot < ground.nowhere})
    far: dict[int, int] = {}
    names: dict[int, str] = {}
    for both, named in zip(ground.ends, ends, strict=True):
        for spot, one in zip(both, named, strict=True):
            names[spot] = one.name
            way = min((ground.minutes[spot][other] for other in there), default=0)
            if way > FARTHEST_MIN:
                far[spot] = way
    kept = tuple(
        (ground.free if a in far else a, ground.free if b in far else b) for a, b in ground.ends
    )
    told = [
        (End() if a in far else start, End() if b in far else end)
        for (a, b), (start, end) in zip(ground.ends, ends, strict=True)
    ]
    text = _("{place} is {time} from everybody: the way isn't counted. Is it the right place?")
    remarks = [text.format(place=names[one], time=long_words(way)) for one, way in far.items()]
    return replace(ground, ends=kept), told, remarks


def _end_of(
    db: sqlite3.Connection, text: str, knowing: Callable[[Addressed], Known], *, is_home: bool
) -> End:
    there = _called(db, text)
    if len(there) == 1:
        found = _at_account(db, there[0], knowing)
        if found.spot is None and not is_home:
            raise NoSuchPlace(text)
        return found
    place = locate_home(text).place
    if place is None and is_home:
        # What a plan can do without doesn't stop it: the screen says that no way was counted.
        return End(text)
    if place is None and there:
        said = (
            (one.name, one.street, one.city, short_ref(db, "account", one.ref)) for one in there
        )
        matches = tuple("  ".join(filter(None, each)) for each in said)
        raise SeveralMatch(text, matches, len(matches))
    if place is None:
        raise NoSuchPlace(text)
    # A hotel isn't home: the rep's own table of minutes may know the one and not the other.
    named = HOME if is_home else f"place:{text}"
    return End(text, Spot(place.latitude, place.longitude, named, basis=place.basis))


def _called(db: sqlite3.Connection, text: str) -> list[Account]:
    """The accounts that a ref or its beginning means, else those called just so."""
    there = accounts.called(db, text)
    if ids_by_ref(db, "account", text):
        return there
    # Part of a name isn't enough: a town is part of many.
    return [one for one in there if fold(one.name) == fold(text)]


def _at_account(
    db: sqlite3.Connection, account: Account, knowing: Callable[[Addressed], Known]
) -> End:
    """At an account: who works in the same house is no way off."""
    place = locate(account, ask=knowing).place
    if place is None:
        return End(account.name)
    key = address_keys(db, [account.id]).get(account.id, "")
    return End(account.name, spot_for(Door(account.id, account.name), account, place, key))
