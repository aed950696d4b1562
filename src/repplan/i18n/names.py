"""Names as people write them: taken apart, and found again by any part.

Nothing here acts on a guess: a name is kept as it was written, its parts serve search and
salutation. Pinyin comes from ``pinyin``, which costs a big import and is only needed once.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from repplan.i18n.namewords import (
    AMBIGUOUS,
    CERTIFIED,
    COMPOUND_SURNAMES,
    CREDENTIALS,
    MAYBE_GIVEN,
    PARTICLES,
    PLAIN_PREFIXES,
    PREFIXES,
    SUFFIXES,
    SURNAME_PINYIN,
    TITLES_ZH,
)
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_repeated = lru_cache(maxsize=4096)
"""Keeps what was found out about a word: a register repeats its names by the thousand."""


@dataclass(frozen=True)
class NameParts:
    """A name taken apart; what it doesn't have is empty.

    ``native`` is the name in Chinese characters; ``given`` and ``family`` are Latin where Latin
    stands, else its parts. ``title`` holds credentials, else the form of address.
    """

    given: str
    family: str
    title: str
    native: str


@dataclass(frozen=True)
class Who:
    """What a person typed to mean somebody: folded words, without title and place."""

    said: str
    words: tuple[str, ...]
    title: str
    place: str


def split_name(name: str) -> NameParts:
    """Return the parts of a full name, in either script or both.

    Generational suffixes (Jr, III) and nicknames in quotes are no part; a name in capitals,
    as registers write it, gets the case people use.

    >>> split_name("PATEL, ANJALI R., M.D.")
    NameParts(given='Anjali R.', family='Patel', title='MD', native='')
    >>> split_name("欧阳明 主任医师")
    NameParts(given='明', family='欧阳', title='主任医师', native='欧阳明')
    """
    chinese, title_zh = _chinese_parts(name)
    if chinese:  # "王建国 (Wang Jianguo)": both are the name
        name = _pattern(r"[\"“”()（）\[\]]").sub(" ", name)
    latin = _latin_parts(_pattern(_HAN).sub(" ", name), has_native=bool(chinese))
    title = " ".join(part for part in (title_zh, latin.title) if part)
    if not chinese:
        return NameParts(latin.given, latin.family, title, "")
    if not latin.given and not latin.family:
        family, given = split_native(chinese)
        return NameParts(given, family, title, chinese)
    given, family = _in_western_order(latin, chinese)
    return NameParts(given, family, title, chinese)


def split_native(native: str) -> tuple[str, str]:
    """Return family and given name of a name in Chinese characters.

    >>> split_native("王建国"), split_native("诸葛明"), split_native("司马")
    (('王', '建国'), ('诸葛', '明'), ('司马', ''))
    """
    if "·" in native:  # 阿依古丽·买买提: the second is the father's name
        given, _, family = native.partition("·")
        return family, given
    length = 2 if native[:2] in COMPOUND_SURNAMES else 1
    return native[:length], native[length:]


# --- Chinese ------------------------------------------------------------------------------------

_PLACES_ZH = ("科", "部", "室", "院", "区", "中心", "门诊")
_HAN = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]+"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _chinese_parts(name: str) -> tuple[str, str]:
    """Return the Chinese name and titles in a text; a department after them is left out."""
    called, titles = "", ""
    for run in _pattern(_HAN).findall(name):
        word, title = _without_title_zh(run)
        titles += title
        if not (called and word.endswith(_PLACES_ZH)):
            called += word
    return called, titles


def _without_title_zh(text: str) -> tuple[str, str]:
    """Return the text without the titles at its end, and the titles as they stood."""
    end = len(text)
    while title := next((t for t in TITLES_ZH if text.endswith(t, 0, end)), ""):
        end -= len(title)
    return text[:end].rstrip("·"), text[end:]


def _in_western_order(latin: NameParts, chinese: str) -> tuple[str, str]:
    """Return given and family name of Latin words that stand with a Chinese name."""
    surname = SURNAME_PINYIN.get(split_native(chinese)[0], "")
    words = f"{latin.given} {latin.family}".split()
    plain = [_joined(word) for word in words]
    if len(words) < 2 or plain[-1] == surname or "-" in words[0]:
        return latin.given, latin.family
    if plain[0] == surname or latin.family == words[-1]:
        return " ".join(words[1:]), words[0]
    return latin.given, latin.family


# --- Latin --------------------------------------------------------------------------------------

_ASIDE = r"[\"“”(（\[][^\"“”)）\]]*[\"“”)）\]]"


def _latin_parts(text: str, *, has_native: bool) -> NameParts:
    words = text.split()
    if not has_native and len(words) > 1 and all(map(_is_plain_name, words)):
        return NameParts(" ".join(words[:-1]), words[-1], "", "")
    text = _pattern(_ASIDE).sub(" ", text).replace("，", ",").replace("、", ",")
    pieces = [piece.split() for piece in text.split(",") if piece.strip()]
    prefixes = _take_prefixes(pieces)
    credentials = _take_credentials(pieces, has_native=has_native)
    pieces = [piece for piece in pieces if piece]
    is_all_upper = all(word.upper() == word for piece in pieces for word in piece)
    if len(pieces) > 1:
        family, given = " ".join(pieces[0]), " ".join(word for p in pieces[1:] for word in p)
    else:
        given, family = _parted(pieces[0] if pieces else [], is_addressed=bool(prefixes))
    named = [prefix for prefix in prefixes if not credentials or prefix not in PLAIN_PREFIXES]
    title = ", ".join(part for part in (" ".join(named), *credentials) if part)
    return NameParts(
        _in_case(given, is_all_upper=is_all_upper),
        _in_case(family, is_all_upper=is_all_upper),
        title,
        "",
    )


@_repeated
def _is_plain_name(word: str) -> bool:
    """Whether a word is a name or an initial and nothing else, and stands as people write it."""
    return (
        word.isascii()
        and word.isalpha()
        and (word != word.upper() or len(word) == 1)
        and not _is_shouted(word)
        and _plain(word) not in PREFIXES
        and _plain(word) not in PARTICLES
        and not _is_after_name(word)
    )


def _take_prefixes(pieces: list[list[str]]) -> list[str]:
    """Take the forms of address off every piece's beginning, and return them as shown."""
    taken = []
    for piece in pieces:
        while piece and (prefix := PREFIXES.get(_plain(piece[0]))):
            taken.append(prefix)
            piece.pop(0)
    return taken


