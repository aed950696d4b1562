"""Act on a calendar: its appointments become planned visits, busy time and days off, on one open Work."""

from __future__ import annotations

from datetime import UTC, date
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.can.model import TELL
from repplan.can.queries import may, may_there
from repplan.can.words import reason_text
from repplan.clock import from_instant, to_instant
from repplan.errors import RepplanError
from repplan.exchange.model import Row, Status
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import listed, message_of
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.timeoff import actions as timeoff
from repplan.timeoff import queries as times_off
from repplan.visits import actions as visits
from repplan.visits import queries as planned
from repplan.visits.model import ASKED, CANCELLED, GROUP, PLANNED
from repplan.visits.uids import sequence, visit_id_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from repplan.can.model import Reason
    from repplan.exchange.ics_model import CalendarReport, Happening, Story
    from repplan.exchange.ics_people import People, Person
    from repplan.store.work import Work
    from repplan.timeoff.model import CalendarEntry, TimeOff
    from repplan.visits.model import Visit

_OWN_ERRORS = frozenset({"visits.one-a-day", "day.past"})
"""What planning itself refuses, in words of its own."""

_LONGEST_MIN = 24 * 60
"""A visit is no longer than a day, as ``visit plan --minutes`` takes it."""

_NAMED = 4
"""Of several who fit, so many are named."""

_REMOTE = (
    ("phone", ("phone", "tel:", "电话")),
    ("video", ("zoom", "teams", "video", "视频", "腾讯会议")),
)
"""Channel → words of an appointment that isn't in person."""


@dataclass(frozen=True)
class Reading:
    """What a calendar is read with: who may be meant, the screen's language."""

    people: People
    language: str


class _Left(Exception):
    """An appointment that can't be a planned visit; its text says why."""


def take_calendar(
    work: Work, stories: Iterable[Story], reading: Reading, report: CalendarReport
) -> Iterator[Row]:
    """Yield what became of each appointment to come, in order, written as it goes.

    What was read before is known by its UID: it is moved, called off, or left as it is.
    """
    intake = _Intake(work, reading, report)
    for story in stories:
        yield from intake.take(story)


