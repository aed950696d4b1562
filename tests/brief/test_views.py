"""A brief on the screen: what stands where, what is cut first, and that it always fits."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.brief.model import SECTIONS, Brief
from repplan.brief.views import MOST_LINES, brief_json, brief_lines, written_lines
from repplan.cli.show import plain
from repplan.day import BriefItem
from repplan.records import replace
from repplan.text import width
from tests.brief.making import AT_8_40, CITY_HOSPITAL, PATEL, VALLEY, WANG, brief, owed, stop

if TYPE_CHECKING:
    from repplan.providers.model import Provider

LONG = "one chart, then silence; she thinks aloud and wants the figures of her own patients; " * 3


def screen(one: Brief, columns: int = 80, *, is_full: bool = False, language: str = "en") -> str:
    """Return the lines as a pipe gets them."""
    lines = brief_lines(one, language, columns, is_full=is_full)
    return "\n".join(plain(line) for line in lines)


def test_the_whole_of_it_stands_in_the_order_of_the_door() -> None:
    """Who and when, how to get in, what is owed, stop signs, the person; a label stands once."""
    one = brief(
        owed=[
            owed("renal dosing table, 1 day late", "late"),
            owed('"ok in dialysis?", a question: answer it, today'),
            BriefItem("THEY", "count of her eGFR 30-45 patients, 14 days late"),
        ],
        stops=[stop("sees no reps: ask for another way, not for a visit")],
        person=[BriefItem("LIKES", "one chart, then silence; she thinks aloud")],
        last=[
            BriefItem("LAST", 'Tue 17 Nov seen 14 min Cardexa ~ "Show me renal before I switch"'),
            BriefItem("LAST", 'Tue 3 Nov no-see "clinic ran late"'),
        ],
        access=[
            BriefItem("IN", "Valley Cardiology, suite 210; Lot C. No bag past the desk"),
            BriefItem("WHEN", "Tue seen 4 of 5, Thu seen 0 of 3"),
        ],
    )
    assert screen(one) == (
        "Anjali Patel, MD   A   cardiology           today 8:40, 10 min, agreed with Dana\n"
        "IN     Valley Cardiology, suite 210; Lot C. No bag past the desk\n"
        "OWED   renal dosing table, 1 day late\n"
        '       "ok in dialysis?", a question: answer it, today\n'
        "THEY   count of her eGFR 30-45 patients, 14 days late\n"
        "STOP   sees no reps: ask for another way, not for a visit\n"
        "LIKES  one chart, then silence; she thinks aloud\n"
        'LAST   Tue 17 Nov seen 14 min Cardexa ~ "Show me renal before I switch"\n'
        '       Tue 3 Nov no-see "clinic ran late"\n'
        "WHEN   Tue seen 4 of 5, Thu seen 0 of 3\n"
        "AFTER  @ Patel 8:40"
    )


def test_chinese_lines_up_by_cells() -> None:
    """Chinese names and texts end at the same cell as Latin ones, and break between ideographs."""
    one = brief(
        provider=WANG,
        account=CITY_HOSPITAL,
        start=time(9, 10),
        visit=replace(AT_8_40, minutes_planned=5, agreed_with="护士小刘"),
        header="@王建国 09:10",
        owed=[owed("肾功能剂量表, 11月25日 周三")],
        person=[BriefItem("CARES", "75岁以上低血压(11月17日、10月20日):今天只谈这个," * 2)],
    )
    assert screen(one, language="zh_CN") == (
        "王建国 主任医师   A   心内科             today 9:10, 5 min, agreed with 护士小刘\n"
        "OWED   肾功能剂量表, 11月25日 周三\n"
        "CARES  75岁以上低血压(11月17日、10月20日):今天只谈这个,75岁以上低血压(11月17日、\n"
        "       10月20日):今天只谈这个,\n"
        "AFTER  @王建国 09:10"
    )


HEADS = [
    (brief(visit=None, start=None), "no visit planned"),
    (brief(visit=replace(AT_8_40, start_at=None), start=None), "today, 10 min, agreed with Dana"),
    (
        brief(visit=replace(AT_8_40, on_date="2026-11-27")),
        "Fri 27 Nov 8:40, 10 min, agreed with Dana",
    ),
    (
        brief(visit=replace(AT_8_40, agreed_with=None, appointment="asked", heads=6)),
        "today 8:40, 10 min, 6 people, asked",
    ),
    (
        brief(visit=replace(AT_8_40, minutes_planned=None), others=("Cho", "Amy")),
        "today 8:40, with Cho, Amy, agreed with Dana",
    ),
    (
        brief(visit=replace(AT_8_40, on_date="2027-01-04")),
        "Mon 4 Jan 2027 8:40, 10 min, agreed with Dana",
    ),
]


@pytest.mark.parametrize(("one", "when"), HEADS)
def test_the_head_says_when(one: Brief, when: str) -> None:
    """The right half of the head says only what is known of the visit."""
    head = screen(one).splitlines()[0]
    assert head == f"Anjali Patel, MD   A   cardiology{when:>47}"


NAMES = [
    (PATEL, "Anjali Patel, MD   A   cardiology"),
    (WANG, "王建国 主任医师   A   心内科"),
    (replace(PATEL, name="Anjali Patel", tier=None), "Anjali Patel MD   cardiology"),
    (replace(PATEL, specialties=(), role="nurse"), "Anjali Patel, MD   A   nurse"),
    (
        replace(PATEL, name="Wei Chen", native_name="陈薇", title="", specialties=()),
        "Wei Chen 陈薇   A   physician",
    ),
]


@pytest.mark.parametrize(("provider", "head"), NAMES)
def test_the_head_says_who(provider: Provider, head: str) -> None:
    """The name has its native form and title once; the role stands where no specialty is known."""
    one = replace(brief(visit=None, start=None), provider=provider)
    assert screen(one).splitlines()[0].removesuffix("no visit planned").rstrip() == head


def test_a_group_is_called_by_its_account() -> None:
    """A visit to a department is headed by the account and the department."""
    visit = replace(AT_8_40, department="heart failure", heads=12, agreed_with=None)
    one = brief(provider=None, visit=visit, header="@ Valley Cardiology 8:40")
    assert screen(one) == (
        "Valley Cardiology, heart failure           today 8:40, 10 min, 12 people, agreed\n"
        "AFTER  @ Valley Cardiology 8:40"
    )


def test_a_long_head_takes_two_lines() -> None:
    """Who and when stand under each other where one line can't hold both; nothing is lost."""
    name = "Maria-Fernanda de la Cruz y Santamaria-Echeverria, MD, PhD"
    assert screen(brief(provider=replace(PATEL, name=name, title=""))) == (
        f"{name}   A   cardiology\ntoday 8:40, 10 min, agreed with Dana\nAFTER  @ Patel 8:40"
    )


