"""The kept day of the last contact is the one that the visits tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.providers.actions import add_provider
from repplan.providers.contact import miscounted, recount
from repplan.providers.queries import provider
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from repplan.store.work import Work


@pytest.mark.parametrize(
    ("visit", "last"),
    [
        ({"outcome": "seen"}, "2026-11-20"),
        ({"outcome": "brief"}, "2026-11-20"),
        ({"outcome": "staff"}, "2026-11-01"),
        ({"outcome": "no-see"}, "2026-11-01"),
        ({"outcome": "seen", "state": "filed"}, "2026-11-20"),
        ({"outcome": None, "state": "planned"}, "2026-11-01"),
        ({"outcome": "seen", "channel": "phone"}, "2026-11-20"),
        ({"outcome": "seen", "channel": "email"}, "2026-11-01"),
        ({"outcome": "seen", "channel": "message"}, "2026-11-01"),
        ({"outcome": "seen", "on_date": "2026-10-20"}, "2026-11-01"),
    ],
)
def test_only_real_contact_counts(work: Work, visit: dict[str, str | None], last: str) -> None:
    """Seen or brief, in any channel but e-mail and message, moves the last contact; newest wins."""
    one = add_provider(work, {"name": "Ann Lee", "seen_before_on": "2026-11-01"})
    row = {"state": "logged", "on_date": "2026-11-20", **visit}
    visit_id, _ref = insert(work, "visit", row)
    insert(work, "visit_provider", {"visit_id": visit_id, "provider_id": one.id})
    recount(work, [one.id])
    assert provider(work.db, one.id).last_contact_on == last
    assert miscounted(work.db) == []


def test_a_wrong_day_is_found(work: Work) -> None:
    """A kept day that the visits don't tell is named by the provider's ref."""
    one = add_provider(work, {"name": "Ann Lee"})
    change(work, "provider", one.id, {"last_contact_on": "2026-11-23"})
    assert miscounted(work.db) == [one.ref]
