"""What to say to this person, what to expect and to bring: the store's facts for the rules.

``products/choosing.py`` and ``products/bringing.py`` decide; here is what they are asked with.
Brief, log, the bag of ``due`` and a role play ask the same functions, so they say the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.followups import queries as followups
from repplan.followups.model import US
from repplan.objectives import queries as objectives
from repplan.products import queries as products
from repplan.products.bringing import Wish, bring, meant_material
from repplan.products.choosing import (
    Heard,
    Listener,
    Told,
    is_for,
    is_foreign,
    likely,
    meant_objection,
    message_for,
)
from repplan.records import dataclass, replace
from repplan.text import is_ideograph

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.followups.model import Followup
    from repplan.objectives.model import Objective
    from repplan.products.bringing import Bring
    from repplan.products.choosing import ChosenMessage, Likely
    from repplan.products.model import Material, Message, Objection
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit

_TOLD = 40
"""Talks on a product before that are looked at."""

_HEARD = 12
"""This person's last objections that are looked at."""

_OTHERS = 200
"""Objections to a product, of anybody, that are looked at: the last ones."""


_MEANT = frozenset({"objective", "last", "asked"})
"""Why a product is the talk's own without a message."""


@dataclass(frozen=True)
class Known:
    """What is approved on a day, read once for all of its talks; ``names``: id → name of ours."""

    names: dict[str, str]
    messages: tuple[Message, ...]
    materials: tuple[Material, ...]


def known_on(db: sqlite3.Connection, on: str) -> Known:
    """Return what is approved on a day (ISO), of the products that are ours."""
    return Known(
        {one.id: one.name for one in products.products(db)},
        tuple(products.messages(db, today=on)),
        tuple(products.materials(db, today=on)),
    )


@dataclass(frozen=True)
class Talk:
    """A talk to come: with whom, on which day, about what.

    ``products`` are those to talk about, best first, as (id, why). ``product_id`` and ``product``
    are the message's; without one that of the objective, else of the last visit; None: neither.
    """

    provider: Provider
    on: str
    account_id: str | None
    listener: Listener
    objectives: tuple[Objective, ...]
    products: tuple[tuple[str, str], ...]
    known: Known
    chosen: ChosenMessage
    product_id: str | None
    product: str


def talk_with(
    db: sqlite3.Connection,
    provider: Provider,
    *,
    on: str,
    visit: Visit | None = None,
    account_id: str | None = None,
    product_id: str | None = None,
    known: Known | None = None,
) -> Talk:
    """Return the talk with a provider on a day (ISO), with its message.

    ``visit`` is the planned one; ``product_id`` keeps it to one product: it was asked about.
    ``known`` is what is approved on that day, None: it is read.
    """
    still_open = objectives.open_of(db, provider.id)
    planned = visit.objective_id if visit else None
    still_open.sort(key=lambda one: (one.id != planned, one.until_on or "9999", one.ref))
    known = known or known_on(db, on)
    ours = known.names
    listener = listener_of(db, provider, on)
    about = ((product_id, "asked"),) if product_id else _products(listener, still_open, known)
    messages = [one for one in known.messages if product_id in {None, one.product_id}]
    chosen = message_for(listener, messages, about)
    first = next((one for one, why in about if why in _MEANT), None)
    meant = chosen.message.product_id if chosen.message else first
    return Talk(
        provider=provider,
        on=on,
        account_id=account_id,
        listener=listener,
        objectives=tuple(still_open),
        products=about,
        known=known,
        chosen=chosen,
        product_id=meant,
        product=ours.get(meant or "", ""),
    )


def messages_of(
    db: sqlite3.Connection, provider: Provider, product_ids: Sequence[str], *, on: str
) -> dict[str, str]:
    """Return product id → the id of the message for a provider on a day, of these products."""
    found = {}
    listener = None
    for product_id in dict.fromkeys(product_ids):
        own = products.messages(db, product_id=product_id, today=on)
        if not own:
            continue
        listener = listener or listener_of(db, provider, on)
        chosen = message_for(listener, own, ((product_id, "asked"),)).message
        if chosen:
            found[product_id] = chosen.id
    return found


