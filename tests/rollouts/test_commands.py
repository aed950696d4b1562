"""``repplan product start`` and ``repplan rollout``: what they answer, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"
BEGUN = (
    "Cardexa  u-*\n"
    "where      Valley Cardiology\n"
    "since      Tue 2026-11-24\n"
    "check-ins  Tue 2026-12-08\n"
    "           Tue 2027-01-05\n"
    "           Tue 2027-02-16\n"
)


@pytest.fixture(autouse=True)
def _products(run: Run) -> None:
    for name in ("Cardexa", "立普康"):
        assert run("product", "add", name).code == 0


def test_at_an_account(run: Run) -> None:
    """A rollout at an account says its check-ins, each with its weekday."""
    assert run("product", "start", "card", "--account", "valley").masked == BEGUN + SAVED
    assert run("rollout", "show", "card").masked == BEGUN
    assert run("rollout", "list").masked == (
        "Product  Where              Since       Next check-in  Ref\n"
        "Cardexa  Valley Cardiology  Tue 24 Nov  Tue 8 Dec      u-*\n"
    )


def test_with_a_provider_and_own_weeks(run: Run) -> None:
    """Chinese names work; own weeks count; days off move to the next working day."""
    answer = run(
        *("product", "start", "立普康", "--for", "王建国", "--on", "2026-11-28"),
        *("--weeks", "4，1"),
    )
    assert (
        answer.masked
        == (
            "立普康  u-*\n"
            "where      王建国 主任医师\n"
            "since      Sat 2026-11-28\n"
            "check-ins  Mon 2026-12-07\n"
            "           Mon 2026-12-28\n"
        )
        + SAVED
    )


def test_in_chinese(run: Run) -> None:
    """Begun long ago, there is nothing to come; weeks come from the settings."""
    run("config", "set", "rollout.weeks", "3")
    answer = run("product", "start", "card", "--for", "dev", "--on", "2026-01-06")
    assert "check-ins  none to come\nLeft out, as it has gone by: week 3.\n" in answer.out
    some = run("product", "start", "card", "--for", "anjali", "--on", "2026-10-20", "--weeks",
               "2;4;12", "--json")  # fmt: skip
    assert some.json["weeks_left_out"] == [2, 4]
    assert run("config", "set", "rollout.weeks", "0").code == 2


def test_twice(run: Run) -> None:
    """The same product there again is refused by name; elsewhere, or after the end, it isn't."""
    run("product", "start", "card", "--account", "valley")
    again = run("product", "start", "card", "--account", "valley", "--json")
    assert again.code == 6
    refused = run("product", "start", "card", "--account", "valley")
    assert "Cardexa has been running at Valley Cardiology since 2026-11-24 (u-" in refused.err
    assert run("product", "start", "card", "--for", "anjali").code == 0
    assert run("rollout", "end", "card", "valley").code == 0
    assert run("product", "start", "card", "--account", "valley").code == 0


def test_end(run: Run) -> None:
    """An end waives the open check-ins for its reason; kept ones stay; twice is refused."""
    run("product", "start", "card", "--for", "anjali")
    assert run("done", "patel", "week 2", now="2026-12-10T08:00:00-06:00").code == 0
    ended = run("rollout", "end", "card", "--because", "not on the formulary")
    assert ended.masked.splitlines()[3:6] == [
        "ended      Tue 2026-11-24",
        "check-ins  Tue 2026-12-08 (kept)",
        "           Tue 2027-01-05 (waived)",
    ]
    ref = run("rollout", "list", "--all", "--json").json["rollouts"][0]["ref"]
    again = run("rollout", "end", ref)
    assert again.code == 6
    whys = run("followup", "list", "anjali", "--all", "--json").json["follow_ups"]
    assert [one["why"] for one in whys] == [None, "not on the formulary", "not on the formulary"]
    assert run("rollout", "list").out == (
        "No rollout yet: repplan product start PRODUCT --account ACCOUNT\n"
    )


def test_why_it_ends_names_no_patient(run: Run) -> None:
    """The reason of an end is screened as that of a follow-up's waiving is."""
    run("product", "start", "card", "--for", "anjali")
    patient = "her patient John Smith, 84, MRN 4421"
    ended = run("rollout", "end", "card", "--because", patient)
    assert (ended.code, ended.out) == (5, "")
    assert "Smith" not in ended.err


