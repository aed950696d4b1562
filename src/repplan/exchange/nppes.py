"""The United States' register of providers: its columns by name, its rows as drafts.

Source: the NPPES data dissemination file of the Centers for Medicare & Medicaid Services, its
read-me of version 2 (two address lines, 15 taxonomy codes with licences). Names are upper case,
days are month/day/year, phones are digits.
"""

from __future__ import annotations

import json
from collections import Counter
from enum import Enum
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadFile
from repplan.exchange.address import read_address
from repplan.exchange.casing import credential_case, person_case
from repplan.exchange.model import Cells, Draft
from repplan.exchange.taxonomy import role_of, role_of_title, specialties_of
from repplan.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.exchange.picks import Picks
    from repplan.exchange.sheet import Sheet

MEMBER = "npidata_pfile"
"""How the table's name begins inside the public zip archive."""

_COLUMNS = {
    "npi": "NPI",
    "entity": "Entity Type Code",
    "family": "Provider Last Name (Legal Name)",
    "given": "Provider First Name",
    "city": "Provider Business Practice Location Address City Name",
    "region": "Provider Business Practice Location Address State Name",
    "postcode": "Provider Business Practice Location Address Postal Code",
    "street": "Provider First Line Business Practice Location Address",
}
"""What no NPI file lacks."""

_MAY_LACK = {
    "middle": "Provider Middle Name",
    "prefix": "Provider Name Prefix Text",
    "suffix": "Provider Name Suffix Text",
    "credential": "Provider Credential Text",
    "other_family": "Provider Other Last Name",
    "other_given": "Provider Other First Name",
    "second": "Provider Second Line Business Practice Location Address",
    "country": "Provider Business Practice Location Address Country Code (If outside U.S.)",
    "phone": "Provider Business Practice Location Address Telephone Number",
    "gone": "NPI Deactivation Date",
    "back": "NPI Reactivation Date",
}
_MOST_CODES = 15
_MOST_TRADES = 5000
"""Combinations of codes whose meaning is kept: most rows have one that came before."""

_CODE = (
    "Healthcare Provider Taxonomy Code_{}",
    "Healthcare Provider Primary Taxonomy Switch_{}",
    "Provider License Number_{}",
    "Provider License Number State Code_{}",
)

_NOT_GIVEN = frozenset({"<UNAVAIL>", "N/A", "NONE"})
_PERSON, _ORGANISATION = "1", "2"


class Sort(Enum):
    """What a row is, before anything is made of it."""

    PICKED = "picked"
    LEFT_OUT = "left out"
    ORGANISATION = "organisation"
    DEACTIVATED = "deactivated"


