"""Labelled sentences, first round: a tired rep in the car, a nurse's phrasing, Chinese chat.

Written before the rules had seen them; mended after. A line is one sentence.
"""

from __future__ import annotations

SAFETY = """
she mentioned one of her older ladies got really lightheaded on the 10 mg
pt had to go to the er last weekend, started cardexa two weeks ago
nurse says three patients came back with swollen ankles
my neighbor takes it and said her hair is falling out
one guy passed out in the shower after his second dose
he stopped Cardexa in a patient because of a cough
two patients complained about itching since the switch
"it just doesn't do anything for my diabetics" he said
a resident at the home was given a double dose by the night nurse
she said the pen jammed and the patient got only half the dose
box came with a broken seal
the tablets in the last lot crumble when you push them out
a patient of hers is pregnant and was still taking it
one of his patients died in march, was on cardexa
had somebody in the pharmacy today whose kid swallowed two of mums pills
patient took her evening tablet twice by mistake
dr. says bp still way too high on 20 mg in a handful of patients
my sister in law started it last week and can't sleep
someone at the gym told me it gave him terrible nausea
elderly man fell twice after they upped the dose
potassium went up to 6.1 in one patient
lab called her, creatinine doubled three weeks after starting
she saw a rash on both arms of a lady who began on monday
her mother felt dizzy on it, stopped herself
they had an anaphylaxis case last year with it
patient was admitted with low sodium, she suspects our drug
a man came in with yellow eyes, he was on it for a month
the autoinjector didn't fire and she had to use a second one
label on the bottle said 5 but the tablets were 10
customer returned the pack, capsules were stuck together
he has a lady who vomits every time she takes it
not working for her asthma kids at all
wife of the pharmacist got hives from it
some patients report headaches in the first week on Cardexa
she's had two people drop out, upset stomach
his dad bled from the gums after starting it
a patient with bruises all over, on our tablets plus aspirin
one patient was suicidal after the dose increase
patient tried to kill herself with a whole pack
breast feeding mum was put on it by another doctor
the pharmacy handed out the wrong strength to a patient
was rushed to hospital with chest pain after the infusion
blurred vision in one of them
dizzines and vommiting in a patient, she will keep an eye on it
lady on 5mg had a seizure
he told me a patient crushes the tablets and takes them with juice
she gives her husband's tablets to her sister
another one with palpitations, said it started after the jab
patients say it tastes metallic and makes them sick
thinks it's useless, no improvement in five patients
病人吃了三天就开始拉肚子
主任说有个患者用了之后皮疹挺厉害的
我妈吃这个药头晕得不行
昨天一个老病人吃完药摔倒了，送急诊
护士长反映最近两例注射部位红肿
用了一周血压一点没降，病人要求换药
有患者怀孕了还在用，问我们怎么办
药房说有一盒里少了一板
笔按不下去，浪费了一针
患者家属说老爷子服药后小便困难
隔壁王阿姨吃了以后手抖
她说效果不行，好几个病人都换回去了
有个小孩误吃了奶奶的药
病人一次吃了一个星期的量
张主任的一个病人停药了，说恶心吃不下饭
患者用药后转氨酶升高三倍
健身房教练说他吃了心慌
有个病人去世了，家属怀疑跟药有关
外包装破损漏液，护士拍了照片
护士给错药了，把10毫克当成5毫克
哺乳期的病人也给开了，孩子拉稀
用了没什么感觉，跟没吃一样，患者说的
老爷子吃了半个月脚肿得穿不上鞋
患者反映嘴里发苦，不想吃了
一个病人低血糖昏迷住院了
开的药病人吃了过敏，全身起疹子
pt吃了cardexa以后nausea，第二天就停了
她有个patient用药后rash很严重
"""

OFFLABEL = """
does Cardexa work in kids?
she asked if it can be used in dialysis patients
can I give it to a pregnant woman?
any data in HFpEF?
what about breast-feeding mothers, is it ok?
could you crush it for tube feeding?
he wants to know whether he may combine it with warfarin
asked about using cardexa for migraine prevention
is it safe in patients with cirrhosis?
would it help in pulmonary hypertension?
can we go up to 80 mg in the resistant ones?
is there any experience in transplant patients
asked me about twice daily dosing
can a 12 year old take it
wondering if it works in type 1 diabetes
do you have studies in stroke prevention?
what do you think about using it for weight loss?
asked whether it's approved for adolescents
any evidence in atrial fibrillation?
could it be given intravenously?
卡德沙儿童可以用吗？
透析病人能不能吃这个药？
主任问孕妇可不可以用
可以跟华法林一起吃吗
能碾碎鼻饲吗
有没有用于糖尿病肾病的数据？
哺乳期能吃吗
她想知道能不能用来减肥
这个药对房颤有效吗
可以加到一天两次吗
问青少年能用不
肝硬化的病人行不行，能用吗
"""

