"""Pages of help: measured in cells, in the screen's language."""

from __future__ import annotations

import pytest

from repplan import i18n
from repplan.cli.app import load, program
from repplan.cli.help import Page, help_page
from repplan.text import width


def test_a_page_is_filled_by_cells() -> None:
    """Chinese breaks where it is full on the screen, not after as many letters."""
    page = Page(30)
    page.write_usage("repplan due", "[OPTIONS] {WHO}")
    page.write_paragraph()
    with page.indentation():
        page.write_text("今天该办什么,排好序,说明原因:承诺、拜访。\n\nSecond paragraph.")
    with page.section("选项"):
        page.write_dl([("--all", "每一件"), ("--ahead <str>", "往后看多久,一天两天三天")])
    assert page.getvalue().splitlines() == [
        "Usage: repplan due [OPTIONS] WHO",
        "",
        "  今天该办什么,排好序,说明原",
        "  因:承诺、拜访。",
        "",
        "  Second paragraph.",
        "",
        "选项:",
        "  --all          每一件",
        "  --ahead <str>  往后看多久,一",
        "                 天两天三天",
    ]


def test_a_long_name_has_a_line_for_itself() -> None:
    """What a name means begins on the next line where the name leaves no room beside it."""
    page = Page(60)
    page.write_dl([("--a-name-that-is-longer-than-others <str>", "why"), ("--b", "")])
    assert page.getvalue().splitlines() == [
        "--a-name-that-is-longer-than-others <str>",
        " " * 32 + "why",
        "--b",
    ]


@pytest.mark.parametrize("name", ["visit plan", "provider add", "import csv"])
def test_help_fits(name: str) -> None:
    """No line of a command's help is wider than 80 columns, in Chinese either."""
    command = load(name)
    for language in i18n.LANGUAGES:
        i18n.bind(language)
        with command.make_context(name, [], resilient_parsing=True) as context:
            page = help_page(command, context)
        assert max(map(width, page.splitlines())) <= 80


def test_groups_have_the_same_page() -> None:
    """The program and its groups are explained like their commands."""
    i18n.bind("zh_CN")
    group = program()
    with group.make_context("repplan", ["due"], resilient_parsing=True) as context:
        page = group.get_help(context)
    assert page.splitlines()[0] == "用法: repplan [选项] 命令 [参数]..."
    assert "  due     今天该办什么,排好序,说明原因" in page.splitlines()
