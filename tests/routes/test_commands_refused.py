"""What ``repplan plan`` refuses, word for word: nothing is planned, and what to do is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("territory")

REFUSED: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (
        ("day", "--pin", "nobody"),
        3,
        "Nobody and nothing here is called “nobody”.\nTry: repplan find nobody\n",
    ),
    (
        ("day", "--pin", "reyes@fri"),
        2,
        (
            "“reyes@fri” means Fri 27 Nov, which isn't planned here.\n"
            "Plan that day, or its week: repplan plan week 2026-11-27\n"
        ),
    ),
    (
        ("day", "--pin", "@9:00"),
        2,
        "“@9:00” is no value of “--pin”.\nWrite it like: patel@10:30.\n",
    ),
    (
        ("day", "--pin", "vole"),
        5,
        (
            "Sam Vole, MD, in this plan: too far for these hours.\n"
            "Pin another day or time, --pin vole@fri, or leave the pin out.\n"
        ),
    ),
    (
        ("day", "--pin", "amy"),
        2,
        (
            "Amy Novak is a colleague: nobody to visit.\n"
            "Meet them: timeoff add DAY --from 13:00 --to 14:00 --what TEXT\n"
        ),
    ),
    (
        ("day", "yesterday"),
        2,
        (
            "Mon 23 Nov has gone by: nothing can be planned there.\n"
            "What was: repplan visit list --since 2026-11-23\n"
        ),
    ),
    (
        ("day", "--from", "Nirgendwo"),
        3,
        (
            "Nobody knows where “Nirgendwo” is.\n"
            "Give an account, “town, state postcode”, or 41.50,-81.69.\n"
        ),
    ),
    (
        ("day", "--most", "0"),
        2,
        (
            "Invalid value for '--most': 0 is not in the range 1<=x<=99.\n"
            "See: repplan plan day --help\n"
        ),
    ),
    (
        ("day", "--pin", "reyes", "--skip", "reyes"),
        2,
        "Marco Reyes, MD is pinned and skipped.\nTake one of the two away.\n",
    ),
    (
        ("day", "--pin", "reyes@9:00", "--pin", "brandt@9:00"),
        5,
        (
            "Karin Brandt, NP, Tue 24 Nov 9:00: too close to Reyes at 9:00.\n"
            "Pin another day or time, --pin brandt@fri, or leave the pin out.\n"
        ),
    ),
    (
        ("week", "--night", "tue"),
        2,
        "“tue” is no value of “--night”.\nWrite it like: tue=Toledo, OH.\n",
    ),
    (
        ("week", "--night", "tue=Toledo, OH", "--night", "tue=Lima, OH"),
        2,
        (
            "The night after Tue 24 Nov can't be at “Toledo, OH” and at “Lima, OH”.\n"
            "Leave one of the two --night.\n"
        ),
    ),
    (
        ("mend", "--at", "25:00"),
        2,
        "“25:00” is no time I know.\nTry 8:40, 840, 2pm, 14:20, 9点10分.\n",
    ),
    (
        ("day", "yesterday"),
        2,
        (
            "Mon 23 Nov has gone by: nothing can be planned there.\n"
            "What was: repplan visit list --since 2026-11-23\n"
        ),
    ),
)


@pytest.mark.parametrize(("line", "code", "said"), REFUSED)
def test_refused(run: Run, line: tuple[str, ...], code: int, said: str) -> None:
    """What can't be is named, with what to do; nothing is planned, with --accept neither."""
    found = run("plan", *line)
    assert (found.code, found.out, found.err) == (code, "", said)
    if line[0] != "show":
        assert run("plan", *line, "--accept").code == code
    assert run("visit", "list", "--json").json["visits"] == []


def test_planned_visits_are_changed_first(run: Run) -> None:
    """Whoever is agreed can't be skipped or pinned elsewhere: their visit would be lost."""
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana")
    for line in (("--skip", "patel"), ("--pin", "patel@15:00")):
        found = run("plan", "day", *line)
        assert (found.code, found.out) == (6, "")
        assert found.err.startswith("Anjali Patel, MD is planned for Tue 24 Nov 10:00.\n")


def test_a_pin_beside_what_was_agreed(run: Run) -> None:
    """A pin never drives an agreed visit out: it is refused."""
    run("visit", "plan", "patel", "--at", "10:00", "--agreed-with", "Dana")
    found = run("plan", "day", "--pin", "reyes@10:00")
    assert (found.code, found.err) == (
        5,
        (
            "Marco Reyes, MD, Tue 24 Nov 10:00: too close to Patel at 10:00.\n"
            "Pin another day or time, --pin reyes@fri, or leave the pin out.\n"
        ),
    )


def test_a_day_gone_by_is_shown(run: Run) -> None:
    """What was planned may be looked at whenever it was."""
    shown = run("plan", "show", "yesterday")
    assert (shown.code, shown.out, shown.err) == (0, "Mon 23 Nov   nobody\n", "")
