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
    """diluent strength eye eyes misread nurses patient nurse carer pharmacist pharmacy chemist bottle vial script tech dispensed tube iv im ml mcg release
    syringe pen undiluted infusion administered injected chart charted swallowed drank tablets pills
    tablet capsule dose strength patch hospice ward""".split()
)
"""Where medicines are handed out: an error told there is one of medication."""
