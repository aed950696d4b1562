"""Ask what there is to practise: messages, objections, facts, who is who."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.drills.model import (
    ANSWER,
    CLAIM,
    EVIDENCE,
    FACTS,
    LIMITATION,
    WHO,
    Asked,
    DrillCard,
    Line,
)
from repplan.products import queries as products
from repplan.products.model import DEPTHS
from repplan.records import replace
from repplan.relations import queries as relations
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from repplan.products.choosing import Likely
    from repplan.products.model import Message, Objection, Product
    from repplan.relations.model import Stance

_CARD = select(DrillCard, "drill_card")
_SOME = "IN (SELECT value FROM json_each(?))"


def card(db: sqlite3.Connection, subject_id: str, aspect: str) -> DrillCard | None:
    """Return the card of a question; None where it was never practised."""
    row = db.execute(
        f"{_CARD} WHERE t.subject_id = ? AND t.aspect = ?", (subject_id, aspect)
    ).fetchone()
    return to_model(DrillCard, row) if row else None


def deck(
    db: sqlite3.Connection,
    today: str,
    *,
    product_id: str | None = None,
    account_id: str | None = None,
) -> list[Asked]:
    """Return every question that may be asked on a day, each with its card if it was practised.

    What is retired, expired or no longer ours isn't there. ``product_id``: of it alone;
    ``account_id``: who is who there, alone. Without either, who is who of the accounts of today's
    visits, and of those practised before.
    """
    found: list[Asked] = []
    if not account_id:
        found += _of_products(db, today, product_id)
    cards = {
        (one.subject_id, one.aspect): one
        for one in (to_model(DrillCard, r) for r in db.execute(_CARD))
    }
    if not product_id:
        who = [one.subject_id for one in cards.values() if one.kind == "who"]
        accounts = (
            [account_id] if account_id else [*_visited(db, today), *_only(db, "account", who)]
        )
        people = () if account_id else _only(db, "provider", who)
        found += _who_is_who(db, today, list(dict.fromkeys(accounts)), people, cards)
    return [replace(one, card=cards.get(one.key)) for one in found]


def of_objection(db: sqlite3.Connection, one: Objection) -> Asked:
    """Return the question that an objection is, with its card."""
    return replace(_objection(one), card=card(db, one.id, ANSWER))


def lines(
    db: sqlite3.Connection,
    likely: Sequence[Likely],
    others: Sequence[Objection],
    *,
    product_id: str | None,
    most: int = 3,
) -> list[Line]:
    """Return what a person says in a role-play: what is likely, then of the ``others``.

    ``product_id``: the product that the talk is about, whose objections come first; None: any.
    """
    found = [_line(db, one) for one in likely]
    said = {one.objection.id for one in likely if one.objection}
    in_order = sorted(others, key=lambda one: one.product_id != product_id)
    found += [Line(one.text, None, of_objection(db, one)) for one in in_order if one.id not in said]
    return found[:most]


def _line(db: sqlite3.Connection, one: Likely) -> Line:
    asked = of_objection(db, one.objection) if one.objection else None
    return Line(one.said, one.heard.on if one.heard else None, asked, is_others=not one.heard)


def _of_products(db: sqlite3.Connection, today: str, product_id: str | None) -> Iterator[Asked]:
    for message in products.messages(db, product_id=product_id, today=today):
        yield from _message(message)
    for objection in products.objections(db, product_id=product_id, today=today):
        yield _objection(objection)
    for one in products.products(db):
        if product_id in {None, one.id}:
            yield from _facts(one)


def _message(one: Message) -> Iterator[Asked]:
    texts = dict(zip(DEPTHS, (one.text_20s, one.text_2m, one.text_10m), strict=True))
    for depth, text in texts.items():
        if text:
            answer = ((ANSWER, text), (CLAIM, one.claim), (LIMITATION, one.limitation))
            evidence = ((EVIDENCE, one.citation),) if one.citation else ()
            yield Asked("message", one.id, depth, one.product, one.claim, (*answer, *evidence))


def _objection(one: Objection) -> Asked:
    evidence = ((EVIDENCE, one.citation),) if one.citation else ()
    answer = ((ANSWER, one.answer), *evidence)
    return Asked("objection", one.id, ANSWER, one.product, one.text, answer)


def _facts(one: Product) -> Iterator[Asked]:
    for column in FACTS:
        cell = getattr(one, column)
        text = "\n".join(cell) if isinstance(cell, tuple) else cell
        if text:
            yield Asked("fact", one.id, column, one.name, "", ((ANSWER, text),))


def _visited(db: sqlite3.Connection, today: str) -> list[str]:
    """Return the accounts of a day's planned visits, in the order of the day."""
    rows = db.execute(
        "SELECT account_id FROM visit WHERE state = 'planned' AND on_date = ? "
        "AND account_id IS NOT NULL ORDER BY start_at IS NULL, start_at, id",
        (today,),
    )
    return [row[0] for row in rows]


