"""``repplan map``: what it answers, word for word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.providers.actions import add_provider
from repplan.relations.actions import relate
from repplan.relations.mapping import account_map
from tests.relations.valley import build

if TYPE_CHECKING:
    from tests.conftest import Run, Writing

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def valley(run: Run, people: object) -> None:  # noqa: ARG001 - they work there
    """Fill an account."""
    build(run)


MAP = """\
Valley Cardiology  a-*  5 people, 1 seen in 12 months
Who            Role                 Tier  Stance    Influence       Last seen
Cardiology  4 people
  Cho MD       physician            A     skeptic   decision-maker  never
    Patel MD   physician            A     champion                  Tue 17 Nov
      Lee PA   physician assistant                                  never
  Brandt NP    nurse practitioner                                   never
    reports to Haas (left)
Pharmacy  1 person
  Berg PharmD  pharmacist                                           never
    influences Cho

purchase   1 pharmacist, 2 committee, 3 budget
signs      Cho, with the CFO
committee  Tue 15 Dec (in 21 days)
asked for  a trial of five

THIN  Haas has left: was supporter; Brandt reported to them
      decides, and never seen: Cho
      doubts that nobody has answered: Cho (since Fri 20 Nov)
      one thread: only Patel was seen in 12 months
"""


@pytest.mark.usefixtures("valley")
def test_an_account(run: Run) -> None:
    """Departments, who reports to whom, then the steps to a purchase, then what is thin."""
    assert run("map", "valley").masked == MAP


@pytest.mark.usefixtures("valley")
def test_a_person(run: Run) -> None:
    """Stances and ties with days and evidence, what was given, then their part of the account."""
    run("log", "anjali", "fine; + the AHA paper; + introduced her to Prof Stein", "--at", "8:40",
        now="2026-11-24T18:00:00-06:00")  # fmt: skip
    assert run("map", "anjali").masked.partition("\nValley")[0] == (
        "Anjali Patel, MD, A, physician  p-*\n"
        "stands  Tue 24 Nov: champion; asked for a reprint\n"
        "        Mon 1 Jun: neutral\n"
        "ties    reports to Ruth Cho, MD (skeptic, decision-maker); since Tue 24 Nov; org\n"
        "        chart on the wall\n"
        "        reporting to them: Sam Lee PA; since Tue 24 Nov\n"
        "given   Tue 24 Nov: introduced her to Prof Stein (introduction)\n"
        "        Tue 24 Nov: the AHA paper (article)\n"
    )


def test_somebody_of_whom_nothing_is_noted(run: Run) -> None:
    """A person without stances is told what would help."""
    answer = run("map", "lindqvist")
    assert answer.masked == (
        "Åsa Lindqvist, pharmacist  p-*\nNothing is noted: repplan stance add p-* STANCE\n"
    )


@pytest.mark.usefixtures("valley")
def test_who_left(run: Run) -> None:
    """The map of somebody who has left says so, and whom they leave."""
    assert run("map", "haas").masked == (
        "Tom Haas, MD, physician  p-*  has left\n"
        "stands  Tue 24 Nov: supporter\n"
        "ties    reporting to them: Jo Brandt NP; since Tue 24 Nov\n"
    )


@pytest.mark.usefixtures("valley")
def test_an_answer_that_landed_ends_the_doubt(run: Run, writing: Writing) -> None:
    """A skeptic whose objection was answered since is no longer thin."""
    evening = "2026-11-24T18:00:00-06:00"
    run("log", "cho", "too new for her; ! too new", "--at", "15:20", now=evening)
    assert "nobody has answered: Cho" in run("map", "valley").out
    with writing() as work:
        work.db.execute("UPDATE visit_objection SET answer = 'two years of registry'")
    thin = run("map", "valley").masked.partition("THIN")[2]
    assert thin == "  Haas has left: was supporter; Brandt reported to them\n"
    with writing() as work:
        work.db.execute("UPDATE visit_objection SET has_landed = 0")
    assert "nobody has answered: Cho" in run("map", "valley").out


@pytest.mark.usefixtures("valley")
def test_as_json(run: Run) -> None:
    """Everybody, every relation and what is thin, by whole refs; the account's own facts."""
    answer = run("map", "valley", "--json").json
    assert list(answer) == [
        *("as_of", "account", "threads"),
        *("people", "relations", "thin"),
    ]
    cho = next(one for one in answer["people"] if one["name"] == "Ruth Cho, MD")
    assert (cho["stance"], cho["influence"], cho["last_seen_on"]) == (
        *("skeptic", "decision-maker", None),
    )
    assert answer["account"]["purchase"] == ["pharmacist", "committee", "budget"]
    assert [one["kind"] for one in answer["thin"]] == [
        *("left", "never-seen", "unanswered", "one-thread"),
    ]
    assert answer["thin"][1]["people"] == [cho["ref"]]
    one = run("map", "anjali", "--json").json
    assert [stance["stance"] for stance in one["stances"]] == ["champion", "neutral"]
    assert [place["account"]["name"] for place in one["accounts"]] == ["Valley Cardiology"]


