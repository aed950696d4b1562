"""The light dataclass does what the standard one does, and is one to whoever asks."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from repplan import records

if TYPE_CHECKING:
    from collections.abc import Callable

# What a type checker sees under the light names is the standard library's own.
LIGHT: Any = records


@records.dataclass(frozen=True)
class Item:
    """Here, at the top of a module, so that it can be pickled."""

    name: str
    days: int = 7
    notes: list[str] = records.field(default_factory=list)
    kind: ClassVar[str] = "item"


def pair(**options: bool) -> list[type]:
    """Return one class, made by the light decorator and by the standard one."""
    made = []
    for library in (LIGHT, dataclasses):

        class Case:
            """A case."""

            name: str
            days: int = 7
            notes: list[str] = library.field(default_factory=list)
            kind: ClassVar[str] = "case"

        made.append(library.dataclass(**options)(Case))
    return made


@pytest.mark.parametrize("options", [{}, {"frozen": True}, {"eq": False}], ids=str)
@pytest.mark.parametrize(
    "use",
    [
        lambda made: made("a"),
        lambda made: made("a", 1, ["x"]),
        lambda made: made(days=2, name="b"),
        lambda made: made("a", 1, []) == made("a", days=1),
        lambda made: made("a") == made("b"),
        lambda made: made("a") == ("a", 7, []),
        lambda made: made("a").notes is made("a").notes,
        lambda made: made.__match_args__,
        lambda made: made.__hash__ is None,
        lambda made: (made.kind, made.days),
        lambda made: [(one.name, one.type) for one in dataclasses.fields(made)],
        lambda made: dataclasses.asdict(made("a", 1, ["x"])),
        lambda made: dataclasses.replace(made("a"), days=3),
        lambda made: copy.copy(made("a", 5)),
        dataclasses.is_dataclass,
    ],
)
def test_it_is_what_the_standard_one_is(
    options: dict[str, bool], use: Callable[[Any], object]
) -> None:
    """Made, compared, shown, copied and asked about, both give the same."""
    light, standard = (repr(use(made)) for made in pair(**options))
    assert light == standard


@pytest.mark.parametrize(
    "use",
    [
        lambda made: made(),
        lambda made: made("a", 1, [], 4),
        lambda made: made("a", name="b"),
        lambda made: made("a", colour="red"),
        lambda made: hash(made("a", 1, [])),
    ],
)
def test_it_refuses_what_the_standard_one_refuses(use: Callable[[Any], object]) -> None:
    """Too few, too many, twice, unknown: a TypeError from both; so has a list no hash."""
    for made in pair(frozen=True):
        with pytest.raises(TypeError):
            use(made)


def test_frozen_is_frozen() -> None:
    """Nothing is assigned or deleted; equal ones have one hash."""
    light, _standard = pair(frozen=True)
    one = light("a", 1, ())
    with pytest.raises(FrozenInstanceError, match="days"):
        one.days = 2
    with pytest.raises(FrozenInstanceError, match="name"):
        del one.name
    assert hash(one) == hash(light("a", 1, ()))


def test_fields_are_inherited() -> None:
    """A class that is built on another has its fields first; its own defaults count."""

    @records.dataclass(frozen=True)
    class Longer(Item):
        days: int = 14
        place: str = ""

    assert repr(Longer("a")).endswith("Longer(name='a', days=14, notes=[], place='')")
    assert Longer("a") != Item("a", 14)


def test_its_own_replace_changes_some() -> None:
    """What isn't named stays; a name that is no field is refused."""
    one = Item("a", 1, ["x"])
    assert records.replace(one, days=2) == Item("a", 2, ["x"])
    assert records.facts(one) == {"name": "a", "days": 1, "notes": ["x"]}
    assert list(records.field_types(Item)) == ["name", "days", "notes"]
    with pytest.raises(TypeError, match="colour"):
        LIGHT.replace(one, colour="red")


def test_it_survives_pickling() -> None:
    """What goes to another process comes back equal."""
    assert pickle.loads(pickle.dumps(Item("a", 1, ["x"]))) == Item("a", 1, ["x"])  # noqa: S301 - our own