def test_an_endless_name_takes_one_line() -> None:
    """A name is clipped where it fills the screen; what stands behind it stays."""
    lines = screen(brief(provider=replace(PATEL, name="Ana " * 75, title=""))).split("\n")
    assert lines[0].endswith("Ana..   A   cardiology") or lines[0].endswith("..   A   cardiology")
    assert lines[1] == "today 8:40, 10 min, agreed with Dana"


def many(count: int, label: str = "NOTE") -> list[BriefItem]:
    """Return so many entries of one line."""
    return [BriefItem(label, f"{label.lower()} {number}") for number in range(1, count + 1)]


def test_it_is_cut_from_the_bottom_up() -> None:
    """What doesn't fit goes, the last first; the cut says how much; door and header stay."""
    one = brief(
        owed=[owed("renal dosing table")],
        person=many(18),
        last=many(6, "LAST"),
        access=[BriefItem("IN", "suite 210"), *many(3, "ALSO")],
    )
    lines = screen(one).splitlines()
    assert len(lines) == MOST_LINES
    assert lines[:4] == [
        "Anjali Patel, MD   A   cardiology           today 8:40, 10 min, agreed with Dana",
        "IN     suite 210",
        "OWED   renal dosing table",
        "NOTE   note 1",
    ]
    assert lines[-5:] == [
        "       note 18",
        "LAST   last 1",
        "       last 2",
        "       +7 (--full)",
        "AFTER  @ Patel 8:40",
    ]


