"""What can be wrong with a file, told apart where the way out differs."""

from __future__ import annotations

from typing import ClassVar

from repplan.errors import N_, BadFile, BadWholeFile
from repplan.records import dataclass

__all__ = ["BadWholeFile", "OtherEncoding"]


@dataclass(eq=False)
class OtherEncoding(BadFile):
    """A byte that isn't of the encoding the file was read in."""

    hint: ClassVar[str] = N_(
        "Nothing was written. Save it as UTF-8, or say what it is: --encoding windows-1252 "
        "(Excel in the West), gb18030 (Excel in China), latin-1, utf-16."
    )
