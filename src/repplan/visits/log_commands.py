"""``repplan log``: one line, one minute."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Any

import typer

from repplan.cli.complete import one_of, visited_names
from repplan.cli.help import Command
from repplan.cli.options import Despite, Json
from repplan.visits.model import CHANNELS, OUTCOMES

_TEXT = "\ue000"
"""Stands before a word that begins with a dash and is text, until the parser is past it."""


class LogCommand(Command):
    """``log`` takes free text: a dash before a blank or a digit, or alone, begins no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer's own type is private
        """Parse the line with such words shielded, but for those that an option takes."""
        take_one = {
            name
            for one in self.params
            if one.param_type_name == "option" and not getattr(one, "is_flag", False)
            for name in one.opts
        }
        before = ("", *args)
        shielded = [
            word if before[at] in take_one else _shield(word) for at, word in enumerate(args)
        ]
        return super().parse_args(ctx, shielded)


def _shield(word: str) -> str:
    is_text = word in {"-", "--"} or (word[:1] == "-" and (word[1:2].isdigit() or " " in word))
    return _TEXT + word if is_text else word


Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WHO] [TEXT]...",
        help=_("whom you saw, then what was said, with marks"),
        autocompletion=visited_names,
    ),
]
Outcome = Annotated[
    str | None,
    typer.Option(
        "--outcome",
        help=_("seen, brief, staff, no-see, cancelled"),
        autocompletion=one_of(*OUTCOMES),
    ),
]
Channel = Annotated[
    str | None,
    typer.Option(
        "--channel",
        help=_("in-person, phone, video, email, message, event"),
        autocompletion=one_of(*CHANNELS),
    ),
]
When = Annotated[str | None, typer.Option("--at", help=_("when: 8:40, yesterday, fri 14:00"))]
With = Annotated[
    list[str] | None,
    typer.Option("--with", help=_("who else was there"), autocompletion=visited_names),
]
Inbox = Annotated[
    Path | None, typer.Option("--inbox", allow_dash=True, help=_("many visits, typed on a phone"))
]
Yes = Annotated[
    bool, typer.Option("--yes", "-y", help=_("ask nothing: unclear words stay as said"))
]


def log(
    ctx: typer.Context,
    words: Words = None,
    outcome: Outcome = None,
    at: When = None,
    channel: Channel = None,
    with_: With = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=0, help=_("minutes used"))] = None,
    heads: Annotated[int | None, typer.Option("--heads", min=0, help=_("how many people"))] = None,
    guided: Annotated[bool, typer.Option("--guided", help=_("at most five questions"))] = False,
    edit: Annotated[bool, typer.Option("--edit", help=_("write it in $EDITOR"))] = False,
    inbox: Inbox = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("show what would be written"))
    ] = False,
    yes: Yes = False,
    because: Despite = None,
    json: Json = False,
) -> None:
    """Write down a visit. Alone: goes through today's visits that aren't logged yet."""
    from repplan.cli.runtime import runtime_of
    from repplan.visits import log_flow

    said = [word.removeprefix(_TEXT) for word in words or []]
    options = log_flow.Options(
        outcome=log_flow.one_of("outcome", outcome, OUTCOMES) if outcome else None,
        at=at,
        channel=log_flow.one_of("channel", channel, CHANNELS) if channel else "",
        others=tuple(with_ or ()),
        minutes=minutes,
        heads=heads,
        is_dry=dry_run,
        is_yes=yes,
        because=because or "",
        is_json=json,
    )
    runtime = runtime_of(ctx)
    if inbox is not None:
        from repplan.visits.inbox_flow import log_inbox

        planned = log_inbox(runtime, inbox, options)
    elif not said:
        planned = log_flow.log_today(runtime, options)
    else:
        way = log_flow.Way.GUIDED if guided else log_flow.Way.EDITED if edit else log_flow.Way.LINE
        planned = log_flow.log_one(runtime, said[0], " ".join(said[1:]), options, way)
    if planned:
        from repplan.can.nexts import next_remarks
        from repplan.cli.show import say

        for text in next_remarks(runtime, planned):
            say(text)


log.command_class = LogCommand  # type: ignore[attr-defined]  # cli/app.py looks for it
