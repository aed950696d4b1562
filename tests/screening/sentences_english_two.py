"""Labelled sentences, English: hearsay and slang, a home and a ward.

The first try: safety 24 of 50 and 31 of 52, 12 false alarms of 124; off-label 28 of 35, 1;
identity 29 of 35, none.
"""

from __future__ import annotations

SAFETY = """
receptionist's brother in law had his gums bleed nonstop on Lumivast
two of hers came off it, couldn't hack the headaches
He binned the tablets as they gave him the heebie jeebies
NP flagged hyperK 6.1 in a diabetic, stopped same day
woman in her fifties, pancreas enzymes sky high, abdo pain
"my tongue felt two sizes too big" one pt told her
child swallowed granny's lumivast, observed overnight
he'd been doubling up since the refill was late
the carer gave it down the wrong tube
still getting chest tightness on stairs after 6 weeks of Lumivast
BP hasn't come down at all in Mrs K's husband
just no response in that family, three siblings
started well, then the effect tailed off by week 10
bottle had the wrong insert, for a different strength
screw cap was loose and half the powder gone
tablets had a greenish tinge
she opened it and the pills were stuck together in one lump
patient's pharmacy filled Lumivast when Cardexa was on the script
given IV instead of IM on nights
vial was used past its date
Found out yesterday that a trial opt-out pt of his died in her sleep
resident at Oak Lodge passed, family blame the new BP tablets
had to be cardioverted
acute kidney injury, dialysed twice
fell off a ladder, says he'd come over all funny
she's been in tears every day and not eating
personality change, wife says he's a different man
vivid dreams and talking in his sleep on 10 mg
trouser legs don't fit, 6 kg of fluid on him
his ears won't stop ringing
developed lupus-like picture, ANA positive
his psoriasis went berserk
asthma attack within an hour of dose one
fingers go white in the cold since she began
got a UTI twice this quarter, doc thinks it's our med
low blood count, referred to haematology
she's carrying twins and never stopped it
nursing mum on Cardexa, infant sleepy
a student took 20 of them after a breakup
sells his spare tablets at work
cuts the patches in half to save money
skipped four days then took the lot
a needle came away and stayed in her thigh
monitor kept alarming for nothing, nurse turned it off and missed a real low
numb mouth, could hardly speak for an hour
Everyone in bay 2 had loose bowels after we switched brand
he's come out in a sweat each night this week
QTc 520, stopped
an odd one: lady started seeing halos round lights
reckons he's gone deaf in one ear because of it
ward sister grumbled that a man on Cardexa toppled in the corridor
her lodger had to see the GP about his hands shaking
chap down the allotment swears Lumivast ruined his stomach
three weeks of the runs, poor thing, she's dropping it
pt phoned in: heart going like the clappers
facial droop at home, ambulance, turned out a bleed
serum creatinine doubled after uptitration
Hb fell 3 points, scope showed an ulcer
lady couldn't stop itching, cetirizine no help
he got dreadful leg pain and they blame the statin plus ours
his wife noticed he's repeating himself more since the new drug
she can't remember names since Cardexa
it turned her wee orange
nails coming away from the beds
burning when passing water, day 4
mouth ulcers x5
weight up 9 kg in two months
fasting glucose climbing in non diabetic man on it
low mood, GP stopped it
tried to hang himself, survived
baby with a heart defect, exposed in utero
partner of a patient on it is expecting
accidentally injected her thumb
pharmacy tech dispensed 10s in a 5 bottle
nurse drew up 1 ml not 0.1
he'd been chewing the slow release ones
told me he shares them with his brother
man took the lot and ended in ITU
no change in angina frequency since day 1
pressure crept back up to 170s on full dose
Cardexa has done sod all for him
third patient this year to say it quit on them
bottle had 26 in it, should be 28
tablet broke into crumbs in her hand
one blister had an empty pocket
label fell off, nobody knows the lot
smelled of vinegar she said
the lot arrived warm, gel packs melted
device clicked but nothing came out
plastic sliver in the vial
looked like a counterfeit, wrong font on the box
dr mentioned pulmonary embolism in a user
somebody in her family went into kidney failure on it
pt has been hospitalised w pneumonia
two drop outs because of dry cough
Someone on the forum says it made her suicidal
shaking chills after infusion
tapped out at 5 mg, can't take more without keeling over
sore red eyes, stopped drops
went to bed fine and never woke, 58, on it for a month
skin came off in sheets
had words slurring, TIA workup
"""