def likely_objections(db: sqlite3.Connection, talk: Talk, *, most: int = 1) -> tuple[Likely, ...]:
    """Return the objections to expect in a talk, best first: theirs, else their specialty's."""
    approved = products.objections(db, today=talk.on)
    own = [_answerable(one, approved) for one in heard_from(db, talk.provider.id, talk.on)]
    others = _raised_by_others(db, talk) if len(own) < most else []
    known = {one.id: one for one in approved}
    return likely(own, others, known, product_id=talk.product_id, most=most)


def _answerable(heard: Heard, approved: Sequence[Objection]) -> Heard:
    """What was heard before there was an answer to it: held against those that there are now."""
    meant = None if heard.objection_id else meant_objection(heard.said, heard.kind, approved)
    return replace(heard, objection_id=meant.id) if meant else heard


def to_bring(db: sqlite3.Connection, talk: Talk, *, most: int = 4) -> tuple[Bring, ...]:
    """Return what to take along to a talk."""
    wishes = wishes_of(followups.open_of_provider(db, talk.provider.id), talk.on)
    concerns = talk.listener.concerns
    wishes += [Wish("concern", said) for said in concerns]
    if not concerns:
        heard = heard_from(db, talk.provider.id, talk.on)
        wishes += [Wish("objection", one.said) for one in heard if not one.has_landed][:1]
        wishes += [Wish("objective", one.what, one.ref) for one in talk.objectives[:1]]
    said = talk.chosen.message
    if said:
        wishes.append(Wish("message", f"{said.claim}. {said.text_20s}"))
    given = db.execute(
        "SELECT material_id FROM value_given WHERE provider_id = ? AND material_id IS NOT NULL",
        (talk.provider.id,),
    )
    return bring(
        wishes,
        talk.known.materials,
        product_id=talk.product_id,
        given=[row[0] for row in given],
        most=most,
    )


def wishes_of(items: Sequence[Followup], on: str) -> list[Wish]:
    """Return what we promised by a day (ISO) that makes one bring things, then the questions."""
    ours = [
        one
        for one in items
        if one.by == US
        and (one.due_on is None or one.due_on <= on or one.kind == "question")
        and (one.snoozed_until is None or one.snoozed_until <= on)
    ]
    ours.sort(key=lambda one: one.kind == "question")
    return [
        Wish("question" if one.kind == "question" else "promise", one.what, one.ref) for one in ours
    ]


def listener_of(db: sqlite3.Connection, provider: Provider, on: str) -> Listener:
    """Return a provider as the rules see them on a day."""
    cares = followups.concerns(db, provider.id)
    known = (
        provider.likes,
        provider.prescribing,
        provider.patients,
        provider.interests,
    )
    return Listener(
        role=provider.role,
        specialties=provider.specialties,
        concerns=tuple(one.what for one in cares if one.raised_on <= on),
        known=tuple(text for text in known if text),
        told=told_to(db, provider.id, on),
        is_chinese=any(map(is_ideograph, f"{provider.native_name}{provider.name}")),
    )


def told_to(db: sqlite3.Connection, provider_id: str, on: str) -> tuple[Told, ...]:
    """Return what a provider was told up to a day, the newest first."""
    rows = db.execute(
        "SELECT t.product_id, t.message_id, v.on_date, t.reaction, m.angle FROM visit_provider vp "
        "JOIN visit v ON v.id = vp.visit_id JOIN visit_product t ON t.visit_id = v.id "
        "LEFT JOIN message m ON m.id = t.message_id "
        "WHERE vp.provider_id = ? AND v.state IN ('logged', 'filed') AND v.on_date <= ? "
        "ORDER BY v.on_date DESC, v.start_at DESC, v.id DESC, t.position LIMIT ?",
        (provider_id, on, _TOLD),
    )
    return tuple(Told(*row) for row in rows)


