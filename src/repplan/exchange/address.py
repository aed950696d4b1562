"""A practice address as a register gives it: the street, and where in the house to go.

Two providers work at one account when street, postcode and country agree; suite, floor and
building are each provider's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from repplan.exchange.casing import place_case
from repplan.text import fold


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
        street=street,
        city=place_case(city),
        region=region.strip(),
        postcode=postcode,
        country=country,
        key=address_key(street, postcode, country),
        inside=_inside(behind) if behind else {},
    )


def address_key(street: str, postcode: str, country: str = "") -> str:
    """Return what two spellings of one address share; empty without street or postcode.

    A US postcode counts with its first five digits; no country is the United States, where
    registers leave it out.

    >>> address_key("1200 North Oak Street", "45429-1234", "US")
    '1200 n oak st|45429|us'
    """
    words = _pattern(r"[^\w]+").sub(" ", fold(street).replace("'", "")).split()
    code = fold(postcode).replace(" ", "")
    land = fold(country) or "us"
    if not words or not code:
        return ""
    if land == "us":
        code = code[:5]
    return " ".join(_SHORT.get(word, word) for word in words) + f"|{code}|{land}"


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


def _parted(first: str, second: str) -> tuple[str, str]:
    """Return the street, and what stands behind it and on the other line."""
    is_street = _search(rf"^(?:\d|{_BOX})", first) and not _search(f"^{_FLOOR}", first)
    if not first or (not is_street and second[:1].isdigit()):
        first, second = second, first
    at = len(first)
    if match := _search(_DEPARTMENT, first):
        at = match.end()
    elif match := _search(_BEHIND, first):
        at = match.start()
    behind = (first[at:].strip(), second)
    return first[:at].rstrip(" ,-"), ", ".join(part for part in behind if part)


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
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Source: USPS Publication 28, appendix C1 (street suffixes): words that practice addresses write
# both ways.
_SHORT = dict(
    pair.split("=")
    for pair in """
    street=st avenue=ave av=ave road=rd drive=dr boulevard=blvd lane=ln court=ct place=pl square=sq
    terrace=ter parkway=pkwy pky=pkwy highway=hwy circle=cir plaza=plz turnpike=tpke pike=pike
    expressway=expy freeway=fwy route=rte rt=rte trail=trl center=ctr centre=ctr extension=ext
    crossing=xing heights=hts junction=jct mount=mt mountain=mtn point=pt ridge=rdg saint=st
    fort=ft north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw
    first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th
    tenth=10th
    """.split()
)
