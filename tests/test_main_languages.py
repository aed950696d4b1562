"""The daily commands, whole, in both languages: what they answer, refuse and explain.

Each case is a session on a fresh copy of the demo territory; what it wrote stands in
``tests/snapshots/LANGUAGE/NAME.txt``. ``REPPLAN_SNAPSHOTS=write`` writes these files anew: read
what changed before you keep it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repplan import i18n
from repplan.clock import Clock
from repplan.exchange.pack_flow import load_pack
from repplan.ids import Ids
from repplan.text import width
from repplan.upkeep.demo.build import build_demo
from tests.conftest import WORLD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conftest import Result, Run

SNAPSHOTS = Path(__file__).parent / "snapshots"
LANGUAGES = ("en", "zh_CN")
MORNING = "2026-11-24T07:10:00-06:00"
EVENING = "2026-11-24T17:40:00-06:00"
COMMANDS = (
    "", "init", "demo", "due", "brief", "log", "done", "snooze", "find", "undo", "plan day",
    "plan week", "plan mend", "plan show",
)  # fmt: skip
"""Whose help is shown; empty: that of the program itself."""


@dataclass(frozen=True)
class Case:
    """A session: what is typed, line by line, in each language."""

    name: str
    en: tuple[str, ...]
    zh_CN: tuple[str, ...]  # noqa: N815 - the language's name
    now: str = MORNING
    has_store: bool = True

    def lines(self, language: str) -> tuple[str, ...]:
        """Return what is typed by a rep of this language."""
        return self.en if language == "en" else self.zh_CN


def same(name: str, *lines: str, now: str = MORNING, has_store: bool = True) -> Case:
    """Return a case whose lines are the same in both languages."""
    return Case(name, lines, lines, now, has_store)


A_NOTE = (
    'log patel "Read the table twice; d: renal dosing table; > registry one-pager by fri; '
    "? when is the registry out; < names one patient by 15 dec; # Cardexa +; ! price; "
    '+ copay card; r: partly two in mind; c: falls; agreed: try two; me: hesitant; ~ 2w"'
)
A_CHINESE_NOTE = (
    'log 王建国 "看了剂量表;已办:肾功能剂量表;承诺:登记研究单页 周五前;问:登记研究什么时候出;'
    "对方:12月15日前定科会日期;产品:泽康平 认可;异议:太贵;价值:讲了医保;"
    '目标:部分 日期未定;关注:跌倒;共识:先用两例;观察:有点犹豫;下次:2周"'
)
"""A line of ``log`` with every mark."""

CASES = (
    Case(
        "plan",
        (
            "plan day",
            "plan day --pin amy",
            "plan day --pin ruiz@10:00",
            "plan week --why",
            "plan day --accept",
            "plan show",
            "undo",
            "timeoff add fri --what vacation",
            "plan week",
        ),
        (
            "plan day",
            "plan day --pin 何立@10:00",
            "plan day --skip 王建国",
            "plan week --why",
            "plan day --accept",
            "plan show",
            "undo",
            "timeoff add 周五 --what 年假",
            "plan week",
        ),
    ),
    same(
        "plan-mend",
        "plan day --accept",
        "plan mend --at 11:20",
        "plan mend --accept",
        "plan mend --accept",
        now="2026-11-24T11:05:00-06:00",
    ),
    same("plan-after-hours", "plan mend", "plan day today", "plan day monday", now=EVENING),
    Case(
        "init",
        ('init --name "Kim Tan" --yes', "due", "init --yes"),
        ("init --name 沈一 --yes", "due", "init --yes"),
        has_store=False,
    ),
    same("demo", "demo", "demo", has_store=False),
    same("due", "due"),
    same("due-evening", "due", now=EVENING),
    Case("due-group", ("due they", "due cold --all"), ("due 等他", "due 变冷 --all")),
    same("due-all", "due --all"),
    Case("due-why", ("due --why patel",), ("due --why 王建国",)),
    same("brief", "brief"),
    Case("brief-who", ("brief patel", "brief sand"), ("brief 王主任", "brief 孙莉")),
    same("brief-day", "brief --day"),
    Case(
        "log",
        (A_NOTE,),
        (A_CHINESE_NOTE,),
        now="2026-11-24T09:30:00-06:00",
    ),
    Case(
        "log-no-see",
        ('log okafor --outcome no-see --channel phone "in the cath lab"',),
        ('log 周一鸣 --outcome 没见到 --channel 电话 "手术台上"',),
        now=EVENING,
    ),
    Case(
        "log-unclear",
        ('log patel "I\'ll send the paper" --dry-run', 'log patel "I\'ll send the paper" --yes'),
        ("log 王建国 我会发文献给他 --dry-run", "log 王建国 我会发文献给他 --yes"),
        now=EVENING,
    ),
    Case(
        "done",
        ('done brandt copay --proof "in her drawer"', "done patel renal"),
        ("done 周一鸣 指南解读 --proof 放在护士站", "done 王建国 剂量表"),
    ),
    Case(
        "snooze",
        ("snooze moss article next mon --because congress", "snooze ruiz 2w"),
        ("snooze 陈芳 专家 下周一 --because 开会", "snooze 何立 两周"),
    ),
    Case("find", ("find dialysis", "find nowhere"), ("find 透析", "find 没有的")),
    Case(
        "undo",
        ("done brandt copay", "undo", "undo", "undo --list --limit 4"),
        ("done 周一鸣 指南解读", "undo", "undo", "undo --list --limit 4"),
    ),
    Case(
        "undo-changed",
        (
            "provider edit patel --tier B",
            "provider edit patel --tier C --likes brief",
            "undo {first}",
        ),
        (
            "provider edit 王建国 --tier B",
            "provider edit 王建国 --tier C --likes 简短",
            "undo {first}",
        ),
    ),
    same("no-store", "due", "brief", "undo", has_store=False),
    Case("unknown", ("brief patle", "done nobody"), ("brief 王见国", "done 没这人")),
    Case("ambiguous", ("brief m", "done c"), ("brief 敏", "done 李")),
    Case(
        "bad-day",
        ("snooze moss firday", "snooze moss someday", 'log patel "> paper by firday"'),
        ("snooze 陈芳 周八", "snooze 陈芳 改天", 'log 王建国 "承诺:文献 12月32日前"'),
    ),
    Case(
        "unclear", ("log patel \"I'll send it; she'll ask\"",), ("log 王建国 我会发给他",), EVENING
    ),
    Case(
        "too-early",
        ("log patel --at tomorrow read", "snooze ruiz yesterday"),
        ("log 王建国 --at 明天 看了", "snooze 何立 昨天"),
    ),
    same(
        "usage",
        "duo",
        "due --nope",
        "due --ahea 3",
        "find",
        "find x --limit 0",
        "find x --limit a",
        "find x --kind",
        "find x --kind foo",
        "due --json=yes",
        "undo a b",
        "log",
        "snooze x",
        "brief --to x.txt",
        "due --lang fr",
        "visit plan x",
    ),
    same("due-walk", "due --walk"),
)


@pytest.fixture(scope="session")
def territories(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return the demo territory of each language, built once: cases work on copies."""
    paths = {}
    with pytest.MonkeyPatch.context() as env:
        for name, value in WORLD.items():
            env.setenv(name, value)
        time.tzset()
        clock = Clock(datetime.fromisoformat("2026-11-24T06:00:00-06:00").astimezone())
        for language in LANGUAGES:
            path = tmp_path_factory.mktemp(language) / "demo.db"
            i18n.bind(language)  # what a check-in says is kept in the rep's language
            build_demo(path, language=language, clock=clock, ids=Ids("demo"), load_pack=load_pack)
            paths[language] = path
    return paths


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_session_reads_so(
    case: Case, language: str, run: Run, territories: Mapping[str, Path], tmp_path: Path
) -> None:
    """What a session prints, with exit codes, is exactly what its file says."""
    path = tmp_path / "home" / "repplan.db"
    path.parent.mkdir()
    if case.has_store:
        shutil.copy2(territories[language], path)
    parts = []
    first = ""
    for line in case.lines(language):
        argv = shlex.split(line.format(first=first))
        done = run(*argv, now=case.now, REPPLAN_STORE=str(path), REPPLAN_LANG=language)
        first = first or "".join(re.findall(r"undo (b-\w+)", done.out)[-1:])
        parts.append(told(line, done, path.parent))
    compare(language, case.name, "\n".join(parts))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_reads_so(command: str, language: str, repplan: Run, tmp_path: Path) -> None:
    """The help of a daily command is exactly what its file says, and fits 80 columns."""
    words = [*command.split(), "--help"]
    done = repplan(*words, REPPLAN_LANG=language)
    assert max(map(width, done.out.splitlines())) <= 80
    compare(language, f"help-{command or 'repplan'}", told(" ".join(words), done, tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_fit(language: str) -> None:
    """No line of the queue, of a brief or of what was found is wider than 80 cells."""
    for name in ("due", "due-evening", "due-group", "due-all", "brief", "brief-who", "find"):
        text = (SNAPSHOTS / language / f"{name}.txt").read_text(encoding="utf-8")
        assert [line for line in text.splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_a_case(language: str) -> None:
    """No file stays behind a case that is gone."""
    known = {case.name for case in CASES} | {f"help-{name or 'repplan'}" for name in COMMANDS}
    assert {path.stem for path in (SNAPSHOTS / language).glob("*.txt")} == known


def told(line: str, done: Result, home: Path) -> str:
    """Return one line and its answer, what was refused, and the exit code where it isn't 0."""
    text = f"$ repplan {line}\n{done.out}"
    if done.err:
        text += f"--- stderr\n{done.err}"
    if done.code:
        text += f"--- exit {done.code}\n"
    # Refs are drawn, not chosen; every machine has another home.
    text = re.sub(r"\b([a-z])-[2-9b-df-hj-km-np-tv-xz]{4,8}\b", r"\1-*", text)
    return text.replace(str(home), "~")


def compare(language: str, name: str, text: str) -> None:
    """Compare a text with its file; write the file where that was asked for."""
    path = SNAPSHOTS / language / f"{name}.txt"
    if os.environ.get("REPPLAN_SNAPSHOTS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
