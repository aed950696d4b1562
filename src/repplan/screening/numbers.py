"""Numbers, addresses and days of birth that tell who somebody is.

phonenumbers and python-stdnum know them; both are imported only where a text holds six digits.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.screening import people_english as people
from repplan.screening import persons
from repplan.screening.context_english import PATIENTISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.screening.phrases import Token

Found = tuple[str, int, int]
_REGIONS = {"us": ("US",), "uk": ("GB",), "cn": ("CN",), "eu": ("DE", "FR", "IT", "ES", "NL", "PL")}
_STAFF = frozenset("coordinator runs manager receptionist secretary pharmacist runs".split())
_PATIENTS = frozenset("his her patients pts pt mother father wife husband daughter son".split())
_OWNERS = (
    PATIENTISH
    - frozenset(
        "people folks member user users customer customers case cases mine hers diabetic runner chap".split()
    )
) | frozenset(
    "refill tablets pills prescription dob he his him granddaughter grandson nephew niece".split()
)
_TITLES = frozenset("mr mrs ms miss mx".split())
_WORKPLACES = frozenset(
    """office mgr desk hub line hotline switchboard clinic tech driver dept department pharmacy practice
    hospital ext supplier courier caterer hotel venue restaurant msl boss pharm charge team bleep pager conference dial pin""".split()
)
_NOT_OWNERS = frozenset(
    "support line leaflet leaflets education services service program programme hub information materials day".split()
)
"""What makes an offer of a patient: the patient support line is nobody's."""
_PLACES = frozenset(
    """clinic clinics office offices hospital practice surgery pharmacy centre center suite ste door ramp
    parking meeting dinner venue restaurant lunch conference booth""".split()
)
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


def is_staffs(toks: Sequence[Token]) -> bool:
    """Whether English words say of a telephone that it is a colleague's or an office's."""
    words = [one.word for one in toks]
    own = {
        word
        for word, behind in pairwise([*words, ""])
        if word in _OWNERS and behind not in _NOT_OWNERS
    }
    is_company = not people.COMPANY.isdisjoint(words)
    if own or (not _TITLES.isdisjoint(words) and not is_company):
        return False
    return is_company or not (_WORKPLACES | persons.TELLING).isdisjoint(words)


def births_and_addresses(flat: str, toks: Sequence[Token]) -> Iterator[Found]:
    """Yield (kind, start, end) of addresses beside a patient, and of days of birth."""
    is_patient = any(one.word in PATIENTISH or one.word in persons.CLINICAL for one in toks)
    if any(one.word in _STAFF for one in toks) and not _PATIENTS.intersection(
        one.word for one in toks
    ):
        is_patient = False
    is_patient = is_patient or any(word in flat for word in ("患者", "病人", "家属", "透析"))
    if ("her e" in flat or "his e" in flat) and not is_staffs(toks):
        is_patient = True
    for match in _address().finditer(flat):
        if is_patient:
            yield "email", match.start(), match.end()
    for match in _home().finditer(flat):
        yield "record", *match.span("home")
    words = {one.word for one in toks}
    is_ill = not people.ILLS.isdisjoint(words) or not _OWNERS.isdisjoint(words)
    if (is_ill or words & {"flat", "apt", "apartment"}) and _PLACES.isdisjoint(words):
        for match in _street().finditer(flat):
            yield "record", *match.span()
    for match in _birth().finditer(flat):
        if is_patient or match["sure"] or (match["day"] and len(match["day"]) > 5):
            yield "birth", match.start(), match.end()


def numbers(flat: str, policy: str) -> Iterator[Found]:
    """Yield (kind, start, end) of records, identity numbers and telephone numbers."""
    taken: list[tuple[int, int]] = []
    for match in _record().finditer(flat):
        taken.append(match.span("number"))
        yield "record", *match.span("number")
    for match in _kept().finditer(flat) if _has_owner(flat) else ():
        taken.append(match.span("number"))
        yield "record", *match.span("number")
    left = flat
    for pattern in (_other(), _free()):
        left = pattern.sub(lambda match: "~" * len(match[0]), left)
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
        start, end = other.span("number" if other["number"] else "short")
        if not any(begin < end and start < stop for begin, stop in found):
            found.append((start, end))
    return found or [match.span() for match in _short().finditer(flat) if _has_owner(flat)]


