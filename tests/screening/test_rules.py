"""What is found in a text, and what is not: tables of cases, and any text at all."""

from __future__ import annotations

import sys
from subprocess import run
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.screening import RECALL, SETS, USES, sentences
from repplan.policies.load import policy_named
from repplan.screening.model import ACTIONS, IDENTITY, LABELS, Hit
from repplan.screening.rules import masked, screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def rules_of(
    text: str, policy: str = "cn", own: Mapping[str, Sequence[str]] | None = None
) -> list[str]:
    """Return the rules of a text's hits."""
    return [hit.rule for hit in screen(text, policy=policy_named(policy), uses=USES, own=own)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a patient of mine was hospitalised on it", "safety.hospital"),
        ("one of hers stopped it, dizzy", "safety.symptom"),
        ("doesn't seem to work for two of them", "safety.lack-of-effect"),
        ("got pregnant while on it", "safety.pregnancy"),
        ("the pen broke", "safety.complaint"),
        ("a patient died", "safety.death"),
        ("pharmacy gave her 10 mg instead of 5", "safety.medication-error"),
        ("she gave her tablets to her sister", "safety.misuse"),
        ("patient took a double dose", "safety.overdose"),
        ("老太太吃了以后头晕", "safety.symptom"),
        ("她妈妈吃了皮疹", "safety.symptom"),
        ("ＰＴ　ＤＩＺＺＹ　ｏｎ　ｉｔ", "safety.symptom"),
        ("包装破损，少一片", "safety.complaint"),
        ("does it work in dialysis?", "offlabel.question"),
        ("能不能给儿童用", "offlabel.question"),
        ("Mrs. Jane Miller, 67, on dialysis", "identity.name"),
        ("张桂芳 68岁 透析", "identity.name"),
        ("张三，74岁，头晕", "identity.name"),
        ("患者李四今年80岁", "identity.name"),
        ("赵六12床", "identity.name"),
        ("孙七家属来了", "identity.name"),
        ("病人周阿姨,女,70岁", "identity.name"),
        ("患者姓名周阿姨", "identity.name"),
        ("病人叫陈大爷", "identity.name"),
        ("患者周大妈", "identity.name"),
        ("病人李女士", "identity.name"),
        ("患者王先生复诊", "identity.name"),
        ("病人：刘奶奶", "identity.name"),
        ("姓名：赵爷爷", "identity.name"),
        ("患者张叔叔", "identity.name"),
        ("患者马大叔", "identity.name"),
        ("病人吴老师傅", "identity.name"),
        ("病人他叫欧阳大爷", "identity.name"),
        ("房颤的那位叫孙阿姨", "identity.name"),
        ("病人家属陈先生", "identity.name"),
        ("家住梧桐里12号院的老太太，房颤", "identity.record"),
        ("Peter Lindgren, angina, wants a refill", "identity.name"),
        ("Lindgren, Peter, 66M, htn", "identity.name"),
        ("Ida Poe's cardiologist agrees", "identity.name"),
        ("the mayor's wife takes Cardexa", "identity.name"),
        ("Tom at 12 Tanner St has angina", "identity.record"),
        ("pt's husband 555-0167", "identity.phone"),
        ("call the patient on 07911 123456", "identity.phone"),
        ("身份证320106194703152415", "identity.record"),
        ("MRN 4482913", "identity.record"),
        ("dob 3/4/1957", "identity.birth"),
        ("the patient's e-mail is jo@example.com", "identity.email"),
        ("promised kickbacks", "barred.promise"),
        ("给主任回扣", "barred.promise"),
        ("she writes 40 scripts a month", "barred.volumes"),
        ("每月开30盒", "barred.volumes"),
    ],
)
def test_what_a_text_holds_is_found(text: str, rule: str) -> None:
    """Each family is found by its own rule."""
    assert rule in rules_of(text)


NEAR_MISSES = (
    "no side effects",
    "没有不良反应",
    "denies any rash",
    "what is the rate of dizziness?",
    "history of rash in the trial",
    "the trial saw 2 % dizziness",
    "exclusion: pregnancy",
    "hospital committee meets in May",
    "a headache of a form",
    "falls clinic list on Thursday",
    "prescribes something else for nausea",
    "likes the once-daily tablet, wants it for older patients",
    "I explained the safety profile",
    "does it work in heart failure?",
    "高血压能用吗",
    "Dr Patel said her patients over 75 do well on it",
    "lot A1234567 expires 2027-01-31",
    "study NCT01234567",
    "医院每月采购300盒",
    "冯主任今年58",
    "护士周阿姨",
    "保洁周阿姨",
    "护士叫周阿姨",
    "保洁叫周阿姨，60岁",
    "看门的叫陈大爷",
    "护工姓名周阿姨",
    "叫周阿姨开门",
    "给李女士留了资料",
    "联系人姓名：李女士",
    "患者代表李女士",
    "患者教育李女士负责",
    "病人有先生陪",
    "病人喜欢护士周阿姨",
    "新来的规培生叫孟子轩，25岁",
    "卢秘书手机13566667777",
    "office manager Sandra 312-555-0142",
    "the line is 0800 555 0190, for patients too",
    "Dr Felix Marchetti turned 60",
    "Julian Frost presented the angina registry",
    "",
)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_it_is_passed_over(text: str) -> None:
    """A near miss has no hit of a written rule, and nothing is asked of it."""
    assert [one for one in rules_of(text) if one != "identity.wording"] == []


