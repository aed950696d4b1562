"""Labelled sentences, written after the rules stood: nothing was mended with these but one slip.

The first try: 35 of 36 for safety, 1 false alarm of 54; all of the others, none false. Then a
misplaced word in the line of "pain point" was set right.
"""

from __future__ import annotations

SAFETY = """
one of her patients developed a skin rash after two weeks on Cardexa
she mentioned in passing that a patient fainted
he said two of his patients had to be taken off it because of swelling
a patient was rushed to the ER last night, he's on our drug
my cousin takes it and has been feeling dizzy ever since
the pharmacist complained that three blister packs were torn
patient accidentally took double the dose yesterday
it's not working for one of her older patients
her sister is pregnant and still taking Cardexa
a lady at the gym said the tablets upset her stomach
he reports a fatal bleed in an 81 year old
patient got the wrong medication at discharge
no improvement after eight weeks in a patient with resistant bp
pt stopped due to persistent cough
nurse told me somebody had an allergic reaction to the injection
someone's husband had chest pain after the third tablet
the liquid in the vial was cloudy
the pen needle bent and the dose leaked out
a teenager took a handful of them to hurt herself
elderly patient confused since dose increase
she's seen hypoglycemia in two patients on it
patient says it makes her too sleepy to work
quick note: pt w/ palpitations on 10mg, doc to follow up
patient breastfeeding while on treatment
liked the data. btw her mom had a bad fall after starting
大夫说有一个病人吃了以后呕吐得厉害
患者用药一周后出现肝功能异常
我邻居吃了这个药，老是头疼
有病人反映药片碎了
老人家吃药后摔了一跤，骨折
一位患者服药期间发现怀孕
她说对两个病人完全没有效果
病人误服了两倍的量
患者因严重皮疹住院治疗
护士说针管有裂纹
家里老人吃了之后嗜睡
"""

OFFLABEL = """
would Cardexa be suitable for children under 12?
she asked whether it can be used during pregnancy
is there any data on use in patients on dialysis?
can it be crushed and given through an ng tube?
asked if he can use it for type 2 diabetes
what about patients with severe liver disease, can they take it?
could it be combined with warfarin?
does it help with migraine?
问可不可以用于透析患者
哺乳期妇女能不能用
能给十二岁的孩子吃吗
有没有肿瘤患者的使用数据
能不能加倍剂量用
"""

IDENTITY = """
Mrs Joan Whitfield, aged 81, has heart failure
her patient Robert Ellis, 59, diabetic
John Baker DOB 12/03/1960
patient phone 212-555-0187
SSN 457-55-5462
NHS number 401 023 2137
patient Maria Santos, on chemo
medical record no. 4471920
Mr. Peter Novak was diagnosed with COPD
患者陈桂兰，75岁，高血压
病人手机号13711112222
李秀珍 女 62岁 肺癌
身份证440106195808152345
住院号 A004512
"""

BARRED_CN = """
她每月开100盒
陈主任每个月处方量是60
给科室主任送购物卡
dr lee writes 50 prescriptions a month
"""

HARMLESS = """
no adverse events reported
patients tolerate it well, no dizziness
she denied any side effects in her patients
what percentage had nausea in the study?
asked about the most common side effects
in the trial, 4% were hospitalized
the exclusion criteria included pregnancy
discussed the hospital formulary
the hospital pharmacist is out until Monday
his pain point is patient adherence
runs a headache clinic at St Mary's
prescribes it for patients with heart failure
explained the warnings and precautions
reviewed the adverse event table
the paperwork gives her a headache
her budget took a hit
sales dropped last month
the projector is broken
Wednesday doesn't work for him
on maternity leave from June
my laptop died mid presentation
asked for more samples
how much is the copay?
is it in stock at the wholesaler?
can we meet next Tuesday?
does it reduce mortality in heart failure?
Dr. Anna Schmidt, 49, joined the clinic
Nurse Kelly Jones wants diabetes leaflets
Dr Wu said his patients over 80 tolerate it
order 10023456 shipped on 2026-05-01
the clinic is at 1200 Main Street, suite 450
follow up on the stroke guideline
he is an expert in hypertension
doing well, all three patients are stable
interested in the dialysis subgroup data
没有出现任何不良反应
她问了最常见的副作用
研究中3%的患者出现恶心
排除妊娠和哺乳期妇女
医院药剂科周三开会
这个流程真让人头痛
主任在头痛门诊
介绍了安全性和不良反应
病人用药后血压控制得很好
她想要皮疹处理的资料
电脑坏了没法演示
护士长休产假
能不能下周三再约
医保能报多少
高血压病人起始剂量是多少
王建国主任，58岁，心内科
订单编号 20260518001
医院一季度采购2000盒
科里病人多，没时间聊
"""