OFFLABEL = """
is there any point in trying Cardexa for someone with POTS
Q: lumivast + ivabradine, ok?
she's after data in under-12s
could a cardiologist use double dose short term
wanted our view on giving it via feeding tube
he's heard it helps with migraines, true?
doc asks whether we support use in Chagas cardiomyopathy
what's the dose in a 4 kg infant
has anybody tried it for menopausal flushes
can Lumivast replace nitrates in acute MI
wants to start it in normotensive CKD for proteinuria
would it be alright in the first trimester
asked me about bedtime dosing at 40
does crushing it ruin it?
info please re use in haemodialysis
any case reports in cocaine chest pain
hoping to use Cardexa for essential tremor, any literature?
and for weight loss, does it do owt
pharmacist wants to know max dose in severe obesity
Is it OK for nursing mothers
Dr Osei: anything published on Cardexa in sickle cell?
would you dissolve it for someone who can't swallow
fancies using Lumivast for Prinzmetal
can my 13 year old nephew go on it, nurse asked
what happens above 20 mg
do we know how it behaves in liver failure
asked if pregnant women can stay on Cardexa
could you add it to sildenafil for ED
he'd like to give Cardexa prophylactically before surgery
she wondered about hot flushes
requesting med info on use in HFpEF
does anyone use it for palpitations from anxiety?
is an IV form usable for hypertensive emergencies
is it licensed for diabetics with microalbuminuria?
asked about Lumivast after bypass grafting
"""

IDENTITY = """
Beatrix Kohl rang about her Lumivast, she's the one with the pacemaker
he waved a script for Dmitri Volkov, 10 mg
Mrs Pang (71) gets hers delivered
pt initials RGH, DOB 22-9-39, room 14
patient: Amelia Forde / 33 / epilepsy
left a voicemail re Trevor Nwosu's cardexa refill
number on the chart was MRN: AB-553-201
her aunt, Solveig Dahl, has angina and loves Lumivast
that footballer Rico Santana is on beta blockers there
NHS number 485 777 3456 written on the box
the lady's mobile 07911 123456, wants a call about tablets
Joao Pereira was diagnosed with hypertension last week by Dr Quill
saw label on the bag: HENRY OKAFOR, Cardexa 5mg
Dr says Mr. Leblanc in room 6 is our best responder
email from patient: suki.barnes@post.example
Mohan Lal Gupta, diabetic, 80, lives on Elm St
her grandad Stan Pickles had a stroke, on Cardexa now
SSN 457 55 5462 on the PAP form
sheet said "Ingrid M., born 3/3/1944, stable angina"
Mx Robin Vale, angina, wants the leaflet in large print
mentioned Ida Lindholm's potassium results
Ted Crowther, 88, fell at home on Cardexa
pt mrs okafor, hypertension, lives next to the chapel
patient Lewis Grant needs a copay card
hospital no. H4471902 on the form
Maria-Luisa Ortega from her church takes Lumivast
young man called Ashok Menon with angina
discharge letter for Gwen Pritchard lay on the desk
ring 0161 496 0182, it's the patient's daughter
Fatou Diallo (34, HTN, pregnant)
his barber, Sal Romano, had a stent
the bed 4 patient, Edith Crane, is off Cardexa
D.O.B. 17.03.1950
Mr & Mrs Tan both on lumivast, bay 3
insurance ID ZGP 884 201 77
"""

