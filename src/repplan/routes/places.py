"""Where accounts lie: by their own coordinates, else their postcode's, else their city's.

    locate(account, near=None, is_checked=True, ask=known_of) -> Found(place, doubt)
    locate_all(accounts, near=None, is_checked=True, ask=known_of) -> Located(places by account id, doubts)
    known_of(account) -> Known(basis, point, among): what the packages' data say of its address
    locate_home(text) -> Found; the same for a hotel
    Place(name, latitude, longitude, basis)

Coordinates that can't be meant (swapped, 0,0, a sign lost) are named and not used. To tell,
they are compared with the account's postcode or city; ``is_checked=False`` saves that, and the time
to load them, but for coordinates that are odd at first sight. ``ask`` answers in the place of
``known_of`` where it was asked before (``routes.kept_places``).
"""

from __future__ import annotations

import math
import re
from gettext import gettext as _
from typing import TYPE_CHECKING, Protocol

from repplan.errors import N_
from repplan.records import dataclass
from repplan.routes.distance import crow_km
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from repplan.routes.gazetteer import City, Point

    Asking = Callable[["Addressed"], "Known"]

OWN, POSTCODE, CITY = "own", "postcode", "city"
"""What a place rests on."""

ZERO, SWAPPED, MIRRORED, OUTSIDE, FAR = "zero", "swapped", "mirrored", "outside", "far"

DOUBTS: Mapping[str, str] = {
    ZERO: N_("{who}: its coordinates are 0,0, in the sea off Africa; they aren't used."),
    SWAPPED: N_("{who}: its latitude and longitude look swapped; they aren't used."),
    MIRRORED: N_("{who}: a sign of its coordinates is wrong (minus: west, south); they aren't used."),
    OUTSIDE: N_("{who}: its coordinates lie nowhere on earth; they aren't used."),
    FAR: N_("{who}: its coordinates lie {km} km from its address; they are used all the same."),
}  # fmt: skip
"""What may be wrong with coordinates → how it is told."""

FAR_KM = 100.0
"""Farther from its own postcode or city nobody's door is."""

NEAR_KM = 60.0
"""So near must lie what was meant instead."""

ONE_CITY_KM = 20.0
"""Namesakes no farther apart are a city and its parts: the largest is meant."""

REGION_KM = 300.0
"""Of namesakes that nothing else tells apart, the only one so near to home is meant."""

FARTHEST_NORTH = 75.0
"""Degrees; beyond, to the south as well, are no hospitals but there are swapped longitudes."""

_ZERO = 0.001
_COORDINATES = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d*)?)\s*[\s,;，；]\s*([+-]?\d{1,3}(?:\.\d*)?)\s*")
_ZIP = re.compile(r"(\d{5})(?:[- ]?\d{4})?")
_SHORT_ZIP = re.compile(r"\d{4}")
_ZIP_BEHIND = re.compile(r"(?:^|\s)(\d{5}(?:-\d{4})?)$")
_CODE_BEFORE = re.compile(r"^\d{4,6}\s+")
_CHINESE = re.compile(
    r"(?:中国)?(?:([\u4e00-\u9fff]{2,7}?)(?:省|自治区))?([\u4e00-\u9fff]{2,8}?)市"
)


class Addressed(Protocol):
    """What has an address: an account, or a text taken apart. None and empty: not known."""

    @property
    def id(self) -> str:
        """Its identity."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""

    @property
    def city(self) -> str | None:
        """Its town."""

    @property
    def region(self) -> str | None:
        """Its state or province."""

    @property
    def postcode(self) -> str | None:
        """Its postcode."""

    @property
    def country(self) -> str | None:
        """Its country."""


@dataclass(frozen=True)
class Place:
    """Where something lies, in degrees, and what that rests on: OWN, POSTCODE or CITY."""

    name: str
    latitude: float
    longitude: float
    basis: str

    @property
    def point(self) -> Point:
        """Latitude and longitude."""
        return self.latitude, self.longitude


@dataclass(frozen=True)
class Known:
    """What the packages' data say of an address, whoever asks: where it is, or among which points.

    Nothing of ``among`` is sure: home says which is meant.
    """

    basis: str = ""
    point: Point | None = None
    among: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """What is odd about somebody's coordinates; ``kind`` is one of DOUBTS. Units: km."""

    kind: str
    who: str
    km: int = 0

    @property
    def text(self) -> str:
        """The sentence that tells it."""
        return _(DOUBTS[self.kind]).format(who=self.who, km=f"{self.km:,}")


