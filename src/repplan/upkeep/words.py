"""Records and their columns in words, as history and undo name them."""

from __future__ import annotations

from gettext import ngettext, pgettext

from repplan.errors import NP_

COLUMNS = (
    NP_("column", "ref"), NP_("column", "name"), NP_("column", "folded"), NP_("column", "kind"),
    NP_("column", "parent id"), NP_("column", "departments"), NP_("column", "street"),
    NP_("column", "city"), NP_("column", "region"), NP_("column", "postcode"),
    NP_("column", "country"), NP_("column", "address key"), NP_("column", "phone"),
    NP_("column", "latitude"), NP_("column", "longitude"), NP_("column", "time zone"),
    NP_("column", "access"), NP_("column", "formulary"), NP_("column", "state"),
    NP_("column", "merged into id"), NP_("column", "provider id"), NP_("column", "account id"),
    NP_("column", "department"), NP_("column", "role"), NP_("column", "is primary"),
    NP_("column", "hours"), NP_("column", "building"), NP_("column", "floor"),
    NP_("column", "room"), NP_("column", "from on"), NP_("column", "until on"),
    NP_("column", "visit id"), NP_("column", "what"), NP_("column", "raised on"),
    NP_("column", "settled on"), NP_("column", "by"), NP_("column", "channel"),
    NP_("column", "via id"), NP_("column", "via since on"), NP_("column", "made on"),
    NP_("column", "due on"), NP_("column", "is assumed"), NP_("column", "closed on"),
    NP_("column", "proof"), NP_("column", "why"), NP_("column", "snoozed until"),
    NP_("column", "snoozed because"), NP_("column", "number"), NP_("column", "status"),
    NP_("column", "expires on"), NP_("column", "text"), NP_("column", "source"),
    NP_("column", "noted on"), NP_("column", "measure"), NP_("column", "benefit"),
    NP_("column", "product id"), NP_("column", "result"), NP_("column", "evidence"),
    NP_("column", "generic name"), NP_("column", "given name"), NP_("column", "family name"),
    NP_("column", "title"), NP_("column", "native name"), NP_("column", "pinyin"),
    NP_("column", "nicknames"), NP_("column", "specialties"), NP_("column", "npi"),
    NP_("column", "tier"), NP_("column", "segment"), NP_("column", "ideal days"),
    NP_("column", "maximum days"), NP_("column", "languages"), NP_("column", "email"),
    NP_("column", "assistant name"), NP_("column", "assistant phone"),
    NP_("column", "preferred channel"), NP_("column", "best times"), NP_("column", "likes"),
    NP_("column", "prescribing"), NP_("column", "patients"), NP_("column", "interests"),
    NP_("column", "seen before on"), NP_("column", "value"), NP_("column", "given on"),
    NP_("column", "on date"), NP_("column", "start at"), NP_("column", "minutes planned"),
    NP_("column", "minutes"), NP_("column", "purpose"), NP_("column", "heads"),
    NP_("column", "origin"), NP_("column", "appointment"), NP_("column", "agreed with"),
    NP_("column", "cancelled by"), NP_("column", "objective id"), NP_("column", "outcome"),
    NP_("column", "said"), NP_("column", "agreed"), NP_("column", "reading"),
    NP_("column", "rival"), NP_("column", "sample text"), NP_("column", "next on"),
    NP_("column", "typed"), NP_("column", "answer"), NP_("column", "has landed"),
    NP_("column", "position"), NP_("column", "reaction"),
    NP_("column", "angle"), NP_("column", "asked for"), NP_("column", "aspect"),
    NP_("column", "budget months"), NP_("column", "category"), NP_("column", "citation"),
    NP_("column", "claim"), NP_("column", "code"), NP_("column", "committee on"),
    NP_("column", "comparisons"), NP_("column", "dated on"), NP_("column", "due at"),
    NP_("column", "ended on"), NP_("column", "figure"), NP_("column", "happened on"),
    NP_("column", "indications"), NP_("column", "influence"), NP_("column", "labelling"),
    NP_("column", "language"),
    NP_("column", "limitation"), NP_("column", "loaded on"), NP_("column", "material id"),
    NP_("column", "mechanism"), NP_("column", "message id"), NP_("column", "objection id"),
    NP_("column", "opening id"), NP_("column", "other id"), NP_("column", "pack"),
    NP_("column", "payer"), NP_("column", "payers"), NP_("column", "place"),
    NP_("column", "practised at"), NP_("column", "purchase"), NP_("column", "retired on"),
    NP_("column", "roles"), NP_("column", "rollout id"), NP_("column", "safety profile"),
    NP_("column", "signs"), NP_("column", "stance"), NP_("column", "steps"),
    NP_("column", "subject id"), NP_("column", "summary"), NP_("column", "text 10m"),
    NP_("column", "text 20s"), NP_("column", "text 2m"), NP_("column", "topic"),
    NP_("column", "topics"), NP_("column", "trials"), NP_("column", "updated on"),
    NP_("column", "version"), NP_("column", "yearly"),
)  # fmt: skip
"""Every column that the journal keeps, as it is called."""


def noun(name: str, count: int) -> str:
    """Return a number of records of a table, in words: ``2 follow-ups``."""
    words = {
        "visit": ngettext("{n} visit", "{n} visits", count),
        "followup": ngettext("{n} follow-up", "{n} follow-ups", count),
        "objective": ngettext("{n} objective", "{n} objectives", count),
        "note": ngettext("{n} note", "{n} notes", count),
        "value_given": ngettext("{n} thing given", "{n} things given", count),
        "concern": ngettext("{n} concern", "{n} concerns", count),
        "provider": ngettext("{n} provider", "{n} providers", count),
        "affiliation": ngettext("{n} place of work", "{n} places of work", count),
        "licence": ngettext("{n} licence", "{n} licences", count),
        "account": ngettext("{n} account", "{n} accounts", count),
        "product": ngettext("{n} product", "{n} products", count),
        "message": ngettext("{n} message", "{n} messages", count),
        "objection": ngettext("{n} objection", "{n} objections", count),
        "material": ngettext("{n} material", "{n} materials", count),
        "coverage": ngettext("{n} line of coverage", "{n} lines of coverage", count),
        "pack": ngettext("{n} pack", "{n} packs", count),
        "relation": ngettext("{n} relation", "{n} relations", count),
        "stance": ngettext("{n} stance", "{n} stances", count),
        "rollout": ngettext("{n} rollout", "{n} rollouts", count),
        "drill_card": ngettext("{n} drill card", "{n} drill cards", count),
        "setting": ngettext("{n} setting", "{n} settings", count),
        "visit_provider": ngettext("{n} attendee", "{n} attendees", count),
        "visit_product": ngettext("{n} product discussed", "{n} products discussed", count),
        "visit_objection": ngettext("{n} objection", "{n} objections", count),
    }
    text = words.get(name) or "{n} " + name.replace("_", " ")
    return text.format(n=count)


def column_name(column: str) -> str:
    """Return what a column holds, in words: ``due on``."""
    return pgettext("column", column.replace("_", " "))
