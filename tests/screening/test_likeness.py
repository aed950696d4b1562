"""How a text is taken apart, how it reads, and who has the say: the weights or the rules."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.screening import FALSE_ALARMS, KEPT, labels_of, rule_sets, sentences_of
from repplan.screening.likeness import (
    BITS,
    FOLDER,
    WORDING,
    Read,
    features,
    learned_of,
    place_of,
    read,
)
from repplan.screening.meaning import UNKNOWN, code_of
from repplan.screening.model import IDENTITY, OFFLABEL, SAFETY
from repplan.screening.phrases import plain, tokens

DRUGS = frozenset({"cardexa", "泽康平"})


def read_of(text: str) -> Read:
    """Return a text taken apart."""
    flat = plain(text)
    return read(flat, tokens(flat), DRUGS)


def said_of(text: str) -> list[str]:
    """Return the units of a whole text."""
    return [one.said for one in read_of(text).stretches[0].units]


def asked_of(text: str, *, finds: str = "", label: str = SAFETY) -> list[tuple[str, str]]:
    """Return (kind, words) of what is asked about, where the rules find these words."""
    at = text.find(finds)
    ruled = [("rule", at, at + len(finds))] if finds else []
    return [(kind, text[a:b]) for kind, a, b in read_of(text).asked(label, lambda: ruled)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Took 2.5 mg, felt FAINT", "took 0 mg , felt faint"),
        ("on Cardexa & lisinopril", "on xdrugx xdrugx"),
        ("didn't help (at all)", "didnt help at all"),
        ("吃了泽康平 10毫克后头晕", "吃 了 药x 0 毫 克 后 头 晕"),
        ("头晕。没停", "头 晕 . 没 停"),
    ],
)
def test_units(text: str, units: str) -> None:
    """Numbers are one sign, products another; blanks and brackets are none."""
    assert said_of(text) == units.split()


def test_features() -> None:
    """Words, runs of up to three with the edges, beginnings and ends; Chinese up to four signs."""
    english = {
        one for one, _a, _b in features(read_of("she fainted").stretches[0].units, "english")
    }
    assert english == {
        *("^", "she", "fainted", "$"),
        *("^ she", "she fainted", "fainted $", "^ she fainted", "she fainted $"),
        *("fain~", "faint~", "fainte~", "~nted"),
    }
    chinese = [one for one, _a, _b in features(read_of("头晕").stretches[0].units, "chinese")]
    assert chinese == ["^", "^头", "^头晕", "^头晕$", "头", "头晕", "头晕$", "晕", "晕$", "$"]


def test_stretches() -> None:
    """A text is read as a whole and by sentence; a long one by sentence and by two."""
    assert [one.end - one.start for one in read_of("ab cd. ef gh").stretches] == [12, 6, 5]
    long = ". ".join(["one two three four five six seven eight nine ten"] * 6)
    parts = [len(one.units) for one in read_of(long).stretches]
    assert parts == [22, 22, 22, 22, 21, *[11] * 5, 10]
    assert len(read_of("血压2.5").stretches) == 1
    assert read_of("").stretches == ()


def test_the_weights_speak_without_a_rule() -> None:
    """What reads like it is asked about by its words though no rule found any."""
    text = "lovely chat; one of hers went all wobbly two days after starting Cardexa"
    ((kind, words),) = asked_of(text)
    assert kind == WORDING
    assert words in text
    assert "wobbly" in words
    assert asked_of("wants two leaflets for the waiting room") == []


def test_a_rule_counts_beside_the_weights() -> None:
    """What a rule found is told in its words where the text reads like it, else not at all."""
    assert asked_of("one of hers was dizzy on it", finds="dizzy") == [("rule", "dizzy")]
    assert asked_of("he lectures on dizziness in the elderly", finds="dizziness") == []


@pytest.mark.parametrize(
    "text", ["rash", "rash +", "皮疹", "患者 rash and 头晕 after cardexa 吃了 two days"]
)
def test_the_rules_speak_alone(text: str) -> None:
    """Of a word or two, and where both languages are mixed, the weights know too little."""
    finds = "rash" if "rash" in text else "皮疹"
    assert asked_of(text, finds=finds) == [("rule", finds)]
    assert asked_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "likes the once daily tablet, wants leaflets for the waiting room",
        "2w",
        "~ 2周",
        "Cardexa ++",
        "14:30",
    ],
)
def test_the_rules_arent_asked_where_they_cant_matter(text: str) -> None:
    """A harmless note costs no rule, nor does a number with its measure or a product's name."""

    def never() -> list[tuple[str, int, int]]:
        raise AssertionError

    assert read_of(text).asked(SAFETY, never) == []


@given(st.text(alphabet="ab 头晕.;!?\n0，药x'", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Every stretch lies in the text, and what is shown of it is a part of it."""
    one = read_of(text)
    for stretch in one.stretches:
        assert 0 <= stretch.start < stretch.end <= len(text)
        begin, end = one.said(SAFETY, stretch)
        assert stretch.start <= begin < end <= stretch.end


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_the_files_hold_what_is_learned(language: str) -> None:
    """Each label has all its weights, and says when and from how much they were learned."""
    learned = learned_of(language)
    assert list(learned.labels) == [SAFETY, OFFLABEL, IDENTITY]
    assert all(len(one.weights) == 1 << BITS for one in learned.labels.values())
    meaning = learned.meaning
    assert all(
        len(one.answers) == len(meaning.least) == meaning.alone + meaning.beside
        for one in learned.labels.values()
    )
    assert list(meaning.words) == sorted(set(meaning.words))
    assert meaning.words[0] == code_of(UNKNOWN)
    assert len(meaning.words) > 5000
    assert len(meaning.rows) == len(meaning.words) * meaning.width
    head = json.loads((FOLDER / f"{language}.weights").read_bytes().partition(b"\n")[0])
    assert head["sentences"] > 5000
    assert head["learned_on"] >= "2026-11-22"
    assert 0 <= place_of("头晕") < 1 << BITS


def test_sentences_aside_are_aside() -> None:
    """No sentence that is kept, or that settles anything, is among those that are learned from."""
    folder = KEPT.parent
    taught = {text for name in rule_sets() for _label, _policy, text in name}
    taught |= {row[1] for path in folder.glob("taught/*.tsv") for row in sentences_of(path)}
    settled = {row[1] for path in folder.glob("settled/*.tsv") for row in sentences_of(path)}
    kept = {row[1] for path in KEPT.glob("*.tsv") for row in sentences_of(path)}
    assert (len(taught) > 20_000, len(settled) > 2000, len(kept) > 2000) == (True, True, True)
    assert kept & (taught | settled) == settled & taught == set()


@pytest.mark.parametrize("label", [SAFETY, OFFLABEL, IDENTITY])
@pytest.mark.parametrize(("language", "policy"), [("english", "us"), ("chinese", "cn")])
def test_sentences_never_learned_from(language: str, policy: str, label: str) -> None:
    """Of the sets aside nine of ten are found, and no more is asked needlessly than may be."""
    rows = [
        (said, label in labels_of(text, policy, uses))
        for path in sorted(KEPT.glob(f"{language}_*.tsv"))
        for said, text, uses in sentences_of(path)
    ]
    own = [is_found for said, is_found in rows if said == label]
    harmless = [is_found for said, is_found in rows if said == "none"]
    assert len(own) > 100
    assert sum(own) >= 0.9 * len(own)
    assert sum(harmless) <= FALSE_ALARMS * len(harmless)
