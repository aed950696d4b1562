"""A session at a terminal: a question, the answer aloud, what was approved, one key.

Answers are kept until the end and written as one command, so that one ``undo`` takes the session
back. Ctrl-C ends it too: what was answered until then is written.
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import ask_key, may_ask
from repplan.cli.show import out, saved, say, screen_width
from repplan.clock import read_clock
from repplan.drills import actions, schedule, views
from repplan.drills.model import Practised
from repplan.errors import N_, Declined, NeedsTerminal
from repplan.i18n.phrases import listed
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

    from repplan.cli.runtime import Runtime
    from repplan.drills.model import Asked, Line

_RATINGS = {
    "1": N_("again"), "2": N_("hard"), "3": N_("good"), "4": N_("easy"), "q": N_("quit"),
}  # fmt: skip
_SHOW = {"": N_("show"), "q": N_("quit")}
_ON = {"": N_("next"), "q": N_("quit")}
"""Key → the word that does as well; empty is Enter."""

_RATE_PROMPT = N_("1 again  2 hard  3 good  4 easy  q quit >")
_SHOW_PROMPT = N_("Say it aloud. Enter shows the answer  q quit >")
_ON_PROMPT = N_("Enter next  q quit >")
_QUIT = "q"


class Session:
    """Three minutes of questions: what was answered, and what comes once more."""

    def __init__(self, runtime: Runtime, minutes: int) -> None:
        """Begin now; ``minutes`` are looked at between cards, never within one."""
        self.runtime = runtime
        self.until = runtime.clock.now + timedelta(minutes=minutes)
        self.given: dict[tuple[str, str], Practised] = {}
        self.answered = 0

    @property
    def is_over(self) -> bool:
        """Whether the time has passed."""
        return read_clock().now >= self.until

    def rate(self, one: Asked) -> bool:
        """Show the answer and ask how it went; False: they quit."""
        out(views.answer_lines(one))
        key = _key(_RATE_PROMPT, _RATINGS)
        if key == _QUIT:
            return False
        now = read_clock()
        before = self.given.get(one.key)
        state = before.state if before else one.card.state if one.card else None
        new, due_at = schedule.rated(state, int(key), now.now)
        self.given[one.key] = Practised(one, int(key), new, due_at, now.instant)
        self.answered += 1
        return True

    def come_again(self, *, is_last: bool) -> Asked | None:
        """Return what is due once more by now; None: nothing is.

        ``is_last``: nothing else is left, so what wasn't known needn't wait its minute.
        """
        now = read_clock().instant
        due = [
            one
            for one in self.given.values()
            if one.due_at <= now or (is_last and one.rating == schedule.AGAIN)
        ]
        first = min(due, key=lambda one: (one.due_at, *one.asked.key), default=None)
        return first.asked if first else None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> bool:
        """Write what was answered, whatever ended it; Ctrl-C is one way to end it."""
        is_interrupt = kind is not None and issubclass(kind, KeyboardInterrupt)
        if is_interrupt:
            say("")
        self.close()
        return is_interrupt

    def close(self) -> None:
        """Write what was answered, and tell how it went."""
        if not self.given:
            out([_("Nothing was practised.")])
            return
        with self.runtime.writing("drill") as work:
            for one in self.given.values():
                actions.practise(work, one)
        due = sorted(one.due_at for one in self.given.values())
        out(
            [
                "",
                *views.ended_lines(due, self.runtime.clock.today, self.runtime.language),
                saved(work.batch),
            ]
        )


def practise(runtime: Runtime, cards: Sequence[Asked], minutes: int) -> None:
    """Ask the cards in order, those not known once more, until the time has passed."""
    _needs_terminal()
    session = Session(runtime, minutes)
    left = deque(cards)
    with session:
        while not session.is_over and (one := _next(session, left)):
            out(views.question_lines(one, session.answered + 1, screen_width()))
            if _key(_SHOW_PROMPT, _SHOW) == _QUIT or not session.rate(one):
                break


def play(runtime: Runtime, who: str, lines: Sequence[Line], minutes: int) -> None:
    """Let a person say their lines; after each answer aloud the approved one is shown."""
    _needs_terminal()
    session = Session(runtime, minutes)
    with session:
        for number, line in enumerate(lines, 1):
            at = f"{number}/{len(lines)}"
            out(
                views.spoken_lines(
                    line, who, at, today=runtime.clock.today, language=runtime.language
                )
            )
            if _key(_SHOW_PROMPT, _SHOW) == _QUIT or not _answered(session, line):
                break


def _answered(session: Session, line: Line) -> bool:
    if line.asked:
        return session.rate(line.asked)
    out(views.no_answer())
    return _key(_ON_PROMPT, _ON) != _QUIT


def _next(session: Session, left: deque[Asked]) -> Asked | None:
    again = session.come_again(is_last=not left)
    return again or (left.popleft() if left else None)


def _needs_terminal() -> None:
    if not may_ask():
        raise NeedsTerminal("drill")


def _key(prompt: str, keys: Mapping[str, str]) -> str:
    """Return one of these keys; anything else is asked again, and Ctrl-D is quit."""
    while True:
        try:
            said = fold(ask_key(_(prompt)))
        except Declined:
            return _QUIT
        for key, word in keys.items():
            if said in {key, word, fold(_(word))}:
                return key
        there = listed([key or _("Enter") for key in keys])
        say(_("No such key here. There are: {keys}.").format(keys=there))
