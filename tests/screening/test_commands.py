"""``note check`` and ``note words``: what the rules find, by itself and in a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.abuse import process

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

EVENT = "a patient of hers got a rash on Cardexa and was hospitalised"


def test_check_shows_what_was_found(run: Run, store: Path) -> None:
    """Words, what they are about, what happens, and under each its rule and source; exit 0."""
    done = run("note", "check", "she wants a gift card")
    assert done.code == 0
    head, found, source, *rest = done.out.splitlines()
    assert head.split() == ["Words", "What", "What", "happens"]
    assert found.split("  ")[0] == "gift card"
    assert found.endswith("needs a reason")
    assert source.startswith("  rule ")
    assert not any("Saved" in line for line in rest)
    before = store.read_bytes()
    assert run("note", "check", "she liked the chart").out == "No rule has anything to say of it.\n"
    assert store.read_bytes() == before


def test_check_as_json_is_one_line(run: Run) -> None:
    """``{"text", "hits": [{"label", "rule", "words", "action"}]}`` on one line."""
    done = run("note", "check", "she wants a", "gift card", "--json")
    assert done.out.count("\n") == 1
    assert done.json["text"] == "she wants a gift card"
    (hit,) = done.json["hits"]
    assert hit.keys() == {"label", "rule", "words", "action"}
    assert (hit["label"], hit["words"], hit["action"]) == ("barred", "gift card", "warn")
    assert run("note", "check", "fine", "--json").out == '{"text": "fine", "hits": []}\n'


def test_check_answers_every_line(store: Path) -> None:
    """One line of JSON for each line that came, empty and broken ones too, in order."""
    data = f"{EVENT}\r\n\n头晕\nno gift \xe5card\n".encode("latin-1", "replace")
    data = data.replace(b"??", "头晕".encode())
    done = process("note", "check", "-", store=store, stdin=data)
    assert (done.code, done.err) == (0, "")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["text"] for row in rows] == [EVENT, "", "头晕", "no gift \ufffdcard"]
    assert "safety" in {hit["label"] for hit in rows[0]["hits"]}
    assert rows[1]["hits"] == []
    again = process("note", "check", "--json", store=store, stdin=data)
    assert again.out == done.out


def test_check_works_without_a_store(repplan: Run) -> None:
    """By no policy and without products: what to report and who a patient is count anywhere."""
    (hit, *_more) = repplan("note", "check", EVENT, "--json").json["hits"]
    assert hit["label"] == "safety"
    (warned,) = repplan("note", "check", "a gift card", "--json").json["hits"]
    assert warned["action"] == "warn"


def test_check_goes_by_the_policy(run: Run) -> None:
    """What one policy warns of another one bars."""
    assert run("config", "set", "policy", "us").code == 0
    (hit,) = run("note", "check", "a gift card", "--json").json["hits"]
    assert hit["action"] == "block"
    assert "Anti-Kickback" in run("note", "check", "a gift card").out


def test_a_closed_pipe_ends_quietly(store: Path) -> None:
    """Who reads the first answer and goes away is told of no error."""
    line = [sys.executable, "-m", "repplan", "--store", str(store), "note", "check", "-"]
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        child.stdin.write(b"fine\n")
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["hits"] == []
        child.stdout.close()
        try:
            child.stdin.write(b"fine\n" * 20_000)
            child.stdin.close()
        except BrokenPipeError:
            pass
        assert child.stderr.read() == b""
        assert child.wait(60) == 0


def test_a_very_long_line_is_a_line(store: Path) -> None:
    """A megabyte in one line is answered, in time that grows with its length alone."""
    text = "seen again in clinic and all is well, " * 25_000
    done = process("note", "check", "-", store=store, stdin=f"{text}dizzy on it\nfine\n".encode())
    assert done.code == 0
    assert [len(json.loads(line)["text"]) for line in done.out.splitlines()] == [
        len(text) + len("dizzy on it"),
        4,
    ]


def test_words_are_added_and_watched_for(run: Run) -> None:
    """A word of one's own leads to a question; taken away, it doesn't; undo takes either back."""
    assert run("note", "words").out == (
        "You have added no words. One more: repplan note words --add TEXT\n"
    )
    assert run("note", "words", "--add", "moon walk").masked == (
        "Watched for: moon walk (safety)\nSaved. Take it back: repplan undo b-*\n"
    )
    line = ("note", "check", "spoke of the moon walk", "--json")
    (hit,) = run(*line).json["hits"]
    assert (hit["label"], hit["words"], hit["action"]) == ("safety", "moon walk", "ask")
    assert run("note", "words").out == (
        "Word       Watched for  Since\nmoon walk  safety       2026-11-24\n"
    )
    assert run("note", "words", "--json").json == {
        "words": [{"label": "safety", "text": "moon walk", "noted_on": "2026-11-24"}]
    }
    assert run("note", "words", "--remove", "Moon Walk").masked == (
        "No longer watched for: moon walk\nSaved. Take it back: repplan undo b-*\n"
    )
    assert run(*line).json["hits"] == []
    assert run("undo").code == 0
    assert run(*line).json["hits"] != []


def test_words_as_json_and_by_label(run: Run) -> None:
    """What was written, and the batch; ``--label`` alone filters the list."""
    added = run("note", "words", "--add", "返现", "--label", "barred", "--json").json
    assert added["word"] == {"label": "barred", "text": "返现", "noted_on": "2026-11-24"}
    assert added["batch"].startswith("b-")
    assert run("note", "words", "--label", "safety", "--json").json == {"words": []}
    hits = run("note", "check", "答应返现", "--json").json["hits"]
    assert [hit["label"] for hit in hits] == ["barred"]


@pytest.mark.parametrize(
    ("line", "code", "slug"),
    [
        (("--add", "MOON walk"), 6, "already-there"),
        (("--remove", "fatigue"), 3, "no-such-word"),
        (("--add", "x"), 2, "bad-value"),
        (("--add", "x" * 61), 2, "bad-value"),
        (("--add", " "), 2, "missing"),
        (("--add", "a b", "--remove", "c d"), 2, "bad-value"),
        (("--add", "tired", "--label", "health"), 2, "bad-value"),
    ],
)
def test_words_refused(run: Run, line: tuple[str, ...], code: int, slug: str) -> None:
    """Twice the same, one that isn't there, no word at all: nothing is written."""
    run("note", "words", "--add", "moon walk")
    done = run("note", "words", *line, "--json")
    assert (done.code, done.out) == (code, "")
    assert json.loads(done.err)["error"] == slug
    assert len(run("note", "words", "--json").json["words"]) == 1
