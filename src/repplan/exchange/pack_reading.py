"""A pack read from its bytes: all that is wrong with it told at once, each by its line."""

from __future__ import annotations

from difflib import get_close_matches
from gettext import gettext as _
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ValidationError  # noqa: TID253 - only what reads a pack imports this

from repplan.errors import N_, BadFile
from repplan.exchange.pack import (
    FAULT,
    Audience,
    CoverageLine,
    Depths,
    MaterialPart,
    MessagePart,
    NewsPart,
    ObjectionPart,
    Pack,
    ProductPart,
)
from repplan.exchange.pack_tree import Node, Problem, Unreadable, decoded, read_tree
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic_core import ErrorDetails

MOST_TOLD = 10

_FIELDS: dict[tuple[str, ...], type[BaseModel]] = {
    (): Pack,
    ("products",): ProductPart,
    ("products", "coverage"): CoverageLine,
    ("messages",): MessagePart,
    ("messages", "audience"): Audience,
    ("messages", "text"): Depths,
    ("objections",): ObjectionPart,
    ("materials",): MaterialPart,
    ("news",): NewsPart,
}
"""Path without its numbers → what stands there."""


@dataclass(eq=False)
class BadPack(BadFile):
    """Several things in a pack can't be; ``problems`` are the first, each with its place."""

    message: ClassVar[str] = N_("{file}: {count} things in this pack can't be:")
    problems: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Read:
    """A pack that may be taken in, and where its parts stand in the file."""

    pack: Pack
    tree: Node

    def line(self, *path: str | int) -> int:
        """Return the line on which a part begins."""
        return self.tree.place(path)[0]


def read_pack(
    file: str, content: bytes, *, today: str, ours: Iterable[str], is_dated_ahead: bool = False
) -> Read:
    """Return the pack in these bytes; ``ours`` are the names of products that are there already.

    ``is_dated_ahead``: news may be of a day to come, as in a demo that begins before them.

    Raises: BadFile, BadPack.
    """
    try:
        tree, problems = read_tree(decoded(content))
    except Unreadable as error:
        raise _told(file, [error.problem]) from None
    if not isinstance(tree.value, dict):
        begin = _("a pack begins with its name: “pack: name”")
        raise _told(file, problems or [Problem(tree.line, tree.column, begin)])
    pack = None
    known = {"today": today, "published_by": None if is_dated_ahead else today}
    try:
        pack = Pack.model_validate(tree.plain(), context=known)
    except ValidationError as errors:
        problems += [_problem(tree, one) for one in errors.errors(include_url=False)]
    problems += _doubles(tree)
    problems += _strangers(tree, ours)
    if pack and not (
        pack.products or pack.messages or pack.objections or pack.materials or pack.news
    ):
        problems.append(Problem(tree.line, tree.column, _("there is nothing in this pack")))
    if problems or pack is None:
        raise _told(file, problems)
    return Read(pack, tree)


def _told(file: str, problems: Iterable[Problem]) -> BadFile:
    """Return the error of these problems, in the order of the file; each place is told once."""
    placed: dict[tuple[int, int, str], Problem] = {}
    for one in sorted(problems, key=lambda each: (each.line, each.column)):
        placed.setdefault((one.line, one.column, one.text), one)
    first, *others = placed.values()
    if not others:
        return BadFile(file, first.line, first.column, first.text)
    where = _("line {line}, column {column}: {problem}")
    told = [
        where.format(line=one.line, column=one.column, problem=one.text)
        for one in (first, *others)[:MOST_TOLD]
    ]
    more = len(placed) - len(told)
    if more:
        told.append(_("and {count} more").format(count=more))
    return BadPack(file, first.line, first.column, first.text, tuple(told), len(placed))


def _problem(tree: Node, error: ErrorDetails) -> Problem:
    path = tuple(step for step in error["loc"] if step != "[key]")
    of_name = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    line, column = tree.place(path, of_name=of_name)
    return Problem(line, column, _fault(path, error))