IDENTITY = """
Mrs Eleanor Whitby, 72, has been on dialysis since May
patient John Carver started on 10 mg last week
Mr. Alvarez (58) had his stent in June, now on Cardexa
Maria Gomez 45 yo diabetic switched from lisinopril
her patient is called Tom Bradley, heart failure
pt name: Susan Clark, diagnosed with CKD
the patient can be reached at (415) 555-2671
patient SSN 219-09-9999
his NHS number is 943 476 5919
MRN 00482913 had the rash
dob 04/11/1952, on insulin
patient's email is bettyh52@gmail.com
Robert Finch, 81, COPD, lives on Elm Street
mary smith 64 breast cancer second line
call the daughter of the patient on 07911 123456
67-year-old Jane Doe on the waiting list for transplant
患者李建国，68岁，心衰
张桂芳 女 72岁 糖尿病肾病 透析三年
病人叫王小梅，电话13912345678
身份证号320106194703152415
住院号 20231187 的病人用了我们的药
刘德胜今年59岁，高血压二十年
病人家属手机 138 0013 8000
赵敏，45岁，乳腺癌术后
王女士 56岁 类风湿
床号12 陈志强 心梗后
"""

BARRED_CN = """
她一个月开40盒
李医生每月处方量大概60张
张主任上个月用了120支
答应给他回扣
带个红包过去
she writes about 30 scripts a month
his prescribing volume is up to 50 a week
offered gift cards for the nurses
"""

HARMLESS = """
no side effects so far in her five patients
nobody had any rash
denied dizziness, happy with it
well tolerated, no nausea, no headaches
asked about the rate of hypotension in the pivotal trial
what's the incidence of rash?
in the study 3% had nausea vs 2% on placebo
history of rash in the trial excluded
trial exclusion: pregnancy and severe liver disease
wants the slide with the bleeding rates
I went through the safety profile with her
explained that dizziness is listed in the label
hospital pharmacy needs the order form by friday
hospital formulary committee meets on the 12th
met her at the hospital cafeteria
runs the falls clinic on thursdays
head of the headache centre, wants reprints
the prior auth is a headache for the staff
parking here is a nightmare
budget is bleeding, no new listings until july
sick of the portal, wants paper forms
nurse Kim is off sick, back monday
the receptionist is pregnant, leave starts in june
uses it mostly for nausea after chemo
prescribes it for pain in older patients
prefers it in patients with chronic cough
dying to see the new data
sales fell in the north
Tuesdays don't work for her, try Wednesday
the projector didn't work so I used paper
no response to my last two emails
no change at the practice, same staff
broken elevator, took the stairs
printer jammed while printing the consent form
wrong email address on file, corrected
left the wrong brochure, will swap it
she was in theatre, brief chat at the door
patients like the once daily dosing
price is the pain point
keen on the renal table, wants the full paper
asked for two samples of 5 mg
is the 10 mg pack available at the wholesaler?
when will it be on formulary?
what does it cost for dialysis patients?
can I come by on Thursday with lunch?
how should the pen be stored?
does she see patients on Fridays?
what's the copay for Medicare patients?
Dr Patel said her patients over 75 do well
Dr. Jane Miller, 52, new head of cardiology
Mrs. Brown at reception wants a call before visits
next committee 2026-12-03, lot A20413 expires 2027-06-30
paid $1,250,000 for the new wing
study NCT04567890 is recruiting
met Dr Robert Finch and his fellow
PO 4500123456 for the pharmacy
her own birthday is 3 May
sees 40 patients a day
ordered 300 boxes for the ward pharmacy
likes the gift shop in the lobby
没有不良反应，患者耐受很好
目前没发现皮疹
未见头晕恶心
问了一下皮疹的发生率
临床试验里头晕2.3%
排除标准是孕妇和肝功能不全
我介绍了安全性数据
住院药房周五下单
医院药事会下个月开
皮疹门诊在三楼，周二出诊
报销的事让人头疼
她主攻失眠和头晕
主要用于治疗慢性咳嗽
张护士感冒请假了
王医生怀孕了，九月休产假
投影仪坏了，用纸讲的
微信没反应，打电话再约
销量没变化
系统有问题，下周再录
说明书里写了低血压要注意
担心低血糖，想看数据
病人对一天一次很满意
这个多少钱，医保报吗
透析病人报销比例多少
周四能来开科会吗
样品什么时候到货
李建国主任68岁，下个月退休
张桂芳医生负责高血压门诊
会议2026-12-03，订单号20260301123
医院每月采购300盒
她每天看60个病人
会上红包雨活动没参加
"""
