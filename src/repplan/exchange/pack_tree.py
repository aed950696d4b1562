"""A small, strict YAML: texts, lists and fields, each with the line it stands on.

Read event by event, so nothing is ever built but texts, lists and dictionaries, and every text
stays what was typed: 1.10 is no number, no is no falsehood. What could hide something or blow up
(anchors, aliases, tags, merged or doubled keys, a second document) is refused by its place.
"""

from __future__ import annotations

import re
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import yaml  # noqa: TID253 - only what reads a pack imports this

from repplan.records import dataclass, field
from repplan.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES = 2_000_000
DEEPEST = 20
MOST_NODES = 100_000
"""Texts, lists and groups of fields that a file may have: far more than people read."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is built in: ten times as fast, the same events."""

Plain = str | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True)
class Problem:
    """What is wrong at one place of a file; line and column count from 1."""

    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Node:
    """A text (None: nothing stands there), a list, or fields by name, and where it begins.

    ``keys`` is where each field's name stands.
    """

    line: int
    column: int
    value: str | list[Node] | dict[str, Node] | None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Plain:
        """Return it as texts, lists and dictionaries alone."""
        if isinstance(self.value, dict):
            return {name: one.plain() for name, one in self.value.items()}
        if isinstance(self.value, list):
            return [one.plain() for one in self.value]
        return self.value

    def at(self, path: Sequence[str | int]) -> Node | None:
        """Return what stands at a path; None: nothing does."""
        node: Node | None = self
        for step in path:
            if node is None:
                return None
            if isinstance(node.value, dict):
                node = node.value.get(str(step))
            elif isinstance(node.value, list) and isinstance(step, int):
                node = node.value[step] if step < len(node.value) else None
            else:
                return None
        return node

    def place(self, path: Sequence[str | int], *, of_name: bool = False) -> tuple[int, int]:
        """Return line and column of what stands at a path, or of the nearest that holds it.

        ``of_name``: of the field's name rather than of what is behind it.
        """
        node, place = self, (self.line, self.column)
        for number, step in enumerate(path):
            is_last = number == len(path) - 1
            below = node.at((step,))
            if below is None:
                return place
            place = (below.line, below.column)
            if str(step) in node.keys and ((is_last and of_name) or below.value is None):
                place = node.keys[str(step)]
            node = below
        return place


class Unreadable(Exception):
    """Nothing behind this place can be read."""

    def __init__(self, problem: Problem) -> None:
        """``problem`` says where, and why."""
        super().__init__(problem.text)
        self.problem = problem


def decoded(content: bytes) -> str:
    """Return a file's text. Raises: Unreadable (too large, not UTF-8, what can't be seen)."""
    if len(content) > MOST_BYTES:
        line = content.count(b"\n", 0, MOST_BYTES) + 1
        size = _("a pack has 2 MB at most: on this line it grows larger")
        raise Unreadable(Problem(line, 1, size))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode(errors="replace")) + 1
        problem = _("this is not UTF-8: save the file as UTF-8")
        raise Unreadable(Problem(line, column, problem)) from None
    found = _UNSEEN.search(text)
    if found:
        before_it = text[: found.start()]
        line, column = before_it.count("\n") + 1, len(before_it.rpartition("\n")[2]) + 1
        unseen = _("a character that can't be seen (U+{code}): take it out")
        raise Unreadable(Problem(line, column, unseen.format(code=f"{ord(found[0]):04X}")))
    return text


def read_tree(text: str) -> tuple[Node, list[Problem]]:
    """Return the one document of a text, and what may not stand in it, in order.

    Raises: Unreadable where it isn't YAML at all, is too deep, or has too much in it.
    """
    reader = _Reader(text)
    try:
        return reader.document(), reader.problems
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark or error.context_mark)
        # The end of a text may be said to stand on the line after its last.
        there = "".join(text.split("\n")[line - 1 : line])[column - 1 : column]
        fault = _fault(str(error.problem or ""), there)
        raise Unreadable(Problem(line, column, fault)) from None
    except yaml.YAMLError as error:
        raise Unreadable(Problem(1, 1, _fault(str(error).partition("\n")[0], ""))) from None


def _fault(said: str, there: str) -> str:
    """Return what the parser says, in words for the slips that people make.

    ``there`` is the character that stopped it.
    """
    if "mapping values are not allowed" in said:
        return _("a text with a colon in it: put the text in quotes")
    if "cannot start any token" in said and there == "\t":
        return _("a tab: indent with blanks")
    if "cannot start any token" in said and there:
        quote = _("a text can't begin with “{character}”: put the text in quotes")
        return quote.format(character=there)
    return _("this can't be read as YAML ({said})").format(said=said)


def _place(mark: Any) -> tuple[int, int]:  # noqa: ANN401 - libyaml's mark and PyYAML's are two classes
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _is_plain(event: yaml.Event) -> bool:
    """Whether a text stands without quotes; libyaml's style is then empty, PyYAML's is None."""
    return not getattr(event, "style", None)


class _Reader:
    """Turns events into nodes; goes on behind what may not be, so that all of it is told."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._count = 0
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """Return the document; an empty file is one with nothing in it."""
        next(self._events)  # the stream begins
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            return Node(1, 1, None)
        node = self._node(next(self._events), 1)
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(after, _("a second document (---): a file holds one pack"))
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line, column = _place(event.start_mark)
        self._count += 1
        if self._count > MOST_NODES:
            raise Unreadable(Problem(line, column, _("there is too much in this file")))
        if depth > DEEPEST:
            problem = _("more than {most} levels deep").format(most=DEEPEST)
            raise Unreadable(Problem(line, column, problem))
        self._refuse_tricks(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, column, list(self._items(depth)))
        if isinstance(event, yaml.MappingStartEvent):
            fields, keys = self._fields(depth)
            return Node(line, column, fields, keys)
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, column, self._text(event))
        return Node(line, column, None)  # an alias, which has been refused

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _fields(self, depth: int) -> tuple[dict[str, Node], dict[str, tuple[int, int]]]:
        fields: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(name.value, str):
                self._refuse(event, _("a field's name is one word"))
            elif name.value == "<<" and _is_plain(event):
                self._refuse(event, _("no merged fields (<<): write them out"))
            elif name.value in fields:
                twice = _("“{name}” stands here twice, first in line {line}")
                first = keys[name.value][0]
                self._refuse(event, twice.format(name=name.value, line=first))
            else:
                fields[name.value], keys[name.value] = value, (name.line, name.column)
        return fields, keys

    def _text(self, event: yaml.ScalarEvent) -> str | None:
        said: str = event.value
        if _is_plain(event) and said in _NOTHING:
            return None
        text = clean(said).strip()
        if text.count("\ufffd") > said.count("\ufffd"):
            self._refuse(event, _("a character that can't be seen: take it out"))
        return text or None

    def _refuse_tricks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, _("no aliases (*): write it out"))
        elif getattr(event, "anchor", None):
            self._refuse(event, _("no anchors (&): write it out where it is needed"))
        if getattr(event, "tag", None):
            self._refuse(event, _("no tags (!): all there is are texts, lists and fields"))

    def _refuse(self, event: yaml.Event, text: str) -> None:
        self.problems.append(Problem(*_place(event.start_mark), text))
