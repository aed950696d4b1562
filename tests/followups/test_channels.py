"""Which channel the words of a promise name, and what consent says of it then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.followups.channels import channel_said

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize(
    ("what", "channel"),
    [
        ("e-mail the renal paper", "email"),
        ("Email her the table", "email"),
        ("mail to her the table", "email"),
        ("send her an e-mail with the table", "email"),
        ("text her the table", "message"),
        ("WhatsApp the dosing card", "message"),
        ("call back", "phone"),
        ("we'll ring Dr Chen", "phone"),
        ("give her a call", "phone"),
        ("发微信给他", "message"),
        ("给王主任发个短信", "message"),
        ("给他打电话", "phone"),
        ("发邮件给她", "email"),
        # Words that are no deed, or another one, name no channel.
        ("mail the samples", None),
        ("text of the trial", None),
        ("textbook chapter", None),
        ("text-book chapter", None),
        ("message map for nurses", None),
        ("call centre list", None),
        ("call on her", None),
        ("ring binder", None),
        ("phone number of the clinic", None),
        ("emailed list", None),
        ("bring the paper", None),
        ("微信公众号文章", None),
        ("送资料", None),
    ],
)
def test_the_channel_said(what: str, channel: str | None) -> None:
    """Only a plain deed at the start names one."""
    assert channel_said(what) == channel


@pytest.mark.usefixtures("people")
def test_a_promise_is_held_against_consent(run: Run) -> None:
    """A promise in words is refused as with --channel, and bears its channel where it may be."""
    run("consent", "add", "anjali", "message", "out")
    refused = run("followup", "add", "anjali", "text her the table by fri")
    assert (refused.code, "said no to message" in refused.err) == (5, True)
    kept = run("followup", "add", "anjali", "e-mail the table by fri", "--json").json
    assert kept["follow_up"]["channel"] == "email"
    theirs = run("followup", "add", "anjali", "text us the table", "--by", "them", "--json").json
    assert theirs["follow_up"]["channel"] is None
    asked = run("followup", "add", "anjali", "text her?", "--kind", "question", "--json").json
    assert asked["follow_up"]["channel"] is None


@pytest.mark.usefixtures("people")
def test_a_logged_promise_says_to_ask_first(run: Run) -> None:
    """A log isn't refused; its lines and due say what is possible instead."""
    run("config", "set", "policy", "uk")
    for extra in (("--dry-run",), ()):
        said = run("log", "anjali", "> e-mail the renal paper by fri", "--yes", *extra)
        assert said.code == 0
        assert "no e-mail: no consent yet; ask first" in said.out
    assert "e-mail" not in run("log", "dev", "> bring the paper", "--yes", "--dry-run").out
    due = run("due", now="2026-11-27T07:05:00-06:00").out
    assert "ask them: no consent yet" in due
    run("consent", "add", "anjali", "email", "in")
    assert "ask first" not in run("log", "anjali", "> e-mail the card", "--dry-run", "--yes").out
