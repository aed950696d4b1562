"""Whether Chinese words tell who a patient is: a name beside what only a patient has."""

from __future__ import annotations

import re
from functools import cache

from repplan.screening import people_chinese as people
from repplan.screening.scan_chinese import uses

Found = tuple[str, int, int]

_OWNERS = (
    *people.STAFF,
    *"大夫 司机 快递 前台 药剂科 药房 科室 热线 客服 公司 酒店 总机 代理商 供应商 经销商".split(),
)
_FAMILY = ("家属", "的家属")
_PASSED = "让 说 给 打 发 转 托 推 留 念".split()
"""What a colleague does with a number that isn't theirs."""


def chinese_identity(flat: str) -> list[Found]:
    """Return (kind, start, end) of what tells in Chinese who a patient is."""
    found: list[Found] = []
    at = 0
    while at < len(flat):
        end = 0
        if flat[at] in people.SURNAMES or flat[at : at + 2] in people.COMPOUND:
            end = _name_end(flat, at) or _listed_end(flat, at, found)
        if end:
            found.append(("name", at, end))
            at = end
        else:
            at += 1
    is_called = any(word in flat for word in ("叫", "患者", "病人", "姓名", "家属"))
    for match in _any_name().finditer(flat) if is_called else ():
        begin, stop = match.span(match.lastgroup or 0)
        if not any(start < stop and begin < end for _kind, start, end in found):
            found.append(("name", begin, stop))
    return found + _births(flat) + _homes(flat)


def is_office(flat: str) -> bool:
    """Whether Chinese words say of a telephone that it is a department's or a colleague's."""
    match = _long_number().search(flat)
    before = flat[: match.start()] if match else flat
    at, word = max((before.rfind(word), word) for word in _OWNERS)
    between = before[at + len(word) :]
    if (
        at >= 0
        and len(between) < 13
        and not any(word in between for word in (*people.PATIENTS, *_PASSED))
    ):
        return True
    return any(word in flat for word in people.OFFICES) and not any(
        word in flat for word in people.PATIENTS
    )


@cache
def _long_number() -> re.Pattern[str]:
    return re.compile(r"\d[\d -]{5,}")


def _name_end(flat: str, at: int) -> int:
    """Return where the name of a patient ends that begins here; 0: none does."""
    if flat.startswith(people.NOT_NAMES, at):
        return 0
    size = 2 if flat[at : at + 2] in people.COMPOUND else 1
    if flat.startswith((*people.TITLES, "总"), at + size) and not flat.startswith(
        "老师傅", at + size
    ):
        return 0
    before = flat[:at].rstrip(" ,:(\"'/、")
    is_doubled = flat[at : at + size] in before[-3 - size :] and before.endswith(
        ("老师", "师傅", "书记", "老板")
    )
    if _is_staffs(flat, at, before) and not is_doubled:
        return 0
    called = _called_end(flat, at, size, before)
    if called:
        return called
    for given in (2, 1):
        end = at + size + given
        name = flat[at + size : end]
        if len(name) < given or not all(map(_is_han, name)):
            continue
        if given == 2 and flat[end - 1 : end + 1] in people.DAYS:
            continue
        behind = flat[end : end + 14]
        is_cued = before.endswith((*people.SURELY, "家属")) or behind.startswith(_FAMILY)
        is_sure = _has_age(behind) or _has_bed(flat, at, end) or (is_cued and _is_ended(flat, end))
        if not _may_be_given(name, is_sure=is_sure or flat.startswith(people.ILL_BEHIND, end)):
            continue
        if name in people.NO_GIVEN or flat.startswith((*people.PLACED, "总"), end):
            return 0
        if _is_colleague(flat[end : end + 14]):
            return 0
        if _is_patient(flat, at, end, before, given + size) or (
            is_doubled and _is_ill(flat[end : end + 24])
        ):
            return end
    return 0


def _is_staffs(flat: str, at: int, before: str) -> bool:
    """Whether a colleague's office stands before a name: ``王主任张三``, ``规培生叫张三``."""
    if before.endswith(people.TEACHERS):
        return False
    if before.endswith(people.STAFF):
        return flat[at - 1 : at] not in {",", " "}
    called = before
    for word in ("名字", "叫", "是", "姓"):
        called = called.removesuffix(word).rstrip(" ,:")
    return called != before and called.endswith(people.STAFF)


