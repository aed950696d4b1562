"""``repplan visit list|show``: which visits, and all that is known of one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.providers.queries import called
from repplan.visits.actions import plan_visit
from tests.visits.territory import FRIDAY
from tests.visits.typed import NOTE, listed, plan, shown

if TYPE_CHECKING:
    from tests.conftest import Run, Writing


def test_list(rp: Run) -> None:
    """Planned visits stand first, the next ahead, then the newest; days that were typed are echoed."""
    plan(rp, "patel", "fri 8:40", "--with", "amy")
    plan(rp, "ward@valley", "1 dec")
    rp("log", "brandt", "clinic ran late", "--outcome", "no-see", "--at", "last fri 10:00")
    refs = [one["ref"][:6] for one in listed(rp)]
    done = rp("visit", "list", "--since", "2 wks")
    assert done.err == "From Tue 2026-11-10 on:\n"
    assert done.out.splitlines() == [
        "Day         Time   Who          Account                  State            Ref",
        f"Fri 27 Nov  08:40  Patel, Reed  Valley Cardiology        planned, wished  {refs[0]}",
        f"Tue 1 Dec          ward         Valley Cardiology        planned, wished  {refs[1]}",
        f"Fri 20 Nov  10:00  Brandt       Oakwood Internal Medi..  no-see           {refs[2]}",
    ]


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ((), ["2026-11-27", "2026-12-01", "2026-11-24", "2026-11-20"]),
        (("patel",), ["2026-11-27", "2026-11-24"]),
        (("valley",), ["2026-11-27", "2026-12-01", "2026-11-24"]),
        (("ward",), ["2026-12-01"]),
        (("--account", "oakwood"), ["2026-11-20"]),
        (("--state", "planned"), ["2026-11-27", "2026-12-01"]),
        (("--state", "logged"), ["2026-11-20"]),
        (("--state", "cancelled"), ["2026-11-24"]),
        (("--state", "filed"), []),
        (("--since", "today"), ["2026-11-27", "2026-12-01", "2026-11-24"]),
        (("--until", "fri"), ["2026-11-27", "2026-11-24", "2026-11-20"]),
        (("--until", "yesterday"), ["2026-11-20"]),
        (("--until", "20 nov"), ["2026-11-20"]),
        (("--since", "20 nov", "--until", "24 nov"), ["2026-11-24", "2026-11-20"]),
        (("--since", "1 oct", "--until", "31 oct"), []),
        (("--since", "2026-11-24", "--until", "2026-11-24"), ["2026-11-24"]),
        (("patel", "--state", "planned", "--until", "eow"), ["2026-11-27"]),
    ],
)
def test_list_is_filtered(rp: Run, filters: tuple[str, ...], days: list[str]) -> None:
    """Filters add up, both days of a range are in it, and JSON answers the same."""
    plan(rp, "patel", "fri 8:40")
    plan(rp, "ward@valley", "1 dec")
    rp("visit", "cancel", plan(rp, "patel", "15:00")["ref"])
    rp("log", "brandt", "well", "--at", "last fri 10:00")
    assert [one["date"] for one in listed(rp, *filters)] == days


def test_list_says_what_it_leaves_out(rp: Run, writing: Writing) -> None:
    """A screen shows 200 and counts the others, ``--all`` shows them; an empty list answers too."""
    assert rp("visit", "list").out == "No visit fits.\n"
    with writing() as work:
        (patel,) = called(work.db, "patel")
        for day in range(202):
            plan_visit(
                work,
                on=FRIDAY + timedelta(day),
                at=None,
                provider_ids=[patel.id],
                account_id=None,
                cells={},
            )
    shown_here = rp("visit", "list").out.splitlines()
    assert (len(shown_here), shown_here[-1]) == (202, "+2 (--all)")
    assert len(rp("visit", "list", "--all").out.splitlines()) == 203
    assert len(listed(rp)) == 202


def test_show(rp: Run) -> None:
    """One visit shows all that was noted, own reading marked as such, nothing personal."""
    rp("log", "patel", NOTE, "--minutes", "14", "--at", "7:00")
    ref = shown(rp, "patel")["ref"]
    done = rp("visit", "show", "patel")
    assert done.out.splitlines() == [
        f"Anjali Patel, MD  seen  Tue 2026-11-24 07:00, 14 min  {ref[:6]}",
        "at              Valley Cardiology",
        "said            liked the table",
        "product         Cardexa ++",
        "objection       price is high (financial)",
        "gave            article on falls",
        "agreed          start with one",
        "we will         find the poster Thu 2026-11-26 (assumed)",
        "                send the table Fri 2026-11-27",
        "answer          ok in dialysis Thu 2026-11-26 (assumed)",
        "they will       a count of patients",
        "next            Tue 2026-12-08",
        "my own reading  won't switch",
        "rival           Zolex halves its price",
    ]


def test_show_json(rp: Run) -> None:
    """A logged visit as JSON holds products, objections, value given and each promise's state."""
    rp("log", "patel", NOTE)
    rp("done", "patel table")
    visit = shown(rp, "patel")
    assert visit["products"] == [{"name": "Cardexa", "reaction": "++", "said": None}]
    assert visit["objections"] == [
        {
            "said": "price is high",
            "kind": "financial",
            "objection": None,
            "answer": None,
            "landed": None,
        }
    ]
    assert visit["value_given"] == ["article on falls"]
    assert (visit["reading"], visit["next_on"]) == ("won't switch", "2026-12-08")
    assert visit["typed"] == NOTE.replace("; ^ son at Purdue", "")
    table = next(one for one in visit["follow_ups"] if one["what"] == "send the table")
    assert table == {
        "ref": table["ref"],
        "by": "us",
        "kind": "promise",
        "what": "send the table",
        "due_on": "2026-11-27",
        "assumed": False,
        "state": "kept",
    }


def test_show_by_words(rp: Run) -> None:
    """WHO is their last visit, else the next; a day or words pick another; a ref any."""
    soon = plan(rp, "patel", "fri")["ref"]
    assert shown(rp, "patel")["ref"] == soon
    assert rp("log", "patel", "liked renal doses", "--at", "2026-10-20").code == 0
    rp("log", "patel", "short", "--at", "2026-11-17")
    assert shown(rp, "patel")["date"] == "2026-11-17"
    assert shown(rp, "patel 20 oct")["date"] == "2026-10-20"
    assert shown(rp, "patel renal")["date"] == "2026-10-20"
    assert shown(rp, "patel fri")["ref"] == soon
    assert shown(rp, soon[:6])["ref"] == soon


@pytest.mark.parametrize(
    ("said", "err"),
    [
        ("brandt", "No visit fits “brandt”.\nLook at what there is with: repplan visit list\n"),
        ("v-2345", "Nobody and nothing here is called “v-2345”.\nTry: repplan find v-2345\n"),
        (
            "brant",
            "Nobody and nothing here is called “brant”.\n  Jo Brandt NP\nTry: repplan find brant\n",
        ),
    ],
)
def test_show_nothing(rp: Run, said: str, err: str) -> None:
    """Somebody without a visit is told apart from nobody, for whom the nearest are offered."""
    for verb in ("show", "ask", "cancel", "recap"):
        done = rp("visit", verb, said)
        assert (done.code, done.out, done.err) == (3, "", err)
