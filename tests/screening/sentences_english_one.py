"""Labelled sentences, English: half of an independent writer's set, and terse clinical talk.

The first try at the writer's half: safety 40 of 55, 7 false alarms of 90; off-label 11 of 18, 2;
identity 9 of 17, none. At the talk: safety 18 of 46, off-label 10 of 20, identity 9 of 20; 1 false.
"""

from __future__ import annotations

SAFETY = """
Dr Okafor says one of his older gents fainted in the shower two days after starting Cardexa
nurse mentioned a lady whose ankles swelled up like balloons
heard a guy at the gym say our pill gave him killer headaches
took double dose by mistake, felt rough all day
She is breastfeeding and was given Cardexa anyway
bp didn't budge after 8 wks on 10 mg
Kid got into grandma's bottle, they called poison control
c/o metallic taste since wk 2
had to pull someone off it bc of liver enzymes going up
carton arrived with no leaflet inside
someone's neighbour was throwing up for three days on the angina one
He told me in passing that he lost a patient on it in March
SOB and wheezing reported in one pt after first dose
Dr. Pires complained the effect wears off by evening in most of her patients
my aunt takes Cardexa and says she can't sleep anymore
nurse said hair falling out in clumps on one of them
fella went yellow, they're checking his liver
pt had a stroke about a week into therapy
she had nightmares every night until they stopped the tablets
stopped it after 3 days due to GI upset
ringing in ears reported by one fellow, went away on stopping
one old dear has been taking it twice daily instead of once for a month
bottle cap too stiff, arthritic patient couldnt open it and missed a week
pharmacist found a black speck inside a tablet
doc mentioned somebody with blurry vision but he's blaming the diabetes
baby born small, mum was on cardexa through first trimester
got an earful about a pt w gout flare since starting
his wife's on it and has been feeling wiped out
QT prolonged on ECG, she discontinued lumivast
no response whatsoever in his black patients he says
the generic switch back happened because pressures stayed at 170
Found two different strengths in the same box
an elderly man was found on the kitchen floor, had taken his second tablet that morning
coroner has asked Dr Lund for records on a Cardexa patient
teen swiped dads pills and ended up in the ED
she's giving hers to the dog lol, dog got sick
wrong pt got the tablet on the ward round tuesday, monitored, ok now
Suicidal thoughts in a chap who'd been on it 5 wks
skin peeling on palms after sun, on cardexa
platelets dropped to 40, haem consulted
he drank a few beers on it and blacked out
nosebleeds x2 this wk in same pt
AF picked up 10 days after initiation, on anticoag now
lost sense of smell, the doc found that odd
patient was diagnosed with bowel cancer during treatment
hiccups that wouldnt quit, honestly
the desiccant canister was swallowed by a confused pt
tabs smelled fishy when opened, pharmacist quarantined them
package seal already broken upon arrival at pharmacy
miscarried at 9 weeks, had been on it since conception
interaction w simvastatin, CK thru the roof, legs like jelly
pt says it makes her feel like a zombie
Reported some nausea but he continued the treatment
patiant got a rsh on his legs aftr cardxa
was told via a WhatsApp group of GPs that somebody had a cardiac arrest on it
her oldest client has had the squits ever since the switch
bloke at the bowls club says his knuckles ballooned on those tablets
Dr Amari saw a petechial rash in someone three weeks in
QRS widened after the second bag, infusion halted
neutrophils 0.4 at the last check, held the drug
he reckons it gave his nan the collywobbles
a cashier told me her fella went green and hit the deck
one chap can't get it up any more since he went on Lumivast
eGFR went from 60 to 28 in a month
the gentleman in 12B became very muddled overnight, drug charted wrong
plunger snapped as soon as she pressed
blister foil lifting on every strip from that delivery, tablets soft
said the pills have a bitter chemical odour this time
count was 27 rather than 28 in the carton
she was prescribed 5 but the chemist handed out 50
mum took her evening tabs in the morning and again at night
he halved them himself because they made him dopey
it simply isn't holding him, still 168/95 at month three
angina episodes just as frequent as before, he is fed up with Lumivast
no better on it than off it, according to the wife
didn't find out she was expecting until 14 weeks, had been taking it throughout
husband was on Cardexa when they conceived
baby's a bit jaundiced, mother took ours in the last trimester
pt expired on day 6
he was blue-lighted in after collapsing at the bus stop
she's in HDU with a sodium of 112
stevens-johnson query, derm called in
teeth chipped on something hard inside the tablet
cold box arrived at 19 degrees, they used the vials anyway
wants to report that three of hers have flaky elbows since june
bruises all up the arms, platelets being checked
leg gave way on the stairs, broke her hip, week 3 of treatment
panic attacks out of the blue once he began the 20
she gets electric shocks in her fingers after each dose
periods stopped since starting it
he's been peeing every half hour and gone off sex
grandson chewed a couple of them, off to A&E
patient is on both ours and the generic at the same time, nobody spotted it
pt's hand tremor got a lot worse, neurologist suspects cardexa
noticed breast tissue growing in a male patient
new onset diabetes in a lady he put on it
they had to give glucagon
needed a transfusion, hb 6
taste buds are shot he says, everything like cardboard
stopped breathing for a few seconds in recovery, naloxone given
his knees are killing him since the changeover
"""

