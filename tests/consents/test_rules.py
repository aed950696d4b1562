"""Which record decides whether somebody may be reached: tables of cases, and random ones."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.consents.model import Consent
from repplan.consents.rules import bare_address, standing, topics_allowed
from repplan.policies.load import POLICIES, policy_named
from repplan.policies.model import Fact

ON = "2026-11-24"
NEEDED = Fact("consent.email", "needed", "block", "a law", "2026-11-01", "eu")
WARNED = Fact("consent.email", "needed", "warn", "a custom", "2026-11-01", "own")
ASSUMED = Fact("consent.email", "assumed", "block", "a custom", "2026-11-01", "none")

_numbers = count()


def record(
    is_in: bool,
    *,
    channel: str = "email",
    value: str = "",
    topic: str = "",
    given_on: str = "2026-09-02",
    expires_on: str | None = None,
    until_on: str | None = None,
) -> Consent:
    """Return a consent as the store would hold it."""
    number = f"{next(_numbers):08}"
    return Consent(number, f"c-{number}", "p", channel, value, topic, is_in, given_on, None,
                   expires_on, until_on, "Ann Lee")  # fmt: skip


IN, OUT = record(is_in=True), record(is_in=False)
YESTERDAY, TODAY, LATER = "2026-11-23", ON, "2026-11-25"


@pytest.mark.parametrize(
    ("records", "fact", "why"),
    [
        ([], None, ""),
        ([], ASSUMED, ""),
        ([], NEEDED, "no-consent"),
        ([IN], NEEDED, ""),
        ([OUT], ASSUMED, "opted-out"),
        ([OUT], None, "opted-out"),
        ([IN, OUT], NEEDED, "opted-out"),
        ([OUT, record(is_in=True, given_on=TODAY)], NEEDED, "opted-out"),
        ([record(is_in=False, until_on=TODAY), IN], NEEDED, ""),
        ([record(is_in=False, until_on=LATER), IN], NEEDED, "opted-out"),
        ([record(is_in=False, expires_on=YESTERDAY)], ASSUMED, ""),
        ([record(is_in=False, expires_on=TODAY)], ASSUMED, "opted-out"),
        ([record(is_in=True, expires_on=TODAY)], NEEDED, ""),
        ([record(is_in=True, expires_on=YESTERDAY)], NEEDED, "expired"),
        ([record(is_in=True, expires_on=YESTERDAY)], ASSUMED, ""),
        ([record(is_in=True, given_on=LATER)], NEEDED, "no-consent"),
        ([record(is_in=True, until_on=TODAY)], NEEDED, "no-consent"),
        ([record(is_in=True, channel="phone")], NEEDED, "no-consent"),
        ([record(is_in=False, channel="phone")], ASSUMED, ""),
        ([record(is_in=False, channel="data")], ASSUMED, ""),
    ],
)
def test_who_may_be_reached(records: list[Consent], fact: Fact | None, why: str) -> None:
    """Out wins while it counts; an in counts up to its last day; the policy decides without any."""
    said = standing(records, "email", ON, fact=fact)
    assert (said.is_allowed, said.why) == (not why, why)


@pytest.mark.parametrize(
    ("records", "value", "topic", "why"),
    [
        ([record(is_in=True, value="ann@a.org")], "Ann@A.org", "", ""),
        ([record(is_in=True, value="ann@a.org")], "ann@b.org", "", "no-consent"),
        ([record(is_in=True, value="ann@a.org")], "", "", "no-consent"),
        ([record(is_in=True, value=" Ann@A.org ")], "ann@a.org", "", ""),
        ([IN, record(is_in=False, value="(555) 010-2030")], "+1 555 010 2030", "", "opted-out"),
        ([IN, record(is_in=False, value="+1 555 010 2030")], "(555) 010-2030", "", "opted-out"),
        ([IN, record(is_in=False, value="07700 900123")], "+44 7700 900123", "", "opted-out"),
        ([IN, record(is_in=False, value="555 010 2030 ext. 5")], "5550102030", "", "opted-out"),
        ([IN, record(is_in=False, value="(555) 010-2031")], "+1 555 010 2030", "", ""),
        ([IN, record(is_in=False, value="2030")], "+1 555 010 2030", "", ""),
        ([record(is_in=True, topic="AI")], "", "e-mail the details", "no-consent"),
        ([record(is_in=True, topic="AI")], "", "the AI paper", ""),
        ([record(is_in=True, topic="随访")], "", "发随访资料", ""),
        ([IN, record(is_in=False, value="ann@b.org")], "ann@a.org", "", ""),
        ([IN, record(is_in=False, value="ann@b.org")], "", "", "opted-out"),
        ([record(is_in=True, topic="Cardexa")], "", "the cardexa table", ""),
        ([record(is_in=True, topic="Cardexa")], "", "congress", "no-consent"),
        ([record(is_in=True, topic="Cardexa")], "", "", "no-consent"),
        ([IN, record(is_in=False, topic="随访")], "", "发随访资料", "opted-out"),
        ([IN, record(is_in=False, topic="随访")], "", "剂量表", ""),
    ],
)
def test_by_address_and_topic(records: list[Consent], value: str, topic: str, why: str) -> None:
    """A record for one address or topic says nothing of others; of an unknown address an out does."""
    assert standing(records, "email", ON, fact=NEEDED, value=value, topic=topic).why == why


def test_what_a_policy_only_warns_of() -> None:
    """A missing consent does what the policy says; what they forbade is blocked under any."""
    assert standing([], "email", ON, fact=WARNED).action == "warn"
    assert not standing([], "email", ON, fact=WARNED).is_blocked
    assert standing([OUT], "email", ON, fact=WARNED).is_blocked
    assert standing([OUT], "email", ON, fact=None).is_blocked
    assert standing([IN], "email", ON, fact=NEEDED).action == ""


@pytest.mark.parametrize(
    ("policy", "channels"),
    [
        ("none", set()),
        ("us", {"message"}),
        ("uk", {"email", "phone", "message"}),
        ("eu", {"email", "message"}),
        ("cn", {"email", "message"}),
    ],
)
def test_each_policy(policy: str, channels: set[str]) -> None:
    """Without any record, these channels are closed under a policy, and no others."""
    rules = policy_named(policy)
    found = {
        channel
        for channel in ("email", "phone", "message")
        if not standing([], channel, ON, fact=rules.fact(f"consent.{channel}")).is_allowed
    }
    assert found == channels
    assert set(POLICIES) == {"none", "us", "uk", "eu", "cn"}


_days = st.dates().map(lambda day: day.isoformat())
_records = st.builds(
    record,
    is_in=st.booleans(),
    value=st.sampled_from(["", "a@a.org"]),
    topic=st.sampled_from(["", "table"]),
    given_on=_days,
    expires_on=st.none() | _days,
    until_on=st.none() | _days,
)
_facts = st.sampled_from([None, NEEDED, WARNED, ASSUMED])


@given(st.lists(_records), _facts, _days)
def test_out_always_wins(records: list[Consent], fact: Fact | None, on: str) -> None:
    """Whatever else is on record: while an out for everything counts, nobody may be reached."""
    is_out = record(is_in=False, given_on=on)
    said = standing([*records, is_out], "email", on, fact=fact, value="a@a.org", topic="table")
    assert (said.is_allowed, said.why, said.is_blocked) == (False, "opted-out", True)


@given(st.lists(_records), _facts, _days)
def test_an_end_is_an_end(records: list[Consent], fact: Fact | None, on: str) -> None:
    """What has ended or isn't given yet changes nothing."""
    dead = record(is_in=False, given_on="0001-01-01", until_on=on)
    said = standing([*records, dead], "email", on, fact=fact)
    assert said == standing(records, "email", on, fact=fact)


def test_topics_alone() -> None:
    """The topics somebody agreed to are told; addresses are compared without their dress."""
    assert topics_allowed([record(is_in=True, topic="x"), OUT], "email", ON) == ("x",)
    assert bare_address("+1 555-0100") == bare_address("+1 (555) 0100") == "15550100"
