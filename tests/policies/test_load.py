"""The packaged policies: each fact known, sourced and dated; layers; years; what is cheap."""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hatch_build import compile_policies
from repplan.policies import load
from repplan.policies.currencies import is_currency
from repplan.policies.load import (
    CHOICES,
    FACTS,
    POLICIES,
    BrokenOwnPolicy,
    kind_of,
    leaves,
    policy_named,
    policy_of,
    template_of,
)
from repplan.policies.model import ACTIONS, OWN, Policy
from repplan.policies.own import _MODELS
from repplan.policies.rules import idle_facts, is_stale, own_facts, stale_facts
from tests.house.tree import PACKAGE, ROOT, assert_none

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run, Writing

FOLDER = PACKAGE / "policies"
TODAY = date(2026, 11, 24)


def every() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each packaged fact as its file has it: policy, name, table."""
    for policy in POLICIES:
        tree = tomllib.loads((FOLDER / f"{policy}.toml").read_text(encoding="utf-8"))
        for name, table in leaves(tree):
            yield policy, name, dict(table)


def test_files_and_list_agree() -> None:
    """Each policy that can be chosen has its file, and no file is left over."""
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(POLICIES)


def test_every_fact_is_known_and_used() -> None:
    """A fact in a file is in FACTS; a fact of FACTS stands in a file, or is the employer's alone."""
    named = {template_of(name) for _policy, name, _table in every()}
    assert named - FACTS.keys() == set()
    # Where no country's rules have them by the year, an employer may name one for all years.
    assert FACTS.keys() - named == {"spend.item_from", "spend.year_from"}


def test_every_fact_is_whole() -> None:
    """A fact says its value, its action, who says so, and the day that was checked; no more."""
    assert_none(
        f"{policy} {name}: {table}"
        for policy, name, table in every()
        if set(table) != {"value", "action", "source", "checked"}
        or table["action"] not in ACTIONS
        or len(table["source"].split()) < 3
        or not isinstance(table["checked"], date)
    )


def fits(name: str, value: Any) -> bool:
    """Whether a value is of its fact's kind."""
    match kind_of(name):
        case "number" | "days":
            return type(value) is int and value > 0
        case "money":
            return type(value) in {int, float} and value > 0
        case "words":
            return bool(value) and len(set(value)) == len(value) and all(map(str.strip, value))
        case "choice":
            return value in CHOICES[name]
        case "currency":
            return is_currency(value)
        case "flag":
            return value is True
        case _text:
            return isinstance(value, str) and bool(value)


def test_every_value_fits_its_kind() -> None:
    """A number is a number, a currency exists, a choice is one of its words."""
    assert set(FACTS.values()) <= set(_MODELS)
    assert_none(
        f"{policy} {name}: {table['value']!r} is no {kind_of(name)}"
        for policy, name, table in every()
        if not fits(name, table["value"])
    )


def test_compiled_files_are_what_the_toml_says(tmp_path: Path) -> None:
    """The JSON that is read is made of the TOML beside it: each fact the same."""
    folder = tmp_path / "src/repplan/policies"
    folder.mkdir(parents=True)
    for policy in POLICIES:
        source = FOLDER / f"{policy}.toml"
        (folder / source.name).write_bytes(source.read_bytes())
    made = compile_policies(tmp_path)
    assert [path.name for path in made] == sorted(f"{policy}.json" for policy in POLICIES)
    for path in made:
        text = path.with_suffix(".toml").read_text(encoding="utf-8")
        tree = json.loads(json.dumps(tomllib.loads(text), default=str))
        assert json.loads(path.read_bytes()) == tree
        live = FOLDER / path.name
        assert not live.exists() or json.loads(live.read_bytes()) == tree, "run hatch_build.py"
    assert compile_policies(tmp_path) == []


@pytest.mark.parametrize("state", ["missing", "older", "damaged"])
def test_the_toml_is_read_where_no_fresh_json_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    """Without a good and fresh JSON the source itself is read: slower, never wrong."""
    source, made = tmp_path / "none.toml", tmp_path / "none.json"
    source.write_text("[a.b]\nvalue = 2\n", encoding="utf-8")
    monkeypatch.setattr(load, "_HERE", tmp_path)
    if state != "missing":
        made.write_text('{"a": {"b": {"value": 1}}' + "}" * (state == "older"), encoding="utf-8")
    if state == "older":
        import os

        assert load.packaged("none") == {"a": {"b": {"value": 1}}}
        os.utime(made, (1, 1))
    assert load.packaged("none") == {"a": {"b": {"value": 2}}}


