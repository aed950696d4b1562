"""Which consent these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from gettext import pgettext
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick
from repplan.consents import queries
from repplan.consents.model import CHANNELS, IN, OUT, SIDES
from repplan.errors import N_, NotFound, SeveralMatch
from repplan.i18n.phrases import choice_word, listed
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.store.refs import ids_by_ref, short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.consents.model import Consent


@dataclass(eq=False)
class NoSuchConsent(NotFound):
    """No consent answers to these words; ``nearest`` are those of whom they name."""

    slug: ClassVar[str] = "no-such-consent"
    message: ClassVar[str] = N_("No consent fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan consent list --all")


def pick_consent(db: sqlite3.Connection, said: str, today: str) -> Consent:
    """Return the consent meant: a ref, or WHO, or WHO and the channel (``chen email``).

    Raises: NoSuchConsent, SeveralMatch, Declined.
    """
    return pick(
        said,
        _called(db, said, today),
        lambda one: _line(db, one),
        nearest=lambda: tuple(_line(db, one) for one in _of(db, said.partition(" ")[0], today)[:5]),
        several=SeveralMatch,
        missing=NoSuchConsent,
    )


def _called(db: sqlite3.Connection, said: str, today: str) -> list[Consent]:
    ids = ids_by_ref(db, "consent", said)
    if ids:
        return [queries.consent(db, one) for one in ids]
    rest, _blank, last = said.strip().rpartition(" ")
    sides = {one: {one, pgettext("consent", one)} for one in SIDES}
    side = next((one for one, words in sides.items() if last.casefold() in words), None)
    if rest and side:
        return [one for one in _called(db, rest, today) if one.is_in is (side == IN)]
    name, _blank, channel = said.strip().rpartition(" ")
    wanted = channel.casefold().replace("-", "")
    known = {one: {one, choice_word("channel", one).casefold()} for one in CHANNELS}
    meant = next((one for one, words in known.items() if wanted in words), None)
    if name and meant:
        return [one for one in _of(db, name, today) if one.channel == meant]
    return _of(db, said, today)


def _of(db: sqlite3.Connection, who: str, today: str) -> list[Consent]:
    people = providers.called(db, who)
    return [one for each in people for one in queries.consents(db, each.id, on=today)]


def _line(db: sqlite3.Connection, one: Consent) -> str:
    side = pgettext("consent", IN if one.is_in else OUT)
    said = listed(
        (one.provider, choice_word("channel", one.channel), side, one.topic, one.given_on)
    )
    return f"{said}  {short_ref(db, 'consent', one.ref)}"
