"""Fill a store with the demo territory, by the same actions that the commands use.

Its days are counted from today, so the morning always has something late, something for today
and somebody getting cold. Everybody and everything in it is fictional.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from repplan.accounts.actions import add_account
from repplan.accounts.model import FIELDS as ACCOUNT_FIELDS
from repplan.clock import Clock
from repplan.config import read_settings
from repplan.fields import read_cells
from repplan.i18n.dates import parse_time
from repplan.notes.actions import keep
from repplan.objectives import queries as objectives
from repplan.objectives.actions import add_objective
from repplan.products import queries as products
from repplan.products.actions import add_product
from repplan.providers import queries as providers
from repplan.providers.actions import add_provider
from repplan.providers.model import AFFILIATION_FIELDS, FIELDS
from repplan.records import dataclass
from repplan.store.migrate import create_store
from repplan.store.work import open_work
from repplan.store.write import insert
from repplan.visits.actions import log_visit, plan_visit
from repplan.visits.drafting import draft_visit
from repplan.visits.model import VisitRequest

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.ids import Ids
    from repplan.providers.model import Provider
    from repplan.store.work import Work

Table = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One command of the played day: when, and what is typed."""

    at: datetime
    argv: tuple[str, ...]


def build_demo(path: Path, *, language: str, clock: Clock, ids: Ids) -> dict[str, int]:
    """Return how many of each record the new demo store at ``path`` holds."""
    script = _script(language)
    create_store(path, clock=clock, ids=ids)
    earliest = min(one["day"] for one in script["visit"])
    with open_work(path, "demo", clock=_on(clock, earliest - 1, "8:00"), ids=ids) as work:
        for name, value in script["settings"].items():
            insert(work, "setting", {"id": name, "value": value})
        _add_records(work, script)
    for one in sorted(script["visit"], key=lambda each: each["day"]):
        with open_work(path, "log", clock=_on(clock, one["day"], "17:00"), ids=ids) as work:
            _log(work, one, clock.today)
    with open_work(path, "visit plan", clock=clock, ids=ids) as work:
        for one in script["objective"]:
            _aim(work, one)
        for one in script["plan"]:
            _plan(work, one)
        tables = ("provider", "account", "visit", "followup", "objective")
        return {
            table: work.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        }


def steps(language: str, today: date) -> list[Step]:
    """Return the day to play, in the order it is played."""
    return [
        Step(
            datetime.combine(today + timedelta(one.get("day", 0)), parse_time(one["at"])),
            tuple(_dated(word, today) for word in one["run"]),
        )
        for one in _script(language)["play"]
    ]


def _script(language: str) -> Table:
    text = files("repplan.upkeep.demo").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _on(clock: Clock, days: int, at: str) -> Clock:
    day = clock.today + timedelta(days)
    return Clock(datetime.combine(day, parse_time(at)).astimezone())


def _dated(text: str, today: date) -> str:
    """The text with ``{+3}`` and ``{-7}`` as ISO days."""
    return re.sub(
        r"\{([+-]?\d+)\}",
        lambda found: (today + timedelta(int(found.group(1)))).isoformat(),
        text,
    )


def _add_records(work: Work, script: Table) -> None:
    for one in script["product"]:
        add_product(work, one["name"], one.get("generic"))
    places = {}
    for one in script["account"]:
        given = {**one, "departments": ";".join(one.get("departments", ()))}
        places[one["key"]] = add_account(work, read_cells(ACCOUNT_FIELDS, given)).id
    for one in script["provider"]:
        add_provider(
            work,
            read_cells(FIELDS, one),
            account_id=places.get(one.get("account", "")),
            place=read_cells(AFFILIATION_FIELDS, one),
        )
    for one in script["note"]:
        keep(work, _who(work, one).id, one["text"], "professional", source=one.get("source"))


def _log(work: Work, one: Table, today: date) -> None:
    request = VisitRequest(
        text=_dated(one["text"], today),
        on=work.today,
        at=parse_time(one["at"]),
        provider_ids=(_who(work, one).id,),
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
    add_objective(work, _who(work, one).id, cells)


def _plan(work: Work, one: Table) -> None:
    who = _who(work, one)
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


def _who(work: Work, one: Table) -> Provider:
    (found,) = providers.called(work.db, one["who"])
    return found
