"""What each kind of value completes to, live from the store. ``cli.complete`` names these as text.

They only read, and leave no file beside the store: who presses Tab wants nothing done.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.complete import Offer, Typing, one_of
from repplan.cli.runtime import settle
from repplan.config import SETTINGS
from repplan.day import Group
from repplan.errors import StoreProblem
from repplan.i18n.names import read_who
from repplan.offers import queries
from repplan.offers.model import Item
from repplan.offers.rules import (
    begins,
    key_for,
    looks_like_ref,
    next_words,
    telling_words,
    way_to_say,
    whole_way,
)
from repplan.products.packs import packs as loaded_packs
from repplan.records import dataclass
from repplan.store.connect import check_schema, connect, look_for
from repplan.store.refs import short_refs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from repplan.cli.runtime import Runtime
    from repplan.offers.model import Person


@dataclass(frozen=True)
class Asked:
    """A word being typed, with the store that is asked about it."""

    typing: Typing
    run: Runtime
    db: sqlite3.Connection

    @property
    def text(self) -> str:
        """What is typed of the word."""
        return self.typing.text

    @property
    def today(self) -> str:
        """The local day as ISO text."""
        return self.run.clock.today.isoformat()


@contextmanager
def asking(typing: Typing) -> Iterator[Asked]:
    """Open the store for reading. Raises: what ``connect.open_read`` raises; BadClock.

    Reading through a write-ahead log makes it where there is none. No log means that nobody has
    the store open, so its file is taken as it lies.
    """
    # What the shell would have put in place of a variable is still as typed.
    run = settle(os.path.expandvars(typing.store or "") or None, typing.language)
    look_for(run.store)
    has_log = run.store.with_name(f"{run.store.name}-wal").exists()
    with closing(connect(run.store, "mode=ro" if has_log else "mode=ro&immutable=1")) as db:
        check_schema(db, run.store)
        yield Asked(typing, run, db)


def people(typing: Typing) -> list[Offer]:
    """Return the providers whom these words may mean."""
    with asking(typing) as asked:
        return people_offered(asked)


def colleagues(typing: Typing) -> list[Offer]:
    """Return those of the rep's own team whom these words may mean."""
    with asking(typing) as asked:
        return people_offered(asked, queries.COLLEAGUES)


def accounts(typing: Typing) -> list[Offer]:
    """Return the open accounts that these words may mean."""
    with asking(typing) as asked:
        return _accounts(asked)


def visited(typing: Typing) -> list[Offer]:
    """Return whom a visit may be with: providers, and, once a letter is typed, accounts."""
    with asking(typing) as asked:
        return [*people_offered(asked), *(_accounts(asked) if typing.text else ())]


def due(typing: Typing) -> list[Offer]:
    """Return the groups of the queue; and people, once a letter is typed."""
    groups = [Offer(group.value) for group in Group if group.value.startswith(typing.text)]
    if not typing.text:
        return groups
    try:
        with asking(typing) as asked:
            return [*groups, *people_offered(asked)]
    except StoreProblem:
        return groups


def open_followups(typing: Typing) -> list[Offer]:
    """Return open follow-ups by ref; else whose they are; behind a name, a word that tells one."""
    with asking(typing) as asked:
        return followups_offered(asked)


def visits(typing: Typing) -> list[Offer]:
    """Return visits by ref; else whose they are."""
    with asking(typing) as asked:
        if typing.text and not looks_like_ref(typing.text):
            return people_offered(asked, queries.WITH_VISIT)
        found = queries.visits(asked.db, typing.text, asked.today)
        return by_ref(asked, "visit", found) if not _is_name(typing.before) else []


def objectives(typing: Typing) -> list[Offer]:
    """Return open objectives by ref; else whose they are; behind a name, a word that tells one."""
    with asking(typing) as asked:
        if _is_name(typing.before):
            ids = (one.id for one in queries.people(asked.db, read_who(" ".join(typing.before))))
            return telling(queries.objectives_of(asked.db, ids), typing)
        if typing.text and not looks_like_ref(typing.text):
            return people_offered(asked, queries.WITH_OBJECTIVE)
        return by_ref(asked, "objective", queries.open_objectives(asked.db, typing.text))


def products(typing: Typing) -> list[Offer]:
    """Return the rep's products."""
    with asking(typing) as asked:
        found = queries.products(asked.db)
        return [Offer(item.what, item.whose) for item in found if begins(item.what, typing.text)]


def packs(typing: Typing) -> list[Offer]:
    """Return the knowledge packs that were loaded, then the rep's products."""
    with asking(typing) as asked:
        offers = [Offer(one.name, one.version) for one in loaded_packs(asked.db)]
        offers += [Offer(item.what, item.whose) for item in queries.products(asked.db)]
        return [one for one in offers if begins(one.word, typing.text)]


def batches(typing: Typing) -> list[Offer]:
    """Return the last commands that wrote, by the ref that takes them back."""
    with asking(typing) as asked:
        return _batches(asked)


def histories(typing: Typing) -> list[Offer]:
    """Return what has a history: a command that wrote; once a letter is typed, a provider."""
    with asking(typing) as asked:
        return [*_batches(asked), *(people_offered(asked) if typing.text else ())]


