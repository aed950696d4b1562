"""THE list: every command by name, where it lives, what it does. To add one is one line here.

A command's module is imported when the command is run or its own help is asked for: ``repplan
--help`` imports none.
"""

from __future__ import annotations

import importlib
import inspect
from functools import cache
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from repplan.cli.help import Command, help_page
from repplan.errors import N_
from repplan.records import dataclass
from repplan.text import clip

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Entry:
    """One command: ``module:function`` under ``repplan`` and one line of help."""

    target: str
    help: str


PANELS: dict[str, tuple[str, ...]] = {
    N_("Every day"): ("due", "brief", "log", "done", "snooze", "plan", "can", "find", "undo"),
    N_("People and places"): ("provider", "account", "map", "relation", "stance", "note"),
    N_("Before the visit"): (
        "objective", "product", "message", "objection", "material", "drill", "rollout",
    ),
    N_("Rules"): ("safety", "inquiry", "consent", "sample", "spend", "reception", "timeoff"),
    N_("Looking back"): ("visit", "followup", "history"),
    N_("The data"): ("init", "demo", "import", "export", "check", "config", "completion"),
}  # fmt: skip
"""The order in which ``repplan --help`` shows what there is."""

GROUPS: dict[str, str] = {
    "plan": N_("a day or a week as a route: who, when, in which order"),
    "provider": N_("doctors, pharmacists, nurses, practice managers, colleagues"),
    "account": N_("hospitals, practices, pharmacies"),
    "relation": N_("who reports to, refers to, influences whom"),
    "stance": N_("where somebody stands, and their influence"),
    "note": N_("what you know about a provider"),
    "objective": N_("what a provider will do or know, by when"),
    "product": N_("what you talk about"),
    "message": N_("what to say of a product, and what it can't claim"),
    "objection": N_("what they object, and the approved answers"),
    "material": N_("what to leave, show or share"),
    "rollout": N_("what was begun where, and when to check in"),
    "sample": N_("your memo of samples: lots, drops, counts"),
    "spend": N_("what was spent on whom, and the yearly totals"),
    "safety": N_("what you heard that must be reported, and its clock"),
    "inquiry": N_("questions that medical affairs answers"),
    "consent": N_("whom you may e-mail, call or text"),
    "reception": N_("how an account receives reps"),
    "timeoff": N_("days off, holidays, hours that are taken"),
    "visit": N_("planned and logged visits"),
    "followup": N_("promises, ours and theirs"),
    "import": N_("take in providers, knowledge packs and calendars from files"),
    "export": N_("write what you know into files"),
    "config": N_("your settings"),
}