HARMLESS = """
Dr Beatrix Kohl rang about the Lumivast lunch
met Hugo Brandt, the new cardiology manager
Priya Nair from procurement wants the tender by 5
Jonas Fell gave a talk on hypertension in adults
ask for Lena Ortiz at the front desk, ext 4471
bleep 4471 for the registrar
St Anne's Hospital is on the heart failure network
Prof Adam Reyes, 61, retires next year
headaches with the new booking system
she was in stitches about my slide
he's buzzing about the data
traffic was murder
killing time in the car park
my back aches from the sample bag
her knee is playing up so visits are by phone
he's on paternity leave, baby girl, all well
they lost the contract with the wholesaler
fridge in the break room failed, lunch spoiled
box of pens arrived, the promotional ones
most do well, nothing of note
nothing to report on tolerability
she has had no one stop for side effects
he mostly sees heart failure and falls patients
she chairs the falls prevention group
how long is the washout in the protocol, he asked
asked what the common adverse reactions are
asked if we fund nurses for the diabetes clinic
what's the max dose on the label
can we have more samples of the 5 mg
is there a savings card
does your rep cover the children's hospital too
data on adults over 65 in the SmPC discussed
patients like the once daily dosing
BP controlled in 8 of 10, 130/80 and below
average fall of 12 mmHg in the study, impressive
they audit all admissions for heart failure
wants me back after the flu clinics
short visit, he was on call and exhausted
she's allergic to cold calls
the team is down two nurses, stressed
he complained of the lack of samples
their EMR was down so no records
Left voicemail, no response yet
formulary decision delayed, painful process
the pain clinic moved to block C
good response in a 70 year old, BP 126/78
patient is happy and symptom free
told her to report any adverse event to the hotline
reviewed storage: below 25 degrees, original pack
waiting for the pharmacist, seal on the sample fridge being fixed
diabetes day on the 14th, stand booked
missed Dr Okon again
switching five patients from the generic next week
stock out at the wholesaler, expected Friday
dropped off 3 boxes, all in date
coughing fit in the middle of my pitch, embarrassing
nurse has a cold
the new indication gets approval in May, hopes for angina
is Mrs Lane still the practice manager
her husband is a surgeon in Leeds
Dr Fenn broke her toe, so seated meeting
I had a migraine so rescheduled
He's off work with a slipped disc until June
my flight was cancelled, nightmare journey
her practice is expecting twins, joke about two new partners
she's had a baby boy, congratulated her
he had a heart attack of laughter at my joke
buyer is dead against new brands
team is sick to death of portals
reviewed hypotension warning in the label
wants to wait for the outcomes data on stroke
patients feel great, she tells me
bp came down from 168/95 to 128/80, he's thrilled
one of hers went from 170 to 130 in a month
not one patient has stopped
no more headaches since she switched, delighted
asks how we collect adverse events
sleep apnoea patients are sent elsewhere
she manages resistant hypertension and heart failure
nausea leaflet handed over
her tablet froze in the demo
samples short this month, 2 boxes each
wrong invoice sent, finance will fix
doubled his new starts, great quarter
he takes two sugars
nurse said the injection training was clear
she's started 4 patients on 5 mg, review in May
good tolerability so far, he said
the pharmacist checked the cold chain log, fine
the patient leaflet needs large print
treats mostly elderly with kidney disease
headache specialist wants no visits
fire alarm went off mid call
stuck in traffic, missed slot
the lift failed, so met in lobby
he lost his father in spring, was away
the depression clinic shares the waiting room
he is worried about bleeding risk in elderly
would consider it if ankle swelling is lower than amlodipine
says competitor drug causes cough
can't stand the competitor's rep
no complaints from the ward
talks about side effects in general, no case
will try it in two patients with stable angina
patient on lumivast happy, wants to stay
a 60 year old man newly started, next review in 4 weeks
his pts can't afford the brand
she switched one lady for cost reasons
one patient stopped as insurance ended
Q about expiry of opened bottle
hospital admissions down, per his audit
conference in Vienna, he gave a poster on MI
He doesn't work Fridays
no response to my emails
ICU beds full so he was short
flu jab day, busy
hands full with exams
skin clinic upstairs, no sign
eye clinic nurse asked for pens
heart of the matter is budget
back on Tuesday
head of nursing signed
mouth watering cake from the bakery
new face at reception, Gail
"""
