"""``config policy``: the rules shown with their sources, looked at, overlaid, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.policies.load import policy_named, policy_of

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

ACME = """\
# Acme's rules for field staff
[safety.report_hours]
value = 12
source = "Acme SOP 12, version 4"
checked = 2026-10-01

[spend.meal_max]
value = 25

[consent.phone]
action = "warn"
"""
LATER = "2028-01-05T08:00:00-06:00"


@pytest.fixture
def acme(tmp_path: Path) -> str:
    """Return the path of an employer's file."""
    path = tmp_path / "acme.toml"
    path.write_text(ACME, encoding="utf-8")
    return str(path)


def test_show_the_usual(run: Run) -> None:
    """A fresh store works under what is usual: each fact with its source, and what nobody says."""
    done = run("config", "policy")
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
Your rules: none
consent.email        assumed    block none 2026-11-22
    usual company rule: not to whom has opted out
consent.message      assumed    block none 2026-11-22
    usual company rule: not to whom has opted out
consent.phone        assumed    block none 2026-11-22
    usual company rule: not to whom has opted out
notes.identity       true       block none 2026-11-22
    usual company rule: nothing that tells who a patient is; age band and sex at
    most
notes.promises                  warn  none 2026-11-22
    gift card, gift cards, gift voucher, gift vouchers, cash gift, kickback,
    kickbacks, red envelope, 回扣, 红包, 购物卡, 礼品卡, 好处费
    usual company rule: nothing of value in return for prescribing, and no word
    of it in a note
policy.stale_days    365        warn  none 2026-11-22
    usual company rule: look at each source once a year
safety.report_hours  24         block none 2026-11-22
    usual company rule: to drug safety within 24 hours of hearing it, at any
    place
samples.warn_days    60         warn  none 2026-11-22
    usual company rule: lots are returned before they expire
