"""Identity: unique, ordered, never a word, read back from any beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.ids import ALPHABET, LETTERS, Ids, ref_prefix


def test_uuid7_sorts_by_time_and_within_a_millisecond() -> None:
    """Ids made later sort later, also two thousand in one millisecond."""
    ids = Ids("seed")
    made = [ids.uuid7(1_000) for _ in range(2_000)] + [ids.uuid7(1_001)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_uuid7_has_its_version_and_variant() -> None:
    """An id says that it is a UUID of version 7, so that other programs can read it."""
    made = Ids("seed").uuid7(1_764_000_000_000)
    assert made[14] == "7"
    assert made[19] in "89ab"
    assert int(made.replace("-", "")[:12], 16) == 1_764_000_000_000


def test_a_clock_set_back_keeps_the_order() -> None:
    """An id made after the clock was set back still sorts behind the one before."""
    ids = Ids("seed")
    first = ids.uuid7(5_000)
    assert ids.uuid7(4_000) > first


def test_the_same_seed_gives_the_same_ids() -> None:
    """A seeded source is repeatable: the demo looks the same each time."""
    assert Ids("a").ref("f") == Ids("a").ref("f") != Ids("b").ref("f")


@given(st.text(max_size=12), st.sampled_from(sorted(LETTERS.values())))
def test_a_ref_is_read_back_from_each_of_its_beginnings(seed: str, letter: str) -> None:
    """Four characters or more of a ref, with its letter or without, are understood."""
    ref = Ids(seed).ref(letter)
    assert len(ref) == 10
    assert set(ref[2:]) <= set(ALPHABET)
    for length in range(4, 9):
        assert ref_prefix(ref[: 2 + length]) == (letter, ref[2 : 2 + length])
        assert ref_prefix(ref[2 : 2 + length].upper()) == (None, ref[2 : 2 + length])


@pytest.mark.parametrize(
    "text", ["patel", "f-7k", "7k2", "f-7k2m9xpqq", "z-7k2m", "", "-", "王主任"]
)
def test_what_is_no_ref_is_none(text: str) -> None:
    """Names, too short and too long ones, and unknown letters are no refs."""
    assert ref_prefix(text) is None


def test_every_letter_is_one_table() -> None:
    """No two kinds of record share a letter."""
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_commands_of_one_seed_never_repeat_each_other() -> None:
    """From a seed and a clock that stands still, a later command draws others, sorting later."""
    first, second = Ids("x"), Ids("x")
    first.follow(0, 1_000)
    second.follow(7, 1_000)
    earlier = [first.uuid7(1_000) for _ in range(5)]
    later = [second.uuid7(1_000) for _ in range(5)]
    assert not set(earlier) & set(later)
    assert earlier == sorted(earlier)
    assert max(earlier) < min(later)
    again = Ids("x")
    again.follow(7, 1_000)
    assert [again.uuid7(1_000) for _ in range(5)] == later
