"""What there is to practise: a product with two messages, two objections, and an account's people."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan import __main__ as program
from repplan.products.actions import add_message, add_objection, add_product
from repplan.providers.place import account_for
from repplan.relations.actions import note_stance, relate
from tests.conftest import NOW, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.providers.model import Provider
    from tests.conftest import Writing


class Typed(io.StringIO):
    """Keys at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


class Terminal(Protocol):
    """Run one command line at a terminal, with these lines typed one after the other."""

    def __call__(self, *argv: str, typed: str = ..., now: str = ..., lang: str = ...) -> Result:
        """Return what it left."""


@pytest.fixture
def terminal(
    store: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return the command line at a terminal on the test's store."""
    assert store

    def at_terminal(*argv: str, typed: str = "", now: str = NOW, lang: str = "en") -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        monkeypatch.setenv("REPPLAN_NOW", now)
        capsys.readouterr()
        code = program.run([*argv, "--lang", lang])
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return at_terminal


@pytest.fixture
def cardexa(writing: Writing) -> Mapping[str, str]:
    """Add the product; return the ids of it, its messages and its objections, by a short name."""
    with writing("cardexa") as work:
        product = add_product(
            work, "Cardexa", {"indications": '["high blood pressure"]', "mechanism": "blocks"}
        )
        elderly = add_message(
            work,
            product.id,
            {
                "text_20s": "From 75 up the dose stays.",
                "text_2m": "In REGATTA the dose stayed.",
                "claim": "same dose from 75 up",
                "limitation": "not below an eGFR of 30",
                "citation": "REGATTA 2025",
                "expires_on": "2026-12-31",
            },
        )
        daily = add_message(
            work,
            product.id,
            {"text_20s": "每日一次。", "claim": "每日一次", "limitation": "肾功能差者无数据"},
        )
        new = add_objection(
            work,
            product.id,
            {"category": "clinical", "text": "too new", "answer": "Two years of registry."},
        )
        dear = add_objection(
            work,
            product.id,
            {"category": "financial", "text": "太贵", "answer": "已进医保。"},
        )
    return {
        "product": product.id,
        "elderly": elderly.id,
        "daily": daily.id,
        "new": new.id,
        "dear": dear.id,
    }


@pytest.fixture
def valley(writing: Writing, people: Mapping[str, Provider]) -> str:
    """Say who decides at Valley Cardiology, who speaks for us, who reports to whom; its id."""
    from repplan.providers.actions import add_provider

    with writing("valley") as work:
        account_id = account_for(work, "Valley Cardiology").account.id
        manager = add_provider(
            work, {"name": "Leo Brandt", "role": "practice manager"}, account_id=account_id
        )
        note_stance(work, people["patel"].id, {"stance": "champion"})
        note_stance(work, manager.id, {"influence": "decision-maker"})
        # Decides elsewhere: no answer here.
        note_stance(work, people["dev"].id, {"influence": "decision-maker"})
        relate(work, people["patel"].id, "reports to", manager.id)
    return account_id
