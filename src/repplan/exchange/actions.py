"""Act on drafts: take a file's providers into the store, on one open Work.

A row is matched by its numbers, a row of one's own table by name and account too. A cell that the
file leaves empty changes nothing; one that it fills wins, and the row's reason names it.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts.actions import edit_account
from repplan.accounts.address import address_key
from repplan.accounts.bulk import add_accounts
from repplan.errors import BadValue
from repplan.exchange import queries, rules
from repplan.exchange.model import Cells, Draft, Known, Row, Status
from repplan.i18n.phrases import message_of
from repplan.providers.bulk import add_affiliations, add_licences, add_providers
from repplan.providers.contact import recount
from repplan.providers.keys import rekey
from repplan.providers.rules import check_gaps
from repplan.records import dataclass, field
from repplan.store.work import expect_many, settle
from repplan.store.write import change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from repplan.exchange.model import Cell
    from repplan.store.work import Work

_NAME_PARTS = ("given_name", "family_name", "native_name", "pinyin")
_CHUNK = 1000
"""Drafts that are looked up and written together."""


def take_in(
    work: Work,
    drafts: Iterable[Draft],
    *,
    is_own_table: bool,
    may_repeat: Callable[[str], bool] | None = None,
) -> Iterator[Row]:
    """Yield what became of each draft, in order, written as it goes.

    ``is_own_table``: a row without a known number is matched by name and account too, and may add
    to its account. ``may_repeat`` says of an NPI whether the file can hold it twice; who can't be
    is not remembered. None: anybody can.
    """
    expect_many(work)
    intake = _Intake(work, may_repeat, is_own_table=is_own_table)
    unsettled = 0
    # In one's own table any row may speak of the one before it, so each is looked up by itself.
    for chunk in _chunks(drafts, 1 if is_own_table else _CHUNK):
        yield from intake.take(chunk)
        unsettled += len(chunk)
        if unsettled >= _CHUNK:
            settle(work.db)
            unsettled = 0


def _chunks(drafts: Iterable[Draft], size: int) -> Iterator[list[Draft]]:
    """Yield the drafts in lists where no number stands twice, so that all are looked up at once."""
    chunk: list[Draft] = []
    numbers: set[object] = set()
    for draft in drafts:
        own = {*draft.licences, draft.npi} if draft.npi else set(draft.licences)
        if len(chunk) == size or not numbers.isdisjoint(own):
            yield chunk
            chunk, numbers = [], set()
        chunk.append(draft)
        numbers |= own
    if chunk:
        yield chunk


@dataclass
class _Plan:
    """A draft that will be written: for whom (None: somebody new), at which account."""

    draft: Draft
    known: Known | None
    account: Mapping[str, Cell] | None
    note: str
    account_id: str | None = None


@dataclass
class _Found:
    """What the store knows of a chunk's people and places."""

    by_npi: dict[str, Known]
    by_licence: dict[tuple[str, str], Known]
    by_address: dict[str, list[dict[str, Cell]]]
    is_taken: set[tuple[str, str]] = field(default_factory=set)


