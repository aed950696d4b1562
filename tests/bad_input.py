"""Bad input, one line a case: what was typed, how it is refused in exact words, the exit code.

``test_main_bad_input.py`` runs each. Refs are drawn, so a ref stands as its letter (``p-*``).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

from tests import abuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Case(NamedTuple):
    """One line of the table. ``given``: what the store is put through before."""

    line: str | tuple[str, ...]
    code: int
    err: str
    stdin: str = ""
    env: Mapping[str, str] = {}
    given: Callable[[Path], AbstractContextManager[object]] = nullcontext

    @property
    def argv(self) -> list[str]:
        """The command line; a text is parted at its blanks."""
        return self.line.split() if isinstance(self.line, str) else list(self.line)

    @property
    def name(self) -> str:
        """The line, and what the store went through: what pytest shows."""
        line = " ".join(self.argv)[:40].encode("ascii", "backslashreplace").decode()
        given = f" ({self.given.__name__})" if self.given is not nullcontext else ""
        return line + given


# --- the same words in many cases -----------------------------------------------------------------

TWO_PATELS = (
    "“patel” could be 2 of them:\n"
    "  Anjali Patel, MD  Valley Cardiology  p-*\n"
    "  Dev Patel  Oakwood Internal Medicine  p-*\n"
    "Add a place (patel@oakwood), a first name, or use the ref."
)
NEARLY_PATEL = (
    "Nobody and nothing here is called “patell”.\n"
    "  Anjali Patel, MD\n"
    "  Dev Patel\n"
    "Try: repplan find patell"
)
NO_ONE = "Nobody and nothing here is called “{0}”.\nTry: repplan find {0}"
NO_ONE_QUOTED = 'Nobody and nothing here is called “{0}”.\nTry: repplan find "{0}"'
"""The same of words that a shell would read as its own."""
NO_TERMINAL = "\nGive it on the command line; nothing is asked without a terminal."
NO_DAY = "\nTry 2026-12-15, fri, next fri, +3d, 15 dec, eow, 下周三."
FIRDAY = f"“firday” is no day I know.\nDid you mean “friday”?{NO_DAY}"
UNCLEAR = (
    "{} unclear, so nothing was written:\n"
    "{}\n"
    "Mark them (> we will, < they will, ? asked, d: done), or add --yes."
)
TOO_LONG = (
    "That is more than 65,536 characters at once.\n"
    "Nothing was written. Part it, or was it the wrong file?"
)
WHOLE_FILE = "{}\nNothing was written."
IN_FILE = "{}\nNothing was written. Mend the file and run it again."
LANGUAGES = "“xx” is no value of “--lang”.\nUse one of: en, zh_CN."
NO_INSTANT = "REPPLAN_NOW is “{}”, which is no ISO instant.\nTry 2026-11-24T07:05:00 or unset it."
NEWER = (
    "{store} was written by a newer repplan (schema 2).\n"
    "Upgrade repplan; this one knows schema 1. Nothing was changed."
)
FOREIGN = (
    "{store} is the database of another program; it was left alone.\n"
    "Name your store with --store PATH, or make one: repplan init"
)
DAMAGED = (
    "{store} is damaged or no repplan store.\n"
    "Leave it as it is, and put back the newest copy from “backups”."
)

# --- the table ------------------------------------------------------------------------------------

MANY = " ".join(f"word{number}" for number in range(5_000))
MB10 = "a" * 10_000_000

WHO = [
    Case("provider show patel", 4, TWO_PATELS),
    Case("brief patel", 4, TWO_PATELS),
    Case("log patel fine", 4, TWO_PATELS),
    Case("provider show patell", 3, NEARLY_PATEL),
    Case("log patell fine", 3, NEARLY_PATEL),
    Case("brief zzyzx", 3, NO_ONE.format("zzyzx")),
    # A ref of another store is a ref of nothing here.
    Case("provider show p-22222222", 3, NO_ONE.format("p-22222222")),
    Case("visit show v-22222222", 3, NO_ONE.format("v-22222222")),
    Case("undo b-22222222", 3, NO_ONE.format("b-22222222")),
    Case(
        "done f-22222222",
        3,
        "Nothing that is open fits “f-22222222”.\nSee what is open: repplan followup list",
    ),
    Case("provider show J\udcf6rg", 3, NO_ONE.format("J�rg")),
    Case("provider show [/b]", 3, NO_ONE_QUOTED.format("[/b]")),
    Case(("brief", "\x1b[31m\u202e\0"), 3, NO_ONE_QUOTED.format("�[31m��")),
    Case(("brief", "a" * 60_000), 3, NO_ONE.format("a" * 98 + "..")),
    Case(("find", MANY), 2, (
        "5000 words are too many to look for at once.\n"
        "Look for 32 at most: the rarest tell the most."
    )),
    Case(("find", f"{MANY} {MANY}"), 2, TOO_LONG),
]  # fmt: skip
DAY = [
    Case("snooze lindqvist firday", 2, FIRDAY),
    Case("followup add lindqvist table by firday", 2, FIRDAY),
    Case("visit plan lindqvist --at firday", 2, FIRDAY),
    Case(
        ("log", "lindqvist", "> table by firday"),
        2,
        UNCLEAR.format(1, "  “> table by firday”  which day? > table by friday"),
    ),
    Case(
        ("log", "lindqvist", "> table by 3/4"),
        2,
        UNCLEAR.format(
            1, "  “> table by 3/4”  which day? > table by 2027-03-04 / > table by 2027-04-03"
        ),
        env={"LC_ALL": "en_GB.UTF-8"},
    ),
    Case(
        "snooze lindqvist 3/4",
        2,
        "“3/4” can be read two ways: 2027-03-04 or 2027-04-03.\n"
        "Write the month as a word (4 mar) or the date as 2027-03-04.",
        env={"LC_ALL": "en_GB.UTF-8"},
    ),
    Case(
        ("visit", "plan", "lindqvist", "--at", "fri 25:70"),
        2,
        "“25:70” is no time I know.\nTry 8:40, 840, 2pm, 14:20, 9点10分.",
    ),
    Case(
        ("visit", "plan", "lindqvist", "--at", "fri " * 9_000),
        2,
        f"“{'fri ' * 24}fr..” is no day I know.{NO_DAY}",
    ),
    Case(
        "log lindqvist fine --at 23:00",
        2,
        "2026-11-24 23:00 is still to come.\nThat is a plan: repplan visit plan lindqvist --at 23:00",
    ),
]
NOTE = [
    Case(
        ("log", "lindqvist", "I'll send the paper"),
        2,
        UNCLEAR.format(1, "  “I'll send the paper”  we will do that?"),
    ),
    Case(
        ("log", "lindqvist", "她说会问科主任；我会发资料"),
        2,
        UNCLEAR.format(
            2, "  “她说会问科主任”  they will do that?\n  “我会发资料”  we will do that?"
        ),
    ),
    Case(
        ("log", "lindqvist", "d: what nobody promised"),
        2,
        "1 unclear, so nothing was written:\n"
        "  “d: what nobody promised”  nothing open fits\n"
        "Say words of the one that is done (d: words), or add --yes: it stays as it was said.",
    ),
    Case("log lindqvist", 2, f"What was said is missing.{NO_TERMINAL}"),
    Case("log", 2, f"WHO is missing.{NO_TERMINAL}"),
    Case(("note", "add", "lindqvist", " \u200b "), 2, f"Text is missing.{NO_TERMINAL}"),
    Case(("provider", "add", "\u200b\ufeff"), 2, f"Name is missing.{NO_TERMINAL}"),
    Case(
        ("provider", "add", "A" * 501),
        2,
        f"“{'A' * 38}..” is no value of “name”.\nIt takes 500 characters at most.",
    ),
    Case(("note", "add", "lindqvist", MB10), 2, TOO_LONG),
    Case(("log", "lindqvist", MB10), 2, TOO_LONG),
    Case("log lindqvist -", 2, TOO_LONG, stdin=MB10),
    Case(
        "log lindqvist -",
        8,
        IN_FILE.format("-, line 2, column 3: not UTF-8 text"),
        stdin="fine\nna\udcefve\n",
    ),
]
INBOX = [
    Case("log --inbox nowhere.txt", 8, WHOLE_FILE.format("nowhere.txt: there is no such file")),
    Case("log --inbox /", 8, WHOLE_FILE.format("/: it is a folder, not a file")),
    Case("log --inbox -", 8, WHOLE_FILE.format("-: larger than an inbox can be"), stdin=MB10),
    Case("log --inbox -", 2, f"-:1: {TOO_LONG}", stdin="@ Lindqvist\n" + "a" * 70_000),
    Case(
        "log --inbox -",
        8,
        IN_FILE.format("-, line 2, column 3: not UTF-8 text"),
        stdin="@ Lindqvist 8:40\nna\udcefve\n",
    ),
    Case(
        "log --inbox -",
        3,
        f"-:4: {NO_ONE.format('Zzyzx')}",
        stdin="@ Lindqvist\nfine\n\n@ Zzyzx 8:40\nfine\n",
    ),
    Case("log --inbox -", 4, f"-:1: {TWO_PATELS}", stdin="@ patel 8:40\nfine\n"),
]
LINE = [
    Case("duee", 2, "There is no command “duee”. Did you mean: due?\nSee: repplan --help"),
    Case(
        "provider lst",
        2,
        "There is no command “lst”. Did you mean: list?\nSee: repplan provider --help",
    ),
    Case("due --nope", 2, "No such option: --nope\nSee: repplan due --help"),
    Case(
        "provider show",
        2,
        "Missing argument 'WHO'.\n  part of a name, or a ref\nSee: repplan provider show --help",
    ),
    Case(
        "config show hours",
        2,
        "Got unexpected extra argument(s) (hours)\nSee: repplan config show --help",
    ),
    Case(
        "log lindqvist fine --minutes -3",
        2,
        "Invalid value for '--minutes': -3 is not in the range x>=0.\nSee: repplan log --help",
    ),
    Case(
        "log lindqvist fine --outcome perhaps",
        2,
        "“perhaps” is no value of “outcome”.\nUse one of: seen, brief, staff, no-see, cancelled.",
    ),
    Case("provider list --tier Z", 2, "“Z” is no value of “tier”.\nUse one of: A, B, C, D."),
    Case("due --store=", 2, f"--store PATH is missing.{NO_TERMINAL}"),
    Case("due --lang xx", 2, LANGUAGES),
    Case("due", 2, LANGUAGES, env={"REPPLAN_LANG": "xx"}),
    Case("due", 2, NO_INSTANT.format("noon"), env={"REPPLAN_NOW": "noon"}),
    Case(
        "due",
        2,
        NO_INSTANT.format("9999-12-31T23:59-06:00"),
        env={"REPPLAN_NOW": "9999-12-31T23:59-06:00"},
    ),
    Case(
        "config set due.line 9",
        3,
        "There is no setting “due.line”.\n"
        "  due.lines\n  due.ahead\n  due.new\n  due.share\n"
        "See them all: repplan config show",
    ),
    Case("config set hours late", 2, "“late” is no value of “hours”.\nWrite it like: 08:30-17:30."),
]
STORE = [
    Case(
        "due",
        7,
        "There is no store yet at {store}.\n"
        "Begin with: repplan init      or look around first with: repplan demo",
        given=abuse.gone,
    ),
    Case("due", 7, NEWER, given=abuse.newer),
    Case("log lindqvist fine", 7, NEWER, given=abuse.newer),
    Case("due", 7, FOREIGN, given=abuse.another_programs),
    Case("provider add Ann", 7, FOREIGN, given=abuse.another_programs),
    Case("due", 7, DAMAGED, given=abuse.no_database),
    Case("provider add Ann", 7, DAMAGED, given=abuse.no_database),
    Case("due", 7, DAMAGED, given=abuse.emptied),
    Case("due", 7, DAMAGED, given=abuse.cut_off),
    Case("provider add Ann", 7, DAMAGED, given=abuse.cut_off),
    Case("due", 7, DAMAGED, given=abuse.scribbled),
    Case(
        "provider add Ann",
        7,
        "{store} was changed from outside: its journal would miss changes.\n"
        "Nothing was written. Look at it with: repplan check, then: --fix",
        given=abuse.unguarded,
    ),
    Case(
        "log lindqvist fine",
        7,
        "Another program is writing to {store}.\n"
        "Nothing was written. Let it finish and run this again.",
        given=abuse.locked,
    ),
]
OTHER_ENCODING = (
    "{}\nNothing was written. Save it as UTF-8, or say what it is: --encoding windows-1252 "
    "(Excel in the West), gb18030 (Excel in China), latin-1, utf-16."
)
IMPORT = [
    Case("import csv nowhere.csv", 8, WHOLE_FILE.format("nowhere.csv: there is no such file")),
    Case("import nppes /", 8, WHOLE_FILE.format("/: it is a folder, not a file")),
    Case("import csv -", 8, WHOLE_FILE.format("-: it is empty")),
    Case(
        "import csv -",
        8,
        IN_FILE.format(
            "-, line 1, column 1: no column “name”; the headings are in docs/reference/csv.md"
        ),
        stdin="tier\nA\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format("-, line 1, column 6: the heading “Name” stands twice"),
        stdin="name,Name\nAnn,Lee\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format("-, line 3, column 4: headings: 2, cells here: 1"),
        stdin="name,tier\nBea,A\nAnn\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format("-, line 3, column 7: headings: 2, cells here: 3"),
        stdin="name,tier\nBea,A\nAnn,A,B\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format("-, line 3, column 1: a quote that is never closed"),
        stdin='name\nBea\n"Ann\n',
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format(
            "-, line 3, column 6: text behind a closing quote: inside quotes, write a quote twice"
        ),
        stdin='name\nBea\n"Ann"x\n',
    ),
    Case(
        "import csv -",
        8,
        OTHER_ENCODING.format("-, line 3, column 3: the byte 0xEF is no UTF-8 text"),
        stdin="name\nBea\nna\udcefve\n",
    ),
    Case(
        "import csv -",
        8,
        OTHER_ENCODING.format(
            "-, line 3, column 2: a NUL character: this is no text file, or UTF-16 without its mark"
        ),
        stdin="name\nBea\nA\0nn\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format(
            "-, line 2, column 1: a cell of more than 65,536 characters: is a quote not closed?"
        ),
        stdin=f"name\n{'a' * 70_000}\n",
    ),
    Case(
        "import csv -",
        8,
        IN_FILE.format("-, line 1, column 1: a line that never seems to end"),
        stdin=MB10,
    ),
    Case(
        "import csv - --encoding klingon",
        2,
        "“klingon” is no value of “--encoding”.\nUse one of: utf-8, utf-16, windows-1252, latin-1, gb18030.",
        stdin="name\nAnn\n",
    ),
    Case(
        "import csv - --map who=name",
        2,
        "“who” is no value of “--map”.\nUse one of: name.",
        stdin="name\nAnn\n",
    ),
    Case(
        "import pack -",
        8,
        IN_FILE.format("-, line 1, column 5: a text with a colon in it: put the text in quotes"),
        stdin="a: b: c\n",
    ),
    Case(
        "import nppes -",
        8,
        IN_FILE.format("-, line 1, column 1: no column “NPI”: is this the NPI file?"),
        stdin="name\nAnn\n",
    ),
]
CASES = [*WHO, *DAY, *NOTE, *INBOX, *LINE, *STORE, *IMPORT]