def _is_colleague(behind: str) -> bool:
    """Whether it is told of a name that it is a colleague's: ``主任医师``, ``是12床的责任护士``."""
    behind = behind.lstrip(" ,(")
    if behind.startswith(people.TITLES) or behind.partition(",")[0].endswith(people.TITLES):
        return True
    clause = behind.partition(",")[0]
    return clause.startswith("是") and clause.endswith(people.STAFF)


def _may_be_given(name: str, *, is_sure: bool) -> bool:
    """Whether characters may be a given name; ``is_sure``: a name is surely there."""
    if is_sure and not set(name) & people.GRAMMAR:
        return True
    if len(name) == 2 and (
        (name[0] in people.GIVEN and name[1] in people.FINAL)
        or (name[0] in people.FIRST and name[1] in people.GIVEN)
    ):
        return True
    return not set(name) & people.NEVER_GIVEN


def _listed_end(flat: str, at: int, found: list[Found]) -> int:
    """Return where a name ends that follows a patient's in a list: ``田守义、巩凤霞``."""
    if not found or flat[found[-1][2] : at].strip() not in {"、", "和"}:
        return 0
    for end in (at + 3, at + 2):
        if (
            end <= len(flat)
            and not _is_han(flat[end : end + 1] or " ")
            and not set(flat[at + 1 : end]) & people.NEVER_GIVEN
        ):
            return end
    return 0


def _is_patient(flat: str, at: int, end: int, before: str, size: int) -> bool:
    """Whether a name is a patient's: by what bounds it, and by what stands around it."""
    name, behind = flat[at:end], flat[end : end + 14]
    is_sure = before.endswith(tuple(people.SURELY))
    is_called = is_sure or before.endswith(tuple(people.CALLED))
    is_begun = at == 0 or not _is_han(flat[at - 1])
    is_kept = not _is_han(flat[end : end + 1] or " ")
    is_alone = is_kept and (is_begun or (is_called and not before.endswith("的")))
    is_usual = size > 2 and all(
        char in people.GIVEN or char in (people.FINAL if place else people.NUMERALS | people.FIRST)
        for place, char in enumerate(name[-2:])
    )
    is_called = is_called or (is_usual and before.endswith(people.SPEECH))
    is_likely = is_usual or (is_alone and size > 2)
    has_age, has_bed = _has_age(behind), _has_bed(flat, at, end)
    if flat[at] in people.ALSO_WORDS and not (is_sure or is_usual or (is_alone and has_age)):
        return False
    is_bounded = is_begun or is_called
    if not (is_bounded or is_likely) or not (_is_ended(flat, end) or (is_likely and is_bounded)):
        return False
    points = is_begun + is_likely + (2 if is_sure else is_called)
    points += 2 * has_age + 2 * has_bed + 2 * (is_usual and flat.startswith(people.ILL_BEHIND, end))
    points += is_alone and size == 2 and (is_sure + has_age)
    points += _points(flat, at, end, before)
    if not (has_age or has_bed):
        points += 2 * _has_far_age(flat[end : end + 20])
        points -= 3 * behind.lstrip(" ,").startswith(tuple(people.WORKING))
    least = 3 if size > 2 and (is_likely or is_called) else 4
    return points >= least and points > is_begun + is_likely


def _points(flat: str, at: int, end: int, before: str) -> int:
    """Return how much speaks for a patient around a name but its age and bed."""
    behind = flat[end : end + 14]
    far = _wards().sub("", flat)
    near = flat[end : end + 24].partition(".")[0] or flat[max(0, at - 14) : at]
    points = 2 * any(word in far for word in people.RECORDS) + _is_ill(near)
    points += any(word in flat[max(0, at - 14) : at - 2] for word in ("病人", "患者", "病友"))
    points += flat.startswith(people.CALLED_BEHIND, end)
    points += 2 * (behind[:1] in {"他", "她", "的"} and behind[1:2] in people.KIN)
    points += 2 * behind.startswith(people.KINDRED)
    if before.endswith("家属") or behind.startswith(_FAMILY):
        is_usual = flat[end - 1] in people.GIVEN or flat[end - 1] in people.NUMERALS
        is_kept = not _is_han(behind[:1] or " ")
        points += 2 + (is_usual and (is_kept or behind.startswith(_FAMILY)))
    return points - 2 * (before.endswith(people.WORKS_AT) and not _has_bed(flat, at, end))


