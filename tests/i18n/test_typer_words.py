"""Typer's own words: still the same, and said in the screen's language."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
import typer

from repplan import i18n
from repplan.i18n.typer_words import ASKED_FOR, PLACEHOLDERS, SENTENCES, WRITTEN, sentence

App = typer.Typer(add_completion=False, rich_markup_mode=None)


@App.command()
def command(
    what: Annotated[str, typer.Argument(metavar="WHAT")],
    needed: Annotated[str, typer.Option("--needed")],
    many: Annotated[int, typer.Option("--many", min=1, max=9)] = 3,
    is_plain: Annotated[bool, typer.Option("--plain")] = False,
) -> None:
    """Take what commands take: an argument, a number, a needed option, a flag."""


SAID = (
    (["--needed", "x"], "缺少「对象」。"),
    (["x"], "缺少选项「--needed」。"),
    (["--quick"], "没有 --quick 这个选项"),
    (["--man"], "没有 --man 这个选项(是不是 --many, --plain)"),
    (["x", "--needed"], "选项「--needed」后面要写值。"),
    (["x", "--plain=1"], "选项「--plain」后面不写值。"),
    (["x", "y", "z", "--needed", "x"], "多了看不懂的词(y z)"),
    (["x", "--needed", "x", "--many", "a"], "「--many」的值不对:「a」不是整数。"),
    (["x", "--needed", "x", "--many", "0"], "「--many」的值不对:0 超出范围 1<=x<=9。"),
)


@pytest.mark.parametrize(("args", "chinese"), SAID, ids=[" ".join(args) for args, _text in SAID])
def test_a_sentence_is_still_typers(args: list[str], chinese: str) -> None:
    """What Typer says of a line that it can't read is one of ours, and is told in Chinese."""
    said = refused(args)
    assert sentence(said) == said.replace(
        "'a' is not a valid int range.", "“a” is no whole number."
    )
    i18n.bind("zh_CN")
    assert sentence(said) == chinese


def test_every_sentence_is_said() -> None:
    """None of our sentences is one that Typer no longer says."""
    i18n.bind("zh_CN")
    told = [chinese for _args, chinese in SAID]
    starts = {i18n_text.partition("{")[0] for i18n_text in map(translated, SENTENCES)}
    assert len(SENTENCES) == len(set(SENTENCES))
    assert all(any(start in text for text in told) for start in starts)


def test_help_is_still_typers() -> None:
    """A page of help in English says the words that are ours to translate."""
    page = help_page()
    said = [text for text in (*ASKED_FOR, *WRITTEN) if "{" not in text]
    assert [text for text in said if text not in page] == []
    assert "default: 3" in page
    assert [text for text in ("<str>", "<int range>", "WHAT") if text not in page] == []
    assert {"<str>", "<int range>", "WHAT"} <= set(PLACEHOLDERS)


def test_what_typer_asks_for_is_ours() -> None:
    """What Typer asks gettext for comes from our catalogue."""
    i18n.bind("zh_CN")
    page = help_page()
    assert [text for text in ("参数:", "选项:", "[必填]", "默认: 3") if text not in page] == []


def translated(message: str) -> str:
    """Return a message as the bound language has it."""
    from gettext import gettext

    return gettext(message)


def refused(args: list[str]) -> str:
    """Return what Typer says of a line."""
    usage_error: Any = typer.BadParameter.__mro__[1]
    with pytest.raises(usage_error) as caught:
        typer.main.get_command(App).main(args, standalone_mode=False)
    return str(caught.value.format_message())


def help_page() -> str:
    """Return Typer's own page of help for the command."""
    tried: Any = typer.main.get_command(App)
    with tried.make_context("try", [], resilient_parsing=True) as context:
        return str(tried.get_help(context))
