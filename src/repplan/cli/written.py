"""One record written and shown: what commands that change just one end with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from repplan.cli.show import out, out_json
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from repplan.cli.runtime import Runtime
    from repplan.cli.show import Line
    from repplan.store.work import Work


class _Referred(Protocol):
    @property
    def ref(self) -> str: ...


Record = TypeVar("Record", bound=_Referred)


def write_one(
    runtime: Runtime,
    word: str,
    verb: str,
    act: Callable[[Work], Record],
    *,
    as_json: Callable[[Record], object],
    as_lines: Callable[..., Iterable[Line]],
    is_json: bool,
) -> None:
    """Do ``act`` in one Work, and say what is there now and how to take it back.

    ``word`` is the record's table, its key in an answer and its commands' first word;
    ``as_lines`` takes the record, its ref, the batch (empty: nothing changed) and ``language``.
    """
    with runtime.writing(f"{word} {verb}") as work:
        one = act(work)
        ref = short_ref(work.db, word, one.ref)
        batch = work.written
    if is_json:
        out_json({word: as_json(one), "batch": batch or None})
        return
    out(as_lines(one, ref, batch, language=runtime.language))
