"""What is offered, live from a store: names that mean one person, refs, words, days."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.cli import complete
from repplan.cli.complete import Offer, Typing
from repplan.errors import StoreProblem
from repplan.followups.queries import by_words
from repplan.offers import completers
from repplan.offers.queries import MOST
from repplan.offers.snoozing import snooze
from repplan.providers.queries import called
from repplan.store.connect import open_read
from tests.offers.territory import AWKWARD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Writing

    Completer = Callable[[Typing], list[Offer]]

pytestmark = pytest.mark.usefixtures("territory")


def words(completer: Completer, text: str = "", *before: str, language: str = "en") -> list[str]:
    """Return the words that are offered."""
    return [one.word for one in completer(Typing(text, before, language=language))]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("pat", ["Patel, Anjali", "Patel, Rohan"]),
        ("Patel", ["Patel, Anjali", "Patel, Rohan"]),
        ("anj", ["Anjali Patel"]),
        ("anjali p", ["Anjali Patel"]),
        ("patel, r", ["Patel, Rohan"]),
        ("patel@", ["Patel@Oakwood Clinic", "Patel@Elm Street Pharmacy"]),
        ("patel@elm", ["Patel@Elm Street Pharmacy"]),
        ("mar", ["Maria de la Cruz"]),
        ("cruz", ["de la Cruz"]),
        ("de la", ["de la Cruz"]),
        ("dela", ["de la Cruz"]),
        ("o'b", ["O'Brien"]),
        ("O’B", ["O'Brien"]),
        ("obr", ["O'Brien"]),
        ("shan", ["O'Brien"]),
        ("nun", ["Núñez"]),
        ("jos", ["José Núñez"]),
        ("wang", ["王建国", "王伟@人民医院", "王伟@协和医院"]),
        ("wangj", ["王建国"]),
        ("wjg", ["王建国"]),
        ("建", ["王建国"]),
        ("王伟", ["王伟@人民医院", "王伟@协和医院"]),
        ("王伟@协", ["王伟@协和医院"]),
        ("patels", []),
        ("zz", []),
        ("@", []),
        ("'", []),
        ("%", []),
        ("dr", []),
    ],
)
def test_names_by_any_part_of_them(typed: str, names: list[str]) -> None:
    """Family or given name, nickname, accents left out, pinyin and its initials, the place."""
    assert words(completers.people, typed) == names


@pytest.mark.parametrize("typed", ["", "a", "m", "n", "o", "p", "r", "s", "w", "王", "建"])
def test_what_is_offered_means_one_person(territory: Path, typed: str) -> None:
    """Every name that is offered means exactly one provider to a command."""
    offered = words(completers.people, typed)
    with closing(open_read(territory)) as db:
        assert {name: len(called(db, name)) for name in offered} == dict.fromkeys(offered, 1)


def test_before_a_letter_is_typed_the_likeliest_come_first() -> None:
    """Whom a visit is planned with, then whom one was with, then the others."""
    names = words(completers.people)
    assert names[0] == "de la Cruz"
    assert set(names[1:4]) == {"Anjali Patel", "O'Brien", "王建国"}
    assert len(names) == 10
    assert not any("Patelson" in name for name in names)


def test_an_awkward_name_is_found(territory: Path) -> None:
    """A name full of signs is offered, and means that provider."""
    (name,) = words(completers.people, "ann")
    with closing(open_read(territory)) as db:
        assert [one.name for one in called(db, name)] == [AWKWARD]


def test_a_name_in_two_words_goes_on() -> None:
    """Behind ``anjali`` comes Patel; behind a ref nothing."""
    assert words(completers.people, "p", "anjali") == ["Patel"]
    assert words(completers.people, "", "Patel") == ["Anjali", "Rohan"]
    assert words(completers.people, "", "p-gmcv") == []


def test_help_says_who_it_is() -> None:
    """Help holds what the word doesn't: the whole name, the title, the place."""
    (one,) = completers.people(Typing("anj"))
    assert one == Offer("Anjali Patel", "MD · Oakwood Clinic", "anjalipatel")
    first, _second = completers.people(Typing("pat"))
    assert first.help == "Anjali Patel · MD · Oakwood Clinic"


def test_only_colleagues_where_only_they_can_be_meant() -> None:
    """``--via`` offers the rep's own team."""
    assert words(completers.colleagues) == ["Lin"]
    assert words(completers.colleagues, "a") == ["Amy Lin"]
    assert words(completers.colleagues, "pat") == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("oak", ["Oakwood Clinic"]),
        ("clinic", ["Oakwood Clinic"]),
        ("st. m", ["St. Mary's Hospital"]),
        ("人", ["人民医院"]),
        ("医院", ["人民医院", "协和医院"]),
        ("zz", []),
        ("%", []),
    ],
)
def test_accounts_by_their_beginning_or_a_part(typed: str, names: list[str]) -> None:
    """What begins as typed; if nothing does, what has it within."""
    assert words(completers.accounts, typed) == names


