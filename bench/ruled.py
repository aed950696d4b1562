"""What the rules of the measured stores hold: consents, reception, clocks, samples, what was spent.

The same shares in both stores; clocks that are open are as many in both, as they are on a desk.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bench import words

if TYPE_CHECKING:
    from bench.stores import Territory

_OPEN = 3
"""Open safety reports, and inquiries that wait: the same in both stores."""

_IN_STOCK, _DROPS_A_LOT = 6, 60
"""Lots that haven't expired, the same in both stores; drops of each lot."""

_MOST_DROPS = 6_000
"""As many as one rep's hands leave in three years, however many people there are."""

_CLOSED_OF, _CONSENTS_OF, _RULES_OF, _DROPS_OF, _SPENDS_OF = 200, 7, 10, 4, 20
"""One closed clock, consent, reception rule, drop and spend on so many providers or accounts."""


class Ruled:
    """What is written under the policy ``us`` with samples on; its own draws, nobody else's."""

    def __init__(self, territory: Territory, today: date, seed: str) -> None:
        self.to = territory
        self.today = today
        self.rng = random.Random(f"{seed}, rules")

    def write(self) -> None:
        """Write all of it."""
        for name, value in (("policy", "us"), ("samples", "on")):
            self.to.put("setting", "id value", (name, value))
        self.to.put("watch_word", "id label text folded noted_on",
                    (self.to.new_id(self.today), "safety", "zonked", "zonked",
                     self.today.isoformat()))  # fmt: skip
        self.write_consents()
        self.write_reception()
        self.write_clocks()
        self.write_samples()
        self.write_spends()
        self.write_days_off()

    def write_days_off(self) -> None:
        """Write a year's holidays, two weeks of vacation, and a few hours that are taken."""
        columns = "id ref kind from_on until_on from_time until_time what source"
        for at in range(26):
            kind = "holiday" if at < 12 else "off" if at < 22 else "busy"
            first = self.today + timedelta(5 + 30 * at if at < 12 else 60 + at)
            hours = ("13:00", "15:00") if kind == "busy" else (None, None)
            self.to.put(
                "time_off", columns,
                (self.to.new_id(self.today), self.to.new_ref("time_off"), kind, first.isoformat(),
                 (first + timedelta(1)).isoformat(), *hours, f"{kind} {at}",
                 "US" if kind == "holiday" else ""),
            )  # fmt: skip

    def write_consents(self) -> None:
        """Write who may be written to, and one in three of these who may not."""
        for person in range(3, self.to.size.providers, _CONSENTS_OF):
            on = self.day()
            self.to.put(
                "consent", "id ref provider_id channel value topic is_in given_on how",
                (self.to.new_id(on), self.to.new_ref("consent"), self.to.people[person],
                 ("email", "message", "phone")[person % 3], "", "", int(self.rng.random() < 0.7),
                 on.isoformat(), "said so"),
            )  # fmt: skip

    def write_reception(self) -> None:
        """Write when accounts receive."""
        for number in range(2, len(self.to.accounts), _RULES_OF):
            self.to.put(
                "reception_rule",
                "id account_id department weekdays opens closes booking lead_days contact noted_on",
                (self.to.new_id(self.today), self.to.accounts[number], "",
                 json.dumps(["2", "4"]), "08:00", "17:00", "appointment", number % 3,
                 "front desk", self.day().isoformat()),
            )  # fmt: skip

    def write_clocks(self) -> None:
        """Write safety reports and inquiries: a few open, the others closed over the years."""
        closed = max(self.to.size.providers // _CLOSED_OF, 1)
        for number in range(_OPEN + closed):
            is_open = number < _OPEN
            person = self.to.people[5 + number % (self.to.size.providers - 5)]
            product = self.to.products[number % len(self.to.products)]
            on = self.today - timedelta(1) if is_open else self.day()
            heard = f"{on.isoformat()}T20:{number % 60:02}:00Z"
            due = f"{(on + timedelta(1)).isoformat()}T20:{number % 60:02}:00Z"
            self.to.put(
                "safety_report",
                "id ref provider_id product_id heard_at what due_at state reported_at reference",
                (self.to.new_id(on), self.to.new_ref("safety_report"), person, product, heard,
                 "dizzy in the second week", due, "open" if is_open else "reported",
                 None if is_open else due, None if is_open else f"AE-{number}"),
            )  # fmt: skip
            self.to.put(
                "inquiry",
                "id ref provider_id product_id question asked_on state sent_at answered_on handed_on",
                (self.to.new_id(on), self.to.new_ref("inquiry"), person, product,
                 f"what is known of {self.rng.choice(words.TOPICS)} on dialysis", on.isoformat(),
                 "sent" if is_open else "handed", due,
                 None if is_open else on.isoformat(), None if is_open else on.isoformat()),
            )  # fmt: skip

    def write_samples(self) -> None:
        """Write lots, what came, what was dropped, and one count."""
        drops = min(self.to.size.providers // _DROPS_OF, _MOST_DROPS)
        lots = [self.to.new_id(self.today) for _ in range(max(drops // _DROPS_A_LOT, _IN_STOCK))]
        for number, lot in enumerate(lots):
            self.to.put(
                "sample_lot", "id ref product_id strength number expires_on",
                (lot, self.to.new_ref("sample_lot"),
                 self.to.products[number % len(self.to.products)], "10mg", f"A{100 + number}",
                 (self.today + timedelta(40 + 100 * number if number < _IN_STOCK else -number))
                 .isoformat()),
            )  # fmt: skip
            # The old ones are used up, or sent back.
            left = 20 if number < _IN_STOCK else 0
            used = len(range(number, drops, len(lots)))
            self.move(lot, "received", used + left or 1, self.today - timedelta(3 * 365 + 1), None)
        for number in range(drops):
            person = self.to.people[3 + number % (self.to.size.providers - 3)]
            self.move(lots[number % len(lots)], "dropped", -1, self.day(), person)
        self.to.put("sample_count", "id lot_id on_date found expected",
                    (self.to.new_id(self.today), lots[0], self.today.isoformat(), 10, 10))  # fmt: skip

    def move(self, lot: str, kind: str, quantity: int, on: date, person: str | None) -> None:
        """Write one movement."""
        self.to.put(
            "sample_movement",
            "id ref lot_id kind quantity on_date provider_id request receipt",
            (self.to.new_id(on), self.to.new_ref("sample_movement"), lot, kind, quantity,
             on.isoformat(), person, "q-1" if person else None, "r-1" if person else None),
        )  # fmt: skip

    def write_spends(self) -> None:
        """Write what was spent, each shared by two, and a rule that was overridden for some."""
        for number in range(max(self.to.size.providers // _SPENDS_OF, 1)):
            on, identity = self.day(), self.to.new_id(self.today)
            self.to.put(
                "spend", "id ref on_date minor currency nature heads what",
                (identity, self.to.new_ref("spend"), on.isoformat(), 2780, "USD", "food", 2,
                 "lunch"),
            )  # fmt: skip
            for person in (3 + number, 4 + number):
                self.to.put("spend_share", "id spend_id provider_id minor",
                            (self.to.new_id(on), identity, self.to.people[person], 1390))  # fmt: skip
            if number % _RULES_OF == 0:
                self.to.put("override", "id rule tbl record_id reason noted_on",
                            (self.to.new_id(on), "spend.year", "spend", identity,
                             "agreed with the office", on.isoformat()))  # fmt: skip

    def day(self) -> date:
        """Return a day of the three years before."""
        return self.today - timedelta(1 + int(self.rng.random() * 3 * 365))
