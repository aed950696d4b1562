"""Lay out some days: everybody's spot, where each day begins and ends, its hours, the ways between."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.phrases import listed
from repplan.records import dataclass, field, replace
from repplan.routes import queries
from repplan.routes.building import UNPLACED_MIN, ground_of, spot_for
from repplan.routes.days import Days
from repplan.routes.distance import crow_km
from repplan.routes.ends import ends_of, within_reach
from repplan.routes.gathering import gather
from repplan.routes.places import Place, known_of, locate_all
from repplan.routes.travel import legs_between, travel_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from repplan.config import Settings
    from repplan.due.today import Today
    from repplan.routes.building import Frame, Ground
    from repplan.routes.ends import End
    from repplan.routes.everybody import Wanted
    from repplan.routes.gathering import Gathered
    from repplan.routes.model import Prospect
    from repplan.routes.places import Addressed, Known, Located
    from repplan.routes.travel import Legs, Spot, Travel

    Asking = Callable[[Sequence[Spot]], tuple[Legs, tuple[str, ...]]]
    """Travel between spots from better sources than the estimate, and remarks on them."""

    Knowing = Callable[[Addressed], Known]

_NAMED = 3
"""Of the places that nobody can locate, so many are named."""


@dataclass(frozen=True)
class Options:
    """How a plan is made, where that isn't as the settings say.

    ``begins`` and ``ends`` are texts of places; empty: home. ``nights`` is day → where the night
    after it is spent: that day ends there, and the next begins there. ``free_from`` is the minute
    of today from which there is time; None: now. ``effort`` 0 is the quickest. ``asking`` are better
    travel times than the estimate, ``knowing`` says where addresses lie.
    """

    most: int | None = None
    slack: float | None = None
    begins: str = ""
    ends: str = ""
    nights: Mapping[date, str] = field(default_factory=dict)
    free_from: int | None = None
    effort: int = 1
    seed: int = 1
    asking: Asking | None = None
    knowing: Knowing = known_of


@dataclass(frozen=True)
class Layout:
    """Some days laid out: who, where, when, and the ways; ``remarks`` are what to know of them."""

    people: Gathered
    prospects: tuple[Prospect, ...]
    frames: tuple[Frame, ...]
    ground: Ground
    travel: Travel
    remarks: tuple[str, ...]


def lay_out(db: sqlite3.Connection, day: Today, wanted: Wanted, options: Options) -> Layout:
    """Return some days laid out. Raises: NoSuchPlace, SeveralMatch, PlannedAlready."""
    settings = day.settings
    people = gather(db, day, wanted, home=settings.text("home"))
    remarks: list[str] = []
    if people.gone:
        text = _("Not logged yet: {names}. They are left as they are: repplan log")
        remarks.append(text.format(names=listed(people.gone)))
    ends = ends_of(
        db,
        wanted.days,
        settings=settings,
        begins=options.begins,
        ends=options.ends,
        nights=options.nights,
        start_at="" if options.begins else people.here,
        knowing=options.knowing,
    )
    remarks += _unknown(ends, is_under_way=bool(people.here) and not options.begins)
    # In the middle of a day nobody waits for coordinates to be compared with addresses.
    is_checked = options.effort > 0
    home_at = next((one.spot for pair in ends for one in pair if one.spot), None)
    near = Place("", home_at.latitude, home_at.longitude, home_at.basis) if home_at else None
    located = locate_all(
        people.accounts.values(), near=near, is_checked=is_checked, ask=options.knowing
    )
    remarks += [doubt.text for doubt in located.doubts]
    most = settings.number("due.new") * len(ends)
    prospects, spots = _placed(db, people, located, near, remarks, most=most)
    travel = travel_of(settings)

    def legs(kept: Sequence[Spot]) -> Legs:
        if options.asking is None:
            return legs_between(kept, travel)
        found, more = options.asking(kept)
        remarks.extend(more)
        return found

    ground = ground_of(prospects, spots, [(a.spot, b.spot) for a, b in ends], travel, legs)
    ground, ends, far = within_reach(ground, ends)
    days = Days(
        db, day, wanted, people, free_from=options.free_from, slack=slack_of(settings, options)
    )
    frames = tuple(days.frame(index, prospects, ground, each) for index, each in enumerate(ends))
    return Layout(people, prospects, frames, ground, travel, (*remarks, *far, *days.remarks))


def _unknown(ends: Sequence[tuple[End, End]], *, is_under_way: bool) -> list[str]:
    """What to say of ways that aren't counted, as nobody knows where a day begins or ends.

    ``is_under_way``: the first day begins at the account where one is by now.
    """
    said = []
    starts = [start for start, _end in ends]
    if is_under_way:
        here = starts.pop(0)
        if here.spot is None:
            text = _(
                "Where is {name}? The way from there isn't counted. "
                "Say it: account edit ACCOUNT --postcode"
            )
            said.append(text.format(name=here.name))
    if any(one.spot is None for one in starts):
        said.append(
            _("Where your day starts isn't known, so the way there isn't counted: config set home")
        )
    elif any(end.spot is None for _start, end in ends):
        said.append(
            _("Where your day ends isn't known, so the way back isn't counted: config set home")
        )
    return said


def slack_of(settings: Settings, options: Options) -> float:
    """Return the share of each way and visit that is kept free."""
    return settings.number("route.slack") / 100 if options.slack is None else options.slack


def _placed(
    db: sqlite3.Connection,
    people: Gathered,
    located: Located,
    home: Place | None,
    remarks: list[str],
    *,
    most: int,
) -> tuple[tuple[Prospect, ...], dict[str, Spot]]:
    """Everybody with the spot where they are; of those never met ``most``: worth most, then nearest."""
    keys = queries.address_keys(db, people.accounts)
    spots: dict[str, Spot] = {}
    found: list[Prospect] = []
    for one in people.prospects:
        account = people.accounts.get(one.door.account_id)
        place = located.places.get(one.door.account_id)
        if account and place:
            spots[one.key] = spot_for(one.door, account, place, keys.get(account.id, ""))
            found.append(one)
        else:
            found.append(replace(one, is_unplaced=True))
    near = [spots[one.key] for one in found if one.key in spots and not _is_new(one)]
    points = [(spot.latitude, spot.longitude) for spot in near] + ([home.point] if home else [])
    new = [one for one in found if _is_new(one) and not one.is_must]
    new.sort(
        key=lambda one: (
            one.is_unplaced,
            -one.score,
            _nearest_km(spots.get(one.key), points),
            one.key,
        )
    )
    dropped = {one.key for one in new[most:]}
    kept = tuple(one for one in found if one.key not in dropped)
    remarks += _lost(kept, people)
    return kept, spots


def _lost(prospects: Sequence[Prospect], people: Gathered) -> list[str]:
    """What to say of those whom nobody can locate."""
    lost = (one for one in prospects if one.is_unplaced)
    there = ((people.accounts.get(one.door.account_id), one) for one in lost)
    names = list(dict.fromkeys(account.name if account else one.name for account, one in there))
    if not names:
        return []
    more = f" +{len(names) - _NAMED}" if len(names) > _NAMED else ""
    text = _(
        "Where is it? {names}: planned last, at {n} minutes. Say it: account edit ACCOUNT --postcode"
    )
    return [text.format(names=listed(names[:_NAMED]) + more, n=UNPLACED_MIN)]


def _is_new(one: Prospect) -> bool:
    return any(item.kind == "new" for item in one.items)


def _nearest_km(spot: Spot | None, points: Sequence[tuple[float, float]]) -> float:
    if spot is None or not points:
        return 0.0
    return min(crow_km((spot.latitude, spot.longitude), point) for point in points)
