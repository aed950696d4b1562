"""A quarter under each policy, played with the real commands: what each one refuses, and why.

The table ``ROOMS`` says what is typed, when, and under which policies it is refused (exit 5) or
answered with no; under the others it is done. Each room adds its steps to its own part. The whole
text of every answer and refusal stands in ``tests/snapshots/quarter/POLICY.txt``:
``REPPLAN_SNAPSHOTS=write`` writes these files anew: read what changed before you keep it.
"""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repplan.policies.load import POLICIES, policy_named
from repplan.text import width

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tests.conftest import Result, Run

SNAPSHOTS = Path(__file__).parent / "snapshots" / "quarter"
ALL = " ".join(POLICIES)


@dataclass(frozen=True)
class Step:
    """A line typed at a moment of the quarter (month-day hour:minute, Chicago).

    ``refused``: the policies under which it ends with exit 5 and writes nothing. ``no``: those
    under which it is an answer that begins with no. ``failed``: (exit code, policies) of what is
    refused for another reason than a rule of the policy.
    """

    at: str
    line: str
    refused: str = ""
    no: str = ""
    failed: tuple[int, str] = (0, "")

    @property
    def now(self) -> str:
        """The instant: daylight saving ends on 1 November."""
        zone = "-05:00" if self.at < "11-01" else "-06:00"
        return f"2026-{self.at.replace(' ', 'T')}:00{zone}"

    def code(self, policy: str) -> int:
        """Return the exit code that it ends with."""
        code, policies = self.failed
        if policy in policies.split():
            return code
        return 5 if policy in self.refused.split() else 0


BEGIN = (
    Step("10-01 08:00", "config policy check"),
    Step("10-01 08:01", "config set samples on"),
    Step("10-01 08:02", 'provider add "Anjali Patel, MD" --account "Valley Cardiology"'),
    Step("10-01 08:03", "account add 市一医院 --kind hospital"),
    Step("10-01 08:03", "provider add 王建国 --account 市一医院"),
    Step("10-01 08:04", 'product add Cardexa --indications "high blood pressure in adults"'),
)
"""Whom and what the quarter is about."""

VISITS = (
    Step("10-06 09:00", 'log patel "liked the renal table"'),
    Step("10-13 09:00", 'log patel "went through the registry"'),
    Step("10-20 09:00", 'log patel "read it twice"'),
    Step("10-21 08:00", "can patel", no="uk"),
    Step("10-21 08:01", "visit plan patel --at '27 oct 10:00'", refused="uk"),
)
"""Visits, and the cap on unsolicited ones."""

CONSENTS = (
    Step("10-21 08:10", "can patel --for email", no="uk eu cn"),
    Step("10-21 08:11", "can patel --for phone", no="uk"),
    Step("10-21 08:12", "can patel --for message", no="us uk eu cn"),
    Step("10-22 08:10", 'consent add patel email in --how "signed form"'),
    Step("10-22 08:11", "can patel --for email"),
    Step("10-23 08:10", 'consent add patel email out --how "in person"'),
    Step("10-23 08:11", "can patel --for email", no=ALL),
)
"""E-mail, phone and messages: who has to agree first; out wins under every policy."""

SAMPLES = (
    Step("10-26 08:00", "sample receive Cardexa 5 --lot A123 --expires 2027-01-31"),
    Step("10-26 08:00", "sample receive Cardexa 3 --lot C300 --expires 2026-11-30"),
    Step("10-26 08:01", "sample receive Cardexa 1.5 --lot A124", failed=(2, ALL)),
    Step("10-26 08:01", "sample receive Cardexa -2 --lot A124", failed=(2, ALL)),
    Step("10-26 08:01", "sample drop patel Cardexa 1 --lot B999", failed=(3, ALL)),
    Step("10-26 08:02", "can patel --for sample", no="us uk eu"),
    Step("10-26 08:03", "sample drop patel Cardexa 2 --lot A123", refused="us uk eu"),
    Step("10-26 08:04", 'provider edit patel --licence "IL 036123456 2027-08-31"'),
    Step("10-26 08:05", "sample drop patel Cardexa 1 --lot A123", refused="us uk eu"),
    Step("10-26 08:06", "sample drop patel Cardexa 2 --lot A123 --request R-1 --receipt S-1"),
    Step(
        "10-27 08:06",
        "sample drop patel Cardexa 3 --lot A123 --request R-2 --receipt S-2",
        refused="none uk eu cn",
    ),
    Step(
        "10-27 08:07",
        "sample drop patel Cardexa 9 --lot A123 --request R-2 --receipt S-2",
        refused=ALL,
    ),
    Step("10-28 08:00", "sample count Cardexa --lot C300 2"),
    Step("10-28 08:01", "sample adjust Cardexa --lot C300 -1", failed=(2, ALL)),
    Step("10-28 08:02", 'sample adjust Cardexa --lot C300 -1 --because "broken in the bag"'),
    Step("10-28 08:03", "undo"),
)
"""Samples: what a drop needs, how many there may be, never more than there are."""

