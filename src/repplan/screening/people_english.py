"""English words around a name that say whether its bearer is a patient, a colleague or a place.

Source: our own. Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

NOT_NAMES = frozenset(
    """asked asks saw met told took found called call rang ring left spoke seen gave sent emailed
    discussed showed covered went going will would can could may might shall should does did do is
    are was were has have had the a an this that these those his her their our my your its one two
    three some any all no not and or but if so as at by for from in into of off on onto out over
    re to up with about after before during since until when where who whose why what which how he
    she they we you i it me us him them dr doctor prof professor nurse sister pharmacist patient
    patients pt pts case lady gentleman man woman old young elderly new north south east west
    upper lower central royal saint st great good bad happy morning afternoon evening lunch
    breakfast dinner coffee monday tuesday wednesday thursday friday saturday sunday mon tue tues
    wed thu thur thurs fri sat sun january february march april june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter
    christmas easter street road lane avenue drive court house park place square hospital clinic
    surgery centre center practice pharmacy medical medicare medicaid health healthcare care group
    trust university college school institute department unit ward floor room bed foundation
    association society journal medicine lancet england scotland wales ireland london york states
    united kingdom america american british european english french german spanish italian chinese
    indian african asian black white hispanic board committee formulary office manager rep reps
    team head chief director staff consultant registrar resident family mother father wife husband
    daughter son neighbour neighbor friend aunt uncle mum dad mom grandma grandad mayor judge
    teacher actor pastor reverend vicar captain sergeant note notes chart record records reported
    reports said says wants wanted thinks please pls also then now today tomorrow yesterday next
    last first second third phase trial study data label slide deck poster ok yes hi hello thanks
    thank birthday type stage grade class level mg mcg ml tablets tablet pills cardiology oncology
    neurology gp np pa rn md er ed icu ecg mri ct bp hr htn ckd chf copd sop pi smpc ae aes adr
    fda nhs mhra ema nice mi af dvt uti led lead nct insulin statin metformin warfarin aspirin
    ramipril lisinopril amlodipine bisoprolol atorvastatin simvastatin started switched stopped
    prescribed diagnosed admitted discharged moved spoken heard learned noticed checked booked
    follow copay refill appeal prior auth question query request asking interested curious see
    seeing need needs spotted mrs mr ms miss mrn dob ssn id number phone tel mobile email address
    age aged male female insurance policy member blue cross shield aetna cigna humana kaiser very
    quick long short busy lovely waiting marketing sales affairs information access key account
    regional area district county city town village heart lung kidney liver stroke diabetes cancer
    angina hypertension asthma dialysis renal parkinson parkinsons alzheimer alzheimers crohn
    crohns raynaud raynauds cushing addison hodgkin hodgkins marfan graves behcet sjogren stevens
    johnson guillain barre wolff thats its hes shes whos theyre im ive dont didnt heres theres lets
    apparently poor councillor letter""".split()
)
"""Words that begin a sentence or name places, days and things: no part of a person's name."""

PLACES = frozenset(
    """hospital clinic surgery centre center practice pharmacy medical health street road lane avenue
    house university college school institute foundation association society trust group park ward
    unit journal criteria score index scale syndrome disease method test study trial protocol
    guideline formulary cup award prize memorial conference congress hotel restaurant bistro deli
    grill inc ltd plc""".split()
)
"""A word behind a name that makes a place or a thing of it."""

CHARTS = frozenset(
    """chart charts record records notes file results bloods labs scan scans angiogram ecg ekg echo
    bp cholesterol pressure sugars a1c potassium dialysis diagnosis prescription prescriptions
    script scripts refill repeat repeats meds medication tablets pills dose stent bypass surgery
    operation op biopsy angina hypertension diabetes asthma cancer stroke heart kidneys kidney
    liver eyes eyesight treatment infusion injection insulin copay appeal claim preauth insurance
    ankle ankles legs rash cough symptoms side reaction condition pacemaker xray mri ct bloodwork
    hb inr creatinine allergy allergies inhaler bed discharge admission appointment carer daughter
    auth pa form pending denied approval authorization authorisation savings coupon reminder
    son wife husband mum mother care vitals obs weight consent case""".split()
)
"""What somebody's is that is a patient: ``Priscilla Voss's cholesterol``, ``the chart of …``."""

RELATIONS = frozenset(
    """patient pt case client resident neighbour neighbor lady gentleman gent man woman mother father
    mum mom dad aunt uncle wife husband hubby daughter son grandma grandad granny grandfather
    grandmother brother cousin friend mayor judge teacher actor actress singer footballer pastor
    reverend vicar farmer baker butcher barber plumber postman headmaster headteacher mp
    councillor senator landlord widow widower pensioner veteran nun priest named called somebody
    someone girl boy baby child kid teen teenager customer inpatient outpatient fella bloke chap
    name names guy niece nephew partner fiance boyfriend girlfriend boss caretaker retired famous celebrity
    umpire captain bed room bay cubicle sticky""".split()
)
"""Who stands before a name that may be a patient's."""

