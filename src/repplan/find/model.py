"""What may be looked for: kinds of records, marks of the notes."""

from __future__ import annotations

from repplan.errors import NP_

KINDS = (
    "provider", "account", "objective", "visit", "followup", "concern", "note", "product",
    "message", "objection", "material", "safety", "inquiry", "spend",
)  # fmt: skip
"""Kinds of records that are found by their words."""

TABLES = {"safety": "safety_report"}
"""Kinds whose table is called otherwise."""

MARKS = {
    "rival": NP_("mark", "rival"),
    "agreed": NP_("mark", "agreed"),
    "reading": NP_("mark", "reading"),
    "objection": NP_("mark", "objection"),
    "cares": NP_("mark", "cares"),
    "asked": NP_("mark", "asked"),
    "gave": NP_("mark", "gave"),
}
"""A mark of the notes by which one can look for them, and its word on the screen."""