COMMANDS: dict[str, Entry] = {
    "due": Entry("due.commands:due", N_("what is due, ranked, and why")),
    "brief": Entry("brief.commands:brief", N_("what to know before the door")),
    "log": Entry("visits.log_commands:log", N_("write down a visit, in one line")),
    "done": Entry("due.commands:done", N_("a promise is kept")),
    "snooze": Entry("due.commands:snooze", N_("put off a follow-up or a provider")),
    "can": Entry("can.commands:can", N_("may I, and if not, what next")),
    "find": Entry("find.commands:find", N_("search names and everything written")),
    "undo": Entry("upkeep.commands:undo", N_("take back the last command")),
    "provider add": Entry("providers.commands:add", N_("add a provider")),
    "provider show": Entry("providers.commands:show", N_("one provider, whole")),
    "provider list": Entry("providers.commands:list_", N_("providers, filtered")),
    "provider edit": Entry("providers.commands:edit", N_("change a provider")),
    "provider retire": Entry("providers.commands:retire", N_("a provider has left")),
    "account add": Entry("accounts.commands:add", N_("add an account")),
    "account show": Entry("accounts.commands:show", N_("one account and who works there")),
    "account list": Entry("accounts.commands:list_", N_("accounts, filtered")),
    "account edit": Entry("accounts.commands:edit", N_("change an account")),
    "account retire": Entry("accounts.commands:retire", N_("an account has closed")),
    "map": Entry("relations.commands:map_", N_("who stands where, and what is thin")),
    "relation add": Entry("relations.relation_commands:add", N_("tie two people")),
    "relation list": Entry("relations.relation_commands:list_", N_("who is tied to whom")),
    "relation edit": Entry("relations.relation_commands:edit", N_("change a relation")),
    "relation retire": Entry("relations.relation_commands:retire", N_("a relation has ended")),
    "stance add": Entry("relations.stance_commands:add", N_("note where somebody stands now")),
    "stance list": Entry("relations.stance_commands:list_", N_("every stance that was noted")),
    "stance edit": Entry("relations.stance_commands:edit", N_("mend a stance")),
    "note add": Entry("notes.commands:add", N_("keep a note on a provider")),
    "note list": Entry("notes.commands:list_", N_("the notes on a provider")),
    "note edit": Entry("notes.commands:edit", N_("change a note")),
    "note retire": Entry("notes.commands:retire", N_("a note counts no longer")),
    "note check": Entry("screening.commands:check", N_("what the rules find in a text")),
    "note words": Entry("screening.commands:words", N_("words of your own to watch for")),
    "objective add": Entry("objectives.commands:add", N_("set an objective")),
    "objective show": Entry("objectives.commands:show", N_("one objective, and what it lacks")),
    "objective list": Entry("objectives.commands:list_", N_("objectives, filtered")),
    "objective edit": Entry("objectives.commands:edit", N_("change an objective")),
    "objective retire": Entry("objectives.commands:retire", N_("drop an objective")),
    "product add": Entry("products.commands:add", N_("add a product")),
    "product show": Entry("products.commands:show", N_("one product: facts, payers, messages")),
    "product list": Entry("products.commands:list_", N_("the products")),
    "product edit": Entry("products.commands:edit", N_("change a product")),
    "product cover": Entry("products.commands:cover", N_("who pays for it, and how")),
    "product start": Entry("rollouts.commands:start", N_("begin with it, and check in later")),
    "product retire": Entry("products.commands:retire", N_("a product is no longer ours")),
    "message add": Entry("products.message_commands:add", N_("add a key message")),
    "message show": Entry("products.message_commands:show", N_("one key message, whole")),
    "message list": Entry("products.message_commands:list_", N_("key messages, filtered")),
    "message edit": Entry("products.message_commands:edit", N_("change a key message")),
    "message retire": Entry("products.message_commands:retire", N_("it is no longer used")),
    "objection add": Entry("products.objection_commands:add", N_("add an objection, answered")),
    "objection show": Entry("products.objection_commands:show", N_("one objection, whole")),
    "objection list": Entry("products.objection_commands:list_", N_("objections, filtered")),
    "objection edit": Entry("products.objection_commands:edit", N_("change an objection")),
    "objection retire": Entry("products.objection_commands:retire", N_("it is no longer used")),
    "objection stats": Entry("products.objection_commands:stats", N_("what works with whom")),
    "material add": Entry("products.material_commands:add", N_("add a material, or news")),
    "material show": Entry("products.material_commands:show", N_("one material, whole")),
    "material list": Entry("products.material_commands:list_", N_("materials, filtered")),
    "material edit": Entry("products.material_commands:edit", N_("change a material")),
    "material retire": Entry("products.material_commands:retire", N_("it is no longer used")),
    "material match": Entry("products.material_commands:match", N_("to whom it matters")),
    "material give": Entry("products.material_commands:give", N_("note who got it")),
    "safety add": Entry("safety.commands:add", N_("something heard that must be reported")),
    "safety list": Entry("safety.commands:list_", N_("what waits to be reported")),
    "safety show": Entry("safety.commands:show", N_("one safety report and its clock")),
    "safety edit": Entry("safety.commands:edit", N_("change one while its clock runs")),
    "safety report": Entry("safety.commands:report", N_("it is reported, under this number")),
    "safety not-an-event": Entry("safety.commands:not_an_event", N_("it was no safety event")),
    "inquiry add": Entry("inquiries.commands:add", N_("a question for medical affairs")),
    "inquiry list": Entry("inquiries.commands:list_", N_("what waits to be sent or answered")),
    "inquiry show": Entry("inquiries.commands:show", N_("one inquiry, and how it stands")),
    "inquiry edit": Entry("inquiries.commands:edit", N_("change one before it is sent")),
    "inquiry send": Entry(
        "inquiries.commands:send", N_("write it for medical affairs, and lock it")
    ),
    "inquiry answer": Entry("inquiries.commands:answer", N_("medical affairs has answered")),
    "inquiry hand": Entry("inquiries.commands:hand", N_("the answer is handed over")),
    "inquiry withdraw": Entry("inquiries.commands:withdraw", N_("it is no longer wanted")),
    "plan day": Entry("routes.commands:day", N_("a day's route, out of those due")),
    "plan week": Entry("routes.commands:week", N_("a week's routes")),
    "plan mend": Entry("routes.commands:mend", N_("today's route, from here and now")),
    "plan show": Entry("routes.commands:show", N_("what is planned, as a route")),
    "visit plan": Entry("visits.commands:plan", N_("plan a visit")),
    "visit ask": Entry("visits.commands:ask", N_("a polite request for an appointment")),
    "visit list": Entry("visits.commands:list_", N_("visits, filtered")),
    "visit show": Entry("visits.commands:show", N_("one visit, whole")),
    "visit amend": Entry("visits.commands:amend", N_("change a visit")),
    "visit cancel": Entry("visits.commands:cancel", N_("call a planned visit off")),
    "visit recap": Entry("visits.commands:recap", N_("the thank-you to send after a visit")),
    "followup list": Entry("followups.commands:list_", N_("open promises, ours and theirs")),
    "followup add": Entry("followups.commands:add", N_("write down a promise")),
    "followup done": Entry("followups.commands:done", N_("a promise is kept")),
    "followup waive": Entry("followups.commands:waive", N_("it is no longer wanted")),
    "followup drop": Entry("followups.commands:drop", N_("we won't keep it")),
    "history": Entry("upkeep.commands:history", N_("what was changed, when, by which command")),
    "init": Entry("upkeep.init_commands:init", N_("begin: make your store")),
    "demo": Entry("upkeep.demo_commands:demo", N_("a made-up territory to play in")),
    "import nppes": Entry("exchange.commands:nppes", N_("providers from the US NPI file")),
    "import csv": Entry("exchange.commands:csv_", N_("providers from a table of your own")),
    "import ics": Entry("exchange.commands:ics", N_("appointments from your calendar")),
    "import pack": Entry("exchange.pack_commands:load", N_("what to say of your products")),
    "export pack": Entry("exchange.pack_commands:save", N_("a knowledge pack, for your team")),
    "check": Entry("upkeep.commands:check", N_("is the store whole?")),
    "config show": Entry("upkeep.config_commands:show", N_("your settings")),
    "config set": Entry("upkeep.config_commands:set_", N_("change a setting")),
    "config policy": Entry("upkeep.policy_commands:policy", N_("the rules you work under")),
    "consent add": Entry("consents.commands:add", N_("somebody said yes or no to a channel")),
    "consent list": Entry("consents.commands:list_", N_("consents, and what the rules ask for")),
    "consent show": Entry("consents.commands:show", N_("one consent, whole")),
    "consent end": Entry("consents.commands:end", N_("a consent counts no longer")),
    "reception add": Entry("reception.commands:add", N_("how an account receives reps")),
    "reception list": Entry("reception.commands:list_", N_("how accounts receive reps")),
    "reception show": Entry("reception.commands:show", N_("how one account receives reps")),
    "reception edit": Entry("reception.commands:edit", N_("it has changed")),
    "reception end": Entry("reception.commands:end", N_("it is so no longer")),
    "timeoff add": Entry("timeoff.commands:add", N_("days off, or hours that are taken")),
    "timeoff list": Entry("timeoff.commands:list_", N_("days off from today on")),
    "timeoff end": Entry("timeoff.commands:end", N_("you work then after all")),
    "timeoff holidays": Entry(
        "timeoff.commands:holidays", N_("a country's public holidays and make-up working days")
    ),
    "rollout list": Entry("rollouts.commands:list_", N_("what was begun where")),
    "rollout show": Entry("rollouts.commands:show", N_("one rollout and its check-ins")),
    "rollout end": Entry("rollouts.commands:end", N_("a rollout is over")),
    "drill": Entry("drills.commands:drill", N_("practise aloud, one key an answer")),
    "sample stock": Entry("samples.commands:stock", N_("what is left of each lot")),
    "sample receive": Entry("samples.commands:receive", N_("samples came")),
    "sample drop": Entry("samples.commands:drop", N_("samples were left with a provider")),
    "sample return": Entry("samples.commands:return_", N_("samples went back")),
    "sample lose": Entry("samples.commands:lose", N_("samples were lost")),
    "sample transfer": Entry("samples.commands:transfer", N_("samples went to a colleague")),
    "sample count": Entry("samples.commands:count", N_("a lot was counted")),
    "sample adjust": Entry("samples.commands:adjust", N_("bring the balance to a count")),
    "sample report": Entry("samples.commands:report", N_("what moved, and what is left")),
    "spend add": Entry("spending.commands:add", N_("note what was spent on whom")),
    "spend list": Entry("spending.commands:list_", N_("what was spent, and on whom")),
    "spend show": Entry("spending.commands:show", N_("one transfer of value, whole")),
    "spend retire": Entry("spending.commands:retire", N_("take one out of the totals")),
    "spend report": Entry("spending.commands:report", N_("a year, by provider; as CSV too")),
    "completion": Entry("cli.completion_commands:completion", N_("complete names in your shell")),
}


