"""The employer's own file, read and checked before it is laid over a policy.

These models are the one declaration of what a fact may say. Everything that is wrong is told at
once, each by its line; nothing is kept of a file in which anything is wrong.
"""

from __future__ import annotations

import json
import re
from datetime import date
from difflib import get_close_matches
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import (  # noqa: TID253 - only what reads the employer's file imports this
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from repplan.errors import N_, BadFile, BadWholeFile
from repplan.policies.currencies import is_currency
from repplan.policies.load import CHOICES, FACTS, kind_of, leaves, read_toml, template_of
from repplan.policies.model import ACTIONS
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

    from repplan.policies.model import Policy

MOST_BYTES = 200_000
"""A larger file is another one."""

_CURRENCY = "spend.currency"
_MOST_TOLD = 10
_SHOWN = 40
_HIGHEST = 1_000_000
_MOST_WORDS = 500

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*([^\s#=\[][^=]*?)\s*=")

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Word = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True)]


class Said(BaseModel):
    """What the file may say of any fact; what it leaves out stays as the policy has it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    action: Literal["block", "warn", "off"] | None = None
    source: Text | None = None
    checked: date | None = None


class NumberSaid(Said):
    """A count or a number of hours or days."""

    value: Annotated[int, Field(ge=0, le=_HIGHEST)] | None = None


class MoneySaid(Said):
    """An amount in the policy's currency."""

    value: Annotated[int | float, Field(ge=0, le=_HIGHEST, allow_inf_nan=False)] | None = None


class WordsSaid(Said):
    """A list of words; it takes the place of the policy's list."""

    value: Annotated[list[Word], Field(max_length=_MOST_WORDS)] | None = None


class TextSaid(Said):
    """A text, or one of a few words."""

    value: Text | None = None


class FlagSaid(Said):
    """Whether it is so."""

    value: bool | None = None


_MODELS: Mapping[str, type[Said]] = {
    "number": NumberSaid,
    "days": NumberSaid,
    "money": MoneySaid,
    "words": WordsSaid,
    "choice": TextSaid,
    "text": TextSaid,
    "currency": TextSaid,
    "flag": FlagSaid,
}


@dataclass(frozen=True)
class OwnFile:
    """The employer's file: its name, and what the store keeps of it."""

    name: str
    body: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong, and at which name of the file (empty: with the whole)."""

    path: str
    text: str


@dataclass(eq=False)
class BadPolicy(BadFile):
    """Several things in the employer's file can't be; ``problems`` are the first of them."""

    message: ClassVar[str] = N_("{file}: {count} things in this policy can't be:")
    problems: tuple[str, ...]
    count: int


def read_own(file: str, text: str, *, today: date, below: Policy) -> OwnFile:
    """Return the employer's file, checked; ``below`` is what it will be laid over.

    Raises: BadFile, BadPolicy.
    """
    if len(text.encode()) > MOST_BYTES:
        raise BadWholeFile(file, 0, 0, _("it is too long for a policy"))
    text = text.replace("\r\n", "\n")
    tree = _tree(file, text)
    problems: list[Problem] = []
    kept: dict[str, Any] = {}
    names: list[str] = []
    for name, table in _facts(tree, problems):
        said = _said(name, table, today, below, problems)
        if said is not None:
            names.append(name)
            _keep(kept, name, {"source": file, "checked": today.isoformat(), **said})
    problems.extend(_of_other_money(kept, below))
    if not problems and not names:
        problems.append(Problem("", _("there is no fact in it")))
    if problems:
        raise _told(file, text, problems)
    body = json.dumps({"file": text, "facts": kept}, ensure_ascii=False)
    return OwnFile(file, body, tuple(names))


def _of_other_money(kept: Mapping[str, Any], below: Policy) -> Iterator[Problem]:
    """Yield what is wrong where amounts of the policy would be read in the file's own currency."""
    own = dict(leaves(kept))
    said, known = own.get(_CURRENCY, {}).get("value"), below.text(_CURRENCY)
    if not said or not known or said == known:
        return
    given = {name for name, it in own.items() if "value" in it or it.get("action") == "off"}
    missing = []
    for one in below.every():
        plain = template_of(one.name).replace(".year.*", "")
        is_given = one.name in given or plain in given
        if kind_of(one.name) == "money" and one.is_in_force and not is_given:
            missing.append(one.name)
    if missing:
        text = _(
            "the policy's amounts are in {known}: give {names} in {said} too, or switch them off"
        )
        names = ", ".join(missing)
        yield Problem(f"{_CURRENCY}.value", text.format(known=known, names=names, said=said))


def _tree(file: str, text: str) -> Mapping[str, Any]:
    try:
        return read_toml(text)
    except ValueError as error:
        # tomllib tells the place as text alone.
        said = str(error)
        at = _AT.search(said)
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        column = int(at[2]) if at and at[2] else 1
        problem = _("this can't be read as TOML: {problem}")
        raise BadFile(file, line, column, problem.format(problem=_AT.sub("", said))) from None


def _facts(
    tree: Mapping[str, Any], problems: list[Problem], above: str = ""
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and table of each fact that is known; the rest are problems."""
    for key, said in tree.items():
        name = f"{above}{key}"
        if kind_of(name) and isinstance(said, dict):
            yield name, said
        elif kind_of(name):
            plain = _("write it as a table: [{name}], and below it value = {value}")
            problems.append(Problem(name, plain.format(name=name, value=_shown(said))))
        elif _is_room(name) and isinstance(said, dict):
            yield from _facts(said, problems, f"{name}.")
        else:
            # A room that is misspelt is told by the facts in it.
            inside = [fact for fact, _said in leaves({key: said}, above)] or [name]
            problems.extend(Problem(fact, _unknown(fact)) for fact in inside)


def _is_room(name: str) -> bool:
    return any(fact.startswith(f"{template_of(name)}.") for fact in FACTS)


def _unknown(name: str) -> str:
    meant = template_of(name)
    near = get_close_matches(meant, FACTS, n=1, cutoff=0.5)
    if near:
        text = _("there is no fact “{name}”: did you mean “{near}”?")
        year = name.split(".")[2] if "*" in meant else "2026"
        return text.format(name=name[:_SHOWN], near=near[0].replace("*", year))
    text = _("there is no fact “{name}”; see them all: repplan config policy show")
    return text.format(name=name[:_SHOWN])


def _said(
    name: str, table: Mapping[str, Any], today: date, below: Policy, problems: list[Problem]
) -> dict[str, Any] | None:
    """Return what the file says of a fact, as JSON can hold it; None: something is wrong."""
    kind = kind_of(name) or ""
    try:
        said = _MODELS[kind].model_validate(table)
    except ValidationError as errors:
        for one in errors.errors(include_url=False):
            where = ".".join((name, str(one["loc"][0])))
            problems.append(Problem(where, _fault(kind, one)))
        return None
    found = said.model_dump(mode="json", exclude_none=True)
    problem = _beyond_form(name, kind, found, today)
    if not problem and "value" not in found and below.known(name) is None:
        text = _("“value” is missing: the policy “{policy}” has none for this fact")
        problem = ("", text.format(policy=below.name))
    if not problem and not found:
        problem = ("", _("there is nothing in it: give value, action, source or checked"))
    if problem:
        problems.append(Problem(".".join(filter(None, (name, problem[0]))), problem[1]))
        return None
    return found


def _beyond_form(
    name: str, kind: str, found: Mapping[str, Any], today: date
) -> tuple[str, str] | None:
    """Return the key and what is wrong with it, where the form alone is right."""
    if found.get("checked", "") > today.isoformat():
        text = _("{day} is still to come: nobody has checked it then")
        return "checked", text.format(day=found["checked"])
    value = found.get("value")
    if kind == "currency" and value and not is_currency(value):
        text = _("there is no currency “{code}”: write it like USD, EUR, GBP, CNY")
        return "value", text.format(code=value[:_SHOWN])
    if kind == "choice" and value and value not in CHOICES[name]:
        return "value", _one_of(value, CHOICES[name])
    return None


def _one_of(said: object, choices: tuple[str, ...]) -> str:
    text = _("{said} can't stand here. Use one of: {choices}.")
    return text.format(said=_shown(said), choices=", ".join(choices))


def _fault(kind: str, error: ErrorDetails) -> str:
    """Return what is wrong with one key, in our words."""
    key, said, what = str(error["loc"][0]), error["input"], error["type"]
    if what == "extra_forbidden":
        known = ("value", "action", "source", "checked")
        near = get_close_matches(key, known, n=1)
        text = _("there is no field “{name}” here; the fields are: {names}")
        if near:
            text = _("there is no field “{name}” here: did you mean “{near}”?")
        near_word = near[0] if near else ""
        return text.format(name=key[:_SHOWN], near=near_word, names=", ".join(known))
    if key == "action":
        return _one_of(said, ACTIONS)
    if key == "checked":
        text = _("{said} is no day: write it like 2026-12-31, without quotes")
    elif key == "source":
        text = _("{said} can't be a source: write a text in quotes")
    elif kind == "words" and len(error["loc"]) > 1:
        text = _("{said} can't stand in the list: a word in quotes is needed")
    else:
        text = _needed(kind)
    return text.format(said=_shown(said))


def _needed(kind: str) -> str:
    """Return what the value of a kind of fact has to be."""
    match kind:
        case "number" | "days":
            return _("{said} can't stand here: a whole number from 0 is needed")
        case "money":
            return _("{said} can't stand here: an amount from 0 is needed, like 13.82")
        case "words":
            return _('{said} can\'t stand here: a list is needed, like ["one", "two"]')
        case "flag":
            return _("{said} can't stand here: true or false is needed")
        case _text:
            return _("{said} can't stand here: a text in quotes is needed")


def _shown(said: object) -> str:
    text = json.dumps(said, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def _keep(kept: dict[str, Any], name: str, said: Mapping[str, Any]) -> None:
    *rooms, last = name.split(".")
    for room in rooms:
        kept = kept.setdefault(room, {})
    kept[last] = said


def _told(file: str, text: str, problems: list[Problem]) -> BadFile:
    """Return the error of these problems, in the order of the file."""
    places = _places(text)
    placed = sorted({(*_place(places, one.path), one.text) for one in problems})
    line, column, problem = placed[0]
    if len(placed) == 1:
        return BadFile(file, line, column, problem)
    where = _("line {line}, column {column}: {problem}")
    told = [
        where.format(line=at, column=near, problem=one) for at, near, one in placed[:_MOST_TOLD]
    ]
    if len(placed) > len(told):
        told.append(_("and {count} more").format(count=len(placed) - len(told)))
    return BadPolicy(file, line, column, problem, tuple(told), len(placed))


def _places(text: str) -> dict[str, tuple[int, int]]:
    """Return where each table and key of a file begins: line and column, from 1."""
    found: dict[str, tuple[int, int]] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _plain(header[1])
            found.setdefault(table, (number, header.start(1) + 1))
        elif key := _KEY.match(line):
            name = ".".join(filter(None, (table, _plain(key[1]))))
            found.setdefault(name, (number, key.start(1) + 1))
    return found


def _plain(name: str) -> str:
    return re.sub(r"""\s|["']""", "", name)


def _place(places: Mapping[str, tuple[int, int]], path: str) -> tuple[int, int]:
    """Return where a name stands; where it has no line of its own, that of what is around it."""
    while path:
        if path in places:
            return places[path]
        inside = [at for name, at in places.items() if name.startswith(f"{path}.")]
        if inside:
            return min(inside)
        path = path.rpartition(".")[0]
    return 1, 1