class _Intake:
    """One file on its way in: what its earlier rows have said is remembered here."""

    def __init__(
        self, work: Work, may_repeat: Callable[[str], bool] | None, *, is_own_table: bool
    ) -> None:
        self._work = work
        self._may_repeat = may_repeat
        self._is_own = is_own_table
        self._seen: dict[str, int] = {}
        self._said_of_accounts: dict[str, set[str]] = {}
        self._unnumbered = {} if is_own_table else queries.without_npi(work.db)

    def take(self, chunk: Sequence[Draft]) -> list[Row]:
        """Write a chunk; return its rows."""
        found = self._look_up(chunk)
        planned = [self._plan(draft, found) for draft in chunk]
        plans = [one for one in planned if isinstance(one, _Plan)]
        self._settle_accounts(plans)
        new = self._add([plan for plan in plans if plan.known is None], found)
        rows: list[Row] = []
        for one in planned:
            if isinstance(one, _Plan):
                rows.append(new[one.draft.line] if one.known is None else self._change(one, found))
            elif one is not None:
                rows.append(one)
        return rows

    # --- who and where ----------------------------------------------------------------------------

    def _look_up(self, chunk: Sequence[Draft]) -> _Found:
        db = self._work.db
        keys = {str(draft.account.get("address_key") or "") for draft in chunk}
        return _Found(
            queries.by_npi(db, {draft.npi for draft in chunk if draft.npi}),
            queries.by_licence(db, {one for draft in chunk for one in draft.licences}),
            queries.accounts_by_key(db, keys - {""}),
        )

    def _plan(self, draft: Draft, found: _Found) -> _Plan | Row | None:
        """Return what to write, or why nothing is; None for a row that concerns nobody here."""
        holder = found.by_npi.get(draft.npi)
        if draft.refusal:
            if draft.is_aside and holder is None:
                return None
            return Row(
                draft.line,
                Status.REFUSED,
                holder.ref if holder else None,
                draft.name,
                _refusal(draft, holder),
            )
        choice = self._choose_account(draft, found)
        who = rules.by_number(draft, holder, found.by_licence)
        if who.known is None and not who.unclear and self._is_own:
            account_id = str(choice.account["id"]) if choice.account else None
            people = queries.by_name(self._work.db, draft.name)
            who = rules.by_name(draft, people, account_id)
        unclear = who.unclear or choice.unclear
        if unclear:
            ref = who.known.ref if who.known else None
            return Row(draft.line, Status.UNCLEAR, ref, draft.name, unclear)
        return _Plan(draft, who.known, choice.account, who.note)

    def _choose_account(self, draft: Draft, found: _Found) -> rules.Choice:
        if not draft.account:
            return rules.Choice()
        if rules.is_named_by_address(draft.account):
            here = found.by_address.get(str(draft.account.get("address_key") or ""), [])
            return rules.by_address(here)
        named = queries.accounts_by_name(self._work.db, str(draft.account["name"]))
        return rules.by_account_name(draft, named)

    def _settle_accounts(self, plans: Sequence[_Plan]) -> None:
        """Give each plan its account: the one there is, or one made now and shared by several."""
        new: dict[tuple[Cell, ...], Mapping[str, Cell]] = {}
        wanted: list[tuple[_Plan, tuple[Cell, ...]]] = []
        for plan in plans:
            account = plan.draft.account
            if plan.account:
                plan.account_id = str(plan.account["id"])
            elif account and not (plan.known and rules.place_of(plan.draft, plan.known, None)):
                key = rules.place_key(account)
                new.setdefault(key, account)
                wanted.append((plan, key))
        made = dict(zip(new, add_accounts(self._work, list(new.values())), strict=True))
        for plan, key in wanted:
            plan.account_id = made[key][0]

    # --- new ones ---------------------------------------------------------------------------------

    def _add(self, plans: Sequence[_Plan], found: _Found) -> dict[int, Row]:
        """Write those who are new; return line → row."""
        cells = [{**plan.draft.initial, **plan.draft.provider} for plan in plans]
        made = add_providers(self._work, cells)
        affiliations: list[Cells] = []
        licences: list[Cells] = []
        rows: dict[int, Row] = {}
        for plan, (identity, ref) in zip(plans, made, strict=True):
            draft = plan.draft
            if plan.account_id:
                affiliations.append(_affiliation(identity, plan, is_primary=True))
            licences += _new_licences(draft, identity, found)
            self._remember(draft, identity)
            note = plan.note or self._doubt(draft)
            rows[draft.line] = Row(draft.line, Status.NEW, ref, draft.name, note)
        add_affiliations(self._work, affiliations)
        add_licences(self._work, licences)
        return rows

    def _doubt(self, draft: Draft) -> str:
        """Return whom this one may be, where somebody here has the name and no NPI."""
        if not self._unnumbered:
            return ""
        cells = draft.provider
        key = queries.name_key(str(cells.get("given_name", "")), str(cells.get("family_name", "")))
        ref = self._unnumbered.get(key)
        return _("{ref} has this name and no NPI: the same person?").format(ref=ref) if ref else ""

    # --- known ones -------------------------------------------------------------------------------

    def _change(self, plan: _Plan, found: _Found) -> Row:
        """Write what the file says otherwise of somebody known; return the row."""
        draft, known = plan.draft, plan.known
        assert known is not None  # noqa: S101 - told to the type checker: take() parts the two
        cells = rules.differing(draft.provider, known.cells)
        inside: Cells = {}
        place = rules.place_of(draft, known, plan.account_id)
        if place:
            inside = rules.differing(draft.inside, place)
        earlier = self._seen.get(known.id)
        said = [*cells, *inside]
        if earlier and said:
            reason = _("line {line} says otherwise: {columns}")
            reason = reason.format(line=earlier, columns=", ".join(said))
            return Row(draft.line, Status.UNCLEAR, known.ref, draft.name, reason)
        try:
            check_gaps({**known.cells, **cells})
        except BadValue as error:
            reason = message_of(error)
            return Row(draft.line, Status.REFUSED, known.ref, draft.name, reason)
        self._set_cells(draft, known, cells)
        changed = [*cells, *inside]
        if place:
            change(self._work, "affiliation", str(place["id"]), inside)
        elif plan.account_id:
            is_primary = not any(one["is_primary"] for one in known.places if not one["until_on"])
            row = _affiliation(known.id, plan, is_primary=is_primary)
            add_affiliations(self._work, [row])
            changed.append("account")
        changed += self._set_account(plan)
        licences = _new_licences(draft, known.id, found)
        add_licences(self._work, licences)
        changed += ["licence"] if licences else []
        self._remember(draft, known.id)
        if not changed:
            return Row(draft.line, Status.SAME, known.ref, draft.name)
        reason = "; ".join(part for part in (", ".join(changed), plan.note) if part)
        return Row(draft.line, Status.CHANGED, known.ref, draft.name, reason)

    def _set_cells(self, draft: Draft, known: Known, cells: Cells) -> None:
        if not cells:
            return
        if "name" in cells:
            # The parts of the old name go with it, also where the new one has no such part.
            said = {**draft.initial, **draft.provider}
            cells = {**{part: said.get(part, "") for part in _NAME_PARTS}, **cells}
        change(self._work, "provider", known.id, cells)
        if any(column in cells for column in ("name", "given_name", "family_name", "nicknames")):
            rekey(self._work, [known.id])
        if "seen_before_on" in cells:
            recount(self._work, [known.id])

    def _set_account(self, plan: _Plan) -> list[str]:
        """Change what one's own table says of its account; the first row to speak of it counts."""
        if not (self._is_own and plan.account and plan.account_id):
            return []
        said = self._said_of_accounts.setdefault(plan.account_id, set())
        stored = queries.account_cells(self._work.db, plan.account_id)
        cells = {
            column: cell
            for column, cell in rules.differing(plan.draft.account, stored).items()
            if column not in {"name", "address_key", *said}
        }
        said.update(plan.draft.account)
        if cells:
            where = {**stored, **cells}
            parts = (str(where[column] or "") for column in ("street", "postcode", "country"))
            key = {"address_key": address_key(*parts) or None}
            edit_account(self._work, plan.account_id, {**cells, **key})
        return [f"account {column}" for column in cells]

    def _remember(self, draft: Draft, identity: str) -> None:
        if self._may_repeat is None or self._may_repeat(draft.npi):
            self._seen[identity] = draft.line


def _affiliation(provider_id: str, plan: _Plan, *, is_primary: bool) -> Cells:
    return {
        "provider_id": provider_id,
        "account_id": plan.account_id,
        "is_primary": int(is_primary),
        **plan.draft.inside,
    }


def _new_licences(draft: Draft, identity: str, found: _Found) -> list[Cells]:
    """Return the licences of a draft that nobody holds."""
    rows: list[Cells] = []
    for licence in draft.licences:
        if licence not in found.by_licence and licence not in found.is_taken:
            found.is_taken.add(licence)
            rows.append({"provider_id": identity, "region": licence[0], "number": licence[1]})
    return rows


def _refusal(draft: Draft, holder: Known | None) -> str:
    if holder is None or holder.cells["state"] == "left":
        return draft.refusal
    retire = _("if they left: repplan provider retire {ref}").format(ref=holder.ref)
    return f"{draft.refusal}; {retire}"