def test_undo(run: Run) -> None:
    """An undo takes the rollout back with all of its check-ins."""
    run("product", "start", "card", "--account", "valley")
    assert run("undo").code == 0
    assert run("rollout", "list", "--all", "--json").json == {"rollouts": []}
    assert run("followup", "list", "--all", "--json").json == {"follow_ups": []}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("product", "start", "card"), 2, "at an account, or with a provider"),
        (
            ("product", "start", "card", "--account", "valley", "--for", "dev"),
            2,
            "at an account, or with a provider",
        ),
        (("product", "start", "nothing", "--account", "valley"), 3, "nothing"),
        (("product", "start", "card", "--account", "nowhere"), 3, "nowhere"),
        (("product", "start", "card", "--for", "patel"), 4, "patel"),
        (("product", "start", "card", "--for", "dev", "--on", "32 nov"), 2, "32 nov"),
        (("product", "start", "card", "--for", "dev", "--weeks", "soon"), 2, "soon"),
        (("rollout", "show", "card"), 3, "No rollout fits"),
        (("rollout", "end", "u-zzzz"), 3, "u-zzzz"),
    ],
)
def test_refusals(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    """Wrong names, days and weeks are told, and nothing is written."""
    answer = run(*words)
    assert answer.code == code
    assert said in answer.err
    assert run("rollout", "list", "--all", "--json").json == {"rollouts": []}


def test_a_retired_product(run: Run) -> None:
    """Nothing begins with a product that is no longer ours."""
    ref = run("product", "list", "--json").json["products"][0]["ref"]
    run("product", "retire", "card")
    answer = run("product", "start", ref, "--for", "dev")
    assert answer.code == 5
    assert "Cardexa is no longer ours" in answer.err


def test_in_due(run: Run) -> None:
    """A check-in comes up on its day; after it, it waits and isn't late."""
    run("product", "start", "card", "--for", "anjali")
    run("product", "start", "card", "--account", "valley")

    def items(now: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = run("due", "--json", now=now).json["items"]
        return [item for item in found if item["kind"] == "check-in"]

    assert items("2026-11-30T08:00:00-06:00") == []
    today = items("2026-12-08T08:00:00-06:00")
    assert {(item["group"], item["what"], item["next"]) for item in today} == {
        ("promises", "check in on Cardexa, week 2", "ask how it goes")
    }
    assert {item["account"] for item in today} == {None, "Valley Cardiology"}
    after = run("due", now="2026-12-11T08:00:00-06:00").out
    assert "since 3d" in after
    assert "late" not in after
    (own,) = [one for one in items("2026-12-11T08:00:00-06:00") if one["account"] is None]
    assert own["overdue_days"] == 0


def test_a_later_week_isnt_owed_yet(run: Run) -> None:
    """Check-ins of later weeks are ahead: today's visit is too early, and nobody waits for them."""
    run("product", "start", "card", "--for", "anjali")
    run("visit", "plan", "anjali", "--at", "today 16:00")

    def told(now: str) -> tuple[str, list[str], list[str]]:
        found = run("due", "--json", now=now).json
        owed = [one["next"] for one in found["items"] if one["kind"] == "check-in"]
        asked = run("brief", "anjali", "--json", now=now).json["sections"]
        items = next(each["items"] for each in asked if each["name"] == "owed")
        return run("due", now=now).out.splitlines()[0], owed, [one["text"] for one in items]

    head, owed, asked = told("2026-11-24T08:00:00-06:00")
    assert ("you owe nothing" in head, owed, asked) == (True, [], [])
    ahead = run("due", "ahead", "--ahead", "2027-03-01").out
    assert (ahead.count("check in on Cardexa"), "16:00" in ahead) == (3, False)
    head, owed, asked = told("2026-12-08T08:00:00-06:00")
    assert ("you owe 1" in head, owed, len(asked)) == (True, ["ask how it goes"], 1)


def test_kept_after_its_day(run: Run) -> None:
    """Done after its day, a check-in is kept: it was no word given."""
    run("product", "start", "card", "--for", "anjali", "--weeks", "2")
    answer = run("done", "anjali", "check", now="2026-12-20T08:00:00-06:00")
    assert answer.out.startswith("kept  check in on Cardexa, week 2")


def test_completion(run: Run) -> None:
    """Behind the command stand the products that run, behind a product where."""
    from repplan.cli.complete import Typing
    from repplan.offers.rollouts import rollouts

    run("product", "start", "card", "--account", "valley")
    assert [one.word for one in rollouts(Typing("ca"))] == ["Cardexa"]
    assert [one.word for one in rollouts(Typing("", ("card",)))] == ["Valley Cardiology"]
    (by_ref,) = rollouts(Typing(""))
    assert by_ref.word.startswith("u-")


def test_nothing_begins_with_somebody_who_left(run: Run) -> None:
    """It is refused by a rule, and nothing is promised."""
    assert run("provider", "add", "Rita Haddad").code == 0
    assert run("provider", "retire", "haddad").code == 0
    refused = run("product", "start", "Cardexa", "--for", "haddad")
    assert (refused.code, refused.out) == (5, "")
    assert refused.err.splitlines()[0] == "Rita Haddad has left."
