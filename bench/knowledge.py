"""What the measured stores know beside people and visits: products, relations, what is personal.

The same shares in both stores; what is known of products is as much as a rep's packs hold, however
many people there are.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bench import words

if TYPE_CHECKING:
    from bench.stores import Territory

MAP_ACCOUNT, MAP_PEOPLE = "Valley General Hospital", 200
"""The account whose map is measured, and how many work there: the same in both stores."""

_MAP_FROM = 50
_MESSAGES, _OBJECTIONS, _MATERIALS = 5, 7, 40
"""Of each product, of each product, of all together."""

_ROLES: tuple[tuple[str, ...], ...] = (
    (), ("physician",), ("pharmacist",), ("practice manager", "administrator"), (),
)  # fmt: skip
_ANGLES = ("outcomes", "side effects", "adherence", "cost", "workflow")
_KINDS = ("article", "leaflet", "slide", "guideline", "evidence", "competitor", "reimbursement")
_STATES = ("covered", "covered", "restricted", "not covered", "pending")
_STANCES = ("champion", "supporter", "neutral", "skeptic", "blocker")
_INFLUENCES = ("decision-maker", "influencer", "gatekeeper", "user")
_PERSONAL = (
    ("interest", "sails on the lake at weekends"), ("food", "green tea, no coffee"),
    ("family", "a daughter at Purdue"), ("avoid", "the sale of the practice"),
    ("team", "the Bears"), ("place", "never talks business in the canteen"),
    ("date", "birthday"), ("drives", "fewer nights on call"), ("told", "the marathon in the rain"),
    ("frustrates", "forms that come twice"),
)  # fmt: skip
_OF_FIVE = 5


class Knowledge:
    """What is known, written row by row into a territory; its own draws leave the others' alone."""

    def __init__(self, territory: Territory, today: date, seed: str) -> None:
        """Draw the ids that visits speak of."""
        self.to = territory
        self.today = today
        self.rng = random.Random(f"{seed}, knowledge")
        began = today - timedelta(3 * 365)
        ours = range(len(territory.products))
        self.messages = [[territory.new_id(began) for _ in range(_MESSAGES)] for _ in ours]
        self.objections = [[territory.new_id(began) for _ in range(_OBJECTIONS)] for _ in ours]
        self.materials = [territory.new_id(began) for _ in range(_MATERIALS)]
        self.openings = {
            person: territory.new_id(began)
            for person in range(territory.size.providers)
            if person < 2 or person % 10 == 3
        }

    # --- what is said of products -------------------------------------------------------------------

    def write_products(self) -> None:
        """Write products with their facts, and all that is approved to say of them."""
        put, on = self.to.put, self.today.isoformat()
        put("pack", "id name version loaded_on",
            (self.to.new_id(self.today), "bench", "1.0", on))  # fmt: skip
        for number, name in enumerate(words.PRODUCTS):
            identity = self.to.products[number]
            put(
                "product",
                "id ref name folded generic_name indications mechanism trials safety_profile "
                "comparisons labelling from_on updated_on pack",
                (identity, self.to.new_ref("product"), name, name.lower(), f"{name[:4].lower()}an",
                 json.dumps(["high blood pressure in adults", "heart failure"]),
                 "blocks the channel that lets calcium into the vessel's wall",
                 json.dumps(["REGATTA 2025: 4,012 patients, 24 months", "SLOOP 2023"]),
                 "watch potassium in the first two weeks; not in pregnancy",
                 json.dumps(["enalapril: less cough, no difference in stroke"]), "label 7",
                 "2024-01-08", "2026-10-05", "bench"),
            )  # fmt: skip
            self.write_messages(number, identity)
            self.write_objections(number, identity)
            self.write_coverage(number, identity)
        self.write_materials()

    def write_messages(self, product: int, product_id: str) -> None:
        """Write a product's key messages, each with three texts of their length."""
        for number, identity in enumerate(self.messages[product]):
            topics = words.TOPICS if words.PRODUCTS[product].isascii() else words.TOPICS_ZH
            topic = topics[(product + number) % len(topics)]
            specialty = words.SPECIALTIES[number % len(words.SPECIALTIES)]
            self.to.put(
                "message",
                "id ref product_id roles specialties angle text_20s text_2m text_10m claim "
                "limitation citation figure expires_on updated_on pack code",
                (identity, self.to.new_ref("message"), product_id,
                 json.dumps(_ROLES[number % len(_ROLES)]),
                 json.dumps([specialty] if number == 1 else []), _ANGLES[number % len(_ANGLES)],
                 self.text(topic, 45), self.text(topic, 250), self.text(topic, 1200),
                 f"{topic} stays as it is from 75 up", "not studied below an eGFR of 30",
                 "REGATTA 2025, table 2", "4.1 %", "2026-12-31" if number else None,
                 "2026-10-05", "bench", f"message-{product}-{number}"),
            )  # fmt: skip

    def write_objections(self, product: int, product_id: str) -> None:
        """Write what is objected to a product, each with its approved answer."""
        for number, identity in enumerate(self.objections[product]):
            text, category = words.OBJECTIONS[number % len(words.OBJECTIONS)]
            self.to.put(
                "objection",
                "id ref product_id category text answer citation expires_on pack code",
                (identity, self.to.new_ref("objection"), product_id, category, text,
                 self.text(text, 40), "REGATTA 2025", "2026-12-31" if number else None, "bench",
                 f"objection-{product}-{number}"),
            )  # fmt: skip

    def write_materials(self) -> None:
        """Write things to leave, to show and to share; some are news."""
        for number, identity in enumerate(self.materials):
            topic = words.TOPICS[number % len(words.TOPICS)]
            kind = _KINDS[number % len(_KINDS)]
            is_news = _KINDS.index(kind) > 2
            dated = self.today - timedelta(3 * number) if is_news else None
            self.to.put(
                "material",
                "id ref title kind version product_id summary topics place dated_on expires_on "
                "pack code",
                (identity, self.to.new_ref("material"), f"{topic}, {kind} {number}", kind, "3",
                 self.to.products[number % len(self.to.products)], self.text(topic, 20),
                 json.dumps([topic, words.RARE if number == 3 else topic.split()[0]]),
                 "car boot", dated.isoformat() if dated else None, "2027-06-30", "bench",
                 f"material-{number}"),
            )  # fmt: skip

    def write_coverage(self, product: int, product_id: str) -> None:
        """Write who pays for a product: everywhere, and at one account in fifty."""
        for number, payer in enumerate(words.PAYERS):
            self.cover(product_id, payer, None, product + number)
        for number in range(product % 2, len(self.to.accounts), 50):
            self.cover(product_id, words.PAYERS[0], self.to.accounts[number], number)

    def cover(self, product_id: str, payer: str, account_id: str | None, number: int) -> None:
        """Write one line of coverage."""
        state = _STATES[number % len(_STATES)]
        self.to.put(
            "coverage",
            "id product_id payer account_id state steps from_on",
            (self.to.new_id(self.today), product_id, payer, account_id, state,
             "prior authorisation" if state == "restricted" else None, "2026-01-01"),
        )  # fmt: skip

    def text(self, topic: str, count: int) -> str:
        """Return about so many words on a topic, in its language."""
        if not topic.isascii():
            return "。".join([topic, *self.rng.choices(words.SENTENCES_ZH, k=count // 10)])
        said = [topic]
        while sum(len(part.split()) for part in said) < count:
            said.append(self.rng.choice(words.SENTENCES))
        return ". ".join(said)

    # --- visits -------------------------------------------------------------------------------------

    def write_discussed(
        self, visit_id: str, on: date, person: int, product: int, reaction: str | None
    ) -> None:
        """Write which message of a product was given in a visit; now and then something is left."""
        put = self.to.put
        message = self.rng.choice(self.messages[product])
        put("visit_product", "id visit_id product_id position message_id reaction",
            (self.to.new_id(on), visit_id, self.to.products[product], 1, message,
             reaction))  # fmt: skip
        if self.rng.random() < 0.04:
            material = int(self.rng.random() * _MATERIALS)
            topic = words.TOPICS[material % len(words.TOPICS)]
            put("value_given", "id provider_id visit_id kind what material_id given_on",
                (self.to.new_id(on), self.to.people[person], visit_id, "article", topic,
                 self.materials[material], on.isoformat()))  # fmt: skip

    def write_objected(self, visit_id: str, on: date, product: int) -> None:
        """Write an objection as it was raised, the answer that was used, whether it landed."""
        number = int(self.rng.random() * _OBJECTIONS)
        text, category = words.OBJECTIONS[number % len(words.OBJECTIONS)]
        # One in five is about something that no approved answer is for.
        is_known = self.rng.random() < 0.8
        landed = (1, 0, None)[int(self.rng.random() * 3)]
        self.to.put(
            "visit_objection",
            "id visit_id kind said objection_id product_id answer has_landed",
            (self.to.new_id(on), visit_id, category, text,
             self.objections[product][number] if is_known else None, self.to.products[product],
             "two years of registry" if is_known else None, landed if is_known else None),
        )  # fmt: skip

    # --- people -------------------------------------------------------------------------------------

    def write_person(self, person: int) -> None:
        """Write what is personal of somebody, what they achieved, where they stand, whose they are."""
        who = self.to.people[person]
        if person in self.openings:
            topic, text = _PERSONAL[(person // 10) % len(_PERSONAL)] if person > 1 else _PERSONAL[0]
            self.note(person, self.openings[person], "personal", topic, text)
        if person < 2:
            self.note(person, self.to.new_id(self.today), "personal", *_PERSONAL[3])
        if person < 2 or person % 10 == 6:
            self.note(person, self.to.new_id(self.today), "professional", "achievement",
                      "spoke at the regional kidney meeting")  # fmt: skip
        if person < 2 or person % 4 == 1:
            self.write_stances(person, who)
        first = person % len(self.to.accounts)
        if person != first and person % _OF_FIVE == 1:
            self.relate(who, self.to.people[first], "reports to")
        if person > 3 and person % _OF_FIVE == 2:
            self.relate(who, self.to.people[person - 1], "refers to")
        if person < 2:
            self.relate(self.to.people[person + 3], who, "influences")

    def note(self, person: int, identity: str, kind: str, topic: str, text: str) -> None:
        """Write one note; a date comes back every year, an achievement happened on a day."""
        self.to.put(
            "note",
            "id ref provider_id kind topic text source noted_on happened_on yearly",
            (identity, self.to.new_ref("note"), self.to.people[person], kind, topic, text,
             "public" if kind == "professional" else "told", "2026-06-12",
             "2026-09-18" if topic == "achievement" else None,
             f"{1 + person % 12:02}-{1 + person % 28:02}" if topic == "date" else None),
        )  # fmt: skip

    def write_stances(self, person: int, who: str) -> None:
        """Write where somebody stands: the newest of two counts; of some also on one product."""
        there = self.to.account_of(person)
        lines: list[tuple[str | None, str | None, str]] = [
            (None, None, "2026-03-02"), (there, None, "2026-10-12"),
        ]  # fmt: skip
        if person < 2 or person % 8 == 1:
            lines.append((None, self.to.products[person % len(self.to.products)], "2026-09-01"))
        for account_id, product_id, on in lines:
            self.stance(who, account_id, product_id, on)

    def stance(self, who: str, account_id: str | None, product_id: str | None, on: str) -> None:
        """Write one stance."""
        self.to.put(
            "stance",
            "id ref provider_id account_id product_id stance influence noted_on evidence",
            (self.to.new_id(self.today), self.to.new_ref("stance"), who, account_id, product_id,
             self.rng.choice(_STANCES), self.rng.choice(_INFLUENCES), on,
             "said so at the ward round"),
        )  # fmt: skip

    def relate(self, who: str, other: str, kind: str) -> None:
        """Write one relation."""
        self.to.put("relation", "id ref provider_id other_id kind from_on",
                    (self.to.new_id(self.today), self.to.new_ref("relation"), who, other, kind,
                     "2025-05-05"))  # fmt: skip

    def write_map(self) -> None:
        """Write the account of many people: where they stand there, and their chain of command."""
        account_id = self.to.accounts[1]
        there = sum(self.to.account_of(one) == account_id for one in range(len(self.to.people)))
        person = _MAP_FROM
        while there < MAP_PEOPLE:
            # Whose second place of work is drawn may be there by that already.
            is_free = self.to.account_of(person) != account_id and person % 10 != 9
            if is_free:
                self.to.write_place(person, account_id, is_primary=False)
                there += 1
                self.write_place_on_map(person, account_id)
            person += 1

    def write_place_on_map(self, person: int, account_id: str) -> None:
        """Write where one of many stands there, and to whom before them they report: no loop."""
        if person % 3 == 0:
            self.stance(self.to.people[person], account_id, None, "2026-11-02")
        boss = _MAP_FROM + (person - _MAP_FROM) // 5
        if person % 4 and boss < person and boss % 10 != 9:
            self.relate(self.to.people[person], self.to.people[boss], "reports to")

    # --- what goes on -------------------------------------------------------------------------------

    def rollouts(self) -> list[tuple[str, str]]:
        """Write a rollout at one account in a hundred, three at least; return (id, account id)."""
        found = []
        for number in range(max(3, len(self.to.accounts) // 100)):
            identity, account_id = self.to.new_id(self.today), self.to.accounts[number]
            self.to.put("rollout", "id ref product_id account_id from_on",
                        (identity, self.to.new_ref("rollout"),
                         self.to.products[number % len(self.to.products)], account_id,
                         "2026-11-02"))  # fmt: skip
            found.append((identity, account_id))
        return found

    def write_cards(self) -> None:
        """Write the cards of a rep who drills: half of them are due."""
        asked = [("message", one, "20s") for row in self.messages for one in row]
        asked += [("message", one, "2m") for row in self.messages for one in row]
        asked += [("objection", one, "answer") for row in self.objections for one in row]
        asked += [("fact", one, "mechanism") for one in self.to.products]
        asked += [
            ("who", self.to.accounts[0], "decides"),
            ("who", self.to.accounts[1], "champion"),
        ]
        for number, (kind, subject_id, aspect) in enumerate(asked):
            due = self.today + timedelta(number % 8 - 4)
            practised = self.today - timedelta(number % 8 + 1)
            state = {
                "state": 2,
                "step": None,
                "stability": 2.5 + number % 7,
                "difficulty": 5.1,
                "reviewed_on": practised.isoformat(),
            }
            self.to.put("drill_card", "id ref kind subject_id aspect state due_at practised_at",
                        (self.to.new_id(self.today), self.to.new_ref("drill_card"), kind, subject_id,
                         aspect, json.dumps(state), f"{due}T06:00:00Z",
                         f"{practised}T13:00:00Z"))  # fmt: skip


def purchase(number: int) -> tuple[object, ...]:
    """Return payers, steps to a purchase, who signs, the next committee, what we asked for."""
    if number > 1 and number % 20:
        return ("[]", "[]", None, None, None)
    steps = ["trial in two wards", "pharmacy committee", "board"]
    payers = json.dumps(words.PAYERS[:3], ensure_ascii=False)
    return (
        payers,
        json.dumps(steps),
        "the head of pharmacy",
        "2026-12-09",
        "a trial in two wards",
    )


def habits(person: int) -> tuple[str | None, ...]:
    """Return prescribing, patients, interests, assistant, of one in four and of the subjects."""
    if person > 1 and person % 4 != 1:
        return (None, None, None, None)
    return (
        "starts low, changes late",
        "over 75, on five drugs",
        "kidney protection",
        "Dana Reed",
    )