def _take_credentials(pieces: list[list[str]], *, has_native: bool = False) -> list[str]:
    """Take credentials and suffixes off every piece's end, and return the credentials."""
    is_all_upper = all(word.upper() == word for piece in pieces for word in piece)
    taken: list[str] = []
    for at, piece in enumerate(pieces):
        is_behind_comma = at > 0 and all(_is_after_name(word) for word in piece)
        least = 0 if is_behind_comma or has_native else 1
        ending: list[str] = []
        while len(piece) > least and _is_after_name(piece[-1]):
            is_name = _plain(piece[-1]) in AMBIGUOUS and not (
                piece[-1].isupper() and (len(piece) > 2 or not is_all_upper)
            )
            if is_name and not is_behind_comma:
                break
            ending.insert(0, _credential(piece.pop()))
        taken += [credential for credential in ending if credential]
    return taken


def _is_after_name(word: str) -> bool:
    return _plain(word) in SUFFIXES or bool(_credential(word))


@_repeated
def _credential(word: str) -> str:
    """Return the credential as it is shown, empty if the word is none."""
    plain = _plain(word)
    if plain in CREDENTIALS:
        return CREDENTIALS[plain]
    base, _, how = plain.partition("-")
    return f"{CREDENTIALS[base]}-{how.upper()}" if base in CREDENTIALS and how in CERTIFIED else ""