def _has_owner(flat: str) -> bool:
    return not _OWNERS.isdisjoint(flat.replace("'", "").split())


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@cache
def _home() -> re.Pattern[str]:
    """Where somebody lives: ``lives at 221 Willow Lane``."""
    return re.compile(
        r"(?:\blives? (?:at|on|in|off|above|over|behind)|\blives(?= \d)|\bliving at|home address|patient'?s? address|\baddress of (?:the )?(?:patient|pt))"
        r"[ :is]*(?P<home>(?:flat |apt\.? |no\.? )?\d{1,5}[a-z]?,? [a-z' -]{2,30})"
    )


@cache
def _street() -> re.Pattern[str]:
    """A house in a street: ``number 12 Tanner St``."""
    return re.compile(
        r"\b(?:flat |apt\.? |no\.? |number )?\d{1,5}[a-z]?,? (?:(?!(?:pts?|patients?|mins?|at|in|of|with|to|for|on|mg|and|or)\b)[a-z']+ ){1,3}"
        r"(?:st|street|rd|road|lane|ln|ave|avenue|drive|court|close|terrace|row|crescent|gardens|grove|blvd|mews)\b"
        r"|\bpostcode[ :is]*[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"
        r"|\b(?:flat|apt\.?|apartment) \d{1,4}[a-z]?\b(?! ?(?:%|mg|usd|eur|percent))"
    )


@cache
def _short() -> re.Pattern[str]:
    """A local telephone number beside a patient: ``555-0167``."""
    return re.compile(r"(?<![\d~.-])\d{3}-\d{4}(?![\d-])(?! (?:patients|pts|mg))")


@cache
def _free() -> re.Pattern[str]:
    """Telephones that are no person's: ``0800 555 0190``, ``1-888-555-0100``, ``400-820-1234``."""
    return re.compile(
        r"(?<!\d)(?:\+?1[- .]?\(?8(?:00|33|44|55|66|77|88)\)?|0800|0808|0300|0345|[48]00(?=-\d{3}-\d{4}))[- .]?\d{3,4}[- .]?\d{3,4}(?!\d)"
    )


@cache
def _birth() -> re.Pattern[str]:
    day = (
        r"(?:\d{1,4}[-/.年 ]\d{1,2}[-/.月 ]\d{1,4}日?|\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? \d{4}"
        r"|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|[a-z]{5,14} of [a-z]{3,9},? \d{4}|(?:19|20)\d\d)"
    )
    return re.compile(
        rf"(?P<sure>\bd\.?o\.?b\.?|date of birth|birth ?date|出生日期|出生年月)"
        rf"(?: (?:on|for|of|in) (?:\w+ ){{1,3}})?[ :iswa]*{day}|\bbirthday[ :is]*{day}"
        rf"|\b(?:born|b\.) (?:on |in )?(?:the )?(?P<day>{day})|(?:生于|出生于) ?{day}|{day}(?:出生|生的|生人)"
    )


