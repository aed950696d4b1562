"""Labelled sentences, second round: dictation without punctuation, slips of the thumb, a pharmacist."""

from __future__ import annotations

SAFETY = """
so she goes yeah one of mine ended up in the emergency room on thursday after the second injection
quick chat dr lee great guy his aunt has been on it since may and keeps getting nosebleeds
pharmacist mentioned the bottle cap was cracked and pills were damp
saw the infusion nurse she said two people had chills and fever right after
one pt c/o tinnitus on 40mg
hes got a lady who gained 6 kilos since the switch
patient broke out in hives an hour after taking it
my uncle quit it because his legs swelled up
apparently a baby was born early, mom was on our product the whole time
the dispenser jammed twice this week, patient missed her dose
guy took six of them to get high
kid got hold of grandmas pills and slept all day
nurse injected it into the wrong arm muscle, should have been under the skin
they gave it to the wrong patient on ward 4
pt feels awful on it, wants to come off
says hardly any effect in her heavier patients
two of my patients had to discontinue because of severe fatigue
liver enzymes went through the roof in one of them
an 84 yr old collapsed in the kitchen, was on the starter dose
she's worried, a patient developed shortness of breath after the infusion
he lost a patient on it last month, heart stopped
she reported a miscarriage in week 9, patient had taken it before she knew
paitent vomitted all nite after first tablet
headahces in 2 pts since upping to 10
had a case of angioedema with it in the spring
the patch won't stick and leaves red itchy skin
found black specks in the vial
our rep colleague's husband got really confused on it
her friend from choir had a stroke three weeks into treatment
old fella down the road started your tablets and now he can't get up without the room spinning
the drug stopped working for him after six months
a mother called in, her son took too many
he's seen low sugars overnight in a couple of patients on the combination
wore off by noon, patient was in agony again
she gave half a tablet to her dog by mistake
no benefit whatsoever in his last three
pt was switched and her pressure shot up to 190
pen leaked all over her fingers
tablet stuck in his throat, had to be taken to hospital
one woman said everything tastes like pennies
blister had an empty pocket, one tablet short
she got the shakes and a racing heart on the second day
a patient complained of low mood and crying since starting
he overslept and took the double dose to catch up
病人说吃了药晚上老做噩梦
门诊碰到个患者家属，说老人用药后整天昏睡
用药两周没见好，反而更喘了
我一个亲戚也在吃，最近老掉头发
药师说这批药片颜色发黄还有斑点
有病人把缓释片掰开嚼着吃
值班医生说昨晚收了个过量的，吃了二十片
换药之后她婆婆血糖一直下不来
注射完当场晕过去了
李主任提到有两例间质性肺炎
患者吃了咱们的药牙龈出血
老人家漏服了好几天
有个孕妇不知道怀孕吃了两周
她先生用后视物模糊，去眼科看了
病人反应很大，皮肤又红又痒
护士说推药的时候针头脱落了
开错规格，病人吃了双倍剂量
他丈母娘吃了胃不舒服，自己停了
患者用到第三个月就耐药了，病情进展
病人因心衰加重住院，正在用我们药
没什么用，病人都不愿意再买了
好像有人吃了以后尿血
这个patient吃了之后一直dizzy
"""

OFFLABEL = """
hey quick q would this be ok for my transplant guys
can she use cardexa while nursing
they asked if nephrology could try it in patients on hemodialysis
does the drug do anything for migraines?
is there a pediatric dose?
could i open the capsule and sprinkle it on yoghurt
wants papers on use in hfpef
asked whether you can stack it with an arni
is it okay to double the dose if they don't respond?
what if the patient is pregnant, can she stay on it?
has it been tried in covid?
any chance it helps with anxiety
would you give it to a teenager with obesity?
he's asking about off-label use in angina
she wanted to know how it does in liver failure
can you inject it instead of the tablet, iv i mean
is a 160 mg dose safe?
do we have anything on breastfeeding women
does it lower ldl as well?
what's the evidence in diabetic nephropathy?
can it be used for cancer patients with low ef?
is it useful in gout
小孩能打吗
问能不能和胰岛素一起用
怀孕的病人能继续吃吗
主任想了解有没有在肿瘤病人里用过的数据
可不可以一次吃两片
咨询了哺乳期用药是否安全
射血分数保留的能用吗
痛风病人可以用吗
胃管能打进去吗，磨碎行吗
请教一下移植术后能不能用
"""

