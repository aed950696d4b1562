"""What a parameter's value may be: the functions that commands name as ``autocompletion=``.

Each is handed the word being typed and returns what it may become. ``completion`` calls them;
Typer's own machinery, which drops what doesn't begin as typed, is never used: it only reads the
name of their argument. What lives in the store is asked by the room ``offers``, which this list
names as text, as ``app`` names the commands.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Offer:
    """One way to go on: the word, and what it means, for shells that show it.

    ``key`` is another word for the same that begins as typed, for shells that drop what doesn't:
    ``wangjianguo`` for 王建国. Empty: there is none.
    """

    word: str
    help: str = ""
    key: str = ""


@dataclass(frozen=True)
class Typing:
    """The word being typed.

    ``before`` are the words that the same parameter has already, ``line`` those of the arguments
    before it too.
    """

    text: str
    before: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    store: str | None = None
    language: str = "en"


def provider_names(incomplete: Typing) -> list[Offer]:
    """Return the providers whom these words may mean."""
    return _ask("offers.completers:people", incomplete)


def colleague_names(incomplete: Typing) -> list[Offer]:
    """Return those of the rep's own team whom these words may mean."""
    return _ask("offers.completers:colleagues", incomplete)


def account_names(incomplete: Typing) -> list[Offer]:
    """Return the accounts that these words may mean."""
    return _ask("offers.completers:accounts", incomplete)


def visited_names(incomplete: Typing) -> list[Offer]:
    """Return whom a visit may be with, providers and accounts; what follows is free text."""
    return [] if incomplete.before else _ask("offers.completers:visited", incomplete)


def due_words(incomplete: Typing) -> list[Offer]:
    """Return the groups of the queue, and who may be asked for instead."""
    return [] if incomplete.before else _ask("offers.completers:due", incomplete)


def open_refs(incomplete: Typing) -> list[Offer]:
    """Return open follow-ups by ref, else by whose they are and a word of theirs."""
    return _ask("offers.completers:open_followups", incomplete)


def snooze_refs(incomplete: Typing) -> list[Offer]:
    """Return what may be put off, then until when."""
    return _ask("offers.snoozing:snooze", incomplete)


def visit_refs(incomplete: Typing) -> list[Offer]:
    """Return visits by ref, else by whose they are."""
    return _ask("offers.completers:visits", incomplete)


def objective_refs(incomplete: Typing) -> list[Offer]:
    """Return open objectives by ref, else by whose they are and a word of theirs."""
    return _ask("offers.completers:objectives", incomplete)


def product_names(incomplete: Typing) -> list[Offer]:
    """Return the rep's products."""
    return _ask("offers.completers:products", incomplete)


def rollout_refs(incomplete: Typing) -> list[Offer]:
    """Return rollouts that go on by ref, else by product and where they run."""
    return _ask("offers.rollouts:rollouts", incomplete)


def lot_numbers(incomplete: Typing) -> list[Offer]:
    """Return the numbers of the lots of samples of which something is left."""
    return _ask("offers.lots:lots", incomplete)


def spend_refs(incomplete: Typing) -> list[Offer]:
    """Return transfers of value by ref, the newest first."""
    return _ask("offers.lots:spends", incomplete)


def consent_refs(incomplete: Typing) -> list[Offer]:
    """Return consents by ref, else whose they are, then the channel."""
    return _ask("offers.consents:consents", incomplete)


def time_off_refs(incomplete: Typing) -> list[Offer]:
    """Return the time off that counts, by ref."""
    return _ask("offers.timeoff:time_off", incomplete)


def safety_refs(incomplete: Typing) -> list[Offer]:
    """Return the safety reports whose clock runs, by ref, else by who told it."""
    return _ask("offers.clocks:reports", incomplete)


def inquiry_refs(incomplete: Typing) -> list[Offer]:
    """Return the inquiries that wait, by ref, else by who asked."""
    return _ask("offers.clocks:inquiries", incomplete)


def note_refs(incomplete: Typing) -> list[Offer]:
    """Return notes by ref, else whom they are on."""
    return _ask("offers.notes:notes", incomplete)


def watch_words(incomplete: Typing) -> list[Offer]:
    """Return the words that the rep has added to those that are watched for."""
    return _ask("offers.screening:words", incomplete)


def pack_names(incomplete: Typing) -> list[Offer]:
    """Return the knowledge packs that were loaded, then the rep's products."""
    return _ask("offers.completers:packs", incomplete)


def message_refs(incomplete: Typing) -> list[Offer]:
    """Return key messages by ref, else by their products and a word of theirs."""
    return _ask("offers.knowledge:messages", incomplete)


def objection_refs(incomplete: Typing) -> list[Offer]:
    """Return objections by ref, else by their products and a word of theirs."""
    return _ask("offers.knowledge:objections", incomplete)


def material_refs(incomplete: Typing) -> list[Offer]:
    """Return materials by ref, else by their products and a word of theirs."""
    return _ask("offers.knowledge:materials", incomplete)


def batch_refs(incomplete: Typing) -> list[Offer]:
    """Return the last commands that wrote, by the ref that takes them back."""
    return _ask("offers.completers:batches", incomplete)


def history_words(incomplete: Typing) -> list[Offer]:
    """Return what has a history: a command that wrote, a provider."""
    return _ask("offers.completers:histories", incomplete)


def setting_names(incomplete: Typing) -> list[Offer]:
    """Return the settings by name."""
    return _ask("offers.completers:settings", incomplete)


def setting_values(incomplete: Typing) -> list[Offer]:
    """Return the values of the setting named before, where they are a few words."""
    return _ask("offers.completers:setting_values", incomplete)


def policy_values(incomplete: Typing) -> list[Offer]:
    """Return the policies that come with the program; a file is the shell's business."""
    if incomplete.line[-1:] != ("use",):
        return []
    return one_of("none", "us", "uk", "eu", "cn")(incomplete)


def file_names(incomplete: Typing) -> list[Offer]:  # noqa: ARG001 - every completer's
    """Return nothing: files are what the shell completes best, and it is told so."""
    return []


def one_of(*choices: str) -> Callable[[Typing], list[Offer]]:
    """Return a completer of a closed list."""

    def choice(incomplete: Typing) -> list[Offer]:
        wanted = incomplete.text.casefold()
        return [Offer(one) for one in choices if one.casefold().startswith(wanted)]

    return choice


def _ask(target: str, typing: Typing) -> list[Offer]:
    module, _colon, name = target.partition(":")
    completer: Callable[[Typing], list[Offer]] = getattr(
        importlib.import_module(f"repplan.{module}"), name
    )
    return completer(typing)
