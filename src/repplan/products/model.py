"""Products and what is said of them, in the field's words."""

from __future__ import annotations

from repplan.errors import N_, NP_
from repplan.fields import Field, Kind
from repplan.providers import model as providers
from repplan.records import dataclass

ROLES = tuple(role for role in providers.ROLES if role != providers.COLLEAGUE)
"""Whom a message may be for: the roles of providers."""

ANGLES = (
    N_("adherence"), N_("side effects"), N_("cost"), N_("outcomes"), N_("workflow"),
)  # fmt: skip
DEPTHS = ("20s", "2m", "10m")
CATEGORIES = (N_("clinical"), N_("financial"), N_("logistical"))
MATERIAL_KINDS = (N_("article"), N_("leaflet"), N_("slide"), N_("sample card"))
NEWS_KINDS = (N_("guideline"), N_("evidence"), N_("competitor"), N_("reimbursement"))
OWN_NEWS = ("competitor", "reimbursement")
"""Kinds of news that are for the rep to know, not to hand to anybody."""

COVERED = (
    NP_("coverage", "covered"), NP_("coverage", "restricted"), NP_("coverage", "not covered"),
    NP_("coverage", "pending"),
)  # fmt: skip

LONGEST_SAID, LONGEST_ANSWER = 1000, 3000
"""Characters of what is said in one breath, and of an answer: typed, and in a pack."""

MOST_SECONDS = {"20s": 30, "2m": 180, "10m": 900}
"""Depth → so long its text may take to be read aloud: half as long again as it is called."""

PRODUCT_FIELDS = (
    Field("name", N_("name"), is_needed=True),
    Field("generic_name", N_("generic name"), flag="--generic"),
    Field("indications", N_("indications: as labelled, parted by ;"), Kind.SENTENCES),
    Field("mechanism", N_("mechanism: how it works, in a sentence")),
    Field("trials", N_("trials: the key ones, parted by ;"), Kind.SENTENCES),
    Field("safety_profile", N_("safety: what to watch, as labelled"), flag="--safety"),
    Field("comparisons", N_("comparisons: “rival: how it compares”, parted by ;"), Kind.SENTENCES,
          flag="--compare"),
    Field("labelling", N_("labelling: which version of the label")),
)  # fmt: skip

_EXPIRES = Field("expires_on", N_("approved until: the last day on which it may be used"), Kind.DAY,
                 flag="--approved-until")  # fmt: skip

MESSAGE_FIELDS = (
    Field("text_20s", N_("20 seconds: the message in one breath"), flag="--20s", is_needed=True,
          longest=LONGEST_SAID),
    Field("text_2m", N_("2 minutes: the message with its evidence"), flag="--2m"),
    Field("text_10m", N_("10 minutes: the message for a case or a round"), flag="--10m"),
    Field("claim", N_("claim: what it says"), is_needed=True, longest=LONGEST_SAID),
    Field("limitation", N_("limitation: what it can't say"), is_needed=True, longest=LONGEST_SAID),
    Field("angle", N_("angle: adherence, side effects, cost, outcomes, workflow"), Kind.CHOICE,
          ANGLES),
    Field("roles", N_("roles: whom it is for, parted by ;"), Kind.LIST, ROLES,
          flag="--role"),
    Field("specialties", N_("specialties: whom it is for, parted by ;"), Kind.LIST,
          flag="--specialty"),
    Field("citation", N_("citation: where the evidence stands")),
    Field("figure", N_("figure: the number to show")),
    _EXPIRES,
)  # fmt: skip

OBJECTION_FIELDS = (
    Field("category", N_("category: clinical, financial, logistical"), Kind.CHOICE, CATEGORIES,
          is_needed=True),
    Field("text", N_("text: what they say"), is_needed=True),
    Field("answer", N_("answer: the approved one"), is_needed=True, longest=LONGEST_ANSWER),
    Field("citation", N_("citation: where the evidence stands")),
    _EXPIRES,
)  # fmt: skip

