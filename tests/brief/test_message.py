"""What a brief says to say, to expect, to ask and to bring: whole briefs, for people who differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from repplan.products import actions as products
from repplan.products.choosing import reading_seconds
from tests.products.knowledge import CHINESE, MESSAGES, fill

if TYPE_CHECKING:
    from tests.conftest import Result, Run, Writing

FIRST = "2026-11-01T09:00:00-06:00"
LAST = "2026-11-17T18:00:00-06:00"


def must(done: Result) -> Result:
    """Return what a command left; it has to have worked."""
    assert (done.code, done.err) == (0, "")
    return done


def section(run: Run, who: str, name: str, *options: str) -> list[dict[str, Any]]:
    """Return the items of one section of somebody's brief."""
    answer = json.loads(must(run("brief", who, *options, "--json")).out)
    items: list[dict[str, Any]] = next(
        one["items"] for one in answer["sections"] if one["name"] == name
    )
    return items


@pytest.fixture
def valley(run: Run, writing: Writing) -> None:
    """Fill the store: one practice with a physician, a surgeon, a pharmacist and a manager."""
    with writing(now=FIRST) as work:
        fill(work)
    for name, *known in (
        ("Anjali Patel, MD", "--specialty", "cardiology", "--tier", "A"),
        ("Tom Haas, MD", "--specialty", "surgery"),
        ("Åsa Lindqvist", "--role", "pharmacist"),
        ("Pam Brandt", "--role", "practice manager"),
    ):
        must(run("provider", "add", name, *known, "--account", "Valley Cardiology", now=FIRST))


@pytest.mark.usefixtures("valley")
def test_a_surgeon(run: Run) -> None:
    """A message for surgeons, with its limitation; questions on what isn't known of him."""
    assert must(run("brief", "haas")).out == (
        "Tom Haas, MD   surgery                                          no visit planned\n"
        "IN     Valley Cardiology\n"
        'SAY    20s "It is stopped 24 hours before anaesthesia and begun again on the\n'
        '       ward."\n'
        "LIMIT  emergency surgery was not studied\n"
        "ASK    Who else decides on a switch here? Which of your patients come to mind\n"
        "       for Cardexa? What do you begin with today, and why change it?\n"
        "ALSO   Patel A, not met | Brandt, not met | Lindqvist, not met\n"
        "AFTER  @ Haas\n"
    )


@pytest.mark.usefixtures("valley")
def test_a_pharmacist(run: Run) -> None:
    """Another message of the same product, other questions."""
    assert must(run("brief", "lindqvist")).out == (
        "Åsa Lindqvist   pharmacist                                      no visit planned\n"
        "IN     Valley Cardiology\n"
        'SAY    20s "No dose change with statins or apixaban; with azoles halve it."\n'
        "LIMIT  herbal products were not tested\n"
        "ASK    Who is heard here before the list changes? Whose prescriptions for\n"
        "       Cardexa reach you? Which of today's choices brings you the most queries?\n"
        "ALSO   Patel A, not met | Brandt, not met | Haas, not met\n"
        "AFTER  @ Lindqvist\n"
    )


@pytest.mark.usefixtures("valley")
def test_a_practice_manager(run: Run) -> None:
    """Paperwork, not pressure."""
    assert must(run("brief", "brandt")).out == (
        "Pam Brandt   practice manager                                   no visit planned\n"
        "IN     Valley Cardiology\n"
        'SAY    20s "One form for all payers: eight minutes a start, most approved in two\n'
        '       days."\n'
        "LIMIT  Medicaid has its own form\n"
        "ASK    Who signs for something new here? Which patients here wait longest for a\n"
        "       decision? Which step of a new prescription takes longest here?\n"
        "ALSO   Patel A, not met | Haas, not met | Lindqvist, not met\n"
        "AFTER  @ Brandt\n"
    )


