"""``repplan inquiry``: what it answers, word for word, what it locks, and what it refuses."""

from __future__ import annotations

import shlex
import sqlite3
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

ASK = ("inquiry", "add", "lindqvist", "ok in dialysis?", "--product", "card", "--by", "phone")
WED, THU = "2026-11-25T08:00:00-06:00", "2026-11-26T08:00:00-06:00"
ASKED = (
    "ok in dialysis?  i-*\n"
    "asked by   Åsa Lindqvist\n"
    "asked on   Tue 2026-11-24\n"
    "product    Cardexa\n"
    "answer by  phone\n"
)
SAVED = "Saved. Take it back: repplan undo b-*\n"


@pytest.fixture(autouse=True)
def _product(run: Run) -> None:
    assert run("product", "add", "Cardexa").code == 0


def test_from_question_to_handed_over(run: Run) -> None:
    """It is asked, sent, answered, handed over; the question that we owe goes with it."""
    assert run(*ASK).masked == (
        ASKED + "Send it: repplan inquiry send i-*      Don't answer it yourself.\n" + SAVED
    )
    assert run("inquiry", "send", "lindqvist").masked == (
        "A question for medical affairs, in the provider's own words:\n\n"
        "ok in dialysis?\n\n"
        "To: medical affairs\n"
        "Product: Cardexa\n"
        "Asked by: Åsa Lindqvist\n"
        "Asked on: Tue 2026-11-24\n"
        "Unsolicited: yes\n"
        "Answer wanted by: phone\n"
        "Reference: i-*\n\n"
        "It counts as sent now and is locked: undo can't take it back.\n"
        "When medical affairs replies: repplan inquiry answer i-* TEXT\n"
    )
    assert run("inquiry", "list").masked == (
        "How it stands    Asked       Who            Question         Ref\n"
        "sent Tue 24 Nov  Tue 24 Nov  Åsa Lindqvist  ok in dialysis?  i-*\n"
    )
    answered = run("inquiry", "answer", "dialysis", "No", "data below 30.", now=WED)
    assert answered.masked == (
        ASKED + "sent       Tue 2026-11-24 07:05\nanswered   Wed 2026-11-25\n"
        "answer     No data below 30.\n"
        "Hand it over, then: repplan inquiry hand i-*\n" + SAVED
    )
    handed = run("inquiry", "hand", "dialysis", "--json", now=THU).json["inquiry"]
    assert (handed["state"], handed["handed_on"]) == ("handed", "2026-11-26")
    (owed,) = run("followup", "list", "lindqvist", "--all", "--json").json["follow_ups"]
    assert (owed["kind"], owed["state"]) == ("question", "kept")
    assert run("inquiry", "list").out == "No question waits for medical affairs.\n"


def test_nobody_else_answers(run: Run) -> None:
    """While it is with medical affairs the question can't be done, waived or dropped."""
    run(*ASK)
    for words in (("done",), ("followup", "done"), ("followup", "waive"), ("followup", "drop")):
        refused = run(*words, "lindqvist", "dialysis")
        assert refused.code == 5
        assert [line.split(": ")[0] for line in refused.err.splitlines()[1:]] == [
            "See how it stands",
            "No longer wanted",
        ]
        assert refused.err.startswith("“ok in dialysis?” is a question for medical affairs (i-")
    run("inquiry", "send", "lindqvist")
    assert run("done", "lindqvist", "dialysis").code == 5
    run("inquiry", "answer", "dialysis", "No.")
    assert run("followup", "waive", "lindqvist", "dialysis").code == 5
    assert run("done", "lindqvist", "dialysis").code == 0
    (one,) = run("inquiry", "list", "--all", "--json").json["inquiries"]
    assert one["state"] == "handed"


def test_the_day_is_counted_from_the_answer(run: Run) -> None:
    """Medical affairs took a week: what we owe is due from then on, and isn't late."""
    run(*ASK)
    run("inquiry", "send", "lindqvist")
    run("inquiry", "answer", "dialysis", "No.", now="2026-12-03T08:00:00-06:00")
    (owed,) = run("followup", "list", "lindqvist", "--json").json["follow_ups"]
    assert owed["due_on"] == "2026-12-07"


def test_a_mail_draft(run: Run, tmp_path: Path) -> None:
    """The mail is one that a program can read: the question word for word, in any language."""
    assert run(
        *("inquiry", "add", "王建国", "透析能用吗？", "--to", "med@example.com", "--prompted")
    ).code == 0  # fmt: skip
    path = tmp_path / "one.eml"
    sent = run("inquiry", "send", "王建国", "--to", str(path))
    assert sent.code == 0
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert (mail["To"], mail["X-Unsent"]) == ("med@example.com", "1")
    assert mail["Subject"].startswith("Medical inquiry i-")
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "\n透析能用吗？\n" in text.replace("\r\n", "\n")
    assert "Unsolicited: no, prompted" in text


def test_what_cant_be_written_isnt_sent(run: Run, tmp_path: Path) -> None:
    """A file that is there, or of another kind, leaves the inquiry as it was."""
    run(*ASK)
    path = tmp_path / "one.txt"
    path.write_text("mine", encoding="utf-8")
    assert run("inquiry", "send", "lindqvist", "--to", str(path)).code == 6
    assert run("inquiry", "send", "lindqvist", "--to", str(tmp_path / "one.docx")).code == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("inquiry", "list", "--json").json["inquiries"][0]["state"] == "open"
    assert run("inquiry", "send", "lindqvist", "--to", str(path), "--force").code == 0
    assert "ok in dialysis?" in path.read_text(encoding="utf-8")


