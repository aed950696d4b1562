"""Numbers, addresses and days of birth that tell who somebody is.

phonenumbers and python-stdnum know them; both are imported only where a text holds six digits.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.screening import persons
from repplan.screening.context_english import PATIENTISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.screening.phrases import Token

Found = tuple[str, int, int]
_REGIONS = {"us": ("US",), "uk": ("GB",), "cn": ("CN",), "eu": ("DE", "FR", "IT", "ES", "NL", "PL")}
_STAFF = frozenset("coordinator runs manager receptionist secretary pharmacist runs".split())
_PATIENTS = frozenset("his her patients pts pt mother father wife husband daughter son".split())
_NUMBERS = {
    "us": ("us.ssn",),
    "uk": ("gb.nhs",),
    "cn": ("cn.ric",),
    "eu": ("de.idnr", "fr.nir", "es.dni", "it.codicefiscale", "nl.bsn", "be.nn", "pl.pesel"),
}


def has_six_digits(flat: str) -> bool:
    """Whether six digits stand in a row, whatever parts them."""
    row = gap = 0
    for char in flat:
        if char.isascii() and char.isdigit():
            row += 1
            gap = 0
            if row == 6:
                return True
        elif char in " -()./":
            gap += 1
            if gap > 2:
                row = 0
        else:
            row = 0
    return False


def births_and_addresses(flat: str, toks: Sequence[Token]) -> Iterator[Found]:
    """Yield (kind, start, end) of addresses beside a patient, and of days of birth."""
    is_patient = any(one.word in PATIENTISH or one.word in persons.CLINICAL for one in toks)
    if any(one.word in _STAFF for one in toks) and not _PATIENTS.intersection(
        one.word for one in toks
    ):
        is_patient = False
    is_patient = is_patient or any(word in flat for word in ("患者", "病人", "家属", "透析"))
    for match in _address().finditer(flat):
        if is_patient:
            yield "email", match.start(), match.end()
    for match in _home().finditer(flat):
        yield "record", *match.span("home")
    for match in _birth().finditer(flat):
        if is_patient or match["sure"] or (match["day"] and len(match["day"]) > 5):
            yield "birth", match.start(), match.end()


def numbers(flat: str, policy: str) -> Iterator[Found]:
    """Yield (kind, start, end) of records, identity numbers and telephone numbers."""
    taken: list[tuple[int, int]] = []
    for match in _record().finditer(flat):
        taken.append(match.span("number"))
        yield "record", *match.span("number")
    left = _other().sub(lambda match: "~" * len(match[0]), flat)
    for match in _digits().finditer(left):
        span = match.span()
        if any(start < span[1] and span[0] < end for start, end in taken):
            continue
        if _is_number(match[0], policy):
            taken.append(span)
            yield "number", *span
    for start, end in taken:
        left = left[:start] + "~" * (end - start) + left[end:]
    if has_six_digits(left):
        for start, end in _phones(left, policy):
            yield "phone", start, end


def _is_number(said: str, policy: str) -> bool:
    """Whether it is a person's number, of this policy's places first, of a shape that no other has."""
    from importlib import import_module

    digits = re.sub(r"[^0-9xX]", "", said)
    if len(digits) == 18 and re.fullmatch(
        r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dxX]", digits
    ):
        return True
    if re.fullmatch(r"\d{3}[- .]\d{2}[- .]\d{4}", said.strip(" .-")):
        return True
    if policy != "eu" and not (policy == "uk" and re.fullmatch(r"\d{3} ?\d{3} ?\d{4}", said)):
        return False
    return any(
        import_module(f"stdnum.{name}").is_valid(said) for name in _NUMBERS.get(policy, ())
    ) and not said.startswith(("0", "+"))


def _phones(flat: str, policy: str) -> list[tuple[int, int]]:
    import phonenumbers

    regions = dict.fromkeys((*_REGIONS.get(policy, ()), "US", "GB", "CN"))
    found: list[tuple[int, int]] = []
    for region in regions:
        for match in phonenumbers.PhoneNumberMatcher(
            flat, region, leniency=phonenumbers.Leniency.VALID
        ):
            if not any(start < match.end and match.start < end for start, end in found):
                found.append((match.start, match.end))
    for other in _called().finditer(flat):
        start, end = other.span("number")
        if not any(begin < end and start < stop for begin, stop in found):
            found.append((start, end))
    return found


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@cache
def _home() -> re.Pattern[str]:
    """Where somebody lives: ``lives at 221 Willow Lane``."""
    return re.compile(
        r"(?:\blives? (?:at|on|in)|\bliving at|home address|patient'?s? address|\baddress of (?:the )?(?:patient|pt))"
        r"[ :is]*(?P<home>(?:flat |apt\.? |no\.? )?\d{1,5}[a-z]?,? [a-z' -]{2,30})"
    )


@cache
def _birth() -> re.Pattern[str]:
    day = (
        r"(?:\d{1,4}[-/.年 ]\d{1,2}[-/.月 ]\d{1,4}日?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4}"
        r"|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d\d)"
    )
    return re.compile(
        rf"(?P<sure>\bd\.?o\.?b\.?|date of birth|birth ?date|出生日期|出生年月)[ :is]*{day}"
        rf"|\bborn (?:on |in )?(?:the )?(?P<day>{day})|(?:生于|出生于) ?{day}|{day}(?:出生|生的|生人)"
    )


@cache
def _record() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bmrn|passport|driv\w+'?s? licen[cs]e|(?:insurance|health|nhs|medicare|member) card|plan id|\bchi(?= (?:no|number|#|\d))|\bchart|medical record|\brecord(?= (?:no|number|#|\d))|(?:policy|member|subscriber|medicare|medicaid|insurance|mbi|group)(?: (?:no|number|id|#))+|(?:policy|member) ?#|hosp(?:ital)? ?(?:no|num)|patient (?:id|number|no)|hospital (?:number|no)|\bnhs(?: number| no)?|\bssn"
        r"|social security(?: number)?|insurance (?:id|number|no)|medicare(?: id| number| no)?"
        r"|personnummer|codice fiscale|versichertennummer|\bbsn|\bpesel|\bdni|\bnir"
        r"|(?:病历|病例|住院|门诊|社保|医保|医保卡|社保卡|就诊|就诊卡|病案|登记|随访|慢病|床头卡|医疗)卡?(?:编?号码?|id)"
        r"|社保卡|身份证号?码?|就诊卡|医保卡|病历本?号)"
        r"(?: (?:number|no) (?:for|of) (?:\w+ ){1,3}(?:is|was))?[ :#.=是为]*(?:number|no|id|nr)?[ :#.=]*(?P<number>[a-z]{0,6}[- ]?\d[\da-z -]{3,}[\da-z])"
    )


@cache
def _other() -> re.Pattern[str]:
    """Numbers that are nobody's: dates, prices, lots, studies, licences, orders."""
    return re.compile(
        r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b(?:19|20)\d{6}\b"
        r"|[$£€¥￥] ?[\d,. ]+|[\d,.]+ ?(?:元|万|盒|支|mg|mcg|usd|eur|gbp|rmb|yuan|dollars|boxes|packs|units|patients|scripts|patient-years)"
        r"|\b(?:nct|isrctn|eudract|chictr|ind|nda|npi|lot|batch|po|order|invoice|ref|reference|licen[cs]e|dea|sku|ndc|gtin|account|case|ticket|report|code|version|doi|pmid)"
        r"[ :#.no]*[a-z]{0,6}[-]?[\d/. -]+|(?:批号|订单号?|合同号?|发票号?|国药准字|批次|货号|文号|邮编|编号|单号|备案号)[ :#]*[a-z]{0,4}[\d-]+"
        r"|\b\d{1,3}(?:,\d{3})+\b|\b\d{1,2}:\d{2}(?: ?- ?\d{1,2}:\d{2})?\b|\b\d+\.\d+ ?[-/] ?\d+\.\d+\b|\bv?\d+(?:\.\d+){2,}\b"
    )


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(?<![\d~])[a-z]{0,6}\d[\d .-]{5,24}[\dxa-z]?(?!\d)")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        r"(?:\btel|\bphone|\bcell|\bmobile|\bcall|\bring|\bwhatsapp|\btext|\bfax|\bmob|\bph|电话|手机|号码|联系|微信)"
        r"(?:[ :.#是]|\b(?:her|him|them|number|no|is|on|at|the|me|us)\b){0,5}(?P<number>\+?\(?\d[\d ()-]{4,}\d)"
    )