SPENDS = (
    Step("11-02 12:00", "spend add 20 EUR patel --nature food", refused="us uk cn"),
    Step("11-02 12:01", "spend add 20 EUS patel --nature food", failed=(2, ALL)),
    Step("11-02 12:02", "spend add -4 EUR patel --nature food", failed=(2, ALL)),
    Step("11-02 12:03", "spend add 13.90 USD patel --nature food", refused="uk cn"),
    Step("11-02 12:04", "spend add 80 GBP patel --nature food", refused="us uk cn"),
    Step("11-02 12:05", "spend add 320 CNY 王建国 --nature food", refused="us uk cn"),
    Step("11-02 12:06", "can patel --for meal"),
    Step("11-02 12:07", "spend add 130 USD patel --nature education"),
    Step("11-02 12:08", "spend report --year 2026"),
)
"""Transfers of value, their limits and their report."""

SAFETY = (
    Step("11-03 12:00", 'safety add patel "dizzy on it, her aunt" --product Cardexa'),
    Step("11-03 15:00", "due"),
    Step("11-04 15:00", "due"),
    Step("11-04 15:01", "snooze dizzy mon", failed=(5, ALL)),
    Step("11-04 15:02", "safety report patel --reference DS-1"),
    Step("11-04 15:03", "safety edit dizzy --sex female", failed=(3, ALL)),
    Step("11-04 15:04", "due"),
    Step("11-04 15:05", 'safety add patel "a rash, she thinks" --heard "15:00"'),
    Step("11-04 15:06", "safety not-an-event rash", failed=(2, ALL)),
    Step("11-04 15:07", 'safety not-an-event rash --because "another drug: drug safety says so"'),
    Step("11-04 15:08", 'safety add patel "rash, John Smith, 62, 312-555-0143"', failed=(5, ALL)),
)
"""The safety clock: it counts from when it was heard, and can't be put off."""

INQUIRIES = (
    Step("11-05 09:00", 'inquiry add patel "does it work in dialysis?" --product Cardexa'),
    Step("11-05 09:01", "inquiry send patel --to -"),
    Step("11-05 09:02", 'inquiry edit dialysis --question "another one"', failed=(5, ALL)),
    Step("11-05 09:03", "brief patel"),
    Step("11-09 09:00", 'inquiry answer dialysis "not studied: see the letter"'),
    Step("11-09 09:01", "inquiry hand dialysis"),
)
"""Questions that medical affairs answers."""

RECEPTION = (
    Step("11-10 09:00", "can 王建国 --on 2026-11-19"),
    Step(
        "11-10 09:01",
        "reception add 市一医院 --days thu --from 14:00 --to 16:00 --people 2"
        " --booking application --lead 2 --filing HZ-17 --filing-until 2026-12-10",
    ),
    Step("11-10 09:02", "can 王建国 --on 2026-11-18", no=ALL),
    Step("11-10 09:03", "can 王建国 --on 2026-11-19"),
    Step("11-10 09:04", "can 王建国 --on 2026-12-17", no="cn"),
)
"""When and how a hospital receives us, and our filing there."""

