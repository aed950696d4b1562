"""Names of every shape come apart as people would, and are found by any part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.i18n.names import keys_of, read_who, split_name, split_native
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anjali Patel, MD", ("Anjali", "Patel", "MD")),
        ("Dr. Maria de la Cruz NP", ("Maria", "de la Cruz", "NP")),
        ("PATEL, Anjali MD", ("Anjali", "Patel", "MD")),
        ("PATEL, ANJALI R., M.D.", ("Anjali R.", "Patel", "MD")),
        ("anjali patel md", ("anjali", "patel", "MD")),
        ("Patel NP", ("", "Patel", "NP")),
        ("Patel", ("", "Patel", "")),
        ("SMITH", ("", "Smith", "")),
        ("JOHN Q SMITH MD FACC", ("John Q", "Smith", "MD, FACC")),
        ("John Smith III, MD, FACC", ("John", "Smith", "MD, FACC")),
        ("Martin King Jr.", ("Martin", "King", "")),
        ("King, Martin, Jr., PhD", ("Martin", "King", "PhD")),
        ("King Jr, Martin", ("Martin", "King", "")),
        ("Dr Patel, Anjali", ("Anjali", "Patel", "Dr")),
        ("Prof. Jürgen Müller, MD", ("Jürgen", "Müller", "Prof, MD")),
        ("Prof. Dr. med. Jürgen Müller", ("Jürgen", "Müller", "Prof Dr med")),
        ("Nurse Lena Brandt", ("Lena", "Brandt", "Nurse")),
        ("Lena K. Haas FNP-BC", ("Lena K.", "Haas", "FNP-BC")),
        ("Jane Smith-Jones NP-C", ("Jane", "Smith-Jones", "NP-C")),
        ("Jo Jones, PharmD, BCPS", ("Jo", "Jones", "PharmD, BCPS")),
        ("Sean O'Brien PA-C", ("Sean", "O'Brien", "PA-C")),
        ("SEAN O'BRIEN", ("Sean", "O'Brien", "")),
        ("MCDONALD, RONALD", ("Ronald", "McDonald", "")),
        ("Omar Al-Masri", ("Omar", "Al-Masri", "")),
        ("Pieter van der Berg", ("Pieter", "van der Berg", "")),
        ("Dr. van der Berg", ("", "van der Berg", "Dr")),
        ("Dr. De Luca", ("", "De Luca", "Dr")),
        ("DE LA CRUZ, MARIA", ("Maria", "de la Cruz", "")),
        ("Mary St. John", ("Mary", "St. John", "")),
        ("Van Nguyen", ("Van", "Nguyen", "")),
        ("Yo-Yo Ma", ("Yo-Yo", "Ma", "")),
        ("An Do", ("An", "Do", "")),
        ("Thanh Do, DO", ("Thanh", "Do", "DO")),
        ("Lena Haas DO", ("Lena", "Haas", "DO")),
        ("DUPONT Marie", ("Marie", "Dupont", "")),
        ("Marie DUPONT", ("Marie", "Dupont", "")),
        ("LI Wei", ("Wei", "Li", "")),
        ("JP Morgan", ("JP", "Morgan", "")),
        ('Robert "Bob" Smith', ("Robert", "Smith", "")),
        ("Robert (Bob) Smith MD", ("Robert", "Smith", "MD")),
        ("Dr", ("", "", "Dr")),
        ("", ("", "", "")),
    ],
)
def test_latin_names(name: str, parts: tuple[str, str, str]) -> None:
    """Given name, family name and title come out in the case people use."""
    split = split_name(name)
    assert (split.given, split.family, split.title, split.native) == (*parts, "")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("王建国", ("建国", "王", "", "王建国")),
        ("王建国 主任医师", ("建国", "王", "主任医师", "王建国")),
        ("王建国主任", ("建国", "王", "主任", "王建国")),
        ("王 建国 副主任医师 心内科", ("建国", "王", "副主任医师", "王建国")),
        ("王主任", ("", "王", "主任", "王")),
        ("赵敏护士长", ("敏", "赵", "护士长", "赵敏")),
        ("李敏药师", ("敏", "李", "药师", "李敏")),
        ("欧阳明", ("明", "欧阳", "", "欧阳明")),
        ("司马相如 教授", ("相如", "司马", "教授", "司马相如")),
        ("欧阳主任", ("", "欧阳", "主任", "欧阳")),
        ("周一鸣", ("一鸣", "周", "", "周一鸣")),
        ("阿依古丽·买买提 医生", ("阿依古丽", "买买提", "医生", "阿依古丽·买买提")),
        ("Wang Jianguo 王建国", ("Jianguo", "Wang", "", "王建国")),
        ("Jianguo Wang 王建国", ("Jianguo", "Wang", "", "王建国")),
        ("王建国 (Wang Jianguo)", ("Jianguo", "Wang", "", "王建国")),
        ("Wei Li (李伟), MD", ("Wei", "Li", "MD", "李伟")),
        ("Wong Kin-kwok 黄建国", ("Kin-kwok", "Wong", "", "黄建国")),
        ("张伟 MD", ("伟", "张", "MD", "张伟")),
        ("护士长", ("", "", "护士长", "")),
    ],
)
def test_chinese_names(name: str, parts: tuple[str, str, str, str]) -> None:
    """Chinese names part after the surname, a compound one too, and keep their characters."""
    split = split_name(name)
    assert (split.given, split.family, split.title, split.native) == parts


@pytest.mark.parametrize(
    ("native", "parted"),
    [
        ("诸葛明", ("诸葛", "明")),
        ("上官婉儿", ("上官", "婉儿")),
        ("王", ("王", "")),
        ("", ("", "")),
    ],
)
def test_native_names(native: str, parted: tuple[str, str]) -> None:
    """A surname is one character, or two if it is a known compound."""
    assert split_native(native) == parted


@given(st.text(max_size=30))
def test_any_text_is_a_name(name: str) -> None:
    """No text breaks the parting, and every key is folded."""
    split = split_name(name)
    keys = keys_of(name=name, given=split.given, family=split.family, native=split.native)
    assert all(key and key == fold(key) for key in keys)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Anjali Patel, MD", {"anjali", "patel", "anjalipatel", "patelanjali"}),
        ("Sean O’Brien", {"sean", "obrien", "brien", "seanobrien", "obriensean"}),
        (
            "Jo Smith-Jones",
            {"jo", "smith", "jones", "smithjones", "josmithjones", "smithjonesjo"},
        ),
        (
            "Maria de la Cruz",
            {"maria", "delacruz", "lacruz", "cruz", "mariadelacruz", "delacruzmaria"},
        ),
        (
            "Uwe Müller",
            {"uwe", "muller", "mueller", "uwemuller", "mulleruwe"} | {"uwemueller", "muelleruwe"},
        ),
        ('Robert "Bob" Hay', {"robert", "hay", "bob", "roberthay", "hayrobert"}),
    ],
)
def test_keys_of_latin_names(name: str, keys: set[str]) -> None:
    """Each part, the whole in either order, and what hyphens and apostrophes part."""
    assert keys_of(name=name) == keys


def test_keys_of_chinese_names() -> None:
    """The characters whole and in parts; pinyin whole, in parts and as initials."""
    keys = keys_of(name="欧阳吕明 主任", native="欧阳吕明", pinyin="ou yang lü ming")
    chinese = {"欧阳吕明", "欧阳", "吕明"}
    pinyin = {"ouyang", "ouyanglm", "oylm"}
    pinyin |= {"ouyangluming", "luming", "lumingouyang"}
    pinyin |= {"ouyanglvming", "lvming", "lvmingouyang"}
    assert keys == chinese | pinyin


def test_keys_of_nicknames_and_other_parts() -> None:
    """What was stored apart from the name is a key too."""
    keys = keys_of(name="Dr. Liz", given="Elizabeth", family="Moss", nicknames=["Betty Lou", ""])
    assert {"liz", "elizabeth", "moss", "mosselizabeth", "betty", "lou", "bettylou"} <= keys
    assert not {"", "dr"} & keys


@pytest.mark.parametrize(
    ("typed", "words", "title", "place"),
    [
        ("patel", ("patel",), "", ""),
        ("Dr. Patel", ("patel",), "dr", ""),
        ("DR PATEL", ("patel",), "dr", ""),
        ("Patel NP", ("patel",), "np", ""),
        ("Patel DO", ("patel",), "do", ""),
        ("patel do", ("patel", "do"), "", ""),
        ("Ma", ("ma",), "", ""),
        ("Patel, A.", ("patel", "a"), "", ""),
        ("Lena Haas, FNP-BC", ("lena", "haas"), "fnp-bc", ""),
        ("O’Brien @ Oakwood", ("obrien",), "", "oakwood"),
        ("smith-jones", ("smithjones",), "", ""),
        ("de la cruz", ("de", "la", "cruz"), "", ""),
        ("王主任@心内", ("王",), "主任", "心内"),
        ("王主任＠心内", ("王",), "主任", "心内"),
        ("王建国副主任医师", ("王建国",), "副主任医师", ""),
        ("李 药师", ("李",), "药师", ""),
        ("护士长", (), "护士长", ""),
        ("WJG", ("wjg",), "", ""),
        ("@oakwood", (), "", "oakwood"),
        ("", (), "", ""),
    ],
)
def test_who(typed: str, words: tuple[str, ...], title: str, place: str) -> None:
    """Words, title and place of what was typed, folded."""
    who = read_who(typed)
    assert (who.said, who.words, who.title, who.place) == (typed, words, title, place)


@pytest.mark.parametrize(
    ("typed", "name", "pinyin"),
    [
        ("patel", "Anjali Patel, MD", ""),
        ("a patel", "Anjali Patel, MD", ""),
        ("patel a", "Anjali Patel, MD", ""),
        ("pat", "Anjali Patel, MD", ""),
        ("Patel, Anjali", "Anjali Patel, MD", ""),
        ("obrien", "Sean O'Brien", ""),
        ("O’Brien", "Sean O'Brien", ""),
        ("brien", "Sean O'Brien", ""),
        ("cruz", "Maria de la Cruz", ""),
        ("de la cruz", "Maria de la Cruz", ""),
        ("smith-jones", "Jo Smith-Jones", ""),
        ("jones", "Jo Smith-Jones", ""),
        ("muller", "Uwe Müller", ""),
        ("Mueller", "Uwe Müller", ""),
        ("gomez", "Ana Gómez", ""),
        ("王", "王建国", "wang jian guo"),
        ("王主任", "王建国", "wang jian guo"),
        ("建国", "王建国", "wang jian guo"),
        ("王建国医生", "王建国", "wang jian guo"),
        ("wang", "王建国", "wang jian guo"),
        ("wang jianguo", "王建国", "wang jian guo"),
        ("jianguo wang", "王建国", "wang jian guo"),
        ("wangjianguo", "王建国", "wang jian guo"),
        ("wang j", "王建国", "wang jian guo"),
        ("wjg", "王建国", "wang jian guo"),
        ("wangjg", "王建国", "wang jian guo"),
    ],
)
def test_who_finds_the_person(typed: str, name: str, pinyin: str) -> None:
    """Any part of a name, in either order and script, finds its person."""
    assert matches(read_who(typed).words, keys_of(name=name, pinyin=pinyin))


def matches(words: Sequence[str], keys: Collection[str]) -> bool:
    """Whether every word begins one of the keys, as a search by their range finds them."""
    return bool(words) and all(any(key.startswith(word) for key in keys) for word in words)


@pytest.mark.parametrize("typed", ["patel b", "atel", "anjalipatelx", "王", "", "Dr"])
def test_who_finds_nobody_else(typed: str) -> None:
    """A word that begins no part, or no word at all, finds nobody."""
    assert not matches(read_who(typed).words, keys_of(name="Anjali Patel, MD"))
