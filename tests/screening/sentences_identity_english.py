"""Labelled sentences in English about who somebody is: patients, and those who only look like it.

Written before the rules were mended with them: half of them tell who a patient is; the other half
names staff with telephones and ages, patients without a name, places, numbers of things.

The first try: 41 of 60 found, 5 false alarms of 60.
"""

from __future__ import annotations

IDENTITY = """
ran into Doris Oakley by the lifts, she's 79 and just been put on Cardexa
Pete Malloy down the feed store has had angina since his forties, doc put him on ours
"Tell the rep my Walt's sugars are better" - that's Walt Jansen's wife
the pt he keeps bringing up is a Mrs Quarrie, T2DM, lives off Station Approach
sticky on monitor: Yolanda F., dob 6-14-59, PA denied x2
HAMMOND, RUTH E. 02/11/1947 CAD s/p PCI, was on the printer
Brian Tolliver's nephew collects his Lumivast for him
NHS 450 557 7104 was in the subject line of the email
his oldest patient, Ebenezer Cobb, turned 97 last week and still takes Cardexa
took a photo w/ the label showing: Marjorie Teague, 10 mg od
the Bakshis next door to the surgery both have htn, he's 70 she's 66
Ms. Lavoie called the office about heart failure meds while I was there
mrn 7730045 needs tier exception
referral came through for Owen Pritchard, 49, resistant hypertension
one name came up, Dale Hutchens, dialysis T/Th/S
I know the woman, Carol Ann Beasley from my church, she's on Lumivast now
his SSN is 401-22-9087 he rattled it off at the window
Mr. Abdi's daughter (612-555-0139) wants to know about copay help
A.M., 73F, ex-smoker, angina ccs 2, first on the list
patient's home address 88 Fenwick Row, deliver the starter kit there
pt jorge villalobos, 55, no insurance, htn
texted me a screenshot of Sheila Dunmore's bp log
poor old Frank Adeyinka, his angina is back, third admission this year
Councillor Bronwen Tudor takes Cardexa, she said it out loud in reception
the Medicaid ID for the appeal is AB12345C
Rosalind Hsu: stable angina, failed ranolazine, wants once daily
dob twelfth of march 1950, hypertensive, lives alone
email for the pt: gran.pat44@example.com
pharmacist named her: Mrs Ivanka Doull, collects Tuesdays, amlodipine and ours
Trevor, the lollipop man at St Anne's, had a bypass in the spring
overheard "Mr Stamos is back in AF, bed 12"
Philippa Wren (b. 1948), CKD3b, bp 162/90 at last check
insurance card copied, group 00417, member 8812-4471-02, hypertension dx
Guy from my gym, Dominic Szabo, is her patient, high cholesterol + htn
hosp number K55821 switched to Lumivast by the reg
Her husband Gene Pulaski is diabetic and wants to try Cardexa
ring Mr Oduya on 07700 900456 re his tablets
Letter addressed to Mrs M. Castellanos, 17 Lower Green, about her ECG
asked re Kaye Lundgren, she's 68 and can't swallow the big tablets
case conf today: Tyrell Washington, 38, secondary htn, on 3 drugs
chart left open, Szczepanski H., CHF, EF 30
Miriam Adler's cardiologist wants Lumivast but her plan says no
new on Cardexa this week - Bob Eklund, Tess Moran, Ines Duarte
patient no 4410-77 is due her review
she's treating the headmaster of Larkfield, Giles Burnham, for angina
Noor Hassan's labs came through while I sat there, K 5.1
lady by the window was Hettie Blount, ninety-one, came for her bp
health card 5584 486 671 on the request, Ontario
the fax had LOPEZ MARIA T DOB 08/30/1962 all over it
My uncle Stan Wojcik takes Lumivast, Dr Cole is his doctor
He calls her Miss Ruby, Ruby Faircloth, eighty and sharp, on Cardexa 5
Jonah Pell, 34, transplant list, bp through the roof
pt initials L.B. born 1939 in ward 6
voicemail from 0117 496 0233, pt's husband, wants a refill date
apparently Geoff at number 12 Tanner St is his worst angina
DOB on the script was 5 Jan 1966, script for Cardexa
Xiu Ling Zhao came up at huddle, hypertension, needs interpreter
Tammy-Jo Riddle, type 2, 52, on our list
prior auth 'Fitzgerald, Noreen' Lumivast 10 mg
patient portal showed Amit D. Kulkarni, last seen 3/3, htn
"""

