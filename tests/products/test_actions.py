"""What is said of a product is added, changed, retired; who pays is said and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import AlreadyClosed, AlreadyThere
from repplan.products import actions, queries
from repplan.products.rules import NoLimitation
from repplan.providers.place import account_for

if TYPE_CHECKING:
    from repplan.store.work import Work
    from tests.conftest import Writing

WHOLE = {"text_20s": "one tablet", "claim": "fewer strokes", "limitation": "not below eGFR 15"}
LATER = "2027-02-01T07:05:00-06:00"


@pytest.fixture
def product_id(work: Work) -> str:
    """Return the id of a product of ours."""
    return actions.add_product(work, "Cardexa").id


def test_a_message_without_limitation_is_refused(work: Work, product_id: str) -> None:
    """By every way in, also where the cells come from a file."""
    for cells in ({**WHOLE, "limitation": ""}, {**WHOLE, "limitation": None}):
        with pytest.raises(NoLimitation):
            actions.add_message(work, product_id, cells)
    one = actions.add_message(work, product_id, WHOLE)
    with pytest.raises(NoLimitation):
        actions.edit_message(work, one.id, {"limitation": None})


def test_the_day_of_a_change_is_that_of_what_people_hear(writing: Writing) -> None:
    """A new text or fact is news of its day; a new approval or place isn't, nor the same again."""
    with writing() as work:
        product_id = actions.add_product(work, "Cardexa").id
        assert queries.product(work.db, product_id).updated_on is None
        message_id = actions.add_message(work, product_id, WHOLE).id
        paper_id = actions.add_material(work, product_id, {"title": "Table", "kind": "leaflet"}).id
    with writing(now=LATER) as work:
        same = actions.edit_message(work, message_id, {**WHOLE, "expires_on": "2027-12-31"})
        assert (same.updated_on, same.expires_on) == ("2026-11-24", "2027-12-31")
        placed = actions.edit_material(work, paper_id, {"place": "bag", "topics": '["renal"]'})
        assert placed.updated_on == "2026-11-24"
        assert actions.edit_message(work, message_id, {"claim": "x"}).updated_on == "2027-02-01"
        assert actions.edit_product(work, product_id, {"name": "Cardexa XR"}).updated_on is None
        facts = actions.edit_product(work, product_id, {"mechanism": "blocks Xa"})
        assert facts.updated_on == "2027-02-01"


def test_a_product_that_comes_back_keeps_what_was_said(work: Work, product_id: str) -> None:
    """Its messages are there again; a name that another product has is refused."""
    actions.add_message(work, product_id, WHOLE)
    actions.retire_product(work, product_id)
    assert queries.messages(work.db) == []
    back = actions.add_product(work, "CARDEXA", cells={"labelling": "2026"})
    assert (back.id, back.name, back.labelling) == (product_id, "CARDEXA", "2026")
    assert len(queries.messages(work.db)) == 1
    other = actions.add_product(work, "Renexa")
    with pytest.raises(AlreadyThere):
        actions.edit_product(work, other.id, {"name": "cardexa"})


def test_retired_once(work: Work, product_id: str) -> None:
    """A second time there is nothing to retire."""
    message = actions.add_message(work, product_id, WHOLE)
    objection = actions.add_objection(
        work, product_id, {"category": "clinical", "text": "too new", "answer": "two years"}
    )
    paper = actions.add_material(work, None, {"title": "Table", "kind": "leaflet"})
    assert paper.product is None
    for retire, one in (
        (actions.retire_message, message),
        (actions.retire_objection, objection),
        (actions.retire_material, paper),
    ):
        assert retire(work, one.id).retired_on == "2026-11-24"
        with pytest.raises(AlreadyClosed):
            retire(work, one.id)


def test_a_payer_has_one_line_for_a_place(work: Work, product_id: str) -> None:
    """Said again it changes; said of another place it is another line."""
    place = account_for(work, "Valley Cardiology").account.id
    first = actions.cover(work, product_id, "医保", {"state": "pending"})
    again = actions.cover(work, product_id, "医保", {"state": "restricted", "steps": "PA"})
    assert (again.id, again.state, again.steps) == (first.id, "restricted", "PA")
    there = actions.cover(work, product_id, "医保", {"state": "covered"}, place)
    assert (there.account, there.id == first.id) == ("Valley Cardiology", False)

    def covered(account_id: str | None) -> list[tuple[str, str]]:
        found = queries.coverage(
            work.db, product_id=product_id, account_id=account_id, today="2026-11-24"
        )
        return [(one.state, one.account or "") for one in found]

    assert covered(None) == [("restricted", ""), ("covered", "Valley Cardiology")]
    assert covered(place) == [("covered", "Valley Cardiology")]
    actions.uncover(work, there.id)
    assert covered(place) == [("restricted", "")]


def test_a_change_to_come_ends_the_line_before(work: Work, product_id: str) -> None:
    """On each day one line of a payer counts; a line that is over makes room for a new one."""

    def state(today: str) -> list[str]:
        found = queries.coverage(work.db, product_id=product_id, account_id=None, today=today)
        return [one.state for one in found]

    actions.cover(work, product_id, "Aetna", {"state": "restricted"})
    actions.cover(work, product_id, "aetna", {"state": "covered", "from_on": "2027-01-01"})
    assert [state(day) for day in ("2026-11-24", "2026-12-31", "2027-01-01")] == [
        ["restricted"], ["restricted"], ["covered"],
    ]  # fmt: skip
    actions.cover(work, product_id, "Bupa", {"state": "covered", "until_on": "2026-11-01"})
    assert state("2026-11-24") == ["restricted"]
    actions.cover(work, product_id, "Bupa", {"state": "not covered"})
    assert state("2026-11-24") == ["restricted", "not covered"]
    assert state("2026-10-31") == ["restricted", "covered"]