@pytest.mark.parametrize(
    ("policy", "name", "value", "layer"),
    [
        ("none", "safety.report_hours", 24, "none"),
        ("none", "visits.unsolicited_max", None, None),
        ("none", "notes.volumes", None, None),
        ("none", "samples.request", None, None),
        ("none", "spend.currency", None, None),
        ("none", "consent.email", "assumed", "none"),
        ("us", "safety.report_hours", 24, "us"),
        ("us", "samples.request", True, "us"),
        ("us", "samples.warn_days", 60, "none"),
        ("us", "spend.currency", "USD", "us"),
        ("uk", "visits.unsolicited_max", 3, "uk"),
        ("uk", "visits.unsolicited_months", 12, "uk"),
        ("uk", "consent.phone", "needed", "uk"),
        ("eu", "consent.email", "needed", "eu"),
        ("eu", "consent.phone", "assumed", "eu"),
        ("cn", "notes.volumes", True, "cn"),
        ("cn", "reception.people_min", 2, "cn"),
        ("cn", "reception.filing_needed", True, "cn"),
        ("cn", "policy.stale_days", 365, "cn"),
    ],
)
def test_layers(policy: str, name: str, value: object, layer: str | None) -> None:
    """A place's own facts lie over the base; what it leaves out is the base's, or unknown."""
    found = policy_named(policy).fact(name)
    assert (found and found.value, found and found.layer) == (value, layer)


def test_no_policy_of_that_name() -> None:
    """Only those that come with the program can be named."""
    with pytest.raises(KeyError):
        policy_named("fr")


def row(value: object, action: str = "block", layer: str = "us") -> tuple[Any, str, str, str, str]:
    """Return a fact as a policy holds it."""
    return value, action, "a source", "2026-01-01", layer


def test_what_a_policy_answers() -> None:
    """Numbers, texts and words come typed; what is off, a lowered flag and the unknown are None."""
    rules = Policy(
        "us",
        {
            "n": row(3),
            "t": row("x"),
            "w": row(("a", "b")),
            "off": row(3, "off"),
            "no": row(value=False),
        },
    )
    assert (rules.number("n"), rules.text("t"), rules.words("w")) == (3, "x", ("a", "b"))
    assert (rules.number("t"), rules.text("n"), rules.words("n")) == (None, None, ())
    assert (rules.fact("off"), rules.fact("no"), rules.fact("?")) == (None, None, None)
    assert rules.number("off") is None
    assert [one.name for one in rules.every()] == ["n", "no", "off", "t", "w"]
    known = rules.known("off")
    assert known
    assert known.value == 3


YEARS = {
    "spend.year.2025.item_from": row(10),
    "spend.year.2026.item_from": row(11),
    "spend.year.2026.year_from": row(100),
}


@pytest.mark.parametrize(
    ("more", "year", "value", "of"),
    [
        ({}, 2025, 10, 2025),
        ({}, 2026, 11, 2026),
        ({}, 2031, 11, 2026),
        ({}, 2019, 10, 2025),
        ({"spend.item_from": row(7)}, 2026, 11, 2026),
        ({"spend.item_from": row(7, layer=OWN)}, 2026, 7, None),
        ({"spend.year.2026.item_from": row(11, "off")}, 2025, 10, 2025),
    ],
)
def test_facts_of_a_year(more: dict[str, Any], year: int, value: int, of: int | None) -> None:
    """The year's own, else the newest before it, else the oldest; the employer's plain one wins."""
    found = Policy("us", {**YEARS, **more}).of_year("spend.item_from", year)
    assert found
    assert (found[0].value, found[1]) == (value, of)


@pytest.mark.parametrize(
    ("name", "layer"),
    [("spend.item_from", OWN), ("spend.year.2026.item_from", "us")],
)
def test_a_year_that_is_off(name: str, layer: str) -> None:
    """Off means off: the year before doesn't come back."""
    rules = Policy("us", {**YEARS, name: row(7, "off", layer)})
    assert rules.of_year("spend.item_from", 2026) is None
    assert rules.of_year("spend.item_from", 2031) is None


def test_facts_of_a_year_that_nobody_knows() -> None:
    """A plain fact counts for every year; without one nothing is known."""
    rules = Policy("eu", {"spend.item_from": row(5)})
    found = rules.of_year("spend.item_from", 2026)
    assert found
    assert (found[0].value, found[1]) == (5, None)
    assert rules.of_year("spend.year_from", 2026) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("safety.report_hours", "number"),
        ("spend.year.2026.item_from", "money"),
        ("spend.year.26.item_from", None),
        ("spend.year.２０２６.item_from", None),
        ("spend.year.2026", None),
        ("safety", None),
        ("", None),
    ],
)
def test_kind_of(name: str, kind: str | None) -> None:
    """A fact's kind goes by its name; a year is four digits."""
    assert kind_of(name) == kind


def own(writing: Writing, body: str) -> None:
    """Lay a body over the rules, as it would stand in the store."""
    with writing() as work:
        work.db.execute("INSERT INTO own_policy VALUES ('own', 'acme.toml', ?)", (body,))


