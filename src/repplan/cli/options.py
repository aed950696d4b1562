"""Options that commands share: a room's fields as options, ``--json``, what a name completes to."""

from __future__ import annotations

import inspect
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from repplan.cli.complete import one_of
from repplan.cli.incoming import from_dash
from repplan.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from repplan.fields import Field

Json = Annotated[bool, typer.Option("--json", help=_("the answer as JSON"))]
"""``--json``, the same on every command that answers."""

Despite = Annotated[
    str | None, typer.Option("--because", help=_("why it is kept, where a rule warns of the text"))
]
"""``--because``, the same on every command that keeps a text."""


def with_fields(
    fields: Iterable[Field], *, without: tuple[str, ...] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that gives a command an option for each field.

    The command takes them as ``**fields``: column → typed text, None where not given.
    """
    offered = [field for field in fields if field.column not in without]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(command, eval_str=True)
        own = [
            parameter
            for parameter in signature.parameters.values()
            if parameter.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        annotations: dict[str, Any] = dict(inspect.get_annotations(command, eval_str=True))
        annotations.pop("fields", None)
        for field in offered:
            completer = one_of(*field.choices) if field.choices else None
            is_text = field.kind in {Kind.TEXT, Kind.SENTENCES}
            option = typer.Option(
                field.option,
                help=_help(field),
                show_default=False,
                autocompletion=completer,
                callback=from_dash if is_text else None,
            )
            annotation = Annotated[str | None, option]
            annotations[field.column] = annotation
            own.append(
                inspect.Parameter(
                    field.column,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=None,
                    annotation=annotation,
                )
            )
        whole = signature.replace(parameters=own)
        command.__signature__ = whole  # type: ignore[attr-defined]  # inspect looks there
        command.__annotations__ = annotations
        return command

    return decorate


def with_options(
    offered: Mapping[str, object],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that gives a command these options; it takes them as ``**said``."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(command, eval_str=True)
        own = [one for one in signature.parameters.values() if one.kind is not one.VAR_KEYWORD]
        annotations: dict[str, Any] = dict(inspect.get_annotations(command, eval_str=True))
        annotations.pop("said", None)
        for name, annotation in offered.items():
            annotations[name] = annotation
            default = False if get_args(annotation)[0] is bool else None
            kind = inspect.Parameter.KEYWORD_ONLY
            own.append(inspect.Parameter(name, kind, default=default, annotation=annotation))
        whole = signature.replace(parameters=own)
        command.__signature__ = whole  # type: ignore[attr-defined]  # inspect looks there
        command.__annotations__ = annotations
        return command

    return decorate


def _help(field: Field) -> str:
    """Return what a field's help says behind its name: the option bears the name already."""
    name, _colon, rest = _(field.help).replace("：", ":").partition(":")
    return rest.strip() or name
