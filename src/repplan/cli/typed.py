"""A command line up to the cursor: which parameter the word being typed belongs to.

Read with the commands' own parameters, so nothing about them is written down twice.
"""

from __future__ import annotations

import importlib
from gettext import gettext as _
from inspect import signature
from typing import TYPE_CHECKING, Any

from repplan.cli.app import COMMANDS, GROUPS, PANELS, load
from repplan.cli.complete import Offer, Typing, file_names, one_of, policy_values
from repplan.i18n import LANGUAGES
from repplan.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from typer.core import TyperCommand

_FILE_TYPES = frozenset({"path", "file", "filename", "directory"})


@dataclass(frozen=True)
class Answer:
    """What may stand at the cursor. ``has_files``: a file's name, which the shell knows best.

    ``prefix`` stands before each offer in the word: ``--tier=``.
    """

    offers: Sequence[Offer] = ()
    has_files: bool = False
    prefix: str = ""


@dataclass
class Line:
    """The words before the cursor, taken apart."""

    options: dict[str, str] = field(default_factory=dict)
    pending: str = ""
    words: list[str] = field(default_factory=list)


@dataclass
class Read:
    """The words behind a command: options given, other words, the option that waits for a value.

    Behind ``--`` no word may be an option.
    """

    given: set[str] = field(default_factory=set)
    values: list[str] = field(default_factory=list)
    waiting: str = ""
    may_be_option: bool = True


def answer(before: Sequence[str], text: str, language: str) -> Answer:
    """Return what the word that begins with ``text`` may become, behind these words."""
    line = _without_global(before)
    if line.pending:
        return _global_value(line.pending, text)
    name, equals, value = text.partition("=")
    if equals and name in _GLOBAL and "--" not in before:
        return _behind(name, _global_value(name, value))
    path, args = _command(line.words)
    if path is None:
        return Answer()
    if path not in COMMANDS:
        return Answer(list(_options({}, text) if text.startswith("-") else _names(path, text)))
    typing = Typing(text, store=line.options.get("--store"), language=language)
    return _of_command(path, args, typing)


def global_options(before: Iterable[str]) -> Mapping[str, str]:
    """Return the values of the options that may stand anywhere, as far as they are there."""
    return _without_global(before).options


_GLOBAL = ("--store", "--lang")


def _without_global(before: Iterable[str]) -> Line:
    line = Line()
    words = iter(before)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            line.words += [word, *words]
        elif name in _GLOBAL and equals:
            line.options[name] = value
        elif name in _GLOBAL:
            given = next(words, None)
            if given is None:
                line.pending = name
            else:
                line.options[name] = given
        elif word != "--version":
            line.words.append(word)
    return line


def _global_value(name: str, text: str) -> Answer:
    if name == "--store":
        return Answer(has_files=True)
    return Answer(one_of(*LANGUAGES)(Typing(text)))


