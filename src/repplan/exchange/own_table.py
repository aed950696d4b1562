"""One's own table, row by row: validated by a model made from the headings, returned as drafts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any

# Loaded by imports alone: no daily command comes here.
from pydantic import BaseModel, BeforeValidator, ValidationError, create_model  # noqa: TID253 - see above
from pydantic_core import PydanticCustomError

from repplan.accounts.address import address_key
from repplan.errors import BadFile, BadValue, NotFound, RepplanError
from repplan.exchange.headings import ACCOUNT, INSIDE, LICENCE, PROVIDER, heading_of, headings
from repplan.exchange.model import Cells, Draft
from repplan.fields import Kind, list_of, read_cell
from repplan.i18n.dates import parse_day
from repplan.providers.actions import name_cells
from repplan.providers.rules import check_gaps
from repplan.text import clean, is_han

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.exchange.headings import Heading
    from repplan.exchange.sheet import Sheet
    from repplan.fields import Cell
    from repplan.i18n.dates import DayContext