def heard_from(db: sqlite3.Connection, provider_id: str, on: str) -> list[Heard]:
    """Return the objections that a provider raised up to a day, the newest first."""
    rows = db.execute(
        "SELECT o.objection_id, o.said, v.on_date, o.has_landed, o.kind, v.ref "
        "FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id "
        "JOIN visit_objection o ON o.visit_id = v.id "
        "WHERE vp.provider_id = ? AND v.state IN ('logged', 'filed') AND v.on_date <= ? "
        "ORDER BY v.on_date DESC, v.start_at DESC, o.id DESC LIMIT ?",
        (provider_id, on, _HEARD),
    )
    return [
        Heard(
            row[0],
            row[1],
            row[2],
            None if row[3] is None else bool(row[3]),
            row[4],
            row[5],
        )
        for row in rows
    ]


def raised_objection(
    db: sqlite3.Connection,
    said: str,
    kind: str | None,
    *,
    product_ids: Sequence[str],
    on: str,
) -> Objection | None:
    """Return the approved objection that these words are, of these products before all others."""
    here = [
        one for about in product_ids for one in products.objections(db, product_id=about, today=on)
    ]
    return meant_objection(said, kind, here or products.objections(db, today=on))


def given_material(db: sqlite3.Connection, said: str) -> Material | None:
    """Return the material that was given, by these words; None: none, or not one alone."""
    return meant_material(said, products.materials(db))


def _products(
    who: Listener, still_open: Sequence[Objective], known: Known
) -> tuple[tuple[str, str], ...]:
    """Product id → why, best first: of an objective, of the last visit, else ours in their order.

    Of the others come first those with a message for this person in the script of their name, then
    those with any for them.
    """
    found = {one.product_id: "objective" for one in still_open if one.product_id}
    if who.told:
        found.setdefault(who.told[0].product_id, "last")
    theirs = [one for one in known.messages if is_for(one, who.role, who.specialties)]
    some = {one.product_id for one in theirs}
    readable = {one.product_id for one in theirs if not is_foreign(who, one)}
    others = sorted(known.names, key=lambda one: (one not in readable, one not in some))
    is_by_script = bool(others) and next(iter(known.names)) in some - readable
    for one in others:
        found.setdefault(one, "script" if is_by_script and one in readable else "ours")
    return tuple((one, why) for one, why in found.items() if one in known.names)


def _raised_by_others(db: sqlite3.Connection, talk: Talk) -> list[tuple[str, int]]:
    """Approved objections to the product → how many of their specialty and role raised them."""
    if talk.product_id is None:
        return []
    one = talk.provider
    rows = db.execute(
        "SELECT o.objection_id, count(DISTINCT p.id) AS people FROM "
        "(SELECT rowid AS at, visit_id, objection_id FROM visit_objection WHERE product_id = ? "
        "ORDER BY rowid DESC LIMIT ?) o "
        "JOIN visit_provider vp ON vp.visit_id = o.visit_id JOIN provider p ON p.id = vp.provider_id "
        "WHERE o.objection_id IS NOT NULL AND p.role = ? AND p.id <> ? AND (p.specialties = ? OR "
        "EXISTS (SELECT 1 FROM json_each(p.specialties) s WHERE s.value IN "
        "(SELECT value FROM json_each(?)))) "
        "GROUP BY o.objection_id ORDER BY people DESC, max(o.at) DESC, o.objection_id",
        (
            talk.product_id,
            _OTHERS,
            one.role,
            one.id,
            json.dumps(list(one.specialties), ensure_ascii=False),
            json.dumps(list(one.specialties), ensure_ascii=False),
        ),
    )
    return [(row[0], row[1]) for row in rows]
