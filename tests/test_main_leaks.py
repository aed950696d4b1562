"""A planted secret never shows in any output when every command is made to crash.

A person's name, what was said of them and what is typed stand in the error itself, in the values
that SQLite was handed, and in every frame. What is told of the crash holds none of it.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from repplan.cli.app import COMMANDS
from tests import abuse
from tests.exchange.register import LEE, register_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

NAME = "Quillfeather"
SAID = "marblegong"
PHONE = "555-0199"
SECRETS = re.compile(f"{NAME}|{SAID}|feather|gong|0199", re.IGNORECASE)

TERRITORY = (
    ("provider", "add", f"Ann {NAME}, MD", "--phone", PHONE, "--account", f"{NAME} Clinic"),
    ("product", "add", f"{SAID}ex"),
    ("objective", "add", NAME, f"She names one {SAID}", "--until", "15 dec"),
    ("followup", "add", NAME, f"table of {SAID}", "--due", "today"),
    ("note", "add", NAME, f"keeps a {SAID}"),
    ("log", NAME, f"spoke of {SAID}", "--at", "yesterday 8:40"),
    ("visit", "plan", NAME, "--at", "fri 8:40"),
    ("provider", "add", "Lee Marrow"),
    ("relation", "add", NAME, "refers", "to", "Marrow", "--evidence", SAID),
    ("stance", "add", NAME, "champion", "--evidence", SAID),
    ("message", "add", f"{SAID}ex", "--20s", SAID, "--claim", SAID, "--limitation", NAME),
    ("objection", "add", f"{SAID}ex", "--category", "clinical", "--text", SAID, "--answer", NAME),
    ("material", "add", f"{SAID} table", "--product", f"{SAID}ex"),
    ("product", "start", f"{SAID}ex", "--account", f"{NAME} Clinic"),
    ("consent", "add", NAME, "phone", "out", "--how", SAID),
    ("reception", "add", f"{NAME} Clinic", "--contact", SAID),
    ("safety", "add", NAME, f"dizzy on {SAID}"),
    ("inquiry", "add", NAME, f"what is {SAID}"),
    ("inquiry", "add", NAME, f"why was {SAID} sent"),
    ("inquiry", "send", NAME, "why"),
    ("inquiry", "add", NAME, f"how was {SAID} answered"),
    ("inquiry", "send", NAME, "how"),
    ("inquiry", "answer", "how", f"as {SAID}"),
    ("config", "set", "samples", "on"),
    ("sample", "receive", f"{SAID}ex", "9", "--lot", PHONE),
    ("spend", "add", "9", "USD", NAME, "--nature", "food", "--text", SAID),
    ("timeoff", "add", "sun", "--what", SAID),
)
LINES = {
    "due": f"due {NAME}",
    "brief": f"brief {NAME}",
    "log": f"log {NAME} {SAID} --yes",
    "done": f"done {NAME} table",
    "snooze": f"snooze {NAME} table fri --because {SAID}",
    "can": f"can {NAME}",
    "find": f"find {SAID}",
    "undo": "undo",
    "provider add": f"provider add {SAID} --email {NAME}@example.org",
    "provider show": f"provider show {NAME}",
    "provider list": f"provider list --city {SAID}",
    "provider edit": f"provider edit {NAME} --likes {SAID}",
    "provider retire": f"provider retire {NAME}",
    "account add": f"account add {SAID}",
    "account show": f"account show {NAME}",
    "account list": f"account list --city {SAID}",
    "account edit": f"account edit {NAME} --city {SAID}",
    "account retire": f"account retire {NAME}",
    "note add": f"note add {NAME} {SAID}",
    "map": f"map {NAME}@{NAME}",
    "relation add": f"relation add {NAME} mentors Marrow --evidence {SAID}",
    "relation list": f"relation list {NAME}@{NAME}",
    "relation edit": f"relation edit '{NAME} marrow' --evidence {SAID}",
    "relation retire": f"relation retire '{NAME} marrow'",
    "stance add": f"stance add {NAME} skeptic --evidence {SAID}",
    "stance list": f"stance list {NAME}@{NAME}",
    "stance edit": f"stance edit {NAME} --evidence {SAID}",
    "note list": f"note list {NAME}",
    "note edit": f"note edit {NAME} {SAID} --topic achievement",
    "note retire": f"note retire {NAME} {SAID}",
    "note check": f"note check {SAID}",
    "objective add": f"objective add {NAME} {SAID}",
    "objective show": f"objective show {NAME}",
    "objective list": f"objective list {NAME}",
    "objective edit": f"objective edit {NAME} --measure {SAID}",
    "objective retire": f"objective retire {NAME} --because {SAID}",
    "product add": f"product add {NAME}",
    "product list": "product list",
    "product show": f"product show {SAID}ex",
    "product edit": f"product edit {SAID}ex --mechanism {NAME}",
    "product cover": f"product cover {SAID}ex --payer {NAME} --state covered",
    "product start": f"product start {SAID}ex --for {NAME}",
    "product retire": f"product retire {SAID}ex",
    "message add": f"message add {SAID}ex --20s {NAME} --claim other{SAID} --limitation {PHONE}",
    "message show": f"message show {SAID}",
    "message list": f"message list {SAID}ex",
    "message edit": f"message edit {SAID} --figure {NAME}",
    "message retire": f"message retire {SAID}",
    "objection add": f"objection add {SAID}ex --category clinical --text other{SAID} --answer {NAME}",
    "objection show": f"objection show {SAID}",
    "objection list": f"objection list {SAID}ex",
    "objection edit": f"objection edit {SAID} --answer {NAME}",
    "objection retire": f"objection retire {SAID}",
    "objection stats": f"objection stats --product {SAID}ex",
    "material add": f"material add {SAID} {NAME} --product {SAID}ex",
    "material show": f"material show {SAID}",
    "material list": "material list",
    "material edit": f"material edit {SAID} --summary {NAME}",
    "material retire": f"material retire {SAID}",
    "material match": f"material match {SAID}",
    "material give": f"material give {SAID} {NAME}",
    "consent add": f"consent add {NAME} email out --value {NAME}@example.org --how {SAID}",
    "consent list": f"consent list {NAME}",
    "consent show": f"consent show {NAME}",
    "consent end": f"consent end {NAME} phone",
    "reception add": f"reception add {NAME} --department {SAID} --contact {NAME}",
    "reception list": f"reception list {NAME}",
    "reception show": f"reception show {NAME}",
    "reception edit": f"reception edit {NAME} --contact {SAID}",
    "reception end": f"reception end {NAME}",
    "timeoff add": f"timeoff add sat --what {SAID}{NAME}",
    "timeoff list": "timeoff list",
    "timeoff end": f"timeoff end {SAID}",
    "timeoff holidays": "timeoff holidays US-CA",
    "rollout list": "rollout list",
    "rollout show": f"rollout show {SAID}ex",
    "rollout end": f"rollout end {SAID}ex --because {NAME}",
    "drill": f"drill --account {NAME} --list",
    "safety add": f"safety add {NAME} {SAID}",
    "safety list": "safety list",
    "safety show": f"safety show {SAID}",
    "safety edit": f"safety edit {SAID} --age-band 60-69",
    "safety report": f"safety report {NAME} --reference {PHONE}",
    "safety not-an-event": f"safety not-an-event {SAID} --because {NAME}",
    "inquiry add": f"inquiry add {NAME} {SAID}",
    "inquiry list": f"inquiry list --for {NAME}",
    "inquiry show": "inquiry show what",
    "inquiry edit": f"inquiry edit what --question {NAME}",
    "inquiry send": f"inquiry send {NAME} what --to inquiry.txt",
    "inquiry answer": f"inquiry answer why {NAME}",
    "inquiry hand": "inquiry hand how",
    "inquiry withdraw": f"inquiry withdraw why --because {NAME}",
    "sample stock": f"sample stock {SAID}ex",
    "sample receive": f"sample receive {SAID}ex 4 --lot {PHONE}",
    "sample drop": f"sample drop {NAME} {SAID}ex 1 --lot {PHONE}",
    "sample return": f"sample return {SAID}ex 1 --lot {PHONE}",
    "sample lose": f"sample lose {SAID}ex 1 --lot {PHONE} --because {SAID}",
    "sample transfer": f"sample transfer {SAID}ex 1 --lot {PHONE} --to {NAME}",
    "sample count": f"sample count {SAID}ex 1 --lot {PHONE}",
    "sample adjust": f"sample adjust {SAID}ex +1 --lot {PHONE} --because {SAID}",
    "sample report": f"sample report --product {SAID}ex",
    "spend add": f"spend add 9 USD {NAME} --nature food --text {SAID}",
    "spend list": f"spend list {NAME}",
    "spend show": f"spend show {NAME}",
    "spend retire": f"spend retire {NAME}",
    "spend report": "spend report",
    "plan day": f"plan day mon --pin {NAME} --because {SAID} --accept",
    "plan week": f"plan week --pin {NAME} --why",
    "plan mend": f"plan mend --pin {NAME}",
    "plan show": "plan show fri",
    "visit plan": f"visit plan {NAME} --at 10:00",
    "visit ask": f"visit ask {NAME}",
    "visit list": f"visit list {NAME}",
    "visit show": f"visit show {NAME}",
    "visit amend": f"visit amend '{NAME} 23 nov' --minutes 9",
    "visit cancel": f"visit cancel {NAME} --because {SAID}",
    "visit recap": f"visit recap {NAME}",
    "followup list": f"followup list {NAME}",
    "followup add": f"followup add {NAME} {SAID}",
    "followup done": f"followup done {NAME} table",
    "followup waive": f"followup waive {NAME} table --because {SAID}",
    "followup drop": f"followup drop {NAME} table --because {SAID}",
    "history": f"history {NAME}",
    "init": f"init --yes --name {NAME} --home {SAID} --store new.db",
    "demo": "demo --store new.db",
    "import nppes": "import nppes npi.csv",
    "import csv": "import csv own.csv",
    "import ics": "import ics own.ics",
    "import pack": "import pack own.yaml",
    "export pack": f"export pack {SAID}ex",
    "check": "check",
    "config show": "config show",
    "config set": f"config set home {SAID}",
    "config policy": "config policy set own.toml",
    "completion": "completion bash",
    "note words": f"note words --add {SAID}",
}
"""A line for every command, that names somebody or something where it can."""


class Crashing(sqlite3.Connection):
    """A connection that fails as a bug would: with all that it knows in the error."""

    when = re.compile("SELECT|INSERT")

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Fail at the first statement that fits, telling its values."""
        if self.when.match(sql):
            raise RuntimeError(f"{NAME} {SAID} {PHONE} {sql} {values}")
        return super().execute(sql, *values)


