"""Commands as a rep types them, and what they answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Result, Run

FIRST_DAY = (
    ("account", "add", "Valley Cardiology", "--departments", "cath lab; ward"),
    ("provider", "add", "Anjali Patel, MD", "--account", "valley"),
    ("provider", "add", "Jo Brandt NP", "--account", "Oakwood Internal Medicine"),
    ("provider", "add", "王建国 主任医师"),
    ("provider", "add", "Amy Reed", "--role", "colleague"),
    ("product", "add", "Cardexa"),
    ("config", "set", "owner.name", "Kim Tan"),
)
NOTE = (
    "liked the table; # Cardexa ++; ! price is high; + article on falls; agreed: start with one; "
    "> send the table by fri; > find the poster; < a count of patients; ? ok in dialysis; "
    "me: won't switch; rival: Zolex halves its price; ^ son at Purdue; ~ 8 dec"
)
"""A visit with everything that can be said of one."""


def plan(
    rp: Run, who: str = "patel", at: str = "fri 8:40", *more: str, **env: str
) -> dict[str, Any]:
    """Plan a visit; return it as JSON."""
    done = rp("visit", "plan", who, "--at", at, *more, "--json", **env)
    assert done.code == 0, done.err
    return dict(json.loads(done.out)["visit"])


def shown(rp: Run, ref: str) -> dict[str, Any]:
    """Return one visit as JSON."""
    return dict(json.loads(rp("visit", "show", ref, "--json").out))


def lines(done: Result) -> list[str]:
    """Return what was answered without the line that names the batch."""
    assert done.code == 0, done.err
    return [line for line in done.out.splitlines() if not line.startswith("Saved.")]


def rp_ref(rp: Run, who: str) -> str:
    """Return a provider's ref."""
    return str(json.loads(rp("provider", "show", who, "--json").out)["ref"])


def listed(rp: Run, *filters: str) -> list[dict[str, Any]]:
    """Return a list of visits as JSON."""
    done = rp("visit", "list", *filters, "--json")
    assert done.code == 0, done.err
    return list(json.loads(done.out)["visits"])


def amended(rp: Run, ref: str, *change: str) -> dict[str, Any]:
    """Amend a visit; return it as JSON."""
    done = rp("visit", "amend", ref, *change, "--json")
    assert done.code == 0, done.err
    return dict(json.loads(done.out)["visit"])