@cache
def _record() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bmrn|passport|driv\w+'?s? licen[cs]e|(?:insurance|health|nhs|medicare|member|medical) card|plan id|\bchi(?= (?:no|number|#|\d))|\bchart|medical record|\brecord(?= (?:no|number|#|\d))|(?:policy|member|subscriber|medicare|medicaid|insurance|mbi|group)(?: (?:no|number|id|#))+|(?:policy|member) ?#|hosp(?:ital)? ?(?:no|num(?:ber)?)\b|(?:claim|rx|prescription) ?(?:#|no\b|number)|member(?=[ :#]+\d[\d-]{6})|national insurance|\bni (?:no|number)|medicaid|pat(?:ient)? (?:id|number|no|#)|(?:patient|pt) (?=\d\d+-[\d-]{3,})(?!(?:19|20)\d\d-)(?!\d\d-\d\d-\d{4})|hospital (?:number|no|id)|(?:aetna|cigna|humana|kaiser|anthem|bcbs) (?=[a-z]{1,4}\d{4})|\bnhs(?: num(?:ber)?| no)?|(?:shield|cross|aetna|cigna|humana|kaiser|anthem|payer|plan|portal) (?:id|#)|\bssn"
        r"|social security(?: number)?|insurance (?:id|number|no)|medicare(?: beneficiary)?(?: id| number| no)?"
        r"|personnummer|codice fiscale|versichertennummer|\bbsn|\bpesel|\bdni|\bnir"
        r"|病案[^.;\d]{0,10}号码|(?:农合|合作医疗|医保)(?:证|本)?号?|(?:病历|病例|住院|门诊|检查|检验|条码|社保|医保|医保卡|病理|影像|超声|放射|b超|(?:公费医疗|军官|优待|残疾|老年|离休|驾驶)证|护照|驾照|社保卡|就诊|就诊卡|病案|登记|随访|慢病|床头卡|医疗)卡?(?:编?号码?|id)"
        r"|社保卡|身份证[^\d,.]{0,6},?(?=\d{15})|身份证号?码?|就诊卡|医保卡|病历本?号)"
        r"(?: (?:number|no|id))?(?: (?:for|of|on) (?:\w+ ){1,4}(?:is|was|reads))?[ :#.=是为]*(?:number|no|id|nr)?[ :#.=]*(?P<number>[a-z]{0,6}[- ]?\d[\da-z -]{3,}[\da-z])"
    )


@cache
def _kept() -> re.Pattern[str]:
    """Numbers of what may be a patient's or not: ``file no. 55210``."""
    return re.compile(
        r"\b(?:file|encounter|visit|system|unit|emis|epic|account|acct) ?(?:#|no\b\.?|number|id)"
        r"[ :#.]*(?P<number>[a-z]{0,3}-?\d[\d-]{3,}\d)"
    )


@cache
def _other() -> re.Pattern[str]:
    """Numbers that are nobody's: dates, prices, lots, studies, licences, orders."""
    return re.compile(
        r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b(?:19|20)\d{6}\b"
        r"|[$£€¥￥] ?[\d,. ]+|[\d,.]+ ?(?:元|万|盒|支|mg|mcg|usd|eur|gbp|rmb|yuan|dollars|boxes|packs|units|patients|scripts|patient-years)"
        r"|\b(?:nct|isrctn|eudract|chictr|ind|nda|npi|lot|batch|po|order|invoice|ref|reference|licen[cs]e|dea|sku|ndc|gtin|account|case|ticket|report|code|version|doi|pmid)"
        r"[ :#.no]*[a-z]{0,6}[-]?[\d/. -]+|(?:批号|订单号?|合同号?|发票号?|国药准字|批次|货号|文号|邮编|编号|单号|备案号)[ :#]*[a-z]{0,4}[\d-]+"
        r"|\b\d{1,3}(?:,\d{3})+\b|\b\d{1,2}:\d{2}(?: ?- ?\d{1,2}:\d{2})?\b|\b\d+\.\d+ ?[-/] ?\d+\.\d+\b|\bv?\d{1,2}(?:\.\d{1,3}){2,}\b"
    )


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(?<![\d~])[a-z]{0,6}\d[\d .-]{5,24}[\dxa-z]?(?!\d)")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        r"(?:\btel|\bphone|\bcell|\bmobile|\bcall|\bring|\bwhatsapp|\btext|\bfax|\bmob|\bph|电话|手机|号码|联系|微信)"
        r"(?:[ :.#是]|\b(?:her|him|them|number|no|is|on|at|the|me|us)\b){0,5}(?P<number>\+?\(?\d[\d ()-]{4,}\d)"
        r"|\b(?:call|ring|phone|text|tel|cell|mobile)\b(?: [a-z']+){1,4}[ :]+(?P<short>\d{3}-\d{4})\b"
    )
