"""``dataclass``, ``field``, ``replace`` as the standard library has them, with no price at import.

The standard decorator writes the methods of each class as text and compiles them: 0.5 to 2 ms a
class, and a daily command loads some sixty classes in the 25 ms that are its own. Here all classes
share methods that were compiled once. Type checkers see the standard decorator itself, and
``dataclasses.fields``, ``replace`` and ``asdict`` work: what they read is made when first asked.

Offered is what this program uses: ``frozen``, ``eq``, defaults, ``default_factory``, inheritance,
under ``from __future__ import annotations``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Class = TypeVar("Class", bound=type)

_STANDARD = "__dataclass_fields__"
_MISSING: Any = object()


class _Factory:
    """A default that is made anew for each instance."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


class _StandardFields:
    """``__dataclass_fields__`` of a class: the standard library makes them, once, when asked."""

    def __get__(self, one: object, owner: type) -> object:
        import dataclasses

        specs = [
            (name, kind, _standard_field(dataclasses.field, _defaults(owner).get(name, _MISSING)))
            for name, kind in field_types(owner).items()
        ]
        found: object = vars(dataclasses.make_dataclass(owner.__name__, specs))[_STANDARD]
        setattr(owner, _STANDARD, found)
        return found


def field_types(model: type) -> Mapping[str, str]:
    """Return name → annotation, as written, of a class's fields, in order."""
    found: Mapping[str, str] = vars(model)["_field_types"]
    return found


def facts(one: object) -> dict[str, object]:
    """Return name → value of one instance's fields, in order: its own values, not copies."""
    return {name: getattr(one, name) for name in field_types(type(one))}


def _field(*, default_factory: Callable[[], object]) -> _Factory:
    return _Factory(default_factory)


def _replace(one: object, **changes: object) -> object:
    made, names = object.__new__(type(one)), field_types(type(one))
    values = vars(one) | changes
    if len(values) != len(names):
        # A cached property stands among them: it may no longer be true of the copy.
        values = {name: values[name] for name in names} | changes
    if len(values) != len(names):
        raise TypeError(f"{type(one).__qualname__} has no field for one of {', '.join(changes)}")
    # Nothing is worked out when one of our classes is made: the values are all there is.
    vars(made).update(values)
    return made


def _dataclass(cls: Class | None = None, *, frozen: bool = False, eq: bool = True) -> Any:  # noqa: ANN401 - as in dataclasses
    if cls is None:
        return lambda made: _prepare(made, frozen=frozen, eq=eq)
    return _prepare(cls, frozen=frozen, eq=eq)


def _prepare(cls: Class, *, frozen: bool, eq: bool) -> Class:
    """Give a class its methods; those that it has stay its own."""
    types: dict[str, str] = {}
    defaults: dict[str, object] = {}
    for base in reversed(cls.__mro__[1:]):
        types |= vars(base).get("_field_types", {})
        defaults |= vars(base).get("_field_defaults", {})
    own = vars(cls)
    for name, kind in cls.__annotations__.items():
        if not kind.startswith("ClassVar"):
            types[name] = kind
            if name in own:
                defaults[name] = own[name]
    for name, default in defaults.items():
        if isinstance(default, _Factory) and name in own:
            delattr(cls, name)
    methods: dict[str, object] = {
        "_field_types": types,
        "_field_defaults": defaults,
        _STANDARD: _StandardFields(),
        "__match_args__": tuple(types),
        "__init__": _initialiser(tuple(types), defaults),
        "__repr__": _repr,
    }
    if eq:
        methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for name, method in methods.items():
        # Python itself puts __hash__ = None where a class has an __eq__.
        if name not in own or own[name] is None:
            setattr(cls, name, method)
    return cls


def _initialiser(names: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., None]:
    every, count = frozenset(names), len(names)

    def __init__(self: object, *values: object, **named: object) -> None:  # noqa: N807 - a class's own
        # Written past __setattr__, which a frozen class refuses.
        state = self.__dict__
        state.update(zip(names, values))  # noqa: B905 - counted below, at less cost
        if len(values) == count and not named:
            return
        state.update(named)
        given = len(values) + len(named)
        if len(state) != given:
            raise TypeError(f"{type(self).__qualname__}() got too many values, or one twice")
        if given < count:
            for name, default in defaults.items():
                if name not in state:
                    state[name] = default.make() if isinstance(default, _Factory) else default
        if state.keys() != every:
            odd = ", ".join(sorted(every ^ state.keys()))
            raise TypeError(f"{type(self).__qualname__}() misses, or has no field for: {odd}")

    return __init__


def _values(one: object) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in field_types(type(one)))


def _repr(self: object) -> str:
    pairs = ", ".join(f"{name}={value!r}" for name, value in facts(self).items())
    return f"{type(self).__qualname__}({pairs})"


def _eq(self: object, other: object) -> object:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _refuse(self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to or delete {type(self).__qualname__}.{name}")


def _defaults(model: type) -> Mapping[str, object]:
    found: Mapping[str, object] = vars(model)["_field_defaults"]
    return found


def _standard_field(make: Callable[..., object], default: object) -> object:
    if default is _MISSING:
        # Every field has a place in __init__: only the order of defaults would matter there.
        return make(kw_only=True)
    if isinstance(default, _Factory):
        return make(default_factory=default.make, kw_only=True)
    return make(default=default, kw_only=True)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace

__all__ = ["dataclass", "facts", "field", "field_types", "replace"]