@pytest.mark.usefixtures("valley")
def test_what_moved(run: Run) -> None:
    """Stances that moved since a day: of all, of an account, of a person; the newest first."""
    patel = "Tue 24 Nov  Anjali Patel, MD: neutral > champion; asked for a reprint\n"
    new = "\nNoted for the first time\n"
    haas = "Tue 24 Nov  Tom Haas, MD: supporter\n"
    cho = "Fri 20 Nov  Ruth Cho, MD: skeptic, decision-maker\n"
    assert run("map", "--changes", "2026-11-01").out == patel + new + haas + cho
    assert run("map", "valley", "--changes", "3w").out == patel + new + cho
    none = "No stance moved since Tue 3 Nov.\n"
    assert run("map", "cho", "--changes", "3w").out == none + new + cho
    assert run("map", "anjali", "--changes", "yesterday").out == patel
    assert run("map", "dev", "--changes", "3w").out == "No stance moved since Tue 3 Nov.\n"
    answer = run("map", "valley", "--changes", "3w", "--json").json
    ((moved,), (first,)) = answer["moves"], answer["new"]
    assert (moved["stance_before"], moved["stance"]) == ("neutral", "champion")
    assert (first["stance"], first["noted_on"]) == ("skeptic", "2026-11-20")


@pytest.mark.parametrize(
    "words", [("map", "--changes"), ("objection", "stats", "--since"),
              ("find", "--mark", "rival", "--since")],
)  # fmt: skip
@pytest.mark.parametrize("day", ["tomorrow", "下周三"])
def test_a_day_to_come_is_refused(run: Run, words: tuple[str, ...], day: str) -> None:
    """Where one looks back, a day to come is told in one line."""
    answer = run(*words, day)
    said = f"“{day}” is still to come: say a day gone by.\n"
    assert (answer.code, answer.out, answer.err) == (2, "", said)


@pytest.mark.usefixtures("valley")
def test_a_stance_on_one_product(run: Run) -> None:
    """Where it differs on a product, it stands under the name; the same one needn't."""
    for name in ("Cardexa", "Lumiva"):
        run("product", "add", name)
    run("stance", "add", "cho", "blocker", "--product", "cardexa")
    run("stance", "add", "cho", "skeptic", "--product", "lumiva")
    run("stance", "add", "brandt", "supporter", "--product", "lumiva")
    shown = run("map", "valley").out
    assert "skeptic   decision-maker" in shown
    assert "\n    blocker on Cardexa\n" in shown
    assert "skeptic on" not in shown
    assert "\n    supporter on Lumiva\n" in shown
    people = {one["name"]: one for one in run("map", "valley", "--json").json["people"]}
    (one,) = people["Ruth Cho, MD"]["differing"]
    assert (one["product"], one["stance"]) == ("Cardexa", "blocker")


def test_a_title_stands_before_the_name(run: Run) -> None:
    """Dr Marsh, and Patel MD."""
    run("provider", "add", "Dr Ruth Marsh", "--account", "valley")
    shown = run("map", "valley").out
    assert "Dr Marsh" in shown
    assert "Patel MD" in shown


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("map",), 2, "The account or the person is missing"),
        (("map", "valey"), 3, "“valey”"),
        (("map", "ptel"), 3, "Anjali Patel, MD"),
        (("map", "patel"), 4, "2 of them"),
        (("map", "valley", "--changes", "firday"), 2, "friday"),
        (("map", "valley", "--to", "map.png"), 2, ".svg, .html"),
        (("map", "valley", "--to", "no/such/map.svg"), 8, "no folder"),
    ],
)
def test_what_is_refused(run: Run, line: tuple[str, ...], code: int, said: str) -> None:
    """A wrong name, day or file is refused with what would do, and nothing is answered."""
    answer = run(*line)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_an_account_where_nobody_is_known(run: Run) -> None:
    """An empty account has a map that says how to begin."""
    run("account", "add", "Empty Clinic")
    assert run("map", "empty").masked == (
        "Empty Clinic  a-*  0 people, 0 seen in 12 months\n"
        "Nobody is known here: repplan provider add NAME --account a-*\n"
    )


def test_many_people_stay_readable(run: Run, writing: Writing) -> None:
    """Of two hundred people those who matter are shown, each department with its count."""
    account = json.loads(run("account", "add", "Big Hospital", "--json").out)["account"]["ref"]
    with writing() as work:
        (account_id,) = work.db.execute(
            "SELECT id FROM account WHERE ref = ?", (account,)
        ).fetchone()
        made = [
            add_provider(
                work,
                {"name": f"Ann Person{at:03}"},
                account_id=account_id,
                place={"department": f"Ward {at % 8}"},
            )
            for at in range(200)
        ]
        relate(work, made[8].id, "reports to", made[0].id)
    lines = run("map", "big hospital").out.splitlines()
    assert len(lines) < 25
    assert "Ward 0  25 people, 2 shown" in lines
    assert "+ 198 more people: --full" in lines
    assert len(run("map", "big hospital", "--full").out.splitlines()) > 208
    assert max(map(len, lines)) <= 80


def test_how_many_statements(writing: Writing) -> None:
    """A map asks the store as often for a hundred people as for two."""
    counts = []
    for extra in (2, 100):
        with writing() as work:
            rows = work.db.execute("SELECT name, id FROM account").fetchall()
            account_id = {row["name"]: row["id"] for row in rows}["Valley Cardiology"]
            for at in range(extra):
                add_provider(work, {"name": f"Bo Many{extra}x{at}"}, account_id=account_id)
            asked: list[str] = []
            work.db.set_trace_callback(asked.append)
            account_map(work.db, account_id, work.today)
            work.db.set_trace_callback(None)
            counts.append(len(asked))
    assert counts[0] == counts[1] < 12


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize("columns", [50, 60, 80, 120])
def test_the_map_fits_the_screen(run: Run, columns: int) -> None:
    """Whatever the width, lines stay within it, and a narrow screen leaves out what people are."""
    for who in ("valley", "anjali"):
        lines = run("map", who, COLUMNS=str(columns)).out.splitlines()
        assert max(map(len, lines[1:])) <= columns
        assert any("physician" in line for line in lines[2:]) == (columns > 60)
