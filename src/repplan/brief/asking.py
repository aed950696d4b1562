"""The questions of a brief: what isn't known of a person, asked of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.questions import questions_for
from repplan.visits.talk import heard_from

if TYPE_CHECKING:
    import sqlite3

    from repplan.brief.door import Door
    from repplan.products.questions import Question
    from repplan.visits.talk import Talk


def questions(door: Door, talk: Talk, *, most: int = 3) -> tuple[Question, ...]:
    """Return the questions to ask, from what isn't known of this person."""
    return questions_for(talk.provider.role, _gaps(door, talk), most=most)


def _gaps(door: Door, talk: Talk) -> dict[str, str]:
    """What isn't known of them → the words for its question."""
    one = talk.provider
    gaps = {"product": talk.product}
    if talk.chosen.concern:
        return {**gaps, "concern": talk.chosen.concern}
    if not one.patients:
        gaps["patients"] = ""
    if not one.prescribing:
        gaps["prescribing"] = ""
    if not _knows_who_decides(door.db, talk.account_id):
        gaps["decides"] = ""
    if talk.product_id and not door.coverage:
        gaps["coverage"] = ""
    if talk.objectives and not talk.objectives[0].measure:
        gaps["measure"] = ""
    last = next(iter(heard_from(door.db, one.id, talk.on)), None)
    if last and last.has_landed is False:
        gaps["objection"] = last.said
    return gaps


def _knows_who_decides(db: sqlite3.Connection, account_id: str | None) -> bool:
    """Whether it is known who decides or signs at an account; of none there is nothing to know."""
    if account_id is None:
        return True
    row = db.execute(
        "SELECT 1 FROM account WHERE id = :account AND signs <> '' UNION ALL "
        "SELECT 1 FROM stance WHERE account_id = :account AND influence = 'decision-maker' LIMIT 1",
        {"account": account_id},
    ).fetchone()
    return row is not None