def test_few_near_misses_are_remarked() -> None:
    """Who is told by name and task is nearly who a patient is: a remark bars nothing, but is rare."""
    assert sum("identity.wording" in rules_of(text) for text in NEAR_MISSES) <= len(NEAR_MISSES) / 6


def test_policies_say_what_is_barred() -> None:
    """Volumes are barred where a policy says so, and nowhere else."""
    assert rules_of("she writes 40 scripts a month", "us") == []
    hits = screen("promised a gift card", policy=policy_named("none"))
    assert [(hit.rule, hit.action) for hit in hits] == [("barred.promise", "warn")]
    assert all(hit.source for hit in hits)


def test_own_words_are_found_in_their_forms() -> None:
    """A rep's own watch words count for whole words and their endings, in both labels."""
    own = {"safety": ("zigzag",), "barred": ("golf trip", "出游")}
    assert rules_of("it zigzagged", own=own) == ["safety.own"]
    assert rules_of("two golf trips; 请他们出游", own=own) == ["barred.own", "barred.own"]
    assert rules_of("a golf tripod", own=own) == []


def test_a_patient_is_masked_and_the_rest_stays() -> None:
    """Names and numbers are replaced, each by what it was, and a masked text is clean."""
    text = "Mrs. Jane Miller, 67, on dialysis, call 312-555-0142"
    clean = masked(text, screen(text, policy=policy_named("us")))
    assert clean == "Mrs. [patient], 67, on dialysis, call [number]"
    assert not any(hit.label == IDENTITY for hit in screen(clean, policy=policy_named("us")))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text is refused; words stand where a hit says, and a second look says the same."""
    hits = screen(text, policy=policy_named("cn"), uses=USES)
    assert hits == screen(text, policy=policy_named("cn"), uses=USES)
    _check(text, hits)
    masked(text, hits)


@given(
    st.lists(
        st.sampled_from(
            "no dizzy rash patient on it , . ? 头晕 没有 病人 吃了 吗 Mrs Jane 67 dialysis 138 0013 8000 "
            "does work in children @ 张桂芳 68岁 İ ＡＢ 😀 hospital took 2 mg wrong dose pen broken "
            "血压 180多 从15涨到30 往上 吃了 还是 降压 血糖 门诊".split()
        ),
        max_size=14,
    ),
    st.sampled_from(["", " "]),
)
@settings(max_examples=150, deadline=None)
def test_any_row_of_telling_words_is_read(words: list[str], between: str) -> None:
    """The same of texts that are made of what the rules look for."""
    text = between.join(words)
    _check(text, screen(text, policy=policy_named("cn"), uses=USES))


def _check(text: str, hits: tuple[Hit, ...]) -> None:
    for hit in hits:
        assert hit.words == text[hit.start : hit.start + len(hit.words)]
        assert hit.words
        assert hit.label in LABELS
        assert hit.action in ACTIONS
        assert hit.rule.startswith(f"{hit.label}.")


def test_a_pressure_in_a_part_of_its_own_is_read() -> None:
    """What rose is named in one part, how far in the next: the number stands where it is said."""
    text = "舒朗达从15涨到30以后血压蹭蹭往上，180多"
    _check(text, screen(text, policy=policy_named("cn"), uses=USES))


def test_a_long_text_is_read_to_its_end() -> None:
    """What stands behind a long text is found, at its place."""
    text = "all quiet. " * 1000 + "a patient was hospitalised on it"
    hits = screen(text, policy=policy_named("us"))
    assert [(hit.rule, hit.words) for hit in hits] == [("safety.hospital", "hospitalised")]
    assert text[hits[0].start :].startswith("hospitalised")


@pytest.mark.parametrize("name", [name for _said, name in SETS[:-1]])
def test_the_sets_are_found(name: str) -> None:
    """Of the sets that the rules were mended with, as much is found as the bench asks for."""
    rows = [
        (label, {hit.label for hit in screen(text, policy=policy_named(policy), uses=USES)})
        for label, policy, text in sentences(name)
    ]
    for label, share in RECALL.items():
        own = [found for one, found in rows if one == label]
        harmless = [found for one, found in rows if not one]
        assert sum(label in found for found in own) >= share * len(own)
        assert sum(label in found for found in harmless) <= 0.05 * len(harmless)


def test_identifier_libraries_wait_for_six_digits() -> None:
    """What knows telephone and identity numbers is imported for six digits, and for nothing else."""
    code = (
        "import sys; from repplan.policies.load import policy_named; "
        "from repplan.screening.rules import screen; "
        "screen('Mrs. Jane Miller, 67, dizzy on dialysis 头晕', policy=policy_named('us')); "
        "print('phonenumbers' in sys.modules, 'stdnum' in sys.modules)"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("policy", ["none", "us", "cn"])
def test_a_word_listed_in_two_ways_is_told_once(policy: str) -> None:
    """Both kickback and kickbacks in a list are one place of a text."""
    assert rules_of("kickback", policy) == ["barred.promise"]
    assert rules_of("a kickback, then a gift card", policy) == ["barred.promise"] * 2