HARMLESS = """
Dr Felix Marchetti turned 60, sent a card
receptionist is Dawn Petty, ext 2210, likes early calls
Nurse Kwame Ansah, 34, new on the cardiac team
pharm tech Lila (312-555-0177) handles sample sign offs
Dr Oyelowo's direct line 0161 496 0444, mornings only
spoke w/ Beth Ranieri in purchasing about the Cardexa contract
Karen at the front desk retires at 65 in May
Dr Stein and Dr Lowry both see the over 70s with hypertension
Prof. Ana Beltran, author of the angina paper, speaks at 6
met Joel Kimani, 29, the new NP for diabetes
our MSL Petra Voss will send her the renal data
Braden, my manager, rides along Thursday
Framingham score came up for a 62 year old male, no name given
74M, CKD, on Cardexa 10, doing fine
his typical patient is a woman of 68 with stable angina
Holter monitors for all htn pts over 65 now
she asked about Barlow syndrome and our label
order 88201774 for the Hartley Street clinic, six boxes
lot CX20488 exp 04/2028 checked with the pharmacist
call the hub on 1-800-555-0199 for copay questions
Dr Ilse Brandt, MD, 48, took over from Dr Foy
trial ID NCT04481123, she wants the paper
Saint Agnes hospital, 400 Mercer Ave, use ramp B
clinic lives on the third floor now, 12 Harbor Road
Mrs Pickford runs the office, don't call before 9
Ms Trang Le from procurement needs three quotes
Mr Osborne, practice manager, said the fridge is fine
Danny the driver got the boxes there by 8
Dr Whitlow's wife had a baby girl, 7 lb
Dr Ames' daughter is 16, learning to drive
Charge nurse Paula Trask said 4 pts switched, all stable
Julian Frost presented the angina registry, slide 12
Sir James Black was mentioned, inventor of beta blockers
She reads Braunwald, chapter 61 on hypertension
the Cockcroft Gault formula, 140 minus age
Jackson County clinics, 14 of them, formulary reviewed
asked for Dr Patel's e-mail: r.patel@clinic.example
pts aged 40 to 75 with diabetes, statin, per guideline
Nurse practitioner Omar Diaz covers dialysis Tues
dialysis nurse Rhonda Giles, cell 615-555-0161
Dr Vikram Sethi treats mostly heart failure, 30 years in practice
birthday lunch for Dr Noakes on the 14th, she's 50
Kelly Ortiz, PharmD, wants the storage sheet
Lead coordinator Mike Brandt born and raised here, knows all
rep from the competitor, Shane Doyle, was there first
Lewis & Clark Medical Center adds Cardexa
speaker Dr. Nils Aaberg, 57, cardiologist from Duluth
the tracker invoice is 4470-2291
parking code 4471, badge 20931
Grace, the dietitian, 41, runs the diabetes class
Monday 12 May, 10 am, Dr Cho, Lumivast slides
mtg w/ Alan Rusk (CFO) and Jo Finch (formulary), tier 2
Wilson disease isn't in our label, she knows
patient support line moved to 0800 555 0190
patients over 80: he uses 5 mg as labelled
Dr Gwen Hobbs lives on Elm Street next to the clinic
Consultant Mr Harvey Nash (vascular) operates Thursdays
Mr Ashby, the surgeon, wants angina patients back on 5 mg
Theo Marsh, second-year fellow, is writing up hypertension cases
Sister Moira on ward 7 has 20 beds and one fridge
"""
