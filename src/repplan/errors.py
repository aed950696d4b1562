"""Every way repplan can refuse, as one tree.

RepplanError
├── UsageProblem (2)          UnclearDay, BadDay, BadTime, BadInterval, UnclearNote …
├── NotFound (3)              NothingToTakeBack, NoSuchSetting …
├── Ambiguous (4)             SeveralMatch
├── Refused (5)               a rule says no, and names itself
├── Conflict (6)              AlreadyThere, AlreadyClosed, ChangedSince, FileThere …
├── StoreProblem (7)          NoStore, StoreLocked, StoreReadOnly, StoreDamaged, StoreFull, StoreNewer
├── BadFile, CantWrite (8)    a file at a line and column; a file that can't be made
├── Declined (10)             the person said no at a question
└── (1 is a bug, 130 Ctrl-C: both are handled in ``__main__`` alone)

An error carries facts, never a finished sentence: ``message`` and ``hint`` on the class are
message ids for gettext with ``{fact}`` places; the instance holds the facts. ``__main__`` is the
only place that prints one and the only place that ends the process.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from repplan.records import dataclass, facts

if TYPE_CHECKING:
    from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802 - the marker's name is gettext's own
    """Return the message unchanged: a mark for the catalogue, translated when shown."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802, ARG001 - as ``N_``; gettext's pgettext
    """Return the message unchanged: a mark for a word that means another thing elsewhere."""
    return message


@dataclass(eq=False)
class RepplanError(Exception):
    """What every refusal is: a slug and exit code by class, facts by instance."""

    slug: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    message: ClassVar[str] = N_("something went wrong")
    hint: ClassVar[str] = ""
    words: ClassVar[tuple[str, ...]] = ()
    """Facts that are words of ours (messages, names of columns): translated, but not in JSON."""

    typed_for: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What was typed for the places of a command (WHO, WHEN): it stands in the hint instead."""

    def facts(self) -> dict[str, object]:
        """Return the instance's facts by name, as the JSON error shows them."""
        return facts(self)

    def __str__(self) -> str:
        """Return the untranslated sentence: for traces and test failures, not for screens."""
        return self.message.format(**self.facts())


@dataclass(eq=False)
class UsageProblem(RepplanError):
    """Something typed can't be read; nothing was written."""

    slug: ClassVar[str] = "usage"
    exit_code: ClassVar[int] = 2


@dataclass(eq=False)
class BadDay(UsageProblem):
    """Words that are no day. ``meant`` is the nearest day word, or empty."""

    slug: ClassVar[str] = "bad-day"
    message: ClassVar[str] = N_("“{said}” is no day I know.")
    hint: ClassVar[str] = N_("Try 2026-12-15, fri, next fri, +3d, 15 dec, eow, 下周三.")
    said: str
    meant: str = ""


@dataclass(eq=False)
class UnclearDay(UsageProblem):
    """A day that can be read two ways, such as 3/4."""

    slug: ClassVar[str] = "unclear-day"
    message: ClassVar[str] = N_("“{said}” can be read two ways: {first} or {second}.")
    hint: ClassVar[str] = N_("Write the month as a word (4 mar) or the date as {first}.")
    said: str
    first: str
    second: str


@dataclass(eq=False)
class UnclearYear(UnclearDay):
    """A day and month without its year: this year's has gone by, or is still to come."""

    hint: ClassVar[str] = N_("Write it with its year: {first} or {second}.")


@dataclass(eq=False)
class BadTime(UsageProblem):
    """Words that are no time of day."""

    slug: ClassVar[str] = "bad-time"
    message: ClassVar[str] = N_("“{said}” is no time I know.")
    hint: ClassVar[str] = N_("Try 8:40, 840, 2pm, 14:20, 9点10分.")
    said: str


@dataclass(eq=False)
class NotAhead(UsageProblem):
    """A day gone by, or today, where one to come is needed."""

    slug: ClassVar[str] = "not-ahead"
    message: ClassVar[str] = N_("“{said}” isn't ahead: say a day to come.")
    hint: ClassVar[str] = N_("Try tomorrow, fri, next fri, +3d, 15 dec.")
    said: str


@dataclass(eq=False)
class MissingValue(UsageProblem):
    """A value is needed and there is nobody to ask."""

    slug: ClassVar[str] = "missing"
    message: ClassVar[str] = N_("{what} is missing.")
    hint: ClassVar[str] = N_("Give it on the command line; nothing is asked without a terminal.")
    words: ClassVar[tuple[str, ...]] = ("what",)
    what: str


