"""``repplan visit ask|recap``: what is sent, word for word, and the clipboard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.visits.typed import NOTE, plan, shown

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

EVENING = "2026-11-24T18:00:00-06:00"


def test_ask(rp: Run) -> None:
    """A request is polite, has purpose, minutes and time, and writes nothing."""
    plan(rp, "patel", "fri 8:40", "--minutes", "10", "--purpose", "demo")
    done = rp("visit", "ask", "patel")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Dear Dr. Patel,\n"
        "\n"
        "may I ask for 10 minutes of your time on Fri 27 Nov at 8:40?\n"
        "It would be a demonstration.\n"
        "I would come to you.\n"
        "\n"
        "If another day or time suits you better, tell me and I will fit in.\n"
        "\n"
        "Best regards\n"
        "Kim Tan\n"
    )
    assert shown(rp, "patel")["appointment"] == "wished"


@pytest.mark.parametrize(
    ("who", "options", "said"),
    [
        ("brandt", (), "Dear Jo Brandt,"),
        ("王主任", (), "Dear 王建国主任医师,"),
        ("ward@valley", (), "Dear colleagues at Valley Cardiology, ward,"),
        ("patel", ("--with", "amy"), "Dear Dr. Patel,"),
        ("patel", ("--with", "brandt"), "Dear Dr. Patel, Jo Brandt,"),
        ("patel", (), "may I ask for a few minutes of your time on Fri 27 Nov?"),
        ("patel", (), "It would be a short talk."),
        ("patel", ("--channel", "phone"), "I would call you."),
        ("patel", ("--channel", "video"), "I would send you the link for a video call."),
    ],
)
def test_ask_says(rp: Run, who: str, options: tuple[str, ...], said: str) -> None:
    """A request calls people as a letter does, and says only what is known."""
    ref = plan(rp, who, "fri", *options)["ref"]
    assert said in rp("visit", "ask", ref).out.splitlines()


@pytest.mark.parametrize(
    ("benefit", "is_told"),
    [
        ("one page instead of the whole label", True),
        ("Cardexa in short", False),
        ("pressure under 100", False),
    ],
)
def test_ask_tells_the_benefit(rp: Run, benefit: str, is_told: bool) -> None:
    """What they gain is told, never what they are to do; a product or a figure stays out."""
    rp("objective", "add", "patel", "she starts one patient on Cardexa", "--benefit", benefit)
    plan(rp, "patel", "fri", "--objective", "starts")
    done = rp("visit", "ask", "patel")
    assert (f"What it may bring you: {benefit}\n" in done.out) is is_told
    assert "Cardexa" not in done.out
    remark = "The benefit names a product or a figure, so the text leaves it out.\n"
    assert done.err == ("" if is_told else remark)


def test_ask_copies(rp: Run, tmp_path: Path) -> None:
    """``--copy`` puts the text on the clipboard and marks the appointment as asked, undoably."""
    (tmp_path / "xclip").write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/copied\n", encoding="utf-8")
    (tmp_path / "xclip").chmod(0o700)
    plan(rp)
    text = rp("visit", "ask", "patel").out
    done = rp("visit", "ask", "patel", "--copy", PATH=str(tmp_path), DISPLAY=":0")
    assert (tmp_path / "copied").read_text(encoding="utf-8") == text
    assert done.err == "Copied.\n"
    assert done.out.startswith(text + "\nSaved. Take it back: repplan undo b-")
    assert shown(rp, "patel")["appointment"] == "asked"
    rp("undo")
    assert shown(rp, "patel")["appointment"] == "wished"


def test_ask_without_a_clipboard(rp: Run, tmp_path: Path) -> None:
    """Without a clipboard one line says so; the text is there to be copied by hand."""
    plan(rp)
    done = rp("visit", "ask", "patel", "--copy", "--json", PATH=str(tmp_path))
    assert done.err == (
        "It isn't marked as asked for: nothing was copied.\n"
        "No clipboard here: copy the text from below.\n"
    )
    told = json.loads(done.out)
    assert (told["copied"], told["visit"]["appointment"]) == (False, "wished")
    assert told["text"].startswith("Dear Dr. Patel,\n")
    assert told["batch"] is None


def test_ask_unsigned(rp: Run) -> None:
    """Without a name of one's own the text ends in its greeting, and it says how to sign."""
    plan(rp)
    rp("config", "set", "owner.name", "")
    done = rp("visit", "ask", "patel")
    assert done.out.endswith("\n\nBest regards\n")
    assert done.err == ("It bears no name. Set yours once: repplan config set owner.name NAME\n")


