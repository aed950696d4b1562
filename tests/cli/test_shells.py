"""Four shells' ways to quote, in both directions, and the shape of the answer."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.cli.complete import Offer
from repplan.cli.shells import SHELLS, Cursor, showable

BREAKS = " \t\n\"'@><=;|&(:"
"""COMP_WORDBREAKS as bash sets it."""


def bash(line: str, *, listing: bool = False) -> Cursor:
    """Return what bash's shell reads from a line."""
    env = {"COMP_WORDBREAKS": BREAKS, "COMP_TYPE": "63" if listing else "9"}
    return SHELLS["bash"].read([line], env)


@pytest.mark.parametrize(
    ("line", "before", "text", "quote", "fixed"),
    [
        ("repplan ", (), "", "", ""),
        ("repplan brief pat", ("brief",), "pat", "", ""),
        ("repplan  brief   ", ("brief",), "", "", ""),
        ('repplan brief "anjali p', ("brief",), "anjali p", '"', ""),
        ("repplan brief 'anjali p", ("brief",), "anjali p", "'", ""),
        (r"repplan brief anjali\ p", ("brief",), "anjali p", "", ""),
        (r"repplan brief Patel,\ A", ("brief",), "Patel, A", "", ""),
        ("repplan brief O'Br", ("brief",), "OBr", "'", "O"),
        (r"repplan brief O\'Br", ("brief",), "O'Br", "", ""),
        ("repplan brief \"O'Br", ("brief",), "O'Br", '"', ""),
        (r'repplan brief "a\"b\$c\d', ("brief",), r'a"b$c\d', '"', ""),
        (r"repplan brief 'a\b", ("brief",), r"a\b", "'", ""),
        ("repplan brief patel@oak", ("brief",), "patel@oak", "", "patel"),
        ("repplan list --tier=", ("list",), "--tier=", "", "--tier="),
        ("repplan --store 'a b.db' due ", ("--store", "a b.db", "due"), "", "", ""),
        ("repplan log '' ", ("log", ""), "", "", ""),
        ('repplan log ""', ("log",), "", "", ""),
        ("repplan log 王", ("log",), "王", "", ""),
        ("repplan log a\\", ("log",), "a\\", "", ""),
    ],
)
def test_bash_reads_its_line_as_readline_does(
    line: str, before: tuple[str, ...], text: str, quote: str, fixed: str
) -> None:
    """Quotes come off, and what readline keeps of the word is known."""
    assert bash(line) == Cursor(before, text, quote, fixed)


@pytest.mark.parametrize(
    ("line", "word", "reply"),
    [
        ("repplan brief a", "Anjali Patel", r"Anjali\ Patel"),
        ('repplan brief "a', "Anjali Patel", "Anjali Patel"),
        ("repplan brief o", "O'Brien", r"O\'Brien"),
        ('repplan brief "o', "O'Brien", "O'Brien"),
        ("repplan brief 'o", "O'Brien", r"O'\''Brien"),
        ("repplan brief O'Br", "O'Brien", r"''\''Brien"),
        ("repplan brief patel@oak", "Patel@Oakwood Clinic", r"@Oakwood\ Clinic"),
        ("repplan brief a", "$HOME `x` [y]*", r"\$HOME\ \`x\`\ \[y\]\*"),
        ('repplan brief "a', '$HOME `x` "y" \\', r"\$HOME \`x\` \"y\" \\"),
        ('repplan brief "a', "Hey!", "Hey\"'!'\""),
        ("repplan brief a", "~a #b;c&d|e(f)<g>{h}!?", r"\~a\ \#b\;c\&d\|e\(f\)\<g\>\{h\}\!\?"),
        ("repplan brief w", "王建国", "王建国"),
        ("repplan list --tier=", "--tier=A", "A"),
    ],
)
def test_bash_is_given_words_quoted_for_where_they_stand(line: str, word: str, reply: str) -> None:
    """Within no quote, a single or a double one, behind what readline keeps."""
    assert SHELLS["bash"].write([Offer(word)], bash(line)) == ["words", reply]


def test_bash_keeps_what_was_typed_where_nothing_goes_on_from_it() -> None:
    """Else it would put 王 in place of wang: what all answers have in common."""
    offers = [Offer("王建国"), Offer("王伟")]
    assert SHELLS["bash"].write(offers, bash("repplan brief wang")) == [
        "menu", "王建国", "王伟", "wang",
    ]  # fmt: skip
    assert SHELLS["bash"].write(offers, bash("repplan brief 王")) == ["words", "王建国", "王伟"]


