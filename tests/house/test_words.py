"""What may be written where: the clock, the screen, the exit, SQL, imports that wait, comments."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import TYPE_CHECKING

from tests.house.tree import Source, assert_none, files, imports, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

CLI = "a run imports what its command line asks for: --help, completion and errors stay quick"
STORE = "a command that needs no store (--help, completion) doesn't pay for one"
RULED = "a morning screen loads what knows of rules only where a rule can speak"
MAY_WAIT: dict[str, dict[str, str]] = {
    "repplan.__main__": {
        "repplan.cli.app": CLI,
        "repplan.cli.completion": CLI,
        "repplan.cli.failure": CLI,
        "repplan.cli.runtime": "after the language is bound: its messages are translated",
        "repplan.cli.show": CLI,
    },
    "repplan.brief.files": {
        "repplan.brief.calendar": "icalendar: only for a file that ends in .ics",
        "repplan.brief.pdf": "ReportLab: only for a file that ends in .pdf",
    },
    "repplan.brief.allowed": {
        "repplan.can.model": RULED,
        "repplan.can.visiting": RULED,
        "repplan.can.words": RULED,
        "repplan.consents.model": RULED,
        "repplan.consents.queries": RULED,
        "repplan.consents.words": RULED,
        "repplan.reception.queries": RULED,
        "repplan.reception.rules": RULED,
        "repplan.reception.words": RULED,
    },
    "repplan.can.rules": {
        "repplan.can.goods": "only where a sample or a meal is asked about",
        "repplan.can.reaching": "only where a message or a call is",
    },
    "repplan.due.ruled": {
        "repplan.can.instead": RULED,
        "repplan.can.visiting": RULED,
        "repplan.due.receiving": RULED,
        "repplan.due.stops": RULED,
    },
    "repplan.clock": {"zoneinfo": "only for an account in a zone of its own"},
    "repplan.cli.app": {"difflib": "only when a command's name is misspelt"},
    "repplan.cli.ask": {
        "readline": "changes input() for the whole process: only for a question",
        "repplan.cli.keys": "the terminal's own modules: only for a question that takes one key",
    },
    "repplan.cli.editor": dict.fromkeys(
        ("shlex", "subprocess", "tempfile"), "only for who writes in an editor"
    ),
    "repplan.cli.failure": {
        "repplan.store.faults": STORE,
        "traceback": "only when there is a bug to tell",
        "typer": "only when there is an error to tell, and Typer raised it",
    },
    "repplan.cli.runtime": {
        "platformdirs": "only when no store is named",
        "repplan.store.faults": STORE,
        "repplan.store.migrate": "Alembic: only when the store is behind",
    },
    "repplan.cli.show": {
        "rich.console": "only on a terminal that shows colour",
        "rich.text": "only on a terminal that shows colour",
    },
    "repplan.due.bag": {"repplan.due.expiring": "only where a memo of samples is kept"},
    "repplan.due.visiting": {"repplan.due.spent": "only when a visit today has a spend"},
    "repplan.policies.load": {"tomllib": "only where no compiled policy is at hand: 8 ms"},
    "repplan.providers.nearest": {
        "repplan.i18n.pinyin": "pypinyin: only when a Chinese name is misspelt",
    },
    "repplan.providers.pick": {
        "repplan.providers.nearest": "rapidfuzz: only when nobody answers to a name",
    },
    "repplan.records": {"dataclasses": "only when its own functions are asked about a class"},
    "repplan.store.doors": {
        "repplan.store.connect": STORE,
        "repplan.store.work": "only a command that writes",
    },
    "repplan.visits.log_flow": {"repplan.visits.sampling": "only when a sample was left"},
    "repplan.visits.actions": {
        "repplan.visits.opened": "only when a report or an inquiry is opened",
        "repplan.visits.sampling": "only when a sample was left",
    },
    "repplan.visits.drafting": {"repplan.visits.sampling": "only when a sample was left"},
    "repplan.routes.gazetteer": {
        "pypinyin": "only for a Chinese city that is listed in Latin letters alone",
    },
    "repplan.routes.files": {
        "repplan.routes.calendar": "icalendar: only for a file that ends in .ics",
        "repplan.routes.pdf": "ReportLab: only for a file that ends in .pdf",
    },
    "repplan.routes.solve": {
        "repplan.routes.polish": "PyVRP and numpy: only where they are installed and asked for",
    },
    "repplan.routes.services": {
        "http.client": "16 ms with ssl and e-mail: only where a service is set and asked",
    },
    "repplan.routes.places": {
        "repplan.routes.gazetteer": "0.2 s: only where an account has no coordinates, or odd ones",
    },
    "repplan.screening.numbers": {
        "importlib": "with the number libraries alone: which of them, the policy says",
        "phonenumbers": "30 to 55 ms: only where a text holds six digits",
    },
    "repplan.screening.identity": {
        "repplan.screening.identity_chinese": "only where a text holds Chinese, or many digits",
        "repplan.screening.names_english": "only where a text holds capitals",
        "repplan.screening.numbers": "only where a text holds digits or an address",
    },
    "repplan.screening.offlabel": {
        "repplan.screening.offlabel_chinese": "only where a text holds Chinese",
    },
    "repplan.screening.rules": {
        "repplan.screening.barred": "what a text is screened with is loaded when one is screened",
        "repplan.screening.chinese": "only where a text holds Chinese",
        "repplan.screening.identity": "what a text is screened with is loaded when one is screened",
        "repplan.screening.offlabel": "what a text is screened with is loaded when one is screened",
        "repplan.screening.safety": "what a text is screened with is loaded when one is screened",
    },
    "repplan.screening.flow": {
        "repplan.screening.queries": "the rules of language: only when there is a text to check",
        "repplan.screening.rules": "only when somebody at a terminal is offered a masked text",
    },
    "repplan.can.nexts": {
        "repplan.can.flow": RULED,
        "repplan.visits.queries": "only when a log plans the next visit",
    },
    "repplan.can.there": {"repplan.policies.load": RULED},
    "repplan.consents.words": {"repplan.i18n.daysshown": "only when a no is told with its day"},
    "repplan.visits.log_views": {"repplan.safety.views": "only when a report was opened"},
    "repplan.visits.stops": {"repplan.consents.queries": RULED, "repplan.consents.words": RULED},
    "repplan.text": {"wcwidth": "most text is ASCII, whose width is its length"},
}
"""Imports inside functions, but for command bodies: by module, what it imports and why it waits."""

CLOCKS = re.compile(
    r"(\w+\.)?(datetime|date)\.(now|utcnow|today)|time\.(time|time_ns|localtime|gmtime)"
)
CLOCKS_IN_SQL = re.compile(r"\(\s*'now'|\bCURRENT_(TIMESTAMP|DATE|TIME)\b", re.IGNORECASE)
REPLACES = re.compile(r"\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b", re.IGNORECASE)
EXITS = re.compile(r"(sys\.)?exit|quit|os\._exit|SystemExit")
TYPER_EXITS = re.compile(r"typer\.(Exit|Abort)\(.*")
SCREENS = re.compile(r"print|sys\.(stdout|stderr|__stdout__|__stderr__)")


def test_only_the_clock_tells_the_time() -> None:
    """Today and now come from clock.py, so that one variable can set them; SQL asks no clock."""
    assert_none(
        use
        for source in modules()
        for use in (
            *(_used(source, CLOCKS) if source.name != "repplan.clock" else ()),
            *(source.at(node) for text, node in _strings(source) if CLOCKS_IN_SQL.search(text)),
        )
    )


def test_only_the_screen_speaks() -> None:
    """Nothing prints outside cli/ and the one exit: everything else returns what it has to say."""
    quiet = [source for source in modules() if source.room != "cli" and not _is_exit(source)]
    assert_none(use for source in quiet for use in _used(source, SCREENS))


def test_only_main_ends_the_process() -> None:
    """Nothing exits but __main__; only cli/ may end a command early."""
    others = [source for source in modules() if not _is_exit(source)]
    assert_none(use for source in others for use in _used(source, EXITS))
    assert_none(
        f"{source.at(node)} {ast.unparse(node)}"
        for source in others
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and source.room != "cli"
        and TYPER_EXITS.fullmatch(ast.unparse(node))
    )


def test_no_row_is_replaced() -> None:
    """No SQL replaces rows on conflict: the journal would never see the old one go."""
    assert_none(
        source.at(node)
        for source in modules()
        for text, node in _strings(source)
        if REPLACES.search(text)
    )


def test_imports_wait_only_in_command_bodies() -> None:
    """An import inside a function stands in commands, or in MAY_WAIT with its reason."""
    waiting = {
        source.name: {found.target: found for found in imports(source) if found.inside}
        for source in modules()
        if source.role != "commands"
    }
    assert_none(
        f"{name}:{found.line} {found.target} in {found.inside}()"
        for name, waits in waiting.items()
        for found in waits.values()
        if found.target not in MAY_WAIT.get(name, {})
    )


def test_the_list_of_imports_that_wait_is_true() -> None:
    """MAY_WAIT lists nothing that imports at the top by now, or not at all."""
    waiting = {
        source.name: {found.target for found in imports(source) if found.inside}
        for source in modules()
    }
    assert_none(
        f"{name} {target}"
        for name, targets in MAY_WAIT.items()
        for target in targets
        if target not in waiting.get(name, set())
    )


def test_what_is_public_is_documented() -> None:
    """Modules, public classes and functions begin with one sentence that says the result."""
    assert_none(
        f"{source.at(node)} {getattr(node, 'name', source.name)}"
        for source in modules()
        for node in _public(source.tree)
        if not (ast.get_docstring(node) or "").partition("\n")[0].endswith((".", ":"))
    )


def test_an_exclusion_carries_its_reason() -> None:
    """``noqa`` names its rules and says why after a dash; ``type: ignore`` in a comment behind."""
    assert_none(
        f"{source}:{token.start[0]} {token.string}"
        for source in files()
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline)
        if token.type == tokenize.COMMENT and _is_bare(token.string)
    )


def _is_exit(source: Source) -> bool:
    return source.name == "repplan.__main__"


def _used(source: Source, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the place of each dotted name that fits."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = ast.unparse(node)
            if pattern.fullmatch(name):
                yield f"{source.at(node)} {name}"


def _strings(source: Source) -> Iterator[tuple[str, ast.AST]]:
    """Yield each text constant that is no docstring: SQL is among them."""
    documents = {
        id(node.value)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(source.tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in documents:
                yield text, node


def _public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield what others may use; an empty ``__init__.py`` has nothing to say."""
    if node.body and isinstance(node, ast.Module):
        yield node
    for child in node.body:
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        # Of overloads the last one says it.
        if child.name.startswith("_") or "overload" in map(ast.unparse, child.decorator_list):
            continue
        yield child
        if isinstance(child, ast.ClassDef):
            yield from _public(child)


def _is_bare(comment: str) -> bool:
    if re.match(r"#\s*(ruff:\s*)?noqa\b", comment):
        return not re.match(r"#\s*(ruff:\s*)?noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* - \S", comment)
    if re.match(r"#\s*type:\s*ignore\b", comment):
        return not re.match(r"# type: ignore\[[\w, -]+\]  # \S", comment)
    return False