class Room(TyperGroup):
    """A group whose commands are imported when they are asked for."""

    def __init__(self, path: str = "", help_text: str = "") -> None:
        """``path`` is the group's name, empty for the program itself."""
        super().__init__(
            name=path or "repplan",
            help=help_text,
            epilog=_("Anywhere on the line: --store PATH, --lang en|zh_CN, --version."),
            rich_markup_mode=None,
            context_settings={"help_option_names": ["--help", "-h"]},
        )
        self.path = path

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - see below
        """Return the page of help."""
        return help_page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - see below
        """Take a group's bare name as the wish for its help."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - Typer's own type is private
        """Return the names in the order of the list."""
        if not self.path:
            return [name for names in PANELS.values() for name in names]
        prefix = f"{self.path} "
        return [name.removeprefix(prefix) for name in COMMANDS if name.startswith(prefix)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - see above
        """Return one command, imported now; None when the list doesn't know it."""
        full = f"{self.path} {cmd_name}".strip()
        if full in GROUPS:
            return Room(full, _(GROUPS[full]))
        return load(full) if full in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - see above
        """Find the command; a misspelt one is answered with the nearest names."""
        if not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=3)
            text = _("There is no command “{name}”.")
            if near:
                text = _("There is no command “{name}”. Did you mean: {names}?")
            ctx.fail(text.format(name=clip(args[0], 100), names=", ".join(near)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - see above
        """Write the commands in their panels, without importing any."""
        panels = PANELS if not self.path else {N_("Commands"): tuple(self.list_commands(ctx))}
        for heading, names in panels.items():
            with formatter.section(_(heading)):
                formatter.write_dl([(name, self._help_of(name)) for name in names])

    def _help_of(self, name: str) -> str:
        full = f"{self.path} {name}".strip()
        return _(GROUPS[full] if full in GROUPS else COMMANDS[full].help)


@cache
def load(name: str) -> Command:
    """Return one command of the list, its module imported."""
    entry = COMMANDS[name]
    module, _colon, function = entry.target.partition(":")
    callback: Callable[..., None] = getattr(importlib.import_module(f"repplan.{module}"), function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    settings: dict[str, Any] = {"help_option_names": ["--help", "-h"]}
    app.command(
        name.rpartition(" ")[2],
        cls=getattr(callback, "command_class", Command),
        help=_(inspect.getdoc(callback) or entry.help),
        short_help=_(entry.help),
        context_settings=settings,
    )(callback)
    command = typer.main.get_command(app)
    for one in command.params:
        if one.param_type_name == "argument" and not one.metavar:
            one.metavar = _placeholder(one)
    return command  # type: ignore[return-value]  # one command: no group


def _placeholder(argument: Any) -> str:  # noqa: ANN401 - Typer's own type is private
    """Return what stands for an argument in a line of usage: ``WORDS...``, ``[BATCH]``."""
    name = argument.name.rstrip("_").upper() + ("..." if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def program() -> Room:
    """Return the whole command line."""
    return Room("", _("Keep your word: due each morning, brief before the door, log after it."))
