"""Labelled sentences, English: plain notes after a visit.

The first try: safety 23 of 36, then 31 of 36, 2 false alarms of 80; off-label 21 of 22, none;
identity 21 of 22, none.
"""

from __future__ import annotations

SAFETY = """
Dr Lindqvist told me one of his ladies got a nasty rash on her arms from Cardexa
a nurse said an elderly patient had been dizzy and fell at home since the dose went up
pharmacist got 2 returns this month, the blister cards wouldn't pop
patient's wife called in about his constant fatigue on lumivast
heard at lunch that someone got pancreatitis
my uncle stopped Cardexa as it made his ankles puff up
reported that it just did not lower his pressure
she mentioned a patient who took 3 tablets in one go
found a patient has been cutting the ER tablet in quarters
one pregnancy reported in a woman taking lumivast
two pts with hypokalaemia, both on ours
they had a death on the ward, 78 yo, day 3 of Cardexa
gentleman was hospitalized for chest pain after missing a week of doses
weird smell from the bottle, staff binned it
low sodium in an 80 yr old, stopped drug
girl in clinic said her mum goes all shaky an hour after taking it
he has seen a few cases of gum swelling lately
old fellow keeps needing the loo at night since Cardexa
nurse spilled the vial and it burned her hand
Pt was anxious, palpitations, HR 130, sent to A&E
patients complain of bloating on the higher strength
neighbour of mine on Lumivast had visual disturbances while driving
the tablets look different from last month, smaller and off white
expiry date rubbed off on the sample pack
wife gave her husband her own tablets because he ran out
stopped Lumivast, back to three attacks a week
has not seen any benefit in the two women he tried it in
severe hypotension after adding it to a diuretic
allergic to an ingredient, throat closed up
elevated liver tests in three patients, he's worried
taking it with St John's wort, had a breakthrough bleed
her mother in law lost her balance and hit her head
patient misunderstood and took it weekly
a man with no history now has diabetes, dr wonders if Cardexa
skin reaction on sun exposure in a patient on the new tablets
Child born with low birth weight, mother treated with Cardexa
Dr Marsh brought up a patient whose toes went numb on Cardexa
one of the dialysis ladies has been vomiting since Monday's dose
my hairdresser's dad passed out in church on Lumivast
hives on day 2, antihistamine given
patient felt dreadful on the 10 and went back to 5
ALT five times normal, therapy stopped
a gent was confused and wandering at night after the switch
pt developed shortness of breath and had to be admitted
there's been a fatal MI, 61 yo male, six weeks on drug
nurse reports redness and pain where the needle went in
got the capsules mixed up with her thyroid tablets
mother breastfeeding while on Lumivast, baby fussy
woman found out she's pregnant, on Cardexa 3 months
took her husband's Cardexa by accident
patient tried to overdose with it
used in a 9 year old by the locum, no harm
BP unchanged after two months at 10 mg, she gave up on it
angina came back after switching brands
loss of efficacy by afternoon in several
seal on the bottle was missing
pill crumbled when pushed through the foil
box contained another company's product
auto-injector jammed, dose lost
discolored tablets, returned to the wholesaler
patient had seizure, unclear if related
he says ED problems are common in his Cardexa men
someone on it got shingles
joint pains all over, she can barely knit
slept for 16 hours after first tablet
old boy had a funny turn in Tesco
eczema flared badly on it
dr had to stop it in two because of cough
heart rate 42, dose cut
constipated for a week, poor man
patient died, dr says unrelated
Lumivast made him feel like he was drunk
"""

OFFLABEL = """
Dr Amadi asked if we've data in patients under 18
can Cardexa be given through a nasogastric tube
wants to know about using Lumivast for heart failure
is it effective for migraine?
asked whether doses above 10 mg have been studied
any guidance on use in pregnancy
would you recommend it after a heart attack
she is interested in using Cardexa in anxiety
inquired about combining Cardexa with lithium
question on use in severe hepatic impairment
could this help with Raynauds in scleroderma patients?
doc keen to use lumivast off label for esophageal spasm
any trials in pediatric hypertension
can you give it to breastfeeding mothers
asked for data in dialysis patients
Is it useful in atrial fibrillation?
would like to use it for anxiety before exams
what if I give 20 mg twice daily
wondering if it works for diabetic nephropathy
asked about crushing tablets for dysphagia
does Lumivast help with peripheral artery disease
use in cats?
"""

