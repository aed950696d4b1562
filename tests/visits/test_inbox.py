"""An inbox: many visits under their headers, what belongs to none set aside with its line."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from repplan.visits.inbox import Inbox, InboxVisit, read_inbox
from repplan.visits.marks import tidy

KNOWN = {"patel", "dr patel", "王主任", "李敏药师", "brandt np"}


def read(text: str) -> Inbox:
    """Return the inbox as this territory reads it."""
    return read_inbox(text, is_known=lambda words: words.casefold() in KNOWN)


THUMBED = """\
notes tue
@ Patel 840 10m liked the chart
> renal table by fri

? ok in dialysis
＠王主任没见到 护士说下周三
@Brandt NP phone; ill email copay form
@ Smyth 2pm cancelled
Sent from my iPhone
"""


def test_visits_are_parted_by_headers() -> None:
    """Each header begins a visit; lines up to the next are its note, without blank ones."""
    assert read(THUMBED) == Inbox(
        (
            InboxVisit(
                line=2,
                who="Patel",
                at=time(8, 40),
                outcome=None,
                channel=None,
                minutes=10,
                heads=None,
                note="liked the chart\n> renal table by fri\n? ok in dialysis",
                header="@ Patel 840 10m liked the chart",
            ),
            InboxVisit(
                line=6,
                who="王主任",
                at=None,
                outcome="no-see",
                channel=None,
                minutes=None,
                heads=None,
                note="护士说下周三",
                header="＠王主任没见到 护士说下周三",
            ),
            InboxVisit(
                line=7,
                who="Brandt NP",
                at=None,
                outcome=None,
                channel="phone",
                minutes=None,
                heads=None,
                note="ill email copay form",
                header="@Brandt NP phone; ill email copay form",
            ),
            InboxVisit(
                line=8,
                who="Smyth",
                at=time(14),
                outcome="cancelled",
                channel=None,
                minutes=None,
                heads=None,
                note="",
                header="@ Smyth 2pm cancelled",
            ),
        ),
        ((1, "notes tue"), (9, "Sent from my iPhone")),
    )


CHAT = """\
[24/11/2026, 08:41] Me: @ Patel 8:40
[24/11/2026, 08:43] Me: > renal by fri
张三 2026/11/24 09:15
@王主任9点10分
认可数据
发自我的iPhone
"""


def test_chat_headers_are_set_aside() -> None:
    """Pasted chats give the same visits; what the program wrote is reported with its line."""
    inbox = read(CHAT)
    assert [(one.line, one.who, one.at, one.note) for one in inbox.visits] == [
        (1, "Patel", time(8, 40), "> renal by fri"),
        (4, "王主任", time(9, 10), "认可数据"),
    ]
    assert inbox.skipped == (
        (1, "[24/11/2026, 08:41] Me:"),
        (2, "[24/11/2026, 08:43] Me:"),
        (3, "张三 2026/11/24 09:15"),
        (6, "发自我的iPhone"),
    )


def test_a_signature_ends_at_the_next_header() -> None:
    """Below two dashes stands a signature, up to the next visit."""
    inbox = read(
        "From: Jo <jo@x.org>\nSubject: visits\n@ Patel\nok\n-- \nJo Rep\n555\n\n@王主任\n好"
    )
    assert [(one.who, one.note) for one in inbox.visits] == [("Patel", "ok"), ("王主任", "好")]
    assert [line for line, _ in inbox.skipped] == [1, 2, 5, 6, 7]


def test_a_ruled_line_is_no_signature() -> None:
    """Marked notes below two dashes are notes; only the dashes go."""
    inbox = read("@ Patel\nok\n--\n> table by fri")
    assert inbox.visits[0].note == "ok\n> table by fri"
    assert inbox.skipped == ((3, "--"),)


def test_an_empty_inbox_has_no_visits() -> None:
    """Blank text has neither visits nor anything skipped; text without a header is skipped."""
    assert read(" \n\n") == Inbox((), ())
    assert read("liked it") == Inbox((), ((1, "liked it"),))


LINES = st.sampled_from(
    [
        *(
            "@ Patel 8:40",
            "@王主任没见到",
            "@ Nobody here",
            "＠",
            "@",
            "liked it",
            "> table",
            "--",
            "-- ",
        ),
        *(
            "[24/11/2026, 08:41] Me: ok",
            "Sent from my iPhone",
            "",
            "  ",
            "- @ Patel",
            "a@b",
            "\ufeff@ Patel",
        ),
    ]
)


@given(st.lists(LINES | st.text(max_size=12), max_size=12).map("\n".join))
def test_every_line_lands_somewhere(text: str) -> None:
    """Each line that isn't blank is a header, in a note, or skipped, under its own number."""
    inbox = read(text)
    lines = tidy(text).split("\n")
    for number, line in inbox.skipped:
        assert line in lines[number - 1]
    for one in inbox.visits:
        assert one.header in lines[one.line - 1]
    kept = [line for one in inbox.visits for line in (one.header, *one.note.split("\n"))]
    kept += [line for _, line in inbox.skipped]
    for line in lines:
        words = line.removeprefix("[24/11/2026, 08:41] Me:").strip()
        assert not words or any(words in one for one in kept)