@dataclass(eq=False)
class EmptyText(MissingValue):
    """The value was given, or answered, and there is nothing in it."""

    hint: ClassVar[str] = N_("It was empty: say it in words.")


@dataclass(eq=False)
class Placeholder(MissingValue):
    """What was given only stands for the value: a hint's own word, or marks that say nothing."""

    message: ClassVar[str] = N_("{what} is missing: “{said}” only stands for it.")
    hint: ClassVar[str] = N_("Put the real one in its place.")
    said: str


@dataclass(eq=False)
class NeedsTerminal(MissingValue):
    """What asks and waits for keys, and nobody is there. ``what`` is what it is called."""

    message: ClassVar[str] = N_("{what} asks and waits for keys: it needs a terminal.")
    hint: ClassVar[str] = N_("The cards, without a session: repplan drill --list")
    words: ClassVar[tuple[str, ...]] = ()


@dataclass(eq=False)
class BadValue(UsageProblem):
    """A value that a field can't hold. ``allowed`` lists what it can."""

    slug: ClassVar[str] = "bad-value"
    message: ClassVar[str] = N_("“{value}” is no value of “{field}”.")
    hint: ClassVar[str] = N_("Use one of: {allowed}.")
    words: ClassVar[tuple[str, ...]] = ("field", "allowed")
    field: str
    value: str
    allowed: str


@dataclass(eq=False)
class BadForm(BadValue):
    """A value written in a way that can't be read. ``allowed`` shows how to write it."""

    hint: ClassVar[str] = N_("Write it like: {allowed}.")


@dataclass(eq=False)
class BadNumber(BadValue):
    """A number that a field can't hold. ``allowed`` says from where to where."""

    hint: ClassVar[str] = N_("It takes a number: {allowed}.")


@dataclass(eq=False)
class BadLength(BadValue):
    """A text too long for what it is. ``allowed`` says how long it may be."""

    hint: ClassVar[str] = N_("It takes {allowed}.")


@dataclass(eq=False)
class NotFound(RepplanError):
    """Nothing in the store answers to these words. ``nearest`` are names like it."""

    slug: ClassVar[str] = "not-found"
    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = N_("Nobody and nothing here is called “{said}”.")
    hint: ClassVar[str] = N_("Try: repplan find {said}")
    said: str
    nearest: tuple[str, ...] = ()


@dataclass(eq=False)
class NothingToTakeBack(NotFound):
    """Every command of this store is taken back, or there was none."""

    slug: ClassVar[str] = "nothing-to-take-back"
    message: ClassVar[str] = N_("There is nothing to take back.")
    hint: ClassVar[str] = N_("All that was done, redone and taken back: repplan history")
    said: str = ""


@dataclass(eq=False)
class Ambiguous(RepplanError):
    """Several records answer to these words; ``matches`` names them, best first."""

    slug: ClassVar[str] = "ambiguous"
    exit_code: ClassVar[int] = 4
    message: ClassVar[str] = N_("“{said}” could be {count} of them:")
    hint: ClassVar[str] = N_("Add a place (patel@oakwood), a first name, or use the ref.")
    said: str
    matches: tuple[str, ...]
    count: int


@dataclass(eq=False)
class SeveralMatch(Ambiguous):
    """Several records of a person answer to these words: a place wouldn't tell them apart."""

    hint: ClassVar[str] = N_("Add words of the one you mean, or use its ref.")


@dataclass(eq=False)
class Refused(RepplanError):
    """A rule says no. ``rule`` names it, ``source`` says where it comes from."""

    slug: ClassVar[str] = "refused"
    exit_code: ClassVar[int] = 5
    message: ClassVar[str] = N_("{rule}")


@dataclass(eq=False)
class Conflict(RepplanError):
    """It is already there, or it has changed meanwhile."""

    slug: ClassVar[str] = "conflict"
    exit_code: ClassVar[int] = 6


@dataclass(eq=False)
class AlreadyThere(Conflict):
    """The record that would be added exists."""

    slug: ClassVar[str] = "already-there"
    message: ClassVar[str] = N_("{name} is already here ({ref}).")
    hint: ClassVar[str] = N_("Look at it with: repplan history {ref}")
    name: str
    ref: str


