"""Labelled sentences, fifth round: hearsay, a pharmacist's counter, a device rep, one-liners."""

from __future__ import annotations

SAFETY = """
heard from the front desk that a man had to be carried out after his infusion
her niece tried it and couldn't keep any food down
says one old boy is bleeding whenever he shaves now
apparently it sent a lady's heart rate to 140
two customers brought it back because it gave them the runs
he had a guy whose tongue swelled
catheter tip broke off during the procedure
implant came loose after six months
the sensor gave false readings all night and she went low
alarm on the pump didn't sound
sterile bag was already open
stent fractured in a 60 year old
patient ended up with a wound infection after our mesh
my wife's friend is on Cardexa and has terrible mood swings
a patient called, she took it with grapefruit and felt faint
the carer crushed the slow release tablet
they started it at the full dose by error and she crashed
his patient stopped responding after month five
she's on 40 and her readings are still all over the place
pt intolerant, stopped
tolerability issue in one pt, GI
had one bad experience with it, bleeding ulcer
baby was fed by a mum on our drug, got very sleepy
someone stole a box from the ward and injected it
a gentleman with kidney trouble since he was put on it
patient didn't survive, had been on it ten days
lost two patients to heart failure on it
she couldn't get out of bed for a week after the shot
woman got shingles three weeks in
his skin turned orange
vision went blurry, she pulled over the car
my dad's been coughing nonstop since the new pills
he won't use it again after what happened to Mrs B
nurse got some in her eye
the boy next door accidentally drank the syrup
她吃完浑身起鸡皮疙瘩，心跳加快
病人说打了以后整晚没合眼
家属投诉，说吃药吃出毛病了
有个老人吃药期间脑出血了
护士配药时溅到眼睛里了
器械术中断裂，换了一个
支架放了三个月又堵了
输注反应，停了十分钟才缓过来
吃了没两天人就瘦了一圈
这药吃了不行，越吃血糖越高
病人吃完就跑厕所
我老公吃了以后总说没力气
闺女误吃了一片，洗了胃
一个患者用药期间尿蛋白升高
医生反馈有病人出现牙龈增生
"""

OFFLABEL = """
hypothetically, would you use it post transplant?
Cardexa for a 9 year old, thoughts?
could this help my copd folks
she asks if one may inject it in the knee
any info on use with methotrexate
what happens if given to breastfeeding patients
has anyone looked at it for long covid
can you take 3 tablets a day
能用于预防中风吗
胃造瘘的病人怎么给药，能磨吗
高龄孕产妇可以吃卡德沙不
有没有肺动脉高压的研究
"""

IDENTITY = """
the lady in bed 4, Margaret Shaw, 88, fell on it
patient Ahmed Khan was switched last Tuesday
Joan Pickering (74F) has AF and takes warfarin
her number is 0113 496 0321 if you need the patient
Ms Clara Lindqvist is in remission from breast cancer
bill harper 66 m had a stroke in may
社保号 320102195506121234
患者刘桂英，电话是 15912345678
沈国华，男，79岁，慢阻肺
病人家住和平路，叫孙丽娟，糖尿病
"""

BARRED_CN = """
wrote 18 prescriptions last week
这个月处方量掉到30盒了
给她返点百分之五
"""

HARMLESS = """
none of them had to stop
not a single fall reported, she's impressed
no adverse events to report
never had to hospitalise anyone on it
no one's complained about the taste
hospital parking costs a fortune
hospital day for her is Tuesday
hospital stock is low, reorder
she's at the county hospital on Wednesdays
emergency order placed for two boxes
the ER chief wants a demo
lost my phone at the hospital
nausea is his main concern
worried about falls in the elderly
asks how to manage the rash if it shows up
would stop it if the patient got a rash
patients at risk of bleeding are her worry
which side effects should nurses look out for?
talked stroke prevention over coffee
showed the dizziness data by age
presented the overdose section of the label
he read about two deaths in the competitor's trial
bleeding was 3.1% in arm B
pain clinic opens a second site
the fatigue society invited her as a speaker
an expert in vertigo
treats a lot of anxious patients
sees mostly pregnant women with hypertension
her patients are sick and elderly
many of her patients have kidney failure
he manages heart failure and stroke patients
patients with swelling of the legs are referred to her
loves the pen, clicks nicely
asked for a demo pen
needle disposal boxes requested
label change is coming in July
the leaflet has a typo on page 3
the new label is out
boxes arrived on time
my pen leaked on the contract
the coffee machine leaks
broke the ice with a golf story
she broke her wrist skiing, back in June
he has the flu, call next week
lost her father in May, send a card
her baby is due in August
has no time to die of boredom in my slides, he joked
feels good about the new data
felt rushed today
gets tired of reps
she couldn't sleep because of the baby
he is stuck in budget talks
the system crashed during the demo
trouble with the login again
problems with delivery last week
complained about the price again
complaint about our ordering desk
no effect on her budget
works well, no changes
doesn't use it yet
two patients started, one on hold for insurance
one patient stopped because the copay doubled
patients forget appointments, not doses
can't reach her by phone
he's off his feet with work
will double the order
took two leaflets and a pen
took one sample, signed
swallowed the price at last
mixed feelings about the offer
wrong time, she was with patients
gave the wrong slides to the nurse
does it come in a smaller box?
how long does delivery take to the hospital?
does she treat children as well?
who treats pregnant women here?
can we do a lunch for the dialysis nurses?
is the children's hospital hiring?
what does the label say on hypertension?
Dr Lee, 61, told me he retires
the Miller practice has 67 patients on dialysis
Tom Baker, 40, is the new rep for oncology
Anna from accounts, ext 445566
call the office at 9:30 about order 8837261
没有病人停药
都说没什么反应
从来没碰到过过敏的
病人没有不舒服
会不会头晕，她问
怕病人摔倒，想看老年数据
出血风险怎么评估
看了低血糖的那张幻灯
急诊主任约周四
住院病人多，她忙
ICU今天不让进
她自己感冒了，没多聊
主任腰疼，坐着聊的
她婆婆住院了，改下周
孩子发烧，她提前走了
医院系统坏了
笔坏了，借她的签
资料盒子破了
包装很漂亮
病人都按时吃药
吃了饭再聊
吃完饭去科里
用了我们的资料讲课
打了电话没人接
价格没反应
政策没变化
没什么新情况
高医生门诊68个号
马主任说45岁以上的都筛查
"""
