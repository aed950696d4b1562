"""Pages of help: in the screen's language, measured in cells, where Typer's count letters."""

from __future__ import annotations

from contextlib import contextmanager
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

from repplan.cli.show import PLAIN_WIDTH, screen_width
from repplan.errors import RepplanError
from repplan.i18n.typer_words import placeholders
from repplan.text import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NARROWEST = 50
_PLACES = frozenset({"who", "account", "product"})
"""Arguments that hints name."""

_LEFT = 30
"""The most cells of a name; a longer one has its line for itself."""


def help_page(command: Any, ctx: Any) -> str:  # noqa: ANN401 - Typer's own types are private
    """Return the help of a command or group, as a page for this screen."""
    page = Page(max(min(screen_width(), PLAIN_WIDTH) - 2, _NARROWEST))
    command.format_help(ctx, page)
    return page.getvalue().rstrip("\n")


class Command(TyperCommand):
    """A command with a page of help of ours."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - see above
        """Return the page."""
        return help_page(self, ctx)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - see above
        """Run it; what was typed stands in the hint of a refusal, where WHO or WHEN would."""
        try:
            return super().invoke(ctx)
        except RepplanError as error:
            typed = {name.upper(): said for name, said in ctx.params.items() if name in _PLACES}
            typed["WHEN"] = ctx.params.get("at")
            words = ctx.params.get("words")
            if "who" not in ctx.params and words:
                typed["WHO"] = words[0]
            vars(error)["typed_for"] = {
                name: it for name, it in typed.items() if isinstance(it, str)
            }
            raise


class NumberCommand(Command):
    """A command whose numbers may be typed with a dash before them, so that it can refuse them.

    The dash comes as the minus sign.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - see above
        """Parse the line; ``-2`` is no option."""
        minus = "\N{MINUS SIGN}"
        said = [minus + one[1:] if one[:1] == "-" and one[1:2].isdigit() else one for one in args]
        return super().parse_args(ctx, said)


class Page:
    """What Typer's commands write their help to. Units of every width: cells."""

    def __init__(self, cells: int) -> None:
        """``cells`` is the width of the page."""
        self.width = cells
        self._indent = 0
        self._lines: list[str] = []

    def write_usage(self, prog: str, args: str = "") -> None:
        """Write how the command is typed."""
        # Typer puts what is needed into braces; brackets round the rest say as much.
        said = placeholders(args.replace("{", "").replace("}", ""))
        head = _("Usage:") + f" {prog} "
        first, *rest = wrap(said, max(self.width - width(head), _LEFT)) or [""]
        self._lines += [head + first, *(" " * width(head) + line for line in rest)]

    def write_paragraph(self) -> None:
        """Write an empty line between paragraphs."""
        if self._lines:
            self._lines.append("")

    def write_text(self, text: str) -> None:
        """Write paragraphs, each filled anew."""
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self._lines.append("")
            lines = wrap(" ".join(paragraph.split()), self.width - self._indent)
            self._lines += [" " * self._indent + line for line in lines]

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write names and what they mean, in two columns."""
        told = [(placeholders(name), _(text) if text else "") for name, text in rows]
        left = min(max(width(name) for name, _text in told), _LEFT) + 2
        for name, text in told:
            lines = wrap(text, max(self.width - left - self._indent, 10))
            if width(name) > left - 2:
                lines.insert(0, "")
            first, *rest = lines or [""]
            self._lines.append((" " * self._indent + pad(name, left) + first).rstrip())
            self._lines += [" " * (self._indent + left) + line for line in rest]

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading, then what is written within, indented."""
        self.write_paragraph()
        self._lines.append(f"{' ' * self._indent}{name}:")
        with self.indentation():
            yield

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """Indent what is written within."""
        self._indent += 2
        try:
            yield
        finally:
            self._indent -= 2

    def getvalue(self) -> str:
        """Return the page."""
        return "\n".join(self._lines)
