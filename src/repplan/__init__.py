"""repplan keeps a medical sales rep's word: due each morning, brief before, log after."""

from __future__ import annotations

__version__ = "0.1.0"
