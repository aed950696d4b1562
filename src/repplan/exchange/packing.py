"""A pack taken into the store: what is new, what changed, what is gone from it.

What a pack brought it may change and retire; what the rep wrote stays as it is, unless the pack
says the same. A product is known by its name, everything else by its code, and what has none of
this pack by what it says.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import GoneMeanwhile
from repplan.exchange.pack import version_key
from repplan.exchange.pack_cells import (
    PACK_NAMES,
    coverage_cells,
    material_cells,
    message_cells,
    objection_cells,
    product_cells,
)
from repplan.exchange.pack_report import (
    OlderPack,
    OtherContent,
    PackReport,
    PackRow,
    PackStatus,
    kind_word,
    status_word,
)
from repplan.products import actions, packs
from repplan.products.timing import too_slow
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from repplan.exchange.pack import ProductPart
    from repplan.exchange.pack_reading import Read
    from repplan.fields import Cell
    from repplan.store.work import Work

MOST_NAMED = 10


def take_pack(work: Work, read: Read, file: str, *, is_forced: bool = False) -> PackReport:
    """Return what became of a pack, written. Raises: OlderPack, OtherContent unless forced.

    Whoever calls this lets what it raises end the Work: some of it may be written by then.
    """
    pack = read.pack
    known = packs.pack_called(work.db, pack.pack)
    name = known.name if known else pack.pack
    report = PackReport(file, name, pack.version, known.version if known else None)
    if known and version_key(pack.version) < version_key(known.version) and not is_forced:
        raise OlderPack(name, pack.version, known.version)
    intake = _Intake(work, read, name, is_first=known is None)
    report.rows += intake.take()
    report.slow += intake.slow
    if known and version_key(pack.version) == version_key(known.version) and not is_forced:
        _refuse_other(report)
    packs.note_pack(work, name, pack.version, pack.language)
    report.batch = work.written or None
    return report


def _refuse_other(report: PackReport) -> None:
    others = [row for row in report.rows if row.status is not PackStatus.SAME]
    if not others:
        return
    named = [
        f"{kind_word(row.kind)} {row.record}: {row.reason or status_word(row.status)}"
        for row in others[:MOST_NAMED]
    ]
    if len(others) > MOST_NAMED:
        named.append(_("and {count} more").format(count=len(others) - MOST_NAMED))
    raise OtherContent(report.pack, report.version, tuple(named))


class _Intake:
    """One pack on its way in: the store's products by folded name, and what is done so far."""

    def __init__(self, work: Work, read: Read, name: str, *, is_first: bool) -> None:
        self._work = work
        self._is_first = is_first
        self._read = read
        self._name = name
        self._products = packs.stored_products(work.db)
        self._codes: dict[str, dict[str, packs.Stored]] = {}
        self._others: dict[str, dict[tuple[str | None, str], packs.Stored]] = {}
        self._rows: list[PackRow] = []
        self.slow: list[str] = []

    def take(self) -> list[PackRow]:
        """Return the row of every part of the pack, then of what is gone from it."""
        pack = self._read.pack
        for at, product in enumerate(pack.products):
            self._product(at, product)
        self._cover()
        for at, message in enumerate(pack.messages):
            self._said("message", ("messages", at), message.code, message_cells(message))
        for at, objection in enumerate(pack.objections):
            self._said("objection", ("objections", at), objection.code, objection_cells(objection))
        for group, parts in (("materials", pack.materials), ("news", pack.news)):
            for at, material in enumerate(parts):
                self._said("material", (group, at), material.code, material_cells(material))
        self._retire_gone()
        return self._rows

    def _product(self, at: int, part: ProductPart) -> None:
        line = self._read.line("products", at)
        cells = product_cells(part)
        known = self._products.get(fold(part.name))
        if known is None:
            made = actions.add_product(self._work, part.name, cells={**cells, "pack": self._name})
            self._products[fold(part.name)] = {"id": made.id, "name": made.name, **cells}
            self._add(PackRow(line, PackStatus.NEW, "product", made.name, made.ref))
            return
        identity, ref = str(known["id"]), str(known["ref"])
        changed = _differing(known, cells)
        actions.edit_product(self._work, identity, changed)
        told = [PACK_NAMES.get(name, name) for name in changed]
        is_idle = known["until_on"] is not None and not self._comes_back("product", known)
        if known["until_on"] is not None and not is_idle:
            again = {"from_on": self._work.today.isoformat(), "until_on": None}
            packs.adopt_product(self._work, identity, again)
            told.append(_("in use again"))
        if known["pack"] != self._name:
            packs.adopt_product(self._work, identity, {"pack": self._name})
            told.append(_taken_over(known["pack"]))
        status = PackStatus.CHANGED if told else PackStatus.SAME
        if is_idle:
            told.append(_("you retired it: it stays so"))
        self._add(PackRow(line, status, "product", part.name, ref, ", ".join(told)))

    def _comes_back(self, kind: str, known: packs.Stored) -> bool:
        """Whether what is retired comes back: the pack is new here, or had dropped it.

        What the rep retired since stays so.
        """
        return self._is_first or packs.is_retired_by_pack(self._work.db, kind, str(known["id"]))

    def _cover(self) -> None:
        """Bring the pack's lines of coverage to what it says now; others' stay."""
        stored = {
            (one["product_id"], fold(str(one["payer"])), one["from_on"]): one
            for one in packs.stored_coverage(self._work.db, self._name)
        }
        others = {
            (one["product_id"], fold(str(one["payer"])), one["from_on"]): one
            for one in packs.coverage_elsewhere(self._work.db, self._name)
        }
        for at, product in enumerate(self._read.pack.products):
            product_id = self._products[fold(product.name)]["id"]
            for number, part in enumerate(product.coverage):
                key = (product_id, fold(part.payer), part.from_)
                line = self._read.line("products", at, "coverage", number)
                cells = {**coverage_cells(part), "product_id": product_id}
                known = stored.pop(key, None) or others.pop(key, None)
                self._covered(line, f"{product.name} {part.payer}", known, cells)
        today = self._work.today.isoformat()
        names = {one["id"]: str(one["name"]) for one in self._products.values()}
        for one in stored.values():
            if one["until_on"] is None or str(one["until_on"]) > today:
                packs.end_coverage(self._work, one)
                record = f"{names[one['product_id']]} {one['payer']}"
                self._add(PackRow(None, PackStatus.RETIRED, "coverage", record))

    def _covered(
        self, line: int, record: str, known: packs.Stored | None, cells: Mapping[str, Cell]
    ) -> None:
        if known is None:
            packs.add_coverage(self._work, {**cells, "pack": self._name})
            self._add(PackRow(line, PackStatus.NEW, "coverage", record))
            return
        changed = _differing(known, cells)
        told = [PACK_NAMES.get(name, name) for name in changed]
        if known["pack"] != self._name:
            told.append(_taken_over(known["pack"]))
        packs.change_coverage(self._work, str(known["id"]), {**changed, "pack": self._name})
        status = PackStatus.CHANGED if told else PackStatus.SAME
        self._add(PackRow(line, status, "coverage", record, reason=", ".join(told)))

    def _said(self, kind: str, path: tuple[str, int], code: str, cells: packs.Stored) -> None:
        """Write one message, objection or material, known by its code."""
        line = self._read.line(*path)
        said = cells.pop("product")
        product = self._products.get(fold(str(said))) if said else None
        if said and product is None:
            raise GoneMeanwhile  # it was ours when the file was read
        product_id = str(product["id"]) if product else None
        record = f"{product['name']} {code}" if product else code
        known = self._stored(kind).get(code)
        if kind == "message":
            self._time(line, record, cells)
        twin = self._twin(kind, product_id, cells) if known is None else None
        if twin:
            changed = _differing(twin, cells)
            told = [PACK_NAMES.get(name, name) for name in changed]
            told.append(_taken_over(twin["pack"]))
            own: packs.Stored = {**changed, "pack": self._name, "code": code}
            _EDIT[kind](self._work, str(twin["id"]), own)
            reason = ", ".join(told)
            self._add(PackRow(line, PackStatus.CHANGED, kind, record, str(twin["ref"]), reason))
            return
        if known is None:
            ref = _ADD[kind](self._work, product_id, cells, self._name, code)
            self._add(PackRow(line, PackStatus.NEW, kind, record, ref))
            return
        changed = _differing(known, {**cells, "product_id": product_id})
        told = [PACK_NAMES.get(name, name) for name in changed]
        if known["retired_on"] is not None and self._comes_back(kind, known):
            changed["retired_on"] = None
            told.append(_("in use again"))
        elif known["retired_on"] is not None:
            told.append(_("you retired it: it stays so"))
        _EDIT[kind](self._work, str(known["id"]), changed)
        status = PackStatus.CHANGED if changed else PackStatus.SAME
        self._add(PackRow(line, status, kind, record, str(known["ref"]), ", ".join(told)))

    def _time(self, line: int, record: str, cells: Mapping[str, Cell]) -> None:
        """Note which texts take much longer to read aloud than they are called."""
        text = _("line {line}: {record}: {depth} takes about {seconds} s to read aloud")
        self.slow += [
            text.format(line=line, record=record, depth=depth, seconds=seconds)
            for depth, seconds in too_slow(cells)
        ]

    def _twin(
        self, kind: str, product_id: str | None, cells: Mapping[str, Cell]
    ) -> packs.Stored | None:
        """Return what says the same of the same product, in use, by hand or of another pack."""
        if kind not in self._others:
            self._others[kind] = packs.stored_elsewhere(self._work.db, kind, self._name)
        return self._others[kind].pop((product_id, fold(str(cells[packs.SAYS[kind]]))), None)

    def _stored(self, kind: str) -> dict[str, packs.Stored]:
        if kind not in self._codes:
            self._codes[kind] = packs.stored_by_code(self._work.db, kind, self._name)
        return self._codes[kind]

    def _retire_gone(self) -> None:
        """Retire what the pack brought in an earlier version and no longer has."""
        pack = self._read.pack
        here = {
            "message": {one.code for one in pack.messages},
            "objection": {one.code for one in pack.objections},
            "material": {one.code for one in (*pack.materials, *pack.news)},
        }
        names = {one["id"]: str(one["name"]) for one in self._products.values()}
        for kind in packs.SAID:
            for code, one in self._stored(kind).items():
                if code in here[kind] or one["retired_on"] is not None:
                    continue
                _RETIRE[kind](self._work, str(one["id"]))
                of = names.get(one["product_id"], "")
                record = f"{of} {code}".strip()
                self._add(PackRow(None, PackStatus.RETIRED, kind, record, str(one["ref"])))
        ours = {fold(one.name) for one in pack.products}
        for folded, one in self._products.items():
            if one.get("pack") == self._name and folded not in ours and one["until_on"] is None:
                self._let_go(one)

    def _let_go(self, product: packs.Stored) -> None:
        """Retire a product that is gone from the pack, unless other knowledge hangs on it."""
        identity, name, ref = (str(product[key]) for key in ("id", "name", "ref"))
        if packs.has_other_knowledge(self._work.db, identity, self._name):
            packs.adopt_product(self._work, identity, {"pack": None})
            kept = _("gone from the pack; it stays, you have more on it")
            self._add(PackRow(None, PackStatus.CHANGED, "product", name, ref, kept))
            return
        actions.retire_product(self._work, identity)
        self._add(PackRow(None, PackStatus.RETIRED, "product", name, ref))

    def _add(self, row: PackRow) -> None:
        self._rows.append(row)


