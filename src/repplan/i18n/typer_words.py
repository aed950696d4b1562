"""What Typer says, in the screen's language: its sentences and the words of its help.

Typer asks gettext for a few of its words; most it writes in English. Here stand both, so that our
catalogue holds them, and ``sentence`` finds the message that an English one was made of. A test
brings Typer to say each of them.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import gettext as _

from repplan.errors import N_

ASKED_FOR = (
    N_("Arguments"),
    N_("Options"),
    N_("required"),
    N_("default: {default}"),
)
"""What Typer itself asks gettext for."""

WRITTEN = (
    N_("Usage:"),
    N_("Show this message and exit."),
)
"""What its help says in English."""

SENTENCES = (
    N_("Missing argument '{name}'."),
    N_("Missing option '{name}'."),
    N_("No such option: {name} (Possible options: {names})"),
    N_("No such option: {name}"),
    N_("Option '{name}' requires an argument."),
    N_("Option '{name}' does not take a value."),
    N_("Invalid value for '{name}': {problem}"),
    N_("Got unexpected extra argument(s) ({words})"),
    N_("'{value}' is not a valid int range."),
    N_("{value} is not in the range {range}."),
)
"""What it says of a line that it can't read; the longer before what it begins with."""

PLAINER = {
    "'{value}' is not a valid int range.": N_("“{value}” is no whole number."),
}
"""What is said in plainer words than its own."""

PLACEHOLDERS = (
    N_("OPTIONS"), N_("COMMAND"), N_("ARGS"), N_("WHO"), N_("WHICH"), N_("WHEN"), N_("REF"),
    N_("UNTIL"), N_("GROUP"), N_("DAY"), N_("TEXT"), N_("WORDS"), N_("BATCH"), N_("WHAT"),
    N_("ACCOUNT"), N_("AMOUNT"), N_("CHANNEL"), N_("FOUND"), N_("KIND"), N_("NO"), N_("PACK"),
    N_("PRODUCT"), N_("QTY"), N_("QUESTION"), N_("STANCE"), N_("TITLE"), N_("WHOM"), N_("WHY"),
    N_("NAME"), N_("VALUE"), N_("FILE"), N_("PATH"), N_("THEIRS"), N_("OURS"),
    N_("<str>"), N_("<path>"), N_("<int range>"),
)  # fmt: skip
"""What stands in a line of usage for something to be typed."""


def sentence(text: str) -> str:
    """Return what Typer said of a line, in the screen's language; as it is where that is new."""
    for message in SENTENCES:
        found = _pattern(message).fullmatch(text)
        if found:
            facts = {name: sentence(placeholders(said)) for name, said in found.groupdict().items()}
            return _(PLAINER.get(message, message)).format(**facts)
    return text


def placeholders(text: str) -> str:
    """Return a line of usage with what is to be typed named in the screen's language.

    Options stay as they are: they are typed so.
    """
    return re.sub(r"<[a-z ]+>|\b[A-Z]{2,}\b", lambda found: _(found[0]), text)


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """Return the pattern of what a message becomes with its places filled in."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(message)), re.DOTALL)
