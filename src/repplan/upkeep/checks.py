"""Is the store whole? Each rule is one question; what it finds says how to mend it."""

from __future__ import annotations

import sqlite3
from itertools import islice
from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.policies.load import BrokenOwnPolicy, policy_of
from repplan.policies.rules import stale_facts
from repplan.providers.contact import miscounted
from repplan.providers.keys import miskeyed
from repplan.samples.queries import below_zero
from repplan.store import journal, search
from repplan.store.shapes import misshapen
from repplan.upkeep import queries
from repplan.upkeep.model import MENDS, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    Rule = Callable[[sqlite3.Connection], Iterator[Finding]]

_SHOWN = 20
"""Findings of one rule that are told one by one; the rest is a count."""

_ORPHANS = {
    N_("the visit that settled this objective is missing"): """
        SELECT o.ref FROM objective o WHERE o.visit_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = o.visit_id)""",
    N_("this follow-up is for nobody"): """
        SELECT ref FROM followup WHERE provider_id IS NULL AND account_id IS NULL""",
    N_("this visit has neither a provider nor an account"): """
        SELECT v.ref FROM visit v WHERE v.account_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM visit_provider vp WHERE vp.visit_id = v.id)""",
}
"""Rows that no foreign key guards: what is wrong with them → a query of their refs."""


def findings(db: sqlite3.Connection, today: date | None = None) -> list[Finding]:
    """Return what isn't as it should be, empty if all is well. Nothing is written.

    Of a file that SQLite itself finds damaged nothing else is asked. What goes by the day (the
    age of a policy's sources) is told where ``today`` is given.
    """
    found = list(_integrity(db))
    if found:
        return found
    try:
        for rule in RULES:
            found.extend(rule(db))
        found.extend(_policy(db, today))
    except sqlite3.DatabaseError as error:
        found.append(_damage(str(error)))
    return found


def errors(found: Iterable[Finding]) -> list[Finding]:
    """Return those findings that have to be mended: none in a whole store."""
    return [one for one in found if one.severity == "error"]


def can_mend(found: Iterable[Finding]) -> bool:
    """Whether something was found that can be counted again."""
    return any(one.fix == MENDS for one in found)


def _integrity(db: sqlite3.Connection) -> Iterator[Finding]:
    try:
        rows = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        rows = [str(error)]
    for detail in rows:
        if detail != "ok":
            yield _damage(detail)


def _damage(detail: str) -> Finding:
    return Finding("integrity", N_("the file is damaged: {detail}"), facts={"detail": detail})


def _foreign_keys(db: sqlite3.Connection) -> Iterator[Finding]:
    for table, rowid, parent, _key in db.execute("PRAGMA foreign_key_check"):
        row = queries.id_of(db, table, rowid)
        record = queries.named(db, table, row)
        message = N_("this {table} points to a missing {parent}")
        yield Finding(
            "foreign-keys",
            message,
            ref=record.ref or row,
            facts={"table": table, "parent": parent},
        )


def _journal(db: sqlite3.Connection) -> Iterator[Finding]:
    for broken in journal.verify(db):
        facts = {"seq": broken.seq, "why": broken.why}
        message = N_("the journal doesn't verify at row {seq}: {why}")
        yield Finding("journal", message, facts=facts)
    for ref in queries.torn_batches(db):
        yield Finding("journal", N_("the journal holds other rows than this batch had"), ref=ref)
    if queries.has_open_context(db):
        yield Finding("journal", N_("edits from outside would be taken for a command's"), fix=MENDS)


def _triggers(db: sqlite3.Connection) -> Iterator[Finding]:
    wanted, live = journal.triggers(db), journal.live_triggers(db)
    wrong = sorted(name for name in {*wanted, *live} if wanted.get(name) != live.get(name))
    if wrong:
        message = N_("the triggers that fill the journal were changed: {names}")
        yield Finding("triggers", message, fix=MENDS, facts={"names": ", ".join(wrong)})
    elif not journal.is_guarded(db):
        message = N_("the digest of the triggers was changed")
        yield Finding("triggers", message, fix=MENDS)


def _outside(db: sqlite3.Connection) -> Iterator[Finding]:
    for batch in queries.outside(db):
        message = N_("edited from outside repplan: {count} changes, the last at {at}")
        facts = {"count": batch.changes, "at": batch.at}
        yield Finding("outside", message, "note", fix="repplan history", facts=facts)


def _orphans(db: sqlite3.Connection) -> Iterator[Finding]:
    for message, sql in _ORPHANS.items():
        for (ref,) in db.execute(sql):
            yield Finding("orphan", message, ref=ref, fix=f"repplan history {ref}")


def _shapes(db: sqlite3.Connection) -> Iterator[Finding]:
    for cell in misshapen(db):
        record = queries.named(db, cell.table, cell.row)
        message = N_("{table}: {column} holds a value that can't be read")
        facts = {"table": cell.table, "column": cell.column}
        fix = f"repplan history {record.ref}" if record.ref else None
        yield Finding("value", message, ref=record.ref or cell.row, fix=fix, facts=facts)


def _contact(db: sqlite3.Connection) -> Iterator[Finding]:
    for ref in miscounted(db):
        yield Finding(
            "last-contact", N_("the day of the last contact is wrong"), ref=ref, fix=MENDS
        )


def _keys(db: sqlite3.Connection) -> Iterator[Finding]:
    for ref in miskeyed(db):
        message = N_("the words by which this provider is found are wrong")
        yield Finding("name-keys", message, ref=ref, fix=MENDS)


def _search(db: sqlite3.Connection) -> Iterator[Finding]:
    stale = search.stale(db)
    if stale:
        message = N_("the search index is wrong for {count} records")
        yield Finding("search", message, fix=MENDS, facts={"count": len(stale)})


def _samples(db: sqlite3.Connection) -> Iterator[Finding]:
    for ref, on, balance in below_zero(db):
        message = N_("the balance of this lot of samples is {balance} on {on}: below zero")
        facts = {"balance": balance, "on": on}
        yield Finding("samples", message, ref=ref, fix=f"repplan history {ref}", facts=facts)


def _policy(db: sqlite3.Connection, today: date | None) -> Iterator[Finding]:
    fix = "repplan config policy check"
    try:
        policy = policy_of(db)
    except BrokenOwnPolicy as error:
        yield Finding("policy", error.message, fix="repplan config policy clear")
        return
    stale = stale_facts(policy, today) if today else []
    if stale:
        message = N_("sources of your rules that want to be looked at again: {count}")
        yield Finding("policy", message, "note", fix=fix, facts={"count": len(stale)})


def _at_most(rule: Rule) -> Rule:
    """Return the rule, telling its first findings and counting the rest."""

    def told(db: sqlite3.Connection) -> Iterator[Finding]:
        found = rule(db)
        last = None
        for last in islice(found, _SHOWN):
            yield last
        more = sum(1 for _finding in found)
        if last and more:
            message = N_("and {count} more like these")
            yield Finding(last.rule, message, last.severity, fix=last.fix, facts={"count": more})

    return told


RULES = tuple(
    _at_most(rule)
    for rule in (
        _foreign_keys,
        _journal,
        _triggers,
        _outside,
        _orphans,
        _shapes,
        _contact,
        _keys,
        _search,
        _samples,
    )
)
"""Every rule, in the order of their weight."""