IDENTITY = """
patient John Hargrove, 62, doing well on Cardexa
Mrs Eleanor Whitby has angina and is on 5 mg
call patient at 415-555-2671 re refill
MRN 55821903, bp 150/90
DOB 03/12/1955 female on Cardexa
Dr mentioned Marcus Bell who has resistant hypertension
Sandra Kowalski's blood pressure is finally under control
her patient Ahmed Farouk lives at 22 Oak Street
SSN 512-44-9087
email mary.hobbs@mail.example patient wants info
Pt: T. Blackwell, room 12, started lumivast
saw Mr Jenkins (the retired teacher, 74) in the waiting room, he's on our drug
Robert Ellison, age 58, Cardexa 10 mg
Mrs. Dana Whitlock's angina has improved
her patient Miguel Santos was admitted Friday
patient phone 617 555 0142
Medicare ID 1EG4TE5MK72
the lady in bed 7, Joan Pettifer, is on lumivast
DOB: 1960-05-04
spoke of Mr Arvind Rao, hypertensive, from Leicester
his aunt Bernadette Quinn takes Cardexa
NHS number 9434765919
"""

HARMLESS = """
Dr Lindqvist wants the rash management slides emailed
nurse educator asked for side effect checklists for patients
talked dosing, start 5 mg titrate to 10 mg
his wife works in the same practice
elderly patients are the majority in this clinic
she's treating two new patients with stable angina next week
left message, no call back
will try Cardexa in next suitable patient
he finds 10 mg works well for most
patients report feeling better within two weeks
reps aren't allowed beyond the front desk now
Dr Amadi had surgery on his shoulder, back in May
he's lost weight, training for the triathlon
waiting room packed, kids screaming
asked me to drop off more dosing cards
pain management formulary excludes us
discussed starting dose in the elderly per label
shared the hypotension data from the phase 3
pharmacist out sick, cover was helpful
their fax is broken, use email
concerned about cost for his medicare patients
her husband fell ill so she left early
he said competitor has more edema
the receptionist broke the news that she has resigned
no safety concerns raised
did not discuss any adverse events
she has never had a patient complain about it
great chat about his fishing trip, caught nothing
kidney function monitoring is routine for her
not much time, she was running late with patients
asked who to call about a product complaint
practice is short of nurses, stress levels high
angina patients prefer the once daily
Prefers to see BP outcome data first
reminded him samples are for adults with hypertension
Fire drill cut the talk short
he will switch stable patients only
all his patients tolerate the drug nicely
stroke rates in the trial impressed her
budget freeze until next fiscal year, painful
Dr Marsh asked for dosing cards and patient leaflets
clinic closed for training on Thursday
nurse Kelly will pass on the samples request
got 5 minutes between patients
she said the new guideline helps
presented the cardiovascular outcomes, he was impressed
he starts most patients on 5 mg then doubles to 10
asked about switching from amlodipine
patients ask for the generic
pharmacy director on vacation
talked about missed doses in general and adherence
office moved to the second floor
team lunch, 14 people, pasta
will send the study on adults with hypertension
didn't get past reception
he's cutting back hours, tired of paperwork
her mother is in a care home so she's part time
she broke up the meeting early
prior auth pain again
stopped by but he was in surgery
stock of 10 mg low at the pharmacy
new PA, name is Josie
said it's a good option for stable angina
patient numbers are up this quarter
no AE to report today
he had no questions
headache to find parking
discussed how to report adverse events
wants to compare adverse event rates with competitor
the hospital had a fire drill
she is pregnant and goes on leave in March
Dr Cole had a baby
Dr Ash is diabetic himself so no cake
my laptop crashed during the call
the sample cupboard lock is broken
he forgot our appointment
mistake on the invoice, sorted
asked me to stop emailing
hit target, bonus coming
two patients started, both fine
"""
