"""What became of a pack that was taken in, and why one isn't."""

from __future__ import annotations

from enum import StrEnum
from gettext import gettext as _
from gettext import pgettext
from typing import ClassVar

from repplan.errors import N_, Conflict
from repplan.records import dataclass, field


class PackStatus(StrEnum):
    """What became of a part of a pack."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    RETIRED = "retired"


@dataclass(frozen=True)
class PackRow:
    """What became of one part. ``line`` None: it is gone from the file. ``ref`` None: it has none."""

    line: int | None
    status: PackStatus
    kind: str
    record: str
    ref: str | None = None
    reason: str = ""


@dataclass
class PackReport:
    """What became of a pack; ``before`` is the version that was there, None: it is new here.

    ``slow`` says which texts take longer to read aloud than they are called.
    """

    file: str
    pack: str
    version: str
    before: str | None
    rows: list[PackRow] = field(default_factory=list)
    batch: str | None = None
    is_dry: bool = False
    slow: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[PackStatus, int]:
        """How many parts came out how."""
        return {one: sum(row.status is one for row in self.rows) for one in PackStatus}


@dataclass(eq=False)
class OlderPack(Conflict):
    """A newer version of this pack is loaded already."""

    slug: ClassVar[str] = "older-pack"
    message: ClassVar[str] = N_("{pack} is here in version {loaded}; this file is {version}.")
    hint: ClassVar[str] = N_("Nothing was written. To go back to the older one: --force")
    pack: str
    version: str
    loaded: str


@dataclass(eq=False)
class OtherContent(Conflict):
    """The same version is loaded, and the store says otherwise; ``changes`` names the first."""

    slug: ClassVar[str] = "other-content"
    message: ClassVar[str] = N_("Version {version} of {pack} is here already, and differs:")
    hint: ClassVar[str] = N_(
        "Nothing was written. Raise the version in the file, or have it as in the file: --force"
    )
    pack: str
    version: str
    changes: tuple[str, ...]


def kind_word(kind: str) -> str:
    """Return what a part of a pack is, in words."""
    words = {
        "product": pgettext("kind", "product"),
        "coverage": pgettext("kind", "coverage"),
        "message": pgettext("kind", "message"),
        "objection": pgettext("kind", "objection"),
        "material": pgettext("kind", "material"),
    }
    return words[kind]


def status_word(status: PackStatus) -> str:
    """Return what became of a part, in words."""
    words = {
        PackStatus.NEW: _("new"),
        PackStatus.CHANGED: _("changed"),
        PackStatus.SAME: _("same"),
        PackStatus.RETIRED: _("retired"),
    }
    return words[status]
