"""An inbox file: who each header means, on which day; its visits are written as one."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, NoReturn

from repplan.cli.ask import choose, may_ask
from repplan.cli.incoming import checked, decoded, stdin_bytes
from repplan.cli.show import out, out_json, say
from repplan.errors import N_, BadWholeFile, Declined, NotFound, RepplanError
from repplan.i18n.phrases import listed, message_of, with_note
from repplan.providers import queries as providers
from repplan.records import dataclass, replace
from repplan.visits.actions import logged_before, refuse_second_log
from repplan.visits.inbox import read_inbox
from repplan.visits.log_flow import request_of, show, whose_of, write_all
from repplan.visits.log_views import logged_json, planned_by
from repplan.visits.party import Party, moment, party_of
from repplan.visits.rules import check_past
from repplan.visits.writing import named_at

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from repplan.cli.runtime import Runtime
    from repplan.cli.show import Line
    from repplan.visits.inbox import InboxVisit
    from repplan.visits.log_flow import Options
    from repplan.visits.log_views import Logged
    from repplan.visits.model import VisitRequest

_LARGEST = 1_000_000
"""Bytes of an inbox file: years of notes; more is the wrong file."""


@dataclass(eq=False)
class BadHeaders(RepplanError):
    """Several headers of a file can't be taken in; ``lines`` says of each where it is, and why."""

    slug: ClassVar[str] = "bad-headers"
    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = N_("{count} visits can't be taken in:\n{lines}")
    hint: ClassVar[str] = N_("Nothing was written. Mend the file and run it again.")
    file: str
    count: int
    lines: str
    headers: list[dict[str, object]]


@dataclass(frozen=True)
class Repeat:
    """A visit that stands in a file a second time: ``line`` is its header's, ``first`` the other."""

    line: int
    first: int
    header: str


@dataclass(frozen=True)
class ReadInbox:
    """The visits of a file, each once, ready to be written, and the lines that belong to none."""

    requests: tuple[VisitRequest, ...]
    skipped: tuple[tuple[int, str], ...]
    repeats: tuple[Repeat, ...] = ()

    def skipped_json(self) -> list[dict[str, object]]:
        """Return the lines that were left out, as JSON."""
        return [{"line": line, "text": text} for line, text in self.skipped]

    def skipped_lines(self) -> list[Line]:
        """Return the lines that were left out, for the screen."""
        again = _("Line {line} repeats line {first}, written once: {header}")
        return [
            *(
                again.format(line=one.line, first=one.first, header=one.header)
                for one in self.repeats
            ),
            *(
                _("Left out, line {line}: {text}").format(line=line, text=text)
                for line, text in self.skipped
            ),
        ]

    def repeats_json(self) -> list[dict[str, object]]:
        """Return the visits that stood there twice, as JSON."""
        return [{"line": one.line, "first": one.first, "text": one.header} for one in self.repeats]


def log_inbox(runtime: Runtime, path: Path, options: Options) -> tuple[str, ...]:
    """Log every visit of a file that was typed on a phone; return the refs of the next ones."""
    on, at = moment(runtime, options.at)
    inbox = requests_of(runtime, path, request_of("", on, at, Party(), options))
    if not inbox.requests:
        if options.is_json:
            out_json(_inbox_json([], inbox))
        else:
            out(
                [
                    _("No visit in {file}: a line such as “@ Patel 8:40” begins one.").format(
                        file=path.name
                    )
                ]
            )
        return ()
    logged = write_all(runtime, _unlogged(runtime, inbox.requests), options)
    if options.is_json:
        out_json(_inbox_json(logged, inbox))
    else:
        show(runtime, logged, options)
        out(inbox.skipped_lines())
    return planned_by(logged)


def _inbox_json(logged: Sequence[Logged], inbox: ReadInbox) -> dict[str, object]:
    return {
        "visits": [logged_json(one) for one in logged],
        "skipped": inbox.skipped_json(),
        "repeats": inbox.repeats_json(),
        "batch": logged[0].batch if logged else None,
    }


def _unlogged(runtime: Runtime, requests: Sequence[VisitRequest]) -> list[VisitRequest]:
    """The visits that aren't logged yet; the others are named. Raises: LoggedTwice (all are)."""
    with runtime.reading() as db:
        there = [one for one in requests if logged_before(db, one)]
        if len(there) == len(requests):
            refuse_second_log(db, there[0])
        for one in there:
            say(_("already logged: {whose}").format(whose=whose_of(runtime, db, one)))
    return [one for one in requests if one not in there]