MATERIAL_FIELDS = (
    Field("title", N_("title"), is_needed=True),
    Field("kind", N_("kind: article, leaflet, slide, sample card; guideline, evidence …"),
          Kind.CHOICE, MATERIAL_KINDS + NEWS_KINDS, is_needed=True),
    # --version is the program's own.
    Field("version", N_("version"), flag="--edition"),
    Field("summary", N_("summary: what it says, in a sentence")),
    Field("topics", N_("topics: words people use for it, parted by ;"), Kind.LIST, flag="--topic"),
    Field("place", N_("place: where it lies")),
    Field("dated_on", N_("dated: the day it came out, for news"), Kind.DAY, flag="--dated"),
    _EXPIRES,
)  # fmt: skip

COVERAGE_FIELDS = (
    Field("state", N_("state: covered, restricted, not covered, pending"), Kind.CHOICE, COVERED,
          is_needed=True),
    Field("steps", N_("steps: what it takes, such as a prior authorisation")),
    Field("from_on", N_("from: its first day"), Kind.DAY, flag="--from"),
    Field("until_on", N_("until: the day on which it ends"), Kind.DAY, flag="--until"),
)  # fmt: skip


@dataclass(frozen=True)
class Product:
    """What the rep talks about. ``until_on`` is exclusive; None: it is still ours.

    ``comparisons`` are "rival: how it compares"; ``updated_on`` is the last day its facts changed.
    """

    id: str
    ref: str
    name: str
    generic_name: str | None
    indications: tuple[str, ...]
    mechanism: str | None
    trials: tuple[str, ...]
    safety_profile: str | None
    comparisons: tuple[str, ...]
    labelling: str | None
    from_on: str | None
    until_on: str | None
    updated_on: str | None
    pack: str | None


@dataclass(frozen=True)
class Message:
    """A key message: claim and limitation stand together everywhere. Empty audience: everybody.

    ``expires_on`` is the last day of its approval (ISO), None: no end; ``product`` is a name.
    """

    id: str
    ref: str
    product_id: str
    product: str
    roles: tuple[str, ...]
    specialties: tuple[str, ...]
    angle: str | None
    text_20s: str
    text_2m: str | None
    text_10m: str | None
    claim: str
    limitation: str
    citation: str | None
    figure: str | None
    expires_on: str | None
    updated_on: str | None
    retired_on: str | None
    pack: str | None
    code: str | None

    def text(self, depth: str) -> str:
        """Return the text at a depth (20s, 2m, 10m); where it has none, the next shorter one."""
        texts = (self.text_20s, self.text_2m, self.text_10m)[: DEPTHS.index(depth) + 1]
        return next(text for text in reversed(texts) if text)


@dataclass(frozen=True)
class Objection:
    """An objection that people raise, and its approved answer; ``product`` is a name."""

    id: str
    ref: str
    product_id: str
    product: str
    category: str
    text: str
    answer: str
    citation: str | None
    expires_on: str | None
    updated_on: str | None
    retired_on: str | None
    pack: str | None
    code: str | None


@dataclass(frozen=True)
class Material:
    """Something to leave, show or share; news where it is ``dated_on`` a day. ``product``: a name."""

    id: str
    ref: str
    title: str
    kind: str
    version: str | None
    product_id: str | None
    product: str | None
    summary: str | None
    topics: tuple[str, ...]
    place: str | None
    dated_on: str | None
    expires_on: str | None
    updated_on: str | None
    retired_on: str | None
    pack: str | None
    code: str | None


@dataclass(frozen=True)
class Coverage:
    """Whether a payer or a list pays for a product. ``account_id`` None: everywhere; names beside.

    ``until_on`` is exclusive.
    """

    id: str
    product_id: str
    product: str
    payer: str
    account_id: str | None
    account: str | None
    state: str
    steps: str | None
    from_on: str | None
    until_on: str | None
    pack: str | None
