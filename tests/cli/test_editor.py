"""The person's own editor: what was written there is never lost, and nothing stays behind."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from repplan.cli.editor import EditorFailed, edited, let_go, until_written
from repplan.cli.incoming import TooLong
from repplan.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which texts to edit are kept."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path


def test_what_is_written_comes_back(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is returned with its file, which goes when it is let go."""
    monkeypatch.setenv("EDITOR", "sed -i s/one/two/")
    text, path = edited("one chart\n")
    assert text == "two chart\n"
    assert path.parent == files
    assert path.stat().st_mode & 0o077 == 0
    let_go(path)
    let_go(path)
    assert list(files.iterdir()) == []
    let_go(None)


@pytest.mark.parametrize("command", ["false", "no-such-editor", "'unclosed"])
def test_an_editor_that_fails(files: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """It is named, and an untouched template leaves no file."""
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(EditorFailed, match="editor"):
        edited("one chart\n")
    assert list(files.iterdir()) == []


def test_words_outlive_an_editor_that_fails(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was written before it failed is kept, and it is said where."""
    monkeypatch.setenv("VISUAL", "sh -c 'echo more >> \"$0\"; exit 1'")
    with pytest.raises(EditorFailed):
        edited("one chart\n")
    (path,) = files.iterdir()
    assert path.read_text() == "one chart\nmore\n"
    assert str(path) in capsys.readouterr().err


def test_what_is_no_text_is_refused(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are no text, and more than anybody writes, are refused and kept."""
    monkeypatch.setenv("EDITOR", r"sh -c 'printf \\377\\376\\377 > \"$0\"'".replace('\\"', '"'))
    with pytest.raises(BadFile):
        edited("x")
    monkeypatch.setenv("EDITOR", 'sh -c \'head -c 70000 /dev/zero | tr "\\0" x > "$0"\'')
    with pytest.raises(TooLong):
        edited("x")
    assert len(list(files.iterdir())) == 2


def test_a_failure_behind_the_editor_keeps_the_words(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever goes wrong with the words, they are still in their file."""
    path = files / "words.txt"
    path.write_text("words")
    with pytest.raises(KeyboardInterrupt), until_written(path):
        raise KeyboardInterrupt
    assert path.read_text() == "words"
    assert str(path) in capsys.readouterr().err
