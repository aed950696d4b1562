"""Labelled sentences, fourth round: short and plain, as a log is typed at the wheel."""

from __future__ import annotations

SAFETY = """
she told me a patient of theirs came down with hives two days in
Tom's brother-in-law uses it, says his ankles balloon by evening
one of her ladies quit after a week, too dizzy to drive
pharmacy had a return, the tablets were crumbling and smelled like vinegar
said a man blacked out at the bus stop after doubling up on it
a patient's wife phoned, he's been throwing up since saturday's dose
three cases of low blood pressure among her elderly since the switch
he reckons it does nothing for the overweight ones
baby has a cleft lip, mother was on it in the first trimester
nurse grabbed the 20 instead of the 5, patient was fine
cap was missing on two of the pens
someone in my yoga class takes Cardexa and her gums bleed
patient hospitalized with pancreatitis last week
she saw an increase in creatinine in two people and stopped it
my grandfather got so confused on it he didn't know where he was
they had a death on the ward, she isn't sure if it's related
pt c/o nausea and HA since upping the dose
an overdose came in over the weekend, teenage girl, our product
dosing mistake by the carer, three pills at once
"it wears off after four hours in my patients"
a user said the needle snapped inside her skin
couple of them got a nasty cough and asked to be switched back
one patient lost her hair, wants to sue
had a diabetic go hypo twice on the combo
liver numbers tripled in one man, now off it
hasn't done a thing for her sister's migraines
his mum developed a blotchy face within minutes of taking it
病人家属打电话来说老人吃药后不认人了
科里一个患者用药后出现皮下淤血
护士抱怨注射笔剂量窗看不清还卡
她大伯吃了一个礼拜胸口闷
停药之后疹子才退下去，是她的病人
有患者反映吃了没效果，血压照样一百七
小孙子把药当糖吃了好几颗
病人怀着孕，一直在用卡德沙
他说去年有个病人用药后猝死
药瓶里混进了别的药片
吃了就犯恶心，患者要求换药
一个老病人吃了半年，最近查出肾功能恶化
门诊护士说有人把药分给邻居吃
打完针胳膊肿得抬不起来，一个女患者说的
"""

OFFLABEL = """
would it be of any use in kids with hypertension?
he is thinking about dialysis patients, is there data?
may my pregnant patients stay on cardexa?
asked if it also helps in diabetic kidney disease
could we give two tablets at once?
can it be taken along with a statin and insulin?
she'd like to try it in patients after transplant, possible?
any publications on use in adolescents?
does cardexa do anything for arrhythmia
question about using it during lactation
can it go down a feeding tube crushed?
is there evidence in Parkinson's?
八岁小孩可以用吗
尿毒症患者能不能用卡德沙
问哺乳的妈妈能不能继续吃
能不能和他汀一起吃
老年痴呆的病人用了有效果吗
"""

IDENTITY = """
Mrs. Harriet Doyle, 77, stroke last year
saw the chart of Michael Torres, 55 yo with COPD
patient named Ingrid Olsen takes 5 mg
Mr Bennett, 69, has diabetes and asked for the pen
patient's mobile 07700 900456
SSN 536-22-8765
her DOB is 1949-07-21 and she is on dialysis
MRN: 5567120
mother of the patient: k.fisher@hotmail.com
david wong 48 hep b
患者周建华 66岁 肝硬化
病人电话 13612345678
林美玲，58岁，肺癌
住院号00451237
身份证 510107196805213321
"""

BARRED_CN = """
她每周大概开15盒
王主任上月处方量120
送主任一张礼品卡
he writes 20 scripts a week
"""

HARMLESS = """
none of her patients complained, all happy
no rash, no cough, nothing
she hasn't come across any bleeding with it
how common is swelling, she asked
wanted the hazard ratio for death in the trial
the nausea slide worked well
she's lead of the dizziness clinic at the hospital
the hospital's purchasing office wants three quotes
her schedule is a nightmare this month
he broke off the visit, emergency in theatre
she's on sick leave till Monday
the practice manager is pregnant, ask for Lena from June
uses Cardexa for her hypertensive patients
likes it in heart failure with reduced EF
pharmacist wants the leaflet on missed doses
the tablet froze during the demo, used paper
printer was jammed again
the samples cupboard is locked
my car wouldn't start, came late
our numbers dropped in Q3
doesn't take calls on Mondays
wrong building, then found her
no feedback on the proposal yet
died down since the price cut
ran into her at the hospital gift shop
what's the price for the 28 pack?
could you bring more leaflets on Friday?
is it on the regional formulary yet?
does the clinic open on Saturdays?
can we use it in adults with hypertension?
Dr. Omar Haddad, 58, cardiologist since 1998
Sarah from the pharmacy asked about insulin stock
Mr. Price in procurement, 20 minutes
ref 55671204, delivered 14/03/2026
budget 1,200,000 for the new ward
patients adore the pen, two more starting
three patients switched over, all doing fine
talked about her holiday in Crete
she fell for the new design
he'd rather see safety data first
reviewed the side effect table together
history of stroke was an exclusion criterion
her son got into medical school
asked for journal articles on heart failure
told me the competitor's drug causes more cough in studies
没人说头晕，都挺好
未发现不良反应
她问水肿发生率高不高
三期研究里恶心占4%
他是看头痛的专家，周三门诊
医院采购流程很慢
护士怀孕了，明年一月休产假
打印机坏了
笔记本落在她办公室了
药剂科主任出差
进院流程让人头疼
病人用得都不错
血压达标率高，她很满意
价格能不能再谈谈
周五能不能去科里讲一次
样品柜锁着，没拿到
说明书里写了头晕要慎用
想要一篇心衰的文献
赵主任50岁生日，在食堂聚餐
何医生出诊时间改周二
订单88123456已发货
"""
