"""Amounts as people write them and as the store keeps them: in a currency's smallest unit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import ClassVar

from repplan.errors import N_, NP_, BadNumber, BadValue
from repplan.policies.currencies import is_currency
from repplan.records import dataclass

MOST = 10**11
"""Units of the smallest kind: more is a slip of the keyboard."""

_DIGITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
}
"""Digits behind the point, where they aren't two. Source: ISO 4217, list one; checked 2026-11-22."""

_USUAL = 2


@dataclass(eq=False)
class NoSuchCurrency(BadValue):
    """No currency in use has this code."""

    slug: ClassVar[str] = "no-such-currency"
    message: ClassVar[str] = N_("There is no currency “{value}”.")
    hint: ClassVar[str] = N_("Use its code of ISO 4217: {allowed}.")


def digits(currency: str) -> int:
    """Return how many digits a currency has behind the point.

    >>> digits("USD"), digits("JPY")
    (2, 0)
    """
    return _DIGITS.get(currency, _USUAL)


def read_currency(said: str) -> str:
    """Return a currency's code. Raises: NoSuchCurrency."""
    code = unicodedata.normalize("NFKC", said).strip().upper()
    if not is_currency(code):
        raise NoSuchCurrency("currency", said[:40], "USD, EUR, GBP, CNY")
    return code


def read_amount(said: str, currency: str) -> int:
    """Return an amount in the smallest unit. Raises: BadNumber (zero, negative, part of a cent).

    >>> read_amount("27.80", "USD"), read_amount("1,234", "JPY")
    (2780, 1234)
    """
    text = unicodedata.normalize("NFKC", said).strip().replace("\N{MINUS SIGN}", "-")
    found = _amount().fullmatch(text)
    places = digits(currency)
    part = (found["part"] or "") if found else ""
    if found is None or len(part) > places:
        raise BadNumber(_FIELD, text[:40], _example(places))
    minor = int(found["whole"].replace(",", "") + part.ljust(places, "0"))
    if not 0 < minor < MOST:
        raise BadNumber(_FIELD, text[:40], _example(places))
    return minor


def minor_of(value: object, currency: str) -> int:
    """Return a policy's number in the smallest unit.

    >>> minor_of(13.82, "USD")
    1382
    """
    scale: int = 10 ** digits(currency)
    return round(float(str(value)) * scale)


def plain_amount(minor: int, currency: str) -> str:
    """Return an amount as a number in a table.

    >>> plain_amount(1390, "USD"), plain_amount(500, "JPY")
    ('13.90', '500')
    """
    places = digits(currency)
    if not places:
        return str(minor)
    whole, part = divmod(minor, 10**places)
    return f"{whole}.{part:0{places}}"


def shown_amount(minor: int, currency: str) -> str:
    """Return an amount with its currency, as screens show it.

    >>> shown_amount(1390, "USD")
    '13.90 USD'
    """
    return f"{plain_amount(minor, currency)} {currency}"


def _example(places: int) -> str:
    return (
        "0.01 - 999999.99" if places == _USUAL else "1 - 999999" if not places else "0.001 - 9999"
    )


_FIELD = NP_("column", "amount")


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(r"(?P<whole>\d{1,3}(,\d{3})+|\d{1,12})(\.(?P<part>\d{1,6}))?", re.ASCII)
