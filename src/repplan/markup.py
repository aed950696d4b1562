"""Pages and drawings for people: built as a tree of elements, never as text.

So nothing that people typed can become markup. A page holds its own style and script and may load
nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from repplan.text import is_ideograph, shown


def tag(name: str, /, *inside: Element | str, **attributes: str) -> Element:
    """Return an element; underscores of attributes are dashes, one at the end is dropped."""
    names = {key: key.rstrip("_").replace("_", "-") for key in attributes}
    one = Element(name, {names[key]: shown(value) for key, value in attributes.items()})
    for part in inside:
        if isinstance(part, str):
            one.text = shown(part)
        else:
            one.append(part)
    return one


def raw(name: str, text: str) -> Element:
    """Return an element that holds our own code, which no digest would fit once escaped."""
    one = Element(name)
    one.text = text
    return one


def document(title: str, body: Element, *, style: str, script: str = "", language: str) -> bytes:
    """Return a whole HTML page with this style and script, which may load nothing else."""
    policy = f"default-src 'none'; style-src {_digest(style)}; "
    policy += f"script-src {_digest(script)}; " if script else ""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag(
            "meta",
            http_equiv="Content-Security-Policy",
            content=f"{policy}base-uri 'none'; form-action 'none'",
        ),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        # A phone would turn refs and doses into telephone links.
        tag("meta", name="format-detection", content="telephone=no, date=no, address=no"),
        tag("title", title),
        raw("style", style),
    )
    whole = tag("html", head, body, lang=language.replace("_", "-"))
    return f"<!doctype html>\n{tostring(whole, 'unicode', 'html')}\n".encode()


def _digest(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def beside(module: str, name: str) -> str:
    """Return the text of a file that lies beside a module (its ``__file__``)."""
    return Path(module).with_name(name).read_text(encoding="utf-8")


def base_style() -> str:
    """Return the style that every page begins with: colours of day, night and paper, the type."""
    return beside(__file__, "markup.css")


def text_width(text: str, size: float) -> float:
    """Return about how wide a text stands; rather too wide than too narrow.

    Units: pixels. No font is at hand, and another machine has others.
    """
    return sum(map(_char_width, text)) * size


def fitted(text: str, room: float, size: float) -> str:
    """Return the text, cut to fit; a cut one ends in an ellipsis."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def in_two(text: str, room: float, size: float) -> list[str]:
    """Return the text in one line, or in two if it is too wide for one; the second is cut to fit."""
    if text_width(text, size) <= room:
        return [text]
    end = next(
        at for at in range(len(text), 0, -1) if text_width(text[:at], size) <= room or at == 1
    )
    blank = text.rfind(" ", 1, end + 1)
    parted = blank if blank > 0 else end
    return [text[:parted].rstrip(), fitted(text[parted:].lstrip(), room, size)]


def _char_width(char: str) -> float:
    if is_ideograph(char) or ord(char) > 0x2E7F:
        return 1.02
    if char in "mwMW@%…—":
        return 0.95
    if char.isupper():
        return 0.72
    if char in "iljtfr.,:;'|!()[] ":
        return 0.36
    return 0.6
