"""Knowledge in the queue: news for those who asked for it; what may no longer be said or shown."""

from __future__ import annotations

from datetime import timedelta
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.day import Group, Person, QueueItem
from repplan.due.model import EXPIRED
from repplan.due.rules import TIER_STEPS, expired_terms, share_terms
from repplan.due.typed import typed_word
from repplan.i18n.phrases import choice_word, listed
from repplan.products import matching
from repplan.products import queries as products
from repplan.products.model import OWN_NEWS
from repplan.providers.namesakes import names_apart
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.due.today import Today
    from repplan.products.matching import Match
    from repplan.products.model import Material

_READ = 240
"""Of the records that hold a topic's words, so many are looked at, for all news together: the
morning won't wait."""

_NEWS = 3
"""So many pieces of news are looked at, the newest."""

_NAMED = 2
"""Names on the line: its room is the title's."""

_EXPIRED_SQL = " UNION ALL ".join(
    f"SELECT '{table}' AS tbl, t.product_id, d.ref, d.name, t.ref AS own_ref, t.expires_on "
    f"FROM {table} t LEFT JOIN product d ON d.id = t.product_id "
    "WHERE t.expires_on < :today AND t.retired_on IS NULL AND d.until_on IS NULL"
    for table in ("message", "objection", "material")
)


def news(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return the news of the last time that matters to somebody who hasn't got it: a line each."""
    since = (day.today - timedelta(day.settings.number("due.share"))).isoformat()
    newest = products.news(db, since=since, today=day.iso)[:_NEWS]
    if not newest:
        return []
    each = matching.matches_of_each(db, newest, today=day.iso, most=_READ)
    those = [(one, matching.people(found)) for one, found in zip(newest, each, strict=True)]
    return [_shared(db, day, one, people) for one, people in those if people]


def expired(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return whose approvals ran out, a line for each product; the longest ago comes first."""
    rows = db.execute(f"{_EXPIRED_SQL} ORDER BY expires_on, own_ref", {"today": day.iso})
    products: dict[str | None, list[sqlite3.Row]] = {}
    for row in rows:
        products.setdefault(row["product_id"], []).append(row)
    return [_ran_out(db, day, of_one) for of_one in products.values()]


def _shared(
    db: sqlite3.Connection, day: Today, one: Material, people: Sequence[Match]
) -> QueueItem:
    # Whoever is seen today comes first, then the best tier; the rest is in the matches' order.
    best = sorted(
        people,
        key=lambda who: (who.provider_id not in day.hours, -TIER_STEPS.get(who.tier or "", 0)),
    )
    seen = [who for who in best if who.provider_id in day.hours]
    first = best[0]
    is_alone = len(best) == 1
    ref = short_ref(db, "material", one.ref)
    # News for the rep alone is nothing to hand over.
    if is_alone and one.kind not in OWN_NEWS:
        apart = names_apart(db, {first.provider_id: (first.short_name, first.given_name)})
        name = first.provider_ref if apart else typed_word(first.short_name)
        step = f"material give {ref} {name}"
    else:
        step = f"material match {ref}"
    return QueueItem(
        ref=one.ref,
        group=Group.SHARE,
        kind="share",
        what=one.title if is_alone else f"{_names(db, best)}: {one.title}",
        person=_person(first) if is_alone else None,
        account="",
        due_on=None,
        overdue_days=0,
        why=share_terms(
            day.settings,
            people=len(best),
            asked=sum(who.is_open and who.how == matching.ASKED for who in best),
            tier=max((who.tier or "" for who in best), key=lambda tier: TIER_STEPS.get(tier, -1)),
            is_seen_today=bool(seen),
        ),
        when=choice_word("kind", one.kind),
        next=step,
        at=day.hours[seen[0].provider_id] if seen else "",
    )


def _names(db: sqlite3.Connection, people: Sequence[Match]) -> str:
    """Return the first names, told apart, and how many more there are."""
    first = people[:_NAMED]
    apart = names_apart(db, {who.provider_id: (who.short_name, who.given_name) for who in first})
    names = listed(apart.get(who.provider_id) or who.short_name for who in first)
    more = len(people) - len(first)
    # L10n: behind a few names: so many more people.
    return _("{names} + {n}").format(names=names, n=more) if more else names


def _person(who: Match) -> Person:
    return Person(
        who.provider_id, who.provider_ref, who.provider, who.short_name, who.tier, who.given_name
    )


def _ran_out(db: sqlite3.Connection, day: Today, rows: Sequence[sqlite3.Row]) -> QueueItem:
    first = rows[0]
    counts = {table: sum(row["tbl"] == table for row in rows) for table in _COUNTED}
    said = listed(_COUNTED[table](count) for table, count in counts.items() if count)
    name = first["name"]
    if name:
        step = f"product show {typed_word(name)}"
    else:
        step = f"material show {short_ref(db, 'material', first['own_ref'])}"
    return QueueItem(
        ref=first["ref"] or first["own_ref"],
        group=Group.NO_NEXT_STEP,
        kind=EXPIRED,
        what=_("{product}: approval ran out: {what}").format(product=name, what=said)
        if name
        else _("approval ran out: {what}").format(what=said),
        person=None,
        account="",
        due_on=first["expires_on"],
        overdue_days=day.overdue(first["expires_on"]),
        why=expired_terms(day.settings, len(rows)),
        when=_("since {days}d").format(days=day.overdue(first["expires_on"])),
        next=step,
    )


_COUNTED = {
    "message": lambda n: ngettext("{n} message", "{n} messages", n).format(n=n),
    "objection": lambda n: ngettext("{n} answer", "{n} answers", n).format(n=n),
    "material": lambda n: ngettext("{n} material", "{n} materials", n).format(n=n),
}
