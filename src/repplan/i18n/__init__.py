"""Language: gettext bound before the commands are imported, so their help is translated too.

English is written in the source; ``locales/zh_CN`` holds the Chinese catalogue. Typer's own words
go through the same catalogue, because it asks gettext's current domain.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Any

from repplan.errors import BadValue

LANGUAGES = ("en", "zh_CN")
_DOMAIN = "repplan"
_LOCALES = str(Path(__file__).parent / "locales")
_find_catalogue = gettext.translation
_TIME_LOCALE = ("LC_ALL", "LC_TIME", "LANG")
_TEXT_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(asked: str | None) -> str:
    """Return ``en`` or ``zh_CN``: what was asked for, else the locale's. Raises: BadValue."""
    said = asked or os.environ.get("REPPLAN_LANG")
    if said:
        if said.startswith("zh"):
            return "zh_CN"
        if said.startswith("en"):
            return "en"
        raise BadValue("--lang", said, ", ".join(LANGUAGES))
    return "zh_CN" if _locale(_TEXT_LOCALE).startswith("zh") else "en"


def usual_language() -> str:
    """Return the language of the environment; where it asks for one that isn't there, English."""
    try:
        return choose_language(None)
    except BadValue:
        return "en"


def bind(language: str) -> None:
    """Make gettext answer in this language, whatever the environment's own says."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(_DOMAIN, _LOCALES)
    gettext.textdomain(_DOMAIN)
    found = _find_catalogue(_DOMAIN, _LOCALES, [language], fallback=True)

    def translation(domain: str, localedir: str | None = None, *how: Any, **named: Any) -> Any:  # noqa: ANN401 - the library's own signature
        is_ours = (domain, localedir) == (_DOMAIN, _LOCALES) and not how and not named
        return found if is_ours else _find_catalogue(domain, localedir, *how, **named)

    # The library looks through the folders again for every message: 0.1 ms each, for the hundreds
    # of a screen more than all the rest. Ours is found once; other domains are left to it.
    vars(gettext)["translation"] = translation


def is_month_first() -> bool:
    """Whether 12/15 is written month first here: under an American English locale."""
    return _locale(_TIME_LOCALE).startswith("en_US")


def _locale(names: tuple[str, ...]) -> str:
    return next((os.environ[name] for name in names if os.environ.get(name)), "")
