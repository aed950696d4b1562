"""Examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.house.tree import Source, modules

TAUGHT = [source for source in modules() if ">>>" in source.text]


@pytest.mark.parametrize("source", TAUGHT, ids=str)
def test_examples(source: Source) -> None:
    """What a docstring shows is what comes out."""
    module = importlib.import_module(source.name)
    assert doctest.testmod(module).failed == 0