def _is_ended(flat: str, end: int) -> bool:
    behind = flat[end : end + 1]
    return (
        not behind
        or not _is_han(behind)
        or behind in people.AFTER
        or flat.startswith(
            (*people.CALLED_BEHIND, *people.ILL_BEHIND, *people.KINDRED, "家属"), end
        )
        or _has_age(flat[end : end + 8])
    )


def _called_end(flat: str, at: int, size: int, before: str) -> int:
    """Return the end of ``张某``, ``李阿姨``, ``老李头``, where age and illness or a bed stand by."""
    part = flat[at : at + 20]
    end = at + size
    is_hidden = flat[end : end + 1] in {"某", "x", "*"} and flat[at] in people.SURNAMES
    if is_hidden:
        end += 2 if flat[end : end + 2] in {"某某", "xx"} else 1
        if (
            flat[at + size] == "x"
            and flat[end : end + 1].isalpha()
            and flat[end : end + 1].isascii()
        ):
            return 0
        is_one = _has_age(flat[end : end + 12]) or _has_bed(flat, at, end) or _is_ill(part)
        return end if is_one or before.endswith(tuple(people.SURELY)) else 0
    for title in people.CALLED_BEHIND:
        if flat.startswith(title, end):
            end += len(title)
            near = flat[end : end + 24]
            has_age = _has_age(near[:12]) or _has_far_age(near) or "住" in near
            has_age = has_age or flat.startswith(people.ILL_BEHIND, end)
            is_one = (has_age and _is_ill(flat[end:])) or _has_bed(flat, at, end, far=6)
            return end if is_one or _is_named(flat, at, end, before) else 0
    if flat[at - 1 : at] == "老" and (
        flat[end : end + 1] == "头" or not _is_han(flat[end : end + 1] or " ")
    ):
        return (
            end
            if _has_bed(flat, at, end, far=6) or (_has_age(flat[end : end + 12]) and _is_ill(part))
            else 0
        )
    return 0


def _is_named(flat: str, at: int, end: int, before: str) -> bool:
    """Whether it is said that ``周阿姨`` is a patient's name: ``病人周阿姨``, ``患者姓名周阿姨``."""
    has_age = _has_age(flat[end : end + 12])
    if flat[at] in people.JOINING and not has_age:
        return False
    if _patient_named().search(flat, max(0, at - 16), at):
        return True
    is_sure = before.endswith(("姓名", "名叫", "名字叫")) or (
        has_age and before.endswith(tuple(people.SURELY))
    )
    return is_sure and not any(word in before for word in (*_OWNERS, *people.HELPERS))


def _is_ill(near: str) -> bool:
    near = near[:40]
    return any(word in near for word in people.ILLS) or bool(uses(near[:24]))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _has_bed(flat: str, at: int, end: int, far: int = 12) -> bool:
    """Whether a bed's number stands near: ``12床``, ``床号12``, ``3楼8床``."""
    near = flat[max(0, at - far) : end + far]
    place = near.find("床")
    while place >= 0:
        if near[place - 1 : place].isdigit() or (
            place and near[place - 1] in "一二三四五六七八九十加"
        ):
            return True
        if near[place + 1 : place + 2] == "号" or near[place + 1 : place + 2].isdigit():
            return True
        place = near.find("床", place + 1)
    return False


