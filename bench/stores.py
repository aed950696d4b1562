"""The two stores that are measured, made from a seed: the same to the last id each time.

They are written straight into the tables: the triggers are dropped before and made after, so the
journal of such a store is empty. What the program derives (name keys, days of the last contact,
the search index) is there, as ``repplan check`` wants it.
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import repplan
from bench import words
from bench.knowledge import MAP_ACCOUNT, Knowledge, habits, purchase
from bench.ruled import Ruled
from repplan.clock import Clock
from repplan.i18n.names import keys_of
from repplan.i18n.pinyin import pinyin_of
from repplan.ids import LETTERS, Ids
from repplan.store import journal, search
from repplan.store.migrate import create_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEED = "repplan bench"
NOW = "2026-11-24T07:05:00-06:00"
"""The morning on which everything is measured: a Tuesday."""

TODAY = date(2026, 11, 24)
_YEARS_DAYS = 3 * 365
_CHUNK = 20_000
_MADE_FROM = ("store/migrations/versions", "store/journal.py", "store/search.py", "i18n/names.py")
"""What a store's shape depends on, beside this folder: a change makes the stores anew."""

SUBJECT, SUBJECT_ZH, RARE_NAME = "Okonjo", "王建国", "Adaeze Okonjo, MD"
"""Whom the measured commands are about: the same two people in both stores."""

_TIERS: tuple[tuple[str | None, float, int], ...] = (
    ("A", 0.10, 20), ("B", 0.20, 14), ("C", 0.30, 9), (None, 0.40, 5),
)  # fmt: skip
"""Tier, its share, and the weight by which visits fall on it."""

_NEVER_MET = 0.15
_OBJECTIVE, _CONCERN, _NOTE, _CHINESE = 0.08, 0.10, 0.30, 0.10
_PLANNED_HOURS = ("14:40", "15:30", "16:15", "19:00", "20:30", "21:30")
"""Starts of today's visits, in UTC: 8:40 to 15:30 where NOW is."""

_PLANNED_AHEAD = 30
_OUTCOMES = ("seen",) * 31 + ("brief",) * 6 + ("staff",) * 6 + ("no-see",) * 6 + ("cancelled",)
_CHANNELS = ("in-person",) * 17 + ("phone", "email", "message")


@dataclass(frozen=True)
class Size:
    """How much a store holds. ``due``: open follow-ups whose day has come; 1 % more are to come."""

    name: str
    providers: int
    visits: int
    followups: int
    due: int


SMALL = Size("small", providers=300, visits=3_000, followups=600, due=30)
LARGE = Size("large", providers=100_000, visits=1_000_000, followups=200_000, due=300)


def store_of(size: Size, folder: Path, say: Callable[[str], None]) -> Path:
    """Return the path of a store of this size: the one made before, else made now."""
    digest = hashlib.sha256(f"{SEED} {NOW} {size}".encode())
    package = Path(repplan.__file__).parent
    places = [Path(__file__).parent, *(package / name for name in _MADE_FROM)]
    for file in sorted(file for place in places for file in _modules(place)):
        digest.update(file.read_bytes())
    path = folder / f"{size.name}-{digest.hexdigest()[:12]}.db"
    if not path.exists():
        for old in folder.glob(f"{size.name}-*.db*"):
            old.unlink()
        say(f"making the {size.name} store, straight into the tables, the triggers made after ...")
        partial = path.with_suffix(".partial.db")
        partial.unlink(missing_ok=True)
        build(size, partial)
        partial.rename(path)
    return path


def build(size: Size, path: Path) -> None:
    """Make a store of this size at ``path``."""
    clock = Clock(datetime.fromisoformat(NOW))
    create_store(path, clock=clock, ids=Ids(SEED))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        # A cut leaves a partial file that nobody reads: no need to be careful.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -400000")
        indexes = [
            row[0]
            for row in db.execute(
                "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
                "AND tbl_name NOT LIKE 'journal%' AND tbl_name NOT LIKE 'search%'"
            )
        ]
        db.execute("BEGIN")
        journal.drop_triggers(db)
        for sql in indexes:
            db.execute(f"DROP INDEX {_index_name(sql)}")
        Territory(db, size).fill()
        for sql in indexes:
            db.execute(sql)
        search.rebuild(db)
        journal.make_triggers(db)
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
    path.chmod(0o600)