class Committing(Crashing):
    """One that fails at the very end of what it writes."""

    when = re.compile("COMMIT")


def crash_in(kind: type[Crashing]) -> Callable[[pytest.MonkeyPatch], None]:
    """Return what lets every connection be of this kind."""
    connect = sqlite3.connect

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(sqlite3, "connect", lambda *a, **facts: connect(*a, factory=kind, **facts))

    return plant


def crash_on_screen(patch: pytest.MonkeyPatch) -> None:
    """Let whatever is written to a stream of text fail, but for what is said of errors."""
    write = io.StringIO.write

    class Screen(io.StringIO):
        def write(self, text: str) -> int:
            if sys.stdout is self:
                raise RuntimeError(f"{NAME} {SAID} {PHONE} {text}")
            return write(self, text)

    patch.setattr(io, "StringIO", Screen)


KINDS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "reading": crash_in(Crashing),
    "committing": crash_in(Committing),
    "answering": crash_on_screen,
}


SPARED = {
    "reading": {"completion"},
    "committing": {
        *(
            "due",
            "brief",
            "can",
            "find",
            "history",
            "check",
            "completion",
            "config show",
            "visit ask",
            "sample stock",
            "sample report",
            "spend report",
        ),
        *("export pack", "map", "drill", "objection stats", "material match", "note check"),
        *("plan week", "plan mend"),
        *(name for name in LINES if name.endswith((" list", " show", " recap"))),
    },
    "answering": set(),
}
"""The commands that have nothing to do with what fails."""