@pytest.mark.usefixtures("valley")
def test_a_concern_is_answered_and_nothing_else_raised(run: Run) -> None:
    """The message answers it, the questions are about it, and the bag holds what is about it."""
    text = (
        "c: low pressure over 75; # Cardexa ~; ! too new -> two years -; > the copay sheet by fri"
    )
    must(run("log", "patel", text, now=LAST))
    assert must(run("brief", "patel", "--why")).out == (
        "Anjali Patel, MD   A   cardiology                               no visit planned\n"
        "IN     Valley Cardiology\n"
        "OWED   the copay sheet, 4 days late\n"
        "CARES  low pressure over 75 (Tue 17 Nov)\n"
        "LAST   Tue 17 Nov seen Cardexa ~, too new: two years didn't land\n"
        'SAY    20s "Over 75, on 5 mg: pressure under 100 in 2.6 %, 2.1 % on placebo."\n'
        "       - they care about it: low pressure over 75\n"
        "       - for their role: physician\n"
        "       - read aloud in about 6 seconds\n"
        "LIMIT  12 months only; nobody under eGFR 30 was studied\n"
        'IF     "too new" -> "Fair. Two years of registry; here is what it can\'t show."\n'
        "       - they said it on Tue 17 Nov, and no answer is known to have landed\n"
        'ASK    "low pressure over 75": where did you meet it last?\n'
        "       - problem, open: what they care about\n"
        "       What did you change because of it?\n"
        "       - implication, open: what they care about\n"
        "       What would put you at ease?\n"
        "       - need, open: what they care about\n"
        "BRING  the copay sheet\n"
        "       - promised: the copay sheet\n"
        "       Registry one-pager v3 (approved to 31 Mar '27)\n"
        "       - they care about it: low pressure over 75\n"
        "ALSO   Brandt, not met | Haas, not met | Lindqvist, not met\n"
        "AFTER  @ Patel\n"
    )


@pytest.mark.usefixtures("valley")
def test_a_concern_that_nothing_answers(run: Run) -> None:
    """The brief says so, once, and offers no other topic and no leaflet."""
    must(run("log", "patel", "c: itching; # Cardexa +", now=LAST))
    (said,) = section(run, "patel", "message")
    assert said["text"] == "nothing approved answers this: listen, and take it to medical"
    assert said["why"] == [
        {"term": "none-answers", "text": "no approved message is about: itching"}
    ]
    assert section(run, "patel", "bring") == []
    assert {one["gap"] for one in section(run, "patel", "questions")} == {"concern"}


@pytest.mark.usefixtures("valley")
def test_message_and_limitation_in_json(run: Run) -> None:
    """Scripts find depth, claim, limitation, product, ref, citation, approval and why."""
    must(run("log", "patel", "c: low pressure over 75", now=LAST))
    said, limit = section(run, "patel", "message")
    cells = MESSAGES["elderly"]
    assert said.pop("message_ref").startswith("k-")
    assert {one["term"] for one in said.pop("why")} == {"concern", "role", "reading"}
    assert {key: said[key] for key in said if key not in {"text", "ref", "label"}} == {
        "depth": "20s",
        "depth_raised": False,
        "claim": cells["claim"],
        "limitation": cells["limitation"],
        "product": "Cardexa",
        "citation": cells["citation"],
        "approved_until": "2027-03-31",
    }
    assert limit["text"] == cells["limitation"]


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize(
    ("depth", "shown"), [("20s", "20s"), ("2m", "2m"), ("10m", "10m"), (None, "20s")]
)
def test_depths(run: Run, depth: str | None, shown: str) -> None:
    """The text is of the depth asked for, else of the setting; it is read aloud within its time."""
    must(run("log", "patel", "c: low pressure over 75", now=LAST))
    options = ("--depth", depth) if depth else ()
    said, _limit = section(run, "patel", "message", *options)
    text = str(MESSAGES["elderly"][f"text_{shown}"])
    assert (said["depth"], said["text"]) == (shown, f'{shown}  "{text}"')
    assert reading_seconds(text) <= {"20s": 20, "2m": 120, "10m": 600}[shown]


@pytest.mark.usefixtures("valley")
def test_a_depth_that_a_message_lacks(run: Run) -> None:
    """The next shorter one is shown as what it is; the setting is taken where nothing is asked."""
    must(run("config", "set", "brief.depth", "10m"))
    said, _limit = section(run, "haas", "message")
    assert said["depth"] == "20s"
    done = run("brief", "haas", "--depth", "1h")
    assert (done.code, done.out) == (2, "")
    assert "20s, 2m, 10m" in done.err


@pytest.mark.usefixtures("valley")
def test_expired_and_retired_are_never_said(run: Run, writing: Writing) -> None:
    """On the last day of its approval it stands there, the day after it doesn't."""
    must(run("log", "patel", "c: potassium", now="2026-10-30T18:00:00-06:00"))
    shown = run("brief", "patel", now="2026-10-31T09:00:00-06:00")
    assert "Old words about potassium." in shown.out
    later = run("brief", "patel", now="2026-11-01T09:00:00-06:00")
    assert "potassium." not in later.out
    assert "nothing approved answers this" in later.out
    with writing() as work:
        row = work.db.execute("SELECT id FROM message WHERE code = 'theatre'").fetchone()
        products.retire_message(work, row[0])
    assert "anaesthesia" not in must(run("brief", "haas")).out