OFFLABEL = """
asked if Cardexa would help with migraine prevention
any data in kids? she has a 12 yr old with high bp
can you go to 20 mg if 10 isn't cutting it
question re Lumivast for unstable angina in the CCU
NP asked about using it in pulmonary hypertension
could it be used in teenagers with exertional chest pain
Would it work for pre-eclampsia, obs reg wanted to know
he is curious if Lumivast helps claudication
what do we have on anxiety and stage fright, he heard bp meds get used
Requested info on Cardexa in glaucoma
Marfan syndrome came up again, does cardexa protect the aorta
doc wanted dosing for an 8 year old
asked about 2.5 mg alternate days, which we don't have in the PI
vet friend of the doc asks can it be used in cats
pharmacist queried use in altitude sickness
using lumivast for diabetic neuropathy, is there literature, asks Dr Haddad
interested in Cardexa for hyperhidrosis, told her I'd pass to med info
asked could he use our angina drug purely as an antiarrhythmic
would love to hear if it does anything for long covid
any experience in Raynaud's
can the capsule be opened and put in yoghurt
wonders about giving it down a PEG
is 40 a day sensible in someone huge
asked re use during breastfeeding
he'd like papers on Cardexa in dissection
what about a 15 year old with secondary hypertension?
the resident keen on trying it for portal hypertension
do you know whether anyone gives it for tremor
how would you dose it in dialysis
thinking of Lumivast for microvascular spasm after PCI, do we have anything
can she take one in the morning and one at night
Dr Weld wants evidence in heart transplant recipients
her horse has laminitis, could Cardexa help lol
does it lower intraocular pressure too
is there a paper on erectile dysfunction
enquired about sublingual use in a hypertensive crisis
asked for info on stopping it abruptly and weekly dosing
migraine with aura, worth a go?
"""

IDENTITY = """
patient Peter Lindqvist dob 04/11/1958 needs refill
NHS no 943 476 5919 switched to lumivast
mrn 00482716 prior auth denied
Dr showed me the chart of Harold Bennett, stable angina, on Lumivast 3 months
Told me Linda from the bakery, Linda Marsh, takes Cardexa for her blood pressure
copay issue for Denise Fuller, born 2 Feb 1949
pls ring pt george t. on 555-0147, insurance wont cover
Old Mr Tomasz Zielinski from 14 Mill Lane is doing well on the 5 mg
The mayor, Bill Hartnell, is one of his angina patients
Kevin O'Dowd (54) with angina asked the nurse about our leaflet
saw a sticky note, 'J. Pemberton 81 yrs HTN cardexa 10'
medicare number 1EG4-TE5-MK73 for the appeal
Sister Clare Donovan at the convent, 68, has been on our tablets since june
spoke about little known actor Greg Farlow who's being treated here for angina
patient named Yusuf Demir, insulin and Cardexa, follow up Thursday
Nguyen Thi Hoa, aged 47, newly diagnosed hypertension
Ms Olga Petrova's angiogram is booked for the 9th and she'll stay on lumivast
saw Wilbur Ashdown in bed 9, he's post MI
chart says ROBERTA KLEIN 7/3/46 stable angina
Mrs. Adebayo-Hughes, 72, came in for her BP check while I waited
pt: kowalczyk, dorota. on 10 mg
J.T., born 14.05.1951, CKD 3
her patient Sven takes it with breakfast, Sven Aalto that is
policy # XJ-4478-2210 belongs to the lady on cardexa
call mrs ferreira on 07700 900 123 about her tablets
neighbour Keisha Tran had her stent in May
Abdul Rahim Siddiqui / 59 / hypertension / failed ramipril
the judge, Honor Blackwood, is a diabetic of his
patient's mail is dora.pell@home.example wants the leaflet
Medical record 77-20-914 needs the appeal letter
my old teacher Mr Gilchrist is on dialysis there
patient Okonkwo had his ablation on Monday
told me about Priscilla Voss's cholesterol
member ID W2299 10347 denied for lumivast
dob 1/2/61, male, resistant htn
Rafael Quintero (M, 66) is the index case she mentioned
SSN ending 6789? full is 219-09-9999
"""

