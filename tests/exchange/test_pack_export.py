"""What is exported comes in as the same, whatever people wrote."""

from __future__ import annotations

import contextlib
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.clock import read_clock
from repplan.exchange.pack_export import pack_content, product_content
from repplan.exchange.pack_flow import load_pack
from repplan.exchange.pack_report import PackStatus
from repplan.ids import read_ids
from repplan.products import packs, queries
from repplan.products.model import (
    ANGLES,
    CATEGORIES,
    COVERED,
    MATERIAL_KINDS,
    NEWS_KINDS,
    ROLES,
)
from repplan.store.connect import open_read
from repplan.store.work import open_work
from repplan.text import clean, fold

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.exchange.pack_report import PackReport

TODAY = "2026-11-24"
ODD = st.sampled_from(
    ["no", "1.10", "null", "~", "<<", "=", "- a", "a: b", "# x", "'", '"', "{a}", "&a", "*", "!t"]
)


def cleaned(text: str) -> str:
    """Return a text as the store keeps it."""
    return clean(text).strip()


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"])
TEXT = (
    (ODD | st.text(LETTERS, min_size=1, max_size=30))
    .map(cleaned)
    .filter(lambda text: bool(text) and "\ufffd" not in text)
)
LINE = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join)
CODE = st.text("abcdefgh-0123王", min_size=1, max_size=8)
DAY = st.dates().filter(lambda day: day.year > 2026).map(lambda day: day.isoformat())
DATED = st.dates(max_value=date(2026, 11, 24)).map(lambda day: day.isoformat())
WORDS = st.lists(LINE, max_size=3)
RIVAL = LINE.filter(lambda text: ":" not in text and "：" not in text)


def fields(needed: dict[str, Any], others: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of fields, some of the others left out, none of them empty."""
    made: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(needed, optional=others)
    return made.map(lambda one: {name: value for name, value in one.items() if value})


def by(name: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return items, each name once."""
    return list({fold(one[name]): one for one in items}.values())


COVERAGE = fields(
    {"payer": LINE, "state": st.sampled_from(COVERED)}, {"steps": LINE, "from": DATED}
)
PRODUCT = fields(
    {"name": LINE},
    {
        "generic_name": LINE,
        "indications": WORDS,
        "mechanism": LINE,
        "comparisons": st.dictionaries(RIVAL, LINE | st.none(), max_size=3),
        "coverage": st.lists(COVERAGE, max_size=2).map(lambda items: by("payer", items)),
    },
)
APPROVED = {"approved_until": DAY}
AUDIENCE = fields({}, {"roles": st.lists(st.sampled_from(ROLES), max_size=2), "specialties": WORDS})
DEPTHS = fields({"20s": LINE}, {"2m": LINES, "10m": LINES})
MESSAGE = fields(
    {"code": CODE, "text": DEPTHS, "claim": LINE, "limitation": LINE},
    {"audience": AUDIENCE, "angle": st.sampled_from(ANGLES), "figure": LINE, **APPROVED},
)
OBJECTION = fields(
    {"code": CODE, "category": st.sampled_from(CATEGORIES), "text": LINE, "answer": LINE},
    {"citation": LINE, **APPROVED},
)
MATERIAL = fields(
    {"code": CODE.map(lambda code: f"m{code}"), "title": LINE, "kind": st.sampled_from(MATERIAL_KINDS)},
    {"version": LINE, "summary": LINES, "topics": WORDS, "dated": DATED, **APPROVED},
)  # fmt: skip
NEWS = fields(
    {"code": CODE.map(lambda code: f"n{code}"), "title": LINE, "kind": st.sampled_from(NEWS_KINDS), "dated": DATED},
    {"summary": LINES, "topics": WORDS, **APPROVED},
)  # fmt: skip


@st.composite
def whole_packs(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a pack in the order in which it is exported."""
    products = by("name", draw(st.lists(PRODUCT, min_size=1, max_size=3)))
    names = st.sampled_from([one["name"] for one in products])
    groups: dict[str, Any] = {"products": sorted(products, key=lambda one: fold(one["name"]))}
    for group, part in (("messages", MESSAGE), ("objections", OBJECTION)):
        items = {one["code"]: one for one in draw(st.lists(part, max_size=3))}
        groups[group] = [{**one, "product": draw(names)} for one in items.values()]
    for group, part in (("materials", MATERIAL), ("news", NEWS)):
        items = {one["code"]: one for one in draw(st.lists(part, max_size=3))}
        groups[group] = list(items.values())
    head = {"pack": draw(LINE), "version": draw(st.sampled_from(["1", "1.10", "2026.11.24"]))}
    return {**head, **{name: items for name, items in groups.items() if items}}


def ordered(pack: dict[str, Any]) -> dict[str, Any]:
    """Return a pack with what has a code by code: order is no content."""
    return {
        name: sorted(items, key=lambda one: str(one.get("code", fold(str(one.get("name"))))))
        if isinstance(items, list)
        else items
        for name, items in pack.items()
    }


def load(path: Path, text: str) -> PackReport:
    """Return what became of a pack's text in the store at a path."""
    with open_work(path, "import pack", clock=read_clock(), ids=read_ids()) as work:
        return load_pack(work, "a pack", text.encode())


def exported(path: Path) -> tuple[dict[str, Any], str]:
    """Return the one loaded pack of a store, as JSON has it and as YAML."""
    with contextlib.closing(open_read(path)) as db:
        (loaded,) = packs.packs(db)
        found = pack_content(db, loaded, version=None, today=TODAY)
        return found.content, found.text()


@settings(max_examples=60, deadline=None)
@given(pack=whole_packs())
def test_a_pack_comes_back_as_it_was(
    pack: dict[str, Any], blank_store: Path, tmp_path_factory: object
) -> None:
    """Written by any YAML writer, loaded, exported, loaded again: always the same pack."""
    folder = tmp_path_factory.mktemp("packs")  # type: ignore[attr-defined]  # pytest's own
    here, there = folder / "here.db", folder / "there.db"
    shutil.copy2(blank_store, here)
    shutil.copy2(blank_store, there)
    first = load(here, yaml.safe_dump(pack, allow_unicode=True, sort_keys=False))
    assert {row.status for row in first.rows} == {PackStatus.NEW}
    content, text = exported(here)
    assert ordered(content) == ordered(_with_sorted_coverage(pack))
    assert {row.status for row in load(here, text).rows} == {PackStatus.SAME}
    load(there, text)
    assert exported(there) == (content, text)


def _with_sorted_coverage(pack: dict[str, Any]) -> dict[str, Any]:
    """Return a pack whose lines of coverage stand in the order of an export."""
    products = []
    for one in pack["products"]:
        lines = sorted(
            one.get("coverage", ()), key=lambda line: (fold(line["payer"]), line.get("from", ""))
        )
        products.append({**one, **({"coverage": lines} if lines else {})})
    return {**pack, "products": products}


def test_hand_written_knowledge(run: Any, store: Path) -> None:
    """What was typed comes in elsewhere word for word: full-width colons, odd words, two lines."""
    run("product", "add", "泽康平")
    run("product", "edit", "泽康平", "--compare", "沙特沃：一天两次;普利索")
    run("objection", "add", "泽康平", "--category", "clinical", "--text", "no", "--answer", "1.10")
    with contextlib.closing(open_read(store)) as db:
        (product,) = queries.products(db)
        content = product_content(db, product, version=None, today=TODAY).content
    assert content["products"][0]["comparisons"] == {"沙特沃": "一天两次", "普利索": None}
    assert run("export", "pack", "泽康平").out.count("text: 'no'\n    answer: '1.10'\n") == 1
