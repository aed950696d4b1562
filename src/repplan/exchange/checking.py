"""What an import takes in of a table under the rules: columns that it never reads, cells it refuses."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.volumes import is_volume
from repplan.policies.load import policy_of
from repplan.providers.model import TEXTS
from repplan.records import dataclass
from repplan.screening.naming import OWN_RULE, rule_words
from repplan.screening.queries import screener
from repplan.screening.refusals import is_against

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from repplan.policies.model import Fact
    from repplan.screening.model import Hit

VOLUMES = "notes.volumes"
"""The fact that bars what one doctor prescribes."""

_CHECKED = (*TEXTS, "account_formulary")
"""Headings of one's own words. How to get in holds the desk's number, and is left alone."""


@dataclass(frozen=True)
class Check:
    """The rules over one table. ``volumes`` is the one against volumes; None: there is none."""

    screen: Callable[[str], tuple[Hit, ...]]
    volumes: Fact | None

    def barred(self, headings: Sequence[str]) -> tuple[str, ...]:
        """Return the headings of columns that may not be read."""
        if self.volumes is None:
            return ()
        return tuple(name for name in headings if name and is_volume(name))

    def refusal(self, said: Mapping[str, str]) -> str:
        """Return why a row can't be taken in: heading, rule, source; no word of the row. Or empty."""
        for heading in _CHECKED:
            text = said.get(heading)
            hit = next(filter(is_against, self.screen(text)), None) if text else None
            if hit:
                told = _("{heading}: {what} (rule {rule}; source: {source})")
                return told.format(
                    heading=heading,
                    what=_(rule_words(hit)),
                    rule=hit.rule,
                    source=_(hit.source or OWN_RULE),
                )
        return ""


def check_of(db: sqlite3.Connection) -> Check:
    """Return the rules of this store over a table."""
    return Check(screener(db), policy_of(db).fact(VOLUMES))
