"""The store's knowledge as a pack: the same text for the same knowledge, and it comes in again.

Nothing of people or places is in it: no account's own coverage, no visit, no note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml  # noqa: TID253 - only what writes a pack imports this

from repplan.fields import list_of
from repplan.products import packs
from repplan.products.model import NEWS_KINDS
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.products.model import Product
    from repplan.products.packs import LoadedPack, Stored

_WIDTH = 96
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Exported:
    """A pack to write: its content as JSON has it, and how many parts may no longer be used.

    Those stay behind: a pack with an approval that ran out comes in nowhere.
    """

    content: dict[str, Any]
    expired: int

    @property
    def counts(self) -> dict[str, int]:
        """How many of each it holds."""
        groups = ("products", "messages", "objections", "materials", "news")
        return {group: len(self.content.get(group, ())) for group in groups}

    def text(self) -> str:
        """Return it as YAML, block by block, Chinese as it is written."""
        return "# A knowledge pack: repplan import pack FILE\n" + yaml.dump(
            self.content,
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=False,
            width=_WIDTH,
        )


class _Dumper(yaml.SafeDumper):
    """Indents lists under their names, and writes several lines as lines."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base class's own
        """Indent a list too, as people write it."""
        super().increase_indent(flow, indentless=False)


def _as_lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _as_lines)


def pack_content(
    db: sqlite3.Connection, pack: LoadedPack, *, version: str | None, today: str
) -> Exported:
    """Return a loaded pack as it stands in the store; ``version`` None: the one that is loaded."""
    products = [one for one in packs.stored_products(db).values() if one["pack"] == pack.name]
    coverage = packs.stored_coverage(db, pack.name)
    said = {kind: list(packs.stored_by_code(db, kind, pack.name).values()) for kind in packs.SAID}
    head = {"pack": pack.name, "version": version or pack.version, "language": pack.language}
    return _exported(db, head, products, coverage, said, today)


def product_content(
    db: sqlite3.Connection, product: Product, *, version: str | None, today: str
) -> Exported:
    """Return all that is known of one product, whoever wrote it, as a pack of its name.

    ``version`` None: the day, as numbers.
    """
    name = _BLANKS.sub("-", fold(product.name))
    day = ".".join(str(int(part)) for part in today.split("-"))
    products = [one for one in packs.stored_products(db).values() if one["id"] == product.id]
    coverage = packs.general_coverage(db, product.id)
    said = {kind: packs.stored_of_product(db, kind, product.id) for kind in packs.SAID}
    return _exported(db, {"pack": name, "version": version or day}, products, coverage, said, today)


def _exported(  # noqa: PLR0917 - the parts of a pack
    db: sqlite3.Connection,
    head: Mapping[str, Any],
    products: Iterable[Stored],
    coverage: Sequence[Stored],
    said: Mapping[str, Sequence[Stored]],
    today: str,
) -> Exported:
    names = {
        one["id"]: str(one["name"])
        for one in packs.stored_products(db).values()
        if one["until_on"] is None
    }
    in_use = {
        kind: [one for one in rows if one["retired_on"] is None and _is_ours(one, names)]
        for kind, rows in said.items()
    }
    usable = {
        kind: [one for one in rows if not one["expires_on"] or str(one["expires_on"]) >= today]
        for kind, rows in in_use.items()
    }
    expired = sum(len(in_use[kind]) - len(usable[kind]) for kind in said)
    materials = _coded(usable["material"], names)
    lines = [one for one in coverage if one["until_on"] is None or str(one["until_on"]) > today]
    content = {
        **head,
        "products": [
            _product(one, [line for line in lines if line["product_id"] == one["id"]])
            for one in sorted(products, key=lambda each: str(each["folded"]))
            if one["until_on"] is None
        ],
        "messages": [_message(one) for one in _coded(usable["message"], names)],
        "objections": [_objection(one) for one in _coded(usable["objection"], names)],
        "materials": [_material(one) for one in materials if not _is_news(one)],
        "news": [_material(one) for one in materials if _is_news(one)],
    }
    return Exported(_filled(content), expired)