def test_locked_once_sent(run: Run, store: Path) -> None:
    """Sent, it stands: no edit, no second sending, no undo; it is withdrawn instead."""
    run(*ASK)
    edited = run("inquiry", "edit", "dialysis", "--by", "email", "--to", "Med", "--json").json
    batch = run("inquiry", "send", "lindqvist", "--json").json["batch"]
    by_force = run("undo", edited["batch"], "--force")
    assert (by_force.code, "was sent at" in by_force.err) == (5, True)
    assert run("inquiry", "list", "--json").json["inquiries"][0]["answer_by"] == "email"
    for words in (("edit", "dialysis", "--question", "x"), ("send", "lindqvist")):
        refused = run("inquiry", *words)
        assert refused.code == 5
        assert "was sent at 2026-11-24 07:05: an inquiry is locked once sent." in refused.err
    refused = run("undo", batch, "--force")
    assert refused.code == 5
    assert "Withdraw it instead: repplan inquiry withdraw i-" in refused.err
    other = sqlite3.connect(store)
    columns = {row[1] for row in other.execute("PRAGMA table_info(inquiry)")}
    locked = sorted(columns - {"state", "answered_on", "answer", "handed_on", "why"})
    changes = [f"UPDATE inquiry SET {column} = 'x'" for column in locked]
    assert len(changes) > 10
    for sql in (*changes, "DELETE FROM inquiry"):
        with pytest.raises(sqlite3.IntegrityError, match=r"locked once sent|an id never"):
            other.execute(sql)
    other.close()
    assert run("inquiry", "withdraw", "dialysis").code == 2
    gone = run("inquiry", "withdraw", "dialysis", "--because", "asked twice", "--json").json
    assert gone["inquiry"]["state"] == "withdrawn"
    (owed,) = run("followup", "list", "lindqvist", "--all", "--json").json["follow_ups"]
    assert owed["state"] == "waived"
    assert run("undo").code == 0
    assert run("inquiry", "list", "--json").json["inquiries"][0]["state"] == "sent"


def test_what_a_log_leaves_open_is_taken_over(run: Run) -> None:
    """The command that a log prints makes its question no second one; undo gives it back."""
    assert run("product", "edit", "Cardexa", "--indications", "hypertension").code == 0
    logged = run(
        "log", "lindqvist", "? can Cardexa be given to a child of 6 by fri",
        "--yes", "--at", "-1d 9:00",
    )  # fmt: skip
    (line,) = [line for line in logged.out.splitlines() if "repplan inquiry add" in line]
    (owed,) = run("followup", "list", "lindqvist", "--json").json["follow_ups"]
    one = run(*shlex.split(line)[1:], "--json").json["inquiry"]
    assert (one["follow_up"], one["asked_on"]) == (owed["ref"], "2026-11-23")
    assert (one["visit"][:2], one["question"]) == ("v-", owed["what"])
    assert run("followup", "list", "lindqvist", "--json").json["follow_ups"] == [owed]
    assert "I will:" not in run("visit", "recap", "lindqvist").out
    assert run("undo").code == 0
    assert run("inquiry", "list", "--all", "--json").json == {"inquiries": []}
    assert run("followup", "list", "lindqvist", "--json").json["follow_ups"] == [owed]
    assert run("done", owed["ref"]).code == 0


def test_undo_before_it_is_sent(run: Run) -> None:
    """What wasn't sent is taken back whole, the question with it."""
    run(*ASK)
    assert run("undo").code == 0
    assert run("inquiry", "list", "--all", "--json").json == {"inquiries": []}
    assert run("followup", "list", "--all", "--json").json == {"follow_ups": []}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "nobody", "ok?"), 3, "nobody"),
        (("add", "patel", "ok?"), 4, "patel"),
        (("add", "lindqvist", " "), 2, "missing"),
        (("add", "lindqvist", "ok?", "--by", "pigeon"), 2, "email"),
        (("add", "lindqvist", "is Mr John Smith, 67, fit for it?"), 5, "[patient]"),
        (("show", "nothing"), 3, "No inquiry fits"),
        (("edit", "nothing"), 2, "missing"),
    ],
)
def test_refused(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    """A wrong word ends with one clear line, and nothing is written."""
    answer = run("inquiry", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert run("inquiry", "list", "--all", "--json").json == {"inquiries": []}


def test_in_its_order(run: Run) -> None:
    """An answer to what wasn't sent, or handing over what wasn't answered, is refused."""
    run(*ASK)
    assert "isn't sent yet" in run("inquiry", "answer", "dialysis", "No.").err
    assert "isn't answered" in run("inquiry", "hand", "dialysis").err
    run("inquiry", "withdraw", "dialysis", "--because", "no longer")
    ref = run("inquiry", "list", "--all", "--json").json["inquiries"][0]["ref"]
    assert run("inquiry", "send", ref).code == 5
    assert "closed already (withdrawn)" in run("inquiry", "hand", ref).err


def test_no_patient_and_no_empty_words(run: Run) -> None:
    """What is answered or given as a reason is screened; what is empty is said by its name."""
    run(*ASK)
    run("inquiry", "send", "lindqvist")
    for words in (("answer", "dialysis"), ("withdraw", "dialysis", "--because")):
        refused = run("inquiry", *words, "for MRN 12345678: no")
        assert refused.code == 5
        assert "identity.record" in refused.err
    assert run("inquiry", "list", "--json").json["inquiries"][0]["state"] == "sent"
    for said, name in (
        (("answer", "dialysis", " "), "The answer"),
        (("add", "anjali", ""), "The question"),
        (("withdraw", "dialysis", "--because", ""), "Why it is withdrawn"),
    ):
        empty = run("inquiry", *said)
        assert (empty.code, empty.err) == (
            2,
            f"{name} is missing.\nIt was empty: say it in words.\n",
        )
