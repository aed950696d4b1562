"""Which message is for this person, and which objection to expect: rules without SQL.

Whatever is chosen comes with its reasons: (term, text) pairs, the term a word of ours, the text a
fact. The same facts give the same choice: ties end at the order of the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.conditions import covers
from repplan.products.specialties import is_one_of
from repplan.products.topics import (
    ENOUGH,
    angles_of,
    clearest,
    closeness,
    is_angle_itself,
    likeness,
    shared,
)
from repplan.records import dataclass, replace
from repplan.text import fold, is_ideograph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.products.model import Message, Objection

Why = tuple[tuple[str, str], ...]
"""Reasons, as (term, text): ``("role", "pharmacist")``."""

LANDED = frozenset({"+", "++"})
"""Reactions that say that a message landed."""

_COOL = frozenset({"-", "--"})


_LONG = 0.8
"""What a match in the text at 2 minutes is worth beside one in the claim."""

_WORDS_MIN, _IDEOGRAPHS_MIN = 150, 260
"""Read aloud in a minute, without haste."""

_OWN_ANGLES = {
    "pharmacist": ("side effects", "cost"),
    "practice manager": ("workflow", "cost"),
    "administrator": ("cost", "workflow"),
    "nurse": ("adherence", "side effects"),
    "nurse practitioner": ("adherence", "side effects"),
    "physician assistant": ("adherence", "side effects"),
    "physician": ("outcomes", "side effects"),
}
"""What a role cares about most often, where nothing is known of the person: the first, the next."""

_POINTS = {
    "role": 3,
    "specialty": 3,
    "angle": 4,
    "landed": 2,
    "words": 1,
    "usual": 1,
    "cool": -2,
}
_MOST_WORDS = 3


@dataclass(frozen=True)
class Told:
    """A talk on a product before, on a day (ISO), with the message that was given in it.

    ``message_id`` None: none was; ``reaction`` None: none was noted.
    """

    product_id: str
    message_id: str | None
    on: str
    reaction: str | None
    angle: str | None = None

    @property
    def has_landed(self) -> bool:
        """Whether it came over."""
        return self.reaction in LANDED


@dataclass(frozen=True)
class Listener:
    """Whom something is chosen for.

    ``concerns`` are what they care about now, the newest first; ``known`` what else is known of
    them in words (how they like it, prescribing, patients, interests); ``told`` what they
    were told before, the newest first. ``is_chinese``: their name is written in Chinese.
    """

    role: str
    specialties: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    is_chinese: bool = False


@dataclass(frozen=True)
class ChosenMessage:
    """The message to give and why.

    ``message`` None: none is, because no approved one answers their ``concern`` (then there is no
    second topic), or because all that is for them was said last time, on ``said_on``, or nothing is
    there (all empty).

    ``depth`` is the shortest text that answers the concern. ``unanswered`` is the newest open
    concern that none answers, also beside one that is; ``elsewhere`` is what would answer it, but
    for others. ``passed`` is the last visit's product where another one's message was chosen, and
    ``passed_on`` when all of it was said to them, empty: nothing of it is for them. Without a
    message it is that product where it has none for them.
    """

    message: Message | None = None
    why: Why = ()
    concern: str = ""
    said_on: str = ""
    depth: str = "20s"
    unanswered: str = ""
    elsewhere: Message | None = None
    passed: str = ""
    passed_on: str = ""


def is_for(one: Message, role: str, specialties: Iterable[str]) -> bool:
    """Whether a message is for such a person: an empty audience is everybody.

    Somebody whose specialty isn't known gets none that names one.
    """
    if one.roles and role not in one.roles:
        return False
    return not one.specialties or is_one_of(specialties, one.specialties)


def answers(concern: str, one: Message, *, is_long: bool = True) -> float:
    """Return how well a message answers a concern, 0 where it doesn't; its limitation never does.

    It speaks of whom the concern names, and its limitation leaves none of them out. ``is_long``:
    its text at 2 minutes counts too, less than what is said in 20 seconds.
    """
    short = f"{one.claim}. {one.text_20s}"
    itself = ENOUGH if one.angle and is_angle_itself(concern, one.angle) else 0.0
    fit = max(closeness(concern, short), itself)
    if fit >= ENOUGH and covers(concern, short, one.limitation):
        return fit
    if is_long and one.text_2m:
        # A long text answers by itself: its claim may be of other people.
        fit = max(closeness(concern, one.text_2m) * _LONG, itself)
        if fit >= ENOUGH and covers(concern, one.text_2m, one.limitation):
            return fit
    return 0.0


def message_for(
    who: Listener, messages: Sequence[Message], products: Sequence[tuple[str, str]]
) -> ChosenMessage:
    """Return the message for this person and why.

    ``messages`` are approved ones, in the order of the records. ``products`` are those to talk
    about, best first, as (id, why: objective, last, ours, asked). An open concern beats all else.
    """
    fitting = [one for one in messages if is_for(one, who.role, who.specialties)]
    if who.concerns:
        order = [product_id for product_id, _why in products]
        return _answering(who, fitting, messages, order)
    said_on = passed = passed_on = ""
    for product_id, reason in products:
        there = [one for one in fitting if one.product_id == product_id]
        last = next((one for one in who.told if one.product_id == product_id), None)
        fresh = [one for one in there if not last or last.has_landed or one.id != last.message_id]
        if fresh:
            best = _best(who, fresh, reason)
            return replace(best, passed=passed, passed_on=passed_on)
        said_on = said_on or (last.on if last else "")
        if reason == "last":
            passed, passed_on = product_id, last.on if there and last else ""
        if there and reason in {"objective", "asked"}:
            break
    return ChosenMessage(said_on=said_on, passed="" if said_on else passed)


def _answering(
    who: Listener, fitting: Sequence[Message], every: Sequence[Message], products: Sequence[str]
) -> ChosenMessage:
    """The best answer to the newest concern that has one, and the newest that has none."""
    found = [(concern, *_closest(who, concern, fitting, products)) for concern in who.concerns]
    without = [concern for concern, one, _depth in found if one is None]
    unanswered = without[0] if without else ""
    elsewhere = _closest(who, unanswered, every, products)[0] if unanswered else None
    none = tuple(("none-answers", concern) for concern in without)
    for concern, one, depth in found:
        if one:
            why = (("concern", concern), *_audience(who, one), *none)
            return ChosenMessage(
                one, why, concern, depth=depth, unanswered=unanswered, elsewhere=elsewhere
            )
    return ChosenMessage(
        why=none[:1], concern=unanswered, unanswered=unanswered, elsewhere=elsewhere
    )


def _closest(
    who: Listener, concern: str, fitting: Sequence[Message], products: Sequence[str]
) -> tuple[Message | None, str]:
    """The message that answers a concern best, and the depth that does; None: none does.

    One that says it in 20 seconds comes first: the longer texts are read where none does.
    """
    for depth in ("20s", "2m"):
        ranked = [
            (fit, at)
            for at, one in enumerate(fitting)
            if (fit := answers(concern, one, is_long=depth == "2m"))
        ]
        if ranked:
            order = [
                (is_foreign(who, fitting[at]), -fit, _place(products, fitting[at].product_id), at)
                for fit, at in ranked
            ]
            return fitting[min(order)[-1]], depth
    return None, "20s"


def is_foreign(who: Listener, one: Message) -> bool:
    """Whether a message isn't written in the script of somebody's name."""
    return any(map(is_ideograph, one.text_20s)) is not who.is_chinese


def _place(products: Sequence[str], product_id: str) -> int:
    return products.index(product_id) if product_id in products else len(products)


def _best(who: Listener, messages: Sequence[Message], reason: str) -> ChosenMessage:
    landed, cool = _angles_of_told(who, LANDED), _angles_of_told(who, _COOL)
    best: tuple[bool, int, str, int] | None = None
    chosen = ChosenMessage()
    for at, one in enumerate(messages):
        why = (*_audience(who, one), *_liking(who, one, landed, cool))
        points = sum(_POINTS[term] for term, _text in why)
        told = next((said.on for said in who.told if said.message_id == one.id), "")
        rank = (is_foreign(who, one), -points, told, at)
        if best is None or rank < best:
            best = rank
            again = (("said-then", told),) if told else (("not-said", ""),)
            chosen = ChosenMessage(one, ((reason, one.product), *why, *again))
    return chosen


def _audience(who: Listener, one: Message) -> Why:
    found = []
    if one.roles:
        found.append(("role", who.role))
    if one.specialties:
        found.append(("specialty", ", ".join(who.specialties)))
    return tuple(found)


def _liking(who: Listener, one: Message, landed: Iterable[str], cool: Iterable[str]) -> Why:
    """What of this person speaks for a message or against it."""
    found: list[tuple[str, str]] = []
    if one.angle:
        said = next((text for text in who.known if one.angle in angles_of(text)), "")
        if said:
            found.append(("angle", said))
        elif one.angle in _OWN_ANGLES.get(who.role, ())[:1]:
            found.append(("usual", one.angle))
        if one.angle in landed:
            found.append(("landed", one.angle))
        elif one.angle in cool:
            found.append(("cool", one.angle))
    both = [unit for text in who.known for unit in shared(text, f"{one.claim}. {one.text_20s}")]
    return (
        *found,
        *(("words", unit) for unit in list(dict.fromkeys(both))[:_MOST_WORDS]),
    )


def _angles_of_told(who: Listener, reactions: frozenset[str]) -> set[str]:
    """The angles of the messages that met one of these reactions."""
    return {one.angle for one in who.told if one.angle and one.reaction in reactions}


@dataclass(frozen=True)
class Heard:
    """An objection that somebody raised before: the approved one it matched, None: none."""

    objection_id: str | None
    said: str
    on: str
    has_landed: bool | None = None
    kind: str | None = None
    visit_ref: str = ""


@dataclass(frozen=True)
class Likely:
    """An objection to expect, and why. ``objection`` None: heard, but no approved answer fits."""

    objection: Objection | None
    said: str
    why: Why
    heard: Heard | None = None


def likely(
    own: Sequence[Heard],
    others: Sequence[tuple[str, int]],
    objections: Mapping[str, Objection],
    *,
    product_id: str | None = None,
    most: int = 1,
) -> tuple[Likely, ...]:
    """Return the objections to expect, best first.

    ``own`` are this person's, the newest first: those that weren't answered so that it landed come
    before those that were. Then ``others``: approved ones by how many of their specialty and role
    raised them. ``objections`` are those approved now; without its answer one of theirs still
    stands, so that nobody is surprised. Those to ``product_id`` come first.
    """

    def rank(heard: Heard) -> tuple[bool, bool]:
        approved = objections.get(heard.objection_id or "")
        return heard.has_landed is True, bool(approved and approved.product_id != product_id)

    found: dict[str, Likely] = {}
    for one in sorted(own, key=rank):
        approved = objections.get(one.objection_id or "")
        key = approved.id if approved else fold(one.said)
        term = "theirs-landed" if one.has_landed else "theirs"
        found.setdefault(key, Likely(approved, one.said, ((term, one.on),), one))
    for objection_id, count in others:
        if objection_id in objections:
            approved = objections[objection_id]
            why = (("others", str(count)),)
            found.setdefault(objection_id, Likely(approved, approved.text, why))
    return tuple(found.values())[:most]


def meant_objection(
    said: str, kind: str | None, objections: Sequence[Objection]
) -> Objection | None:
    """Return the one approved objection that these words are; None: none, or not one alone."""
    best = clearest([(likeness(said, one.text), one) for one in objections])
    if len(best) > 1 and kind:
        best = [one for one in best if one.category == kind]
    return best[0] if len(best) == 1 else None


def reading_seconds(text: str) -> int:
    """Return how long a text takes to be read aloud. Units: seconds, rounded up.

    >>> reading_seconds("word " * 50), reading_seconds("字" * 130)
    (20, 30)
    """
    ideographs = sum(map(is_ideograph, text))
    rest = "".join(" " if is_ideograph(char) else char for char in text)
    words = sum(any(char.isalnum() for char in word) for word in rest.split())
    return -(-60 * (words * _IDEOGRAPHS_MIN + ideographs * _WORDS_MIN)
             // (_WORDS_MIN * _IDEOGRAPHS_MIN))  # fmt: skip