def _is_ours(one: Stored, names: Mapping[Any, str]) -> bool:
    return one["product_id"] is None or one["product_id"] in names


def _is_news(one: Stored) -> bool:
    return one["kind"] in NEWS_KINDS and one["dated_on"] is not None


def _coded(rows: Iterable[Stored], names: Mapping[Any, str]) -> list[Stored]:
    """Return rows with their product's name, each under a code of its own, in one order.

    What was written by hand is called by its ref; so is the second of two with one code.
    """
    coded: dict[str, Stored] = {}
    for one in sorted(rows, key=lambda each: (each["pack"] is None, str(each["ref"]))):
        code = str(one["code"] or one["ref"])
        code = str(one["ref"]) if code in coded else code
        coded[code] = {**one, "code": code, "product": names.get(one["product_id"])}
    return sorted(coded.values(), key=lambda one: (fold(str(one["product"] or "~")), one["code"]))


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: one for name, one in fields.items() if one not in (None, "", [], {})}


def _words(one: Stored, column: str) -> list[str]:
    return list(list_of(str(one[column] or "")))


def _product(one: Stored, lines: Iterable[Stored]) -> dict[str, Any]:
    return _filled(
        {
            "name": one["name"],
            "generic_name": one["generic_name"],
            "indications": _words(one, "indications"),
            "mechanism": one["mechanism"],
            "trials": _words(one, "trials"),
            "safety_profile": one["safety_profile"],
            "comparisons": _comparisons(_words(one, "comparisons")),
            "labelling": one["labelling"],
            "coverage": _coverage(lines),
        }
    )


def _comparisons(said: Iterable[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for one in said:
        rival, _colon, text = one.replace("：", ":", 1).partition(":")
        before = found.get(rival.strip())
        told = "; ".join(part for part in (before, text.strip()) if part)
        found[rival.strip()] = told or None
    return found


def _coverage(lines: Iterable[Stored]) -> list[dict[str, Any]]:
    found: dict[tuple[str, object], dict[str, Any]] = {}
    for one in lines:
        part = {
            "payer": one["payer"],
            "state": one["state"],
            "steps": one["steps"],
            "from": one["from_on"],
            "until": one["until_on"],
        }
        found.setdefault((fold(str(one["payer"])), one["from_on"]), _filled(part))
    return [found[key] for key in sorted(found, key=lambda each: (each[0], str(each[1] or "")))]


def _message(one: Stored) -> dict[str, Any]:
    audience = {"roles": _words(one, "roles"), "specialties": _words(one, "specialties")}
    text = {"20s": one["text_20s"], "2m": one["text_2m"], "10m": one["text_10m"]}
    return _filled(
        {
            "code": one["code"],
            "product": one["product"],
            "audience": _filled(audience),
            "angle": one["angle"],
            "text": _filled(text),
            "claim": one["claim"],
            "limitation": one["limitation"],
            "citation": one["citation"],
            "figure": one["figure"],
            "approved_until": one["expires_on"],
        }
    )


def _objection(one: Stored) -> dict[str, Any]:
    return _filled(
        {
            "code": one["code"],
            "product": one["product"],
            "category": one["category"],
            "text": one["text"],
            "answer": one["answer"],
            "citation": one["citation"],
            "approved_until": one["expires_on"],
        }
    )


def _material(one: Stored) -> dict[str, Any]:
    return _filled(
        {
            "code": one["code"],
            "product": one["product"],
            "title": one["title"],
            "kind": one["kind"],
            "version": one["version"],
            "dated": one["dated_on"],
            "summary": one["summary"],
            "topics": _words(one, "topics"),
            "place": one["place"],
            "approved_until": one["expires_on"],
        }
    )
