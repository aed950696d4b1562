"""A pack's faults: all of them told, each by its line, in words that say what to do."""

from __future__ import annotations

import pytest

from repplan.errors import BadFile
from repplan.exchange.pack import is_version, version_key
from repplan.exchange.pack_reading import BadPack, Read, read_pack
from tests.exchange.packs import PACK, changed

TODAY = "2026-11-24"


def read(text: str, *ours: str) -> Read:
    """Return the pack in a text, on a day in November."""
    return read_pack("mine.yaml", text.encode(), today=TODAY, ours=ours)


def refused(text: str, *ours: str) -> tuple[int, int, str]:
    """Return line, column and words of the one thing that is wrong with a text."""
    with pytest.raises(BadFile) as told:
        read(text, *ours)
    assert not isinstance(told.value, BadPack), told.value.problems
    return told.value.line, told.value.column, told.value.problem


def test_a_whole_pack() -> None:
    """What is read is what was typed: numbers stay text, days are days, lines are known."""
    found = read(PACK)
    pack = found.pack
    assert (pack.pack, pack.version, pack.language) == ("cardexa-us", "1.9", "en")
    assert pack.materials[0].version == "2.0"
    assert pack.messages[0].text.in_2m == "One paragraph.\n\nAnd another."
    assert pack.messages[0].approved_until == "2027-03-31"
    assert found.line("messages", 0) == 15
    assert found.line("news", 0) == 46


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "words"),
    [
        ("    limitation: Nothing under eGFR 30\n", "", 15, 5, "“limitation” is missing. No limitation, no message."),
        ("limitation: Nothing under eGFR 30", "limitation:", 28, 5, "“limitation” is missing. No limitation, no message."),
        ("limitation: Nothing under eGFR 30", 'limitation: "  "', 28, 5, "“limitation” is missing. No limitation, no message."),
        ("claim: The", "clam: The", 15, 5, None),
        ("    angle: outcomes", "    angel: outcomes", 20, 5, "there is no field “angel” here: did you mean “angle”?"),
        ("    angle: outcomes", "    weather: rain", 20, 5, None),
        ("      20s: Half of it leaves by the liver\n", "", 22, 7, "“20s” is missing"),
        ("approved_until: 2027-03-31", "approved_until: 2026-11-23", 31, 21, "the approval ran out on 2026-11-23: renew it, or take the entry out"),
        ("approved_until: 2027-03-31", "approved_until: 31 March", 31, 21, "“31 March” is no day: write it like 2026-12-31"),
        ("approved_until: 2027-03-31", "approved_until: 2027-02-30", 31, 21, "“2027-02-30” is no day: write it like 2026-12-31"),
        ("approved_until: 2027-03-31", "approved_until: 20270331", 31, 21, "“20270331” is no day: write it like 2026-12-31"),
        ("    product: Cardexa\n    audience", "    product: Cardexta\n    audience", 16, 14, "“Cardexta” is no product of this pack, nor one of yours: “Cardexa”?"),
        ("    product: Cardexa\n    audience", "    product: Zzz\n    audience", 16, 14, "“Zzz” is no product of this pack, nor one of yours"),
        ("roles: [physician]", "roles: [physican]", 18, 15, "“physican” can't stand here: did you mean “physician”?"),
        ("roles: [physician]", "roles: [vet]", 18, 15, None),
        ("roles: [physician]", "roles: physician", 18, 14, "a list is needed here: each entry on a line of its own behind “- ”"),
        ("claim: The dose stays at 5 mg", "claim: [a, b]", 27, 12, "one text is needed here, not a list or fields"),
        ("      20s: Half of it leaves by the liver\n      2m: |-\n        One paragraph.\n\n        And another.\n", "      now\n", 22, 7, "fields are needed here, each as “name: text”"),
        ("category: clinical", "category: legal", 35, 15, "“legal” can't stand here. Use one of: clinical, financial, logistical."),
        ("kind: guideline", "kind: leaflet", 48, 11, None),
        ("    dated: 2026-11-20\n", "", 46, 5, "“dated” is missing"),
        ("dated: 2026-11-20", "dated: 2027-01-31", 49, 12, "2027-01-31 is still to come: nothing came out on it yet"),
        ("version: 1.9", "version: v1.9", 2, 10, "“v1.9” is no version: write numbers parted by dots, like 1.10"),
        ("version: 1.9", "version: 1..9", 2, 10, "“1..9” is no version: write numbers parted by dots, like 1.10"),
        ("language: en", "language: 中文", 3, 11, "“中文” is no language: write it like en, zh_CN"),
        ("code: renal", "code: renal 75", 15, 11, "“renal 75” is no code: up to 60 characters without blanks, like renal-75"),
        ("code: guide", "code: table", 46, 11, "“table” stands here twice, first in line 39"),
        ("Sartevo: twice", '"A: B": twice', 9, 7, "a rival's name has no colon in it"),
        ("steps: two generics first", "from: 2026-05-01\n        until: 2026-05-01", 11, 9, "it would end before it begins"),
        ("claim: The dose", f"claim: {'x' * 1100}", 27, 12, "the text is too long: 1,114 characters, 1,000 at most"),
        ("pack: cardexa-us\n", "", 1, 1, "“pack” is missing"),
        ("topics: [renal, eGFR]", "topics: [renal, ~]", 44, 21, "an entry with nothing in it"),
        ("figure: up by", "figure: &f up by", 30, 13, "no anchors (&): write it out where it is needed"),
    ],
)  # fmt: skip
def test_one_fault(old: str, new: str, line: int, column: int, words: str | None) -> None:
    """Each slip is told at its place; ``words`` None: there are several, tested elsewhere."""
    text = changed((old, new))
    if words is not None:
        assert refused(text) == (line, column, words)
        return
    with pytest.raises(BadFile) as told:
        read(text)
    assert (told.value.line, told.value.column) == (line, column)


