"""Travel times from the best source there is: the rep's table, a service, what it told before."""

from __future__ import annotations

from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.records import dataclass, field
from repplan.routes.kept_times import keep_times, kept_times, since_of
from repplan.routes.services import ask, service_of
from repplan.routes.travel import legs_between, travel_of, untold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.config import Settings
    from repplan.routes.services import Pair, Service
    from repplan.routes.travel import Legs, Spot
    from repplan.store.work import Work


@dataclass(frozen=True)
class Travelling:
    """Asks for travel times while a plan is made, and keeps afterwards what a service told.

    ``given`` is the rep's own table; None: there is none. ``told`` fills as the service answers;
    ``may_ask`` False: what it told before is all that is used.
    """

    db: sqlite3.Connection
    settings: Settings
    today: date
    given: Mapping[tuple[str, str], int] | None = None
    may_ask: bool = True
    told: dict[Pair, int | None] = field(default_factory=dict)

    @property
    def service(self) -> Service | None:
        """The service that is set."""
        return service_of(self.settings)

    def legs(self, spots: Sequence[Spot]) -> tuple[Legs, tuple[str, ...]]:
        """Return the travel between spots, and what is to be said of it."""
        known, remarks = self._answered(spots)
        found = legs_between(spots, travel_of(self.settings), given=self.given, answered=known)
        host = self.service.host if self.service else ""
        if found.holes:
            text = ngettext(
                "{n} way isn't in your table: it is estimated.",
                "{n} ways aren't in your table: they are estimated.",
                found.holes,
            )
            remarks.append(text.format(n=f"{found.holes:,}"))
        if found.unreachable:
            remarks.append(
                ngettext(
                    "{host} knows no road for {n} way: it is estimated.",
                    "{host} knows no road for {n} ways: they are estimated.",
                    found.unreachable,
                ).format(host=host, n=f"{found.unreachable:,}")
            )
        if found.odd:
            remarks.append(
                ngettext(
                    "{host} tells what can't be of {n} way: it is estimated.",
                    "{host} tells what can't be of {n} ways: they are estimated.",
                    found.odd,
                ).format(host=host, n=f"{found.odd:,}")
            )
        return found, tuple(remarks)

    def _answered(self, spots: Sequence[Spot]) -> tuple[dict[Pair, int | None], list[str]]:
        service = self.service
        if service is None:
            return {}, []
        # What the rep's table or a walk covers is nobody else's business: it isn't asked for.
        ways = untold(spots, travel_of(self.settings), self.given)
        points = {point for way in ways for point in way}
        since = since_of(self.today, self.settings.number("route.service_days"))
        known = kept_times(self.db, service, points, since)
        missing = ways - known.keys()
        if not (missing and self.may_ask):
            return known, []
        answer = ask(service, missing)
        self.told.update(answer.minutes)
        return known | dict(answer.minutes), [answer.trouble.text] if answer.trouble else []

    def keep(self, work: Work) -> None:
        """Keep what the service told, for the next plans."""
        if self.service and self.told:
            keep_times(work, self.service, self.told, self.settings.number("route.service_days"))
