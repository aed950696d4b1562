"""Small registers under the public file's own headings, and what an import leaves in the store."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

COLUMNS = {
    "npi": "NPI",
    "entity": "Entity Type Code",
    "organisation": "Provider Organization Name (Legal Business Name)",
    "family": "Provider Last Name (Legal Name)",
    "given": "Provider First Name",
    "middle": "Provider Middle Name",
    "suffix": "Provider Name Suffix Text",
    "credential": "Provider Credential Text",
    "other_family": "Provider Other Last Name",
    "street": "Provider First Line Business Practice Location Address",
    "second": "Provider Second Line Business Practice Location Address",
    "city": "Provider Business Practice Location Address City Name",
    "region": "Provider Business Practice Location Address State Name",
    "postcode": "Provider Business Practice Location Address Postal Code",
    "country": "Provider Business Practice Location Address Country Code (If outside U.S.)",
    "phone": "Provider Business Practice Location Address Telephone Number",
    "gone": "NPI Deactivation Date",
    "back": "NPI Reactivation Date",
    "code": "Healthcare Provider Taxonomy Code_1",
    "licence": "Provider License Number_1",
    "licence_region": "Provider License Number State Code_1",
    "switch": "Healthcare Provider Primary Taxonomy Switch_1",
    "code_2": "Healthcare Provider Taxonomy Code_2",
    "switch_2": "Healthcare Provider Primary Taxonomy Switch_2",
}
"""Short name → heading, in the public file's order; the file has 306 more that nobody reads."""

_USUAL = {
    "entity": "1",
    "given": "ANN",
    "street": "1200 OAK ST",
    "city": "KETTERING",
    "region": "OH",
    "postcode": "454291234",
    "country": "US",
}

LEE = {"npi": "1000000001", "family": "LEE", "credential": "M.D.", "code": "207RC0000X"}
CRUZ = {
    "npi": "1000000002",
    "family": "DE LA CRUZ",
    "given": "MARIA",
    "second": "SUITE 210",
    "street": "1200 OAK STREET",
    "code": "363LF0000X",
    "licence": "rn 77",
    "licence_region": "OH",
}
BRANDT = {
    "npi": "1000000003",
    "family": "BRANDT",
    "given": "JO",
    "street": "5 ELM RD",
    "city": "AUSTIN",
    "region": "TX",
    "postcode": "787012222",
    "code": "183500000X",
}
CLINIC = {"npi": "1000000004", "entity": "2", "organisation": "KETTERING CLINIC", "given": ""}
GONE = {"npi": "1000000005", "gone": "03/03/2021", **dict.fromkeys(_USUAL, "")}


def register_text(*people: Mapping[str, str]) -> str:
    """Return a register as the public one is written: each cell in quotes, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS.values())
    for person in people:
        said = {**_USUAL, **person}
        writer.writerow(said.get(short, "") for short in COLUMNS)
    return text.getvalue()


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """Return how much of each kind the store holds, and of what is derived from it."""
    tables = ("provider", "account", "affiliation", "licence", "name_key", "search_doc", "search")
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def real(name: str) -> str:
    """Return the path of a public file; a test is skipped where none are at hand."""
    folder = os.environ.get("REPPLAN_DATA")
    path = Path(folder or "") / "nppes" / name
    if not folder or not path.is_file():
        pytest.skip(f"REPPLAN_DATA names no folder with nppes/{name}")
    return str(path)
