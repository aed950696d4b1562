"""What ``snooze`` means by the words it is given: a follow-up, or a whole person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.days import day_context
from repplan.errors import BadDay, MissingValue, NotFound, RepplanError
from repplan.followups import actions as followups
from repplan.followups import queries
from repplan.followups.pick import pick_followup
from repplan.i18n.dates import parse_day, parse_interval
from repplan.inquiries import queries as inquiries
from repplan.inquiries.rules import InquiryRuns
from repplan.providers import queries as providers
from repplan.providers.pick import pick_provider
from repplan.providers.snooze import snooze_provider
from repplan.records import dataclass
from repplan.safety import queries as safety
from repplan.safety.rules import ClockRuns
from repplan.store.refs import ids_by_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from repplan.cli.runtime import Runtime
    from repplan.followups.model import Followup
    from repplan.providers.model import Provider
    from repplan.store.work import Work

_LONGEST_DAY = 3
"""Words that a day may have: ``next fri``, ``3 wks``, ``15 dec 2026``."""


@dataclass(frozen=True)
class PutOff:
    """What is put off until when: a follow-up, or a provider's cadence."""

    until: date
    followup: Followup | None = None
    provider: Provider | None = None


def read_snooze(runtime: Runtime, db: sqlite3.Connection, words: Sequence[str]) -> PutOff:
    """Return what is put off: the last words are the day. Raises: BadDay, NotFound, Ambiguous."""
    if len(words) < 2:
        raise MissingValue("UNTIL")
    problem: RepplanError = BadDay(words[-1])
    for count in range(min(_LONGEST_DAY, len(words) - 1), 0, -1):
        said = " ".join(words[-count:])
        try:
            interval = parse_interval(said)
            until = (
                interval.after(runtime.clock.today)
                if interval
                else parse_day(said, day_context(runtime))
            )
        except BadDay as error:
            problem = error
            continue
        return _meant(db, " ".join(words[:-count]), until)
    raise problem


def put_off(work: Work, meant: PutOff, because: str | None) -> PutOff:
    """Return what was put off, as it now is."""
    if meant.followup:
        item = followups.snooze(work, meant.followup.id, meant.until, because)
        return PutOff(meant.until, followup=item)
    if meant.provider:
        one = snooze_provider(work, meant.provider.id, meant.until, because)
        return PutOff(meant.until, provider=one)
    raise NotFound("")


def _meant(db: sqlite3.Connection, said: str, until: date) -> PutOff:
    """A follow-up where the words mean one; a whole person where they mean nothing else.

    Raises: ClockRuns, InquiryRuns: clocks can't be put off.
    """
    for table in ("safety_report", "inquiry"):
        if ids_by_ref(db, table, said):
            _refuse_clock(db, said)
    if ids_by_ref(db, "provider", said):
        return PutOff(until, provider=pick_provider(db, said))
    found = queries.by_words(db, said)
    people = providers.called(db, said)
    is_only_a_name = bool(people) and len(found) != 1
    if is_only_a_name and not found:
        return PutOff(until, provider=pick_provider(db, said))
    if not found:
        _refuse_clock(db, said)
    return PutOff(until, followup=pick_followup(db, said))


def _refuse_clock(db: sqlite3.Connection, said: str) -> None:
    """Raise ClockRuns or InquiryRuns where these words mean one that runs, or its ref."""
    reports, _is_sure = safety.called(db, said)
    if len(reports) == 1:
        raise ClockRuns(reports[0].what, reports[0].ref)
    asked, _is_sure = inquiries.called(db, said)
    if len(asked) == 1:
        raise InquiryRuns(asked[0].question, asked[0].ref)
