"""Relations and stances: what is written, what is refused, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import AlreadyClosed, MissingValue
from repplan.providers.actions import retire_provider
from repplan.relations import actions, queries
from repplan.relations.rules import (
    EndsBeforeStart,
    HasLeft,
    NotedAhead,
    NotThere,
    RelationThere,
    ReportsInALoop,
    WithThemselves,
)
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from repplan.providers.model import Provider
    from repplan.store.work import Work

TODAY = "2026-11-24"

People = dict[str, "Provider"]


def test_a_relation_begins_today(people: People, work: Work) -> None:
    """A relation without a day is of today, and both ways found."""
    one = actions.relate(work, people["patel"].id, "mentors", people["dev"].id)
    assert (one.from_on, one.until_on, one.provider, one.other) == (
        *(TODAY, None),
        *("Anjali Patel, MD", "Dev Patel"),
    )
    for who in ("patel", "dev"):
        assert queries.relations_of(work.db, people[who].id, TODAY) == [one]
    assert queries.relations_of(work.db, people["dev"].id, "2026-11-23") == []


def test_a_loop_names_itself(people: People, work: Work) -> None:
    """Who would report to themselves in the end is refused, with the whole line."""
    actions.relate(work, people["dev"].id, "reports to", people["patel"].id)
    actions.relate(work, people["zhou"].id, "reports to", people["dev"].id)
    with pytest.raises(ReportsInALoop) as caught:
        actions.relate(work, people["patel"].id, "reports to", people["zhou"].id)
    assert caught.value.line == "Anjali Patel, MD > 周一鸣 > Dev Patel > Anjali Patel, MD"
    back = next(one for one in queries.relations_of(work.db, people["patel"].id, TODAY))
    assert back.ref.startswith(caught.value.ref)
    # Mentors may go round; what has ended binds nobody.
    actions.relate(work, people["patel"].id, "mentors", people["zhou"].id)
    ended = {"from_on": "2026-01-01", "until_on": "2026-02-01"}
    actions.relate(work, people["patel"].id, "reports to", people["zhou"].id, ended)


def test_who_left_closes_no_loop(people: People, work: Work) -> None:
    """A line through somebody who has left is broken there."""
    actions.relate(work, people["dev"].id, "reports to", people["patel"].id)
    actions.relate(work, people["zhou"].id, "reports to", people["dev"].id)
    retire_provider(work, people["dev"].id)
    actions.relate(work, people["patel"].id, "reports to", people["zhou"].id)


def test_an_edit_is_checked_too(people: People, work: Work) -> None:
    """A relation may not become a loop, a twin, or one that ends before it began."""
    actions.relate(work, people["dev"].id, "reports to", people["patel"].id)
    other = actions.relate(work, people["patel"].id, "mentors", people["dev"].id)
    actions.edit_relation(work, other.id, {"evidence": "she said so"})
    with pytest.raises(ReportsInALoop):
        actions.edit_relation(work, other.id, {"kind": "reports to"})
    actions.relate(work, people["patel"].id, "influences", people["dev"].id)
    with pytest.raises(RelationThere):
        actions.edit_relation(work, other.id, {"kind": "influences"})
    with pytest.raises(EndsBeforeStart):
        actions.edit_relation(work, other.id, {"until_on": "2026-01-01"})


def test_a_twin_is_refused_while_it_lasts(people: People, work: Work) -> None:
    """The same relation twice is refused; the other way round is another one, but not together."""
    one = actions.relate(work, people["dev"].id, "works with", people["patel"].id)
    for pair in (("dev", "patel"), ("patel", "dev")):
        with pytest.raises(RelationThere) as caught:
            actions.relate(work, people[pair[0]].id, "works with", people[pair[1]].id)
        assert caught.value.ref == one.ref
    actions.end_relation(work, one.id)
    actions.relate(work, people["dev"].id, "works with", people["patel"].id)
    actions.relate(work, people["dev"].id, "refers to", people["patel"].id)
    actions.relate(work, people["patel"].id, "refers to", people["dev"].id)


def test_an_end(people: People, work: Work) -> None:
    """A relation ends on a day, once, and not before it began; it stays in the list of all."""
    one = actions.relate(
        work, people["dev"].id, "mentors", people["patel"].id, {"from_on": "2026-11-01"}
    )
    with pytest.raises(EndsBeforeStart):
        actions.end_relation(work, one.id, "2026-10-31")
    actions.end_relation(work, one.id, "2026-11-20")
    with pytest.raises(AlreadyClosed):
        actions.end_relation(work, one.id)
    assert queries.relations(work.db, TODAY) == []
    assert [each.id for each in queries.relations(work.db, TODAY, with_ended=True)] == [one.id]
    assert len(queries.relations_of(work.db, people["dev"].id, "2026-11-19")) == 1


def test_alone_or_gone(people: People, work: Work) -> None:
    """Nobody has a relation with themselves, and nobody a new one with somebody who has left."""
    with pytest.raises(WithThemselves):
        actions.relate(work, people["dev"].id, "mentors", people["dev"].id)
    retire_provider(work, people["zhou"].id)
    for pair in (("dev", "zhou"), ("zhou", "dev")):
        with pytest.raises(HasLeft):
            actions.relate(work, people[pair[0]].id, "mentors", people[pair[1]].id)
    with pytest.raises(HasLeft):
        actions.note_stance(work, people["zhou"].id, {"stance": "champion"})


def test_a_relation_outlasts_a_leave(people: People, work: Work) -> None:
    """Who leaves keeps what was written: it no longer counts, and counts again if they are back."""
    actions.relate(work, people["dev"].id, "reports to", people["patel"].id)
    retire_provider(work, people["patel"].id)
    dev = people["dev"].id
    assert queries.relations_of(work.db, dev, TODAY) == []
    assert len(queries.relations_among(work.db, [dev], TODAY, with_left=True)) == 1
    change(work, "provider", people["patel"].id, {"state": "active"})
    assert len(queries.relations_of(work.db, dev, TODAY)) == 1


def test_every_stance_stays(people: People, work: Work) -> None:
    """A stance is one more in the history; the newest counts."""
    patel = people["patel"].id
    actions.note_stance(work, patel, {"stance": "skeptic", "noted_on": "2026-10-01"})
    actions.note_stance(work, patel, {"stance": "supporter", "evidence": "asked for the table"})
    now = queries.stances_now(work.db, [patel])[patel]
    assert (now.stance, now.noted_on, now.evidence) == ("supporter", TODAY, "asked for the table")
    assert [one.stance for one in queries.stances(work.db, [patel])] == ["supporter", "skeptic"]
    assert queries.stances_now(work.db, [people["dev"].id]) == {}


def test_where_and_when_a_stance_is(people: People, work: Work) -> None:
    """A stance is of an account where they work, and of no day to come."""
    patel, dev = people["patel"].id, people["dev"].id
    places = {
        row["name"]: row["id"] for row in work.db.execute("SELECT id, name FROM account").fetchall()
    }
    here = {"stance": "champion", "account_id": places["Valley Cardiology"]}
    actions.note_stance(work, patel, here)
    with pytest.raises(NotThere):
        actions.note_stance(work, dev, here)
    with pytest.raises(NotedAhead):
        actions.note_stance(work, dev, {"stance": "champion", "noted_on": "2026-11-25"})


def test_a_stance_is_mended(people: People, work: Work) -> None:
    """What was written wrong is changed; a stance that would say nothing is none."""
    one = actions.note_stance(work, people["dev"].id, {"stance": "champion"})
    one = actions.edit_stance(work, one.id, {"stance": None, "influence": "user"})
    assert (one.stance, one.influence) == (None, "user")
    with pytest.raises(MissingValue):
        actions.edit_stance(work, one.id, {"influence": None})


def test_a_merged_account_keeps_its_stances(people: People, work: Work) -> None:
    """What was noted at an account that was merged into another counts there."""
    patel = people["patel"].id
    rows = work.db.execute("SELECT name, id FROM account").fetchall()
    places = {row["name"]: row["id"] for row in rows}
    old, new = places["Valley Cardiology"], places["Oakwood Internal Medicine"]
    actions.note_stance(work, patel, {"stance": "skeptic", "account_id": old})
    change(work, "account", old, {"state": "merged", "merged_into_id": new})
    assert queries.stances_now(work.db, [patel], account_id=new)[patel].stance == "skeptic"
    assert len(queries.stances(work.db, [patel], account_id=new)) == 1


def test_what_was_given(people: People, work: Work) -> None:
    """What was given is listed by person, the newest first, as many as asked for."""
    patel = people["patel"].id
    for day, what in (("2026-10-01", "an article"), ("2026-11-01", "a training")):
        actions.give(work, provider_id=patel, visit_id=None, what=what, kind="article", on=day)
    assert [one.what for one in queries.given_to(work.db, patel)] == ["a training", "an article"]
    assert len(queries.given_to(work.db, patel, 1)) == 1
    material, _ref = insert(work, "material", {"title": "renal table"})
    made = actions.give(
        work, provider_id=patel, visit_id=None, what="renal table", material_id=material, on=TODAY
    )
    found = queries.given_to(work.db, patel, 1)[0]
    assert (found.id, found.kind) == (made, "other")
    (kept,) = work.db.execute(
        "SELECT material_id FROM value_given WHERE id = ?", (made,)
    ).fetchone()
    assert kept == material
