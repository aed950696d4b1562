"""The employer's own file: what it may say, and each slip told by its line."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from repplan.errors import BadFile
from repplan.i18n.phrases import message_of
from repplan.policies.load import FACTS, POLICIES, policy_named, template_of
from repplan.policies.own import MOST_BYTES, BadPolicy, read_own
from tests.house.tree import ROOT

TODAY = date(2026, 11, 24)


def read(text: str, policy: str = "us") -> dict[str, Any]:
    """Return the facts that are kept of a file."""
    found = read_own("acme.toml", text, today=TODAY, below=policy_named(policy))
    body = json.loads(found.body)
    assert body["file"] == text
    facts: dict[str, Any] = body["facts"]
    return facts


def test_a_file_is_kept_whole_with_its_facts() -> None:
    """What it says is kept; source and day are the file's and today's where it doesn't say them."""
    text = (
        "# Acme\n[safety.report_hours]\nvalue = 12\n"
        'source = "SOP 12"\nchecked = 2026-10-01\naction = "warn"\n'
        '[visits]\nunsolicited_max.action = "off"\nunsolicited_max.value = 4\n'
        "[spend.year.2027.item_from]\nvalue = 14\n"
    )
    assert read(text) == {
        "safety": {
            "report_hours": {
                "value": 12,
                "source": "SOP 12",
                "checked": "2026-10-01",
                "action": "warn",
            }
        },
        "visits": {
            "unsolicited_max": {
                "value": 4,
                "action": "off",
                "source": "acme.toml",
                "checked": "2026-11-24",
            }
        },
        "spend": {
            "year": {
                "2027": {"item_from": {"value": 14, "source": "acme.toml", "checked": "2026-11-24"}}
            }
        },
    }


@pytest.mark.parametrize(
    "fact",
    [
        '[consent.email]\nvalue = "needed"',
        '[consent.email]\naction = "off"',
        '[notes.barred]\nvalue = ["off-label", "统方"]',
        "[notes.barred]\nvalue = []",
        "[spend.meal_max]\nvalue = 25.5",
        "[spend.meal_max]\nvalue = 0",
        '[spend.currency]\nvalue = "USD"',
        "[samples.request]\nvalue = false",
        "[safety.report_hours]\nchecked = 2026-11-24",
        '[privacy.basis]\nvalue = "本公司同意书"',
    ],
)
def test_what_may_stand_there(fact: str) -> None:
    """Values of every kind, and a fact that changes its action or its day alone."""
    assert read(fact)