No policy of yours says anything of: notes.barred, notes.volumes, privacy.basis,
reception.filing_needed, reception.people_min, samples.licence,
samples.max_days, samples.max_pieces, samples.receipt, samples.request,
spend.currency, spend.item_from, spend.meal_max, spend.year_from,
visits.unsolicited_max, visits.unsolicited_months
Your employer's system is the record. Nothing here is legal advice.
"""
    )
    assert run("config", "policy", "show").out == done.out


@pytest.mark.parametrize("policy", ["none", "us", "uk", "eu", "cn"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_show_is_no_wider_than_the_screen(run: Run, policy: str, language: str) -> None:
    """Every policy fits 80 columns, in both languages, and names every fact and its source."""
    from repplan.text import width

    run("config", "policy", "use", policy)
    done = run("config", "policy", REPPLAN_LANG=language)
    assert done.code == 0
    assert max(map(width, done.out.splitlines())) <= 80
    flat = "".join(done.out.split())
    for one in policy_named(policy).every():
        assert one.name in done.out
        assert "".join(one.source.split()) in flat


def test_show_as_json(run: Run) -> None:
    """Scripts get each fact as it is, and the facts that nothing is known of."""
    run("config", "policy", "use", "uk")
    told = run("config", "policy", "--json").json
    assert (told["policy"], told["own"]) == ("uk", None)
    assert [one["name"] for one in told["facts"]] == sorted(one["name"] for one in told["facts"])
    (cap,) = [one for one in told["facts"] if one["name"] == "visits.unsolicited_max"]
    source = cap.pop("source")
    assert source.startswith("ABPI Code of Practice")
    assert cap == {
        "name": "visits.unsolicited_max",
        "value": 3,
        "action": "block",
        "layer": "uk",
        "checked": "2026-11-22",
        "stale": False,
    }
    assert "notes.volumes" in told["unset"]
    assert "visits.unsolicited_max" not in told["unset"]


def test_use_and_take_back(run: Run, db: sqlite3.Connection) -> None:
    """Another country's rules are one command, and one undo; the same ones again write nothing."""
    done = run("config", "policy", "use", "cn")
    assert (done.code, done.err) == (0, "")
    assert done.masked == (
        "Your rules: cn. Each with its source: repplan config policy\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert policy_of(db).number("reception.people_min") == 2
    again = run("config", "policy", "use", "cn")
    assert again.out.endswith("It was so already: nothing was changed.\n")
    run("undo")
    assert policy_of(db).name == "none"
    assert run("config", "policy", "use", "us", "--json").json["policy"] == "us"


def test_set_check_clear(run: Run, db: sqlite3.Connection, acme: str) -> None:
    """The employer's file lies over the rules until it is cleared; each step can be taken back."""
    run("config", "policy", "use", "us")
    done = run("config", "policy", "set", acme)
    assert (done.code, done.err) == (0, "")
    assert done.masked == (
        "acme.toml is laid over your rules (safety.report_hours, spend.meal_max,\n"
        "consent.phone).\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert policy_of(db).number("safety.report_hours") == 12
    assert run("config", "policy").out.startswith("Your rules: us, and acme.toml over them\n")
    check = run("config", "policy", "check")
    assert (check.code, check.err) == (0, "")
    assert check.out == (
        "Your rules: us, and acme.toml over them\n"
        "Every source was looked at in the last 365 days.\n"
        "acme.toml sets:\n"
        "    consent.phone        assumed warn (instead of assumed block)\n"
        "    safety.report_hours  12 block (instead of 24 block)\n"
        "    spend.meal_max       25 block (new)\n"
    )
    again = run("config", "policy", "set", acme)
    assert again.out.endswith("It was so already: nothing was changed.\n")
    cleared = run("config", "policy", "clear")
    assert cleared.masked == (
        "acme.toml no longer lies over your rules.\nSaved. Take it back: repplan undo b-*\n"
    )
    assert policy_of(db).number("safety.report_hours") == 24
    run("undo")
    assert policy_of(db).number("safety.report_hours") == 12
    run("undo")
    assert policy_of(db).number("safety.report_hours") == 24
    none = run("config", "policy", "clear")
    assert none.out == "No file lay over them.\nIt was so already: nothing was changed.\n"


def test_set_replaces_what_was_set(run: Run, db: sqlite3.Connection, acme: str) -> None:
    """A second file takes the place of the first whole: what it doesn't say is the policy's."""
    run("config", "policy", "set", acme)
    told = run("config", "policy", "set", "-", "--json", stdin="[spend.meal_max]\nvalue = 9\n")
    assert told.json["facts"] == ["spend.meal_max"]
    rules = policy_of(db)
    assert (rules.number("spend.meal_max"), rules.number("safety.report_hours")) == (9, 24)
    run("undo")
    assert policy_of(db).number("safety.report_hours") == 12


def test_check_as_json(run: Run, acme: str) -> None:
    """Scripts get what is old, what the file sets, and what lies below that."""
    run("config", "policy", "set", acme)
    told = run("config", "policy", "check", "--json", now="2027-11-10T08:00:00-06:00").json
    assert (told["policy"], told["own"], told["stale_days"]) == ("none", "acme.toml", 365)
    assert [one["name"] for one in told["stale"]] == ["safety.report_hours"]
    below = {one["name"]: one["below"] and one["below"]["value"] for one in told["own_facts"]}
    assert below == {"consent.phone": "assumed", "safety.report_hours": 24, "spend.meal_max": None}


def test_old_sources_are_told(run: Run) -> None:
    """After a year each source wants to be looked at again: check says which, exit 0, as a note."""
    done = run("config", "policy", "check", now=LATER)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
Your rules: none
8 facts were last looked at more than 365 days ago:
    consent.email        2026-11-22
    consent.message      2026-11-22
    consent.phone        2026-11-22
    notes.identity       2026-11-22
    notes.promises       2026-11-22
    policy.stale_days    2026-11-22
    safety.report_hours  2026-11-22
    samples.warn_days    2026-11-22
Look at the source; put the day into your employer's file.
"""
    )
    whole = run("check", now=LATER)
    assert (whole.code, whole.err) == (0, "")
    assert whole.out == (
        "policy                   sources of your rules that want to be looked at again: 8\n"
        "The store is whole.\n"
    )
    assert run("check").out == "The store is whole.\n"


def test_nobody_looks_where_it_is_off(run: Run) -> None:
    """An employer who keeps track elsewhere switches it off."""
    run("config", "policy", "set", "-", stdin='[policy.stale_days]\naction = "off"\n')
    check = run("config", "policy", "check", now=LATER)
    assert (
        check.out.splitlines()[1] == "The age of sources isn't looked at: policy.stale_days is off."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[safety.report_hour]\nvalue = 3\n",
            (
                "bad.toml, line 1, column 2: there is no fact “safety.report_hour”: "
                "did you mean “safety.report_hours”?\n"
            ),
        ),
        (
            "[spend.meal_max]\nvalue = -4\n",
            (
                "bad.toml, line 2, column 1: -4 can't stand here: "
                "an amount from 0 is needed, like 13.82\n"
            ),
        ),
        (
            '[spend.currency]\nvalue = "EUS"\n',
            (
                "bad.toml, line 2, column 1: there is no currency “EUS”: "
                "write it like USD, EUR, GBP, CNY\n"
            ),
        ),
        (
            "[consent.email]\nchecked = 2026-11-25\n",
            "bad.toml, line 2, column 1: 2026-11-25 is still to come: nobody has checked it then\n",
        ),
    ],
)
def test_a_slip_writes_nothing(
    run: Run, db: sqlite3.Connection, tmp_path: Path, acme: str, text: str, said: str
) -> None:
    """A slip in the file is one line with its place, exit 8; what lay there still lies there."""
    run("config", "policy", "set", acme)
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    done = run("config", "policy", "set", str(tmp_path / "bad.toml"))
    assert (done.code, done.out) == (8, "")
    assert done.err == said + "Nothing was written. Mend the file and run it again.\n"
    assert policy_of(db).number("safety.report_hours") == 12
    told = run("config", "policy", "set", str(tmp_path / "bad.toml"), "--json")
    assert '"error": "bad-file"' in told.err


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (
            ["shwo"],
            2,
            (
                "“shwo” is nothing to do with rules. Use one of: show, check, set, clear, use.\n"
                "See: repplan config policy --help\n"
            ),
        ),
        (
            ["set"],
            2,
            "FILE is missing.\nGive it on the command line; nothing is asked without a terminal.\n",
        ),
        (
            ["use"],
            2,
            "NAME is missing.\nGive it on the command line; nothing is asked without a terminal.\n",
        ),
        (
            ["clear", "all"],
            2,
            "“all” is too much: “clear” takes nothing more.\nSee: repplan config policy --help\n",
        ),
        (["use", "fr"], 2, "“fr” is no value of “policy”.\nUse one of: none, us, uk, eu, cn.\n"),
        (["set", "nosuch.toml"], 8, "nosuch.toml: there is no such file\nNothing was written.\n"),
    ],
)
def test_slips_of_the_line(run: Run, line: list[str], code: int, said: str) -> None:
    """What can't be done is said in one line, and nothing is written."""
    done = run("config", "policy", *line)
    assert (done.code, done.out, done.err) == (code, "", said)
    assert run("undo", "--list", "--json").json["batches"] == []


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b'[consent.email]\nvalue = "\xff"', b"\x00" * 9]
)
def test_what_is_no_text(run: Run, tmp_path: Path, content: bytes) -> None:
    """A file that is no text is refused by name."""
    (tmp_path / "odd.toml").write_bytes(content)
    done = run("config", "policy", "set", str(tmp_path / "odd.toml"))
    assert (done.code, done.out) == (8, "")
    assert done.err.startswith("odd.toml")


def test_a_huge_file(run: Run, tmp_path: Path) -> None:
    """A file of another size is another file."""
    (tmp_path / "odd.toml").write_bytes(b"#" * 300_000)
    done = run("config", "policy", "set", str(tmp_path / "odd.toml"))
    assert (done.code, done.err) == (
        8,
        "odd.toml: it is too long for a policy\nNothing was written.\n",
    )


def test_a_limit_that_counts_for_nothing(run: Run, tmp_path: Path) -> None:
    """A limit whose period the employer's file switched off is told."""
    acme = tmp_path / "acme.toml"
    acme.write_text('[samples.max_days]\naction = "off"\n', encoding="utf-8")
    run("config", "set", "policy", "uk")
    assert run("config", "policy", "set", str(acme)).code == 0
    told = run("config", "policy", "check")
    assert "samples.max_pieces counts for nothing: samples.max_days is off.\n" in told.out
    assert run("config", "policy", "check", "--json").json["idle"] == [
        {"name": "samples.max_pieces", "needs": "samples.max_days"}
    ]
