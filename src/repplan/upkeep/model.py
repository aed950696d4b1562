"""What upkeep speaks of: batches, changes, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float | None


@dataclass(frozen=True)
class Batch:
    """What one command wrote, in one go.

    ``ref`` and ``command`` None: edits from outside repplan, made between two commands.
    ``undoes`` is the batch that it took back; ``undone_by`` the one that took it back and stands.
    """

    ref: str | None
    command: str | None
    at: str
    actor: str | None
    undoes: str | None
    first_seq: int
    last_seq: int
    undone_by: str | None = None

    @property
    def changes(self) -> int:
        """How many rows of the journal it is: a cell that was set, a record added or deleted."""
        return self.last_seq - self.first_seq + 1


@dataclass(frozen=True)
class Named:
    """A record as a person tells it from others: ``title`` is its name or its text."""

    table: str
    row: str
    ref: str
    title: str


@dataclass(frozen=True)
class Change:
    """One row of the journal; ``column`` None: the whole record was added or deleted.

    ``is_apart``: it is of a personal note, whose words are told only where they are asked for.
    """

    record: Named
    kind: str
    column: str | None
    old: Value
    new: Value
    is_erased: bool = False
    is_apart: bool = False


@dataclass(frozen=True)
class Entry:
    """One batch with those of its changes that were asked for."""

    batch: Batch
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Count:
    """How many records of a table a batch added, set or deleted (``kind`` add, set, del).

    ``titles`` names them where they are few, else it is empty.
    """

    table: str
    kind: str
    records: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class TakenBack:
    """A batch that was taken back by the batch ``by``. ``redoes``: it was itself an undo."""

    batch: Batch
    by: str
    redoes: Batch | None
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Finding:
    """Something that isn't as it should be. ``message`` is a message id with places for ``facts``.

    ``severity`` error: it has to be mended; note: worth knowing, the store is whole all the same.
    ``fix`` is the command that mends or shows it.
    """

    rule: str
    message: str
    severity: str = "error"
    ref: str | None = None
    fix: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


MENDS = "repplan check --fix"
"""The fix of everything that is counted from something else."""

PARTS = frozenset(
    {"visit_provider", "visit_product", "visit_objection", "spend_share", "calendar_entry"}
)
"""Tables whose rows are parts of another record: not counted beside it."""

STANDING = frozenset({"sample_movement", "sample_lot", "sample_count"})
"""Tables whose rows stay when their batch is taken back: samples get a correcting movement."""

ORDER = (
    "safety_report",
    "inquiry",
    "visit",
    "followup",
    "sample_movement",
    "spend",
    "consent",
    "objective",
    "note",
    "value_given",
    "concern",
    "provider",
    "affiliation",
    "licence",
    "stance",
    "relation",
    "account",
    "reception_rule",
    "time_off",
    "sample_lot",
    "sample_count",
    "rollout",
    "product",
    "message",
    "objection",
    "material",
    "coverage",
    "pack",
    "drill_card",
    "watch_word",
    "override",
    "own_policy",
    "setting",
)
"""Tables as a rep would tell what was done, the weightiest first."""
