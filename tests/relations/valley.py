"""An account with a map, for tests of commands and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Run

_PEOPLE = (
    ("Ruth Cho, MD", "Cardiology", "--tier", "A"),
    ("Sam Lee PA", "Cardiology"),
    ("Jo Brandt NP", "Cardiology"),
    ("Tom Haas, MD", "Cardiology"),
    ("Nils Berg, PharmD", "Pharmacy"),
)
_RELATIONS = (
    ("anjali", "reports", "to", "cho", "--evidence", "org chart on the wall"),
    ("lee", "reports-to", "anjali"),
    ("brandt", "reports to", "haas"),
    ("berg", "influences", "cho", "--since", "3 mar"),
)
_STANCES = (
    ("cho", "skeptic", "--influence", "decision-maker", "--on", "last fri"),
    ("anjali", "neutral", "--on", "2026-06-01"),
    ("anjali", "champion", "--evidence", "asked for a reprint"),
    ("haas", "supporter"),
)


def build(run: Run) -> None:
    """Fill Valley Cardiology: departments, people, who reports to whom, where each stands."""
    done = [
        run("account", "edit", "valley", "--departments", "Cardiology; Pharmacy",
            "--purchase", "pharmacist; committee; budget", "--signs", "Cho, with the CFO",
            "--committee", "2026-12-15", "--asked-for", "a trial of five"),
        run("provider", "edit", "anjali", "--department", "Cardiology"),
    ]  # fmt: skip
    for name, department, *rest in _PEOPLE:
        place = ("--account", "valley", "--department", department)
        done.append(run("provider", "add", name, *place, *rest))
    done += [run("relation", "add", *words) for words in _RELATIONS]
    done += [run("stance", "add", *words) for words in _STANCES]
    done.append(run("provider", "retire", "haas"))
    assert [one.code for one in done] == [0] * len(done), [one.err for one in done]