def test_all_faults_at_once() -> None:
    """The first ten are listed with their places, in the file's order, and the rest is counted."""
    bad = "".join(f"  - code: c{n}\n    product: Cardexa\n    category: legal\n" for n in range(6))
    text = changed(("objections:\n", f"objections:\n{bad}"), ("limitation", "limitaton"))
    with pytest.raises(BadPack) as told:
        read(text)
    error = told.value
    assert error.count == 20
    assert len(error.problems) == 11
    assert error.problems[:2] == (
        "line 15, column 5: “limitation” is missing. No limitation, no message.",
        "line 28, column 5: there is no field “limitaton” here: did you mean “limitation”?",
    )
    assert error.problems[-1] == "and 10 more"
    assert (error.line, error.column) == (15, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a pack begins with its name: “pack: name”"),
        ("- a\n- b\n", "a pack begins with its name: “pack: name”"),
        ("just words\n", "a pack begins with its name: “pack: name”"),
        ("pack: x\nversion: 1\n", "there is nothing in this pack"),
        ("pack: x\nversion: 1\nmessages:\n", "there is nothing in this pack"),
    ],
)
def test_no_pack(text: str, words: str) -> None:
    """A file without a pack in it says how one begins."""
    assert refused(text) == (1, 1, words)


def test_products_of_ours_are_known() -> None:
    """What is said of a product that the store has needs no product in the pack."""
    text = changed(("product: cardexa\n", "product: LUMIVAST\n"))
    assert refused(text)[2] == "“LUMIVAST” is no product of this pack, nor one of yours"
    assert read(text, "Lumivast").pack.objections[0].product == "LUMIVAST"


@pytest.mark.parametrize(
    ("older", "newer"), [("1.9", "1.10"), ("1.9.9", "2"), ("2026.9.30", "2026.11.1"), ("0", "0.1")]
)
def test_versions_are_compared_as_numbers(older: str, newer: str) -> None:
    """Part by part; a nought at the end changes nothing."""
    assert version_key(older) < version_key(newer)
    assert version_key(f"{newer}.0") == version_key(newer)


@pytest.mark.parametrize("said", ["", "v1", "1.", ".1", "1,2", "1.2\n", "１.２", "1.-2"])
def test_what_is_no_version(said: str) -> None:
    """Digits and dots alone."""
    assert not is_version(said)
