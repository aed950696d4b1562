"""What can be wrong with a file, told apart where the way out differs."""

from __future__ import annotations

from typing import ClassVar

from repplan.errors import N_, BadFile, BadWholeFile, CantWrite
from repplan.records import dataclass

__all__ = ["BadWholeFile", "CantSetAside", "OtherEncoding"]


@dataclass(eq=False)
class OtherEncoding(BadFile):
    """A byte that isn't of the encoding the file was read in."""

    hint: ClassVar[str] = N_(
        "Nothing was written. Save it as UTF-8, or say what it is: --encoding windows-1252 "
        "(Excel in the West), gb18030 (Excel in China), latin-1, utf-16."
    )


@dataclass(eq=False)
class CantSetAside(CantWrite):
    """The rows can't be kept aside while the file is read; the file itself may be sound.

    ``path`` is the folder for temporary files.
    """

    slug: ClassVar[str] = "cant-set-aside"
    message: ClassVar[str] = N_("The rows can't be set aside in {path} while reading: {problem}.")
    hint: ClassVar[str] = N_(
        "Nothing was written. Make room there, or name another folder in TMPDIR (Windows: TEMP)."
    )
