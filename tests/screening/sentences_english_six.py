"""Labelled sentences, English: siblings of what was missed in the set before.

The first try: safety 61 of 101, 14 false alarms of 115; identity 30 of 48, 2.
"""

from __future__ import annotations

SAFETY = """
his libido vanished, wants to come off
periods have stopped altogether and she wants to change
hair gone in clumps, she won't take it any more
no erections since spring, asked to be taken off
sex life is over he says, blames the pills
waterworks all over the place, she binned it
voice gone for a week, he's switching back
appetite gone, daughter wants him off it
dr asked whether others get ankle swelling as she has had three
wanted to know if anybody else reports vivid dreams because two of hers did
asks if it is known to cause hair loss, he's had one
are other docs seeing hiccups? he has five
he wondered if rash is common since his last two got it
doc asked about cough rates because one of hers coughs all night
lady expired a week after the switch, relatives upset
patient passed on day 4 of treatment, husband wants answers
pt demised 2 weeks into therapy
resident was found deceased the morning after first dose
coroner has written to her about the man on Lumivast
they lost him ten days after starting
he didn't make it, family is asking about the pills
pt took tablets that were out of date by half a year
used the pen a month past its expiry
man finished an old box that expired in 2024
she had been given expired stock by the chemist
took last year's tablets, expiry was March
sore enlarged breasts in a man, dr thinks it's ours
painful lumpy chest in a male patient, suspects the drug
tender swollen glands and a fever within days
red swollen eyelids in a lady, thinks it might be us
itchy scaly palms in one chap, we are the suspect
a few people get sleepy the first days, passes by itself
slight queasiness in the beginning for two or three, then fine
bit of light dizziness early on for some of hers, settled
mild headache for a handful in week one, went away
some tiredness initially in a couple of older ones, now gone
seizure on day 3
QTc 510 after second dose, stopped
LFTs three times upper limit at week 6
CK through the roof, legs like wood
one had his eyes go yellow
somebody's mother could not be woken on Sunday
one of them wet himself at the till
a fellow went blotchy from neck to knees
guy keeled over at the bus stop
lady says her heart does somersaults at night
she feels as if ants crawl under her skin
one chap forgot his own address for an hour
the old boy has been seeing little men on the ceiling
her toes went blue
tablets given to the cat by mistake
nurse gave mr 4's pills to the man in bed 5
pills went into the wrong dosette, lady took both lots
solution meant for the mouth was put in the drip
couple share one box between them
he licks the tablet and spits it out
chewed the slow release ones
injection went into the vein instead of under the skin
the chemist handed over another man's bag and he swallowed two
granddaughter, 3, was found with the blister in her mouth
worked for a month then nothing
first two months fine and then it quit on her
pressure crept back to 170 by spring
he says he may as well eat chalk
no better than the old stuff for three of hers
attacks returned with a vengeance
needs his spray four times a day now in spite of our tablets
the cap won't come off for arthritic hands, three complaints
seal was broken on two bottles
tablets two shades lighter than last month
no leaflet inside the box
foil tore and the pill turned to dust
bottle rattled, full of powder
pen needle bent and it leaked down her leg
carton says 5 mg, blister says 10
a hair in the blister
found a brown speck in the tablet
smells of fish when you open it
her baby was born small, took ours throughout
positive test at week 6 while taking it
wife is expecting, he is the one on the pills
still nursing her newborn and on Cardexa
missed miscarriage at 9 weeks, was on lumivast
he took the lot after a row with his wife
four tablets instead of one for a week
swallowed 30 at once
his mate buys them at the gym
a nurse says her gran turned grey and slid off the chair
taxi driver's wife swelled up like a balloon on it
man at the bar reckons it gave him the shakes
heard in the corridor somebody bled badly on lumivast
pt's INR went to 7
sodium down to 118, confused, admitted
Hb dropped by four points
platelets 30, haematology involved
he had to sit down twice on the stairs since the new pill
couldn't keep her eyes open at the wheel
passed out in the shower two days in
needed stitches after she blacked out
can't taste anything any more
burning tongue since Tuesday, on 10 mg
"""

IDENTITY = """
signed up Beatrice Holloway for the copay card
enrolled Tomas Riedel in the savings program
registered Nadia Kowalczyk with the nurse line
appeal for Gordon Tate denied, needs letter
prior auth pending for Lucinda Marsh
PA form: Hector Salinas, E11.9, failed metformin
refill for Dolores Whitcombe got rejected
Wilfred Osgood's chart shows three ACE failures
fax came with name Pauline Reyes and account 88-2201 for her pressure pills
letter about Simon Fairweather and his angina
passport no. X3349921 used to sign the patient up
CHI number 2303561122 for the sample request
driver's licence number D1234-56789 on the patient form
NHS no 943 476 5919
hospital no. 00417733, dose raised
insurance card number 44-1029-88 of the lady on 5 mg
plan ID ZX7781920 patient on lumivast
case number 2026-118 is Mr Hollis, 58, hypertension
D.K., 58, hypertensive, moved to Cardexa
J. R., 71 y/o male with angina
initials MT, 44F, HTN, starts friday
Mrs Prendergast is on 10 mg now
Mr Quigley's refill is due
Ms Okafor, 63, angina, likes it
Miss Pym came in with a rash
lady at 14 Rosebank Terrace is housebound, needs tablets delivered
patient lives at 221 Willow Lane, Bedford
Edwin Marsh, lives on Chapel Row, on lumivast
Theodora Blake was admitted on Sunday
Case of Leonard Pike: HTN, two drugs failed
daughter of Agatha Finch called about the pills
Agatha Finch's daughter called about the pills
spoke to Rupert Vaughan, whose wife Clara takes Lumivast
her tests, Imogen Hale, creatinine 1.4
record of Bartholomew Stone open on the screen
Percy Langdon HTN uncontrolled
script for Gwendolyn Ashby 5 mg #30
saw on her screen: Marcus Bell, I20.9, Lumivast 10
The first patient she put on it was Harriet Cole
Nina Petrova born 1951 takes our drug
copay problem: Oscar Delgado, 30 dollars a month
reminder for Yolanda Pruitt to pick up her Cardexa
email patient.smith at gmail, wants coupon angela.b@example.org
harold.dunn@example.net asked for the savings card for his tablets
texted 212 555 0173, the patient's son
Fiona Gallagher switched from amlodipine last week
she mentioned Dennis Aldridge, he is doing great on Lumivast
bed 4 Irene Castell angina
"""

