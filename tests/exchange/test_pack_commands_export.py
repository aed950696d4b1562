"""``repplan export pack``: what is written, where to, and what stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import Typing
from repplan.offers.completers import packs
from tests.exchange.packs import PACK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from tests.exchange.conftest import Table

SAME = "It was so already: nothing was changed.\n"

EXPORTED = """\
# A knowledge pack: repplan import pack FILE
pack: cardexa
version: 2026.11.24
products:
  - name: Cardexa
    generic_name: cardexatan
    indications:
      - high blood pressure
    comparisons:
      Sartevo: twice a day
    coverage:
      - payer: Part D
        state: restricted
        steps: two generics first
messages:
  - code: k-*
    product: Cardexa
    text:
      20s: mine
    claim: b
    limitation: c
  - code: renal
    product: Cardexa
    audience:
      roles:
        - physician
      specialties:
        - nephrology
    angle: outcomes
    text:
      20s: Half of it leaves by the liver
      2m: |-
        One paragraph.

        And another.
    claim: The dose stays at 5 mg
    limitation: Nothing under eGFR 30
    citation: CARDEX-1
    figure: up by a fifth
    approved_until: '2027-03-31'
objections:
  - code: new
    product: Cardexa
    category: clinical
    text: It is too new
    answer: Fair. Two years of registry.
materials:
  - code: table
    product: Cardexa
    title: Renal table
    kind: leaflet
    version: '2.0'
    topics:
      - renal
      - eGFR
"""
"""All that is known of Cardexa once ``PACK`` is loaded and a message was written by hand."""


def test_export_a_loaded_pack(run: Run, table: Table, tmp_path: Path) -> None:
    """What was loaded is written as it stands; the file comes in elsewhere, and is the same here."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    file = tmp_path / "out.yaml"
    answer = run("export", "pack", "CARDEXA-US", "--to", str(file))
    assert answer.out == (
        f"cardexa-us 1.9 is in {file}:\n"
        "  products 1, messages 1, objections 1, materials 1, news 1\n"
    )
    assert file.read_text(encoding="utf-8") == run("export", "pack", "cardexa-us").out
    assert run("import", "pack", str(file)).out.endswith(SAME)
    assert run("export", "pack", "cardexa-us", "--to", str(file)).code == 6
    told = run("export", "pack", "cardexa-us", "--to", str(file), "--force", "--json").json
    assert told["counts"] == {
        "products": 1, "messages": 1, "objections": 1, "materials": 1, "news": 1
    }  # fmt: skip


def test_export_a_product(run: Run, table: Table) -> None:
    """All that is known of a product becomes a pack of its name, dated today; nobody is in it."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    run("account", "add", "Mercy Lane")
    run(
        "product",
        "cover",
        "cardexa",
        "--payer",
        "Mercy list",
        "--account",
        "Mercy",
        "--state",
        "pending",
    )
    run("message", "add", "cardexa", "--20s", "mine", "--claim", "b", "--limitation", "c")
    answer = run("export", "pack", "cardexa")
    assert answer.masked == EXPORTED
    assert answer.out == run("export", "pack", "cardexa").out
    assert "version: '1.10'\n" in run("export", "pack", "cardexa", "--as", "1.10").out


def test_what_may_not_be_used_stays_behind(run: Run, table: Table) -> None:
    """Retired and expired parts aren't exported; how many ran out is remarked."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    run("objection", "retire", "too new")
    later = "2027-04-01T08:00:00-06:00"
    answer = run("export", "pack", "cardexa-us", now=later)
    assert "messages:" not in answer.out
    assert "objections:" not in answer.out
    assert answer.err == "1 left out: its approval ran out. See repplan due.\n"


def test_names_complete(run: Run, table: Table, store: Path) -> None:
    """A loaded pack is offered with its version, before the products."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    offers = packs(Typing("card", store=str(store)))
    assert [(one.word, one.help) for one in offers] == [
        ("cardexa-us", "1.9"),
        ("Cardexa", "cardexatan"),
    ]


def test_export_of_nothing(run: Run, table: Table) -> None:
    """A name that is no pack and no product is answered with those there are."""
    run("import", "pack", table(raw=PACK.encode(), file="us.yaml"))
    answer = run("export", "pack", "zzz")
    assert (answer.code, answer.out) == (3, "")
    assert "  cardexa-us\n  Cardexa\n" in answer.err
    answer = run("export", "pack", "cardexa", "--as", "v1")
    assert (answer.code, answer.err) == (
        2,
        "“v1” is no value of “version”.\nWrite it like: 1.10.\n",
    )
