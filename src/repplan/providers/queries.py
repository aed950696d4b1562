"""Ask about providers: who is meant, who they are, where they work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.i18n.names import read_who
from repplan.providers.model import Affiliation, Licence, Provider
from repplan.providers.rules import is_another
from repplan.store.refs import ids_by_ref
from repplan.store.rows import columns, select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from repplan.i18n.names import Who

_SELECT = select(Provider, "provider")
SHORT_NAME = "coalesce(nullif(p.native_name, ''), nullif(p.family_name, ''), p.name)"
"""``Provider.short_name`` in SQL, with the provider as ``p``."""

_END = "\U0010ffff"
_ENOUGH = 50
MOST_WORDS = 12
"""Words by which somebody is named; nobody answers to more."""

_LONGEST_WHO = 40
"""Characters of a name, with its title and place, before words that it isn't parted from."""


def provider(db: sqlite3.Connection, provider_id: str) -> Provider:
    """Return one provider by their id."""
    row = db.execute(f"{_SELECT} WHERE t.id = ?", (provider_id,)).fetchone()
    return to_model(Provider, row)


def called(
    db: sqlite3.Connection, said: str, *, among: Collection[str] | None = None
) -> list[Provider]:
    """Return the providers whom these words may mean (WHO), best first; empty if nobody.

    A ref, an NPI or a licence number is exact. A whole name beats its beginning, those who are
    here beat those who left; a title or a place narrows only where somebody fits it, but a nurse
    is no physician (``rules.is_another``). ``among``
    holds the ids of the only ones who may be meant.
    """
    ids = ids_by_ref(db, "provider", said) or _by_number(db, said)
    if ids:
        return _providers(db, [one for one in ids if among is None or one in among])
    who = read_who(said)
    found = _by_words(db, who.words, among)
    found = [one for one in found if one.state != "left"] or found
    if who.place:
        found = [one for one in found if _works_at(db, one.id, who.place)]
    return _with_title(found, who)