def test_bash_shows_help_where_it_only_lists() -> None:
    """At the second Tab, by cells, unquoted; nothing of it is ever typed."""
    offers = [Offer("Patel, Anjali", "MD"), Offer("王建国", "主任医师"), Offer("Cher")]
    assert SHELLS["bash"].write(offers, bash("repplan brief ", listing=True)) == [
        "words",
        "Patel, Anjali  (MD)",
        "王建国         (主任医师)",
        "Cher",
    ]
    assert SHELLS["bash"].write(offers[:1], bash("repplan brief ", listing=True)) == [
        "words",
        r"Patel,\ Anjali",
    ]


PRINTABLE = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\x7f"), min_size=1
)


@given(st.lists(PRINTABLE))
def test_bash_words_come_back_as_typed(words: list[str]) -> None:
    """A line of quoted words is read as these words."""
    line = "repplan " + "".join(f"{shlex.quote(word)} " for word in words)
    assert bash(line).before == tuple(words)


def test_zsh_gets_words_and_what_to_show() -> None:
    """Zsh quotes by itself: the word as it is, a tab, the word with its help in columns."""
    offers = [Offer("Patel, Anjali", "MD"), Offer("王建国", "主任医师"), Offer("Cher")]
    assert SHELLS["zsh"].write(offers, Cursor((), "")) == [
        "words",
        "Patel, Anjali\tPatel, Anjali  -- MD",
        "王建国\t王建国         -- 主任医师",
        "Cher\tCher",
    ]
    assert SHELLS["zsh"].read(["brief", "a b", "c d"], {}) == Cursor(("brief", "a b"), "c d")
    assert SHELLS["zsh"].read([], {}) == Cursor((), "")


@pytest.mark.parametrize(
    ("word", "text"),
    [("pat", "pat"), ('"anj', "anj"), (r"'O\'B", "O'B"), (r"a\ b", "a b"), ("", ""), ("王", "王")],
)
def test_fish_gives_the_last_word_with_its_quotes(word: str, text: str) -> None:
    """Fish takes them off all words but the one being typed."""
    assert SHELLS["fish"].read(["brief", word], {}) == Cursor(("brief",), text)


def test_fish_gets_a_key_where_it_would_drop_the_word() -> None:
    """Fish drops what doesn't begin as typed: the key does, and its help names the word."""
    offers = [Offer("王建国", "主任医师", "wangjianguo"), Offer("Wang", "Li Wang", "wang")]
    assert SHELLS["fish"].write(offers, Cursor((), "wang")) == [
        "menu",
        "wangjianguo\t王建国 · 主任医师",
        "Wang\tLi Wang",
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [("pat", "pat"), ("'anj", "anj"), ("'O''B", "O'B"), ("'a b'", "a b"), ('"x', "x"), ("", "")],
)
def test_powershell_gives_its_words_through_the_environment(typed: str, text: str) -> None:
    """A line for each word, the last with its quotes."""
    env = {"_REPPLAN_WORDS": f"brief\n{typed}"}
    assert SHELLS["powershell"].read([], env) == Cursor(("brief",), text)


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("Patel", "Patel"), ("--tier", "--tier"), ("f-7k2m", "f-7k2m"), ("王建国", "王建国"),
        ("Patel, Anjali", "'Patel, Anjali'"), ("O'Brien", "'O''Brien'"),
        ("O’Brien", "'O’’Brien'"), ("$HOME", "'$HOME'"), ("a`b", "'a`b'"),
        ("王伟@协和", "'王伟@协和'"), ("a,b", "'a,b'"), ("a;b", "'a;b'"), ("a　b", "'a　b'"),
    ],
)  # fmt: skip
def test_powershell_is_given_words_quoted(word: str, quoted: str) -> None:
    """In single quotes, doubled within; typographic ones are quotes to PowerShell too."""
    lines = SHELLS["powershell"].write([Offer(word)], Cursor((), ""))
    assert lines == ["words", f"{quoted}\t{word}\t{word}"]


def test_what_would_act_in_a_terminal_is_not_offered() -> None:
    """Words with control or bidi characters are left out, and help is one clean, short line."""
    offers = [Offer("\x1b[31mred"), Offer("a\tb"), Offer("a\nb"), Offer("a\u202eb"), Offer("")]
    assert showable(offers) == []
    (one,) = showable([Offer("Patel", "a\tb\nc\x1b[0m" + "x" * 99)])
    assert "\x1b" not in one.help
    assert "\t" not in one.help
    assert len(one.help) == 60
