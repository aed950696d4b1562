"""Files in the shape of the public register of providers, to measure the import with."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

from bench import words
from bench.stores import SEED

if TYPE_CHECKING:
    from pathlib import Path

_USED = (
    "NPI", "Entity Type Code", "Provider Last Name (Legal Name)", "Provider First Name",
    "Provider Middle Name", "Provider Credential Text",
    "Provider First Line Business Practice Location Address",
    "Provider Second Line Business Practice Location Address",
    "Provider Business Practice Location Address City Name",
    "Provider Business Practice Location Address State Name",
    "Provider Business Practice Location Address Postal Code",
    "Provider Business Practice Location Address Country Code (If outside U.S.)",
    "Provider Business Practice Location Address Telephone Number",
    "NPI Deactivation Date", "NPI Reactivation Date",
    "Healthcare Provider Taxonomy Code_1", "Healthcare Provider Primary Taxonomy Switch_1",
    "Provider License Number_1", "Provider License Number State Code_1",
)  # fmt: skip
_COLUMNS = 330
"""As wide as the public file: most of its cells are empty, and are read all the same."""

_CODES = ("207RC0000X", "207R00000X", "207Q00000X", "363L00000X", "1835P0018X")


def write_register(path: Path, rows: int) -> None:
    """Write a file with so many providers, all of them kept by an import without filters."""
    rng = random.Random(f"{SEED} {rows}")
    heading = [*_USED, *(f"Other Provider Identifier_{n}" for n in range(_COLUMNS - len(_USED)))]
    rest = [""] * (_COLUMNS - len(_USED))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL)
        table.writerow(heading)
        for number in range(rows):
            # Some five providers share an address: what stands there follows from its number.
            place = rng.randrange(rows // 5)
            street = f"{100 + place} {words.STREETS[place % len(words.STREETS)]} ST"
            town = words.TOWNS[place % len(words.TOWNS)]
            row = (
                _npi(number), "1", rng.choice(words.FAMILY).upper(),
                rng.choice(words.GIVEN).upper(), rng.choice("ABCDEJKLMRST"), "MD",
                street.upper(), "", town.upper(), "TX",
                f"787{place % 100:02}0000", "US", f"512555{rng.randrange(10_000):04}", "",
                "", rng.choice(_CODES), "Y", f"K{number:06}", "TX",
            )  # fmt: skip
            table.writerow([*row, *rest])


def _npi(number: int) -> str:
    """A valid NPI: nine digits and Luhn's check digit behind the prefix 80840 of ISO 7812."""
    body = f"1{number:08}"
    # The prefix adds 24; every second digit from the right counts double.
    doubled = (str(2 * int(digit)) for digit in body[::-2])
    total = 24 + sum(int(digit) for pair in doubled for digit in pair)
    total += sum(int(digit) for digit in body[-2::-2])
    return f"{body}{-total % 10}"
