"""Putting a provider off: out of the cold list until a day, promises stay in sight."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.errors import NotAhead
from repplan.providers import queries
from repplan.providers.actions import add_provider
from repplan.providers.snooze import snooze_provider

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run, Writing


def _groups(run: Run, now: str) -> list[tuple[str, str]]:
    items = json.loads(run("due", "--json", now=now).out)["items"]
    return [(item["group"], item["what"]) for item in items]


def test_a_cold_provider_is_out_of_sight_until_the_day(run: Run, store: Path) -> None:  # noqa: ARG001 - where it happens
    """Snoozed until Monday, somebody isn't offered before, and is on that day."""
    added = run(
        "provider", "add", "Lucia Ruiz", "--tier", "A", "--last-seen-on", "2026-09-01", "--json"
    )
    ref = json.loads(added.out)["provider"]["ref"]
    run("followup", "add", "ruiz", "the step edit", "--due", "fri")
    said = run("snooze", ref, "mon", "--because", "on leave")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "Lucia Ruiz  put off until Mon 2026-11-30"
    assert run("brief", ref, "--json").json["provider"]["snoozed_because"] == "on leave"
    before = _groups(run, "2026-11-29T07:05:00-06:00")
    after = _groups(run, "2026-11-30T07:05:00-06:00")
    assert [group for group, _what in before] == ["promises"]
    assert [group for group, _what in after] == ["promises", "reconnect"]


def test_a_name_means_the_one_promise_to_them(run: Run, store: Path) -> None:  # noqa: ARG001 - where it happens
    """With one promise open, a name puts that off; with none, the person."""
    run("provider", "add", "Lucia Ruiz", "--tier", "A", "--last-seen-on", "2026-09-01")
    assert run("snooze", "ruiz", "2w").out.startswith("Lucia Ruiz  put off until Tue 2026-12-08")
    run("followup", "add", "ruiz", "the step edit", "--due", "fri")
    assert run("snooze", "ruiz", "mon").out.startswith("Lucia Ruiz: the step edit  put off until")


def test_put_off_to_the_same_day_again(run: Run, store: Path) -> None:  # noqa: ARG001 - where it happens
    """Nothing is written then, and nothing can be taken back."""
    run("provider", "add", "Lucia Ruiz")
    run("snooze", "ruiz", "mon")
    assert run("snooze", "ruiz", "mon").out.splitlines()[1:] == [
        "It was so already: nothing was changed."
    ]


@pytest.mark.parametrize("days", [0, -1])
def test_only_a_day_to_come_puts_off(writing: Writing, days: int) -> None:
    """Today and yesterday put nothing off."""
    with writing("provider add") as work:
        one = add_provider(work, {"name": "Lucia Ruiz"})
    with writing("snooze") as work:
        until = work.today + timedelta(days)
        with pytest.raises(NotAhead):
            snooze_provider(work, one.id, until, None)
        assert queries.provider(work.db, one.id).snoozed_until is None
