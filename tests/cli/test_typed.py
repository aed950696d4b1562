"""A line up to the cursor: which parameter the word belongs to, read from the commands."""

from __future__ import annotations

import shlex

import pytest

from repplan.cli.app import COMMANDS, GROUPS, load
from repplan.cli.typed import Answer, answer, completer_of, global_options
from tests.house.tree import assert_none


def words(line: str, text: str = "") -> list[str]:
    """Return the words that the one being typed may become."""
    found = answer(shlex.split(line), text, "en")
    return [found.prefix + one.word for one in found.offers]


@pytest.mark.parametrize(
    ("line", "text", "some"),
    [
        ("", "", ["due", "brief", "log"]),
        ("", "pro", ["provider", "product"]),
        ("provider", "", ["add", "show", "list", "edit", "retire"]),
        ("provider", "re", ["retire"]),
        ("--store x.db provider", "re", ["retire"]),
        ("provider --store=x.db", "re", ["retire"]),
        ("--lang zh_CN", "fi", ["find"]),
        ("nobody", "", []),
        ("provider nobody", "", []),
        ("", "--l", ["--lang"]),
        ("", "-", ["--help", "--store", "--lang"]),
        ("--lang", "", ["en", "zh_CN"]),
        ("due", "--lang=z", ["--lang=zh_CN"]),
        ("provider list --tier", "", ["A", "B", "C", "D"]),
        ("provider list --tier", "b", ["B"]),
        ("provider list", "--tier=", ["--tier=A", "--tier=B", "--tier=C", "--tier=D"]),
        ("provider edit patel --role", "nu", ["nurse practitioner", "nurse"]),
        ("log patel --outcome", "", ["seen", "brief", "staff", "no-see", "cancelled"]),
        ("log patel --channel", "p", ["phone"]),
        ("account list --kind", "hosp", ["hospital"]),
        ("objective list --kind", "", ["deliver", "answer", "learn", "win"]),
        ("provider list", "--ti", ["--tier"]),
        ("provider list --tier A", "--ti", []),
        ("log patel --with x", "--wi", ["--with"]),
        ("due", "promis", ["promises"]),
        ("completion", "", ["bash", "zsh", "fish", "powershell"]),
        ("completion zsh", "", ["--install", "--json"]),
        ("check", "", ["--fix", "--json"]),
        ("config policy", "", ["show", "check", "set", "clear", "use"]),
        ("config policy use", "", ["none", "us", "uk", "eu", "cn"]),
        ("config policy use", "c", ["cn"]),
        ("", "pl", ["plan"]),
        ("plan", "", ["day", "week", "mend", "show"]),
        ("plan mend", "--a", ["--at", "--accept", "--all"]),
        ("plan show", "--pin", []),
        ("plan day --accept", "--mo", ["--move", "--most"]),
        ("plan week", "--ni", ["--night"]),
        ("check --", "--", []),
        ("provider list --", "--ti", []),
    ],
)
def test_what_may_stand_there(line: str, text: str, some: list[str]) -> None:
    """Commands, groups, options, values of closed lists: in the order of the program."""
    assert words(line, text)[: len(some)] == some
    assert some or not words(line, text)


@pytest.mark.parametrize(
    ("line", "text", "prefix"),
    [
        ("--store", "x", ""),
        ("due --store", "", ""),
        ("", "--store=x", "--store="),
        ("log --inbox", "", ""),
        ("log", "--inbox=vis", "--inbox="),
        ("import csv", "", ""),
        ("import nppes", "npi", ""),
        ("config policy set", "acme", ""),
        ("plan day --matrix", "my", ""),
        ("plan week --to", "w", ""),
        ("plan show", "--to=w", "--to="),
    ],
)
def test_files_are_the_shells_business(line: str, text: str, prefix: str) -> None:
    """Where a file's name belongs, the answer says so, and what stands before it in the word."""
    assert answer(shlex.split(line), text, "en") == Answer((), has_files=True, prefix=prefix)


def test_options_come_with_their_help() -> None:
    """An option's help is the program's own, as plain text."""
    (one,) = answer(["provider", "list"], "--tier", "en").offers
    assert one.help == "A, B, C or D"


@pytest.mark.parametrize("text", ["-", "--"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_completes(name: str, text: str) -> None:
    """Of each command, every option that is shown in its help is offered."""
    offered = set(words(name, text))
    assert_none(
        option
        for parameter in load(name).params
        if parameter.param_type_name == "option"
        for option in [*parameter.opts, *parameter.secondary_opts]
        if option.startswith(text) and option not in offered
    )


FREE = {
    "provider add name", "account add name", "product add name", "material add title",
    "inquiry add question", "inquiry answer text", "note add text", "note check text",
    "objective add text", "followup add text",
    "sample receive quantity", "sample drop quantity", "sample return quantity",
    "sample lose quantity", "sample transfer quantity", "sample count found", "sample adjust by",
    "spend add amount", "timeoff add first", "timeoff add last", "timeoff holidays country",
    "plan day on", "plan week on", "plan show on",
}  # fmt: skip
"""Arguments that are the rep's own words: nothing in the store is like them."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_record_that_is_asked_for_completes(name: str) -> None:
    """An argument that means a record, or a closed list, has something to complete to."""
    assert_none(
        f"{name} {parameter.name}: give it an autocompletion of cli/complete.py"
        for parameter in load(name).params
        if parameter.param_type_name == "argument"
        and parameter.type.name not in {"path", "file", "filename"}
        and f"{name} {parameter.name}" not in FREE
        and completer_of(name, parameter) is None
    )


def test_groups_are_all_there() -> None:
    """Every group offers its commands."""
    for group in GROUPS:
        assert words(group) == [
            name.removeprefix(f"{group} ") for name in COMMANDS if name.startswith(f"{group} ")
        ]


def test_global_options_are_found_anywhere() -> None:
    """``--store`` and ``--lang`` count before and behind the command, in both forms, not behind --."""
    line = ["--store", "a.db", "due", "--lang=zh_CN", "--", "--store", "b.db"]
    assert global_options(line) == {"--store": "a.db", "--lang": "zh_CN"}