SLIPS: tuple[tuple[str, int, int, str], ...] = (
    (
        "[safety.report_hour]\nvalue = 3",
        1, 2, "there is no fact “safety.report_hour”: did you mean “safety.report_hours”?",
    ),
    (
        "\n[saftey.report_hours]\nvalue = 3",
        2, 2, "there is no fact “saftey.report_hours”: did you mean “safety.report_hours”?",
    ),
    (
        "[spend.year.2027.item_form]\nvalue = 3",
        1, 2,
        "there is no fact “spend.year.2027.item_form”: did you mean “spend.year.2027.item_from”?",
    ),
    ("[zzz]\nx = 1", 1, 2, "there is no fact “zzz”; see them all: repplan config policy show"),
    (
        "safety.report_hours = 12",
        1, 1, "write it as a table: [safety.report_hours], and below it value = 12",
    ),
    (
        "[safety]\nreport_hours = 12",
        2, 1, "write it as a table: [safety.report_hours], and below it value = 12",
    ),
    (
        "[spend.meal_max]\nvalue = -4",
        2, 1, "-4 can't stand here: an amount from 0 is needed, like 13.82",
    ),
    (
        "[spend.meal_max]\nvalue = nan",
        2, 1, "NaN can't stand here: an amount from 0 is needed, like 13.82",
    ),
    (
        '[spend.meal_max]\nvalue = "4"',
        2, 1, '"4" can\'t stand here: an amount from 0 is needed, like 13.82',
    ),
    (
        "[samples.max_pieces]\n# of one medicine\nvalue = 1.5",
        3, 1, "1.5 can't stand here: a whole number from 0 is needed",
    ),
    (
        "[samples.warn_days]\nvalue = -1",
        2, 1, "-1 can't stand here: a whole number from 0 is needed",
    ),
    (
        "[samples.warn_days]\nvalue = true",
        2, 1, "true can't stand here: a whole number from 0 is needed",
    ),
    (
        '[spend.currency]\nvalue = "EUS"',
        2, 1, "there is no currency “EUS”: write it like USD, EUR, GBP, CNY",
    ),
    (
        '[spend.currency]\nvalue = "eur"',
        2, 1, "there is no currency “eur”: write it like USD, EUR, GBP, CNY",
    ),
    (
        "[consent.email]\nchecked = 2026-11-25",
        2, 1, "2026-11-25 is still to come: nobody has checked it then",
    ),
    (
        '[consent.email]\nchecked = "2026-11-24"',
        2, 1, '"2026-11-24" is no day: write it like 2026-12-31, without quotes',
    ),
    (
        '[consent.email]\nvalue = "neded"',
        2, 1, '"neded" can\'t stand here. Use one of: needed, assumed.',
    ),
    (
        '[consent.email]\naction = "blok"',
        2, 1, '"blok" can\'t stand here. Use one of: block, warn, off.',
    ),
    (
        '[consent.email]\nvalu = "needed"',
        2, 1, "there is no field “valu” here: did you mean “value”?",
    ),
    (
        '[consent.email]\nnote = "x"',
        2, 1, "there is no field “note” here; the fields are: value, action, source, checked",
    ),
    (
        '[consent.email]\nsource = ""',
        2, 1, '"" can\'t be a source: write a text in quotes',
    ),
    (
        '[notes.barred]\nvalue = "one"',
        2, 1, '"one" can\'t stand here: a list is needed, like ["one", "two"]',
    ),
    (
        "[notes.barred]\nvalue = [3]",
        2, 1, "3 can't stand in the list: a word in quotes is needed",
    ),
    (
        '[samples.request]\nvalue = "yes"',
        2, 1, '"yes" can\'t stand here: true or false is needed',
    ),
    (
        "[privacy.basis]\nvalue = 3",
        2, 1, "3 can't stand here: a text in quotes is needed",
    ),
    (
        '[visits.unsolicited_max]\naction = "warn"',
        1, 2, "“value” is missing: the policy “us” has none for this fact",
    ),
    (
        "[safety.report_hours]",
        1, 2, "there is nothing in it: give value, action, source or checked",
    ),
    ("", 1, 1, "there is no fact in it"),
    ("# nothing yet\n", 1, 1, "there is no fact in it"),
    (
        "[safety.report_hours\nvalue = 3",
        1, 21,
        "this can't be read as TOML: Expected ']' at the end of a table declaration",
    ),
    (
        "[consent.email]\nvalue = 1\nvalue = 2",
        3, 1, "this can't be read as TOML: Cannot overwrite a value",
    ),
)  # fmt: skip


def test_amounts_in_another_currency() -> None:
    """A currency of one's own takes no amount of the policy with it: each is given, or off."""
    yen = '[spend.currency]\nvalue = "JPY"\n'
    with pytest.raises(BadFile) as refused:
        read_own("acme.toml", yen, today=TODAY, below=policy_named("uk"))
    assert refused.value.line == 2
    assert "amounts are in GBP: give spend.meal_max in JPY too" in str(refused.value)
    for more in ("value = 9000", 'action = "off"'):
        assert read_own(
            "acme.toml",
            f"{yen}[spend.meal_max]\n{more}\n",
            today=TODAY,
            below=policy_named("uk"),
        ).facts
    plain = "[spend.item_from]\nvalue = 100\n[spend.year_from]\nvalue = 9000\n"
    assert read_own("acme.toml", yen + plain, today=TODAY, below=policy_named("us")).facts
    with pytest.raises(BadFile):
        read_own("acme.toml", yen, today=TODAY, below=policy_named("us"))


