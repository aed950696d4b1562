"""The rules of a place, read: the base, the place's own over it, the employer's file on top.

A daily command asks for them, so the packaged files are read as the JSON that ``hatch_build.py``
makes of them: reading TOML costs 8 ms. The TOML is the source, and is read where it is newer.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from repplan.errors import N_, StoreProblem
from repplan.policies.model import BLOCK, OWN, Policy
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    Row = tuple[Any, str, str, str, str]

BASE = "none"
POLICIES = ("none", "us", "uk", "eu", "cn")
"""Those that come with the program, as the setting ``policy`` names them."""

FACTS: Mapping[str, str] = {
    "safety.report_hours": "number",
    "visits.unsolicited_max": "number",
    "visits.unsolicited_months": "number",
    "consent.email": "choice",
    "consent.phone": "choice",
    "consent.message": "choice",
    "privacy.basis": "text",
    "samples.request": "flag",
    "samples.receipt": "flag",
    "samples.licence": "flag",
    "samples.max_pieces": "number",
    "samples.max_days": "days",
    "samples.warn_days": "days",
    "spend.currency": "currency",
    "spend.item_from": "money",
    "spend.year_from": "money",
    "spend.year.*.item_from": "money",
    "spend.year.*.year_from": "money",
    "spend.meal_max": "money",
    "reception.filing_needed": "flag",
    "reception.people_min": "number",
    "notes.volumes": "flag",
    "notes.identity": "flag",
    "notes.barred": "words",
    "notes.promises": "words",
    "policy.stale_days": "days",
}
"""Every fact by name → its kind. ``*`` stands for a year."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "consent.email": ("needed", "assumed"),
    "consent.phone": ("needed", "assumed"),
    "consent.message": ("needed", "assumed"),
}
"""What a fact of the kind ``choice`` can say."""

_HERE = Path(__file__).parent
_YEAR = 2
"""Which part of a name is the year: ``spend.year.2026.item_from``."""


@dataclass(eq=False)
class BrokenOwnPolicy(StoreProblem):
    """The employer's rules in the store can't be read: they were edited from outside."""

    slug: ClassVar[str] = "own-policy"
    message: ClassVar[str] = N_("Your employer's rules in the store can't be read.")
    hint: ClassVar[str] = N_("Lay the file over again: repplan config policy set FILE")


def policy_of(db: sqlite3.Connection) -> Policy:
    """Return the rules that this store's owner works under. Raises: BrokenOwnPolicy."""
    name, body = db.execute(
        "SELECT (SELECT value FROM setting WHERE id = 'policy'),"
        " (SELECT body FROM own_policy WHERE id = 'own')"
    ).fetchone()
    return _layered(name or BASE, body or "")


def own_name(db: sqlite3.Connection) -> str:
    """Return the name of the employer's file, empty where none lies over the rules."""
    found = db.execute("SELECT name FROM own_policy WHERE id = 'own'").fetchone()
    return str(found[0]) if found else ""


def policy_named(name: str) -> Policy:
    """Return a packaged policy, with nothing of the employer's. Raises: KeyError."""
    if name not in POLICIES:
        raise KeyError(name)
    return _layered(name, "")


def kind_of(name: str) -> str | None:
    """Return the kind of a fact; None: there is none of this name."""
    return FACTS.get(template_of(name))


def template_of(name: str) -> str:
    """Return a fact's name with its year as a ``*``."""
    parts = name.split(".")
    if len(parts) > _YEAR and parts[_YEAR - 1] == "year" and _is_year(parts[_YEAR]):
        parts[_YEAR] = "*"
    return ".".join(parts)


def _is_year(said: str) -> bool:
    return len(said) == 4 and said.isascii() and said.isdigit()


@lru_cache(maxsize=16)
def _layered(name: str, body: str) -> Policy:
    layers = [(BASE, packaged(BASE))]
    if name != BASE:
        layers.append((name, packaged(name)))
    if body:
        layers.append((OWN, _own_tree(body)))
    rows: dict[str, Row] = {}
    for layer, tree in layers:
        for fact, said in leaves(tree):
            row = _over(rows.get(fact), said, layer)
            if row and kind_of(fact):
                rows[fact] = row
    return Policy(name, rows)


def packaged(name: str) -> Mapping[str, Any]:
    """Return a packaged policy's file as it is written: tables in tables."""
    source, made = _HERE / f"{name}.toml", _HERE / f"{name}.json"
    try:
        if made.stat().st_mtime >= source.stat().st_mtime:
            tree: Mapping[str, Any] = json.loads(made.read_bytes())
            return tree
    except (FileNotFoundError, json.JSONDecodeError):
        pass
    return read_toml(source.read_text(encoding="utf-8"))


def read_toml(text: str) -> Mapping[str, Any]:
    """Return TOML as tables in tables. Raises: tomllib.TOMLDecodeError."""
    import tomllib

    return tomllib.loads(text)


def leaves(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each fact's name and table: a table that holds no further tables."""
    for key, said in tree.items():
        name = f"{above}{key}"
        if not isinstance(said, dict):
            continue
        if any(isinstance(one, dict) for one in said.values()):
            yield from leaves(said, f"{name}.")
        else:
            yield name, said


def _own_tree(body: str) -> Mapping[str, Any]:
    """Return the employer's facts: what was checked and kept beside the file, else the file."""
    try:
        tree = json.loads(body)["facts"] if body.startswith("{") else read_toml(body)
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenOwnPolicy from error
    if not isinstance(tree, dict):
        raise BrokenOwnPolicy
    return tree


def _over(below: Row | None, said: Mapping[str, Any], layer: str) -> Row | None:
    """Return a fact laid over the same one below; what it leaves out stays. None: no value."""
    if "value" not in said and below is None:
        return None
    value, action, source, checked, _layer = below or (None, BLOCK, "", "", layer)
    if "value" in said:
        value = said["value"]
    return (
        tuple(value) if isinstance(value, list) else value,
        str(said.get("action", action)),
        str(said.get("source", source)),
        str(said.get("checked", checked)),
        layer,
    )