class _Intake:
    def __init__(self, work: Work, reading: Reading, report: CalendarReport) -> None:
        self._work = work
        self._people = reading.people
        self._language = reading.language
        self._report = report

    def take(self, story: Story) -> Iterator[Row]:
        """Yield the rows of one UID."""
        visit_id = visit_id_of(story.uid)
        if visit_id is not None:
            yield from self._take_own(story, visit_id)
            return
        known = times_off.entries(self._work.db, story.uid)
        for one in story.times:
            row = self._take_one(one, known.get(one.occurrence))
            if row is not None:
                yield row
        yield from self._withdraw_gone(story, known)

    # --- what repplan wrote itself ----------------------------------------------------------------

    def _take_own(self, story: Story, visit_id: str) -> Iterator[Row]:
        row = self._work.db.execute("SELECT 1 FROM visit WHERE id = ?", (visit_id,)).fetchone()
        for one in story.times:
            if row is None:
                yield self._row(one, Status.UNCLEAR, None, _("a visit that isn't in this store"))
            elif one.event.is_series:
                yield self._row(one, Status.UNCLEAR, None, _("a planned visit doesn't repeat"))
            else:
                yield self._move_own(one, planned.visit(self._work.db, visit_id))

    def _move_own(self, one: Happening, visit: Visit) -> Row:
        is_older = one.event.version[0] < sequence(self._work.db, visit.id)
        if visit.state == PLANNED and is_older and not _is_there(one, visit):
            return self._row(one, Status.SAME, visit.ref, _("the plan is newer than this file"))
        if visit.state != PLANNED:
            is_off = visit.state == CANCELLED
            why = _("it was called off here") if is_off else _("it is logged")
            is_so = is_off and one.event.is_cancelled
            return self._row(one, Status.SAME, visit.ref, "" if is_so else why)
        if one.event.is_cancelled:
            visits.cancel_visit(self._work, visit.id)
            return self._row(one, Status.CHANGED, visit.ref, _("called off in the calendar"))
        return self._moved(one, visit)

    def _moved(self, one: Happening, visit: Visit) -> Row:
        """Put a planned visit where the calendar has it; what a rule refuses stays where it is."""
        start = None if one.is_whole_days else one.starts
        minutes = one.minutes if start else None
        if (minutes or 0) > _LONGEST_MIN:
            return self._row(one, Status.REFUSED, visit.ref, _("it is longer than a day"))
        cells = {"minutes_planned": minutes} if minutes else {}
        is_there = _is_there(one, visit)
        if is_there and minutes in {None, visit.minutes_planned}:
            return self._row(one, Status.SAME, visit.ref)
        try:
            if not is_there:
                self._check_move(one, visit)
            visits.amend_visit(
                self._work,
                visit.id,
                cells,
                on=None if is_there else one.first,
                at=start.time() if start else None,
            )
        except RepplanError as error:
            return self._row(one, Status.REFUSED, visit.ref, message_of(error))
        except _Left as why:
            return self._row(one, Status.REFUSED, visit.ref, str(why))
        return self._row(one, Status.CHANGED, visit.ref, _("moved as in the calendar"))

    def _check_move(self, one: Happening, visit: Visit) -> None:
        db, clock = self._work.db, self._work.clock
        at = None if one.is_whole_days else one.starts.time()
        people = planned.provider_ids(db, visit.id)
        if visit.origin == GROUP and visit.account_id:
            _account, answer = may_there(
                db, clock, visit.account_id, visit.department, on=one.first, start=at,
                with_ids=people, heads=visit.heads, moving=visit,
            )  # fmt: skip
            self._refuse(answer.reasons)
            return
        for identity in planned.visited(db, people):
            answer = may(
                db, clock, providers.provider(db, identity), on=one.first, start=at,
                account_id=visit.account_id, department=visit.department, origin=visit.origin,
                channel=visit.channel, heads=visit.heads, with_ids=people, moving=visit,
            )  # fmt: skip
            self._refuse(answer.reasons)

    def _refuse(self, reasons: Iterable[Reason]) -> None:
        """Raise _Left for the first reason that a rule has against it, or wants a reason for."""
        for reason in reasons:
            if reason.action != TELL and reason.rule not in _OWN_ERRORS:
                raise _Left(reason_text(reason, self._work.today, self._language))

    # --- what others wrote ------------------------------------------------------------------------

    def _take_one(self, one: Happening, before: CalendarEntry | None) -> Row | None:
        event = one.event
        if before is not None and event.version[0] < before.sequence:
            self._report.skip("older")
            return None
        if event.is_cancelled:
            if before is None:
                self._report.skip("cancelled")
                return None
            return self._withdraw(one, before)
        if why := _aside(one):
            self._report.skip(why)
            return self._withdraw(one, before) if before and _is_alive(before) else None
        if before is not None and before.visit_id:
            return self._move_visit(one, before)
        if row := self._stays_ended(one, before):
            return row
        if one.is_whole_days:
            return self._put(one, before)
        meant = self._people.meant(event.summary, event.emails)
        if not meant:
            return self._put(one, before)
        try:
            return self._plan(one, before, meant)
        except RepplanError as error:
            why = message_of(error)
        except _Left as left:
            why = str(left)
        return self._put(one, before, _("busy time: {why}").format(why=why))

    def _stays_ended(self, one: Happening, before: CalendarEntry | None) -> Row | None:
        """Return the row of what the rep ended here; None: nobody did."""
        if before is None or before.time_off_id is None:
            return None
        known = times_off.time_off(self._work.db, before.time_off_id)
        if not known.has_ended:
            return None
        self._remember(one, before, time_off_id=known.id)
        return self._row(one, Status.SAME, known.ref, _("it was ended here"))

    def _plan(self, one: Happening, before: CalendarEntry | None, meant: list[Person]) -> Row:
        """Plan a visit with the one who is meant. Raises: _Left, what planning raises."""
        if len(meant) > 1:
            refs = listed(f"{each.name} {each.ref}" for each in meant[:_NAMED])
            raise _Left(_("several may be meant: {refs}").format(refs=refs))
        who, db = meant[0], self._work.db
        on, at = one.first, one.starts.time()
        if (one.minutes or 0) > _LONGEST_MIN:
            raise _Left(_("it is longer than a day"))
        there = planned.planned_on(db, on.isoformat(), [who.id], None)
        if there is not None:
            self._check_same(one, there)
            self._remember(one, before, visit_id=there.id)
            if there.start_at is None:
                return self._moved(one, there)
            return self._row(one, Status.SAME, there.ref, _("planned already"))
        channel = _channel(one)
        answer = may(db, self._work.clock, providers.provider(db, who.id), on=on, start=at,
                     channel=channel)  # fmt: skip
        self._refuse(answer.reasons)
        cells = {
            "minutes_planned": one.minutes,
            "channel": channel,
            "appointment": ASKED if one.event.is_tentative else "agreed",
        }
        visit = visits.plan_visit(
            self._work, on=on, at=at, provider_ids=[who.id], account_id=None, cells=cells
        )
        self._remember(one, before, visit_id=visit.id)
        return self._row(one, Status.NEW, visit.ref, _("visit: {name}").format(name=who.name))

    def _check_same(self, one: Happening, there: Visit) -> None:
        """Raise _Left where they are planned that day at another time."""
        if there.start_at is None:
            return
        start = from_instant(there.start_at)
        if start.replace(tzinfo=None) != one.starts:
            text = _("{ref} is planned with them that day at {hour}")
            raise _Left(text.format(ref=there.ref, hour=f"{start:%H:%M}"))

    def _move_visit(self, one: Happening, before: CalendarEntry) -> Row:
        """Move the visit that an appointment became; one that was called off or logged stays."""
        visit = planned.visit(self._work.db, str(before.visit_id))
        self._remember(one, before, visit_id=visit.id)
        if visit.state != PLANNED:
            is_off = visit.state == CANCELLED
            why = _("it was called off here") if is_off else _("it is logged")
            return self._row(one, Status.SAME, visit.ref, why)
        if before.hours_read == _hours_of(one) and not _is_there(one, visit):
            # Many calendars never count their versions: the same hours are no news.
            return self._row(one, Status.SAME, visit.ref, _("it was moved here since"))
        return self._moved(one, visit)

    def _put(self, one: Happening, before: CalendarEntry | None, why: str = "") -> Row:
        """Write busy time, or days off; ``why`` it is no visit, where somebody is named."""
        known = times_off.time_off(self._work.db, before.time_off_id) if (
            before and before.time_off_id
        ) else None  # fmt: skip
        hours = None if one.is_whole_days else one.hours
        what = one.event.summary or None
        if known is not None and _is_same(known, one, hours, what):
            self._remember(one, before, time_off_id=known.id)
            return self._row(one, Status.SAME, known.ref, why)
        try:
            made = timeoff.put_read(
                self._work, one.first, one.last, what=what, hours=hours,
                identity=known.id if known else None,
            )  # fmt: skip
        except RepplanError as error:
            return self._row(one, Status.REFUSED, None, message_of(error))
        self._remember(one, before, time_off_id=made.id)
        if known is not None:
            return self._row(one, Status.CHANGED, made.ref, why or _("moved as in the calendar"))
        return self._row(one, Status.NEW, made.ref, why)

    def _withdraw(self, one: Happening, before: CalendarEntry) -> Row | None:
        """Take back what an appointment became that was called off."""
        if not _is_alive(before):
            self._remember(one, before)
            return None
        ref = self._call_off(before, one.event.version[0])
        return self._row(one, Status.CHANGED, ref, _("called off in the calendar")) if ref else None

    def _withdraw_gone(self, story: Story, known: dict[str, CalendarEntry]) -> Iterator[Row]:
        """Take back what a series no longer has: days that were left out of it, or all of it."""
        master = story.master
        if master is None or not (master.is_series or master.is_cancelled):
            return
        there = {one.occurrence for one in story.times}
        last = f"{self._report.until:%Y%m%d}~" if self._report.until else ""
        today = f"{self._work.today:%Y%m%d}"
        for key, entry in known.items():
            is_asked_about = not key or today <= key <= last or master.is_cancelled
            if key in there or not is_asked_about or master.version[0] < entry.sequence:
                continue
            if not _is_alive(entry):
                continue
            ref = self._call_off(entry, master.version[0])
            if ref:
                name = master.summary or _("private")
                yield Row(master.line, Status.CHANGED, ref, name, _("called off in the calendar"))

    def _call_off(self, entry: CalendarEntry, version: int) -> str:
        """Return the ref of what was called off; empty where it is over, or isn't planned any more."""
        db, today = self._work.db, self._work.today.isoformat()
        if entry.visit_id:
            visit = planned.visit(db, entry.visit_id)
            if visit.state != PLANNED or visit.on_date < today:
                return ""
            visits.cancel_visit(self._work, visit.id)
            timeoff.remember(self._work, entry.uid, entry.occurrence, version, before=entry,
                             visit_id=visit.id)  # fmt: skip
            return visit.ref
        taken = times_off.time_off(db, str(entry.time_off_id))
        if taken.until_on <= today:
            return ""
        timeoff.remember(self._work, entry.uid, entry.occurrence, version, before=entry)
        return taken.ref

    def _remember(
        self,
        one: Happening,
        before: CalendarEntry | None,
        *,
        visit_id: str | None = None,
        time_off_id: str | None = None,
    ) -> None:
        hours = _hours_of(one) if visit_id or time_off_id else ""
        timeoff.remember(
            self._work, one.event.uid, one.occurrence, one.event.version[0], hours_read=hours,
            before=before, visit_id=visit_id, time_off_id=time_off_id,
        )  # fmt: skip

    def _row(self, one: Happening, status: Status, ref: str | None, reason: str = "") -> Row:
        day = show_day(one.first, self._work.today, self._language)
        hour = "" if one.is_whole_days else f" {one.starts.hour}:{one.starts.minute:02}"
        name = one.event.summary or _("private")
        return Row(one.event.line, status, ref, f"{day}{hour} {name}", reason)