class Register:
    """One NPI file's columns, and how its rows are sorted and read."""

    def __init__(self, sheet: Sheet, picks: Picks, names: Mapping[str, str]) -> None:
        """Find the columns. Raises: BadFile where one is missing that no NPI file lacks.

        ``left_out`` counts whom each option left out, the first that did.
        """
        self._picks = picks
        self._names = names
        self._trades: dict[tuple[str, ...], tuple[str, str]] = {}
        self._has_kept = False
        self._codes_met: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        places = {fold(name): position for position, name in enumerate(sheet.heading)}
        for name in _COLUMNS.values():
            if fold(name) not in places:
                problem = _("no column “{name}”: is this the NPI file?").format(name=name)
                raise BadFile(sheet.name, sheet.heading_line, 1, problem)
        # What the file lacks is read from an empty cell behind the last one.
        self._behind = len(sheet.heading)
        known = {**_COLUMNS, **_MAY_LACK}
        self._at = {key: places.get(fold(name), self._behind) for key, name in known.items()}
        self._codes = [
            tuple(places.get(fold(name.format(number)), self._behind) for name in _CODE)
            for number in range(1, _MOST_CODES + 1)
            if fold(_CODE[0].format(number)) in places
        ]

    def sort(self, cells: list[str]) -> Sort:
        """Return what a row is; ``cells`` gets an empty one, where missing columns are read."""
        cells.append("")
        at, picks = self._at, self._picks
        if cells[at["entity"]] == _ORGANISATION:
            return Sort.ORGANISATION
        if cells[at["gone"]] and not cells[at["back"]]:
            return Sort.DEACTIVATED
        if picks.states and cells[at["region"]] not in picks.states:
            return self._left_out_by("--state")
        if picks.postcodes and not cells[at["postcode"]].startswith(picks.postcodes):
            return self._left_out_by("--postcode")
        if picks.cities and fold(cells[at["city"]]) not in picks.cities:
            return self._left_out_by("--city")
        if picks.wants and not picks.wants(codes := [cells[code[0]] for code in self._codes]):
            # What there is instead is told only where nobody is kept.
            if not self._has_kept:
                self._codes_met.update(code for code in codes if code)
            return self._left_out_by("--taxonomy")
        self._has_kept = True
        return Sort.PICKED

    def _left_out_by(self, option: str) -> Sort:
        self.left_out[option] += 1
        return Sort.LEFT_OUT

    def specialties_met(self, most: int) -> tuple[str, ...]:
        """Return the most frequent specialties of those whom the taxonomy left out.

        Empty as soon as somebody was kept; a code that no list names stands for itself.
        """
        if self._has_kept:
            return ()
        codes = [code for code, _count in self._codes_met.most_common()]
        names = (self._names.get(code, code) or role_of([code]) for code in codes)
        return tuple(dict.fromkeys(names))[:most]

    def draft(self, line: int, cells: Sequence[str]) -> Draft:
        """Return a picked or deactivated row as a draft."""
        said = {key: _given(cell) if (cell := cells[at]) else "" for key, at in self._at.items()}
        npi = said["npi"]
        given = person_case(f"{said['given']} {said['middle']}")
        family = person_case(said["family"], is_family=True)
        name = " ".join(part for part in (given, family, _generation(said["suffix"])) if part)
        if said["gone"] and not said["back"]:
            refusal = _("the NPI was deactivated on {day}").format(day=_day(said["gone"]))
            return Draft(
                line, name or npi, {"npi": npi}, refusal=refusal, is_aside=not self._picks.is_all
            )
        refusal = _refusal(npi, said)
        if refusal:
            return Draft(line, name or npi, refusal=refusal)
        codes, licences = self._codes_of(cells)
        title = credential_case(said["credential"]) or _title(said["prefix"])
        role, specialties = self._trade(codes, title)
        account, inside = _place(said)
        provider: Cells = {
            "name": name,
            "given_name": given,
            "family_name": family,
            "title": title,
            # A role that no code tells is a guess for somebody new, and changes nobody known.
            "role": role if role != "other" else "",
            "specialties": specialties,
            "npi": npi,
            "phone": _phone(said["phone"]),
        }
        return Draft(
            line,
            name,
            {column: cell for column, cell in provider.items() if cell},
            account,
            inside,
            licences,
            {"state": "unverified", "role": role, "nicknames": _nicknames(said, name)},
            "",
            False,  # noqa: FBT003 - by position: this runs for each of millions of rows
        )

    def _trade(self, codes: tuple[str, ...], title: str) -> tuple[str, str]:
        """Return role and specialties (a list as JSON, or nothing) that these codes mean."""
        if not codes:
            return role_of_title(title), ""
        if codes not in self._trades:
            if len(self._trades) == _MOST_TRADES:
                self._trades.clear()
            names = specialties_of(codes, self._names)
            shown = json.dumps(names, ensure_ascii=False) if names else ""
            self._trades[codes] = (role_of(codes), shown)
        return self._trades[codes]

    def _codes_of(
        self, cells: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Return the taxonomy codes, the primary one first, and the licences."""
        codes: list[str] = []
        licences: dict[tuple[str, str], None] = {}
        for code_at, switch_at, number_at, region_at in self._codes:
            if code := cells[code_at].strip():
                codes.insert(0 if cells[switch_at] == "Y" else len(codes), code)
            if (cell := cells[number_at]) and (number := _licence(cell)):
                licences[cells[region_at].strip().upper(), number] = None
        return tuple(codes), tuple(licences)


def _given(cell: str) -> str:
    cell = (cell if cell.isascii() and cell.isprintable() else clean(cell)).strip()
    return "" if cell in _NOT_GIVEN else cell


def _refusal(npi: str, said: Mapping[str, str]) -> str:
    if not (len(npi) == 10 and npi.isascii() and npi.isdigit()):
        return _("“{npi}” is no NPI: ten digits").format(npi=npi)
    if said["entity"] != _PERSON:
        return _("neither a person (1) nor an organisation (2)")
    return "" if said["family"] else _("no last name")


def _place(said: Mapping[str, str]) -> tuple[Cells, Cells]:
    """Return the cells of the account and of the affiliation; both empty without a street."""
    address = read_address(
        (said["street"], said["second"]),
        city=said["city"],
        region=said["region"],
        postcode=said["postcode"],
        country=said["country"] or "US",
    )
    if not address.key:
        return {}, {}
    account: Cells = {
        "name": address.name,
        "street": address.street,
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country,
        "address_key": address.key,
    }
    return {column: cell for column, cell in account.items() if cell}, dict(address.inside)


def _nicknames(said: Mapping[str, str], name: str) -> str:
    """Return the other name they are registered under, as a list: who married is found by both."""
    other = (
        person_case(said["other_given"]),
        person_case(said["other_family"], is_family=True),
    )
    words = " ".join(part for part in other if part)
    return json.dumps([words], ensure_ascii=False) if words and words != name else "[]"


def _generation(suffix: str) -> str:
    plain = suffix.replace(".", "").upper()
    return plain.capitalize() if plain in {"JR", "SR"} else plain


def _title(prefix: str) -> str:
    return "Dr" if prefix.replace(".", "").upper() == "DR" else ""


def _phone(digits: str) -> str:
    if len(digits) == 10 and digits.isdigit():
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return digits


def _licence(cell: str) -> str:
    """Return a licence number without blanks; "PENDING", "NA" and "0000" are none."""
    number = "".join(clean(cell).upper().split())
    return number if any(char in "123456789" for char in number) else ""


def _day(said: str) -> str:
    """Return a day of the register, month/day/year, as ISO."""
    month, _slash, rest = said.partition("/")
    day, _slash, year = rest.partition("/")
    return f"{year}-{month}-{day}" if year else said
