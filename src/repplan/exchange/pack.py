"""The form of a knowledge pack: what one person writes, and a team loads.

These models are the one declaration: they check a file, and docs/reference/pack.schema.json is
made from them. Names are the fields' own; dates are ISO; lists may be left out.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from gettext import gettext as _
from typing import Annotated, Any, TypeVar

from pydantic import (  # noqa: TID253 - only what reads a pack imports this
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from repplan.fields import LONGEST_NAME, LONGEST_TEXT
from repplan.products.model import (
    ANGLES,
    CATEGORIES,
    COVERED,
    LONGEST_ANSWER,
    LONGEST_SAID,
    MATERIAL_KINDS,
    NEWS_KINDS,
    ROLES,
)

FAULT = "told"
"""The type of those of our faults whose text is for people as it is."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_VERSION = r"^[0-9]{1,9}(\.[0-9]{1,9}){0,5}$"
_CODE = r"^\S{1,60}$"
_LANGUAGE = r"^[a-z]{2,3}([-_][A-Za-z]{2,8})*$"
_COLONS = re.compile("[:：]")
_MOST_WORDS = 100
_MOST_RECORDS = 2000

One = TypeVar("One", bound=BaseModel)


def told(text: str) -> PydanticCustomError:
    """Return a fault whose text is for people as it is."""
    return PydanticCustomError(FAULT, "{text}", {"text": text})


def _one_line(said: object) -> object:
    return " ".join(said.split()) if isinstance(said, str) else said


def _or_empty(said: object) -> object:
    return [] if said is None else said


def _or_none(said: object) -> object:
    return {} if said is None else said


def _iso_day(said: object) -> object:
    if not isinstance(said, str):
        return said
    try:
        if _ISO.fullmatch(said):
            return date.fromisoformat(said).isoformat()
    except ValueError:
        pass
    problem = _("“{said}” is no day: write it like 2026-12-31").format(said=said[:40])
    raise told(problem)


def _still_approved(day: str, info: ValidationInfo) -> str:
    today = (info.context or {}).get("today")
    if today and day < today:
        problem = _("the approval ran out on {day}: renew it, or take the entry out")
        raise told(problem.format(day=day))
    return day


def _out_already(day: str, info: ValidationInfo) -> str:
    today = (info.context or {}).get("published_by")
    if today and day > today:
        problem = _("{day} is still to come: nothing came out on it yet")
        raise told(problem.format(day=day))
    return day


def _choice(choices: tuple[str, ...]) -> tuple[AfterValidator, WithJsonSchema]:
    """Return what takes one of these words, in any case, and what the schema says of it."""
    meant = {choice.casefold(): choice for choice in choices}

    def check(said: str) -> str:
        if said.casefold() in meant:
            return meant[said.casefold()]
        near = get_close_matches(said.casefold(), meant, n=1)
        text = _("“{said}” can't stand here. Use one of: {choices}.")
        if near:
            text = _("“{said}” can't stand here: did you mean “{near}”?")
        words = ", ".join(choices)
        raise told(text.format(said=said[:40], near=meant[near[0]] if near else "", choices=words))

    return AfterValidator(check), WithJsonSchema({"type": "string", "enum": list(choices)})


def _rival(said: str) -> str:
    if _COLONS.search(said):
        text = _("a rival's name has no colon in it")
        raise told(text)
    return said


_DAY_SCHEMA = WithJsonSchema({"type": "string", "format": "date"})

Name = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_NAME), BeforeValidator(_one_line)
]
# As long as it may be typed, or what is exported could not be imported.
Said = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_SAID), BeforeValidator(_one_line)
]
Answer = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_ANSWER), BeforeValidator(_one_line)
]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), BeforeValidator(_one_line)
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
Code = Annotated[str, StringConstraints(pattern=_CODE)]
Day = Annotated[str, BeforeValidator(_iso_day), _DAY_SCHEMA]
Approval = Annotated[str, BeforeValidator(_iso_day), AfterValidator(_still_approved), _DAY_SCHEMA]
Published = Annotated[str, BeforeValidator(_iso_day), AfterValidator(_out_already), _DAY_SCHEMA]
Words = Annotated[list[Line], Field(max_length=_MOST_WORDS), BeforeValidator(_or_empty)]
Rival = Annotated[Name, AfterValidator(_rival)]
Records = Annotated[list[One], Field(max_length=_MOST_RECORDS), BeforeValidator(_or_empty)]

Role = Annotated[str, *_choice(ROLES)]
Angle = Annotated[str, *_choice(ANGLES)]
Category = Annotated[str, *_choice(CATEGORIES)]
Covered = Annotated[str, *_choice(COVERED)]
NewsKind = Annotated[str, *_choice(NEWS_KINDS)]
Kind = Annotated[str, *_choice(MATERIAL_KINDS + NEWS_KINDS)]