def _hours_of(one: Happening) -> str:
    """When it is, as text, to tell whether the calendar has moved it."""
    return f"{one.starts.isoformat()}/{one.minutes or 0}"


def _is_there(one: Happening, visit: Visit) -> bool:
    """Whether a visit is planned for when the calendar has it; a called-off one is nowhere."""
    start = None if one.is_whole_days else to_instant(one.starts.astimezone(UTC))
    is_same = visit.on_date == one.first.isoformat() and visit.start_at == start
    return is_same and not one.event.is_cancelled


def _aside(one: Happening) -> str:
    """Return why an appointment takes nothing, as ``CalendarReport.skipped`` counts it."""
    if one.event.is_free or one.ends <= one.starts:
        return "free"
    if one.is_whole_days and not one.event.is_away:
        return "days"
    return ""


def _is_alive(entry: CalendarEntry) -> bool:
    return bool(entry.visit_id or entry.time_off_id)


def _is_same(
    known: TimeOff, one: Happening, hours: tuple[str, str] | None, what: str | None
) -> bool:
    said: tuple[date, date, str | None, str | None, str | None]
    said = (one.first, one.last, *(hours or (None, None)), what)
    return said == (known.first, known.written_last, known.from_time, known.until_time, known.what)


def _channel(one: Happening) -> str:
    words = f"{one.event.summary} {one.event.place}".casefold()
    return next(
        (channel for channel, signs in _REMOTE if any(sign in words for sign in signs)),
        "in-person",
    )
