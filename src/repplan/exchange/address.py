"""A practice address as a register gives it: the street, and where in the house to go.

Two providers work at one account when street, postcode and country agree; suite, floor and
building are each provider's own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from repplan.accounts.address import address_key
from repplan.exchange.casing import place_case, town_case
from repplan.records import dataclass, field

_KEPT = 8192
"""Addresses kept in memory: many providers of one town share theirs."""


@dataclass(frozen=True)
class Address:
    """One address; what it doesn't say is empty. ``key`` is empty without a street or postcode.

    ``inside`` holds what is each provider's own: department, building, floor, room.
    """

    street: str
    city: str
    region: str
    postcode: str
    country: str
    key: str
    inside: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The account's name: street and town."""
        return ", ".join(part for part in (self.street, self.city) if part)


@lru_cache(maxsize=_KEPT)
def read_address(
    lines: tuple[str, str], *, city: str, region: str, postcode: str, country: str
) -> Address:
    """Return a register's address, taken apart and in the case people use.

    >>> one = read_address(("1200 OAK ST", "SUITE 3"), city="KETTERING", region="OH",
    ...                    postcode="454291234", country="US")
    >>> one.name, one.postcode, one.inside
    ('1200 Oak St, Kettering', '45429', {'room': 'suite 3'})
    """
    street, behind = _parted(*(" ".join(line.split()) for line in lines))
    street = place_case(street)
    country = country.strip().upper()
    postcode = postcode.strip()
    if country in {"", "US"}:
        postcode = postcode[:5]
    return Address(
        street,
        town_case(city),
        region.strip(),
        postcode,
        country,
        address_key(street, postcode, country),
        _inside(behind) if behind else {},
    )


# --- where in the house ---------------------------------------------------------------------------

_NUMBER = r"[A-Z]?\d[\w/]*(?:-\w+)*|[A-Z]{1,2}-?\d[\w-]*|[A-Z](?!\w)"
_FLOORS = "FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|GROUND|MAIN|LOWER"
_STREETS = "ST|STREET|AVE|AVENUE|RD|ROAD|DR|DRIVE|BLVD|LN|CT|PL|WAY|SQ|PKWY|HWY|CIR|TER"
_BOX = r"P\.?\s?O\.?\s+BOX\s+\w+"
_KINDS = {"ste": "suite", "rm": "room", "ofc": "office", "apartment": "apt"}

_ROOM = r"\b(?P<kind>STE|SUITE|UNIT|APT|APARTMENT|RM|ROOM|OFC|OFFICE)\b\.?\s*(?:NO\.?\s+|#\s*)?"
_FLOOR = rf"\b(?P<floor>(?:\d+(?:ST|ND|RD|TH)|{_FLOORS})\s+FL(?:OO)?R?|FL(?:OO)?R?\s+\d+)\b"
_PARTS = (
    rf"{_ROOM}(?P<room>{_NUMBER})",
    r"#\s*(?P<room>[\w-]+)",
    _FLOOR,
    r"\b(?:BLDG|BUILDING)\b\.?\s*#?\s*(?P<building>\d[\w-]*|[A-Z](?!\w))",
    r"\bDEP(?:T|ARTMENT)\b\.?\s+OF\s+(?P<department>[^,]+)",
    r"(?:^|,)\s*(?P<department>[A-Z &]+?)\s+DEP(?:T|ARTMENT)\b",
)
"""What stands inside a house; the groups are columns of an affiliation, but ``kind``."""

_BEHIND = "(?!^)(?:" + "|".join(re.sub(r"\?P<\w+>", "", part) for part in _PARTS) + ")"
_DEPARTMENT = rf"\b(?:{_STREETS})\b(?=\s[A-Z &]+\sDEP(?:T|ARTMENT)$)"


_HINTS = ("STE", "SUI", "UNI", "APT", "APA", "RM", "ROO", "OF", "#", "FL", "BLD", "BUI", "DEP")
"""How the words begin that ``_PARTS`` look for."""


def _parted(first: str, second: str) -> tuple[str, str]:
    """Return the street, and what stands behind it and on the other line."""
    if second and (not first or (_is_house(second) and not _is_house(first))):
        first, second = second, first
    at = len(first)
    said = first.upper()
    # A register has millions of lines, and most end with their street.
    if len(said) == at and any(hint in said for hint in _HINTS):
        if "DEP" in said and (match := _shouted(_DEPARTMENT).search(said)):
            at = match.end()
        elif match := _shouted(_BEHIND).search(said):
            at = match.start()
    behind = (first[at:].strip(), second)
    return first[:at].rstrip(" ,-"), ", ".join(part for part in behind if part)


def _is_house(line: str) -> bool:
    """Whether a line begins with a house number: a box, a floor, a building's name do not."""
    return line[:1].isdigit() and not _search(f"^{_FLOOR}", line)


def _inside(text: str) -> dict[str, str]:
    """Return room, floor, department and building; words that are none of them name a building."""
    inside: dict[str, str] = {}
    for pattern in _PARTS:
        if match := _search(pattern, text):
            text = f"{text[: match.start()]},{text[match.end() :]}"
            said = match.groupdict()
            kind = (said.pop("kind", None) or "").lower()
            for column, words in said.items():
                inside.setdefault(column, _shown(column, words, _KINDS.get(kind, kind)))
    rest = (part.strip(" -.") for part in _pattern(_BOX).sub("", text).split(","))
    named = [inside.get("building", ""), *(place_case(part) for part in rest)]
    if building := ", ".join(part for part in named if part):
        inside["building"] = building
    return inside


def _shown(column: str, words: str, kind: str) -> str:
    """Return a part as it is shown: suite 2B, #6, second floor, building B, Anesthesiology."""
    match column:
        case "room":
            return f"{kind} {words}" if kind else f"#{words}"
        case "floor":
            return _pattern(r"\bfl(r|oor)?\b").sub("floor", words.lower())
        case "building":
            return f"building {words}"
        case _:
            return place_case(words.strip())


def _search(pattern: str, text: str) -> re.Match[str] | None:
    return _pattern(pattern).search(text)


@cache
def _shouted(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
