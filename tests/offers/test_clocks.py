"""What runs is offered by ref, with who told or asked it; a name begun by its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli.complete import Typing
from repplan.offers.clocks import inquiries, reports

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")


def test_reports_and_inquiries(run: Run) -> None:
    """Those that run, by ref and by name; closed ones and further words get nothing."""
    run("safety", "add", "anjali", "dizzy")
    run("safety", "add", "dev", "rash")
    run("safety", "not-an-event", "rash", "--because", "a film")
    run("inquiry", "add", "lindqvist", "ok in dialysis?")
    (one,) = reports(Typing("", ()))
    assert one.word.startswith("e-")
    assert one.help == "Anjali Patel, MD  dizzy"
    assert [offer.word for offer in reports(Typing("anj", ()))] == ["Anjali Patel, MD"]
    assert reports(Typing("x", ())) == []
    assert reports(Typing("", ("e-1",))) == []
    (asked,) = inquiries(Typing("i-", ()))
    assert asked.help == "Åsa Lindqvist  ok in dialysis?"