def _add_message(
    work: Work, product_id: str | None, cells: packs.Stored, pack: str, code: str
) -> str:
    return actions.add_message(work, str(product_id), cells, pack=pack, code=code).ref


def _add_objection(
    work: Work, product_id: str | None, cells: packs.Stored, pack: str, code: str
) -> str:
    return actions.add_objection(work, str(product_id), cells, pack=pack, code=code).ref


def _add_material(
    work: Work, product_id: str | None, cells: packs.Stored, pack: str, code: str
) -> str:
    return actions.add_material(work, product_id, cells, pack=pack, code=code).ref


_ADD: dict[str, Callable[[Work, str | None, packs.Stored, str, str], str]] = {
    "message": _add_message,
    "objection": _add_objection,
    "material": _add_material,
}
_EDIT: dict[str, Callable[[Work, str, packs.Stored], object]] = {
    "message": actions.edit_message,
    "objection": actions.edit_objection,
    "material": actions.edit_material,
}
_RETIRE: dict[str, Callable[[Work, str], object]] = {
    "message": actions.retire_message,
    "objection": actions.retire_objection,
    "material": actions.retire_material,
}


def _taken_over(pack: Cell) -> str:
    if not pack:
        return _("it was yours, now the pack's")
    return _("taken over from pack {pack}").format(pack=pack)


def _differing(known: packs.Stored, cells: Mapping[str, Cell]) -> packs.Stored:
    return {name: cell for name, cell in cells.items() if known[name] != cell}