def test_background_gives_its_second_lines_first() -> None:
    """Before anything goes, what is good to know has one line each, and says that there is more."""
    habit = BriefItem("HABIT", "generics first; " * 6)
    one = brief(
        owed=[owed("renal dosing table")],
        person=[habit, *many(18)],
        last=[BriefItem("LAST", "seen, she thinks aloud " * 5)],
        questions=many(1, "ASK"),
    )
    lines = screen(one).splitlines()
    assert len(lines) == MOST_LINES
    assert [line[:7].strip() for line in lines if line[:7].strip()] == [
        "Anjali", "OWED", "HABIT", "NOTE", "LAST", "ASK", "AFTER",
    ]  # fmt: skip
    assert lines[2].endswith(".. (--full)")
    assert lines[3] == "NOTE   note 1"
    assert lines[-4].startswith("LAST   seen")
    assert not lines[-3].endswith("(--full)")


def test_nothing_is_cut_that_fits() -> None:
    """Twenty-five lines are shown as they are; one more makes room for the count as well."""
    fits = screen(brief(person=many(23))).splitlines()
    assert (len(fits), fits[-2]) == (MOST_LINES, "       note 23")
    over = screen(brief(person=many(24))).splitlines()
    assert (len(over), over[-3:]) == (
        MOST_LINES,
        ["       note 22", "       +2 (--full)", "AFTER  @ Patel 8:40"],
    )


def test_what_is_owed_and_stop_signs_are_never_cut() -> None:
    """Thirty promises take thirty lines, long ones all of theirs; everything else gives way."""
    promises = [f"promise {number}" for number in range(1, 31)]
    one = brief(
        owed=[*map(owed, promises), owed(LONG)],
        stops=[stop("has left this territory")],
        person=many(5),
        access=[BriefItem("IN", "suite 210")],
    )
    shown = screen(one)
    assert [line[7:] for line in shown.splitlines()[2:32]] == promises
    assert " ".join(LONG.split()) in " ".join(shown.split())
    assert shown.endswith("STOP   has left this territory\n       +5 (--full)\nAFTER  @ Patel 8:40")


def test_a_long_entry_takes_two_lines() -> None:
    """On the short screen an entry takes two lines and says that there is more."""
    assert screen(brief(person=[BriefItem("LIKES", LONG)])).splitlines()[1:3] == [
        "LIKES  one chart, then silence; she thinks aloud and wants the figures of her",
        "       own patients; one chart, then silence; she thinks aloud and wa.. (--full)",
    ]


def test_the_last_entry_is_shortened_before_it_goes() -> None:
    """An entry of two lines loses its second one first, which may be enough."""
    long = BriefItem("LAST", LONG)
    assert screen(brief(person=many(21), last=[long])).splitlines()[-2].endswith("wa.. (--full)")
    assert screen(brief(person=many(22), last=[long])).splitlines()[-3:] == [
        "       note 22",
        "LAST   one chart, then silence; she thinks aloud and wants the figure.. (--full)",
        "AFTER  @ Patel 8:40",
    ]


def test_full_has_no_limit() -> None:
    """``--full`` shows every entry, whole."""
    shown = screen(brief(person=[*many(60), BriefItem("LIKES", LONG)]), is_full=True)
    assert "note 60" in shown
    assert "--full" not in shown
    assert shown.count("one chart") == LONG.count("one chart")


