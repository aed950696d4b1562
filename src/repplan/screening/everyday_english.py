"""English words of a rep's and a doctor's own day: mishaps that no product had a part in.

Source: our own. Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

OFFICE = frozenset(
    """leaflet leaflets order orders number numbers exit copay price prices cost costs sample samples
    budget budgets sandwiches sandwich coffee coffees slides slide calls call reps rep
    invoice invoices boxes quota target targets territory starts scripts visits visit meeting
    meetings floor turn road junction platform train bus flight address email emails name
    names date dates time times slot room rooms building desk window form forms catering cake
    cakes biscuits cookies pizza pizzas lunch lunches dinner tickets seats seat parking space
    spaces deck logo template link line copies brochures posters pages paper papers reprint
    reprints signature signatures stamp cheque vouchers badge badges clinic clinics alarmclock
    password login portal printer projector laptop screen wifi phone car tyre tire tires keys key
    umbrella team staff nurses receptionist secretary list lists agenda calendar market share
    sales business revenue turnover stock stocks wholesaler supply supplier office offices
    corridor reception waiting lobby lift elevator kitchen cafe canteen restaurant paint rounds
    round jokes joke presentation question questions""".split()
)
"""What is counted, doubled, missed or wrong on a working day."""

LEISURE = frozenset(
    """skiing ski snowboarding football soccer rugby tennis golf padel squash marathon race running
    jog jogging hike hiking cycling bike bicycle horse riding sailing surfing holiday holidays
    vacation trip camping garden gardening diy barbecue bbq weekend wedding party match game
    playing gymnastics commute traffic flight drive dog cat season team fan supporter arsenal
    chelsea liverpool nets laughter joke jokes laughing joking joked embarrassing sleeve
    powerpoint movie film book novel opera concert""".split()
)
"""How one breaks a leg oneself, and what one dies of laughing at."""

OTHERS = frozenset("competitor competitors competing rival rivals".split())
FIRST = frozenset("i im ive my me ill myself".split())
DOCTORS = frozenset("dr doctor prof professor".split())
SAYING = frozenset(
    """says said told tells mentioned mentions reports reported saw sees asked thinks noticed noted
    flagged describes described heard complained reckons wrote writes raised shared recalls
    treated found stopped switched pulled blames recounted lost remembers informed warned admitted""".split()
)
"""What a doctor does who tells of somebody else."""

PROMOTION = frozenset("reorder reordered logo mugs promo branded brochures flyers banner banners totes".split())  # fmt: skip
"""What stands beside things that are given away: broken ones are no complaint about a product."""

PERSONS = frozenset(
    """lodger tenant cleaner postman plumber gardener accountant boss secretary typist driver teacher
    student pupil apprentice workmate coworker housemate godmother godson fiance fiancee ex widow
    bridesmaid babysitter nanny lollipop customer punter regular caller passenger neighbour
    nextdoor vicar priest imam rabbi farmer builder baker butcher trucker soldier veteran pilot
    athlete swimmer golfer cyclist dancer singer stepdad stepmum stepmother stepson stepdaughter
    twin twins triplet grandchild grandkids inlaws sil bil fil mum mam ma pa pop mummy daddy
    granddaughter grandson oldie oldies dear geezer gent gents lady ladies dude codger spinster
    pensioners retiree retirees octogenarian nonagenarian septuagenarian centenarian
    sixtysomething teenager teen adolescent youngster newborn preemie smoker drinker vegan
    diabetic asthmatic hypertensive epileptic transplantee amputee inpatient outpatient enrollee
    participant subject volunteer user consumer housewife caregiver carers member postie barmaid
    bartender waiter waitress chef cook sailor fisherman policeman policewoman cop firefighter nun
    monk stranger acquaintance pal chum missus hubby spouse bride groom toddler tot infant babe""".split()
)
"""Who may be affected: ``her lodger``, ``a farmer``."""

DISPENSED = frozenset(
    """drip mouth infused diluent strength eye eyes misread nurses patient nurse carer pharmacist pharmacy chemist bottle vial script tech dispensed tube iv im ml mcg release
    syringe pen undiluted infusion administered injected chart charted swallowed drank tablets pills
    tablet capsule dose strength patch hospice ward""".split()
)
"""Where medicines are handed out: an error told there is one of medication."""

DEFECTS = {
    "defect": """
        rattled|rattling|bent|leaked|jammed|unsealed|torn
        crumble|broken|broke|breaks|breaking|snapped|cracked|cracks|crack|leaking|leaked|leaks|leaky|leak|jammed|jams|jam|jamming|stuck|sticks|damaged|dented|crushed|crumbled|crumbling|crumbles|crumbly|mouldy|moldy|mould|mold|misprinted|misprint|smudged|faulty|defective|defect|malfunction~|discoloured|discolored|discolouration|discoloration|discolour|cloudy|contaminated|counterfeit|fake|torn|bent|blocked|clogged|clogs|clog|melted|smelled|smelly|smells|smelt|smell|stinks|chipped|shattered|split|loose|empty|tampered|opened|unsealed|particles|particle|flakes|specks|glass|hair|detached|unreadable|illegible|mislabelled|mislabeled|warped|sticky|rusty|dripping|drips|peeling|peels|soggy|frozen|burst|bursts|popped|misfired|misfires|misfire|failed|fails|failing|dud|duds|yellowed|brownish|deformed|swollen|rattles|wobbly|malformed|missing|underfilled|short|sheared|brittle|dented|exploded|wet|damp|stiff|perished|foreign
        wont|wouldnt|didnt|doesnt|dont|not|cant|couldnt|never fire|fires|firing|fired|click|clicks|open|opens|close|inject|injected|spray|work|works|working|stick|sticks|release|come|go|dial|push|prime|budge|trigger|activate|deliver|seal|sealed|dispense|actuate|screw|move|twist
        wont|wouldnt|didnt|doesnt|dont|cant|couldnt|never pop|peel|tear|latch|burst|lock|fit
        rubbed|faded|worn|smudged|scratched|wiped|washed off|out|away
        look|looks|looked|seem|seems [a] [bit] different|odd|wrong|strange|funny|off|smaller|bigger|paler|darker|fake|discoloured|tampered|old
        fell|falls|falling|fall|came|comes|coming|come apart|off|open|loose|out|unstuck|away
        wrong label|strength|colour|color|product|batch|expiry|size|tablets|contents|language|lot|leaflet|drug|needle|number|dose|pills|count
        out|past of|its date|expiry|shape|use
        expired|expiry already|date
        different|odd|strange|funny|weird|off|wrong|turned|changed|unusual|brown|not|looks|looked colour|color|smell|shape|taste|texture|brown|yellow|odd|black|cloudy|right|green|pink|different|off
        fractured|migrated|dislodged|detached|dislocated|ruptured|occluded|deflated|malfunctioned|corroded|overheated
        false|wrong|inaccurate|erratic reading|readings|alarm|alarms|result|results
        wont|wouldnt|didnt|doesnt|dont|never sound|alarm|beep|read|hold|deploy|expand|inflate|start|charge|connect|detach|lock|unlock
        already|was|came|arrived [already] open|opened|unsealed
        nothing came|comes|happened|out
        fewer|less|only|short|one|two|three|count *3 than|instead|short|missing|tablets|by
        went off
        said|says|read|reads *4 but|not|instead
        half|completely|almost|part|arrived|came|was|were|is|are|found empty|warm|open|hot|opened|broken|crushed
        had something|bits|a|bug|an|insect|mould|metal [in|floating|black|insect|bug]
        upside down
        too hard|stiff to
        no|without|missing label|expiry|needle|seal|cap|leaflet|instructions|lot
    """,
}
BACKED = {
    "backed": """
        he|she|they|hes|shes|theyve|who|we|weve|ive|i [has|have|himself|herself|just|already] had|seen|got|has|have|counted|noticed [just|already|had|another] one|two|three|four|five|six|seven|eight|several|some|few|another|1|2|3|4|5|6|7|8|9|10|couple|both [,|.|!|;|?|of|so|now|already|cases|patients|pts|like|with|who|this|last]
        he|she|they|hes|shes|theyve|who|we|weve|ive|i [has|have] had|seen|got|has|have a few|couple|handful|case|patient|lady|man|woman|gentleman
        because|as|since|cos|coz|after|that [two|one|three|several|some|both|a] [few|couple] [of] hers|his|theirs|mine
        because|as|since|cos|coz [one|two|three|some|both|a|his|her|their|the] [few|couple|last|first] [of] [his|her|their|two|three|one] [patients|pts|patient|pt|people|last|lady|gentleman] got|had|has|have|developed|complained|stopped|reported|felt|is|was|came|coughs
        because|as|since|cos|coz one|two|three|several|some|both of|ladies|men|women|patients|pts|gents|cases
    """,
}
"""Phrases that say why one asks: it has happened to somebody."""