@dataclass(frozen=True)
class Found:
    """Where one lies; None: nobody knows. ``doubt`` is what its own coordinates gave reason for."""

    place: Place | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Located:
    """Account id → place; an account that nobody can locate isn't in it."""

    places: Mapping[str, Place]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class _Text:
    """A place that somebody wrote down as one text."""

    name: str
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    id: str = ""


def known_of(account: Addressed) -> Known:
    """Return where the postcode lies, else the city; a postcode's or a town's data take 0.4 s to load."""
    from repplan.routes import gazetteer

    city = account.city or ""
    country = gazetteer.country_code(account.country or "")
    if account.country and not country:
        return Known()
    country, region = gazetteer.region_of(account.region or "", country)
    if point := _of_postcode(account.postcode or "", city, country, region):
        return Known(POSTCODE, point)
    if not city.strip():
        return Known()
    if country == gazetteer.US and region and (point := gazetteer.us_town(city, region)):
        return Known(CITY, point)
    return _one_of(gazetteer.cities_called(city, country), region)


def locate_all(
    accounts: Iterable[Addressed],
    *,
    near: Place | None = None,
    is_checked: bool = True,
    ask: Asking = known_of,
) -> Located:
    """Return where accounts lie, and what is odd about their coordinates. As ``locate``."""
    places: dict[str, Place] = {}
    doubts: list[Doubt] = []
    for account in accounts:
        found = locate(account, near=near, is_checked=is_checked, ask=ask)
        if found.place:
            places[account.id] = found.place
        if found.doubt:
            doubts.append(found.doubt)
    return Located(places, tuple(doubts))


def locate(
    account: Addressed,
    *,
    near: Place | None = None,
    is_checked: bool = True,
    ask: Asking = known_of,
) -> Found:
    """Return where an account lies: its own coordinates, else what its address says.

    ``near`` (home) tells namesakes apart that neither country nor region does.
    """
    if account.latitude is None or account.longitude is None:
        return Found(_by_address(account, near, ask))
    point = account.latitude, account.longitude
    doubt = _at_sight(account.name, point)
    is_odd = abs(account.latitude) > FARTHEST_NORTH
    if doubt is None and (is_checked or is_odd):
        address = _by_address(account, near, ask)
        doubt = _compared(account.name, point, address) if address else None
        if is_odd and (address is None or doubt):
            doubt = Doubt(SWAPPED, account.name)
    if doubt and doubt.kind != FAR:
        return Found(_by_address(account, near, ask), doubt)
    return Found(Place(account.name, *point, OWN), doubt)


def locate_home(text: str) -> Found:
    """Return where a text says that a day starts or ends: coordinates, or an address.

    An address is read for its postcode, state and city: the street doesn't count. An account's name
    isn't known here (``routes.ends``).
    """
    text = " ".join(text.split())
    if match := _COORDINATES.fullmatch(text):
        return locate(_Text(text, latitude=float(match[1]), longitude=float(match[2])))
    return Found(
        next(filter(None, (_by_address(one, None, known_of) for one in _readings(text))), None)
    )


def _at_sight(who: str, point: Point) -> Doubt | None:
    """Return what is wrong with coordinates whatever the address; None: nothing."""
    latitude, longitude = point
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return Doubt(OUTSIDE, who)
    if abs(latitude) < _ZERO and abs(longitude) < _ZERO:
        return Doubt(ZERO, who)
    if abs(latitude) > 90 and abs(latitude) <= 180 and abs(longitude) <= 90:
        return Doubt(SWAPPED, who)
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Doubt(OUTSIDE, who)
    return None