IDENTITY = """
pt harold jenkins 79 afib on warfarin
Mrs Okafor who is 66 and diabetic came in again
he told me about Linda Barnes, diagnosed with lymphoma in March
the patient's name is Peter Hall
ms. patel, 34, pregnant, asked the nurse
her cell is 646-555-0188, patient wants a call back
william brown, 70 yrs, heart failure, went on it monday
Patient: George Thompson DOB 12 May 1948
Mr Kowalski was admitted with pneumonia
ssn 078-05-1120 on the form she showed me
medical record number 77821930
mail the leaflet to the patient at rjones1950@yahoo.com
NHS no 4010232137, lives in Leeds
call Mrs Green on 020 7946 0958 about her insulin
Jean Dupont, 62, is on chemo since January
the 45 year old patient Sarah Connor is on 20mg
患者王秀英，女，63岁，类风湿
给病人打电话13800138000
孙国强 71岁 房颤 换了我们的药
病人身份证号110105194912310021
徐丽华，54岁，甲状腺癌术后
住院号：0098213，病人过敏
何建军今年47，肝炎
病历号A2039481
3床周桂兰 心衰 昨天停药
出生日期1951-03-08，糖尿病患者
"""

BARRED_CN = """
每个月能开五十盒
他处方量排第一，上月80张
王教授一周开20支
she prescribes around 25 packs every month
her trx is 45 this month
给护士长塞个购物卡
promised a kickback for each script
处方费已经谈好
"""

HARMLESS = """
no one has seen any bleeding so far
hasn't had a single complaint about it
none of her patients fell
never saw a rash with it, she says
not worried about dizziness
patients report no side effects at all
zero hospitalisations in her cohort
she asked how often hair loss happens
wants to know if nausea fades after a week
what should she tell patients about swelling?
is dizziness dose dependent?
how do the bleeding rates compare with warfarin
the label mentions angioedema, she knows
we talked through the adverse event reporting form
showed her the chart on headaches versus placebo
fewer falls in the treatment arm
the phase 3 trial had two deaths in the placebo arm
paper on pregnancy outcomes sent
reviewed contraindications with the pharmacist
gave the leaflet on side effects
her team treats migraine and epilepsy
he is the hospital's chief pharmacist
admission desk moved to floor 2
emergency meeting, visit cut short
emergency department wants in-service in May
interested in stroke prevention guidelines
new icu opens in autumn
runs a nausea clinic for chemo patients
talked about his pain service
likes it for patients with cough on ace inhibitors
switched two patients because of price
started three new patients, all doing well
patient doing great on it, no complaints
two patients stable after a month, happy
dropping the call for today, she was swamped
door was stuck, came in through the back
car broke down on the way
wifi was dead so no video
lost the tender to a competitor
fell in love with the new app
she fell behind on her charts
cold coffee and a long wait
pretty sick of insurance calls
he's itching to try the new pen
pen and paper only, no laptops here
left a branded pen and a mug
box of leaflets is empty, bring more
the display stand is broken
delivery was damaged by rain, brochures only
wrong door code, waited outside
called the wrong extension
nothing new since last time
nothing works without the IT login
no luck with the access form
doesn't respond to texts, call instead
Friday mornings work better for him
maternity ward wants a talk in June
her nursing team has four new people
expecting the committee's answer in June
death of the old formulary list, new one from May
died laughing at my slide
killer agenda for the meeting
she was tired after a night shift
he had a cold, kept it short
his wife had twins, congratulated him
does she prefer email or phone?
can you send ten more leaflets?
could I present at the next journal club?
is it covered by Aetna now?
how much does the 20 mg pack cost
does it work in heart failure?
is it ok in hypertension with elderly adults?
when can we book the dialysis unit for lunch?
who heads the children's hospital pharmacy?
asked for the reprint and two pens
Dr. Susan Clark, 45 minutes, good talk
Nurse Mary Smith said diabetic patients like the pen
Mr. Hall from purchasing wants the contract
Mrs Brown (practice manager) asked about dialysis hours
met James and Linda at the heart failure clinic
patient support programme starts in July
order number 20260412, 3 boxes
meeting at 10:30 on 11/12/2026 in room 214
price 1,350.00 per pack
NPI 1245319599 checked
lot 4482913 expires 03/2027
the pharmacy takes 40 boxes a month
40 slides in ten minutes was too much
no gifts allowed here
病人都说没啥不舒服
没人反映头晕
她没见过皮疹
用到现在没有低血糖
询问水肿的比例
问恶心一般多久消失
文献里死亡率下降20%
研究显示跌倒减少
给了不良反应管理手册
他是治头痛的专家
急诊科主任换人了
住院总接待的，十分钟
医院信息科说下月上线
ICU主任要资料
产科门诊很忙，没聊上
患者耐受性好，都愿意用
换了两个病人，血压都达标
医保谈判是个痛点
说预算出血严重，今年不进新药
电梯坏了走楼梯
彩页破损，换新的
笔没水了，借了一支
微信链接打不开
会议取消了，改到周五
她出差累得头疼，改天再约
护士长生病请假
主任不在，没见到
流程卡住了，等药剂科
周五停诊，改约下周
这个药几点能送到
科会能约周三吗
高血压病人用得很好
王芳主任52岁，刚从上海回来
赵敏护士长说下周排班
刘医生让我把资料放下
国药准字H20230012
批号20260301，有效期到2028-02
预约15:30，三号楼402
全院一个月用500支
科室一周订20盒
"""
