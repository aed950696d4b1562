"""``repplan provider``: what it answers, word for word, and how it refuses."""

from __future__ import annotations

import pytest

from repplan.providers.model import Provider
from tests.conftest import Result, Run

pytestmark = pytest.mark.usefixtures("people")


def test_a_name_is_enough(run: Run) -> None:
    """A provider is added by the name alone; the answer says how to take it back."""
    assert run("provider", "add", "Jo Brandt NP").masked == (
        "Jo Brandt NP, nurse practitioner  p-*\nSaved. Take it back: repplan undo b-*\n"
    )


def test_add_with_a_place(run: Run) -> None:
    """The place is found by a part of its name; room, hours and licence are shown with it."""
    answer = run(
        *("provider", "add", "Maria de la Cruz, MD", "--account", "valley", "--tier", "b"),
        *("--room", "suite 210", "--hours", "Tue 8-9", "--licence", "oh 35.1"),
    )
    assert answer.masked == (
        "Maria de la Cruz, MD, B, physician  p-*\n"
        "  Valley Cardiology, suite 210, Tue 8-9\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert run("provider", "show", "35.1").masked == (
        "Maria de la Cruz, MD  p-*\n"
        "at       Valley Cardiology, suite 210, Tue 8-9\n"
        "title    MD\n"
        "role     physician\n"
        "tier     B\n"
        "state    active\n"
        "licence  OH 35.1\n"
    )


def test_add_at_a_new_place(run: Run) -> None:
    """A place that no account is called like becomes a new account, and the answer says so."""
    assert run("provider", "add", "Jo Brandt", "--account", "Kettering FP").masked == (
        "Jo Brandt, physician  p-*\n"
        "  Kettering FP\n"
        "  new account: Kettering FP\n"
        "Saved. Take it back: repplan undo b-*\n"
    )


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (
            ("add", "Anjali Patel, MD", "--account", "valley"),
            6,
            (
                "Anjali Patel, MD is already here ({patel}).\n"
                "Look at it with: repplan history {patel}\n"
            ),
        ),
        (
            ("add", "Jo Brandt", "--account", "Vally Cardiology"),
            3,
            (
                "No account is called “Vally Cardiology”, but nearly so:\n"
                "  Valley Cardiology\n"
                "Use that name, or add a new one: repplan account add\n"
            ),
        ),
        (
            ("add", "Jo Brandt", "--tier", "X"),
            2,
            "“X” is no value of “tier”.\nUse one of: A, B, C, D.\n",
        ),
        (
            ("add", "  "),
            2,
            "Name is missing.\nGive it on the command line; nothing is asked without a terminal.\n",
        ),
        (
            ("add", "Jo Brandt", "--ideal-days", "30", "--maximum-days", "20"),
            2,
            "“20” is no value of “maximum days”.\nIt takes a number: 30 or more.\n",
        ),
        (
            ("add", "Jo Brandt", "--npi", "12345"),
            2,
            "“12345” is no value of “npi”.\nWrite it like: ten digits.\n",
        ),
        (
            ("add", "Jo Brandt", "--email", "jo at oakwood"),
            2,
            "“jo at oakwood” is no value of “email”.\nWrite it like: name@example.org.\n",
        ),
        (
            ("edit", "amy", "--npi", "123456789X"),
            2,
            "“123456789X” is no value of “npi”.\nWrite it like: ten digits.\n",
        ),
        (
            ("edit", "amy", "--email", "amy@"),
            2,
            "“amy@” is no value of “email”.\nWrite it like: name@example.org.\n",
        ),
        (
            ("add", "Jo Brandt", "--ideal-days", "soon"),
            2,
            "“soon” is no value of “ideal days”.\nIt takes a number: 0 to 100000.\n",
        ),
        (
            ("show", "patel"),
            4,
            (
                "“patel” could be 2 of them:\n"
                "  Anjali Patel, MD  Valley Cardiology  {patel:.6}\n"
                "  Dev Patel  Oakwood Internal Medicine  {dev:.6}\n"
                "Add a place (patel@oakwood), a first name, or use the ref.\n"
            ),
        ),
        (
            ("show", "patle"),
            3,
            (
                "Nobody and nothing here is called “patle”.\n"
                "  Anjali Patel, MD\n"
                "  Dev Patel\n"
                "Try: repplan find patle\n"
            ),
        ),
        (
            ("show", "p-zzzzzz"),
            3,
            "Nobody and nothing here is called “p-zzzzzz”.\nTry: repplan find p-zzzzzz\n",
        ),
        (
            ("list", "--not-seen-since", "firday"),
            2,
            (
                "“firday” is no day I know.\n"
                "Did you mean “friday”?\n"
                "Try 2026-12-15, fri, next fri, +3d, 15 dec, eow, 下周三.\n"
            ),
        ),
        (
            ("edit", "amy"),
            2,
            (
                "What to change is missing.\n"
                "Give it on the command line; nothing is asked without a terminal.\n"
            ),
        ),
        (
            ("edit", "amy", "--room", "7"),
            2,
            (
                "--account is missing.\n"
                "Give it on the command line; nothing is asked without a terminal.\n"
            ),
        ),
        (
            ("lst",),
            2,
            "There is no command “lst”. Did you mean: list?\nSee: repplan provider --help\n",
        ),
    ],
)
def test_refusals(
    run: Run, people: dict[str, Provider], line: tuple[str, ...], code: int, err: str
) -> None:
    """Every refusal says what, why and what to do, on stderr, with the code of its kind."""
    refs = {short: one.ref for short, one in people.items()}
    assert run("provider", *line) == Result(code, "", err.format(**refs))


