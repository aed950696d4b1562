"""A provider as a text: unchanged it changes nothing, changed it says what, bad lines are named."""

from __future__ import annotations

import stat
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan import i18n
from repplan.providers.editing import BadEdit, changed, template
from repplan.providers.model import FIELDS, Provider
from repplan.records import field_types, replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result, Run

_EMPTY = {"str": "", "tuple[str, ...]": ()}
PATEL: Provider = replace(
    Provider(**{name: _EMPTY.get(kind) for name, kind in field_types(Provider).items()}),  # type: ignore[arg-type]  # what isn't known is None
    ref="p-ptlptlpt",
    name="Anjali Patel, MD",
    role="physician",
    state="active",
    tier="A",
    specialties=("cardiology", "lipids"),
    likes="one chart\nthen silence: she thinks",
)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_unchanged_is_unchanged(language: str) -> None:
    """Every field stands in the text with its help; read as it is it changes nothing."""
    i18n.bind(language)
    text = template(PATEL)
    assert changed(text, PATEL, "f") == {}
    lines = text.splitlines()
    assert sum(not line.startswith(("#", "  ")) for line in lines if line) == len(FIELDS)
    assert "specialty: cardiology; lipids" in lines
    assert lines[lines.index("likes: one chart") + 1] == "  then silence: she thinks"


@given(text=st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_value_comes_back_as_it_was(text: str) -> None:
    """Whatever one value holds, colons and signs among it, the text tells it unchanged."""
    one = replace(PATEL, likes=text)
    assert changed(template(one), one, "f") == {}


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("tier: A", "tier: b", {"tier": "B"}),
        ("tier: A", "tier:", {"tier": None}),
        ("tier: A", "", {}),
        ("tier: A", "级别：B", {"tier": "B"}),
        ("specialty: cardiology; lipids", "specialty: cardiology；肾内科",
         {"specialties": '["cardiology", "肾内科"]'}),
        ("  then silence: she thinks", "\tthen questions", {"likes": "one chart\nthen questions"}),
        ("  then silence: she thinks", "", {"likes": "one chart"}),
        ("\nphone:", "\nPHONE: 555-0101", {"phone": "555-0101"}),
        ("seen before:", "last seen on: 2026-10-31", {}),
    ],
)  # fmt: skip
def test_what_changed(old: str, new: str, cells: dict[str, object]) -> None:
    """Only what was changed is told; an empty value empties, a line taken out changes nothing."""
    i18n.bind("zh_CN" if "级别" in new else "en")
    assert changed(template(PATEL).replace(old, new), PATEL, "f") == cells


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("favourite: x", "there is no field “favourite”"),
        ("tier: A", "“tier” stands in line 36 already"),
        ("just words", "a field needs its colon: “just words”"),
    ],
)
def test_a_line_that_cannot_be_read(line: str, problem: str) -> None:
    """An unknown field, one twice, a line without a colon: each is named with its line."""
    text = template(PATEL) + line + "\n"
    with pytest.raises(BadEdit) as refused:
        changed(text, PATEL, "f.txt")
    assert refused.value.problem == problem
    assert refused.value.line == len(text.splitlines())


def test_a_bad_value_is_named_with_its_line() -> None:
    """A value that its field can't hold says where it stands, and what it may be."""
    with pytest.raises(BadEdit) as refused:
        changed(template(PATEL).replace("tier: A", "tier: Z"), PATEL, "f.txt")
    error = refused.value
    assert (error.line, error.column) == (36, 7)
    assert error.problem == "“Z” is no value of “tier”. Use one of: A, B, C, D."


@pytest.fixture
def edits(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Add Patel; return the folder where edited texts are kept."""
    assert run("provider", "add", "Anjali Patel, MD", "--tier", "A").code == 0
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    return kept


def edit(run: Run, tmp_path: Path, script: str, *more: str) -> Result:
    """Edit Patel with a program that changes the file so."""
    program = tmp_path / "editor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return run("provider", "edit", "patel", "--edit", *more, EDITOR=str(program), VISUAL="")


def test_edited_and_written(run: Run, tmp_path: Path, edits: Path) -> None:
    """What was changed in the editor is one batch, and the file is gone."""
    done = edit(run, tmp_path, 'sed -i "s/^tier: A/tier: B/; s/^likes:/likes: one chart/" "$1"')
    assert (done.code, done.err) == (0, "")
    assert done.masked == (
        "Anjali Patel, MD, B, physician  p-*\nSaved. Take it back: repplan undo b-*\n"
    )
    assert list(edits.iterdir()) == []
    assert run("provider", "show", "patel", "--json").json["likes"] == "one chart"
    assert run("undo").code == 0
    assert run("provider", "show", "patel", "--json").json["tier"] == "A"


def test_nothing_changed(run: Run, tmp_path: Path, edits: Path) -> None:
    """A text left as it was says so, and nothing is written."""
    done = edit(run, tmp_path, ":")
    assert done.code == 0
    assert done.out.endswith("It was so already: nothing was changed.\n")
    assert list(edits.iterdir()) == []
    assert edit(run, tmp_path, ":", "--json").json["batch"] is None


@pytest.mark.parametrize(
    ("script", "code", "problem"),
    [
        ('echo "favourite: x" >> "$1"', 8, "there is no field “favourite”"),
        ('sed -i "s/^tier: A/tier: Z/" "$1"', 8, "“Z” is no value of “tier”."),
        ('sed -i "s/^npi:/npi: 12/" "$1"', 2, "“12”"),
        ('sed -i "s/^name: .*/name:/" "$1"', 8, "Name is missing."),
        ('echo "# more" >> "$1"; exit 1', 2, "could not be used as the editor"),
    ],
)
def test_what_cannot_be_written_is_kept(
    run: Run, tmp_path: Path, edits: Path, script: str, code: int, problem: str
) -> None:
    """Nothing is written, it says why and where, and the words wait in their file."""
    done = edit(run, tmp_path, script)
    assert (done.code, done.out) == (code, "")
    assert problem in done.err
    (path,) = edits.iterdir()
    assert f"Your words are in {path}." in done.err
    assert run("provider", "show", "patel", "--json").json["tier"] == "A"