def test_accounts_of_one_name_are_told_apart_by_ref(store: Path, writing: Writing) -> None:
    """Two accounts of one name are offered by their refs, with the town."""
    from repplan.accounts.actions import add_account

    with writing() as work:
        refs = {
            add_account(work, {"name": "City Clinic", "city": city}).ref for city in ("Ely", "Wick")
        }
    offers = completers.accounts(Typing("city", store=str(store)))
    assert {one.word for one in offers} == refs
    assert {one.help for one in offers} == {"City Clinic · Ely", "City Clinic · Wick"}


def test_a_visit_is_with_people_or_places() -> None:
    """``log`` and ``visit plan`` offer accounts too, behind people; then text is free."""
    assert words(complete.visited_names, "oak") == ["Oakwood Clinic"]
    assert words(complete.visited_names, "pat") == ["Patel, Anjali", "Patel, Rohan"]
    assert words(complete.visited_names, "an", "patel") == []


def test_open_promises_by_ref_person_and_word() -> None:
    """The nearest due day first; by whose they are; then by a word that tells them apart."""
    offers = completers.open_followups(Typing(""))
    assert [one.help for one in offers] == [
        "O'Brien: call the lab · 2026-11-25",
        "Patel: send the renal table · 2026-11-27",
        "王建国: 寄肾功能表 · 2026-11-27",
        "Patel: introduce Dr Cruz · 2026-11-30",
    ]
    refs = [one.word for one in offers]
    assert all(ref.startswith("f-") and len(ref) == 6 for ref in refs)
    assert sorted(words(completers.open_followups, "f-")) == sorted(refs)
    assert words(completers.open_followups, refs[0]) == refs[:1]
    assert words(completers.open_followups, "", refs[0]) == refs[1:]
    assert words(completers.open_followups, "pat") == ["Patel"]
    assert words(completers.open_followups, "rohan") == []
    assert words(completers.open_followups, "", "patel") == ["renal", "introduce"]
    assert words(completers.open_followups, "ta", "patel") == ["table"]


def test_a_word_that_is_offered_means_one_promise(territory: Path) -> None:
    """Name and word as offered are what ``done`` takes."""
    with closing(open_read(territory)) as db:
        for name in ("Patel", "O'Brien", "王建国"):
            for word in words(completers.open_followups, "", name):
                assert len(by_words(db, f"{name} {word}")) == 1


def test_a_ref_is_never_shorter_than_typed(territory: Path) -> None:
    """Who has typed more of a ref than is needed keeps it."""
    with closing(open_read(territory)) as db:
        ref = db.execute("SELECT ref FROM followup LIMIT 1").fetchone()[0]
    for end in range(2, len(ref) + 1):
        assert ref[:end] in {word[:end] for word in words(completers.open_followups, ref[:end])}


def test_putting_off_takes_what_then_until_when() -> None:
    """First a promise or a person, then a day to come, in the language of the run or as typed."""
    assert words(snooze) == words(completers.open_followups)
    assert words(snooze, "rohan") == ["Rohan Patel"]
    assert words(snooze, "", "rohan")[:3] == ["tomorrow", "mon", "tue"]
    assert words(snooze, "", "rohan", language="zh_CN")[:2] == ["明天", "后天"]
    assert words(snooze, "周五", "rohan") == ["周五"]
    assert words(snooze, "ta", "patel") == ["table"]
    assert [one.help for one in snooze(Typing("fri", ("rohan",)))] == ["Fri 2026-11-27"]


def test_visits_by_ref_or_person() -> None:
    """What is planned comes first, then the last ones; a letter offers whom they were with."""
    offers = completers.visits(Typing(""))
    assert offers[0].help == "de la Cruz: planned · 2026-11-27"
    assert len(offers) == 4
    assert words(completers.visits, offers[0].word[:5]) == [offers[0].word]
    assert words(completers.visits, "cruz") == ["de la Cruz"]
    assert words(completers.visits, "rohan") == []


def test_objectives_by_ref_person_and_word() -> None:
    """Open ones by ref; whose they are; a word of theirs."""
    (one,) = completers.objectives(Typing(""))
    assert one.help == "Patel: will try the new dose · 2026-11-30"
    assert words(completers.objectives, "o-") == [one.word]
    assert words(completers.objectives, "roh") == ["Rohan Patel"]
    assert words(completers.objectives, "anj") == []
    assert words(completers.objectives, "d", "rohan") == ["dose"]