HARMLESS = """
Dr Beatrice Holloway signed up for the dinner program
enrolled Dr Tomas Riedel as a speaker
registered for the congress with Nadia Kowalczyk from marketing
Gordon Tate handles prior auths
Lucinda Marsh is the new PA coordinator
Angela Brooks runs the patient support program, angela.brooks@example.org
fax from Simon Fairweather at procurement
account number 7719-220 for the clinic order
asked reception for the account number
Mr Quigley from purchasing wants a quote
Mrs Prendergast at the front desk likes chocolates
Ms Okafor is the practice manager
J. R. Smith Pharmacy on Main Street
D.K. from head office joined me
met Percy Langdon, MD, new to practice
Rupert Vaughan the buyer takes orders on Tuesdays
Johnson Street clinic has moved
Mayo Clinic data on angina
read the Framingham Heart paper
the office is at 221 Willow Lane, Bedford
Harriet Cole, pharmacist, does refill reviews
email the coordinator, harriet.cole@example.org, for prior auth forms
Nurse Gwendolyn Ashby does the injections
Oscar Delgado from Aetna explained the copay tiers
Fiona Gallagher joined the cardiology team
Marcus Bell presented the angina data
New York Heart class II patients are his focus
Good Friday, clinic closed
Blue Cross appeal process explained
Lunch at Olive Garden with the staff
angina attacks halved, very happy
seizures down by half in her group, delighted
migraine days cut in two, wow
BP down to 122, patient thrilled
erections not affected, he likes that
Shipment of samples came damaged, reorder
carton of leaflets came wet, reorder
pens with our logo arrived broken
box of mugs came cracked
branded pens leaking ink, throw them
delivery of brochures damaged in transit
thinks our pricing is aggressive
aggressive marketing from the competitor
says our reps are too aggressive
aggressive BP targets are his thing
could you go from 5 to 10 after a month, yes per label
start low then 10 after four weeks he asked, read PI
question on the pregnancy section of label, read it out
asked about the contraindication in pregnancy, showed the PI
boxed warning reviewed with her
hiccups with supply this week
delay in shipment of samples, sorry
sample shortage till May
asked if drowsiness is listed, showed her the label
explained that swelling and flushing are the listed side effects
dr has a cold and looked tired
I have a sore throat, short day
doc's back is killing him, golf off
she broke her ankle skiing, locum in
manager passed the exam
lost the account after three years
expired leaflets thrown away
sample expiry dates checked, all fine
removed two expired samples from the closet
samples expire in March, rotated stock
he passed on the lunch invitation
the license expired 3 days ago for the site
contract expired 3 days post renewal, legal asking questions
asked if anyone else is seeing price pressure because he has had four calls
asked if others have trouble with the portal because she has had three denials
are other docs seeing delays? he has had five
mild weather, then rain
interest settled after the first week
first week at new office for a couple of reps
the tender closes in May, doc suspects we lose
male nurse covers thursdays
a few folks were late to the talk, then settled in
patient numbers down in the first week of January
no complaints from anyone who switched
wants the label changes summarised
her mother loves our calendar
dr Kidney moved to Leeds
Dr Payne is back Monday
Dr Coffin retired
Mr Cough from facilities fixed the light
Ms Burns in reception wants pens
he quit the board
she wants off the mailing list
he wants off the committee
funding gone, they want out of the study
parking gone since spring, staff upset
budget gone, wants a cheaper option
the nurse is out until Friday
rate of cough in the label is 2 percent, showed him
asked about hyperkalemia rates vs placebo
monitor potassium as the label says, she knows
told her to report any side effects to us
no seizure cases reported, he noted
swollen glands clinic is on Tuesdays
day 3 of the congress, tired
worked for a month at the other site then moved
first two months fine and then he quit the job
pressure from management crept back
chalk talk at noon
attacks on pricing returned in the press
seal the envelope please
two shades of blue on the slide, fix
no leaflet left, bring more
a hair in the soup at lunch, awful
smells of fresh paint in the corridor
test positive for covid, dr out this week
swallowed my pride and asked again
he took the lot: pens, pads, mugs
four boxes instead of one delivered to reception
turned grey outside, drove home
"""