def splits(said: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each way to read the words as WHO and folded words of an item; Chinese needs no blank."""
    words = said.split()
    for end in range(min(len(words), MOST_WORDS), 0, -1):
        yield " ".join(words[:end]), fold(" ".join(words[end:])).split()
    if len(words) == 1 and not said.isascii():
        for end in range(min(len(said) - 1, _LONGEST_WHO), 0, -1):
            yield said[:end], [fold(said[end:])]


def namesakes(db: sqlite3.Connection, name: str, npi: str | None = None) -> list[Provider]:
    """Return those who are here and have each word of a name, whole: an initial is one too.

    Who has another NPI than ``npi`` is somebody else.
    """
    words = {word for word in read_who(name).words if len(word) > 1}
    sql = "SELECT key FROM name_key WHERE provider_id = ?"
    return [
        one
        for one in called(db, name)
        if one.state != "left"
        and words
        and words <= {row[0] for row in db.execute(sql, (one.id,))}
        and not (npi and one.npi and npi != one.npi)
    ]


def is_called(db: sqlite3.Connection, said: str) -> bool:
    """Whether anybody answers to these words: what an inbox header is cut by."""
    return bool(called(db, said))


def affiliations(
    db: sqlite3.Connection, provider_id: str, today: str | None = None
) -> list[Affiliation]:
    """Return where a provider works, the primary place first; ``today`` leaves out past ones."""
    return _affiliations(db, "t.provider_id = ?", provider_id, today)


def main_place(db: sqlite3.Connection, provider_id: str) -> str:
    """Return the name of the account where a provider mainly works; empty if none is known."""
    row = db.execute(
        "SELECT a.name FROM affiliation w JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id = ? AND w.until_on IS NULL ORDER BY w.is_primary DESC LIMIT 1",
        (provider_id,),
    ).fetchone()
    return row[0] if row else ""


def people_at(
    db: sqlite3.Connection, account_id: str, today: str | None = None
) -> list[tuple[Provider, Affiliation]]:
    """Return who works at an account, by tier and name."""
    pairs = [
        (provider(db, one.provider_id), one)
        for one in _affiliations(db, "t.account_id = ?", account_id, today)
    ]
    pairs = [pair for pair in pairs if pair[0].state != "left"]
    return sorted(pairs, key=lambda pair: (pair[0].tier or "Z", pair[0].name))


def licences(db: sqlite3.Connection, provider_id: str) -> list[Licence]:
    """Return a provider's licences."""
    rows = db.execute(f"{select(Licence, 'licence')} WHERE t.provider_id = ?", (provider_id,))
    return [to_model(Licence, row) for row in rows]


def providers(
    db: sqlite3.Connection,
    *,
    tier: str | None = None,
    role: str | None = None,
    specialty: str | None = None,
    account_id: str | None = None,
    city: str | None = None,
    not_seen_since: str | None = None,
    with_left: bool = False,
) -> list[Provider]:
    """Return the providers that fit every filter given, by family name.

    ``not_seen_since`` (ISO day) keeps those whose last real contact was before it, or never.
    """
    conditions, values = ["1"], []
    if not with_left:
        conditions.append("t.state <> 'left'")
    if tier:
        conditions.append("t.tier = ?")
        values.append(tier)
    if role:
        conditions.append("t.role = ?")
        values.append(role)
    if specialty:
        conditions.append(
            "EXISTS (SELECT 1 FROM json_each(t.specialties) s "
            "WHERE instr(lower(s.value), lower(?)))"
        )
        values.append(specialty)
    if account_id:
        conditions.append(
            "t.id IN (SELECT provider_id FROM affiliation WHERE account_id = ? "
            "AND until_on IS NULL)"
        )
        values.append(account_id)
    if city:
        conditions.append(
            "t.id IN (SELECT w.provider_id FROM affiliation w JOIN account a "
            "ON a.id = w.account_id WHERE a.city = ? COLLATE NOCASE AND w.until_on IS NULL)"
        )
        values.append(city)
    if not_seen_since:
        conditions.append("(t.last_contact_on IS NULL OR t.last_contact_on < ?)")
        values.append(not_seen_since)
    rows = db.execute(
        f"{_SELECT} WHERE {' AND '.join(conditions)} "
        "ORDER BY coalesce(nullif(t.family_name, ''), t.name), t.name, t.id",
        values,
    )
    return [to_model(Provider, row) for row in rows]


def keys(db: sqlite3.Connection) -> list[str]:
    """Return every folded name key: what a misspelt name is compared with."""
    return [row[0] for row in db.execute("SELECT DISTINCT key FROM name_key")]


def key_range(word: str, *, is_whole: bool = False) -> tuple[str, str]:
    """Return the first and the last key (exclusive) that begin with a word, or are it."""
    return (word, word + "\x00") if is_whole else (word, word + _END)


def names_with_key(db: sqlite3.Connection, key: str) -> list[str]:
    """Return the names of those who answer to one key."""
    rows = db.execute(
        "SELECT DISTINCT p.name FROM name_key k JOIN provider p ON p.id = k.provider_id "
        "WHERE k.key = ? LIMIT 5",
        (key,),
    )
    return [row[0] for row in rows]


def _providers(db: sqlite3.Connection, ids: Sequence[str]) -> list[Provider]:
    places = ", ".join("?" * len(ids))
    rows = db.execute(f"{_SELECT} WHERE t.id IN ({places}) ORDER BY t.name, t.id", tuple(ids))
    return [to_model(Provider, row) for row in rows]


def _by_number(db: sqlite3.Connection, said: str) -> list[str]:
    number = said.strip().upper()
    if not any(letter.isdigit() for letter in number) or " " in number:
        return []
    rows = db.execute(
        "SELECT id FROM provider WHERE npi = ?1 "
        "UNION SELECT provider_id FROM licence WHERE number = ?1",
        (number,),
    )
    return [row[0] for row in rows]


def _by_words(
    db: sqlite3.Connection, words: Sequence[str], among: Collection[str] | None
) -> list[Provider]:
    """Providers with a key that begins with each word; those with each word whole, if any."""
    if not words or len(words) > MOST_WORDS:
        return []
    for is_whole in (True, False):
        first, *others = sorted(words, key=len, reverse=True)
        sql = ["SELECT DISTINCT k.provider_id FROM name_key k WHERE k.key >= ? AND k.key < ?"]
        values = [*key_range(first, is_whole=is_whole)]
        if among is not None:
            sql.append("AND k.provider_id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(among)))
        for word in others:
            sql.append(
                "AND EXISTS (SELECT 1 FROM name_key x WHERE x.provider_id = k.provider_id "
                "AND x.key >= ? AND x.key < ?)"
            )
            # An initial is always the beginning of a name.
            values += key_range(word, is_whole=is_whole and len(word) > 1)
        sql.append(f"LIMIT {_ENOUGH}")
        ids = [row[0] for row in db.execute(" ".join(sql), values)]
        if ids:
            return _providers(db, ids)
    return []


def _works_at(db: sqlite3.Connection, provider_id: str, place: str) -> bool:
    rows = db.execute(
        "SELECT a.name, w.department, a.city FROM affiliation w JOIN account a "
        "ON a.id = w.account_id WHERE w.provider_id = ?",
        (provider_id,),
    )
    words = fold(place).split()
    return any(
        all(word in fold(" ".join(part or "" for part in row)) for word in words) for row in rows
    )


def _with_title(found: list[Provider], who: Who) -> list[Provider]:
    if not who.title:
        return found
    found = [one for one in found if not is_another(who.title, one.title, one.role)]
    if len(found) < 2:
        return found
    return [one for one in found if fold(who.title) in fold(one.title)] or found


def _affiliations(
    db: sqlite3.Connection, condition: str, value: str, today: str | None
) -> list[Affiliation]:
    names = ", ".join("a.name" if name == "account" else f"t.{name}" for name in _AFFILIATION)
    rows = db.execute(
        f"SELECT {names} FROM affiliation t JOIN account a ON a.id = t.account_id "
        f"WHERE {condition} AND (t.until_on IS NULL OR t.until_on > coalesce(?, '')) "
        "ORDER BY t.is_primary DESC, t.from_on, t.id",
        (value, today),
    )
    return [to_model(Affiliation, row) for row in rows]


_AFFILIATION = columns(Affiliation)


def names_over_days(db: sqlite3.Connection, provider_ids: Sequence[str]) -> list[str]:
    """Return the names that a text on these people may hold and that look like days: 周一鸣, May.

    Their own, the rep's team's, and every Chinese name that begins like a weekday.
    """
    people = [provider(db, one) for one in provider_ids] + colleagues(db)
    names = {part for one in people for part in (one.name, one.native_name, one.family_name)}
    for weekday in "一二三四五六日天":
        names.update(
            row[0]
            for row in db.execute(
                "SELECT p.native_name FROM name_key k JOIN provider p ON p.id = k.provider_id "
                "WHERE k.key >= ? AND k.key < ?",
                key_range(f"周{weekday}"),
            )
        )
    return sorted(name for name in names if name)


def main_places(db: sqlite3.Connection) -> dict[str, str]:
    """Return provider id → the name of the account where they mainly work."""
    rows = db.execute(
        "SELECT w.provider_id, a.name FROM affiliation w JOIN account a ON a.id = w.account_id "
        "WHERE w.until_on IS NULL ORDER BY w.is_primary, w.from_on DESC, w.id DESC"
    )
    return {row[0]: row[1] for row in rows}


def colleagues(db: sqlite3.Connection) -> list[Provider]:
    """Return the rep's own team."""
    rows = db.execute(f"{_SELECT} WHERE t.role = 'colleague' AND t.state <> 'left'")
    return [to_model(Provider, row) for row in rows]
