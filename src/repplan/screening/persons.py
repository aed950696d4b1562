"""English words by which a text tells who somebody is: given names, titles, offices, ages.

Source: our own: usual given names in the United States and the United Kingdom, and of those who
came there. Chosen and checked on 2026-11-22.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset("one two three four five six seven eight nine".split())
_COUNTED = frozenset(
    """mg mcg ml units % percent patients pts boxes packs minutes min mins hours hrs days weeks months km
    miles beds am pm scripts visits doctors people slides pages tablets samples pens kg usd eur gbp
    th st nd rd o doses times count stores offices stents cups copies reps nurses""".split()
)


def age_end(words: Sequence[str], at: int) -> int:
    """Return where an age ends that stands at ``at``: ``67``, ``seventy three``; 0: none does."""
    if at >= len(words):
        return 0
    end = at + 1
    if words[at].isdigit():
        if not (len(words[at]) < 4 and 0 < int(words[at]) < 111):
            return 0
    elif words[at] not in _TENS:
        return 0
    elif words[end : end + 1] and words[end] in _ONES:
        end += 1
    behind = words[end : end + 2]
    is_part = len(behind) == 2 and behind[0] == "/" and behind[1].isdigit()
    return 0 if is_part or (behind and behind[0] in _COUNTED) else end


GIVEN = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan
    peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur
    austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan
    wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley mary patricia jennifer
    linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
    emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel
    carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly
    christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara
    janice ann kathryn abigail sophia frances jean alice judy isabella julia grace denise amber doris
    marilyn danielle beverly charlotte theresa diana natalie brittany rose kayla alexis lori jane
    jackie bill bob jim tom tony dave steve mike dan ben sam tim greg fred ted ray don ken ron harry oliver
    lily ella mia freya sophie lucy chloe graham nigel ian neil colin trevor derek clive barry leslie
    maureen sheila eileen brenda pauline hazel gladys mabel edith elsie ethel florence ivy doreen mavis
    carlos luis miguel jorge pedro ana rosa carmen lucia elena ahmed mohammed muhammad ali fatima aisha
    priya raj ravi anil sunita deepa wei li ming hans klaus anna-maria pierre marie giulia marco lars ingrid
    agnes irene esther sofia ivan olga natasha rosemary harriet alfred ernest stanley norman herbert
    eddie freddie charlie jimmy tommy teddy bev peggy patsy patty cindy wendy tracy tracey stacey
    sally molly polly jenny tina gina lena nina dora cora flora clara sylvia yvonne yvette monica
    veronica vera vivian viola wilma winifred gertrude bernadette bernard bertha beatrice audrey
    bonnie connie carrie cathy kathy debbie becky vicky nicky mandy lorraine loretta lois lorna
    lydia leona lillian lynn lynne marge marjorie margot marian marion maxine melvin melinda mildred
    millie minnie miriam muriel myra myrtle naomi nadine nellie noel nora norma phyllis ramona
    regina rhonda rita roberta rosalie roxanne ruby sadie shelley sherry stella suzanne tamara tammy
    tanya thelma trudy ursula valerie velma verna wanda yolanda archie arnold alvin allan allen andy
    angus arturo barney basil bertram brad brent bryce byron calvin cecil cedric chester clarence
    claude clayton clifford clinton clyde cody connor conrad craig curtis damian darren darryl
    desmond dexter dominic donnie doug duane duncan dwayne dwight edgar edmund edwin eli elias
    elijah elliot elmer emmett enrique erik ernie evan everett felix fernando floyd francis
    francisco franklin gareth garry gavin geoff geoffrey gerard gilbert giles glen glenn gordon gus
    hank harvey hector herman homer horace howard hubert hugh hugo humphrey irving isaac jake jared
    javier jeff jermaine jerome joel julian julio julius karl kelvin kenny kirk kurt leo leon
    leonard leroy lester lionel lonnie lou lucas luke luther lyle malcolm manuel marcus mario martin
    marvin maurice mervyn mitch moses myron ned nick norris orlando oscar otis otto owen pablo percy
    perry pete phil quentin rafael ramon randall reggie reginald rex rhys ricardo rick roderick
    rodney roland ronnie rupert salvador saul seth shane shaun sid sidney simon stefan stewart
    stuart sven terence theo theodore tobias todd tomas travis tyrone vernon vic virgil wade walt
    wendell wesley wilbur wilfred winston yusuf sanjay vijay suresh ramesh rajesh amit arjun anita
    lakshmi meena nadia omar hassan hussein ibrahim yusra khalid layla maryam zainab amina kofi
    kwame ngozi chidi emeka amara tunde dmitri svetlana boris pavel katya piotr agnieszka jadwiga
    sergei mei xiu hiroshi yuki kenji jesus rosario guadalupe consuelo esperanza dolores beatriz luz
    raul ruben ernesto alberto roberto gonzalo giuseppe antonio carla luca francesca chiara jacques
    colette margaux heinz jurgen helga ingeborg anneliese gwen gwyneth nell ines sylvie zara emil rory marlene shelly marcel greta bettina""".split()
)
TITLES = frozenset("mr mrs ms miss mister madam missus mme frau herr".split())
COLLEAGUES = frozenset(
    """dr doctor prof professor nurse sister pharmacist consultant np pa rn md physician surgeon rep
    manager colleague matron registrar resident fellow dean chief director receptionist secretary
    assistant drs do phd frcp facp with met meet""".split()
)
TELLING = COLLEAGUES - frozenset("sister resident with met meet fellow do".split())
"""Titles and offices that nobody but a colleague has."""
OFFICES = frozenset(
    "rep manager md rn np arnp aprn nurse cns msl supervisor director receptionist secretary pharmacist consultant registrar".split()
)
WORKS = frozenset(
    """said says asked asks wants wanted told tells thinks prefers runs ran orders ordered signs signed leads
    manages from office reception receptionist pharmacist secretary manager nurse purchasing procurement buyer prescribes
    prescribed treat treats treated study trial et presented published lecture talk will agreed agrees likes loves
    sees reviewed emailed called promised joined works mentioned explained chairs heads offered invited
    clinic prescribing recommends suggested believes feels specialises md rn np phd do uses writes
    presents is-the covers confirmed booked showed foundation hospital street centre center method criteria score index""".split()
)
CLINICAL = frozenset(
    """dialysis diabetic diabetes diabetics t2dm t1dm cancer chemo chemotherapy radiotherapy diagnosed diagnosis admitted surgery
    stroke hypertension hypertensive htn ckd esrd copd hf chf afib af fibrillation infusion transplant treated treatment insulin
    pregnant biopsy stage tumour tumor asthma bp creatinine egfr a1c hba1c ef lvef pressure angina stent bypass dementia alzheimers
    parkinsons epilepsy epileptic psoriasis arthritis depression depressed schizophrenia bipolar hiv hepatitis cirrhosis leukaemia
    leukemia lymphoma myeloma melanoma mi infarct heart kidney renal liver lung breast prostate tablets mg dose dosed
    injection biologic prescribed medication meds remission relapse hospitalised hospitalized discharged icu ward bed
    hospital oncology palliative hospice obese obesity gout anaemia anemia cholesterol statin warfarin metformin
    neuropathy ulcer fracture osteoporosis ms lupus crohns colitis ibd eczema migraine patient pt
    switched scan mri ct ecg symptoms failure disease syndrome disorder wheelchair amputation pneumonia sepsis covid chronic
    thyroid pacemaker valve aneurysm dvt embolism titrated adherence nonadherent suffers suffering takes""".split()
)
PROGRAMME = frozenset(
    """support programme program access services assistance group groups day week safety leaflet card
    association advocacy information education forum portal hub journey centricity experience
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december line population numbers flow on in at the and
    is was who with had has should could would will can from of to for by over under all some said""".split()
)
