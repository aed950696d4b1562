"""Labelled sentences, third round: longer talk, formal minutes, gossip, mixed languages."""

from __future__ import annotations

SAFETY = """
good visit, liked the once-daily story, by the way one patient woke up with a swollen lip after dose three
Dr. Osei reported that a 73-year-old female experienced syncope while on therapy
over lunch her receptionist told me her dad itches all over since he takes our pill
she would use it more but two of the ladies had such bad leg cramps they gave up
patient says it burns when she injects
he's had to pull three people off it for low potassium
keen to continue; mentioned in passing a patient lost consciousness at the wheel
someone from my running club had the worst stomach ache on Cardexa
patient mixed up morning and evening doses for a week
dose counter on the inhaler was stuck at 12
the suspension smelled off and had lumps in it
one carton contained a leaflet in the wrong language
after four months his a1c hasn't moved at all
she sees no difference between it and a sugar pill in most of hers
we lost one of our patients on the study drug, family is upset
my mother-in-law was in icu for a week, she'd just begun taking it
he thinks the drug caused the kidney injury in bed 9
a toddler chewed one of the tablets
found out she was 6 weeks along, on 20 mg the entire time
a guy is buying it online to build muscle
nurse reconstituted with the wrong diluent
had a bad experience, patient got blisters in the mouth
the daughter said he has been seeing things at night since the increase
a patient became very aggressive after two weeks
pt can't taste food anymore
one of the nurses on staff takes it herself and feels drowsy at work
a woman in the waiting room complained it makes her cough constantly
the device clicked but nothing came out
his worry: a young man developed arrhythmia last friday, still on the ward
patient forgot her shots for two weeks then took three at once
hubby of the office manager is on it, gained a ton of weight
after the injection there was a huge lump on her thigh
the new batch looks different, patients say the tablets are darker
a patient's psoriasis got much worse on it
one lad developed breast tissue on it, wanted off
reports that elderly users wander at night and wet the bed
said it knocked him flat, he slept for 14 hours
she has taken two patients off because of diarrhoea and is unhappy
拜访顺利，走的时候护士顺口说有个老病人用药后站都站不稳
她闺女吃了咱们药月经乱了
主任提了一句，二十床用药第二天尿少
有家长说孩子吃完特别兴奋不睡觉
病人停药一周又犯病了
药店说顾客来退货，说药片一捏就碎
邻居张叔吃了两个月，说跟没吃似的
昨晚一个患者输着输着突然胸闷发冷
他父亲吃了以后老咳嗽，停了就好
她自己也在吃，说口干得厉害
发现注射器里有小黑点
病人把一周的针一天打完了
误把外用的给病人口服了
卡德沙用上以后血肌酐翻倍
老病号吃这药吃得胃出血
患者用后整个人没精神，吃不进饭
换成我们的以后反而又发作了两次
pt用药第三天platelet掉到30
有个阿姨吃了脸肿成包子
还有一例骨折，患者在用我们药
"""

OFFLABEL = """
nephrologist wonders about patients already on peritoneal dialysis, any experience with the drug?
Would there be a benefit in people with preserved ejection fraction?
his question: may the tablet be split and put down a peg
do you know if anyone has used this in lupus
her son is 14, could he take cardexa?
wanted information about treatment of pcos with it
asked whether a nursing mother can continue on cardexa
could it be combined with lithium?
how about giving it three times a day
is there a role for it in migraine prophylaxis
would it be effective for raynaud's
can you use it as an injection
asked what the data look like in stage 4 liver disease
is it all right for a newborn?
and what if they have asthma, does it work there
有病人心绞痛，问能不能用这个药
十岁的孩子能吃多少
能不能一天打两次
问备孕期间可不可以用
能配合化疗一起用吗
她想知道肝炎病人用了安全不
"""

IDENTITY = """
Angela Moretti, 59yo, T2DM, on 10 mg, wants a call
a patient called Desmond Clarke asked the nurse about it
the lady is Mrs Anne Fletcher, 83 and suffers from dementia
he gave me a number for the patient's wife, 07700 900123
mr thompson, 61, post stent
she forwarded me pt details: Carlos Rivera, born 1961, CKD 4
the patient, Helen O'Brien, has MS
patient id 5582019 came back positive
Ruth Kaplan aged 90 was hospitalised on it
her patient Yusuf Demir takes 20 mg
病人吴建平，男，60，脑梗
马秀兰今年七十五岁，肾衰透析
患者联系电话：010-62345678
新病人郑海涛 35岁 银屑病
医保卡号 330219880721，老病人
患者叫欧阳慧，乳腺癌
"""