@pytest.mark.usefixtures("valley")
def test_not_the_same_again(run: Run) -> None:
    """What was said last time isn't said again, and where nothing else is for them that is told."""
    must(run("log", "brandt", "# Cardexa ~", now=LAST))
    (said,) = section(run, "brandt", "message")
    assert said["text"] == (
        "nothing new is approved for them since you spoke on Tue 17 Nov: ask, and listen"
    )
    must(run("log", "brandt", "she likes the form; # Cardexa ++"))
    said, _limit = section(run, "brandt", "message")
    assert said["claim"] == MESSAGES["paperwork"]["claim"]


@pytest.mark.usefixtures("valley")
def test_their_colleagues_objection(run: Run) -> None:
    """Who said nothing yet may say what others of their specialty and role said."""
    must(run("provider", "add", "Lena Moss, MD", "--specialty", "cardiology", now=FIRST))
    must(run("log", "patel", "# Cardexa; ! too new", now=LAST))
    (likely,) = section(run, "moss", "objections")
    assert likely["answer"] == "Fair. Two years of registry; here is what it can't show."
    assert likely["why"] == [
        {"term": "others", "text": "1 person of their specialty and role said it"}
    ]
    assert section(run, "haas", "objections") == []


@pytest.mark.usefixtures("valley")
def test_what_changed_since_the_last_visit(run: Run, writing: Writing) -> None:
    """A line names which facts of the product, and of what they may hear, changed since."""
    must(run("log", "haas", "# Cardexa ++", now=LAST))
    assert "NEW" not in must(run("brief", "haas")).out
    with writing(now="2026-11-20T09:00:00-06:00") as work:
        ids = {
            row["code"]: row["id"]
            for table in ("message", "material")
            for row in work.db.execute(f"SELECT code, id FROM {table}").fetchall()
        }
        product_id = work.db.execute("SELECT id FROM product").fetchone()[0]
        products.edit_product(work, product_id, {"safety_profile": "watch potassium"})
        products.edit_message(work, ids["theatre"], {"limitation": "no emergencies, no children"})
        products.edit_message(work, ids["paperwork"], {"limitation": "not for surgeons' ears"})
    assert (
        'NEW    changed since Tue 17 Nov: safety of Cardexa; limitation of "A day without\n'
        '       it before surg.."\n'
    ) in must(run("brief", "haas")).out


@pytest.mark.usefixtures("valley")
def test_what_changed_is_what_stands_otherwise_now(run: Run) -> None:
    """Who pays, from what to what; nothing that was taken back, nothing that isn't out yet."""
    cover = ("product", "cover", "Cardexa", "--payer")
    must(run(*cover, "Medicare D", "--state", "restricted", now=FIRST))
    must(run("product", "edit", "cardexa", "--labelling", "v3", now=FIRST))
    must(run("log", "haas", "# Cardexa ++", now=LAST))
    later = "2026-11-20T09:00:00-06:00"
    must(run("product", "edit", "cardexa", "--safety", "watch potassium", now=later))
    must(run("undo", now=later))
    must(run(*cover, "Own plan", "--state", "pending", now=later))
    must(run("undo", now=later))
    must(
        run(
            *("material", "add", "Rival paper", "--kind", "competitor", "--product", "card"),
            *("--dated", "2026-11-20"),
            now=later,
        )
    )
    must(run("material", "edit", "rival", "--dated", "2026-11-30", now=later))
    assert "NEW" not in must(run("brief", "haas")).out
    must(run(*cover, "Medicare D", "--state", "covered", now=later))
    must(run("product", "edit", "cardexa", "--labelling", "v4", now=later))
    shown = " ".join(must(run("brief", "haas")).out.split())
    changed = (
        "changed since Tue 17 Nov: Medicare D restricted > covered; labelling v3 > v4 of Cardexa"
    )
    assert f"NEW {changed} ASK" in shown
    must(run(*cover, "Own plan", "--state", "pending", now=later))
    shown = " ".join(must(run("brief", "haas")).out.split())
    assert "Own plan now pending" in shown
    assert "- >" not in shown


@pytest.mark.usefixtures("valley")
def test_the_same_store_and_day_give_the_same_brief(run: Run) -> None:
    """Nothing in a brief is by chance."""
    must(run("log", "patel", "# Cardexa ~; ! too new; q: ok in dialysis", now=LAST))
    briefs = {must(run("brief", "patel", "--why", "--full")).out for _time in range(3)}
    assert len(briefs) == 1


@pytest.mark.usefixtures("valley")
def test_a_limitation_is_never_cut(run: Run) -> None:
    """However much is owed: the message keeps its limitation, whole, and 25 lines are enough."""
    for number in range(12):
        must(run("followup", "add", "patel", f"article number {number}", "--due", "fri"))
    must(run("log", "patel", "c: low pressure over 75; # Cardexa ~; ! too new", now=LAST))
    for depth in ("20s", "2m", "10m"):
        out = must(run("brief", "patel", "--depth", depth)).out
        assert len(out.splitlines()) <= 25
        assert "SAY    " in out
        assert "\nLIMIT  12 months only; nobody under eGFR 30 was studied\n" in out


