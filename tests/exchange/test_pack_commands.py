"""``repplan import pack`` and ``export pack``: what they answer, write, refuse and leave alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.exchange.packs import PACK, changed
from tests.exchange.register import counts
from tests.house.tree import ROOT

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run
    from tests.exchange.conftest import Table

NEXT = "Next: repplan message list | repplan brief\nSaved. Take it back: repplan undo b-*\n"
SAME = "It was so already: nothing was changed.\n"


def test_a_first_pack(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """All of it is new; it stands where it belongs, with the pack's name and its codes."""
    answer = run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    assert (answer.code, answer.err) == (0, "")
    assert answer.masked == "cardexa-us 1.9  new 6  changed 0  same 0  retired 0\n" + NEXT
    rows = db.execute("SELECT code, pack, limitation, expires_on, text_2m FROM message").fetchall()
    assert [tuple(row) for row in rows] == [
        ("renal", "cardexa-us", "Nothing under eGFR 30", "2027-03-31", "One paragraph.\n\nAnd another.")
    ]  # fmt: skip
    assert [tuple(row) for row in db.execute("SELECT name, version, language FROM pack")] == [
        ("cardexa-us", "1.9", "en")
    ]
    assert db.execute("SELECT comparisons FROM product").fetchone()[0] == '["Sartevo: twice a day"]'
    news = db.execute("SELECT dated_on, kind, product_id FROM material WHERE code = 'guide'")
    assert tuple(news.fetchone()) == ("2026-11-20", "guideline", None)
    assert run("check").out == "The store is whole.\n"