def _only(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> list[str]:
    rows = db.execute(
        f"SELECT id FROM {table} WHERE id {_SOME} ORDER BY id", (json.dumps(list(ids)),)
    )
    return [row[0] for row in rows]


def _who_is_who(
    db: sqlite3.Connection,
    today: str,
    accounts: Sequence[str],
    people: Iterable[str],
    cards: Mapping[tuple[str, str], DrillCard],
) -> Iterator[Asked]:
    """Yield what is asked of accounts and people.

    Where nobody is known any more, only what was practised before is asked: that it isn't known is
    worth knowing.
    """
    ids: list[str] = list(people)
    for account_id in accounts:
        row = db.execute("SELECT name FROM account WHERE id = ?", (account_id,)).fetchone()
        there = _people_at(db, account_id, today)
        ids += there
        now = relations.stances_now(db, there, account_id=account_id)
        for aspect, names in _standing(now).items():
            if names or (account_id, aspect) in cards:
                answer = ((ANSWER, "\n".join(names)),) if names else ()
                yield Asked("who", account_id, aspect, row["name"], "", answer)
    yield from _reporting(db, today, list(dict.fromkeys(ids)))


def _reporting(db: sqlite3.Connection, today: str, people: Sequence[str]) -> Iterator[Asked]:
    """Yield whom each of these people reports to, of those of whom it is known."""
    wanted, bosses = set(people), dict[str, list[str]]()
    names: dict[str, str] = {}
    for one in relations.relations_among(db, people, today):
        if one.kind == "reports to" and one.provider_id in wanted:
            names[one.provider_id] = one.provider
            bosses.setdefault(one.provider_id, []).append(one.other)
    for provider_id, found in bosses.items():
        yield Asked(
            "who", provider_id, WHO[-1], names[provider_id], "", ((ANSWER, "\n".join(found)),)
        )


def _standing(now: Mapping[str, Stance]) -> dict[str, list[str]]:
    """Return what is asked of an account → the names that answer it."""
    stances = sorted(now.values(), key=lambda one: (one.provider, one.provider_id))
    return {
        "decides": [one.provider for one in stances if one.influence == "decision-maker"],
        "champion": [one.provider for one in stances if one.stance == "champion"],
        "against": [one.provider for one in stances if one.stance in {"skeptic", "blocker"}],
        "gatekeeper": [one.provider for one in stances if one.influence == "gatekeeper"],
    }


def _people_at(db: sqlite3.Connection, account_id: str, today: str) -> list[str]:
    rows = db.execute(
        "SELECT f.provider_id FROM affiliation f JOIN provider p ON p.id = f.provider_id "
        "WHERE f.account_id = ? AND p.state <> 'left' "
        "AND (f.until_on IS NULL OR f.until_on > ?) ORDER BY f.provider_id",
        (account_id, today),
    )
    return [row[0] for row in rows]