def test_in_chinese(run: Run, writing: Writing) -> None:
    """王主任 is told in Chinese what answers him; the widths hold."""
    with writing(now=FIRST) as work:
        fill(work, "泽康平", is_chinese=True)
    must(run("provider", "add", "王建国 主任医师", "--specialty", "心内科", now=FIRST))
    said, _limit = section(run, "王建国", "message")
    assert said["claim"] == CHINESE["卒中"]["claim"]
    must(run("log", "王建国", "关注:75岁以上低血压;#泽康平 一般;!药太新", now=LAST))
    assert must(run("brief", "王建国")).out == (
        "王建国 主任医师   心内科                                        no visit planned\n"
        "CARES  75岁以上低血压 (Tue 17 Nov)\n"
        "LAST   Tue 17 Nov seen 泽康平 ~, 药太新: unanswered\n"
        'SAY    20s "75岁以上用5毫克,收缩压低于100的占2.6%,安慰剂2.1%。"\n'
        "LIMIT  只观察12个月;eGFR低于30的没有研究\n"
        'IF     "药太新" -> "是。登记研究才两年,这页写明了它说明不了什么。"\n'
        'ASK    "75岁以上低血压": where did you meet it last? What did you change because\n'
        "       of it? What would put you at ease?\n"
        "BRING  登记研究单页 v3 (approved to 31 Mar '27)\n"
        "AFTER  @王建国\n"
    )


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize(
    ("concern", "said"),
    [
        (
            "low pressure in pregnancy",
            "nothing approved answers this: listen, and take it to medical",
        ),
        (
            "low pressure under eGFR 20",
            "nothing approved answers this: listen, and take it to medical",
        ),
        ("parking", "nothing approved answers this: listen"),
        ("azoles", "the approved answer {ref} is for others: listen, and take it to medical"),
        ("forms for payers", "the approved answer {ref} is for others: listen"),
    ],
)
def test_what_is_not_answered_is_said_plainly(run: Run, concern: str, said: str) -> None:
    """Whom the concern names counts; parking isn't medical; another's answer is named."""
    must(run("log", "patel", f"c: {concern}", now=LAST))
    (line,) = section(run, "patel", "message")
    assert line["text"] == said.format(ref=line["ref"])


@pytest.mark.usefixtures("valley")
def test_the_depth_that_answers_is_shown(run: Run) -> None:
    """Only the text at 2 minutes speaks of it: that is shown, and it is said why."""
    must(run("log", "patel", "c: registry size", now=LAST))
    said, *_others = section(run, "patel", "message")
    assert (said["depth"], said["depth_raised"]) == ("2m", True)
    assert said["text"].startswith("2m (the shorter text doesn't answer it)  ")


@pytest.mark.usefixtures("valley")
def test_the_newest_unanswered_concern_has_its_line(run: Run) -> None:
    """Beside the answered one the brief itself says that another waits."""
    must(run("log", "patel", "c: low pressure over 75", now=LAST))
    must(run("log", "patel", "c: parking", now="2026-11-18T18:00:00-06:00"))
    lines = must(run("brief", "patel")).out
    assert '"parking": nothing approved answers this: listen\n' in lines
    assert "LIMIT  12 months only; nobody under eGFR 30 was studied\n" in lines


def test_which_product(run: Run, writing: Writing) -> None:
    """By the script of the name before the store's order; the last visit's isn't left silently."""
    with writing(now=FIRST) as work:
        fill(work)
        fill(work, "泽康平", is_chinese=True)
        products.add_product(work, "Nullex")
    must(run("provider", "add", "王建国 主任医师", "--specialty", "cardiologist", now=FIRST))
    must(run("provider", "add", "Lena Moss, MD", "--specialty", "心内科", now=FIRST))
    for who, product in (("王建国", "泽康平"), ("moss", "Cardexa")):
        said, _limit = section(run, who, "message")
        assert said["product"] == product
    must(run("log", "moss", "# 泽康平 ++", now=LAST))
    said, _limit = section(run, "moss", "message")
    assert said["product"] == "泽康平"
    must(run("log", "moss", "# Nullex ~", now="2026-11-18T18:00:00-06:00"))
    said, _limit, note = section(run, "moss", "message")
    assert said["product"] == "Cardexa"
    assert note["text"] == (
        "no approved message of Nullex, of last time, is for them: this is of Cardexa"
    )


def test_without_a_product_nothing_is_said(run: Run) -> None:
    """Who keeps no products has no message, no question, no leaflet."""
    must(run("provider", "add", "Wei Chen"))
    must(run("log", "chen", "c: low pressure"))
    assert must(run("brief", "chen")).out.count("\n") == 4
