"""Promises, ours and theirs, and what a provider cares about, in the field's words."""

from __future__ import annotations

from typing import Any

from repplan.errors import N_
from repplan.records import dataclass, field_types

US, THEM = "us", "them"
BY = (US, THEM)
KINDS = (
    N_("promise"), N_("question"), N_("article"), N_("introduction"), N_("check-in"),
    N_("problem"), N_("sample"), N_("other"),
)  # fmt: skip
QUESTION = "question"
CHECK_IN = "check-in"
"""The kind of a day on which to ask how it goes: promised to nobody, so it is never late."""

CHANNELS = (N_("email"), N_("phone"), N_("message"))

OPEN, KEPT, LATE = N_("open"), N_("kept"), N_("late")
BROKEN, WAIVED = N_("broken"), N_("waived")


@dataclass(frozen=True)
class Followup:
    """One promise. Days are ISO text; None means: not known, or not so.

    ``provider``, ``account`` and ``via`` are names; ``via`` is the colleague it waits on, since
    ``via_since_on``. ``is_assumed``: nobody named ``due_on``.
    """

    id: str
    ref: str
    provider_id: str | None
    account_id: str | None
    visit_id: str | None
    by: str
    kind: str
    what: str
    channel: str | None
    via_id: str | None
    via_since_on: str | None
    made_on: str
    due_on: str | None
    is_assumed: bool
    state: str
    closed_on: str | None
    proof: str | None
    why: str | None
    snoozed_until: str | None
    snoozed_because: str | None
    provider_ref: str | None
    provider: str | None
    short_name: str | None
    account: str | None
    via_ref: str | None
    via: str | None

    @property
    def whose(self) -> str:
        """Whom it is for: the provider's name, else the account's."""
        return self.provider or self.account or ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be kept."""
        return self.state == OPEN


@dataclass(frozen=True)
class Concern:
    """What a provider cares about, in their words; open until a visit settles it."""

    id: str
    provider_id: str
    visit_id: str | None
    what: str
    raised_on: str
    settled_on: str | None


def unwritten(
    *,
    by: str,
    kind: str,
    what: str,
    due_on: str | None,
    is_assumed: bool,
    channel: str | None = None,
) -> Followup:
    """Return a promise that isn't in the store: what a dry run shows."""
    empty = dict.fromkeys(field_types(Followup))
    told = {
        "by": by,
        "kind": kind,
        "what": what,
        "due_on": due_on,
        "is_assumed": is_assumed,
        "channel": channel,
    }
    facts: dict[str, Any] = {**empty, "id": "", "ref": "", "made_on": "", "state": OPEN, **told}
    return Followup(**facts)