def test_nothing_acts_on_the_screen() -> None:
    """What a terminal would obey is shown as a sign, in names and in entries."""
    one = brief(
        provider=replace(PATEL, name="Pa\x1b[31mtel\u202e", title=""),
        person=[BriefItem("NOTE", "red\x1b[0m and [bold]brackets[/bold]\x07")],
    )
    shown = screen(one)
    assert shown.startswith("Pa�[31mtel�   A")
    assert "NOTE   red�[0m and [bold]brackets[/bold]�" in shown


WORDS = st.text(
    st.sampled_from("ab Z9 ,.()éø肾功能剂量表「」、。ーｶ\u0301\u200b\x1b\n\t👩‍⚕️"), max_size=400
)
LABELS = st.sampled_from(["LIKES", "CARES", "NOTE", "LAST", "TODAY", "IF", "WHEN", "ALSO"])
ENTRIES = st.lists(st.builds(BriefItem, LABELS, WORDS), max_size=40)


@settings(deadline=None)
@given(
    entries=ENTRIES,
    promises=st.lists(st.builds(owed, WORDS), max_size=5),
    name=st.text(max_size=120),
    columns=st.sampled_from([24, 40, 80, 132]),
    is_full=st.booleans(),
)
def test_every_line_fits(
    entries: list[BriefItem], promises: list[BriefItem], name: str, columns: int, *, is_full: bool
) -> None:
    """No line is wider than the screen, whatever was typed; the short one has at most 25."""
    one = brief(
        provider=replace(PATEL, name=name), owed=promises, person=entries, visit=None, start=None
    )
    lines = screen(one, columns, is_full=is_full).split("\n")
    assert [line for line in lines if width(line) > columns] == []
    if not is_full and columns >= 80:
        fixed = len(
            screen(replace(one, sections=brief(owed=promises).sections), columns).split("\n")
        )
        assert len(lines) <= max(MOST_LINES, fixed + 1)


@settings(deadline=None)
@given(entries=st.lists(st.builds(BriefItem, LABELS, st.just("told")), max_size=60))
def test_what_is_shown_and_what_is_cut_is_all(entries: list[BriefItem]) -> None:
    """The count of the cut and the entries on the screen add up to what there is."""
    lines = screen(brief(person=entries)).splitlines()
    missing = [line.split()[0] for line in lines if line.endswith("(--full)")]
    assert sum(line.endswith("told") for line in lines) + sum(map(int, missing)) == len(entries)


def test_json_has_every_section_always() -> None:
    """An empty section is there with no items; labels, refs and facts stand beside the text."""
    one = brief(owed=[replace(owed("renal table"), facts=(("due_on", "2026-11-23"),))])
    told = brief_json(one)
    sections = told["sections"]
    assert isinstance(sections, list)
    assert [section["name"] for section in sections] == list(SECTIONS)
    assert sections[0]["items"] == [
        {"text": "renal table", "ref": "f-7k2m9xpq", "label": "owed", "due_on": "2026-11-23"}
    ]
    assert sections[1] == {"name": "stops", "items": []}
    assert told["as_of"] == "2026-11-24"
    assert told["header"] == "@ Patel 8:40"
    assert told["visit"] == {
        "ref": "v-1111bcdf",
        "date": "2026-11-24",
        "start": "2026-11-24T14:40:00Z",
        "minutes": 10,
        "appointment": "agreed",
        "agreed_with": "Dana",
        "purpose": None,
        "heads": None,
    }


def test_json_of_a_group_has_no_provider() -> None:
    """A group's brief names the account; without a plan the visit is null."""
    told = brief_json(brief(provider=None, visit=None, start=None, account=VALLEY))
    assert (told["provider"], told["account"], told["visit"]) == (None, "Valley Cardiology", None)


@pytest.mark.parametrize(("count", "said"), [(1, "1 brief in day.pdf"), (6, "6 briefs in day.pdf")])
def test_a_file_is_told_in_one_line(count: int, said: str) -> None:
    """What was written is said with its count."""
    assert written_lines(count, "day.pdf") == [said]