def test_policy_of_a_store(db: sqlite3.Connection, run: Run, writing: Writing) -> None:
    """The setting chooses, the employer's file lies on top; what it leaves out stays."""
    assert policy_of(db).name == "none"
    run("config", "set", "policy", "uk")
    assert policy_of(db).number("visits.unsolicited_max") == 3
    own(writing, '[visits.unsolicited_max]\nvalue = 2\naction = "warn"\n')
    found = policy_of(db).fact("visits.unsolicited_max")
    below = policy_named("uk").fact("visits.unsolicited_max")
    assert found
    assert below
    assert (found.value, found.action, found.layer) == (2, "warn", OWN)
    assert (found.source, found.checked_on) == (below.source, below.checked_on)
    assert [one.name for one in own_facts(policy_of(db))] == ["visits.unsolicited_max"]


def test_a_store_is_read_once(db: sqlite3.Connection) -> None:
    """The same rules are the same object: nothing is read twice in a process."""
    assert policy_of(db) is policy_of(db)


@pytest.mark.parametrize(
    "body",
    ["[visits.unsolicited_max]\naction = 'warn'\n", "[hello.world]\nvalue = 1\n"],
)
def test_what_says_nothing_here_is_left_out(
    db: sqlite3.Connection, writing: Writing, body: str
) -> None:
    """A fact without a value under this policy, or of a newer program, counts for nothing."""
    own(writing, body)
    assert policy_of(db).rows == policy_named("none").rows


@pytest.mark.parametrize("body", ["[", '{"facts"', '{"facts": 3}', "{}"])
def test_a_broken_body_is_told(
    db: sqlite3.Connection, run: Run, writing: Writing, body: str
) -> None:
    """Rules that were edited from outside are refused, never left out in silence; both ways out."""
    own(writing, body)
    with pytest.raises(BrokenOwnPolicy):
        policy_of(db)
    shown = run("config", "policy")
    assert (shown.code, shown.out) == (7, "")
    assert shown.err == (
        "Your employer's rules in the store can't be read.\n"
        "Lay the file over again: repplan config policy set FILE\n"
    )
    (found,) = [one for one in run("check", "--json").json["findings"] if one["rule"] == "policy"]
    assert (found["severity"], found["fix"]) == ("error", "repplan config policy clear")
    assert run("config", "policy", "clear").code == 0
    assert run("config", "policy").code == 0


@pytest.mark.parametrize(
    ("checked", "days", "is_old"),
    [
        ("2026-11-24", 0, False),
        ("2026-11-23", 0, True),
        ("2025-11-24", 365, False),
        ("2025-11-23", 365, True),
        ("2020-01-01", None, False),
        ("", 365, True),
        ("soon", 365, True),
    ],
)
def test_is_stale(checked: str, days: int | None, is_old: bool) -> None:
    """A source is old one day after its days are over, or where nobody says when."""
    facts = {"a": (1, "block", "a source", checked, "us")}
    if days is not None:
        facts["policy.stale_days"] = (days, "warn", "a source", "2026-11-24", "none")
    rules = Policy("us", facts)
    one = rules.fact("a")
    assert one
    assert is_stale(rules, one, TODAY) is is_old
    assert [each.name for each in stale_facts(rules, TODAY)] == ["a"] * is_old


def test_what_counts_for_nothing() -> None:
    """A limit whose period is off, and an amount in no currency, are told with what they need."""
    rules = Policy(
        "none",
        {
            "samples.max_pieces": row(4),
            "samples.max_days": row(365, "off"),
            "spend.meal_max": row(75),
            "visits.unsolicited_max": row(3),
            "visits.unsolicited_months": row(12),
        },
    )
    assert [(one.name, needed) for one, needed in idle_facts(rules)] == [
        ("samples.max_pieces", "samples.max_days"),
        ("spend.meal_max", "spend.currency"),
    ]
    assert [idle_facts(policy_named(name)) for name in POLICIES] == [[]] * len(POLICIES)


def test_what_is_off_is_never_stale() -> None:
    """Nobody need look at a source that isn't followed."""
    old = (1, "off", "a source", "2020-01-01", "us")
    stale = (365, "warn", "a source", "2026-01-01", "none")
    assert stale_facts(Policy("us", {"a": old, "policy.stale_days": stale}), TODAY) == []


def test_reading_rules_is_cheap() -> None:
    """A daily command's way to the rules imports no reader of TOML and no pydantic."""
    import subprocess

    code = (
        "import sys; from repplan.policies.load import policy_named;"
        "assert policy_named('us').number('safety.report_hours');"
        "print([name for name in ('tomllib', 'pydantic', 'sqlmodel') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout == "[]\n"
