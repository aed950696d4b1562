"""What came from which knowledge pack: asked, and written, by the pack's name and the code in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.store.rows import select, to_model
from repplan.store.write import change, delete, insert
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.store.work import Work

Stored = dict[str, "Cell"]
"""A row of the store as it is: column → cell."""

LOADING = "import pack"
"""The command that takes packs in, as the journal names it."""

SAID = ("message", "objection", "material")
"""What a pack says under a code."""

SAYS = {"message": "claim", "objection": "text", "material": "title"}
"""Table → the column by which two of them are the same."""


@dataclass(frozen=True)
class LoadedPack:
    """A knowledge pack that was loaded: the version that counts."""

    id: str
    name: str
    version: str
    language: str | None


def packs(db: sqlite3.Connection) -> list[LoadedPack]:
    """Return the packs that were loaded, by name."""
    rows = db.execute(f"{select(LoadedPack, 'pack')} ORDER BY t.name")
    return [to_model(LoadedPack, row) for row in rows]


def pack_called(db: sqlite3.Connection, name: str) -> LoadedPack | None:
    """Return the loaded pack of this name, however it is capitalised."""
    return next((one for one in packs(db) if fold(one.name) == fold(name)), None)


def stored_products(db: sqlite3.Connection) -> dict[str, Stored]:
    """Return every product by its folded name, retired ones too."""
    return {row["folded"]: dict(row) for row in db.execute("SELECT * FROM product")}


def stored_by_code(db: sqlite3.Connection, table: str, pack: str) -> dict[str, Stored]:
    """Return what a pack says in one table of ``SAID``, by code, retired ones too."""
    rows = db.execute(f"SELECT * FROM {table} WHERE pack = ? ORDER BY code", (pack,))
    return {row["code"]: dict(row) for row in rows}


def stored_coverage(db: sqlite3.Connection, pack: str) -> list[Stored]:
    """Return the lines of coverage that came from a pack, ended ones too."""
    rows = db.execute("SELECT * FROM coverage WHERE pack = ? ORDER BY payer, id", (pack,))
    return [dict(row) for row in rows]


def stored_elsewhere(
    db: sqlite3.Connection, table: str, pack: str
) -> dict[tuple[str | None, str], Stored]:
    """Return what isn't of a pack in one table of ``SAID``, in use: by product and folded words."""
    rows = db.execute(
        f"SELECT * FROM {table} WHERE pack IS NOT ? AND retired_on IS NULL ORDER BY ref", (pack,)
    )
    return {(row["product_id"], fold(row[SAYS[table]])): dict(row) for row in rows}


def coverage_elsewhere(db: sqlite3.Connection, pack: str) -> list[Stored]:
    """Return the general lines of coverage that other packs brought, ended ones too."""
    rows = db.execute(
        "SELECT * FROM coverage WHERE pack <> ? AND account_id IS NULL ORDER BY payer, id",
        (pack,),
    )
    return [dict(row) for row in rows]


def stored_of_product(db: sqlite3.Connection, table: str, product_id: str) -> list[Stored]:
    """Return what is said of a product in one table of ``SAID``, retired ones too."""
    rows = db.execute(
        f"SELECT * FROM {table} WHERE product_id = ? ORDER BY code, ref", (product_id,)
    )
    return [dict(row) for row in rows]


def general_coverage(db: sqlite3.Connection, product_id: str) -> list[Stored]:
    """Return a product's lines of coverage that are no single account's, packs' before others'."""
    rows = db.execute(
        "SELECT * FROM coverage WHERE product_id = ? AND account_id IS NULL "
        "ORDER BY pack IS NULL, payer, from_on, id",
        (product_id,),
    )
    return [dict(row) for row in rows]


def is_retired_by_pack(db: sqlite3.Connection, table: str, identity: str) -> bool:
    """Whether what is retired was so because it was gone from its pack: the rep didn't do it."""
    column = "until_on" if table == "product" else "retired_on"
    row = db.execute(
        "SELECT command FROM journal WHERE row = ? AND tbl = ? AND col = ? "
        "ORDER BY seq DESC LIMIT 1",
        (identity, table, column),
    ).fetchone()
    return row is not None and row["command"] == LOADING


def has_other_knowledge(db: sqlite3.Connection, product_id: str, pack: str) -> bool:
    """Whether something in use is said of a product that isn't of this pack."""
    query = (
        "SELECT EXISTS (SELECT 1 FROM message WHERE product_id = :product "
        "AND pack IS NOT :pack AND retired_on IS NULL) "
        "OR EXISTS (SELECT 1 FROM objection WHERE product_id = :product "
        "AND pack IS NOT :pack AND retired_on IS NULL) "
        "OR EXISTS (SELECT 1 FROM material WHERE product_id = :product "
        "AND pack IS NOT :pack AND retired_on IS NULL)"
    )
    return bool(db.execute(query, {"product": product_id, "pack": pack}).fetchone()[0])


def note_pack(work: Work, name: str, version: str, language: str | None) -> None:
    """Have a pack noted as loaded today in this version."""
    known = pack_called(work.db, name)
    cells: Stored = {"version": version, "language": language}
    if known is None:
        insert(work, "pack", {**cells, "name": name, "loaded_on": work.today.isoformat()})
    elif (known.version, known.language) != (version, language):
        change(work, "pack", known.id, {**cells, "loaded_on": work.today.isoformat()})


def adopt_product(work: Work, product_id: str, cells: Mapping[str, Cell]) -> None:
    """Change a product's cells, ``pack`` and the days on which it is ours among them."""
    change(work, "product", product_id, cells)


def add_coverage(work: Work, cells: Mapping[str, Cell]) -> None:
    """Write a pack's line of coverage beside whatever the rep has written."""
    insert(work, "coverage", cells)


def change_coverage(work: Work, coverage_id: str, cells: Mapping[str, Cell]) -> None:
    """Change a pack's line of coverage."""
    change(work, "coverage", coverage_id, cells)


def end_coverage(work: Work, line: Stored) -> None:
    """End a line of coverage today; one that had not begun is taken away."""
    today = work.today.isoformat()
    if str(line["from_on"] or "") >= today:
        delete(work, "coverage", str(line["id"]))
    else:
        change(work, "coverage", str(line["id"]), {"until_on": today})
