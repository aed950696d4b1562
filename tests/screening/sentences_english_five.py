"""Labelled sentences, English: an independent writer's second set; the rules were mended with it.

The first try: safety 49 of 55, 3 false alarms of 90; off-label 17 of 17, 2; identity 13 of 18, none.
"""

from __future__ import annotations

SAFETY = """
pt on lumivast ended up in ER sat night, chest tightness
his own mother in law stopped taking it because of the cough
the pharmacist had two returns this week, tablets crumbled in the blister
woman 14 weeks pregnant still on the 5 mg, dr wants to know what to do
one of hers passed away last month while on Lumivast, she thinks it was the heart
doc says it just doesn't work in his hands, three failures so far
pharmacy dispensed lumivast instead of cardexa, customer took it for 4 days
pt developed hyperkalaemia 6.1, drug withdrawn
blister pack foil wouldn't peel, patient cut her finger on it
Tablets in lot 4471 were a different colour than usual according to the pharmacist
prac mgr's dad broke his hip after getting lightheaded on our drug
gentleman crushed the tabs and snorted them, unbelievable
a bloke came back with hives all over his back
two hospitalised with low sodium since the switch
lady couldnt pee for a day after starting it
erections gone, he wants off it
gums bleeding on lumivast per the dental hygienist next door
seizure in a 60 something, dr not sure its related
Dr said quote the last one I put on this nearly died unquote
patient was kept overnight for observation, pulse of 38
overheard in waiting room that the new bp pill makes people dizzy as hell
script written for 50 mg rather than 5 and the pharmacy filled it
bottle said 30 count but only had 26 in
so doctor said that uh she had a man whose tongue swelled up and he had to go to the hospital
Patient found out she was expecting while on Lumivast
dr asked if anyone else is seeing muscle cramps because he has had four
creatinine jumped from 90 to 180 after dose went up
Barber told me his brother was rushed in with palpitations on Lumivast
constipated to the point of impaction, poor thing
still getting angina attacks daily despite full dose
rec'd complaint: strip had an empty pocket
tablet got stuck in throat, needed heimlich at the dinner table
pt expired 3 days post start, family asking questions
intentional overdose over the weekend, took the whole box
Someone is splitting the film-coated tabs and sharing with her sister
patient took it after expiry date by 7 months
depressed mood noted in one woman, cried in the surgery
complains of tingling fingers ever since dose increase
pancreatitis case discussed over coffee, pt was on our product
Nurse Abena: one pt 'went funny' after taking it with grapefruit
receptionist said her nan came over all shaky on them new heart tablets
facial flushing so bad she quit
tender swollen breasts in a male pt, doc suspects us
admitted w/ pneumonia while on lumivast, unrelated she reckons
driver crashed his van, said he felt woozy after the morning pill
sweats thru his shirts since he began the 10
label on the bottle was smudged, couldnt read the strength
Child resistant cap cracked on 3 bottles from last delivery
he's now had 2 patients who needed a pacemaker on it
doctor is annoyed, his patient went into kidney failure
bit of a fall from one lady, bruised not broken, still on it
dry mouth mostly, nothing serious, about 5 of them
anaphylaxis!! needs call back from medical asap
stopped cardexa cold turkey and bp shot to 210, went to hosp
mild tiredness in the first week for a couple of folks, then settled
"""

OFFLABEL = """
Wanted to know whether lumivast can be used in heart failure
Dr Moss wondered about Cardexa for proteinuria in diabetics with normal pressure
is it ok to give the tablet twice a day in resistant cases, he asked
does cardexa do anything for raynauds
dr wants papers on lumivast and atrial fibrillation
asking whether Cardexa has a role in essential tremor
any experience in portal hypertension / varices?
she asked about crushing it for NG tube feeding in ICU
cardiologist asked about using lumivast right after an MI
nephrologist keen on slowing CKD progression with it, BP normal in those folk
asked me if anyone's tried lumivast for long covid palpitations
whats the evidence in microvascular disease without angina
is there a study of it in stroke prevention for normotensives
wonders if Cardexa could replace propranolol for overactive thyroid symptoms
Any pediatric formulation planned, and meanwhile what dose would I use in a toddler
Dr Brandt thinking of trying cardexa for hot flushes and asked what we know
can lumivast be used for cardiac syndrome in Duchenne boys
"""

