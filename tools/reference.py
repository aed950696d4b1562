"""Write docs/reference from the program itself; ``--check`` compares.

The reference can't drift: CI fails when a command, an option or a setting says something else
than the page.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from repplan import i18n
from repplan.cli.app import COMMANDS, GROUPS, PANELS, load
from repplan.config import SETTINGS
from repplan.exchange.headings import headings
from repplan.exchange.pack import pack_schema

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
_NOTE = "<!-- Written by `make docs` from the program. Change the program, not this page. -->\n"


def commands_page() -> str:
    """Return the page of every command, in the order of ``repplan --help``."""
    parts = [
        _NOTE,
        "# Commands\n",
        "Before `--`, anywhere on the line: `--store PATH`, `--lang en|zh_CN`, `--version`.",
        "Every command has `--help`.\n",
    ]
    for panel, names in PANELS.items():
        parts.append(f"## {panel}\n")
        for name in names:
            below = [full for full in COMMANDS if full == name or full.startswith(f"{name} ")]
            if name in GROUPS:
                parts.append(f"**{name}**: {GROUPS[name]}.\n")
            parts += [_command(full) for full in below]
    return "\n".join(parts).rstrip() + "\n"


def settings_page() -> str:
    """Return the page of every setting with its default."""
    rows = [
        f"| `{name}` | {setting.help} | `{setting.default}` |"
        if setting.default
        else f"| `{name}` | {setting.help} | |"
        for name, setting in SETTINGS.items()
    ]
    head = "`repplan config show` lists them, `repplan config set NAME VALUE` changes one."
    table = ["| setting | what it is | default |", "| --- | --- | --- |", *rows]
    return "\n".join([_NOTE, "# Settings\n", head + "\n", *table]) + "\n"


def csv_page() -> str:
    """Return the page of every heading that ``import csv`` takes."""
    rows = []
    for heading in headings().values():
        told = [heading.field.help]
        if heading.field.choices and ", " not in heading.field.help:
            told.append(", ".join(heading.field.choices))
        needed = " (needed)" if heading.name == "name" else ""
        others = ", ".join(heading.others)
        rows.append(f"| `{heading.name}`{needed} | {_cell('; '.join(told))} | {others} |")
    head = (
        "The first row of the table names its columns. Case, blanks and dashes don't matter; "
        "`--map theirs=ours` takes any other word. A column that isn't here is named in the report "
        "and left alone. Lists are parted by `;`."
    )
    table = ["| heading | what it holds | also understood |", "| --- | --- | --- |", *rows]
    return "\n".join([_NOTE, "# CSV headings\n", head + "\n", *table]) + "\n"


def pack_page() -> str:
    """Return the JSON Schema of a knowledge pack, for editors and other programs."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=2) + "\n"


def _command(name: str) -> str:
    command = load(name)
    lines = [f"### `repplan {name}`\n", (command.help or "").strip() + "\n"]
    usage = [f"repplan {name}"]
    rows = []
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            shown = parameter.metavar or str(parameter.name).upper()
            usage.append(shown if shown.startswith("[") or parameter.required else f"[{shown}]")
            rows.append((f"`{shown}`", getattr(parameter, "help", "") or ""))
        else:
            names = ", ".join(f"`{opt}`" for opt in parameter.opts)
            if not getattr(parameter, "is_flag", False):
                names += f" {(parameter.metavar or parameter.type.name).upper()}"
            rows.append((names, getattr(parameter, "help", "") or ""))
    lines.append(f"```\n{' '.join(usage)} [OPTIONS]\n```\n")
    lines += [
        "| | |",
        "| --- | --- |",
        *(f"| {_cell(left)} | {_cell(right)} |" for left, right in rows),
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Return a text as a table's cell: a bar in it would end the cell."""
    return text.replace("|", "\\|")


PAGES = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "csv.md": csv_page,
    "pack.schema.json": pack_page,
}


def main() -> int:
    """Write the pages, or compare them; return the exit code."""
    # Before a command is loaded: its help is translated then.
    i18n.bind("en")
    stale = []
    for name, make in PAGES.items():
        path, text = FOLDER / name, make()
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path.relative_to(FOLDER.parent.parent)))
    if stale:
        sys.stderr.write(f"stale: {', '.join(stale)}: run make docs\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
