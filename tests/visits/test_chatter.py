"""What chat and mail programs add is told from a rep's own words."""

from __future__ import annotations

import pytest

from repplan.visits.chatter import after_chat_header, is_chatter, is_sign_off


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("[24/11/2026, 08:41] Me: @ Patel 8:40", "@ Patel 8:40"),
        ("[24/11/2026, 08:41:12] Jo Rep: > table", "> table"),
        ("[2026/11/24 上午8:41] 小何: @王主任", "@王主任"),
        ("11/24/26, 8:41 AM - Me: liked it", "liked it"),
        ("24.11.2026, 08:41 - Jo: liked it", "liked it"),
        ("张三 2026/11/24 08:41", ""),
        ("张三 2026年11月24日 08:41", ""),
        ("Jo Rep 2026-11-24 08:41:05", ""),
        ("2026-11-24 08:41 张三:", ""),
        ("Tue, Nov 24 at 8:41 AM", ""),
        ("Today 8:41 AM", ""),
        ("On Tue, Nov 24, 2026 at 8:41 AM Jo wrote:", ""),
        ("---------- Forwarded message ---------", ""),
        ("————— 2026-11-24 —————", ""),
    ],
)
def test_chat_headers_go(line: str, left: str) -> None:
    """A chat's header goes, the words behind it stay."""
    assert after_chat_header(line) == (left, line.removesuffix(left).strip())


@pytest.mark.parametrize(
    "line",
    [
        *(
            "@ Patel 8:40",
            "lunch tue 12:00",
            "科会 12月1日 14:00",
            "fri 8:40",
            "Me: she has decided",
        ),
        *("[2] of them", "liked it: 8:40 is best", "2026/11/24 is her date", "today she was late"),
        "next on 2026/11/24 14:00 with all of the team in room five",
    ],
)
def test_own_words_are_no_header(line: str) -> None:
    """Days, times and colons that a rep types are left alone."""
    assert after_chat_header(line) == (line, "")


@pytest.mark.parametrize(
    "line",
    [
        *("Sent from my iPhone", "sent from my Galaxy S24", "Sent from Outlook for iOS"),
        *(
            "Get Outlook for iOS",
            "发自我的iPhone",
            "来自我的华为手机",
            "发自我的 iPhone",
            "从我的iPad发送",
        ),
        *("From: Jo <jo@example.com>", "To: jo@example.com", "Date: 24 Nov 2026 08:41", "[图片]"),
        *("发件人：jo@example.com", "<Media omitted>", "Begin forwarded message:"),
    ],
)
def test_a_programs_lines_are_chatter(line: str) -> None:
    """Sign-offs of devices, heads of mails and notices are no notes."""
    assert is_chatter(line)


@pytest.mark.parametrize(
    "line",
    [
        *("sent from the depot on mon", "Sent: renal table", "To: do", "date: fri", "delivered"),
        *("from: the ward", "发自内心认可", "来自浙大", "时间：周三", "Subject: renal"),
    ],
)
def test_own_words_are_no_chatter(line: str) -> None:
    """What only begins like one is a note."""
    assert not is_chatter(line)


def test_a_subject_is_chatter_in_a_mails_head() -> None:
    """A subject line goes where the line before went."""
    assert is_chatter("Subject: visits", is_in_mail_head=True)
    assert is_chatter("主题：拜访", is_in_mail_head=True)


@pytest.mark.parametrize(
    ("line", "is_it"), [("-- ", True), ("--", True), ("-- ok", False), ("-", False)]
)
def test_two_dashes_sign_off(line: str, *, is_it: bool) -> None:
    """Two dashes alone begin a signature."""
    assert is_sign_off(line) is is_it
