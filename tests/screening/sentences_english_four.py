"""Labelled sentences, English: the last two sets, plain notes; a few rules were mended with them.

The first try: safety 21 of 26 and 16 of 20, 3 false alarms of 55; off-label 16 of 18, 2; identity
18 of 18, none.
"""

from __future__ import annotations

SAFETY = """
Dr Brandt said a lady in her 70s got so dizzy on Cardexa that she fell in the kitchen
a patient's daughter told the nurse he's been sleeping all day since the new tablets
pharmacist showed me a blister where two pockets were empty
one pt broke out in a rash on his back after the third dose
she took him off it, potassium 6.0
my cousin says Lumivast gives her terrible heartburn
the attacks are as bad as ever in that patient, even on full dose
elderly gent took his tablets twice by mistake and ended up in hospital
a woman on Cardexa is 10 weeks pregnant
somebody died on it last month apparently
kid swallowed two pills, mum called poison control
leaflet in the carton was for a different drug
nurse pricked her finger with the used needle
tinnitus since week 2, resolved on stopping
his gums are swollen and sore
patient complained that the tablets taste bitter and make her gag
in two of his patients the pressure stayed above 160
bp crashed to 80/40 after the first dose
one fellow got depressed on it and quit
she says it gave her mum vertigo
man had a seizure at work, was on lumivast
patient shares her Lumivast with her sister
the bottle leaked in the bag
skin rash and fever, admitted to the ward
her hair's been thinning since she went on it
pt had a bleed behind the eye
NP said a young mother on Cardexa gets dreadful migraines now
he had to hospitalise one of them, low pulse
woman rang the practice, her lips had gone tingly an hour after the pill
dr stopped it in a diabetic as his sugars went haywire
the inhaler cap was cracked when the patient opened it
took the tablet with grapefruit juice and came over faint
no drop in pressure at all in Mr K's father after a month
there was a hair in the sealed bottle
my brother in law has been coughing since he was put on it
baby in NICU, mum took Lumivast to term
pt with kidney stones after starting, second one this year
she was so tired on it that she lost her job
patient committed suicide, on our drug at the time
gave the morning dose twice on the ward
swollen glands and a fever within days
his grandmother's memory is worse on these tablets
a customer returned the pack because the pills were chipped
three patients with raised CK
it made one bloke's nose bleed at work
haematuria in a lady of 66
"""

OFFLABEL = """
asked if there's any experience in adolescents
can it be taken during pregnancy
wanted information on Lumivast in heart failure
could 40 mg be given for resistant cases?
does it do anything for migraine
any papers on Cardexa after kidney transplant
she asked about giving Cardexa through a PEG tube
would you use Lumivast in vasospastic angina
interested in data on anxiety
is Cardexa an option in portal hypertension
any evidence in young kids with renal disease
is Lumivast ever used for cardiac syndrome X
asked if half a tablet at night would be enough
wants trial data on Cardexa for glaucoma
can you inject it
would it be safe to use when breastfeeding
thinking about Cardexa in a marathon runner for performance
what about patients with Parkinson's
"""

IDENTITY = """
Mr Leonard Voss, 69, is on Cardexa for his blood pressure
patient Hannah Meyer called about her refill
mrn 4471-8823 angina
DOB 9 May 1948, on lumivast
told me about Carla Jimenez, who had a stroke in June
her neighbour Ivor Pugh takes Lumivast
cell of the patient is (312) 555-0187
Grace Oyelaran (45, hypertension) wants a leaflet
chart for Stefan Novak was on the desk
patient's email is pat.lowe@post.example
patient Olga Brandt, 55, on lumivast
Mr Peter Hollis had his angiogram on Tuesday
she showed me the file of Nadia Rahman, angina
DOB 12 Nov 1944, MRN 998877
call the patient on 020 7946 0321
my neighbour Alf Becker takes Cardexa
Rosa Delgado (68) stable angina, doing fine
NHS no. 401 023 2137
"""

HARMLESS = """
Dr Brandt asked for two boxes of leaflets
nurse said the morning clinic is always packed
the pharmacist wants an invoice copy
he likes that it is once a day
discussed the label, common side effects and monitoring
will start three patients next week
did not see him, he was in theatre
her son broke his arm at football
parking was a pain
she asked about the price of 10 mg
patients are doing well and no complaints
met Oscar Lind, the new practice manager
the demo tablet would not start
he has a cold, kept it short
left samples, signed
asked when the heart failure trial reads out
most of her patients are elderly with diabetes
talked golf, nothing clinical
she is leaving for a new hospital in the fall
back pain clinic is next door
no adverse events heard
he asked me to come back after the holidays
formulary meeting went badly for us
needs the SmPC in print
BP well controlled on 5 mg in his last ten starts
switching for cost, not for safety
reception said reps only on Tuesdays
fell asleep in the webinar, he joked
asked what to do with expired samples
reported no change in prescribing habits
the nurse wants our dosing chart in large print
he is fine with the data but cost is the issue
Dr Weber's clinic runs late on Mondays
asked about the trial's primary endpoint
his back is bad so he sat down
talked about hypertension guidelines
no problems reported by any of her patients
pharmacy says 10 mg sells best
asked me for the safety slide deck
met Ms Laura Finch, buyer, about the contract
she will call on Friday
missed her, she was at a funeral
discussed starting five elderly patients on 5 mg
wants lunch for 20 in November
good feedback from patients on the once daily tablet
the lift was stuck for ten minutes
their cardiology unit is moving to block D
he gave a talk on angina in Leeds
new fridge for vaccines was delivered
reminded them to report adverse events within 24 hours
a patient came in so we stopped talking
dead quiet today
sales down, stress up
coffee with the head nurse, she likes the brand
he prefers generics for most patients
"""