def _fault(path: Sequence[str | int], error: ErrorDetails) -> str:
    """Return what is wrong, in our words; ``path`` ends with the field."""
    name = str(path[-1]) if path else ""
    facts: dict[str, Any] = error.get("ctx") or {}
    kind, said = error["type"], error["input"]
    if kind == FAULT:
        return str(facts["text"])
    if kind == "extra_forbidden":
        return _unknown(path)
    if said is None and isinstance(path[-1], int):
        return _("an entry with nothing in it")
    if kind == "missing" or said is None:
        if name == "limitation":
            return _("“limitation” is missing. No limitation, no message.")
        return _("“{name}” is missing").format(name=name)
    if kind == "string_type":
        return _("one text is needed here, not a list or fields")
    if kind == "list_type":
        return _("a list is needed here: each entry on a line of its own behind “- ”")
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return _("fields are needed here, each as “name: text”")
    if kind == "string_too_long":
        much = _("the text is too long: {count} characters, {most} at most")
        return much.format(count=f"{len(str(said)):,}", most=f"{facts['max_length']:,}")
    if kind == "too_long":
        many = _("too many: {count}, {most} at most")
        return many.format(count=facts["actual_length"], most=facts["max_length"])
    if kind == "string_pattern_mismatch":
        return _misformed(name, str(said))
    return str(error["msg"])


def _misformed(name: str, said: str) -> str:
    match name:
        case "version":
            text = _("“{said}” is no version: write numbers parted by dots, like 1.10")
        case "code":
            text = _("“{said}” is no code: up to 60 characters without blanks, like renal-75")
        case _other:
            text = _("“{said}” is no language: write it like en, zh_CN")
    return text.format(said=said[:40])


def _unknown(path: Sequence[str | int]) -> str:
    """Return that nothing is called so there, with the nearest name, or all there are."""
    above = tuple(str(step) for step in path[:-1] if not isinstance(step, int))
    fields = _FIELDS[above].model_fields
    names = [one.alias or name for name, one in fields.items()]
    near = get_close_matches(str(path[-1]), names, n=1)
    if near:
        text = _("there is no field “{name}” here: did you mean “{near}”?")
        return text.format(name=str(path[-1])[:40], near=near[0])
    text = _("there is no field “{name}” here; the fields are: {names}")
    return text.format(name=str(path[-1])[:40], names=", ".join(names))


def _doubles(tree: Node) -> Iterator[Problem]:
    """Yield what stands in the file twice: products by name, the rest by code, payers."""
    yield from _repeated(tree, [("products", "name")], by=fold)
    yield from _repeated(tree, [("messages", "code")])
    yield from _repeated(tree, [("objections", "code")])
    yield from _repeated(tree, [("materials", "code"), ("news", "code")])
    for one in _items(tree, "products"):
        seen: dict[tuple[str, str], int] = {}
        for line in _items(one, "coverage"):
            payer, begin = line.at(("payer",)), line.at(("from",))
            if payer is None or not isinstance(payer.value, str):
                continue
            key = (fold(payer.value), str(begin.value) if begin else "")
            if key in seen:
                yield _double(payer, seen[key])
            seen.setdefault(key, payer.line)


def _repeated(tree: Node, lists: Sequence[tuple[str, str]], by: Any = str) -> Iterator[Problem]:  # noqa: ANN401 - a function of a text
    seen: dict[str, int] = {}
    for group, name in lists:
        for item in _items(tree, group):
            one = item.at((name,))
            if one is None or not isinstance(one.value, str):
                continue
            if by(one.value) in seen:
                yield _double(one, seen[by(one.value)])
            seen.setdefault(by(one.value), one.line)


def _double(one: Node, first: int) -> Problem:
    text = _("“{name}” stands here twice, first in line {line}")
    return Problem(one.line, one.column, text.format(name=str(one.value)[:40], line=first))


def _strangers(tree: Node, ours: Iterable[str]) -> Iterator[Problem]:
    """Yield each product that neither the pack nor the store has, with the nearest that is."""
    here = {_text(one, "name"): _text(one, "name") for one in _items(tree, "products")}
    known = {fold(name): name for name in (*here, *ours) if name}
    for group in ("messages", "objections", "materials", "news"):
        for item in _items(tree, group):
            said = item.at(("product",))
            if said is None or not isinstance(said.value, str) or fold(said.value) in known:
                continue
            near = get_close_matches(fold(said.value), known, n=1)
            text = _("“{name}” is no product of this pack, nor one of yours")
            if near:
                text = _("“{name}” is no product of this pack, nor one of yours: “{near}”?")
            told = text.format(name=said.value[:40], near=known[near[0]] if near else "")
            yield Problem(said.line, said.column, told)


def _items(tree: Node, name: str) -> Iterator[Node]:
    found = tree.at((name,))
    if found is not None and isinstance(found.value, list):
        yield from (one for one in found.value if isinstance(one.value, dict))


def _text(node: Node, name: str) -> str:
    found = node.at((name,))
    return found.value if found is not None and isinstance(found.value, str) else ""