def requests_of(runtime: Runtime, path: Path, usual: VisitRequest) -> ReadInbox:
    """Return the visits of an inbox file; what a header doesn't say is as in ``usual``.

    Raises: BadFile (with the line, also where a name means nobody or several), FutureVisit.
    """
    name = path.name or str(path)
    text = _text(path, name)
    with runtime.reading() as db:
        inbox = read_inbox(text, is_known=lambda words: providers.is_called(db, words))
        requests: list[VisitRequest] = []
        first_at: dict[str, int] = {}
        repeats: list[Repeat] = []
        refused: list[tuple[InboxVisit, RepplanError]] = []
        for one in inbox.visits:
            first = first_at.setdefault(_words_of(one), one.line)
            if first != one.line:
                repeats.append(Repeat(one.line, first, one.header))
                continue
            try:
                request = _asked_request(runtime, db, one, usual, name)
            except Declined:
                raise
            except RepplanError as error:
                refused.append((one, error))
            else:
                requests += [request] if request else []
    if refused:
        _refuse(name, refused)
    return ReadInbox(tuple(requests), inbox.skipped, tuple(repeats))


def _words_of(one: InboxVisit) -> str:
    """Return header and note as they are compared: a visit copied twice may differ in blanks."""
    return " ".join(f"{one.header} {one.note}".split())


def _refuse(file: str, refused: Sequence[tuple[InboxVisit, RepplanError]]) -> NoReturn:
    """Raise the one refusal there is, or all of them at once: a file is mended in one go."""
    if len(refused) == 1:
        raise refused[0][1]
    lines = []
    for one, error in refused:
        nearest = getattr(error, "nearest", ()) or getattr(error, "matches", ())
        lines.append(with_note(f"{file}:{one.line}: {message_of(error)}", listed(nearest)))
    facts = [
        {"line": one.line, "header": one.header, "error": error.slug} for one, error in refused
    ]
    raise BadHeaders(file, len(refused), "\n".join(lines), facts)


def _asked_request(
    runtime: Runtime, db: sqlite3.Connection, one: InboxVisit, usual: VisitRequest, file: str
) -> VisitRequest | None:
    """Return what a header means; at a terminal an unknown name is asked about, None: skipped."""
    if may_ask() and len(providers.called(db, one.who)) > 1:
        say(f"{file}:{one.line}: {one.header}")
    try:
        return _request(runtime, db, one, usual, file)
    except NotFound as error:
        if not may_ask():
            raise
        say(f"{file}:{one.line}: {message_of(error)}")
        choices = (*error.nearest, _("skip this visit"))
        picked = choose(_("Who is it?"), choices)
        if picked == len(error.nearest):
            return None
        meant = replace(one, who=error.nearest[picked])
        return _request(runtime, db, meant, usual, file)


def _request(
    runtime: Runtime, db: sqlite3.Connection, one: InboxVisit, usual: VisitRequest, file: str
) -> VisitRequest:
    where = f"{file}:{one.line}"
    with named_at(where):
        party = party_of(db, one.who)
        check_past(usual.on, one.at or usual.at, runtime.clock.now)
        checked(one.note)
    return replace(
        usual,
        text=one.note,
        at=one.at or usual.at,
        provider_ids=party.provider_ids,
        account_id=party.account_id,
        place_id=party.place_id,
        department=party.department,
        outcome=one.outcome or usual.outcome,
        is_outcome_said=usual.is_outcome_said or one.outcome is not None,
        channel=one.channel or usual.channel,
        minutes=one.minutes if one.minutes is not None else usual.minutes,
        heads=one.heads if one.heads is not None else usual.heads,
        typed=f"{one.header}\n{one.note}".strip(),
        where=where,
    )


def _text(path: Path, name: str) -> str:
    """Return the file's text. Raises: BadWholeFile, BadFile (no text)."""
    if name == "-":
        data = stdin_bytes(_LARGEST)
    else:
        try:
            if problem := _problem(path):
                raise BadWholeFile(name, 0, 0, problem)
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            raise BadWholeFile(name, 0, 0, error.strerror or _("can't be read")) from None
    if len(data) > _LARGEST:
        raise BadWholeFile(name, 0, 0, _("larger than an inbox can be"))
    return decoded(name, data)


def _problem(path: Path) -> str:
    """Return why this is no file to read; empty where it is one."""
    if not path.exists():
        return _("there is no such file")
    if path.is_dir():
        return _("it is a folder, not a file")
    if not path.is_file():
        return _("it is no regular file; to pipe something in, give - as the file")
    return ""