def _parted(words: list[str], *, is_addressed: bool) -> tuple[str, str]:
    """Return given and family name of words in one piece."""
    if len(words) < 2:
        return "", " ".join(words)
    shouted = [word for word in words if _is_shouted(word)]
    if shouted and len(shouted) < len([word for word in words if len(_plain(word)) > 1]):
        # DUPONT Marie, Marie DUPONT
        return " ".join(word for word in words if word not in shouted), " ".join(shouted)
    start = next(
        (at for at, word in enumerate(words) if at and _plain(word) in PARTICLES), len(words) - 1
    )
    if _begins_family(words, is_addressed=is_addressed):
        start = 0
    start = min(start, len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


@_repeated
def _is_shouted(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "")
    return letters.isupper() and (len(letters) > 2 or letters.casefold() in _surnames())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(SURNAME_PINYIN.values())


def _begins_family(words: list[str], *, is_addressed: bool) -> bool:
    """Say whether these words are a family name alone, such as "van der Berg"."""
    particles = [_plain(word) for word in words[:-1]]
    if not all(word in PARTICLES for word in particles):
        return False
    if words[0].islower() or len(particles) > 1:
        return True
    return is_addressed or particles[0] not in MAYBE_GIVEN


def _in_case(words: str, *, is_all_upper: bool) -> str:
    """Return the words in the case people use where they stood in capitals."""
    return " ".join(
        _cased(word) if is_all_upper or _is_shouted(word) else word for word in words.split()
    )


def _cased(word: str) -> str:
    if _plain(word) in PARTICLES and len(word) > 1:
        return word.lower()
    word = _pattern(r"[^\W\d_]+").sub(lambda match: match[0].capitalize(), word)
    if word.startswith("Mc") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return word


@_repeated
def _plain(word: str) -> str:
    return fold(word).replace(".", "").strip(",;'")


# --- search -------------------------------------------------------------------------------------

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_PARTING = r"[\s,;/·.'\-]+"


def keys_of(
    *,
    name: str,
    given: str = "",
    family: str = "",
    native: str = "",
    pinyin: str = "",
    nicknames: Sequence[str] = (),
) -> frozenset[str]:
    """Return the folded words this person may be looked for by, each whole and without blanks.

    Family and given name in either order, each part of a double name, the Chinese name whole
    and in parts, pinyin whole, in parts and as initials, nicknames. A title is no key.

    >>> sorted(keys_of(name="王建国", native="王建国", pinyin="wang jian guo"))
    ['jianguo', 'jianguowang', 'wang', 'wangjg', 'wangjianguo', 'wjg', '建国', '王', '王建国']
    """
    parts = split_name(name)
    keys: set[str] = set()
    for asked in {(given, family), (parts.given, parts.family)}:
        letters = "".join(asked)
        if _pattern(_HAN).search(letters):
            keys.update(asked)
            continue
        keys.update(_keys_of_pair(*asked))
        if not letters.isascii():
            keys.update(_keys_of_pair(*(part.casefold().translate(_UMLAUTS) for part in asked)))
    aside = " ".join(_pattern(_ASIDE).findall(_pattern(_HAN).sub("", name)))
    for word in (*nicknames, *_pattern(r"\w+").findall(aside)):
        keys.update(_tails(word))
    for chinese in (native, parts.native):
        keys.update((chinese, *split_native(chinese)))
    keys.update(_keys_of_pinyin(pinyin, native or parts.native))
    return frozenset(fold(key) for key in keys if key and not key.isspace())


def _keys_of_pair(given: str, family: str) -> Iterator[str]:
    for part in (given, family):
        yield from _tails(part)
    one, other = _joined(given), _joined(family)
    yield one + other
    yield other + one
    if first := _joined("".join(given.split()[:1])):
        yield first + other
        yield other + first


@_repeated
def _tails(words: str) -> tuple[str, ...]:
    """Return "delacruz", "lacruz", "cruz" and each word but particles: how it may be begun."""
    parts = [part for part in _pattern(_PARTING).split(fold(words)) if part]
    tails = ["".join(parts[at:]) for at in range(len(parts))]
    tails += [p for p in parts if p not in PARTICLES and (len(p) > 1 or len(parts) == 1)]
    return tuple(tails)


def _keys_of_pinyin(pinyin: str, native: str) -> Iterator[str]:
    syllables = pinyin.split()
    if not syllables:
        return
    length = len(split_native(native)[0]) if native and "·" not in native else 1
    for variant in (syllables, [syllable.replace("ü", "v") for syllable in syllables]):
        family, given = variant[:length], variant[length:]
        initials = "".join(syllable[0] for syllable in given)
        yield "".join(variant)
        yield "".join(given + family)
        yield "".join(family)
        yield "".join(given)
        yield "".join(syllable[0] for syllable in variant)
        yield "".join(family) + initials


@_repeated
def _joined(words: str) -> str:
    return _pattern(_PARTING).sub("", fold(words))


def read_who(text: str) -> Who:
    """Return what these words say of a person: name words, title and place, all folded.

    >>> read_who("Dr. O’Brien@Oakwood")
    Who(said='Dr. O’Brien@Oakwood', words=('obrien',), title='dr', place='oakwood')
    >>> read_who("王主任@心内").words
    ('王',)
    """
    person, _, place = text.replace("＠", "@").partition("@")
    pieces = [piece.split() for piece in person.replace("，", ",").split(",") if piece.strip()]
    prefixes = _take_prefixes(pieces)
    credentials = _take_credentials(pieces)
    words, titles = [], [*prefixes, *credentials]
    for word in (word for piece in pieces for word in piece):
        chinese, title = _without_title_zh(word)
        words.append(_joined(chinese))
        titles.append(title)
    title = " ".join(fold(title) for title in titles if title)
    return Who(text.strip(), tuple(word for word in words if word), title, fold(place))