def _command(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the path of the command or group, and the words behind it; None: no such one."""
    path = ""
    for at, word in enumerate(words):
        if path in COMMANDS:
            return path, list(words[at:])
        if word.startswith("-"):
            continue
        path = f"{path} {word}".strip()
        if path not in COMMANDS and path not in GROUPS:
            return None, []
    return path, []


def _names(group: str, text: str) -> Iterator[Offer]:
    """Yield the commands and groups of a group, in their order."""
    if group:
        prefix = f"{group} "
        names = [name for name in COMMANDS if name.startswith(prefix)]
    else:
        names = [name for panel in PANELS.values() for name in panel]
    for name in names:
        word = name.rpartition(" ")[2]
        if word.startswith(text):
            yield Offer(word, _(GROUPS[name] if name in GROUPS else COMMANDS[name].help))


def _of_command(path: str, args: Sequence[str], typing: Typing) -> Answer:
    command = load(path)
    options: dict[str, Any] = {name: one for one in command.params for name in _names_of(one)}
    read = _read(options, args)
    if read.waiting:
        return _values(path, options[read.waiting], typing)
    name, equals, value = typing.text.partition("=")
    if read.may_be_option and equals and name in options and not options[name].is_flag:
        return _behind(name, _values(path, options[name], replace(typing, text=value)))
    left = {
        name: one for name, one in options.items() if one.multiple or one.name not in read.given
    }
    if read.may_be_option and typing.text.startswith("-"):
        return Answer(list(_options(left, typing.text)))
    argument, taken = _argument(command, read.values)
    if argument is not None:
        return _values(
            path, argument, replace(typing, before=tuple(taken), line=tuple(read.values))
        )
    may_list = read.may_be_option and not typing.text
    return Answer(list(_options(left, "")) if may_list else ())


def _names_of(parameter: Any) -> Sequence[str]:  # noqa: ANN401 - Typer's own type is private
    """Return an option's names; an argument has none."""
    if parameter.param_type_name != "option" or parameter.hidden:
        return ()
    return [*parameter.opts, *parameter.secondary_opts]


def _read(options: Mapping[str, Any], args: Sequence[str]) -> Read:
    read = Read()
    words = iter(args)
    for word in words:
        name, equals, _value = word.partition("=")
        if word == "--":
            read.may_be_option = False
            read.values += words
        elif name not in options:
            read.values.append(word)
        else:
            read.given.add(options[name].name)
            if not equals and not options[name].is_flag and next(words, None) is None:
                read.waiting = name
    return read


def _argument(command: TyperCommand, values: Sequence[str]) -> tuple[Any, Sequence[str]]:
    """Return the argument that the next word belongs to, and the words it has; None: none."""
    rest = list(values)
    for parameter in command.params:
        if parameter.param_type_name != "argument":
            continue
        if parameter.nargs < 0 or len(rest) < parameter.nargs:
            return parameter, rest
        rest = rest[parameter.nargs :]
    return None, ()


def _options(options: Mapping[str, Any], text: str) -> Iterator[Offer]:
    """Yield the options that begin so: the command's, then those that may stand anywhere."""
    for name, parameter in options.items():
        if name.startswith(text) and name != "--help":
            yield Offer(name, parameter.help or "")
    for name, help_text in (
        ("--help", _("show this message and exit")),
        ("--store", _("the store to use")),
        ("--lang", _("the language: en or zh_CN")),
    ):
        if text and name.startswith(text):
            yield Offer(name, help_text)


def _values(path: str, parameter: Any, typing: Typing) -> Answer:  # noqa: ANN401 - see above
    completer = completer_of(path, parameter)
    if completer is policy_values and typing.line[-1:] == ("set",):
        completer = file_names
    if completer is file_names or (completer is None and parameter.type.name in _FILE_TYPES):
        return Answer(has_files=True)
    return Answer(completer(typing) if completer else ())


def completer_of(path: str, parameter: Any) -> Callable[[Typing], list[Offer]] | None:  # noqa: ANN401 - see above
    """Return what completes a command's parameter: what it says itself, else its room's field.

    None: nothing does.
    """
    declared = signature(load(path).callback, eval_str=True).parameters  # type: ignore[arg-type]  # every command has one
    annotation = declared[parameter.name].annotation if parameter.name in declared else None
    for info in getattr(annotation, "__metadata__", ()):
        if getattr(info, "autocompletion", None):
            return info.autocompletion  # type: ignore[no-any-return]  # Typer knows only callables
    return _choices(COMMANDS[path].target.partition(".")[0], parameter.opts)


def _choices(room: str, names: Sequence[str]) -> Callable[[Typing], list[Offer]] | None:
    """Return the choices of the room's field that this option is named like; None: no choice."""
    try:
        model = importlib.import_module(f"repplan.{room}.model")
    except ModuleNotFoundError:
        return None
    for one in getattr(model, "FIELDS", ()):
        if one.option in names and one.choices:
            return one_of(*one.choices)
    return None


def _behind(name: str, found: Answer) -> Answer:
    """Return the answer for the value of ``--name=value``, one word for the shell."""
    return Answer(found.offers, found.has_files, f"{name}=")
