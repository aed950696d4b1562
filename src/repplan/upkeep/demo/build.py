"""Fill a store with the demo territory, by the same actions that the commands use.

Its days are counted from today, so the morning always has something late, something for today
and somebody getting cold. Everybody and everything in it is fictional.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from repplan.accounts.actions import add_account
from repplan.accounts.model import FIELDS as ACCOUNT_FIELDS
from repplan.clock import Clock
from repplan.config import read_settings
from repplan.fields import read_cells
from repplan.i18n.dates import parse_time
from repplan.objectives import queries as objectives
from repplan.objectives.actions import add_objective
from repplan.products import queries as products
from repplan.providers.actions import add_provider
from repplan.providers.model import AFFILIATION_FIELDS, FIELDS
from repplan.providers.queries import is_called
from repplan.records import dataclass
from repplan.store.connect import open_read
from repplan.store.faults import StoreThere, telling
from repplan.store.migrate import create_store
from repplan.store.work import open_work
from repplan.store.write import insert
from repplan.upkeep.demo.filling import (
    Table,
    begin,
    cells_of,
    dated,
    learn,
    note_down,
    one_called,
    tie,
)
from repplan.upkeep.demo.ruling import ask_medical, hear, hear_back, set_rules
from repplan.visits.actions import log_visit, plan_visit
from repplan.visits.drafting import draft_visit
from repplan.visits.model import VisitRequest

if TYPE_CHECKING:
    from datetime import date

    from repplan.ids import Ids
    from repplan.store.work import Work


@dataclass(frozen=True)
class Step:
    """One command of the played day: when, and what is typed."""

    at: datetime
    argv: tuple[str, ...]


WHO = {"en": "patel", "zh_CN": "王主任"}
"""Somebody of each language's territory, to begin with."""

LoadPack = Callable[["Work", str, bytes], object]
"""Takes a knowledge pack in: what ``import pack`` does, from a room above this one."""


def build_demo(
    path: Path, *, language: str, clock: Clock, ids: Ids, load_pack: LoadPack
) -> dict[str, int]:
    """Return how many of each record the new demo store at ``path`` holds."""
    script = _script(language)
    create_store(path, clock=clock, ids=ids)
    earliest = min(one["day"] for one in script["visit"])
    with open_work(path, "demo", clock=_on(clock, earliest - 1, "8:00"), ids=ids) as work:
        for name, value in script["settings"].items():
            insert(work, "setting", {"id": name, "value": value})
        name = f"pack.{language}.yaml"
        load_pack(work, name, dated(_shipped(name), clock.today).encode())
        places = _add_records(work, script, clock.today)
        set_rules(work, script, places, clock.today)
    for happened in _history(script, places):
        at = _on(clock, happened.day, "17:00")
        with open_work(path, happened.command, clock=at, ids=ids) as work:
            happened.act(work, happened.one, clock.today)
    with open_work(path, "stance add", clock=_on(clock, -1, "18:00"), ids=ids) as work:
        tie(work, script, places, clock.today)
    # Early, also where it is noon now: today's first visit has to be planned before it is.
    early = min(clock, _on(clock, 0, "5:00"), key=lambda one: one.now)
    with open_work(path, "visit plan", clock=early, ids=ids) as work:
        for one in script["objective"]:
            _aim(work, one)
        for one in script["plan"]:
            _plan(work, one)
        tables = ("provider", "account", "visit", "followup", "objective")
        return {
            table: work.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        }


def put_demo(
    path: Path, *, language: str, clock: Clock, ids: Ids, load_pack: LoadPack
) -> dict[str, int]:
    """Return how many of each record the demo store holds that is at ``path`` now.

    It takes its place whole, made elsewhere before: a cut leaves what was there. Raises: StoreThere,
    where somebody's own store is.
    """
    if path.exists():
        _check_demo(path)
    with telling(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".demo-", dir=path.parent) as folder:
            made = Path(folder) / path.name
            counts = build_demo(made, language=language, clock=clock, ids=ids, load_pack=load_pack)
            for name in (f"{path.name}-wal", f"{path.name}-shm"):
                path.with_name(name).unlink(missing_ok=True)
            made.replace(path)
    return counts


