"""What is measured: the commands of a day, each with its bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench import words
from bench.knowledge import MAP_ACCOUNT
from bench.stores import SUBJECT, SUBJECT_ZH

if TYPE_CHECKING:
    from collections.abc import Mapping

READING, WRITING, MAP, GROWTH = 1.3, 1.6, 2.0, 1.2
"""Bounds: × hello of a command that reads, of one that writes, of a map of 200 people; × its own
figure on the small store where the store is large."""

_NOTE = (
    "likes the once-daily tablet, wants it for older patients; > send the dosing table by fri; "
    "< pulls the list of dialysis patients; ? when does the registry report; # Cardexa ++; "
    "c: cost under part D; ~ 2w"
)
_NOTE_ZH = "对数据比较认可; > 周五前发肾功能剂量表; < 下周三给患者名单; ? 医保什么时候能报; ~ 2周"


@dataclass(frozen=True)
class Case:
    """One measured command line. ``env`` is added to the environment."""

    name: str
    argv: tuple[str, ...]
    bound: float = READING
    env: Mapping[str, str] = field(default_factory=dict)
    is_writing: bool = False
    on_terminal: bool = False
    is_small_only: bool = False
    at_default_place: bool = False


_TAB = {"_REPPLAN_COMPLETE": "bash", "COMP_TYPE": "9", "COMP_WORDBREAKS": " \t\n\"'@><=;|&(:"}
"""What bash hands over at a Tab, beside the line."""


CASES = (
    Case("due", ("due",)),
    Case("brief", ("brief",)),
    Case("brief NAME", ("brief", SUBJECT.lower())),
    Case("brief 姓名", ("brief", SUBJECT_ZH), env={"REPPLAN_LANG": "zh_CN"}),
    Case("can NAME", ("can", SUBJECT.lower())),
    Case("drill --json", ("drill", "--json")),
    Case("map, 200 people", ("map", MAP_ACCOUNT), MAP, on_terminal=True),
    Case("find, common word", ("find", words.COMMON)),
    Case("find, rare word", ("find", words.RARE)),
    Case("find, Chinese", ("find", words.CHINESE), env={"REPPLAN_LANG": "zh_CN"}),
    Case("find, a name begun", ("find", SUBJECT[:4].lower())),
    Case("Tab: command", ("repplan br",), env=_TAB),
    Case("Tab: name", ("repplan brief oko",), env=_TAB),
    Case("Tab: any name", ("repplan log ",), env=_TAB),
    Case("Tab: promise", ("repplan done ",), env=_TAB),
    Case("log", ("log", SUBJECT.lower(), _NOTE), WRITING, is_writing=True),
    Case("log 姓名", ("log", SUBJECT_ZH, _NOTE_ZH), WRITING, is_writing=True),
    Case("log NAME, one word", ("log", SUBJECT.lower(), "busy"), WRITING, is_writing=True),
    Case("done", ("done", SUBJECT.lower(), "table"), WRITING, is_writing=True),
    Case("due on a terminal", ("due",), on_terminal=True),
    Case("brief on a terminal", ("brief",), on_terminal=True),
    Case("due, usual place", ("due",), is_small_only=True, at_default_place=True),
)
