"""Why somebody may not be reached, as an error: its exit code, rule, source and next step."""

from __future__ import annotations

import pytest

from repplan.consents.model import Consent, Standing
from repplan.consents.refusals import refusal
from repplan.consents.words import no_word
from repplan.policies.load import policy_named

FACT = policy_named("uk").fact("consent.email")


def consent(*, is_in: bool) -> Consent:
    """Return a consent that was given on 2 September and ran out on 1 October."""
    return Consent("i", "c-2345", "p", "email", "", "", is_in, "2026-09-02", None, "2026-10-01",
                   None, "Ann Lee")  # fmt: skip


@pytest.mark.parametrize(
    ("standing", "slug", "words"),
    [
        (Standing("opted-out", consent(is_in=False), FACT), "opted-out", "their own wish"),
        (Standing("no-consent", None, FACT), "no-consent", "ABPI"),
        (Standing("expired", consent(is_in=True), FACT), "consent-expired", "2026-10-01"),
    ],
)
def test_each(standing: Standing, slug: str, words: str) -> None:
    """Every refusal ends with 5 and names the rule and who says so."""
    error = refusal(standing, "email", name="Ann Lee", who="p-1")
    assert (error.slug, error.exit_code) == (slug, 5)
    assert "Rule: consent.email; source: " in str(error)
    assert words in str(error)


def test_words() -> None:
    """Each channel has its own no."""
    assert [no_word(one) for one in ("email", "phone", "message")] == [
        "no e-mail",
        "no call",
        "no message",
    ]
