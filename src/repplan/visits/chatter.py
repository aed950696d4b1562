"""What mail and chat programs put around a rep's own words: who sent it when, and sign-offs."""

from __future__ import annotations

import re
from functools import cache

_LONGEST = 300  # characters; what programs write is short


def after_chat_header(line: str) -> tuple[str, str]:
    """Return a line without a chat program's header, and that header; empty where there is none.

    A header that stands alone (WeChat, forwarded mail) leaves nothing of its line.

    >>> after_chat_header("[24/11/2026, 08:41] Me: @ Patel 8:40")
    ('@ Patel 8:40', '[24/11/2026, 08:41] Me:')
    >>> after_chat_header("@ Patel 8:40")
    ('@ Patel 8:40', '')
    """
    for pattern in _headers():
        match = pattern.match(line)
        if match:
            return line[match.end() :].strip(), match[0].strip()
    return line, ""


def is_chatter(line: str, *, is_in_mail_head: bool = False) -> bool:
    """Say whether a program wrote the whole line: a device's sign-off, a mail's head, a notice.

    ``is_in_mail_head``: the line before was such a line, so that a subject may follow.
    """
    text = line.strip()
    if len(text) > _LONGEST:
        return False
    if is_in_mail_head and re.match(r"(?:subject|主题)\s?[:：]", text, re.IGNORECASE):
        return True
    return _chatter().fullmatch(text) is not None


def is_sign_off(line: str) -> bool:
    """Say whether a mail signature begins here: two dashes alone, by the old custom of mail."""
    return re.fullmatch(r"\s*--\s*", line) is not None


# A stamp without its year could be a rep's own words: "lunch tue 12:00", 科会 12月1日 14:00.
_DATE = (
    r"(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, )?(?:\d{1,2} )?[A-Z][a-z]{2,8} (?:\d{1,2}, )?"
    r"\d{4})"
)
_TIME = r"(?:[上下中]午|晚上|早上|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]\.?M\.?)?"
_STAMP = rf"{_DATE}[,，]?\s*(?:at\s)?{_TIME}"
# What an iPhone writes over a message of these days: always with am or pm.
_RECENT = (
    rf"(?:today|yesterday|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*, [a-z]{{3,9}} \d{{1,2}} at) {_TIME}"
)
_FORWARDED = "(?:Forwarded message|Original Message|原始邮件|转发的?邮件)"
_NAME = r"[^\[\]:：\d@＠]{1,40}?"
_SENDER = r"[^\[\]:：\d@＠\s]{1,16}(?: [^\[\]:：\d@＠\s]{1,16}){0,2}"
_DEVICE = (
    r"(?:iphone|ipad|android|outlook|mail|yahoo|proton|samsung|galaxy|gmail|windows|blackberry|spark"
    r"|安卓|华为|荣耀|小米|红米|oppo|vivo|网易|qq|foxmail|手机|邮件|企业微信|微信)"
)


@cache
def _headers() -> tuple[re.Pattern[str], ...]:
    patterns = (
        rf"\s*\[{_STAMP}\]\s*{_NAME}[:：](?=\s|$)",  # WhatsApp, iPhone
        rf"\s*\[{_STAMP}\]\s*$",
        rf"\s*{_STAMP}\s[-–]\s{_NAME}[:：](?=\s|$)",  # WhatsApp, Android
        rf"\s*{_SENDER}\s*[(（]?\s*{_STAMP}\s*[)）]?[:：]?\s*$",  # WeChat: name and time alone
        rf"\s*{_STAMP}(?:\s+{_NAME}[:：])?\s*$",
        rf"\s*{_RECENT}(?<=[AaPp][Mm])\s*$",
        r"\s*[—\-–]{3,}\s*\d{4}-\d{1,2}-\d{1,2}\s*[—\-–]{3,}\s*$",  # WeChat export: a new day
        r"\s*(?:On\s.{6,80}\swrote|于?.{6,60}写道)[:：]\s*$",
        rf"\s*[-–—]{{2,}}\s*{_FORWARDED}\s*[-–—]{{2,}}\s*$",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@cache
def _chatter() -> re.Pattern[str]:
    patterns = (
        r"sent from my [\w '’+-]{2,40}",
        rf"(?:sent|written) (?:from|via|with|using) (?:the )?{_DEVICE}\b.{{0,40}}",
        r"get outlook for .{2,20}",
        rf"(?:发|来|发送|发出)自(?:我的|于)?\s?{_DEVICE}.{{0,20}}",
        rf"从(?:我的)?\s?{_DEVICE}.{{0,20}}(?:发送|发出)",
        r"(?:from|to|cc|bcc|reply-to|发件人|收件人|抄送)\s?[:：].*(?:\S@\S+\.\S+|<.+>).*",
        rf"(?:sent|date|发送时间|日期|时间)\s?[:：].*{_STAMP}.*",
        r"begin forwarded message[:：]?",
        r"messages and calls are end-to-end encrypted\..*",
        r"<(?:media omitted|attached: .*)>|\[(?:图片|语音|视频|表情|文件|链接|动画表情).{0,40}\]",
        r"(?:image|video|audio|sticker|gif) omitted",
        r"(?:you deleted this message|this message was deleted)\.?|.{0,20}撤回了一条消息",
    )
    return re.compile("|".join(patterns), re.IGNORECASE)