@pytest.fixture(scope="module")
def territory(tmp_path_factory: pytest.TempPathFactory, blank_store: Path) -> Path:
    """Return a store that holds the secrets, and files of theirs beside it."""
    folder = tmp_path_factory.mktemp("territory")
    (folder / "own.csv").write_text(f"name,likes\nBea {NAME},{SAID}\n", encoding="utf-8")
    (folder / "own.ics").write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261130T090000\n"
        f"DTEND:20261130T093000\nSUMMARY:Ann {NAME} {SAID}\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    (folder / "own.yaml").write_text(
        f"pack: {SAID}\nversion: 1\nproducts: [{{name: {NAME}ol}}]\n", encoding="utf-8"
    )
    (folder / "own.toml").write_text(
        f'[consent.email]\nsource = "{SAID} {NAME}"\n', encoding="utf-8"
    )
    register = register_text({**LEE, "family": NAME.upper()})
    (folder / "npi.csv").write_text(register, encoding="utf-8")
    return abuse.build(folder / "repplan.db", blank_store, TERRITORY)


def test_there_is_a_line_for_every_command() -> None:
    """A new command is tried too."""
    assert LINES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("json", [[], ["--json"]])
def test_a_planted_secret_never_shows(
    run: Run,
    store: Path,
    territory: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    json: list[str],
) -> None:
    """Each command crashes, exit 1; no secret on stdout, on stderr, or in the trace, which is 0600."""
    monkeypatch.chdir(store.parent)
    crashed = set()
    for name, line in LINES.items():
        for file in territory.parent.iterdir():
            shutil.copy2(file, store.parent)
        with pytest.MonkeyPatch.context() as patch:
            KINDS[kind](patch)
            done = run(*shlex.split(line), *json)
        assert done.code in {0, 1}, (line, done.err)
        if done.code == 1:
            crashed.add(name)
            assert done.out == ""
            assert SECRETS.search(done.err) is None, (line, done.err)
    traces = list(store.parent.glob("repplan-trace-*.txt"))
    assert len(traces) == len(crashed)
    for trace in traces:
        text = trace.read_text(encoding="utf-8")
        assert text.startswith("builtins.RuntimeError\n")
        assert SECRETS.search(text) is None, text
        assert stat.S_IMODE(trace.stat().st_mode) == 0o600
    assert LINES.keys() - crashed == SPARED[kind]