def test_products_by_name() -> None:
    """Names of products, one of two words too."""
    assert words(completers.products) == ["Cardexa", "Renal Plus"]
    assert words(completers.products, "ren") == ["Renal Plus"]


def test_packs_then_products() -> None:
    """What may be exported: packs that were loaded, of which there is none here, then products."""
    assert words(completers.packs) == ["Cardexa", "Renal Plus"]
    assert words(completers.packs, "ren") == ["Renal Plus"]


def test_what_can_be_taken_back() -> None:
    """The last commands that wrote, by ref, the last one first."""
    offers = completers.batches(Typing(""))
    assert offers[0].word.startswith("b-")
    assert offers[0].help.startswith("provider add · 2026-11-24T")
    assert words(completers.batches, offers[0].word[:6]) == [offers[0].word]
    assert words(completers.histories, "anj") == ["Anjali Patel"]


def test_settings_and_their_values() -> None:
    """Settings by name; behind one with few values, these."""
    assert words(completers.settings, "log") == ["log.ask"]
    for name, text, values in (
        ("log.ask", "", ["unclear", "always"]),
        ("policy", "u", ["us", "uk"]),
        ("hours", "", []),
        ("no.such", "", []),
    ):
        offers = completers.setting_values(Typing(text, line=(name,)))
        assert [one.word for one in offers] == values


def test_groups_of_the_queue(nowhere: Path) -> None:
    """``due`` offers its groups, with people once a letter is typed; groups without a store too."""
    assert words(complete.due_words)[:3] == ["clocks", "promises", "bag"]
    assert words(complete.due_words, "r") == ["reconnect", "Rohan Patel"]
    assert words(complete.due_words, "", "promises") == []
    alone = complete.due_words(Typing("pro", store=str(nowhere)))
    assert [one.word for one in alone] == ["promises"]


def test_one_of_a_list() -> None:
    """A closed list offers what begins as typed, whatever the case."""
    assert words(complete.one_of("A", "B", "no-see"), "a") == ["A"]
    assert words(complete.one_of("A", "B", "no-see"), "N") == ["no-see"]


def test_a_store_on_the_line_is_the_one(
    territory: Path, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--store`` beats REPPLAN_STORE; what the shell has not yet put in place is."""
    monkeypatch.setenv("REPPLAN_STORE", str(nowhere))
    monkeypatch.setenv("TERRITORY", str(territory.parent))
    for path in (str(territory), "$TERRITORY/repplan.db"):
        assert completers.people(Typing("anj", store=path))
    with pytest.raises(StoreProblem):
        completers.people(Typing("anj"))


def test_nothing_is_left_beside_the_store(territory: Path) -> None:
    """Asking leaves the file as it is and makes none beside it."""
    before = territory.read_bytes(), sorted(territory.parent.iterdir())
    words(completers.people, "pat")
    words(completers.open_followups)
    assert (territory.read_bytes(), sorted(territory.parent.iterdir())) == before


def test_what_another_process_just_wrote_is_seen(store: Path, writing: Writing) -> None:
    """While another process has the store open, what it has committed is offered."""
    from repplan.providers.actions import add_provider

    with closing(sqlite3.connect(store)) as other:
        other.execute("SELECT count(*) FROM provider").fetchone()
        with writing() as work:
            add_provider(work, {"name": "Nora Quill"})
        assert words(completers.people, "qui") == ["Quill"]


def test_a_long_list_is_cut_and_keeps_its_last(store: Path, writing: Writing) -> None:
    """Of too many the last is among those shown: what they have in common all have."""
    from repplan.providers.actions import add_provider

    with writing() as work:
        for number in range(MOST + 10):
            add_provider(work, {"name": f"Paa{chr(97 + number % 26)}{number}x Lee"})
        add_provider(work, {"name": "Pzz Lee"})
    offers = completers.people(Typing("p", store=str(store)))
    assert len(offers) == MOST
    assert offers[-1].word == "Pzz Lee"


@pytest.mark.parametrize(
    "name", [name for name, value in vars(complete).items() if name.endswith(("_names", "_refs"))]
)
def test_every_completer_is_there(name: str) -> None:
    """What commands name is answered by a function of this room."""
    for text in ("", "a", "王", "f-", "v-2", "'", "%", "_", "\\", '"', "(", "*", "a b", "@x"):
        assert isinstance(vars(complete)[name](Typing(text)), list)
