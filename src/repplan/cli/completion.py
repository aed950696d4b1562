"""What the shell asks at a Tab: answered from the commands and the store, and never a complaint.

Nothing is written, made or migrated, nothing goes to stderr, and whatever is wrong means no
answer: who presses Tab has asked for nothing else.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from repplan import i18n
from repplan.cli.shells import FILES, SHELLS, showable
from repplan.cli.typed import answer, global_options
from repplan.records import replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.cli.complete import Offer

_MOST = 50


def run() -> int:
    """Write what the word being typed may become, for the shell that asks; 0, whatever happens."""
    try:
        lines = answer_lines(sys.argv[1:], os.environ)
        # Past Python's own streams: a shell that has gone is no error at the end either.
        os.write(1, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    except (Exception, KeyboardInterrupt):  # noqa: BLE001, S110 - a Tab never complains
        pass
    return 0


def answer_lines(words: Sequence[str], env: Mapping[str, str]) -> list[str]:
    """Return the lines for the shell that ``_REPPLAN_COMPLETE`` names. Raises: anything."""
    shell = SHELLS[env["_REPPLAN_COMPLETE"]]
    cursor = shell.read(words, env)
    language = _bind(cursor.before)
    found = answer(cursor.before, cursor.text, language)
    if found.has_files:
        return [FILES, cursor.text.removeprefix(found.prefix)]
    offers = [
        replace(offer, word=found.prefix + offer.word, key=offer.key and found.prefix + offer.key)
        for offer in _few(showable(found.offers))
    ]
    return shell.write(offers, cursor)


def _few(offers: list[Offer]) -> list[Offer]:
    """Return the first, and the last: what all have in common, these have too."""
    return offers if len(offers) <= _MOST else [*offers[: _MOST - 1], offers[-1]]


def _bind(before: Sequence[str]) -> str:
    """Settle the language as a run would, before a command is imported: help is translated then."""
    language = i18n.choose_language(global_options(before).get("--lang"))
    i18n.bind(language)
    return language