@dataclass(eq=False)
class AlreadyClosed(Conflict):
    """The record is closed: what was asked for can be done to an open one alone."""

    slug: ClassVar[str] = "already-closed"
    message: ClassVar[str] = N_("“{what}” is already closed ({state}).")
    hint: ClassVar[str] = N_("See when, and by which command: repplan history {ref}")
    words: ClassVar[tuple[str, ...]] = ("state",)
    what: str
    state: str
    ref: str


@dataclass(eq=False)
class GoneMeanwhile(Conflict):
    """The record was there when it was picked, and another command took it away since."""

    slug: ClassVar[str] = "gone-meanwhile"
    message: ClassVar[str] = N_("It was taken away meanwhile: nothing was written.")
    hint: ClassVar[str] = N_("See what happened with: repplan history")


@dataclass(eq=False)
class ChangedSince(Conflict):
    """What would be taken back has changed since; ``changes`` names what, by whom and when."""

    slug: ClassVar[str] = "changed-since"
    message: ClassVar[str] = N_("{batch} can't be taken back: this has changed since.")
    hint: ClassVar[str] = N_("Take that back first, or override: repplan undo {batch} --force")
    batch: str
    changes: tuple[str, ...]


@dataclass(eq=False)
class HeldSince(Conflict):
    """What would be taken back can't be: others hang on it, or have taken its place."""

    slug: ClassVar[str] = "held-since"
    message: ClassVar[str] = N_("{batch} can't be taken back: these hang on it, or took its place.")
    hint: ClassVar[str] = N_("Take those back first; force would not help.")
    batch: str
    changes: tuple[str, ...]


@dataclass(eq=False)
class AlreadyTakenBack(Conflict):
    """The batch is taken back already, by the batch ``by``: taking that one back is the redo."""

    slug: ClassVar[str] = "already-taken-back"
    message: ClassVar[str] = N_("{batch} is taken back already.")
    hint: ClassVar[str] = N_("To have it again: repplan undo {by}")
    batch: str
    by: str


@dataclass(eq=False)
class FileThere(Conflict):
    """A file would be made where one is already."""

    slug: ClassVar[str] = "file-exists"
    message: ClassVar[str] = N_("There is a file at {path} already; it was left alone.")
    hint: ClassVar[str] = N_("Write over it with --force, or name another file.")
    path: str


@dataclass(eq=False)
class StoreProblem(RepplanError):
    """The store can't be used as it is; nothing was changed."""

    slug: ClassVar[str] = "store"
    exit_code: ClassVar[int] = 7


@dataclass(eq=False)
class NoStore(StoreProblem):
    """There is no store yet at this path."""

    slug: ClassVar[str] = "no-store"
    message: ClassVar[str] = N_("There is no store yet at {path}.")
    hint: ClassVar[str] = N_(
        "Begin with: repplan init      or look around first with: repplan demo"
    )
    path: str


@dataclass(eq=False)
class BadFile(RepplanError):
    """A file that can't be taken in; ``line`` and ``column`` count from 1, 0 is the whole file."""

    slug: ClassVar[str] = "bad-file"
    exit_code: ClassVar[int] = 8
    message: ClassVar[str] = N_("{file}, line {line}, column {column}: {problem}")
    hint: ClassVar[str] = N_("Nothing was written. Mend the file and run it again.")
    file: str
    line: int
    column: int
    problem: str


@dataclass(eq=False)
class BadWholeFile(BadFile):
    """The file as a whole can't be taken in; ``line`` and ``column`` are 0."""

    message: ClassVar[str] = N_("{file}: {problem}")
    hint: ClassVar[str] = N_("Nothing was written.")


@dataclass(eq=False)
class CantWrite(RepplanError):
    """A file can't be made there; ``problem`` is what the operating system says."""

    slug: ClassVar[str] = "cant-write"
    exit_code: ClassVar[int] = 8
    message: ClassVar[str] = N_("{path} can't be written: {problem}.")
    hint: ClassVar[str] = N_("Nothing was written. Name a folder that is there and yours.")
    path: str
    problem: str


@dataclass(eq=False)
class Declined(RepplanError):
    """The person said no at a question; nothing was written."""

    slug: ClassVar[str] = "declined"
    exit_code: ClassVar[int] = 10
    message: ClassVar[str] = N_("Left as it was.")
