"""The words that days are said with, in English and Chinese: data for the grammar."""

from __future__ import annotations

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for word in words.split()
}
WEEKDAYS_ZH = {char: number % 7 for number, char in enumerate("一二三四五六日1234567")}
WEEKDAYS_ZH["天"] = 6

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for word in words.split()
}

# Days counted from today.
RELATIVE = {
    "today": 0,
    "tonight": 0,
    "eod": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晚": 0,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "明晚": 1,
    "后天": 2,
    "大后天": 3,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "前天": -2,
    "大前天": -3,
}

# Weeks or months counted from this one. "coming" is no shift: the next such day, as if bare.
SHIFTS = {
    "this": 0,
    "the": 0,
    "next": 1,
    "nxt": 1,
    "last": -1,
    "past": -1,
    "本": 0,
    "这": 0,
    "这个": 0,
    "下": 1,
    "下个": 1,
    "下下": 2,
    "下下个": 2,
    "上": -1,
    "上个": -1,
    "上上": -2,
    "上上个": -2,
}

YEAR_SHIFTS_ZH = {"去年": -1, "今年": 0, "明年": 1}

COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "a an one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        start=1,
    )
    for word in words.split()
}

# Traditional forms of the characters the grammar uses, one for one, so that places stay.
SIMPLIFIED = str.maketrans("週禮後號個兩這內點時鐘", "周礼后号个两这内点时钟")

WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
WEEKDAY_NAMES_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")

_DIGITS_ZH = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
# How a number from 1 to 99 is written; what it says is ``number``'s business.
NUMBER = (
    "(?:[0-9]{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?"
    "|[廿卅][一二三四五六七八九]?|[一二两三四五六七八九])"
)


def number(said: str) -> int:
    """Return the number that digits or Chinese numerals up to 99 say.

    >>> number("15"), number("十五"), number("二十"), number("廿五"), number("两")
    (15, 15, 20, 25, 2)
    """
    if said.isdigit():
        return int(said)
    said = said.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = said.rpartition("十")
    whole = 10 * _DIGITS_ZH.get(tens, 1) if ten else 0
    return whole + _DIGITS_ZH.get(ones, 0)
