"""Ask what was objected, by whom, and which answer landed with whom: from logged visits."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from repplan.products import queries
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_EXAMPLES = 3

_LOGGED = (
    "FROM visit_objection o JOIN visit v ON v.id = o.visit_id "
    "LEFT JOIN objection x ON x.id = o.objection_id "
    "WHERE v.state IN ('logged', 'filed') AND v.on_date >= :since "
    "AND (:product IS NULL OR coalesce(x.product_id, o.product_id) = :product)"
)
_PEOPLE = (
    "SELECT o.id, p.id, p.role, p.specialties FROM visit_provider vp "
    "JOIN provider p ON p.id = vp.provider_id JOIN visit_objection o ON o.visit_id = vp.visit_id "
    f"WHERE o.id IN (SELECT o.id {_LOGGED})"
)


@dataclass(frozen=True)
class Answered:
    """One answer that was used: how often, and how often it landed, didn't, or nobody knows.

    ``by_role`` and ``by_specialty``: (who, landed, landed or not). Empty ``answer``: none noted.
    """

    answer: str
    used: int
    landed: int
    missed: int
    unknown: int
    by_role: tuple[tuple[str, int, int], ...]
    by_specialty: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Raised:
    """An objection as it was raised. One without an approved answer has no ref, text or product.

    Such ones are counted by their kind (None: unknown), with ``examples`` in their words, the
    most frequent first. ``people`` are all who were there.
    """

    ref: str | None
    text: str | None
    category: str | None
    product: str | None
    raised: int
    people: int
    last_on: str
    by_role: tuple[tuple[str, int], ...]
    by_specialty: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True)
class _Person:
    id: str
    role: str
    specialties: tuple[str, ...]


def objection_stats(
    db: sqlite3.Connection, *, product_id: str | None = None, since: str | None = None
) -> list[Raised]:
    """Return the objections that visits logged, the most frequent first.

    ``product_id``: only those to this product; ``since`` (ISO): only from that day on.
    """
    facts = {"product": product_id, "since": since or ""}
    there: dict[str, list[_Person]] = {}
    for row_id, provider_id, role, specialties in db.execute(_PEOPLE, facts):
        one = _Person(provider_id, role, tuple(json.loads(specialties)))
        there.setdefault(row_id, []).append(one)
    groups: dict[tuple[str | None, str | None], list[sqlite3.Row]] = {}
    for row in db.execute(
        "SELECT o.id, o.objection_id, o.kind, o.said, o.answer, o.has_landed, v.on_date "
        f"{_LOGGED} ORDER BY v.on_date, o.id",
        facts,
    ):
        is_known = row["objection_id"] is not None
        groups.setdefault((row["objection_id"], None if is_known else row["kind"]), []).append(row)
    found = [_raised(db, key, rows, there) for key, rows in groups.items()]
    return sorted(found, key=lambda one: (-one.raised, one.text is None, one.text or "", one.ref))


def _raised(
    db: sqlite3.Connection,
    key: tuple[str | None, str | None],
    rows: Sequence[sqlite3.Row],
    there: dict[str, list[_Person]],
) -> Raised:
    objection_id, kind = key
    known = queries.objection(db, objection_id) if objection_id else None
    people = [person for row in rows for person in there.get(row["id"], ())]
    return Raised(
        ref=known.ref if known else None,
        text=known.text if known else None,
        category=known.category if known else kind,
        product=known.product if known else None,
        raised=len(rows),
        people=len({person.id for person in people}),
        last_on=rows[-1]["on_date"],
        by_role=_most(person.role for person in people),
        by_specialty=_most(name for person in people for name in person.specialties),
        examples=() if known else _examples(rows),
        answers=_answers(rows, there),
    )


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(names)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _examples(rows: Sequence[sqlite3.Row]) -> tuple[str, ...]:
    """What was said, the most frequent first; the last way to write it stands for it."""
    written = {fold(row["said"]): row["said"] for row in rows}
    counted = Counter(fold(row["said"]) for row in rows)
    return tuple(written[folded] for folded, _n in counted.most_common(_EXAMPLES))


def _answers(rows: Sequence[sqlite3.Row], there: dict[str, list[_Person]]) -> tuple[Answered, ...]:
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        groups.setdefault(fold(row["answer"] or ""), []).append(row)
    found = [_answered(of_one, there) for of_one in groups.values()]
    return tuple(
        sorted(found, key=lambda one: (not one.answer, -one.landed, -one.used, one.answer))
    )


def _answered(rows: Sequence[sqlite3.Row], there: dict[str, list[_Person]]) -> Answered:
    landed = sum(row["has_landed"] == 1 for row in rows)
    missed = sum(row["has_landed"] == 0 for row in rows)
    told = [
        (person, row["has_landed"])
        for row in rows
        if row["has_landed"] is not None
        for person in there.get(row["id"], ())
    ]
    return Answered(
        answer=rows[-1]["answer"] or "",
        used=len(rows),
        landed=landed,
        missed=missed,
        unknown=len(rows) - landed - missed,
        by_role=_with_whom((person.role, has_landed) for person, has_landed in told),
        by_specialty=_with_whom(
            (name, has_landed) for person, has_landed in told for name in person.specialties
        ),
    )


def _with_whom(told: Iterable[tuple[str, int]]) -> tuple[tuple[str, int, int], ...]:
    pairs = list(told)
    landed = Counter(who for who, has_landed in pairs if has_landed)
    every = Counter(who for who, _has_landed in pairs)
    found = [(who, landed[who], count) for who, count in every.items()]
    return tuple(sorted(found, key=lambda one: (-one[1] / one[2], -one[2], one[0])))