def test_twice_is_once(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """The same file again changes nothing and makes no batch."""
    path = table(raw=PACK.encode(), file="us.yaml")
    run("import", "pack", path)
    before = counts(db)
    answer = run("import", "pack", path)
    assert answer.out == "cardexa-us 1.9  new 0  changed 0  same 6  retired 0\n" + SAME
    assert (counts(db), db.execute("SELECT count(*) FROM batch").fetchone()[0]) == (before, 1)


NEWER = changed(
    ("version: 1.9", "version: 1.10"),
    ("Nothing under eGFR 30", "Nothing under eGFR 30, nothing on dialysis"),
    ("payer: Part D", "payer: Medicare"),
    ("  - code: new\n", "  - code: too-new\n"),
    ("version: 2.0", "version: 2.1"),
)


def test_a_newer_version(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """A newer version changes what changed, adds, retires what is gone, and tells each by its line."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    answer = run("import", "pack", table(raw=NEWER.encode(), file="us.yaml"))
    assert answer.masked == (
        "cardexa-us 1.10, after 1.9  new 2  changed 2  same 2  retired 2\n"
        "  line 11  new  coverage Cardexa Medicare\n"
        "  retired  coverage Cardexa Part D\n"
        "  line 15  changed  message Cardexa renal: limitation\n"
        "  line 33  new  objection Cardexa too-new\n"
        "  line 39  changed  material Cardexa table: version\n"
        "  retired  objection Cardexa new\n" + NEXT
    )
    (until,) = db.execute("SELECT until_on FROM coverage WHERE payer = 'Part D'").fetchone()
    assert until == "2026-11-24"
    assert run("undo").code == 0
    again = run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    assert again.out == "cardexa-us 1.9  new 0  changed 0  same 6  retired 0\n" + SAME


SAID = ("message", "objection", "material")


def test_json(run: Run, table: Table) -> None:
    """JSON has every part under the names that each import promises, and what else a pack tells."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    answer = run("import", "pack", table(raw=NEWER.encode(), file="us.yaml"), "--json").json
    rows = answer.pop("rows")
    assert re.fullmatch("b-[0-9a-z]{8}", answer.pop("batch"))
    assert answer == {
        "kind": "pack",
        "pack": "cardexa-us",
        "version": "1.10",
        "before": "1.9",
        "counts": {
            "new": 2, "changed": 2, "same": 2, "unclear": 0, "refused": 0, "retired": 2
        },
        "slow": [],
    }  # fmt: skip
    assert [list(row) for row in rows] == [
        ["line", "status", "ref", "record", "reason", "part"]
    ] * len(rows)
    assert [(row["line"], row["status"], row["part"], row["record"]) for row in rows] == [
        (5, "same", "product", "Cardexa"),
        (11, "new", "coverage", "Cardexa Medicare"),
        (None, "retired", "coverage", "Cardexa Part D"),
        (15, "changed", "message", "Cardexa renal"),
        (33, "new", "objection", "Cardexa too-new"),
        (39, "changed", "material", "Cardexa table"),
        (46, "same", "material", "guide"),
        (None, "retired", "objection", "Cardexa new"),
    ]
    assert rows[3]["reason"] == "limitation"
    assert (rows[0]["ref"][:2], rows[1]["ref"], rows[3]["ref"][:2]) == ("d-", None, "k-")


def test_a_dry_run_writes_nothing(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """A dry run answers what the import would, with no ref and no batch."""
    path = table(raw=PACK.encode(), file="us.yaml")
    before = counts(db)
    answer = run("import", "pack", path, "--dry-run")
    assert answer.out == (
        "cardexa-us 1.9  new 6  changed 0  same 0  retired 0\n"
        "Nothing was written: this was a dry run.\n"
    )
    told = run("import", "pack", path, "--dry-run", "--json").json
    assert (told["batch"], {row["ref"] for row in told["rows"]}) == (None, {None})
    assert counts(db) == before
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


def test_an_older_version_is_refused(run: Run, table: Table) -> None:
    """1.9 doesn't come in over 1.10, unless it is meant."""
    run("import", "pack", table(raw=NEWER.encode(), file="us.yaml"))
    old = table(raw=PACK.encode(), file="old.yaml")
    answer = run("import", "pack", old)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == (
        "cardexa-us is here in version 1.10; this file is 1.9.\n"
        "Nothing was written. To go back to the older one: --force\n"
    )
    assert run("import", "pack", old, "--force").code == 0
    assert run("export", "pack", "cardexa-us", "--json").json["version"] == "1.9"


def test_the_same_version_with_other_content(run: Run, table: Table) -> None:
    """A version says one thing: another file of it is refused, and what differs is named."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    other = changed(("up by a fifth", "up by a quarter"), ("  - code: new\n", "  - code: newer\n"))
    path = table(raw=other.encode(), file="us.yaml")
    answer = run("import", "pack", path)
    assert (answer.code, answer.out) == (6, "")
    assert answer.err == (
        "Version 1.9 of cardexa-us is here already, and differs:\n"
        "  message Cardexa renal: figure\n"
        "  objection Cardexa newer: new\n"
        "  objection Cardexa new: retired\n"
        "Nothing was written. Raise the version in the file, or have it as in the file: --force\n"
    )
    assert run("import", "pack", path, "--force").out.startswith(
        "cardexa-us 1.9  new 1  changed 1  same 4  retired 1\n"
    )


def test_what_the_rep_wrote_stays(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """Messages, materials and coverage by hand are never touched; a product by hand is adopted."""
    run("product", "add", "cardexa", "--mechanism", "my own words")
    run(
        "message", "add", "cardexa", "--20s", "mine", "--claim", "mine", "--limitation", "mine"
    )  # fmt: skip
    run("product", "cover", "cardexa", "--payer", "Part D", "--state", "covered")
    mine = [tuple(row) for row in db.execute("SELECT * FROM message")]
    covered = [tuple(row) for row in db.execute("SELECT * FROM coverage")]
    assert (len(mine), len(covered)) == (1, 1)
    told = run("import", "pack", table(raw=PACK.encode(), file="us.yaml")).masked
    assert (
        "  line 5  changed  product Cardexa: name, generic_name, indications,\n"
        "                   comparisons, it was yours, now the pack's\n"
    ) in told
    run("import", "pack", table(raw=NEWER.encode(), file="us.yaml"))
    assert [tuple(row) for row in db.execute("SELECT * FROM message WHERE pack IS NULL")] == mine
    assert [tuple(row) for row in db.execute("SELECT * FROM coverage WHERE pack IS NULL")] == (
        covered
    )
    product = db.execute("SELECT name, mechanism, pack FROM product").fetchone()
    assert tuple(product) == ("Cardexa", "my own words", "cardexa-us")


def test_what_the_rep_retired_stays_so(run: Run, table: Table) -> None:
    """A newer pack doesn't bring back what the rep laid aside; what it had dropped, it does."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    run("message", "retire", "renal")
    dropped = changed(("version: 1.9", "version: 2"), ("  - code: new\n", "  - code: other\n"))
    told = run("import", "pack", table(raw=dropped.encode(), file="us.yaml")).masked
    assert "  retired  objection Cardexa new\n" in told
    back = changed(("version: 1.9", "version: 3"))
    told = run("import", "pack", table(raw=back.encode(), file="us.yaml"), "--json").json
    rows = {row["record"]: (row["status"], row["reason"]) for row in told["rows"]}
    assert rows["Cardexa renal"] == ("same", "you retired it: it stays so")
    assert rows["Cardexa new"] == ("changed", "in use again")


def test_a_product_retired_before_the_pack(run: Run, table: Table) -> None:
    """A pack that is new here brings back the product it speaks of; retired after that it stays so."""
    run("product", "add", "Cardexa")
    run("product", "retire", "Cardexa")
    told = run("import", "pack", table(raw=PACK.encode(), file="us.yaml"), "--json").json
    assert told["rows"][0]["reason"].endswith("in use again, it was yours, now the pack's")
    run("product", "retire", "Cardexa")
    told = run("import", "pack", table(raw=NEWER.encode(), file="us.yaml"), "--json").json
    assert (told["rows"][0]["status"], told["rows"][0]["reason"]) == (
        "same",
        "you retired it: it stays so",
    )


def test_a_product_that_is_gone(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """A product gone from its pack is retired, but one that the rep knows more of is let go."""
    two = changed(("products:\n", "products:\n  - name: Lumivast\n  - name: Oldol\n"))
    run("import", "pack", table(raw=two.encode(), file="us.yaml"))
    run("message", "add", "lumivast", "--20s", "a", "--claim", "b", "--limitation", "c")
    one = changed(("version: 1.9", "version: 2"))
    told = run("import", "pack", table(raw=one.encode(), file="us.yaml")).out
    assert "  retired  product Oldol\n" in told
    assert (
        "  changed  product Lumivast: gone from the pack; it stays, you have more on it\n" in told
    )
    rows = db.execute("SELECT name, until_on, pack FROM product ORDER BY name").fetchall()
    assert [tuple(row) for row in rows] == [
        ("Cardexa", None, "cardexa-us"),
        ("Lumivast", None, None),
        ("Oldol", "2026-11-24", "cardexa-us"),
    ]
    again = changed(("version: 2", "version: 3"), text=two.replace("version: 1.9", "version: 2"))
    told = run("import", "pack", table(raw=again.encode(), file="us.yaml")).out
    assert "product Oldol: in use again" in told


def test_another_pack_takes_a_product_over(run: Run, table: Table) -> None:
    """Two packs may speak of one product: its facts are the last one's."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    other = "pack: other\nversion: 1\nproducts:\n  - name: Cardexa\n    labelling: new\n"
    told = run("import", "pack", table(raw=other.encode(), file="o.yaml"), "--json").json
    assert told["rows"][0]["reason"] == "labelling, taken over from pack cardexa-us"


def test_faults_are_listed(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """A pack with faults writes nothing; every fault stands with its line, in JSON too."""
    bad = changed(("limitation", "limitaton"), ("2027-03-31", "2020-01-01"))
    path = table(raw=bad.encode(), file="bad.yaml")
    answer = run("import", "pack", path)
    assert (answer.code, answer.out) == (8, "")
    assert answer.err == (
        "bad.yaml: 3 things in this pack can't be:\n"
        "  line 15, column 5: “limitation” is missing. No limitation, no message.\n"
        "  line 28, column 5: there is no field “limitaton” here: did you mean “limitation”?\n"
        "  line 31, column 21: the approval ran out on 2020-01-01: renew it, or take the entry "
        "out\n"
        "Nothing was written. Mend the file and run it again.\n"
    )

    told = json.loads(run("import", "pack", path, "--json").err)
    assert (told["error"], told["line"], told["column"], told["count"]) == ("bad-file", 15, 5, 3)
    assert len(told["problems"]) == 3
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1, column 1: a pack begins with its name: “pack: name”"),
        (b"PK\x03\x04...", "it is an archive or a spreadsheet: a pack is a text file, YAML"),
        (b"pack: x\n" + b"y: " + b"z" * 10_000_000, "line 2, column 1: a pack has 2 MB at most"),
        ("pack: 王".encode("gb18030"), "line 1, column 7: this is not UTF-8"),
    ],
)
def test_files_that_are_no_packs(run: Run, table: Table, content: bytes, words: str) -> None:
    """Ten megabytes, an archive, another encoding: exit 8, and what it is."""
    raw = content or b"\n"
    answer = run("import", "pack", table(raw=raw, file="bad.yaml"))
    assert answer.code == 8
    assert words in answer.err


def test_no_such_file(run: Run) -> None:
    """A file that isn't there is named."""
    answer = run("import", "pack", "nowhere.yaml")
    assert (answer.code, answer.err) == (
        8,
        "nowhere.yaml: there is no such file\nNothing was written.\n",
    )


def test_standard_input_and_chinese(run: Run) -> None:
    """A pack may be piped in, and be Chinese all through."""
    text = "pack: 泽康平\nversion: 1.0\nproducts:\n  - name: 泽康平\nmessages:\n"
    text += "  - {code: 肾, product: 泽康平, text: {20s: 一半经肝排出}, claim: 五毫克, limitation: 无透析数据}\n"
    assert run("import", "pack", "-", stdin=text).out.startswith("泽康平 1.0  new 2  ")
    told = run("export", "pack", "泽康平").out
    assert "  - code: 肾\n    product: 泽康平\n    text:\n      20s: 一半经肝排出\n" in told


def test_the_page_shows_a_pack(run: Run, table: Table) -> None:
    """The pack of the how-to comes in as it stands there."""
    page = (ROOT / "docs" / "how-to" / "packs.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    answer = run("import", "pack", table(raw=text.encode(), file="page.yaml"))
    assert answer.out.startswith("cardexa-us 1.0  new 6  changed 0  same 0  retired 0\n")


def test_the_same_from_elsewhere_is_taken_over(run: Run, table: Table) -> None:
    """What another pack says, or the rep typed, isn't there twice: it becomes this pack's."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    before = run("product", "show", "cardexa", "--json").json
    counts = [len(run(one, "list", "--json").json[f"{one}s"]) for one in SAID]
    other = changed(("pack: cardexa-us", "pack: Cardexa"), ("version: 1.9", "version: 3"))
    other = other.replace("code: renal", "code: kidneys")
    told = run("import", "pack", table(raw=other.encode(), file="export.yaml")).masked
    assert "message Cardexa kidneys: taken over from pack cardexa-us" in " ".join(told.split())
    assert [len(run(one, "list", "--json").json[f"{one}s"]) for one in SAID] == counts
    after = run("product", "show", "cardexa", "--json").json
    assert len(after["coverage"]) == len(before["coverage"])
    (message,) = run("message", "list", "--json").json["messages"]
    assert (message["pack"], message["code"]) == ("Cardexa", "kidneys")


def test_the_same_by_hand_is_taken_over(run: Run, table: Table) -> None:
    """The rep's own words that a pack holds too are the pack's from then on, and that is told."""
    run("product", "add", "Cardexa")
    said = ("--category", "clinical", "--text", "it is too NEW", "--answer", "mine")
    assert run("objection", "add", "cardexa", *said).code == 0
    told = run("import", "pack", table(raw=PACK.encode(), file="us.yaml")).masked
    assert "text, answer, it was yours, now the pack's" in " ".join(told.split())
    (one,) = run("objection", "list", "--json").json["objections"]
    assert (one["answer"], one["pack"]) == ("Fair. Two years of registry.", "cardexa-us")


def test_a_text_that_takes_too_long_is_warned_of(run: Run, table: Table) -> None:
    """It is loaded all the same; the line and the seconds are told."""
    slow = "20s: " + "word " * 100
    text = changed(("20s: Half of it leaves by the liver", slow))
    done = run("import", "pack", table(raw=text.encode(), file="us.yaml"))
    assert done.code == 0
    assert "Cardexa renal: 20s takes about 40 s to read aloud" in " ".join(done.out.split())
    assert len(run("message", "list", "--json").json["messages"]) == 1


def test_what_is_typed_at_its_longest_comes_back(run: Run, tmp_path: Path) -> None:
    """Every export can be imported: a pack takes what a command took."""
    run("product", "add", "Cardexa", "--mechanism", "m" * 15_000, "--generic", "g" * 600)
    long = ("--20s", "t" * 1000, "--claim", "c" * 1000, "--limitation", "l" * 1000)
    assert run("message", "add", "cardexa", *long, "--citation", "q" * 15_000).code == 0
    said = ("--category", "clinical", "--text", "x" * 500, "--answer", "a" * 3000)
    assert run("objection", "add", "cardexa", *said).code == 0
    path = tmp_path / "all.yaml"
    assert run("export", "pack", "cardexa", "--to", str(path)).code == 0
    done = run("import", "pack", str(path), "--force")
    assert done.code == 0, done.err
