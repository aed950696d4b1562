"""Nothing stands above itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.accounts import actions
from repplan.accounts.rules import AboveItself

if TYPE_CHECKING:
    from repplan.store.work import Work


def test_no_rings(work: Work) -> None:
    """An account can be a part of any but itself and its own parts."""
    top, middle, low = (actions.add_account(work, {"name": name}) for name in "ABC")
    actions.place_under(work, middle.id, top.id)
    actions.place_under(work, low.id, middle.id)
    for parent in (top, middle, low):
        with pytest.raises(AboveItself):
            actions.place_under(work, top.id, parent.id)
    assert actions.place_under(work, low.id, top.id).parent_id == top.id
    assert actions.place_under(work, low.id, None).parent_id is None