def test_show_in_chinese_script(run: Run) -> None:
    """A Chinese provider is found by initials and shown with the parts of the name."""
    assert run("provider", "show", "wjg").masked == (
        "王建国 主任医师  p-*\n"
        "at           市一医院\n"
        "title        主任医师\n"
        "native name  王建国\n"
        "pinyin       wang jian guo\n"
        "role         physician\n"
        "specialties  心内科\n"
        "tier         A\n"
        "state        active\n"
    )


def test_list(run: Run) -> None:
    """The list stands in columns by cells, by family name."""
    assert run("provider", "list").masked == (
        "Name              Tier  Specialty   Account                   Last seen   Ref\n"
        "Amy Chu                                                                   p-*\n"
        "Åsa Lindqvist                                                             p-*\n"
        "Anjali Patel, MD  A     cardiology  Valley Cardiology         2026-11-17  p-*\n"
        "Dev Patel         B                 Oakwood Internal Medic..              p-*\n"
        "周一鸣                              市一医院                              p-*\n"
        "王建国 主任医师   A     心内科      市一医院                              p-*\n"
    )


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (("--tier", "a"), ["Anjali Patel, MD", "王建国 主任医师"]),
        (("--tier", "a", "--not-seen-since", "3 wks"), ["王建国 主任医师"]),
        (("--account", "oakwood"), ["Dev Patel"]),
        (("--role", "Pharmacist"), ["Åsa Lindqvist"]),
        (("--specialty", "心内"), ["王建国 主任医师"]),
        (("--city", "Nowhere"), []),
    ],
)
def test_list_filters(run: Run, filters: tuple[str, ...], names: list[str]) -> None:
    """Filters add up, and an empty answer is no error."""
    answer = run("provider", "list", *filters, "--json")
    assert answer.code == 0
    assert [one["name"] for one in answer.json["providers"]] == names


def test_list_of_nobody(run: Run) -> None:
    """An empty list says so."""
    assert run("provider", "list", "--city", "Nowhere") == Result(0, "Nobody fits.\n", "")


def test_edit(run: Run) -> None:
    """Only what is given changes; an empty value empties; what is so already isn't written."""
    line = ("provider", "edit", "patel@valley", "--phone", "555 0100", "--tier", "")
    assert run(*line).masked == (
        "Anjali Patel, MD, physician  p-*\n"
        "  Valley Cardiology\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert run(*line).masked.endswith("It was so already: nothing was changed.\n")
    assert run(*line, "--json").json["batch"] is None
    shown = run("provider", "show", "patel@valley", "--json").json
    assert (shown["phone"], shown["tier"]) == ("555 0100", None)


def test_edit_the_place(run: Run) -> None:
    """A move makes the new account the main one; leaving ends the old one."""
    assert "Oakwood Internal Medicine\n  Valley" in run(
        "provider", "edit", "anjali", "--account", "oakwood", "--floor", "3"
    ).out.replace(", 3", "")
    assert run("provider", "edit", "anjali", "--leaves", "valley").masked == (
        "Anjali Patel, MD, A, physician  p-*\n"
        "  Oakwood Internal Medicine, 3\n"
        "Saved. Take it back: repplan undo b-*\n"
    )


def test_a_new_name_answers(run: Run) -> None:
    """After a change of name the new one finds, the old one doesn't."""
    assert run("provider", "edit", "lindqvist", "--name", "Åsa Bergström").code == 0
    assert run("provider", "show", "bergstrom", "--json").json["family_name"] == "Bergström"
    assert run("provider", "show", "lindqvist").code == 3


def test_retire(run: Run, people: dict[str, Provider]) -> None:
    """Who left drops out of the list and is left once; a ref still shows them."""
    assert run("provider", "retire", "dev").masked == (
        "Dev Patel, B, physician  p-*\n"
        "  Has left. Visits, promises and notes stay.\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert "Dev Patel" not in run("provider", "list").out
    assert "Dev Patel" in run("provider", "list", "--left").out
    assert run("provider", "show", people["dev"].ref).masked == (
        "Dev Patel  p-*\nrole   physician\ntier   B\nstate  left\n"
    )
    again = run("provider", "retire", people["dev"].ref)
    assert (again.code, again.err.splitlines()[0]) == (6, "“Dev Patel” is already closed (left).")


def test_json_of_one(run: Run) -> None:
    """JSON holds every field of the record, whole refs, null for what isn't known."""
    answer = run("provider", "show", "anjali", "--json").json
    assert answer["ref"].startswith("p-")
    assert len(answer["ref"]) == 10
    assert answer["specialties"] == ["cardiology"]
    assert answer["phone"] is None
    assert [place["account"] for place in answer["affiliations"]] == ["Valley Cardiology"]
    assert "id" not in answer


def test_hostile_names_are_harmless(run: Run) -> None:
    """Markup stays text, an escape never reaches the screen."""
    assert run("provider", "add", "[/b] \x1b[31mred").code == 0
    assert "[/b] \ufffd[31mred" in run("provider", "list").out


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anjali Patel, MD", "Anjali Patel, MD  Valley Cardiology  p-"),
        ("Dr. patel, Anjali", "Anjali Patel, MD  Valley Cardiology  p-"),
        ("王建国", "王建国 主任医师  市一医院  p-"),
        ("Dr Pat", ""),
        ("Ann Patel", ""),
    ],
)
def test_a_namesake_is_remarked(run: Run, name: str, said: str) -> None:
    """Somebody of the same name, who may be the same, is named; a beginning is no name."""
    added = run("provider", "add", name)
    told = f"Somebody of that name is here already: {said}" if said else ""
    assert (added.code, added.err[: len(told)]) == (0, told)
    assert bool(added.err) is bool(said)