STATES = frozenset(
    """is was has had takes took taking uses used needs needed gets got on started stopped began came
    went fell died collapsed suffers suffered stays stayed stay presented lives remains weighs
    switched being diagnosed admitted discharged treated in under with from feels felt tolerates
    tolerated failed missed lost gained keeps kept complained complains reported reports wont will
    cant doing responded responds passed whos whose who shes hes""".split()
)

WORDS = frozenset(
    """cardexa dialysis diabetic diabetics diabetes angina hypertension hypertensive htn pills
    tablets tablet mg dose insulin meds medication ablation angioplasty stent bypass pacemaker
    valve op operation operated angiogram cath bed ward bay icu hdu ccu er ed a&e infarct mi heart
    attack failure bp pressure cholesterol diagnosed diagnosis treated treatment therapy admitted
    discharged surgery biopsy chemo radiotherapy asthma copd inhaler oxygen stroke tia dementia
    cancer tumour tumor prostate breast kidney renal transplant gout arthritis psoriasis injection
    infusion symptoms resistant prescription refill copay hospice palliative allergic allergy
    pregnant trimester scan mri ct ecg echo bloods labs beta blocker blockers spray drug diuretic room bay bypass labs inr a1c hba1c creatinine egfr stable
    uncontrolled chronic depression bipolar epilepsy epileptic seizures parkinsons ckd chf hf af
    afib fibrillation statin metformin warfarin ramipril amlodipine wheelchair amputee
    claudication ulcer ulcers migraine migraines tolerating titrated titrating adherent remission
    relapse hiv hepatitis cirrhosis drip tests angioedema cough rash dizzy stopped xdrugx""".split()
)
"""What a patient has, takes or is done to."""

ILLS = frozenset(
    """angina hypertension hypertensive htn diabetic diabetes dm ckd esrd copd chf hf af afib cad mi
    asthma stroke tia dialysis bypass stent stents pacemaker cancer chemo transplant dementia gout
    parkinsons alzheimers arthritis epilepsy psoriasis depression lupus cirrhosis hepatitis hiv
    pregnant pregnancy bp cholesterol pressure sugar sugars pci cabg amputee wheelchair hospice
    nstemi stemi acs ccf pvd cva ef lvef a1c bnp leukemia leukaemia lymphoma tumour tumor hyperlipidemia prediabetic icd ablation""".split()
)
"""What one person has or was done to; not what a department is called."""

MEDS = frozenset(
    "repeat repeats refill refills script prescription inhaler insulin appeal copay coupon".split()
)
"""What a pharmacy or a plan holds of one person."""

ACADEMIC = frozenset(
    """patients pts cases clinics trial trials study studies paper papers slide slides data registry
    guideline guidelines poster author authors article lecture journal talk talks population
    interested keen expert specialises specializes prescriber prescribes research inventor class
    treat treats treating classes committee formulary""".split()
)
"""Words beside which a name is an author's, a speaker's or a prescriber's."""

ENROLLED = frozenset(
    """enrolled enroll enrolling enrol enrols enrolls registered registering signed signing signs
    sign up onboarded set registers""".split()
)
PROGRAMMES = frozenset(
    """program programme support savings saving copay card line hub assistance portal scheme coupon
    voucher app adherence refill therapy patient""".split()
)
"""What a patient is enrolled in."""

FORMS = frozenset(
    """form auth authorization authorisation appeal refill screen script chart pa claim preauth
    prescription rx referral voucher copay intake fax file list reminder request record denial letter coupon""".split()
)
"""What a patient's name stands on: ``PA form: …``."""

COMPANY = frozenset(
    """reception front procurement purchasing buyer buying finance accounts rep reps manager director
    secretary receptionist assistant admin coordinator administrator consultant registrar
    physician doctor nurse pharmacist specialist cardiologist nephrologist endocrinologist
    neurologist oncologist surgeon md rn np phd pharmd professor trainer speaker speakers author
    authors investigator kol editor supplier marketing formulary committee chair chairs chairman
    heads head leads lead runs ran presents presented replaces replaced replacing organises
    organizes colleague joined colleagues hire msl liaison gp dietitian physio physiotherapist
    arnp aprn dnp crnp rph billing scheduling shipping agency midwife matron tech technician phlebotomist intern student trial et""".split()
)
"""Offices: who holds one is no patient."""