def test_ask_too_late(rp: Run) -> None:
    """A visit whose time has gone by, or that was logged, can't be asked for."""
    ref = plan(rp, "patel", "8:40")["ref"]
    late = rp("visit", "ask", ref, "--copy", now=EVENING)
    assert (late.code, late.err.splitlines()[0]) == (2, "2026-11-24 08:40 has gone by.")
    rp("log", "patel", "seen", now=EVENING)
    done = rp("visit", "ask", ref)
    assert (done.code, done.err.splitlines()[0]) == (
        5,
        f"{ref} is no longer planned: it was logged or called off.",
    )


def test_recap(rp: Run) -> None:
    """A recap is what was agreed, we will, they will, next: nothing that isn't theirs to read."""
    rp("log", "patel", NOTE)
    done = rp("visit", "recap", "patel")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Dear Dr. Patel,\n"
        "\n"
        "thank you for your time on Tue 24 Nov.\n"
        "We talked about Cardexa.\n"
        "\n"
        "Agreed: start with one\n"
        "\n"
        "I will:\n"
        "- find the poster\n"
        "- answer your question: ok in dialysis\n"
        "- send the table, by Fri 27 Nov\n"
        "\n"
        "You kindly will:\n"
        "- a count of patients\n"
        "\n"
        "Next: Tue 8 Dec\n"
        "\n"
        "Best regards\n"
        "Kim Tan\n"
    )


def test_recap_leaves_out_what_is_over(rp: Run) -> None:
    """A promise kept since is none any more; a recap alone is a thank-you, and writes nothing."""
    rp("log", "patel", "liked it; > send the table by fri")
    rp("done", "patel table")
    done = rp("visit", "recap", "patel", "--json")
    told = json.loads(done.out)
    assert told["text"] == (
        "Dear Dr. Patel,\n\nthank you for your time on Tue 24 Nov.\n\nBest regards\nKim Tan\n"
    )
    assert (told["batch"], told["copied"]) == (None, False)


@pytest.mark.parametrize(
    ("outcome", "err"),
    [
        ("no-see", "{ref}: they weren't seen, so there is nothing to recap."),
        ("staff", "{ref}: they weren't seen, so there is nothing to recap."),
    ],
)
def test_recap_refused(rp: Run, outcome: str, err: str) -> None:
    """Who wasn't seen isn't thanked for their time."""
    rp("log", "patel", "clinic ran late", "--outcome", outcome)
    ref = shown(rp, "patel")["ref"]
    done = rp("visit", "recap", "patel")
    assert (done.code, done.err.splitlines()[0]) == (5, err.format(ref=ref))


def test_recap_of_a_plan(rp: Run) -> None:
    """A visit that wasn't logged has nothing to recap yet."""
    ref = plan(rp)["ref"]
    done = rp("visit", "recap", ref)
    assert (done.code, done.err) == (
        5,
        f"{ref} isn't logged yet.\nLog it with: repplan log WHO --at 2026-11-27\n",
    )


def test_a_group_is_asked_as_a_practice(rp: Run) -> None:
    """A lunch for nine isn't asked of one doctor; a second one that day is the account's."""
    more = ("--with", "patel", "--heads", "9")
    assert rp("visit", "plan", "valley", "--at", "fri 12:00", *more).out.startswith("Valley Card")
    letter = rp("visit", "ask", "patel").out
    assert letter.startswith("Dear colleagues at Valley Cardiology,")
    assert "It would be for 9 people." in letter
    again = rp("visit", "plan", "valley", "--at", "fri 15:00")
    assert (again.code, again.err.split(" is ")[0]) == (6, "Valley Cardiology")