HARMLESS = """
three patients doing great on it
Denies any problems with Cardexa in her panel
discussed AE table from the PI, dr fine with it
lunch for 12, sandwiches from Marino's
told me not to make a rash decision on the territory plan
budget is bleeding so no new drugs until Q2
another death by powerpoint from head office, he joked
she runs the headache clinic on wednesdays
covered the safety section of the label, all good
wanted to know if it can be taken with food
Dr Kaplan is training for a half marathon
bp down nicely, 128/76 on average in his pts, very pleased
asked for the leave behind on stable angina
no AEs reported
nobody has complained about it yet
does the label mention cough?
In the trial 2% stopped for headache, she found that reassuring
parking is a nightmare at this clinic
the printer died so no signature, will come back
killer presentation by the KOL last night
nurse practitioner left for maternity leave, new one starts monday
dermatology is on the 3rd floor, wrong door again
reminded staff how to report side effects, gave the 1-800 line
pharmacy out of 10 mg until thursday, wholesaler delay
supply chain hiccups, nothing big
cardexa prescribed for high blood pressure in 5 new starts this week
asked how long until full effect on BP
went through the contraindications slide
the ER department has its own order set, contact is Dr Shaw
met w/ hospital pharmacist re stocking both products
Dr Patel's daughter won her tennis match
he's a big Arsenal fan, suffering this season
badge policy changed, need vendor credentialing renewed
no time, hallway chat only
signed for samples, 2 x 5mg
asked to be removed from the call list
insurance requires step through two generics
wants reprints of the New England paper
discussed mechanism of action, lots of nodding
Is there a renal dose adjustment in the PI
does Lumivast come in a 90 count
who does he refer resistant angina to? Dr Weiss
Headache and flushing are the listed common ones, I showed her
mortality endpoint was neutral, he knew that
no liver signal in the long term extension, shared slide
what does the label say on breastfeeding
patients tolerate it well, his words
without any complaints after 6 months, she keeps writing it
Never saw a rash with this one, says Dr Novak
happy w results, pressure controlled in most
their sleep clinic opens in the annex
flu shots going on, no reps till friday
anticoag clinic runs tues, pharmacist Leo leads it
the stroke unit lead, Prof Hallam, sits on the formulary board
Took pantoprazole samples from another rep for heartburn pts
nitro spray for acute chest pain, ours for daily prevention
he treats vertigo with physio mostly
we were hit by a falling budget for dinners
itching to get the new data out, he said
CRM crashed twice, notes late
wifi was dead in the basement so used paper
slide deck had wrong logo, tell marketing
catering order was wrong, got 6 instead of 16
missed the appointment, my mistake on the time
I overdosed on coffee today
misuse of parking passes, got a memo
Dr Ferrari does cardio rehab and cycles to work
congratulated Dr Boateng on turning 60
email for the pharmacist: j.holt@stmarys.example
he coached his son to regionals
planning her retirement in June, replacement is Dr Cho
loves bbq so next lunch brisket
her band plays Friday, invited the whole office
Dr. Roth was swamped, flu season
guideline update: combo therapy earlier, she agrees
home bp monitors, asked if we provide any
exclusion criteria incl. pregnancy, explained
asked for ADR form, just to have on file
safety letter from 2022, he'd read it
I presented tolerability data then closed on starting patients
not a believer in branded drugs generally
sceptical about the p value but open
will consider for uncontrolled pts over 140/90
chest pain unit uses protocol, we're listed in it
lady back to dancing on the angina tablets
quiet day, 2 no-sees and a lunch
no changes
asked about coverage with the VA
pharmacist says cardexa moves well off the shelf
expiry on samples checked, all 2027
Dr Amari wants the petechial rash poster for the corridor
the neutropenia nurse is off till Monday
clean bill of health for the trial arm
a good number of his hypertensives have switched, zero hassle
lost my voice, so the detail was a bit croaky
Ms Hargreaves in procurement, 2nd floor, signs the orders
he broke his ankle skiing and is back in two weeks
Sarah Whitmore runs the front desk
she'd rather have the data on hospitalisation
no ADRs since last quarter, she keeps a log
her migraine patients go to neurology
left two packs of 5 mg, checked seals with the nurse
sore throat so did the call by phone
the clinic smells of paint
Dr Imran has a bad back and stands in meetings
Karen Doyle replaced Tim Shaw as buyer
hospital pharmacy closes at 5
quick chat on titration, starts 5 then 10 as per label
wants 12 leaflets for adults with high blood pressure
we reviewed the warnings, including angioedema, as she asked
she uses it in stable angina as second line, pleased
fell behind on calls after the conference
asked about the price of the 10 mg
can I get a reprint
is it reimbursed from January
could we do the lunch on the 14th instead
what is the shelf life of the 28 pack
which strengths are available?
he takes his coffee black
killer parking fees at St Luke's
her dog died, she was off last week
my car got hit in the hospital lot
the tablet I present with froze, showed paper instead
elevators broken, walked six floors, nearly died
he asked how diarrhoea compares with the comparator in the label
discussion of hepatic safety from the label only
tells me 9 out of 10 are at target
Phone for the clinic is 555-0198, ask for Marla
Order no 88213344 shipped
complained about too many reps
"""