def _has_age(near: str) -> bool:
    """Whether an age or a sex stands right behind a name."""
    part = near.lstrip(" ,(:/今年龄快都刚满已经虚岁周也老人家阿姨大爷女士先生太婆")
    if part[:1] in {"男", "女"} and (len(part) < 2 or not _is_han(part[1]) or part[1] in "性的今"):
        return True
    if part[:1] in {"f", "m"} and not part[1:2].isalpha():
        return True
    size = 0
    while size < len(part) and (part[size].isdigit() or part[size] in people.NUMERALS):
        size += 1
    number, rest = part[:size], part[size : size + 2]
    if not number or number in {"一", "几", "多", "来"}:
        return False
    if number.isascii() and not (1 <= len(number) <= 3 and int(number) < 110):
        return False
    if rest[:1] in {"岁", "周", "y"} or rest == "了":
        return not part[size + 1 :].startswith(
            ("以", "及", "人群", "组", "患者", "病人", "的患", "的病")
        )
    if number.isascii():
        if near.startswith((",", " ", "(")) and rest[:1] == ",":
            return len(number) == 2
        return len(number) == 2 and (not rest or rest[0] in ",) .了;/男女稳高糖心冠")
    return len(number) > 1 and "十" in number and (not rest or rest[0] in "了,出好 ")


def _has_far_age(near: str) -> bool:
    """Whether an age in figures stands in what follows: ``她闺女来拿药,81岁``."""
    return any(
        (
            near[at : at + 2].isdigit()
            or (near[at] in people.NUMERALS and near[at + 1] in people.NUMERALS)
        )
        and near[at + 2] in "岁了"
        for at in range(len(near) - 2)
    )


def _births(flat: str) -> list[Found]:
    for cue in ("生日", "出生", "生于", "年生", "月生", "日生"):
        at = flat.find(cue)
        if at >= 0 and "主任生日" not in flat:
            match = _day().search(flat, max(0, at - 12), at + 16)
            if match:
                return [("birth", *match.span())]
    return []


@cache
def _day() -> re.Pattern[str]:
    return re.compile(
        r"(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月](?:\d{1,2}日?)?|(?:19|20)\d\d年?|\b\d\d年(?=生)"
    )


def _homes(flat: str) -> list[Found]:
    """Return where a patient lives: ``家住梧桐里12号院``; not where a clinic is."""
    if any(word in flat for word in people.PLACES) or not (
        _is_ill(flat) or any(word in flat for word in people.PATIENTS)
    ):
        return []
    return [("record", *match.span()) for match in _home().finditer(flat)]


@cache
def _patient_named() -> re.Pattern[str]:
    """What stands before a patient's name, to the end of what is searched."""
    called = r"[,: ]*[她他的]?(?:(?:患者)?(?:姓名|名字|全名|真名|本名|大名|名)|就?叫)[叫是为]?"
    ill = rf"(?:{'|'.join(people.ILL_BEHIND)})病?的?(?:那[个位])?叫"
    return re.compile(
        rf"(?:(?:患者|病人|病友|病号|患儿|产妇)(?:家属)?(?:{called})?|{ill})[: (\"']*\Z"
    )


@cache
def _wards() -> re.Pattern[str]:
    return re.compile(r"住院(?:部|医|总)|随访中心|患者教育")


@cache
def _home() -> re.Pattern[str]:
    number = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
    unit = rf"{number}(?:号楼|栋|幢|单元|弄|号院|-\d{{1,2}}-\d{{2,4}}|号(?!床))"
    place = r"(?:住|家在|地址|住址|小区|新村|胡同|家属院|公寓|里|园|苑|路|街|巷|区)[^,.;]{0,10}?"
    return re.compile(
        rf"{number}(?:号楼|栋|幢){number}单元|{place}{unit}(?:{number}(?:单元|室|号)?)*|家?住[^,.;床楼]{{1,8}}(?:村|镇|屯|庄)"
    )


@cache
def _any_name() -> re.Pattern[str]:
    """Whatever is called a patient's name, of any people: ``叫阿依古丽的病人``."""
    return re.compile(
        r"(?:叫(?P<called>[^\W\d_]{2,6}?)的(?:病人|患者|老人|老太太|大爷|阿姨|大妈)"
        r"|(?:患者|病人|姓名)[: ]*(?P<spaced>[^\W\d_a-z] [^\W\d_a-z]{1,2})(?= *(?:,|男|女|\d|$))"
        r"|(?:病人|患者|家属)[^,.]{0,3}微信号?[: 是]*(?P<wechat>[a-z][\w-]{5,19}))"
    )
