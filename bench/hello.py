"""The yardstick: the smallest program of the same kind. One command, one Rich table."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    """Greet in a table."""
    table = Table("hello")
    table.add_row(name)
    Console().print(table)


if __name__ == "__main__":
    app()