class Territory:
    """What is written, table by table; rows wait for their chunk."""

    def __init__(self, db: sqlite3.Connection, size: Size) -> None:
        self.db = db
        self.size = size
        self.rng = random.Random(SEED)
        self.ids = Ids(SEED)
        self.waiting: dict[tuple[str, str], list[tuple[object, ...]]] = {}
        self.refs: set[str] = set()
        self.notes = words.notes(self.rng, 20_000)
        began = TODAY - timedelta(_YEARS_DAYS)
        self.people = [self.new_id(began) for _ in range(size.providers)]
        self.accounts = [self.new_id(began) for _ in range(max(size.providers // 5, 1))]
        self.products = [self.new_id(began) for _ in words.PRODUCTS]
        shares = [tier[1] for tier in _TIERS]
        self.tiers = self.rng.choices(range(len(_TIERS)), shares, k=size.providers)
        # The two subjects and the colleague are the same in every store.
        self.tiers[:3] = [0, 0, 3]
        self.last_contact: dict[int, str] = {}
        self.knowledge = Knowledge(self, TODAY, SEED)

    def fill(self) -> None:
        """Write everything."""
        self.write_accounts()
        self.knowledge.write_products()
        self.write_visits()
        self.write_plans()
        self.write_followups()
        self.write_people()
        self.knowledge.write_map()
        self.knowledge.write_cards()
        Ruled(self, TODAY, SEED).write()
        self.put("setting", "id value", ("owner.name", "Robin Vale"))
        for table, columns in list(self.waiting):
            self.flush(table, columns)

    def new_id(self, on: date) -> str:
        """Return a UUIDv7 of a day."""
        return self.ids.uuid7(
            int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp()) * 1000
        )

    def new_ref(self, table: str) -> str:
        """Return a ref that no other row has: of a million drawn, one or two are drawn twice."""
        while (ref := self.ids.ref(LETTERS[table])) in self.refs:
            continue
        self.refs.add(ref)
        return ref

    def put(self, table: str, columns: str, row: tuple[object, ...]) -> None:
        """Keep a row for its table's next chunk."""
        rows = self.waiting.setdefault((table, columns), [])
        rows.append(row)
        if len(rows) >= _CHUNK:
            self.flush(table, columns)

    def flush(self, table: str, columns: str) -> None:
        """Write the rows that wait."""
        rows = self.waiting.pop((table, columns))
        names = columns.replace(" ", ", ")
        places = ", ".join("?" * len(rows[0]))
        self.db.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)

    def account_of(self, person: int) -> str:
        """Return the id of the account where a provider mainly works."""
        return self.accounts[0 if person < 3 else person % len(self.accounts)]

    def write_accounts(self) -> None:
        """Write places of work, named by street and town as imports name them, round one city."""
        map_rng = random.Random(f"{SEED}, map")
        for number, identity in enumerate(self.accounts):
            town = self.rng.choice(words.TOWNS)
            street = f"{100 + number} {self.rng.choice(words.STREETS)} St"
            name = MAP_ACCOUNT if number == 1 else f"{street}, {town}"
            self.put(
                "account",
                "id ref name folded kind departments street city country payers purchase signs "
                "committee_on asked_for latitude longitude",
                (identity, self.new_ref("account"), name, name.lower(), "practice",
                 json.dumps(words.DEPARTMENTS[: number % 4], ensure_ascii=False), street, town, "US",
                 *purchase(number), round(map_rng.gauss(39.76, 0.12), 4),
                 round(map_rng.gauss(-84.19, 0.15), 4)),
            )  # fmt: skip

    def write_visits(self) -> None:
        """Write the visits of three years in the order of their days."""
        weights = [
            0.0 if person < 3 or (person % 100) < 100 * _NEVER_MET else float(_TIERS[tier][2])
            for person, tier in enumerate(self.tiers)
        ]
        subjects = [(7 * number + 5, person) for number in range(12) for person in (0, 1)]
        left = self.size.visits - len(subjects) - len(_PLANNED_HOURS) - _PLANNED_AHEAD
        drawn = self.rng.choices(range(self.size.providers), weights, k=left)
        days = [int(self.rng.random() * _YEARS_DAYS) + 1 for _ in drawn]
        order = sorted(zip(days, drawn, strict=True), reverse=True)
        rares = {len(order) // 4, len(order) // 2, len(order) - 2}
        for number, (ago, person) in enumerate(order):
            self.write_visit(person, TODAY - timedelta(ago), is_rare=number in rares)
        for ago, person in subjects:
            self.write_visit(person, TODAY - timedelta(ago), is_rare=False)

    def write_visit(self, person: int, on: date, *, is_rare: bool) -> None:
        """Write one visit that was logged, with who was there and what was talked about."""
        rng = self.rng
        identity, iso = self.new_id(on), on.isoformat()
        outcome = _OUTCOMES[int(rng.random() * len(_OUTCOMES))]
        channel = _CHANNELS[int(rng.random() * len(_CHANNELS))]
        said = self.notes[int(rng.random() * len(self.notes))]
        said = f"{said}, asked about {words.RARE}" if is_rare else said
        self.put(
            "visit",
            "id ref account_id on_date start_at minutes channel state outcome said typed opening_id",
            (identity, self.new_ref("visit"), self.account_of(person), iso,
             f"{iso}T{14 + int(rng.random() * 8):02}:{int(rng.random() * 6)}0:00Z",
             5 + int(rng.random() * 20), channel, "logged", outcome, said, said,
             self.knowledge.openings.get(person) if outcome == "seen" else None),
        )  # fmt: skip
        self.put("visit_provider", "id visit_id provider_id",
                 (self.new_id(on), identity, self.people[person]))  # fmt: skip
        if outcome in {"seen", "brief"}:
            if channel not in {"email", "message"}:
                # Days come in order, but for the subjects', who come last, the newest first.
                self.last_contact[person] = max(iso, self.last_contact.get(person, ""))
            product = int(rng.random() * len(self.products))
            reaction = ("++", "+", "~", "-", None)[int(rng.random() * 5)]
            self.knowledge.write_discussed(identity, on, person, product, reaction)
            if rng.random() < 0.1:
                self.knowledge.write_objected(identity, on, product)

    def write_plans(self) -> None:
        """Write today's visits, the subjects' first, and those of the next two weeks."""
        today = [(hour, person) for person, hour in enumerate(_PLANNED_HOURS)]
        # The colleague has no visit of their own.
        plans = [(TODAY, hour, 3 if person == 2 else person) for hour, person in today]
        plans += [
            (TODAY + timedelta(1 + number % 14), _PLANNED_HOURS[number % 6], 10 + number)
            for number in range(_PLANNED_AHEAD)
        ]
        for on, hour, person in plans:
            identity = self.new_id(TODAY)
            self.put(
                "visit",
                "id ref account_id on_date start_at minutes_planned state appointment",
                (identity, self.new_ref("visit"), self.account_of(person),
                 on.isoformat(), f"{on.isoformat()}T{hour}:00Z", 15, "planned", "agreed"),
            )  # fmt: skip
            self.put("visit_provider", "id visit_id provider_id",
                     (self.new_id(TODAY), identity, self.people[person]))  # fmt: skip

    def write_followups(self) -> None:
        """Write promises: some due, a few to come, the rest closed over the years."""
        rollouts = self.knowledge.rollouts()
        later = self.size.followups // 100 - len(rollouts)
        for rollout in rollouts:
            self.write_check_in(*rollout)
        self.write_followup(0, "renal dosing table for the residents", 2, "us", "open")
        self.write_followup(0, "list of dialysis patients", 4, "them", "open")
        self.write_followup(1, "医保报销流程", 1, "us", "open")
        for number in range(self.size.followups - 3 - len(rollouts)):
            is_due, is_later = number < self.size.due - 3, number < self.size.due - 3 + later
            ago = int(self.rng.random() * 20) if is_due else -1 - int(self.rng.random() * 90)
            if not is_later:
                ago = 30 + int(self.rng.random() * (_YEARS_DAYS - 60))
            self.write_followup(
                3 + int(self.rng.random() * (self.size.providers - 3)),
                words.PROMISES[int(self.rng.random() * len(words.PROMISES))],
                ago,
                "them" if self.rng.random() < 0.3 else "us",
                "open" if is_later else ("kept", "kept", "late", "waived")[number % 4],
            )

    def write_followup(self, person: int, what: str, ago: int, by: str, state: str) -> None:
        """Write one promise that was due so many days ago."""
        due = TODAY - timedelta(ago)
        made = min(due - timedelta(7), TODAY - timedelta(1))
        self.put(
            "followup",
            'id ref provider_id "by" kind what made_on due_on state closed_on',
            (self.new_id(made), self.new_ref("followup"), self.people[person], by,
             "question" if what.startswith(("answer", "医保")) else "promise", what,
             made.isoformat(), due.isoformat(), state, None if state == "open" else due.isoformat()),
        )  # fmt: skip

    def write_check_in(self, rollout_id: str, account_id: str) -> None:
        """Write the day on which to ask how a rollout goes: it is to come."""
        self.put(
            "followup",
            'id ref account_id rollout_id "by" kind what made_on due_on state',
            (self.new_id(TODAY), self.new_ref("followup"), account_id, rollout_id, "us",
             "check-in", "check in on it, week 6", "2026-11-02", "2026-12-14", "open"),
        )  # fmt: skip

    def write_people(self) -> None:
        """Write the providers with their places, search keys, objectives, concerns and notes."""
        for person in range(self.size.providers):
            name, given, family, title, native = self.name_of(person)
            pinyin = pinyin_of(native) if native else ""
            role = "colleague" if person == 2 else "physician"
            tier = _TIERS[self.tiers[person]][0]
            specialty = words.SPECIALTIES[person % len(words.SPECIALTIES)]
            self.put(
                "provider",
                "id ref name given_name family_name title native_name pinyin specialties npi tier "
                "role likes prescribing patients interests assistant_name last_contact_on",
                (self.people[person], self.new_ref("provider"), name, given, family,
                 title, native, pinyin, json.dumps([specialty]), str(1_000_000_000 + person), tier,
                 role, "data first, then the question" if person % 4 == 0 else None, *habits(person),
                 self.last_contact.get(person)),
            )  # fmt: skip
            keys = keys_of(name=name, given=given, family=family, native=native, pinyin=pinyin,
                           nicknames=())  # fmt: skip
            for key in sorted(keys):
                self.put("name_key", "key provider_id", (key, self.people[person]))
            self.write_place(person, self.account_of(person), is_primary=True)
            if person % 10 == 9:
                self.write_place(person, self.account_of(person + 7), is_primary=False)
            self.write_aims(person)
            self.knowledge.write_person(person)

    def write_place(self, person: int, account_id: str, *, is_primary: bool) -> None:
        """Write where a provider works."""
        department = words.DEPARTMENTS[person % 6] if person % 3 == 0 else ""
        row = (self.new_id(TODAY), self.new_ref("affiliation"), self.people[person],
               account_id, department, int(is_primary), "2024-01-08")  # fmt: skip
        self.put("affiliation", "id ref provider_id account_id department is_primary from_on", row)

    def write_aims(self, person: int) -> None:
        """Write what is wanted from a provider, what they care about, what is known of them."""
        chances = [self.rng.random() for _ in range(3)]
        if person < 2:
            chances = [0.0, 0.0, 0.0]
        who, on = self.people[person], TODAY.isoformat()
        if chances[0] < _OBJECTIVE and person != 2:
            self.put("objective", "id ref provider_id what measure from_on until_on",
                     (self.new_id(TODAY), self.new_ref("objective"), who,
                      "puts three new patients on it", "3 patients", "2026-10-01", "2026-12-31"),
                     )  # fmt: skip
        if chances[1] < _CONCERN:
            self.put("concern", "id provider_id what raised_on",
                     (self.new_id(TODAY), who, "renal safety in the over-75s", "2026-10-20"))  # fmt: skip
        if chances[2] < _NOTE:
            self.put("note", "id ref provider_id text noted_on",
                     (self.new_id(TODAY), self.new_ref("note"), who,
                      "likes the reprint, not the slides", on))  # fmt: skip

    def name_of(self, person: int) -> tuple[str, str, str, str, str]:
        """Return (name, given, family, title, native); one in ten is Chinese."""
        if person == 0:
            return RARE_NAME, "Adaeze", SUBJECT, "MD", ""
        if person == 1 or (person != 2 and self.rng.random() < _CHINESE):
            family = "王" if person == 1 else self.rng.choice(words.FAMILY_ZH)
            given = "建国" if person == 1 else "".join(self.rng.sample(words.GIVEN_ZH, 2))
            return f"{family}{given} 主任医师", given, family, "主任医师", f"{family}{given}"
        given, family = self.rng.choice(words.GIVEN), self.rng.choice(words.FAMILY)
        if person == 2:
            return f"{given} {family}", given, family, "", ""
        return f"{given} {family}, MD", given, family, "MD", ""


def _modules(place: Path) -> Sequence[Path]:
    return [place] if place.is_file() else sorted({*place.glob("*.py"), *place.glob("*.sql")})


def _index_name(sql: str) -> str:
    words_of_sql = sql.split()
    return words_of_sql[words_of_sql.index("INDEX") + 1]
