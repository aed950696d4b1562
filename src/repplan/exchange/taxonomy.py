"""Taxonomy codes: which role and which specialty a code of the public list means.

The shipped table names the codes that reps meet; the public list (NUCC's own table, or Medicare's
crosswalk) names the rest. A code that neither knows stays a code.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from repplan.errors import BadForm
from repplan.exchange.faults import BadWholeFile, OtherEncoding
from repplan.exchange.sheet import Limits, Sheet, open_sheet
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

_ROLES = (
    ("20", "physician"),
    ("363L", "nurse practitioner"),
    ("363A", "physician assistant"),
    ("163W", "nurse"),
    ("164", "nurse"),
    ("364S", "nurse"),
    ("3675", "nurse"),
    ("367A", "nurse"),
    ("1835", "pharmacist"),
)
"""The beginning of a code → the role. Source: the grouping of the code set, NUCC."""

_CREDENTIALS = {
    "physician": frozenset("MD DO MBBS MBChB".split()),
    "nurse practitioner": frozenset(
        "NP DNP APRN ARNP CNP CRNP FNP ANP AGNP AGACNP ACNP PMHNP PNP WHNP".split()
    ),
    "physician assistant": frozenset({"PA"}),
    "nurse": frozenset("RN BSN LPN LVN CRNA CNS CNM".split()),
    "pharmacist": frozenset({"RPh", "PharmD"}),
}

_OTHER = "other"
_LIMITS = Limits(most_bytes=50_000_000, most_rows=200_000)


@cache
def shipped() -> Mapping[str, str]:
    """Return code → specialty of the table that comes with the program; empty: the role says it."""
    text = Path(__file__).with_name("taxonomy.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    next(rows)
    return dict(rows)


def role_of(codes: Sequence[str]) -> str:
    """Return the role that the first telling code means, ``other`` where none does."""
    for code in codes:
        for start, role in _ROLES:
            if code.startswith(start):
                return role
    return _OTHER


def role_of_title(title: str) -> str:
    """Return the role that the first telling credential means: for a row without a code."""
    for credential in title.split(", "):
        for role, credentials in _CREDENTIALS.items():
            if credential.partition("-")[0] in credentials:
                return role
    return _OTHER


def specialties_of(codes: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Return the specialties in the order of the codes, each once; an unknown code as it is."""
    found = (names.get(code, code) for code in codes)
    return list(dict.fromkeys(name for name in found if name))


def with_file(file: str) -> dict[str, str]:
    """Return code → specialty: the shipped table, and what a public list adds to it.

    Raises: BadFile, also where the file has neither list's headings.
    """
    try:
        added = _read(file, "")
    except OtherEncoding:
        # The public list comes in either; its codes and names are the same in both.
        added = _read(file, "windows-1252")
    return {**added, **shipped()}


def _read(file: str, encoding: str) -> dict[str, str]:
    with open_sheet(file, encoding=encoding, limits=_LIMITS) as sheet:
        name_of = _reader(sheet)
        return dict(pair for _line, cells in sheet.rows() if (pair := name_of(cells))[0])


def _reader(sheet: Sheet) -> Callable[[Sequence[str]], tuple[str, str]]:
    """Return what takes code and specialty out of a row, for the two lists in public use."""
    at = {fold(name).partition(":")[0]: position for position, name in enumerate(sheet.heading)}
    if {"code", "classification", "specialization"} <= set(at):
        places = (at["code"], at["classification"], at["specialization"])
        return lambda cells: _nucc(*(cells[place].strip() for place in places))
    if {"provider taxonomy code", "provider taxonomy description"} <= set(at):
        code, words = at["provider taxonomy code"], at["provider taxonomy description"]
        return lambda cells: (cells[code].strip(), _lowered(re.split(r"[/,]", cells[words])[-1]))
    raise BadWholeFile(sheet.name, 0, 0, _("no taxonomy list: no headings Code, Classification …"))


def _nucc(code: str, classification: str, specialization: str) -> tuple[str, str]:
    if not specialization:
        return code, _lowered(classification)
    is_physician = role_of([code]) == "physician"
    name = specialization if is_physician else f"{classification}, {specialization}"
    return code, _lowered(name)


def _lowered(name: str) -> str:
    """Return a name in lower case but for words in capitals: MRI stays."""
    words = name.split()
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)


def chooser(said: Sequence[str], names: Mapping[str, str]) -> Callable[[Collection[str]], bool]:
    """Return what says whether one of a provider's codes was asked for.

    A code may be given by its beginning (``207R``), or by words of its specialty (``cardiology``).
    Raises: BadForm for words that no specialty has.
    """
    starts = [word.upper() for word in said if re.fullmatch(r"\d[0-9A-Za-z]{1,9}", word)]
    codes: set[str] = set()
    for words in said:
        if words.upper() in starts:
            continue
        meant = {code for code, name in names.items() if fold(words) in fold(name)}
        if not meant:
            raise BadForm("--taxonomy", words, _("207RC0000X, 207R, cardiology"))
        codes |= meant
    begins = tuple(starts)
    return lambda held: any(code in codes or code.startswith(begins) for code in held)