def settings(typing: Typing) -> list[Offer]:
    """Return the settings by name."""
    names = (name for name in SETTINGS if name.startswith(typing.text))
    return [Offer(name, _(SETTINGS[name].help)) for name in names]


def setting_values(typing: Typing) -> list[Offer]:
    """Return the values of the setting named before, where they are a few words."""
    setting = SETTINGS.get(typing.line[-1]) if typing.line else None
    values = setting.allowed.split("|") if setting else []
    return one_of(*values)(typing) if all(value.isalnum() for value in values) else []


# --- people -------------------------------------------------------------------------------------


def people_offered(
    asked: Asked, condition: str = queries.EVERYBODY, *, is_alone: bool = False
) -> list[Offer]:
    """Return who is meant, of those who fit. ``is_alone``: no other can be meant there."""
    text, before = asked.text, asked.typing.before
    if looks_like_ref(text):
        found = queries.people_by_ref(asked.db, text)
        return by_ref(asked, "provider", [Item(one.ref, "", _about(one, "")) for one in found])
    if before:
        return _going_on(asked, " ".join(before))
    if not text:
        found = queries.people_near(asked.db, asked.today, condition)
    else:
        found = queries.people(asked.db, read_who(text), condition)
    scope = condition if is_alone else queries.EVERYBODY
    is_long = len(found) > _FEW
    return each_once(_offer(asked, one, None if is_long else scope) for one in found)


def _offer(asked: Asked, one: Person, scope: str | None) -> Offer:
    """Return the way to say this person among those in scope; without one, their whole name."""
    if scope is None:
        word = whole_way(one, asked.text)
    else:
        word = way_to_say(
            one, asked.text, lambda way: queries.answering(asked.db, way, scope) == {one.id}
        )
    return Offer(word, _about(one, word), key_for(one, word, asked.text))


_FEW = 12
"""Names so few that each is asked about: who else would answer to it? From more one types on."""


def _about(one: Person, word: str) -> str:
    name = "" if word in {one.whole, f"{one.whole}@{one.place}"} else one.whole
    return " · ".join(part for part in (name, one.title, one.place) if part)


def _going_on(asked: Asked, before: str) -> list[Offer]:
    """Return how a name of several words goes on: ``anjali`` with ``Patel``."""
    if looks_like_ref(before.rsplit(maxsplit=1)[-1]):
        return []
    found = queries.people(asked.db, read_who(f"{before} {asked.text}"))
    said = {word.casefold() for word in before.split()}
    return each_once(
        Offer(word, _about(one, word))
        for one in found
        for word in next_words(one, asked.text)
        if word.casefold() not in said
    )


def _accounts(asked: Asked) -> list[Offer]:
    if looks_like_ref(asked.text):
        return [Offer(one.ref, one.what) for one in queries.accounts_by_ref(asked.db, asked.text)]
    return [
        Offer(one.name, one.city) if one.is_sole else Offer(one.ref, f"{one.name} · {one.city}")
        for one in queries.accounts(asked.db, asked.text)
    ]


# --- records ------------------------------------------------------------------------------------


def followups_offered(asked: Asked) -> list[Offer]:
    """Return open follow-ups by ref; else whose they are; behind a name, a word that tells one."""
    typing = asked.typing
    if _is_name(typing.before):
        ids = (one.id for one in queries.people(asked.db, read_who(" ".join(typing.before))))
        return telling(queries.followups_of(asked.db, ids), typing)
    if typing.text and not looks_like_ref(typing.text):
        if typing.before:
            return []
        return people_offered(asked, queries.WITH_FOLLOWUP, is_alone=True)
    return by_ref(asked, "followup", queries.open_followups(asked.db, typing.text))


def by_ref(asked: Asked, table: str, items: Iterable[Item]) -> list[Offer]:
    """Return the items by their refs, as short as screens show them, but for those given."""
    rest = [item for item in items if not item.ref.startswith(asked.typing.before)]
    shorts = short_refs(asked.db, table, [item.ref for item in rest])
    return [
        # What was typed is never shortened.
        Offer(max(shorts[item.ref], item.ref[: len(asked.text)], key=len), _told(item))
        for item in rest
    ]


def _batches(asked: Asked) -> list[Offer]:
    found = queries.batches(asked.db)
    return [Offer(item.ref, _told(item)) for item in found if item.ref.startswith(asked.text)]


def _told(item: Item) -> str:
    said = f"{item.whose}: {item.what}" if item.whose else item.what
    return f"{said} · {item.day}" if item.day else said


def telling(items: Sequence[Item], typing: Typing) -> list[Offer]:
    """Return for each item a word that begins as typed and tells it from the others."""
    said = {word.casefold() for word in typing.before}
    return each_once(
        Offer(word, _told(item))
        for word, item in telling_words(items, typing.text)
        if word.casefold() not in said
    )


def _is_name(before: Sequence[str]) -> bool:
    """Whether these words name somebody: there are some, and not all are refs."""
    return bool(before) and not all(map(looks_like_ref, before))


def each_once(offers: Iterable[Offer]) -> list[Offer]:
    """Return the offers without those whose word stands before."""
    return list({offer.word: offer for offer in offers}.values())
