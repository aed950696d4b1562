"""A pack that is whole, as text and as a file, for tests to change."""

from __future__ import annotations

PACK = """\
pack: cardexa-us
version: 1.9
language: en
products:
  - name: Cardexa
    generic_name: cardexatan
    indications: [high blood pressure]
    comparisons:
      Sartevo: twice a day
    coverage:
      - payer: Part D
        state: restricted
        steps: two generics first
messages:
  - code: renal
    product: Cardexa
    audience:
      roles: [physician]
      specialties: [nephrology]
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
    approved_until: 2027-03-31
objections:
  - code: new
    product: cardexa
    category: clinical
    text: It is too new
    answer: Fair. Two years of registry.
materials:
  - code: table
    product: Cardexa
    title: Renal table
    kind: leaflet
    version: 2.0
    topics: [renal, eGFR]
news:
  - code: guide
    title: New guideline
    kind: guideline
    dated: 2026-11-20
"""
"""Seven parts: a product, its coverage, a message, an objection, a material, news of no product."""


def changed(*pairs: tuple[str, str], text: str = PACK) -> str:
    """Return the pack with words replaced; each must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
