"""A visit, from wish to filing, in the field's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_, NP_
from repplan.fields import Field, Kind
from repplan.records import dataclass, field

if TYPE_CHECKING:
    from datetime import date, time

    from repplan.followups.model import Followup
    from repplan.objectives.model import Objective
    from repplan.providers.model import Provider
    from repplan.samples.model import Left, Movement
    from repplan.screening.model import Hit
    from repplan.visits.notation import Ask, Note

PLANNED, LOGGED, FILED, CANCELLED = N_("planned"), N_("logged"), N_("filed"), N_("cancelled")
STATES = (PLANNED, LOGGED, FILED, CANCELLED)
OUTCOMES = (N_("seen"), N_("brief"), N_("staff"), N_("no-see"), CANCELLED)
CONTACT = frozenset({"seen", "brief"})
IN_PERSON = N_("in-person")
CHANNELS = (
    IN_PERSON, N_("phone"), N_("video"), N_("email"), N_("message"), N_("event"),
)  # fmt: skip
PURPOSES = (
    N_("talk"), N_("case"), N_("demo"), N_("training"), N_("department meeting"), N_("problem"),
)  # fmt: skip
GROUP = N_("group")
ORIGINS = (N_("unsolicited"), N_("requested"), N_("enquiry"), N_("safety follow-up"), GROUP)
WISHED, ASKED = NP_("appointment", "wished"), NP_("appointment", "asked")
APPOINTMENTS = (WISHED, ASKED, NP_("appointment", "agreed"), NP_("appointment", "confirmed"))

FIELDS = (
    Field("outcome", N_("outcome: seen, brief, staff, no-see, cancelled"), Kind.CHOICE, OUTCOMES,
          is_needed=True),
    Field("channel", N_("channel: in-person, phone, video, email, message, event"), Kind.CHOICE,
          CHANNELS, is_needed=True),
    Field("purpose", N_("purpose: talk, case, demo, training, department meeting, problem"),
          Kind.CHOICE, PURPOSES),
    Field("origin", N_("origin: unsolicited, requested, enquiry, safety follow-up, group"),
          Kind.CHOICE, ORIGINS),
    Field("minutes_planned", N_("planned: minutes agreed"), Kind.COUNT),
    Field("minutes", N_("took: minutes used"), Kind.COUNT),
    Field("heads", N_("heads: how many were, or will be, there"), Kind.COUNT),
    Field("appointment", N_("appointment: wished, asked, agreed, confirmed"), Kind.CHOICE,
          APPOINTMENTS),
    Field("agreed_with", N_("agreed with: who said yes to it")),
    Field("department", N_("department")),
    Field("said", N_("said: in their words")),
    Field("agreed", N_("agreed: on what, in the visit")),
    Field("reading", N_("my reading: never shown as theirs")),
    Field("rival", N_("rival: news of competitors")),
)  # fmt: skip

TEXTS = ("said", "agreed", "reading", "rival")
"""Columns of one's own words: they are checked before they are kept."""


@dataclass(frozen=True)
class Visit:
    """One visit. ``on_date`` is the local day, ``start_at`` the instant (UTC) where known."""

    id: str
    ref: str
    account_id: str | None
    department: str
    on_date: str
    start_at: str | None
    minutes_planned: int | None
    minutes: int | None
    channel: str
    purpose: str | None
    heads: int | None
    origin: str | None
    state: str
    appointment: str | None
    agreed_with: str | None
    cancelled_by: str | None
    objective_id: str | None
    outcome: str | None
    said: str | None
    agreed: str | None
    reading: str | None
    rival: str | None
    sample_text: str | None
    next_on: str | None
    typed: str | None

    @property
    def is_actual(self) -> bool:
        """Whether it happened or was tried: logged or filed."""
        return self.state in {LOGGED, FILED}


@dataclass(frozen=True)
class Talked:
    """A product that was discussed, with the reaction (``++ + ~ - --``) where one was noted."""

    product_id: str
    product: str
    reaction: str | None
    said: str | None


