"""How a letter about a visit may not be sent: said beside it. For commands alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.show import say
from repplan.consents.model import REACHING
from repplan.consents.queries import reach
from repplan.i18n.phrases import choice_word, listed

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.visits.model import WholeVisit


def say_reach(runtime: Runtime, one: WholeVisit) -> None:
    """Say by which channels a letter can't go to somebody it is for; nothing where all may be."""
    people = [who for who in one.people if not who.is_colleague]
    with runtime.reading() as db:
        known = reach(db, [who.id for who in people], runtime.clock.today.isoformat())
    for who in people:
        standings = {channel: known.standing(who.id, channel) for channel in REACHING}
        blocked = [channel for channel, said in standings.items() if said.is_blocked]
        if blocked:
            said = listed(choice_word("channel", channel) for channel in blocked)
            text = _("not by {channels}, for want of consent: repplan consent list {who}")
            say(text.format(channels=said, who=who.ref))