IDENTITY = """
Mrs Joan Whitlock, 72, started Cardexa on monday
Call back Maria Delgado's husband on 07700 900142 re her prescription
SSN 219-09-9999 for the copay card application
pt email is tkowalski58@example.com wants the savings card
Samuel Adeyemi age 61 hypertensive, good candidate
hospital number H338291, dose changed to 10
Her patient Ravi Menon has diabetes and high BP, moving him to cardexa next week
member ID W88420193 for patient on lumivast rejected by plan
enrolled Angela Brooks in support program, angela.brooks@example.org
date of birth 19-07-1963, female, wants a switch from amlodipine
PA form: Rosa Jimenez, I10, tried lisinopril and valsartan
patient's cell 212-555-0188, she prefers texts for reminders
Doc is starting his patient Fatima Rahman on Lumivast tomorrow
CHI number 0101501234 given to me by reception for the sample request
room 12 Ethel Barnes, hypertension, now on 5mg daily
the pt is my old teacher Mr Colin Parrish, he gets his BP checked here
fax came with name Walter Simms and account 7719-220 for his angina meds
passport no. 533380006 used to register the patient for the program
"""

HARMLESS = """
no side effects so far he says
asked what the rate of dizziness was in the phase 3
left 4 sample packs of 5 mg
hospital P&T committee meets on the 14th
main pain point is prior auths
Seeing her again at the fall conference in Boston
Dr Ito specialises in heart failure and transplant
uses ondansetron for nausea, nothing of ours
Is 10 mg once daily the max? yes, confirmed
formulary tier 2 from january
front desk number is 555-0122, ask for Tina
gatekeeper was in a good mood today
will bring the dosing card next time
Nothing to report on safety today
dr hasn't seen any swelling with our drug
what's the incidence of hypotension vs placebo
competitor rep was here when I arrived
I'm exhausted, six calls before noon
My car broke down on the way, arrived late
Dr. Amanda Reyes wants to be a speaker
practice manager is expecting in May so we're sending flowers via her team
attended the adverse event reporting training this morning
stock ok both strengths
He said the data are a bit dizzying, ha
lumivast is first add on choice for her angina pts now
likes once a day, good for compliance
want to compare with amlodipine head to head, sent request
GI doc, doesn't write our stuff
emergency dept manager wants an inservice in March
oncology wing now closed to reps
talked golf for ten mins, then the efficacy curve
Her dog Biscuit is at every call, cute
Call went well, will commit to trying in next 3 pts
drop off only, doc on holiday
prefers email contact over visits
the copay card is $15 a month, explained to staff
Dr Singh moved to the new medical center on Elm
pt ed brochures in Spanish requested
how should cardexa be stored, room temp?
can you start at 5 and go to 10 after four weeks
elderly dosing per label reviewed
beta blockers remain his first line for angina
she asked whether falls were tracked in the study
Deaths were balanced between arms in the trial
question about the boxed warning on pregnancy, read it to her from PI
he's had zero discontinuations
everyone on it feels fine apparently
not one phone call about side effects she said
haven't heard of anyone stopping
angina attacks cut in half in her group, wow
cough and cold season so waiting room packed
wound care nurse only, not our target
pain clinic merged w rheum
fertility practice, not a fit for us
amitriptyline is what they give for insomnia here
paracetamol for fever is all the school nurse is allowed
diuretic used for leg oedema in his CHF folks
hot topic: drug prices making headlines
the whole team is sick of the new CRM
heads up the projector failed during the lunch talk
iPad detail aid froze, rebooted
Shipment of pens came damaged, reorder
wrong address in system, it's 410 not 401
doubled the lunch count by error
territory abuse of the sample policy discussed on team call
sharps bin vendor was ahead of me in line
Dr Emily Watson, 44, new partner, ex Mayo
office mgr Sandra 555-0199 ext 4
scheduler is Beth, best time before 9
she's off to Portugal, back on the 22nd
knitting club at lunch, they love our tote bags
new baby for Dr Lang! sent card
gave up smoking, he's proud
wants dinner program on hypertension guidelines
white coat hypertension was the chat of the day
average age in the study was 63
Number needed to harm? said I'd get it from med info
PV refresher due friday
our message: low rate of swelling vs CCB
objection: cost. handled w coverage sheet
thinks our ads are aggressive
skeptical, wants 2 yr outcomes
switching pts from the old ACE once supply is ok
one gentleman thanked the doc for the lumivast, can garden again
two new starts, refill rate good
Elevator out of order, five flights, I need the gym
Shared the ECG pocket guide
medicaid pa form updated, gave to Rita
blister vs bottle? they prefer blister for storage
temp log for the sample closet signed
"""
