"""The queue's arithmetic: terms add up, and time never lowers a score."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from repplan.config import Cadence, Settings
from repplan.due import rules

SETTINGS = Settings()
TIERS = st.sampled_from([None, "A", "B", "C", "D"])


def _points(terms: tuple[object, ...]) -> float:
    return sum(term.points for term in terms)  # type: ignore[attr-defined]  # terms of day.Term


@given(st.integers(-400, 400), st.integers(1, 50), TIERS, st.booleans())
def test_an_older_or_nearer_due_day_never_lowers_a_promise(
    days: int, later: int, tier: str | None, is_seen: bool
) -> None:
    """Waiting another day never makes a promise matter less."""

    def score(overdue: int) -> float:
        return _points(
            rules.promise_terms(
                SETTINGS, overdue_days=overdue, kind="promise", tier=tier, is_seen_today=is_seen
            )
        )

    assert score(days + later) >= score(days)


@given(st.integers(0, 900), st.integers(1, 50), TIERS, st.booleans())
def test_a_longer_silence_never_lowers_a_reconnect(
    days: int, later: int, tier: str | None, has_objective: bool
) -> None:
    """Not having seen somebody for longer never makes them matter less."""

    def score(since: int) -> float:
        return _points(
            rules.cadence_terms(
                SETTINGS,
                days=since,
                cadence=Cadence(28, 56),
                tier=tier,
                has_objective=has_objective,
            )
        )

    assert score(days + later) >= score(days)


def test_terms_of_a_late_question_to_somebody_seen_today() -> None:
    """Each term is value × weight, and a term of zero takes no room."""
    terms = rules.promise_terms(
        SETTINGS, overdue_days=2, kind="question", tier="A", is_seen_today=True
    )
    assert [(term.term, term.value, term.weight, term.points) for term in terms] == [
        ("promise", 1, 20.0, 20.0),
        ("question", 1, 5.0, 5.0),
        ("late", 2, 400.0, 800.0),
        ("due", 1, 300.0, 300.0),
        ("near", 14, 20.0, 280.0),
        ("today", 1, 300.0, 300.0),
        ("tier", 3, 4.0, 12.0),
    ]


@given(
    st.lists(
        st.tuples(
            st.integers(-30, 60), st.sampled_from(["promise", "question"]), TIERS, st.booleans()
        ),
        min_size=2,
        max_size=2,
    )
)
def test_what_we_owe_is_in_the_order_one_reads(
    pair: list[tuple[int, str, str | None, bool]],
) -> None:
    """Late by lateness, then due today, then for whom we see today, then by due day."""

    def place(days: int, is_seen: bool) -> tuple[int, int]:
        if days >= 0:
            return (0, -days)
        return (1 if is_seen else 2, min(-days, rules.NEAR_DAYS))

    def score(days: int, kind: str, tier: str | None, is_seen: bool) -> float:
        return _points(
            rules.promise_terms(
                SETTINGS, overdue_days=days, kind=kind, tier=tier, is_seen_today=is_seen
            )
        )

    one, other = sorted(pair, key=lambda it: place(it[0], it[3]))
    if place(one[0], one[3]) < place(other[0], other[3]):
        assert score(*one) > score(*other)
