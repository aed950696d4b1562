"""The days of what is said of a product, as they are typed: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.days import ahead, since

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.cli.runtime import Runtime


def with_days(runtime: Runtime, fields: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the fields with the days in them read: an approval's end ahead, news' day gone by.

    Raises: BadDay, UnclearDay.
    """
    read = dict(fields)
    until, dated = read.get("expires_on"), read.get("dated_on")
    if until and until.strip():
        read["expires_on"] = ahead(runtime, until).isoformat()
    if dated and dated.strip():
        read["dated_on"] = since(runtime, dated)
    return read
