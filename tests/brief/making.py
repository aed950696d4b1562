"""Briefs made by hand, for tests of screens and files: no store behind them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from repplan.accounts.model import Account
from repplan.brief.files import write_file
from repplan.brief.model import SECTIONS, Brief
from repplan.clock import Clock
from repplan.day import BriefItem, BriefSection
from repplan.providers.model import Affiliation, Provider
from repplan.records import field_types, replace
from repplan.visits.model import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Model = TypeVar("Model")

TODAY = date(2026, 11, 24)


def made(model: type[Model], **known: object) -> Model:
    """Return a record of what is known; all else is empty, or None where a field may be that."""
    empty = {"str": "", "tuple[str, ...]": (), "bool": False}
    return model(**{name: empty.get(kind) for name, kind in field_types(model).items()} | known)


PATEL = made(
    Provider,
    id="patel",
    ref="p-ptlptlpt",
    name="Anjali Patel, MD",
    family_name="Patel",
    title="MD",
    role="physician",
    specialties=("cardiology",),
    tier="A",
    state="active",
)
WANG = made(
    Provider,
    id="wang",
    ref="p-wngwngwn",
    name="王建国",
    native_name="王建国",
    title="主任医师",
    role="physician",
    specialties=("心内科",),
    tier="A",
    state="active",
)
VALLEY = made(
    Account, id="valley", name="Valley Cardiology", street="200 Ridge Road", city="Kettering"
)
CITY_HOSPITAL = made(Account, id="shiyi", name="市一医院", city="临江")
AT_VALLEY = made(Affiliation, account_id="valley", account="Valley Cardiology", room="suite 210")
AT_8_40 = made(
    Visit,
    id="018f-1",
    ref="v-1111bcdf",
    on_date="2026-11-24",
    start_at="2026-11-24T14:40:00Z",
    minutes_planned=10,
    appointment="agreed",
    agreed_with="Dana",
)


def brief(
    *,
    provider: Provider | None = PATEL,
    account: Account | None = VALLEY,
    visit: Visit | None = AT_8_40,
    start: time | None = time(8, 40),
    header: str = "@ Patel 8:40",
    others: tuple[str, ...] = (),
    **sections: Sequence[BriefItem],
) -> Brief:
    """Return a brief with these sections; Dr Patel's, today at 8:40, unless said otherwise."""
    after = (BriefItem("AFTER", header),) if header else ()
    told = sections | {"access": (*sections.get("access", ()), *after)}
    return Brief(
        as_of=TODAY,
        provider=provider,
        account=account,
        places=(AT_VALLEY,) if provider is PATEL else (),
        visit=visit,
        start=start,
        sections=tuple(BriefSection(name, tuple(told.get(name, ()))) for name in SECTIONS),
        header=header,
        others=others,
    )


def owed(text: str, style: str = "") -> BriefItem:
    """Return something we owe: never cut."""
    return BriefItem("OWED", text, "f-7k2m9xpq", style, is_kept=True)


def stop(text: str) -> BriefItem:
    """Return a stop sign: never cut."""
    return BriefItem("STOP", text, None, "late", is_kept=True)


CLOCK = Clock(datetime.fromisoformat("2026-11-24T07:05:00-06:00"))
FIRST = brief(
    owed=[owed("renal dosing table, 1 day late", "late"), owed("copay sheet, today")],
    stops=[stop("sees no reps")],
    last=[BriefItem("LAST", 'Tue 17 Nov seen "Show me renal"'), BriefItem("LAST", "Tue 3 Nov")],
    access=[BriefItem("IN", "suite 210; Lot C"), BriefItem("WHEN", "Tue seen 4 of 5")],
)
SECOND = brief(
    provider=WANG,
    account=CITY_HOSPITAL,
    visit=replace(AT_8_40, id="018f-2", start_at=None, agreed_with=None, appointment="asked"),
    start=None,
    header="@王建国",
    person=[BriefItem("CARES", "75岁以上低血压(11月17日 周二)", style="warn")],
)
DAY = (FIRST, SECOND)
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=y> [link](http://x) **b** `c` &amp; a\\n;b'
)


def hostile() -> Brief:
    """Return a brief whose every text tries to be markup."""
    return brief(
        provider=replace(PATEL, name=HOSTILE, title=HOSTILE, specialties=(HOSTILE,)),
        visit=replace(AT_8_40, agreed_with=HOSTILE),
        owed=[owed(HOSTILE)],
        person=[BriefItem("NOTE", f"{HOSTILE}\x1b[0m\u202e")],
        header=f"@ {HOSTILE}",
    )


def written(
    folder: Path, name: str, briefs: Sequence[Brief] = DAY, *, language: str = "en"
) -> bytes:
    """Return what a file of that name holds after it was written."""
    path = folder / name
    write_file(briefs, path, language=language, clock=CLOCK, may_replace=True)
    return path.read_bytes()
