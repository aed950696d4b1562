"""Labelled sentences, English: siblings once more, odder ones.

The first try: safety 29 of 60, 5 false alarms of 74; identity 28 of 30, none.
"""

from __future__ import annotations

SAFETY = """
ladies on it keep losing their eyelashes, two so far
pt's wife rang, he can't remember where he lives any longer
bloke with no sex drive since summer, wants the old one back
one poor thing scratched herself raw
fingers went white and numb in the cold after the switch
hearing went in one ear, he stopped
she described a band round her head all day
an older man wandered out at night in pyjamas, third dose
nurse told me mr in bay 2 pulled his drip out, seeing rats
needed two units of blood after a month on it
kidney numbers doubled, they held it
eGFR fell from 60 to 38
troponin leak and st changes, ccu overnight
pr interval 280 on the follow up trace
clotting all over the shop since the start
a child got hold of grandpa's box, taken to a&e
someone at the gym is selling our tablets
two boxes given to the wrong mrs lee
pharmacist gave 50s for 5s, lady was on the floor
infused in ten minutes rather than an hour
dose was doubled by the ward by mistake
crushed for the tube though it's slow release
he stuck three patches on at once
she forgets it most weekends
they keep running out and skip a week
took his evening tablet in the morning as well
still 170 over 100 after three months on the top dose
pains are back every morning
it lasts till lunchtime then nothing
no change whatsoever in four of mine
it helped in the beginning, lost its punch
her sugars won't come down with it
I have two who don't respond
the spray pump is stuck, nothing comes
the tablets turn to mush in the dosette
strip of ten had eleven
label half off, no batch to read
glass in the vial
counterfeit boxes turned up in the market
childproof lid came off in her bag
pen clicked but no dose, she ran high all day
a baby of one of hers was born with a hole in the heart
she is 8 weeks and still taking it
breastfeeding mum on 5 mg, baby floppy
he drank the bottle, they pumped his stomach
tried to end it with our tablets
two died in the home this month, both on it
his widow wrote to the practice about the drug
never woke up after the second night
any other reports of low mood? she has seen three
asked whether hair thins on it because two ladies of his moan about it
is gout a thing with this? one chap limped in with a hot toe
some bloating at the start for a few, gone by week 3
light headed for a day or two, nothing since
felt seasick the whole first week
her mouth is like sandpaper since June
he gets zaps in his head when he forgets it
legs so heavy he crawls upstairs
granny on it thinks the neighbours are spying on her
grumpy as hell since starting, says the husband
"""

IDENTITY = """
Mabel Thornton, DOB 3/4/51, refill
enrolled Stefan Novak into the adherence program
copay card activated for Brenda Yates
PA for Gerald Hume came back denied
appeal letter: Lois Trent, I10
chart of Mr Abernathy: BP 180
Mrs Dalloway had her stent last week
K.M., 66, angina, new start
A. B. Fenwick, 74, on dialysis
pt initials RS, 52M
Hilda Moss from ward 3 was admitted with chest pain
Oskar Lindqvist, 80, widower, takes ours
the patient is Joyce Penhaligon
son of Walter Beech asked for a discount card for his father's pills
Medicare number 1EG4-TE5-MK73
policy number for the lady is BX-4471920
patient's address is 9 Orchard Close
she lives at 33 Elm Grove with her cat
her file: Marianne Schultz, LVEF 35
Ms Tran's labs are back, potassium 5.9
texted Mr Rowe at 07700 900321 about his prescription
Rita Feldman is due her refill Thursday
saw a script for Conrad Bishop, Cardexa 5 mg
Enid Crowther HTN 3 drugs, candidate for ours
prescription for Mr Lionel Hart
prior authorization for Delia Ferris approved
her neighbour Gus Tilman takes Lumivast
bed 9 Mr Osei
Isabel Cruz (F, 59) switched from amlodipine
the case was Nathan Drew, admitted Friday
"""

HARMLESS = """
Enrolled in Medicare training with Stefan Novak
Brenda Yates, office manager, activated the copay portal
Gerald Hume runs prior auth for the group
Dr Lois Trent appealed the PA decision
met Mr Abernathy of hospital purchasing
Mrs Dalloway runs the front desk
Thanks to Rita Feldman for lunch
Conrad Bishop MD likes our data
Delia Ferris is the new rep for Acme
K.M. at the desk said come back at 2
Walter Beech Hall hosts the dinner
Marianne Schultz presented Lumivast data at the meeting
Nathan Drew, NP, asked for samples
Isabel Cruz covers the front office
the Penhaligon practice has two doctors
Elm Grove Clinic opens at 8
she lives near the hospital
Dr Hart lives in Bedford
Joyce Bell organised the meeting, 42 people came
hair salon next to the clinic, parking there
headache getting past security
lost my voice after three talks
my knee is killing me
she lost her assistant in May
he lost the key to the closet
the clinic lost power for a day
the printer is stuck again
spray painted the car park
the data set is full of holes he says
no change in her view
still no answer from formulary
nothing since last visit
sales are back every month
no sex differences in the trial
two units of staff trained
bloating of the budget
the numbers doubled, great quarter
blood pressure clinic on Tuesdays
discussed stroke prevention data
she teaches the seizure course
nightmare parking, 30 minutes
skip a week, she's away
run out of leaflets
running out of samples in week 3
he was held up in theatre
ran into Dr Lee at the gym
sold her practice to the group
label changes coming in May
asked if we have any reports on market share because she has seen three decks
asked for the rash management guide
dr thinks price drop will help because two of his clinics are cash only
wants to change the meeting day
wants to switch lunch to Friday
asked to stop by next week
asked to be taken off the email list
first week in the territory, tired feet
initially sceptical, now keen
at first she didn't want to see me
in the beginning he was cold, now friendly
early days for the launch, slow
within days of the call she ordered
new baby at reception, cake for all
the pharmacist gave me the wrong fax number
wrong Mrs Lee on the email
handed over samples to the right nurse
two boxes of samples to the ward
the swelling numbers in the study were low
told me swelling is why she avoids CCBs in general
explained how to handle a missed dose as per the leaflet
she counsels everyone on dizziness at start
he checks potassium at week 2 routinely
we discussed that cough is an ACE inhibitor class effect
headaches listed as common in the SmPC, noted
no AE to report, confirmed
"""
