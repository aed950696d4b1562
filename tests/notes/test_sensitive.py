"""What no personal note may hold, and what only looks like it: a table of each, in both languages."""

from __future__ import annotations

import pytest

from repplan.notes.rules import sensitive

REFUSED = {
    "health": """
        on antidepressants since spring|in hospital|husband is in the hospital|had her knee replaced
        gets migraines|migraine|back pain|bad back|broke his leg skiing|her son has asthma
        wife had a stroke|seeing a therapist|takes statins|on insulin|off sick until June
        had his appendix out|knee replacement in March|hip operation last year, had an operation
        tore his ACL|is going deaf|uses a hearing aid|recovering from pneumonia|her breast cancer
        expecting twins in May|trying for a baby|daughter has autism|sober for two years
        mother has dementia|lost her sight|gets headaches|high cholesterol|pacemaker since 2020
        had Cancer two years ago, coaches a team|feeling unwell|not well lately|wears a prosthesis
        做了手术|做了支架|有胃病|腰不好|怀二胎|怀孕三个月|颈椎疼|膝盖不好|心脏不好|刚出院|住过院
        血压高|有糖尿病|太太抑郁|父亲中风|去年骨折|摔断了腿|得了肺炎|感冒了|在吃药|睡眠不好|打胰岛素
        甲状腺结节|偏头痛|花粉过敏|准备要二胎|腰椎间盘突出|身体不好|脑梗后在康复|查出息肉|眼睛不好
        """,
    "religion": """
        goes to church on Sundays|is Catholic|a devout Christian|Jewish|keeps kosher|prays daily
        Grace Baptist Church, coaches the team|husband is a pastor|fasts for Ramadan|is a Buddhist
        goes to mass|atheist|his faith matters to him|Jehovah's Witness|her Bible group
        信主|信佛|他信基督教|周日做礼拜|受洗了|去教堂|天主教徒|每天念经|拜佛|有信仰|吃清真|家里是穆斯林
        """,
    "politics": """
        Trump supporter|hates Biden|trump fan|a Republican|voted for the mayor|on strike|is very liberal
        union rep|went on strike in May|pro-life|MAGA hat|campaigned for the senator|joined the union
        Brexit voter|at a protest|supports the government|is pro-Palestinian|a socialist|far-right views
        支持台独|是党员|民进党支持者|讨厌特朗普|参加罢工|去游行|支持独立|刚入党|左派|骂政府|工会主席
        """,
    "sex life or orientation": """
        she is gay|he is gay|came out as bisexual|lesbian|having an affair|transgender|in the closet
        同性恋|已经出柜|有外遇|他出轨了
        """,
}

HARMLESS = """
    plays bass in a band called Cancer Bats|fan of the band Migraine Club|her dog is called Migraine
    listens to Black Sabbath|loves Bad Religion, the band|his quiz team is the Broken Hips
    coaches the Heart Attacks softball team|collects Great Depression posters|sick of meetings
    is sick of night shifts|works in the hospital choir|plays in the hospital orchestra
    son in med school|two strokes off her best round|Christian likes golf|teaches at Temple University
    a sick guitar solo|the Cardinals|loves early surgery lists|party animal|works out at six
    Churchill biography on the desk|lives on Church Street|studied at Texas Christian University
    trained at Houston Methodist|UNC Chapel Hill alumna|voted best teacher of the year
    hates hospital politics|plays no-trump bridge hands|golf handicap of 12|credit union board
    rugby union on Saturdays|Union Square farmers market|Saints season tickets|Patriots, not the Jets
    roots for the Padres|likes dark chocolate|drinks tea, never coffee|daughter swims for Ohio State
    twins just began school|wife is a physical therapist|husband teaches liberal arts
    Thanksgiving at her sister's|Christmas in Vermont|holiday in Israel next spring|Easter in Rome
    new grandson in October|runs marathons|recovering from the marathon|loves spicy food
    coffee addict|addicted to crosswords|a chess addict|breeds beagles|restores old cars
    grills chicken breast on Fridays|non-alcoholic beer please|conservative dosing, tells so proudly
    allergic to meetings|an infectious laugh|dying to see Iceland|blind wine tastings|blind date story
    Liverpool supporter|hates the Yankees|supports Arsenal|tea party with her daughter
    striking photos of whales|demonstrated his drone|elected captain of the golf club
    new back yard|bad loser at cards|the Dr Gay lecture|Queer Eye reruns|paperwork is a headache
    下礼拜五去爬山|周日打球|儿子中考|爱吃辣|女儿学钢琴|喜欢钓鱼|老家在成都|国安球迷|爱喝龙井
    教会我钓鱼|发烧友，听黑胶|对新话题不感冒|喜欢看《流感》|女同学聚会|男同事常一起打球|属虎
    手术台上放莫扎特|做手术时听交响乐|每天做三台手术|手里有很多病人|工会羽毛球赛冠军|春节回老家
    孩子上小学二年级|大宝爱画画|马拉松跑进四小时|爱逛寺庙拍照|医师节收到花|中秋送月饼|巨蟹座
    佛系，不争|二胎上小学了|喜欢《我不是药神》|爱看球|儿子考上北大|太太是护士|爱种花|喜欢吃面
    """


def _split(table: str) -> list[str]:
    return [one.strip() for line in table.splitlines() for one in line.split("|") if one.strip()]


@pytest.mark.parametrize(
    ("said", "kind"), [(said, kind) for kind, table in REFUSED.items() for said in _split(table)]
)
def test_what_no_note_may_hold(said: str, kind: str) -> None:
    """Plain ways to say it are known, in both languages, and the word is one that was said."""
    found = sensitive(said)
    assert found is not None
    assert found[0] == kind
    assert found[1] in said


@pytest.mark.parametrize("said", _split(HARMLESS))
def test_what_any_note_may_hold(said: str) -> None:
    """Food, teams, family, holidays and hobbies are kept, whatever words they share."""
    assert sensitive(said) is None


def test_the_tables_are_long() -> None:
    """Enough cases of each that a family that is lost shows."""
    assert sum(len(_split(table)) for table in REFUSED.values()) > 120
    assert len(_split(HARMLESS)) > 100