BARRED_CN = """
他手上每周能写十来张处方
李主任个人用量上月涨到90支
我们按返点结算
a red envelope for the new year
dr wu wrote 55 boxes last month
"""

HARMLESS = """
she has never had anyone stop it for side effects
so far so good, none of the twelve had swelling or cough
no deaths, no hospital stays in her group
tolerability was the highlight, hardly anyone stopped in the trial
question was about the mechanism behind flushing
curious whether edema goes away with a lower dose
she'd want more detail on bleeding before switching anyone
they discussed the warning on angioedema at the journal club
asked for the pregnancy registry link
sent the SmPC section on overdose
needs a poster for world stroke day
the hospital is merging, new pharmacy director in may
went to the hospital twice this week, no luck
waiting at the hospital entrance for an hour
sick leave cover until August
works nights in the ER, best to call after ten
has three emergency slots at noon
she did her residency at a children's hospital
he lectures on depression and anxiety
prefers it over the old one for pain
the drug of choice for her nausea patients
it relieves the itch quickly, she says
less dizziness than with the competitor, he finds
reduced hospitalisation is what convinces him
she loves that it prevents strokes
happy patients, better sleep, fewer headaches
dizzying amount of paperwork, she said
we had a laugh about the death march of budget meetings
the budget is on life support
prices went through the roof
the new copier is broken again
pen drive with the slides left behind
lost my badge at the clinic
wrong floor, found her on 4
wrong dates in the invite, resent
can't make it on thursday
couldn't find parking
she can't stand the new portal
can't get through to reception by phone
the practice stopped seeing reps in May
stopped by for five minutes
starts her new job in July, was tired but friendly
her daughter is expecting, she will be off in autumn
baby shower on friday for the practice manager
passed the exam, very proud
fits well with their pathway
fit and active, runs marathons
ran out of samples
they ran late so I left the folder
missed her, she was in surgery
missed two calls from the pharmacist
forgot my slides, used the tablet
too many reps that day
too much paperwork for one drug
took the wrong exit, ten minutes late
mixed up the two Dr Wongs
by mistake I parked in the staff lot
instead of lunch she wants breakfast
gave me ten minutes instead of five
three patients on it since May, all well controlled
doubled the number of starts
two more patients put on it last week, going nicely
her mother is visiting, so no friday clinic
met at the gym, he asked for the reprint
neighbour of hers works for a competitor
insurance covers it for her elderly patients
what are the storage conditions?
do I need an appointment for next week?
which insurers pay for it?
would she speak at our symposium in Leeds?
can children come to the family day?
are there samples for the dialysis unit nurses?
is the transplant team moving to the new building?
is it indicated for hypertension?
can adults with heart failure start at 5 mg?
how soon does it work in hypertension?
Professor Anna Weber, 64, retires next year
Jane Miller, pharmacist, 45 minutes late
Dr John Carver and Linda Barnes both treat diabetes
Ms Ortiz from procurement has the heart failure contract
read the Smith 2019 paper on diabetes
ICD code 11250 and ref 8842019
call me on Monday at 10
room 1204, building 33, ask for badge 88121
invoice 20230087 paid 12/05/2026
tier B, visits 12 of 24
提到别家药头晕的比例高
她说依从性好，没人停药
想看出血风险的亚组数据
讲了低血糖怎么预防
科里在做跌倒预防项目
准备了过敏性鼻炎的资料
老师讲了头痛的诊断
医院食堂见的面
住院楼电梯太慢
急诊太忙，没说上话
孕产学校请我们赞助易拉宝
他母亲过生日，提前下班了
她爱人是麻醉科的
主任儿子考上大学了
病人多，等了一个小时
病人用得不错，反馈都好
新加了三个病人，血压稳定
疗效满意，没有停药的
价格没优势，医保也没谈下来
发错邮件了，重发一份
搞错会议室了
看错楼层，迟到五分钟
忘带彩页
展架坏了，要换新的
包装换新了，下月到货
打印的资料破了两张
样品没到，催一下
她下周去上海开会
能不能帮忙约一下药剂科
可以周五上午来吗
有没有新的文献
这个药进医保了吗
儿科主任什么时候出门诊
透析中心几点上班
血压高的病人一般怎么起始剂量
高建国主任约周三，60分钟
何敏药师负责进药
陈老师说病人68岁以上的多
2026年3月12日下午，206室
货号88213321，请核对
"""