@dataclass(frozen=True)
class Raised:
    """An objection that was raised; ``kind`` None: not known which.

    ``objection_id`` is the approved one it matches, ``objection`` its words; ``answer`` what we
    said to it, ``has_landed`` None where nobody noted it.
    """

    said: str
    kind: str | None
    objection_id: str | None = None
    product_id: str | None = None
    answer: str | None = None
    has_landed: bool | None = None
    objection: str | None = None


@dataclass(frozen=True)
class WholeVisit:
    """A visit with everything that hangs on it; ``medical`` are follow-ups that medical affairs answer.

    ``account`` is a name, empty where none is known; ``ref`` the shortest that a screen needs.
    """

    visit: Visit
    ref: str
    people: tuple[Provider, ...] = ()
    account: str = ""
    objective: Objective | None = None
    talked: tuple[Talked, ...] = ()
    raised: tuple[Raised, ...] = ()
    given: tuple[str, ...] = ()
    followups: tuple[Followup, ...] = ()
    medical: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """Which visits are asked for; empty or None filters nothing. ``until`` is exclusive."""

    provider_id: str | None = None
    account_id: str | None = None
    department: str = ""
    state: str | None = None
    origin: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class VisitRequest:
    """What somebody said of a visit, before the store is asked what it means.

    ``at`` None: no time was given. ``account_id``: a visit to a group there; ``place_id``: where
    the people named were met, None: where they mainly work. ``channel`` empty: as planned, else in
    person. ``kept`` holds the questions answered "leave it as said", ``picked`` the
    open record (its id) that was picked for a segment. ``is_outcome_said``: nothing in the text changes it.
    ``because`` is why it is kept though a rule warns of it; ``is_masked``: who a patient is was agreed to
    be left out. ``reports`` are the segments (as typed) to report, ``medical`` those for medical affairs.
    ``where`` is the line of the file that it was read from: ``inbox.txt:12``.
    """

    text: str
    on: date
    at: time | None = None
    provider_ids: tuple[str, ...] = ()
    account_id: str | None = None
    place_id: str | None = None
    department: str = ""
    outcome: str = "seen"
    channel: str = ""
    minutes: int | None = None
    heads: int | None = None
    kept: frozenset[tuple[str, str]] = frozenset()
    picked: tuple[tuple[str, str], ...] = ()
    is_outcome_said: bool = False
    typed: str | None = None
    because: str = ""
    is_masked: bool = False
    reports: tuple[str, ...] = ()
    medical: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class Found:
    """What a rule found in a segment (as typed; empty: in the reason that was given)."""

    segment: str
    hit: Hit


@dataclass(frozen=True)
class Opened:
    """What a log opened beside the visit, a safety report or an inquiry; ``short`` is its ref."""

    ref: str
    short: str
    due_at: str | None = None


@dataclass(frozen=True)
class Settles:
    """An open record that a segment settles. ``kind`` is followup or concern."""

    kind: str
    id: str
    ref: str
    what: str
    proof: str


@dataclass(frozen=True)
class Result:
    """How an objective ended."""

    objective_id: str
    ref: str
    result: str
    why: str


@dataclass(frozen=True)
class VisitDraft:
    """A visit as it would be written. ``asks`` are what is unclear: answered before it is.

    ``raised`` are the objections, one for each of their segments, in order; ``left`` the samples,
    where a memo of them is kept.
    """

    request: VisitRequest
    note: Note
    planned_id: str | None
    start_at: str | None
    channel: str = IN_PERSON
    products: tuple[tuple[str, str | None, str], ...] = ()
    raised: tuple[Raised, ...] = ()
    settles: tuple[Settles, ...] = ()
    result: Result | None = None
    via: tuple[tuple[int, str], ...] = ()
    left: tuple[Left, ...] = ()
    asks: tuple[Ask, ...] = ()
    found: tuple[Found, ...] = ()


@dataclass(frozen=True)
class LoggedVisit:
    """What a log wrote: ids and refs of each record, for the screen, JSON and tests."""

    visit: Visit
    provider_ids: tuple[str, ...]
    followup_ids: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    result: Result | None = None
    asks: tuple[Ask, ...] = field(default_factory=tuple)
    next_ref: str | None = None
    moved: tuple[Movement, ...] = ()
    reports: tuple[Opened, ...] = ()
    inquiries: tuple[Opened, ...] = ()
