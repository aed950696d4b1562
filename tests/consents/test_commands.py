"""``repplan consent``, and the stops it puts: what they answer, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"


def test_out_and_its_end(run: Run) -> None:
    """An out is written with its day and how; it ends by name and channel, and undo brings it back."""
    said = run("consent", "add", "anjali", "e-mail", "out", "--on", "2 sep", "--how", "by phone")
    assert (
        said.masked
        == (
            "Anjali Patel, MD  c-*  counts\n"
            "channel  email\n"
            "said     out\n"
            "given    Wed 2026-09-02\n"
            "how      by phone\n"
        )
        + SAVED
    )
    assert run("consent", "list").masked == (
        "Who               Channel  Says  About  Since      State   Ref\n"
        "Anjali Patel, MD  email    out          Wed 2 Sep  counts  c-*\n"
    )
    ended = run("consent", "end", "anjali", "email")
    assert "ended    Tue 2026-11-24\n" in ended.masked
    assert run("consent", "list").out == (
        "No consent is written down: repplan consent add WHO CHANNEL in\n"
    )
    assert "ended" in run("consent", "list", "--all").out
    assert run("undo").code == 0
    assert "counts" in run("consent", "list").out


def test_an_in_over_an_out(run: Run) -> None:
    """An in while an out counts is kept, and said not to help; WHO, channel and side name one."""
    run("consent", "add", "anjali", "email", "out", "--on", "2 sep")
    said = run("consent", "add", "anjali", "email", "in")
    assert said.code == 0
    assert "Their no of 2026-09-02 still counts. End it first: repplan consent end c-" in said.err
    assert run("consent", "end", "anjali", "email").code == 4
    assert run("consent", "end", "anjali", "email", "out").code == 0
    assert run("can", "anjali", "--for", "email").out.startswith("yes")


@pytest.mark.parametrize(
    ("line", "code", "slug"),
    [
        (("nobody", "email"), 3, "not-found"),
        (("anjali", "letter"), 2, "bad-value"),
        (("anjali", "visit"), 2, "bad-value"),
        (("anjali", "email", "perhaps"), 2, "bad-value"),
        (("anjali", "email", "in", "--until", "firday"), 2, "bad-day"),
        (("anjali", "email", "in", "--on", "2026-12-01"), 2, "still-to-be-given"),
        (("anjali", "email", "in", "--on", "today", "--until", "2026-11-23"), 2, "expires-before"),
    ],
)
def test_what_is_refused(run: Run, line: tuple[str, ...], code: int, slug: str) -> None:
    """Wrong names, channels and days are refused by name, and nothing is written."""
    answer = run("consent", "add", *line, "--json")
    assert (answer.code, slug in answer.err) == (code, True), answer.err
    assert run("consent", "list", "--json").json["consents"] == []


def test_twice_and_ended(run: Run) -> None:
    """The same again is refused; so is the end of what has ended; nothing of that name is 3."""
    run("consent", "add", "anjali", "phone", "in")
    assert run("consent", "add", "anjali", "phone", "in").code == 6
    ref = run("consent", "list", "--json").json["consents"][0]["ref"]
    assert run("consent", "end", ref).code == 0
    assert run("consent", "end", ref).code == 6
    assert run("consent", "show", "dev").code == 3
    assert run("consent", "show", ref, "--json").json["until_on"] == "2026-11-24"


@pytest.mark.parametrize("policy", ["none", "us", "uk", "eu", "cn"])
def test_what_the_policy_asks_for(run: Run, policy: str) -> None:
    """Of one provider the list says what each channel needs, and the basis for what is kept."""
    run("config", "set", "policy", policy)
    needs = run("consent", "list", "anjali", "--json").json["needs"]
    assert needs["policy"] == policy
    assert set(needs["channels"]) == {"email", "phone", "message"}
    assert (needs["basis"] is None) == (policy == "none")
    shown = run("consent", "list", "anjali").out
    assert ("they must have agreed" in shown) == (policy != "none")


def test_a_followup_is_stopped(run: Run) -> None:
    """A promise by e-mail without consent is refused with rule, source and next step; in lifts it."""
    run("config", "set", "policy", "uk")
    line = ("followup", "add", "anjali", "the renal table by fri", "--channel", "email")
    refused = run(*line)
    assert refused.code == 5
    assert "Anjali Patel, MD hasn't agreed to email yet. Rule: consent.email; source: ABPI" in (
        refused.err
    )
    assert "Ask at the next visit; if they agree: repplan consent add p-" in refused.err
    assert run("followup", "list", "--json").json["follow_ups"] == []
    # What waits on a colleague, or what they owe us, is written to nobody.
    assert run(*line, "--via", "amy").code == 0
    assert run(*line, "--by", "them").code == 0
    run("consent", "add", "anjali", "email", "in", "--until", "2026-12-01")
    assert run(*line).code == 0
    later = run(*line, now="2026-12-02T07:05:00-06:00")
    assert later.code == 5
    assert "consent to email ran out on 2026-12-01" in later.err


def test_an_out_is_told_in_due_and_brief(run: Run) -> None:
    """Opted out: due names what is possible instead of e-mail, the brief has a stop, under any rules."""
    run("followup", "add", "anjali", "renal table", "--due", "today", "--channel", "email")
    assert "e-mail\n" in run("due").out
    run("consent", "add", "anjali", "email", "out", "--on", "2 sep")
    assert "no e-mail: out since Wed 2 Sep" in run("due").out
    assert "STOP   no e-mail (opted out Wed 2 Sep)\n" in run("brief", "anjali").out
    run("visit", "plan", "anjali", "--at", "fri 8:40")
    assert "you see them Fri 27 Nov" in run("due").out
    asked = run("visit", "ask", "anjali")
    assert "not by email, for want of consent: repplan consent list" in asked.err


def test_needed_in_due(run: Run) -> None:
    """Where consent is needed, due says to ask for it; after it ran out, to ask again."""
    run("followup", "add", "anjali", "renal table", "--due", "today", "--channel", "email")
    run("config", "set", "policy", "eu")
    assert "ask them: no consent yet" in run("due").out
    run("consent", "add", "anjali", "email", "in", "--on", "1 oct", "--until", "2026-11-25")
    assert "ask them" not in run("due").out
    assert "consent ran out: ask again" in run("due", now="2026-11-26T07:05:00-06:00").out


def test_in_chinese(run: Run) -> None:
    """A Chinese name, topic and way to say so are kept as they are."""
    said = run("consent", "add", "王建国", "message", "in", "--topic", "随访", "--how", "当面同意")
    assert "about    随访\n" in said.out
    assert "how      当面同意\n" in said.out
    run("config", "set", "policy", "cn")
    assert "agreed to message about 随访 alone" in run("can", "王建国", "--for", "message").out
    assert run("followup", "add", "王建国", "发随访表", "--channel", "message").code == 0
    assert run("followup", "add", "王建国", "发剂量表", "--channel", "message").code == 5


def test_data(run: Run) -> None:
    """Who wants nothing kept about them is a stop in the brief."""
    run("consent", "add", "anjali", "data", "out")
    assert "STOP   wants nothing kept about them (Tue 24 Nov)" in run("brief", "anjali").out


@pytest.mark.usefixtures("people")
def test_one_address_for_every_door(run: Run) -> None:
    """A no for an address counts only for it, and a yes too: in due, brief, ask and follow-ups."""
    run("config", "set", "policy", "uk")
    run("provider", "edit", "anjali", "--email", "anjali@valley.example")
    run("visit", "plan", "anjali", "--at", "fri 9:00")
    run("consent", "add", "anjali", "email", "in", "--value", "old@else.example")
    assert run("followup", "add", "anjali", "table by today", "--channel", "email").code == 5
    assert "not by email" in run("visit", "ask", "anjali").err.replace("e-mail", "email")
    run("consent", "add", "anjali", "email", "in", "--value", "Anjali@Valley.example")
    assert run("followup", "add", "anjali", "table by today", "--channel", "email").code == 0
    assert "no consent yet" not in run("due").out
    run("consent", "add", "anjali", "email", "out", "--value", "old@else.example")
    assert "no e-mail" not in run("brief", "anjali").out
    assert "no consent yet" not in run("due").out
    run("consent", "add", "anjali", "email", "out", "--value", "anjali@valley.example")
    assert "no e-mail (opted out" in run("brief", "anjali").out


def test_in_or_out_is_asked_for(run: Run) -> None:
    """Nothing is taken as a yes: without a terminal what they said is missing."""
    refused = run("consent", "add", "anjali", "email")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "In or out is missing.")
    assert run("consent", "list", "--json").json["consents"] == []


def test_a_no_beats_a_yes_on_every_screen(run: Run) -> None:
    """What a no keeps from counting isn't said to count."""
    run("consent", "add", "anjali", "email", "out")
    yes = run("consent", "add", "anjali", "email", "in", "--json").json["consent"]["ref"]
    assert "  out wins" in run("consent", "show", yes).out.splitlines()[0]
    listed = run("consent", "list", "anjali").out.splitlines()
    assert ["out wins" in line for line in listed[1:3]] == [True, False]