def _compared(who: str, point: Point, address: Place) -> Doubt | None:
    """Return what the address says against coordinates that lie far from it."""
    km = crow_km(point, address.point)
    if km <= FAR_KM:
        return None
    latitude, longitude = point
    meant = (
        (SWAPPED, (longitude, latitude)),
        (MIRRORED, (latitude, -longitude)),
        (MIRRORED, (-latitude, longitude)),
        (MIRRORED, (-latitude, -longitude)),
        (SWAPPED, (longitude, -latitude)),
        (SWAPPED, (-longitude, latitude)),
    )
    for kind, other in meant:
        if abs(other[0]) <= 90 and crow_km(other, address.point) <= NEAR_KM:
            return Doubt(kind, who, round(km))
    return Doubt(FAR, who, round(km))


def _by_address(account: Addressed, near: Place | None, ask: Asking) -> Place | None:
    """Return where the postcode lies, else the city; None: neither is known, or they are unclear."""
    if not ((account.city or "").strip() or (account.postcode or "").strip()):
        return None
    known = ask(account)
    point = known.point or _nearest(known.among, near)
    return Place(account.name, *point, known.basis) if point else None


def _of_postcode(postcode: str, city: str, country: str, region: str) -> Point | None:
    """Return where a US postcode lies, where nothing speaks against its being one.

    Registers leave the country out, and other countries have five digits too: then the state or the
    town must be the postcode's. A spreadsheet drops the nought that New England's begin with.
    """
    from repplan.routes import gazetteer

    said = postcode.strip()
    if country == gazetteer.US and _SHORT_ZIP.fullmatch(said):
        said = said.zfill(5)
    match = _ZIP.fullmatch(said)
    if not match or country not in {"", gazetteer.US}:
        return None
    found = gazetteer.zip_of(match[1])
    if found is None or (region and found.state != region):
        return None
    is_other_town = bool(city.strip()) and fold(city) not in found.towns
    return None if not country and is_other_town else found.point


def _one_of(cities: Sequence[City], region: str) -> Known:
    """Return the one city that is meant, else those that may be.

    What is known by its sound alone must lie where the region or home says.
    """
    if region:
        cities = [city for city in cities if city.region == region]
    if not cities:
        return Known()
    largest = max(cities, key=lambda city: (city.people, city.point))
    is_sure = bool(region) or not largest.is_by_sound
    if is_sure and all(crow_km(city.point, largest.point) <= ONE_CITY_KM for city in cities):
        return Known(CITY, largest.point)
    return Known(CITY, among=tuple(city.point for city in cities))


def _nearest(points: Sequence[Point], near: Place | None) -> Point | None:
    """Return the only one of these points that isn't far from home."""
    if near is None:
        return None
    close = [point for point in points if crow_km(point, near.point) <= REGION_KM]
    return close[0] if len(close) == 1 else None


def _readings(text: str) -> Iterable[_Text]:
    """Yield what a text may say of a city, its region, postcode and country, the surest first."""
    from repplan.routes import gazetteer

    if chinese := _CHINESE.match(text):
        yield _Text(text, city=chinese[2], region=chinese[1] or "", country="CN")
    parts = [part.strip() for part in re.split(r"[,;，；]", text) if part.strip()]
    country = ""
    if len(parts) > 1 and (country := gazetteer.country_code(parts[-1])):
        # CA is California and Canada, DE Delaware and Germany: behind a town it is the state.
        is_state = len(parts[-1]) == 2 and gazetteer.region_of(parts[-1], gazetteer.US)[1]
        country, parts = ("", parts) if is_state else (country, parts[:-1])
    for index in range(len(parts), 0, -1):
        yield from _readings_of(text, parts[:index], country)


def _readings_of(text: str, parts: Sequence[str], country: str) -> Iterable[_Text]:
    """Yield the readings of an address that ends in these parts: ``Cleveland, OH 44106``."""
    from repplan.routes import gazetteer

    last, postcode = parts[-1], ""
    if match := _ZIP_BEHIND.search(last):
        postcode, last = match[1], last[: match.start()].strip()
    last = _CODE_BEFORE.sub("", last)
    *words, behind = last.split() or [""]
    told = [(" ".join(words), behind)] if words else []
    if len(parts) > 1:
        told.insert(0, (parts[-2], last))
    for city, region in told:
        if not region or gazetteer.region_of(region, country)[1]:
            yield _Text(text, city=city, region=region, postcode=postcode, country=country)
    yield _Text(text, city=last, postcode=postcode, country=country)
