"""Random small territories for tests of plans: rules, what is agreed, what is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

OPENS, CLOSES = 8 * 60, 17 * 60 + 30
NEAR = ("valley", "oakwood", "mercy")
WHO = ("patel", "cho", "reyes", "brandt", "ruiz")


@dataclass(frozen=True)
class Rule:
    """How a house receives."""

    house: str
    weekdays: tuple[int, ...]
    opens: str | None
    closes: str | None
    lead_days: int | None


@dataclass(frozen=True)
class Visit:
    """A planned visit: whose, in how many days, at which minute (None: none), and how sure."""

    who: str
    day: int
    at: int | None
    minutes: int
    appointment: str


@dataclass(frozen=True)
class Case:
    """One territory, and what is asked of it."""

    rules: tuple[Rule, ...]
    agreed: tuple[Visit, ...]
    wishes: tuple[Visit, ...]
    new: int
    no_see: str
    busy: tuple[int, int] | None
    off: int | None
    policy: str
    days: int
    may_move: bool
    most: int
    slack: float
    seed: int


MINUTE = st.integers(OPENS // 5, CLOSES // 5 - 6).map(lambda at: at * 5)

RULES = st.lists(
    st.builds(
        lambda house, weekdays, hours, lead: Rule(house, weekdays, hours[0], hours[1], lead),
        st.sampled_from(NEAR),
        st.sets(st.integers(1, 5), max_size=3).map(lambda days: tuple(sorted(days))),
        st.sampled_from([(None, None), ("09:00", "10:00"), ("13:30", "16:00"), ("06:00", "07:30")]),
        st.sampled_from([None, None, 1, 2]),
    ),
    max_size=3,
    unique_by=lambda rule: rule.house,
).map(tuple)


def _visits(appointments: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[Visit, ...]]:
    return st.lists(
        st.builds(
            Visit,
            who=st.sampled_from(WHO),
            day=st.integers(0, 3),
            at=MINUTE if "agreed" in appointments else st.none() | MINUTE,
            minutes=st.sampled_from([5, 15, 45]),
            appointment=st.sampled_from(appointments),
        ),
        max_size=most,
        unique_by=lambda visit: (visit.who, visit.day),
    ).map(tuple)


def _apart(visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Those of some visits that can all be kept: two hours apart."""
    kept: list[Visit] = []
    for one in visits:
        if all(
            one.day != other.day or abs((one.at or 0) - (other.at or 0)) >= 120 for other in kept
        ):
            kept.append(one)
    return tuple(kept)


CASES = st.builds(
    Case,
    rules=RULES,
    agreed=_visits(("agreed", "confirmed"), 4).map(_apart),
    wishes=_visits(("wished", "asked"), 3),
    new=st.integers(0, 3),
    no_see=st.sampled_from(["", *WHO]),
    busy=st.none() | st.tuples(MINUTE, st.integers(5, 180)).map(lambda two: (two[0], sum(two))),
    off=st.none() | st.integers(0, 3),
    policy=st.sampled_from(["none", "uk", "cn"]),
    days=st.sampled_from([1, 1, 2, 4]),
    may_move=st.booleans(),
    most=st.integers(1, 8),
    slack=st.sampled_from([0.0, 0.15, 0.4]),
    seed=st.integers(1, 50),
)  # fmt: skip
