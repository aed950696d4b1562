"""Ask for the whole person: what every room knows of one provider, bounded to a screenful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.followups import queries as followups
from repplan.notes import queries as notes
from repplan.notes.model import ACHIEVEMENT
from repplan.objectives import queries as objectives
from repplan.products import queries as products
from repplan.products.paying import counting_at
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.relations import queries as relations
from repplan.visits import queries as visits
from repplan.visits.learned import slots

if TYPE_CHECKING:
    import sqlite3

    from repplan.followups.model import Concern, Followup
    from repplan.notes.model import Note
    from repplan.objectives.model import Objective
    from repplan.products.model import Coverage
    from repplan.providers.model import Affiliation, Licence, Provider
    from repplan.relations.model import Given, Relation, Stance
    from repplan.visits.learned import Slot
    from repplan.visits.model import Visit

_VISITS = 3
_SETTLED = 3
_GIVEN = 5


@dataclass(frozen=True)
class WholePerson:
    """One provider with all that hangs on them, each the newest first.

    ``settled`` are the last things that they cared about and a visit settled; ``personal`` is None
    where it wasn't asked for by name, and ``personal_count`` says how many there are.
    """

    provider: Provider
    places: tuple[Affiliation, ...]
    licences: tuple[Licence, ...]
    cares: tuple[Concern, ...]
    settled: tuple[Concern, ...]
    achievements: tuple[Note, ...]
    notes: tuple[Note, ...]
    personal: tuple[Note, ...] | None
    personal_count: int
    coverage: tuple[Coverage, ...]
    stance: Stance | None
    relations: tuple[Relation, ...]
    given: tuple[Given, ...]
    objectives: tuple[Objective, ...]
    followups: tuple[Followup, ...]
    visits: tuple[Visit, ...]
    slots: tuple[Slot, ...]


def whole_person(
    db: sqlite3.Connection, one: Provider, today: str, *, with_personal: bool = False
) -> WholePerson:
    """Return what every room knows of a provider on a day (ISO)."""
    places = providers.affiliations(db, one.id, today)
    known = notes.notes(db, one.id, today)
    main = places[0].account_id if places else None
    return WholePerson(
        provider=one,
        places=tuple(places),
        licences=tuple(providers.licences(db, one.id)),
        cares=tuple(followups.concerns(db, one.id)),
        settled=tuple(followups.settled_concerns(db, one.id, most=_SETTLED)),
        achievements=tuple(note for note in known if note.topic == ACHIEVEMENT),
        notes=tuple(note for note in known if note.topic != ACHIEVEMENT),
        personal=tuple(notes.personal(db, one.id, today)) if with_personal else None,
        personal_count=notes.personal_count(db, one.id),
        coverage=tuple(_coverage(db, places, today)),
        stance=relations.stances_now(db, [one.id], account_id=main).get(one.id),
        relations=tuple(relations.relations_of(db, one.id, today)),
        given=tuple(relations.given_to(db, one.id, _GIVEN)),
        objectives=tuple(objectives.open_of(db, one.id)),
        followups=tuple(followups.open_of_provider(db, one.id)),
        visits=tuple(visits.of_provider(db, one.id, is_actual=True, most=_VISITS)),
        slots=tuple(slots(db, one.id)),
    )


def _coverage(db: sqlite3.Connection, places: list[Affiliation], today: str) -> list[Coverage]:
    """The lines that count where they work, each once; nowhere: the general ones.

    Of a place that says who pays there, the lines of those payers and its own.
    """
    if not places:
        general = products.coverage(db, product_id=None, account_id=None, today=today)
        return [line for line in general if line.account_id is None]
    found = [
        line
        for place in places
        for line in counting_at(
            products.coverage(db, product_id=None, account_id=place.account_id, today=today),
            accounts.account(db, place.account_id).payers,
        )
    ]
    return list({line.id: line for line in found}.values())
