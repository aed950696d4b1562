"""Act on the store as a whole: take back, mend, set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.config import SETTINGS, check_setting
from repplan.errors import AlreadyTakenBack, ChangedSince, HeldSince
from repplan.policies.model import OWN
from repplan.providers.contact import miscounted, recount
from repplan.providers.keys import miskeyed, rekey
from repplan.samples.actions import standing as samples_standing
from repplan.store import journal, search
from repplan.store.inverse import take_back
from repplan.store.write import change, delete, insert
from repplan.upkeep import queries
from repplan.upkeep.clashes import describe
from repplan.upkeep.lawful import is_closed_report, refuse_kept, refuse_running
from repplan.upkeep.model import TakenBack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from repplan.store.work import Work

_TOUCHED = """
    SELECT row FROM journal WHERE seq > ?1 AND tbl = 'provider'
    UNION SELECT vp.provider_id FROM journal j JOIN visit_provider vp ON vp.visit_id = j.row
    WHERE j.seq > ?1 AND j.tbl = 'visit'
    UNION SELECT json_extract(coalesce(new, old), '$.provider_id') FROM journal
    WHERE seq > ?1 AND tbl = 'visit_provider' AND kind IN ('add', 'del')
    UNION SELECT side.value FROM journal, json_each(json_array(json(old), json(new))) side
    WHERE seq > ?1 AND tbl = 'visit_provider' AND col = 'provider_id'
"""
"""The providers whose keys or last contact these rows of the journal may have changed."""


def undo(work: Work, ref: str, *, force: bool = False) -> TakenBack:
    """Return a batch, now taken back by this Work; force overrides what has changed since.

    Raises: AlreadyTakenBack, ChangedSince, HeldSince (what force can't override), ClockStands,
    ReportStands and InquiryStands (what the law keeps), NotEnough (samples that went meanwhile).
    """
    one = queries.batch(work.db, ref)
    if one.undone_by:
        raise AlreadyTakenBack(ref, one.undone_by)
    refuse_running(work.db, ref, one.first_seq, one.last_seq)
    counts = queries.counts(work.db, one)
    before = journal.last_seq(work.db)
    clashes = take_back(work, one.first_seq, one.last_seq, samples_standing(ref))
    final = [clash for clash in clashes if clash.is_final]
    if final:
        refuse_kept(work.db, ref, final)
        raise HeldSince(ref, describe(work.db, final, one, before))
    clashes = [clash for clash in clashes if not is_closed_report(work.db, clash)]
    if clashes and not force:
        raise ChangedSince(ref, describe(work.db, clashes, one, before))
    touched = [row[0] for row in work.db.execute(_TOUCHED, (before,))]
    rekey(work, touched)
    recount(work, touched)
    redoes = queries.batch(work.db, one.undoes) if one.undoes else None
    return TakenBack(one, work.batch, redoes, counts)


def mend(work: Work) -> None:
    """Count again what is counted from something else, where it is wrong.

    The triggers are made anew by the Work itself when it is opened to mend.
    """
    rekey(work, _ids(work.db, miskeyed(work.db)))
    recount(work, _ids(work.db, miscounted(work.db)))
    if search.stale(work.db):
        search.rebuild(work.db)


def _ids(db: sqlite3.Connection, refs: Iterable[str]) -> list[str]:
    """Return the ids of providers; what is no ref is the id of one who is gone."""
    known = "SELECT coalesce((SELECT id FROM provider WHERE ref = ?1), ?1)"
    return [db.execute(known, (ref,)).fetchone()[0] for ref in refs]


def put_settings(work: Work, values: Mapping[str, str]) -> None:
    """Set settings; an empty value, or the default's own, takes one away.

    Raises: NotFound, BadValue.
    """
    for name, value in values.items():
        if value or name not in SETTINGS:
            check_setting(name, value)
        _put(work, name, "" if value == SETTINGS[name].default else value)


def keep_own_policy(work: Work, name: str, body: str) -> None:
    """Lay the employer's rules, checked before, over the policy: in the place of those before."""
    if _own_policy(work.db) is None:
        insert(work, "own_policy", {"id": OWN, "name": name, "body": body})
    else:
        change(work, "own_policy", OWN, {"name": name, "body": body})


def drop_own_policy(work: Work) -> str:
    """Return the name of the employer's rules, now taken off; empty where there were none."""
    name = _own_policy(work.db)
    if name is not None:
        delete(work, "own_policy", OWN)
    return name or ""


def _own_policy(db: sqlite3.Connection) -> str | None:
    found = db.execute("SELECT name FROM own_policy WHERE id = ?", (OWN,)).fetchone()
    return found[0] if found else None


def _put(work: Work, name: str, value: str) -> None:
    is_set = work.db.execute("SELECT 1 FROM setting WHERE id = ?", (name,)).fetchone()
    if is_set and value:
        change(work, "setting", name, {"value": value})
    elif is_set:
        delete(work, "setting", name)
    elif value:
        insert(work, "setting", {"id": name, "value": value})