def demo_language(path: Path) -> str | None:
    """Return in which language the demo store at ``path`` was made; None: its people are gone."""
    with closing(open_read(path)) as db:
        return next((one for one in WHO if is_called(db, WHO[one])), None)


def _check_demo(path: Path) -> None:
    with closing(open_read(path)) as db:
        first = db.execute("SELECT command FROM batch ORDER BY first_seq LIMIT 1").fetchone()
    if first is None or first[0] != "demo":
        raise StoreThere(str(path))


def steps(language: str, today: date) -> list[Step]:
    """Return the day to play, in the order it is played."""
    return [
        Step(
            datetime.combine(today + timedelta(one.get("day", 0)), parse_time(one["at"])),
            tuple(dated(word, today) for word in one["run"]),
        )
        for one in _script(language)["play"]
    ]


def _script(language: str) -> Table:
    return tomllib.loads(_shipped(f"{language}.toml"))


def _shipped(name: str) -> str:
    return files("repplan.upkeep.demo").joinpath(name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Happened:
    """Something of the script, on its day: by which command, and what does it."""

    day: int
    command: str
    act: Callable[[Work, Table, date], None]
    one: Table


def _history(script: Table, places: dict[str, str]) -> list[_Happened]:
    """Return what happened before the demo's today, in order; what was known, before the visits."""

    def started(work: Work, one: Table, _today: date) -> None:
        begin(work, one, places)

    acts: tuple[tuple[str, str, Callable[[Work, Table, date], None]], ...] = (
        ("note", "note add", note_down),
        ("learned", "product edit", learn),
        ("visit", "log", _log),
        ("rollout", "product start", started),
        ("inquiry", "inquiry send", ask_medical),
        ("answered", "inquiry answer", hear_back),
        ("safety", "safety add", hear),
    )
    found = [
        _Happened(one["day"], command, act, one)
        for name, command, act in acts
        for one in script.get(name, ())
        if "day" in one
    ]
    return sorted(found, key=lambda each: each.day)


def _on(clock: Clock, days: int, at: str) -> Clock:
    day = clock.today + timedelta(days)
    return Clock(datetime.combine(day, parse_time(at)).astimezone())


def _add_records(work: Work, script: Table, today: date) -> dict[str, str]:
    """Return account's key → id; notes without a day were known from the start."""
    places = {
        one["key"]: add_account(work, cells_of(ACCOUNT_FIELDS, one, today)).id
        for one in script["account"]
    }
    for one in script["provider"]:
        add_provider(
            work,
            read_cells(FIELDS, one),
            account_id=places.get(one.get("account", "")),
            place=read_cells(AFFILIATION_FIELDS, one),
        )
    for one in script["note"]:
        if "day" not in one:
            note_down(work, one, today)
    return places


def _log(work: Work, one: Table, today: date) -> None:
    request = VisitRequest(
        text=dated(one["text"], today),
        on=work.today,
        at=parse_time(one["at"]),
        provider_ids=(one_called(work, one["who"]).id,),
        outcome=one.get("outcome", "seen"),
        minutes=one.get("minutes"),
    )
    draft = draft_visit(
        work.db,
        request,
        clock=work.clock,
        settings=read_settings(work.db),
        is_month_first=False,
    )
    log_visit(work, draft)


def _aim(work: Work, one: Table) -> None:
    until = (work.today + timedelta(one["until"])).isoformat() if "until" in one else None
    product = products.called(work.db, one["product"])[0].id if "product" in one else None
    cells = {
        "what": one["text"],
        "measure": one.get("measure"),
        "benefit": one.get("benefit"),
        "kind": one["kind"],
        "product_id": product,
        "until_on": until,
    }
    add_objective(work, one_called(work, one["who"]).id, cells)


def _plan(work: Work, one: Table) -> None:
    who = one_called(work, one["who"])
    on = work.today + timedelta(one["day"])
    at: time = parse_time(one["at"])
    aims = [each for each in objectives.open_of(work.db, who.id) if "objective" in one]
    cells = {
        "minutes_planned": one["minutes"],
        "appointment": one["appointment"],
        "agreed_with": one.get("agreed_with"),
        "heads": one.get("heads"),
        "purpose": one.get("purpose"),
        "objective_id": aims[0].id if aims else None,
    }
    plan_visit(work, on=on, at=at, provider_ids=[who.id], account_id=None, cells=cells)