NOTES = (
    Step("11-12 09:00", 'note add patel "reads the evidence before she decides"'),
    Step(
        "11-12 09:01",
        'note add patel "her patient John Smith, 62, has heart failure"',
        refused=ALL,
    ),
    Step("11-12 09:02", 'note add patel "call her patient on 312-555-0143"', refused=ALL),
    Step("11-12 09:03", 'note add patel "wrote 40 scripts of Cardexa last month"', refused="cn"),
    Step("11-12 09:04", 'note add patel "promised her a gift card"', refused=ALL),
    Step(
        "11-12 09:05",
        'note add patel "promised her a gift card" --because "she asked, I said no"',
        refused="us uk eu cn",
    ),
    Step("11-12 09:06", "note add 王建国 想要回扣", refused=ALL),
    Step("11-12 09:07", "note add 王建国 上个月开了40盒", refused="cn"),
    Step("11-12 09:08", 'log patel "dizzy on Cardexa, her aunt"', failed=(2, ALL)),
    Step("11-12 09:09", "log 王建国 他说有个病人吃了头晕住院", failed=(2, ALL)),
    Step("11-12 09:10", 'log patel "? can it be used in dialysis"', failed=(2, ALL)),
    Step("11-12 09:11", 'log patel "= Cardexa x1 lot B999"', failed=(2, ALL)),
    Step("11-12 09:12", 'followup add patel "e-mail her the registry"', failed=(5, ALL)),
    Step("11-12 09:13", "due promises"),
)
"""The check before a note is kept."""

END = (
    Step(
        "12-01 09:00",
        "sample drop patel Cardexa 1 --lot C300 --request R-3 --receipt S-3",
        refused=ALL,
    ),
    Step("12-30 17:00", "sample stock"),
    Step("12-30 17:01", "check"),
    Step("12-30 17:02", "config policy use none"),
)
"""What the quarter leaves."""

ROOMS = {
    "begin": BEGIN,
    "visits": VISITS,
    "consents": CONSENTS,
    "samples": SAMPLES,
    "spends": SPENDS,
    "safety": SAFETY,
    "inquiries": INQUIRIES,
    "reception": RECEPTION,
    "notes": NOTES,
    "end": END,
}
"""The quarter, room by room, in the order of its days."""


def steps() -> Iterator[Step]:
    """Yield the steps in their order."""
    for room in ROOMS.values():
        yield from room


def test_the_days_follow_one_another() -> None:
    """No step goes back in time."""
    assert all(one.now <= following.now for one, following in pairwise(steps()))


def masked(text: str) -> str:
    """Return a text with its refs as their letter alone: they are drawn, not chosen."""
    return re.sub(r"\b([a-z])-[2-9b-df-hj-km-np-tv-xz]{4,8}\b", r"\1-*", text)


def told(step: Step, done: Result) -> str:
    """Return a step as the snapshot holds it: the line, what it answered, how it ended."""
    ending = f"= {done.code}\n" if done.code else ""
    return masked(f"[{step.at}] $ repplan {step.line}\n{done.out}{done.err}{ending}")


@pytest.mark.parametrize("policy", POLICIES)
def test_a_quarter(run: Run, db: sqlite3.Connection, policy: str) -> None:
    """Under each policy the same lines are typed: what is refused, is refused by its rule."""
    run("config", "policy", "use", policy, now=BEGIN[0].now)
    session, wrong = [], []
    for step in steps():
        before = written(db)
        done = run(*shlex.split(step.line), now=step.now)
        session.append(told(step, done))
        is_no = done.out.startswith("no ")
        if (done.code, is_no) != (step.code(policy), policy in step.no.split()):
            wrong.append(session[-1])
        if policy in step.refused.split() and not names_its_rule(done.err, policy):
            wrong.append(f"{session[-1]}  no rule is named")
        if done.code:
            assert (done.out, written(db)) == ("", before)
    assert not wrong, "\n".join(wrong)
    text = "\n".join(session)
    assert all(width(line) <= 80 for line in text.splitlines() if line.startswith("  - "))
    compare(policy, text)


def written(db: sqlite3.Connection) -> int:
    """Return how many batches the store has."""
    return int(db.execute("SELECT count(*) FROM batch").fetchone()[0])


def names_its_rule(text: str, policy: str) -> bool:
    """Whether a refusal names a rule: of the policy, with its source, or one of the program's."""
    known = [one for one in policy_named(policy).every() if one.name in text]
    if known:
        return all(one.source in " ".join(text.split()) for one in known)
    return re.search(r"\b[a-z]+\.[a-z_]+\b", text) is not None


def compare(name: str, text: str) -> None:
    """Compare a session with its snapshot, or write it."""
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("REPPLAN_SNAPSHOTS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