class Part(BaseModel):
    """What any part of a pack is: its own fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CoverageLine(Part):
    """Whether a payer or a list pays for the product, wherever nothing else is known."""

    payer: Name = Field(description="the payer, or the list it stands on")
    state: Covered = Field(description="what they pay")
    steps: Line | None = Field(None, description="what has to be done first")
    from_: Day | None = Field(None, alias="from", description="first day")
    until: Day | None = Field(None, description="the day on which it is over")

    @model_validator(mode="after")
    def _in_order(self) -> CoverageLine:
        if self.from_ and self.until and self.from_ >= self.until:
            text = _("it would end before it begins")
            raise told(text)
        return self


class ProductPart(Part):
    """A product's facts. One that isn't named stays as it is; one with nothing behind is emptied."""

    name: Name = Field(description="its name: by it the product is known")
    generic_name: Line | None = None
    indications: Words = Field([], description="as labelled")
    mechanism: Line | None = Field(None, description="how it works, in a sentence")
    trials: Words = Field([], description="the key ones")
    safety_profile: Line | None = Field(None, description="what to watch, as labelled")
    comparisons: Annotated[
        dict[Rival, Line | None], Field(max_length=_MOST_WORDS), BeforeValidator(_or_none)
    ] = Field({}, description="rival: how it compares")
    labelling: Line | None = Field(None, description="which version of the label")
    coverage: Records[CoverageLine] = Field([], description="by payer or list")


class Audience(Part):
    """Whom a message is for; empty: everybody."""

    roles: Annotated[list[Role], Field(max_length=_MOST_WORDS), BeforeValidator(_or_empty)] = []
    specialties: Words = []


class Depths(Part):
    """The message in one breath, with its evidence, and for a case or a round."""

    in_20s: Said = Field(alias="20s", description="said in 20 seconds")
    in_2m: Text | None = Field(None, alias="2m", description="said in 2 minutes")
    in_10m: Text | None = Field(None, alias="10m", description="said in 10 minutes")


class Approved(Part):
    """What stands in a pack under a code, and is approved until a day."""

    code: Code = Field(description="its name in this pack, the same in every version")
    approved_until: Approval | None = Field(None, description="the last day it may be used")


class MessagePart(Approved):
    """A key message: its claim and its limitation, never one alone."""

    product: Name = Field(description="a product of this pack, or of who loads it")
    audience: Annotated[Audience, BeforeValidator(_or_none)] = Audience()
    angle: Angle | None = Field(None, description="the value it speaks of")
    text: Depths
    claim: Said = Field(description="what it says")
    limitation: Said = Field(description="what it can't say: needed")
    citation: Line | None = Field(None, description="where the evidence stands")
    figure: Line | None = Field(None, description="the number to show")


class ObjectionPart(Approved):
    """An objection that people raise, and the approved answer."""

    product: Name = Field(description="a product of this pack, or of who loads it")
    category: Category
    text: Name = Field(description="what they say")
    answer: Answer = Field(description="the approved answer")
    citation: Line | None = Field(None, description="where the evidence stands")


class MaterialPart(Approved):
    """Something to leave, show or share."""

    product: Name | None = Field(None, description="of no one product: left out")
    title: Name
    kind: Kind
    version: Line | None = None
    dated: Published | None = Field(None, description="the day it came out")
    summary: Text | None = Field(None, description="what it says, in a sentence")
    topics: Words = Field([], description="words people use for it: it is matched by them")
    place: Line | None = Field(None, description="where it lies")


class NewsPart(MaterialPart):
    """Something new to share with those who asked: dated, of a kind of news."""

    kind: NewsKind
    dated: Published = Field(description="the day it came out")


class Pack(Part):
    """A knowledge pack: products, and what is said of them."""

    pack: Annotated[
        str, StringConstraints(min_length=1, max_length=100), BeforeValidator(_one_line)
    ] = Field(description="its name, the same in every version")
    version: Annotated[str, StringConstraints(pattern=_VERSION)] = Field(
        description="numbers parted by dots, compared as numbers: 1.10 is newer than 1.9"
    )
    language: Annotated[str, StringConstraints(pattern=_LANGUAGE)] | None = Field(
        None, description="what it is written in: en, zh_CN"
    )
    products: Records[ProductPart] = []
    messages: Records[MessagePart] = []
    objections: Records[ObjectionPart] = []
    materials: Records[MaterialPart] = []
    news: Records[NewsPart] = []


def is_version(said: str) -> bool:
    """Whether it is a version: numbers parted by dots."""
    return re.fullmatch(_VERSION, said, re.ASCII) is not None


def version_key(version: str) -> tuple[int, ...]:
    """Return a version as it is compared: ``1.10`` is newer than ``1.9`` and the same as ``1.10.0``."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def pack_schema() -> dict[str, Any]:
    """Return the form of a pack as a JSON Schema (draft 2020-12)."""
    schema = Pack.model_json_schema()
    for part in (schema, *schema["$defs"].values()):
        _tidy(part)
    title = "repplan knowledge pack"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _tidy(part: dict[str, Any]) -> None:
    """Take out what pydantic adds for nobody: titles of fields, defaults that mean left out."""
    for one in part.get("properties", {}).values():
        one.pop("title", None)
        one.pop("default", None)