def test_line_endings_of_windows() -> None:
    """A file of Windows is read the same, and its lines are counted the same."""
    assert read_own(
        "a", '[consent.email]\r\nvalue = "needed"\r\n', today=TODAY, below=policy_named("us")
    ).facts == ("consent.email",)


@pytest.mark.parametrize(("text", "line", "column", "problem"), SLIPS)
def test_slips(text: str, line: int, column: int, problem: str) -> None:
    """Each slip is one clear line: where it stands, what is wrong, the nearest that is right."""
    with pytest.raises(BadFile) as caught:
        read(text)
    error = caught.value
    told = (error.file, error.problem)
    assert told == ("acme.toml", problem)
    # What the reader of TOML says of a place differs by version within a line.
    assert error.line == line
    assert error.column == column or "TOML" in problem


def test_several_slips_are_told_at_once() -> None:
    """All that is wrong is told in the order of the file, the first ten one by one."""
    slips = [f'[spend.year.20{year}.item_from]\nvalue = "{year}"' for year in range(10, 22)]
    with pytest.raises(BadPolicy) as caught:
        read("\n".join(slips))
    error = caught.value
    assert message_of(error) == "acme.toml: 12 things in this policy can't be:"
    assert len(error.problems) == 11
    assert error.problems[0] == (
        'line 2, column 1: "10" can\'t stand here: an amount from 0 is needed, like 13.82'
    )
    assert error.problems[-1] == "and 2 more"


def test_too_long() -> None:
    """A file of another size is another file."""
    with pytest.raises(BadFile) as caught:
        read("#" * (MOST_BYTES + 1))
    assert (caught.value.line, caught.value.problem) == (0, "it is too long for a policy")


KEYS = ("value", "action", "source", "checked", "valeu", "x")
VALUES = ("3", "-1", "1.5", "true", '"needed"', '"block"', '"EUR"', "[]", '["a"]', "2026-11-24")


@given(
    tables=some.lists(
        some.tuples(
            some.sampled_from([*FACTS, "safety.x"]),
            some.dictionaries(some.sampled_from(KEYS), some.sampled_from(VALUES)),
        ),
        unique_by=lambda table: table[0],
        max_size=6,
    )
)
def test_any_file_is_taken_whole_or_refused(
    tables: list[tuple[str, dict[str, str]]],
) -> None:
    """Whatever is in a file, it is kept, every fact of it, or refused with a line: never a bug."""
    text = "\n".join(
        "\n".join(
            [f"[{name}]".replace("*", "2026"), *(f"{key} = {said}" for key, said in table.items())]
        )
        for name, table in tables
    )
    found = refused = None
    try:
        found = read_own("acme.toml", text, today=TODAY, below=policy_named("cn"))
    except BadFile as error:
        refused = error
    if found:
        assert len(found.facts) == len(tables)
    assert found or (refused and 1 <= refused.line <= text.count("\n") + 1 and refused.problem)


@given(some.text(max_size=80))
def test_any_text_is_refused_with_a_line(text: str) -> None:
    """Text that is no policy is refused: no trace, nothing kept."""
    with pytest.raises(BadFile):
        read_own("acme.toml", text, today=TODAY, below=policy_named("none"))


@pytest.mark.parametrize("policy", POLICIES)
def test_the_file_of_the_how_to_is_right(policy: str) -> None:
    """What docs/how-to/policies.md shows can be laid over every policy as it stands."""
    text = (ROOT / "docs/how-to/policies.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(read_own("acme.toml", example, today=TODAY, below=policy_named(policy)).facts) == 9


def test_the_how_to_explains_every_fact() -> None:
    """Each fact stands in the table of docs/how-to/policies.md, and no other."""
    text = (ROOT / "docs/how-to/policies.md").read_text(encoding="utf-8")
    table = text.partition("## The facts")[2]
    told = re.findall(
        r"`([a-z]+\.[a-z0-9_.]+)`", "".join(re.findall(r"^\|[^|]*\|", table, re.MULTILINE))
    )
    assert sorted(template_of(name) for name in told) == sorted(FACTS)
