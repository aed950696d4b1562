"""Words for whom and what a product may be used for, and how questions ask it, in both languages.

Whom and what come as concepts, so that a question in one language is compared with an indication
in the other. How English phrases are written: see ``phrases.py``; Chinese is found anywhere.

Source: our own, after the sections of a label (indications, populations, dose, route,
interactions). Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

CONCEPTS = {
    "children": """child|children|kids|kid|paediatric|pediatric|paediatrics|pediatrics|paeds|peds|childhood|juvenile|childrens
        adolescent|adolescents|teens|teenager|teenagers|teenage|infant|infants|babies|baby|neonates|neonate|newborn|newborns|toddler|toddlers|minors|under18s|preemies
        under|below [the] [age] [of] 2|3|4|5|6|8|10|12|14|15|16|18|twelve|eighteen|sixteen|six|ten
        1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17 year|yr|yo|y old|o [old]
        1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17 year|yr|yo|yearold|yearolds|years [old]
        son|daughter|boy|girl|kid|grandson|granddaughter [is|just|of|turned] 1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17
        young people
        eight|ten|twelve|six|fourteen|nine|seven|sixteen|fifteen|thirteen|eleven year old""",
    "adults": """adult|adults|elderly|seniors|geriatric|geriatrics|grownups
        older|old|elderly patients|people|men|women|ones|folk|folks""",
    "pregnancy": """pregnan~|pregant|pregnent|trimester|gestational|conceiving|conception|fertility
        women|woman trying|planning|of|who [to] [a] conceive|pregnancy|childbearing|want""",
    "breast-feeding": """breastfe~|lactat~|nursing
        breast feeding|fed|feed|milk""",
    "dialysis": "dialysis|dialysed|dialyzed|haemodialysis|hemodialysis|capd|esrd|eskd|hd",
    "renal": """renal|kidney|kidneys|ckd|egfr|gfr|nephropathy|nephrotic|creatinine|nephritis""",
    "liver": "child pugh\n hepatic|liver|cirrho~|cirrhotic|nash|mash|nafld|hepatitis",
    "transplant": "transplant|transplants|transplanted|transplantation|graft",
    "hfpef": "hfpef|preserved|hfmref\n diastolic heart failure",
    "heart-failure": "heart failure\n hf|hfref|chf|cardiomyopathy",
    "hypertension": """hypertension|hypertensive|hypertensives|htn
        high|raised blood pressure
        blood pressure|bp""",
    "pulmonary-hypertension": "pah\n pulmonary [arterial] hypertension",
    "type1": "t1dm|t1d\n type 1|one|i [diabetes|diabetics]",
    "diabetes": "diabet~|t2dm|t2d\n type 2|two|ii [diabetes]",
    "prediabetes": "prediabet~\n pre diabetes|diabetic",
    "obesity": """obes~|overweight|slimming
        weight|fat loss|reduction|management|control
        lose|losing weight""",
    "stroke": "stroke|strokes|tia|cerebrovascular",
    "infarction": "mi|nstemi|stemi|acs|infarct~\n heart attack|attacks\n post mi\n acute coronary",
    "fibrillation": "fibrillation|afib|af|arrhythm~|flutter",
    "angina": "angina",
    "valve": "valve|valves|valvular|tavi|tavr|stenosis",
    "cholesterol": "cholesterol|hyperlipid~|dyslipid~|hypercholesterol~|ldl|triglycerides|fh|lipids",
    "asthma": "asthma|asthmatic|asthmatics|wheeze",
    "copd": "copd|emphysema|bronchiectasis|bronchitis",
    "cancer": "cancer~|tumou~|tumor|tumors|oncolog~|metasta~|carcinoma|leukaemia|leukemia|lymphoma|melanoma|glioma|myeloma|sarcoma|chemo~",
    "depression": "depress~|bipolar|mdd",
    "anxiety": "anxi~|ptsd|panic|ocd",
    "dementia": "dementia|alzheimer~",
    "parkinson": "parkinson~",
    "epilepsy": "epilep~|seizure|seizures",
    "migraine": "migrain~|headache|headaches\n cluster headache|headaches",
    "pain": "pain|neuropath~|fibromyalgia|sciatica|neuralgia",
    "arthritis": "arthriti~|rheumat~|ra|gout|spondyl~|osteoarthritis|oa|lupus|sle|vasculitis",
    "osteoporosis": "osteopor~|osteopen~",
    "psoriasis": "psoria~\n hidradenitis|vitiligo|alopecia|acne|rosacea",
    "eczema": "eczema|dermatitis|atopic|urticaria|hives",
    "bowel": "ibs|ibd|crohn~|coliti~|gastropares~|reflux|gerd|gord|coeliac|celiac",
    "covid": "covid|influenza|flu|pneumonia|sepsis|hiv|tb|tuberculosis|infections|hepb",
    "ms": "ms|als|myasthenia|neuromyelitis\n multiple sclerosis",
    "sleep": "insomnia|apnoea|apnea|narcolepsy|sleep",
    "thyroid": "thyroid~|hypothyroid~|hyperthyroid~|graves",
    "pcos": "pcos|endometriosis|menopaus~|fibroids|infertility",
    "anaemia": "anaemi~|anemi~|thalass~|sickle\n itp|haemophili~|hemophili~",
    "addiction": "alcoholi~|addict~|opioid|withdrawal|smok~",
    "surgery": "perioperative|postop|preop|anaesthesia|anesthesia|icu\n before|after|during surgery",
    "prophylaxis": "prophyla~|prevent|prevention|preventive|primary-prevention|healthy",
    "cramps": "cramps|cramp|tinnitus|vertigo|itch|itching|itchy|pruritus|hiccups",
    "adhd": "adhd|autis~|autistic|tics|tourette~|schizophren~|psychosis|psychotic",
    "dvt": "dvt|pe|vte|thrombosis|embolism|thrombophilia",
    "incontinence": "incontinence|bph|prostat~|oab|bladder|enuresis|erectile|ed|impotence",
    "eyes": "glaucoma|macular|retinopathy|uveitis|cataract|myopia",
    "cystic": "cystic fibrosis\n fibrosis|sarcoid~|ipf|raynaud~|scleroderma|amyloid~|cushing~|acromegal~|porphyria",
    "animals": "dog|dogs|cat|cats|horse|horses|veterinary",
}
"""Concept → English phrases, one a line."""

CHINESE = {
    "children": "十岁 十二岁 儿童 小孩 孩子 小儿 婴儿 婴幼儿 幼儿 新生儿 青少年 未成年 宝宝 岁以下 岁的孩 小朋友 儿科 早产儿 学生",
    "pregnancy": "孕产 孕妇 怀孕 妊娠 孕期 备孕 孕早期 孕晚期 育龄 准妈妈",
    "breast-feeding": "哺乳 喂奶 母乳 坐月子",
    "dialysis": "透析 血透 腹透 尿毒症",
    "renal": "肾病 肾功能 肾衰 肾不全 肾损 慢性肾 肾炎 肌酐",
    "liver": "肝功能 肝硬化 肝病 肝炎 脂肪肝 肝损 乙肝",
    "transplant": "移植",
    "hfpef": "射血分数保留 舒张性 保留型 hfpef",
    "heart-failure": "心衰 心力衰竭 心功能不全 心肌病",
    "hypertension": "高血压 血压",
    "pulmonary-hypertension": "肺动脉高压 肺高压",
    "type1": "1型 一型 Ⅰ型 i型",
    "diabetes": "糖尿病 糖友 2型",
    "prediabetes": "糖前 糖耐量 前期糖",
    "obesity": "减肥 肥胖 减重 瘦身 超重",
    "stroke": "卒中 脑梗 中风 脑出血 偏瘫",
    "infarction": "心梗 心肌梗 冠心病 支架术后 支架后 急性冠脉",
    "fibrillation": "房颤 心律失常 早搏",
    "angina": "心绞痛",
    "valve": "瓣膜",
    "cholesterol": "高血脂 高脂 胆固醇 血脂",
    "asthma": "哮喘",
    "copd": "慢阻肺 支气管",
    "cancer": "癌 肿瘤 白血病 淋巴瘤 化疗 黑色素瘤",
    "depression": "抑郁 双相",
    "anxiety": "焦虑",
    "dementia": "痴呆 阿尔茨海默 老年痴呆",
    "parkinson": "帕金森",
    "epilepsy": "癫痫",
    "migraine": "偏头痛 头痛",
    "pain": "疼痛 神经痛 止痛 带状疱疹",
    "arthritis": "关节炎 类风湿 痛风 强直 狼疮 红斑狼疮",
    "osteoporosis": "骨质疏松",
    "psoriasis": "银屑病 牛皮癣 白癜风 脱发 痤疮",
    "eczema": "湿疹 皮炎 荨麻疹",
    "bowel": "肠易激 克罗恩 结肠炎 胃炎 胃食管 反流",
    "covid": "新冠 流感 肺炎 感染 艾滋 结核",
    "ms": "多发性硬化 渐冻 重症肌无力",
    "sleep": "失眠 睡眠",
    "thyroid": "甲亢 甲减 甲状腺",
    "pcos": "多囊 子宫 更年期 不孕",
    "anaemia": "贫血 地贫 血友病",
    "addiction": "戒酒 戒烟 酒精",
    "surgery": "围手术期 术前 术后",
    "prophylaxis": "预防 健康人 保健",
    "cramps": "抽筋 耳鸣 瘙痒",
    "adhd": "多动症 自闭症 精神分裂",
    "dvt": "血栓 肺栓塞",
    "incontinence": "前列腺 尿失禁 阳痿",
    "eyes": "青光眼 黄斑 近视",
    "cystic": "肺纤维化 硬皮病",
    "animals": "宠物 狗吃 猫吃",
}
"""Concept → Chinese words."""

HOW = {
    "dose": """
        double|doubling|triple|twice|halve|half|higher|increase [the] [usual|normal|recommended|maximum|max] dose|dosage|doses
        higher|larger|bigger|lower doses|dose than|in
        more than|above|over|beyond|exceed 1|2|3|4|5|6|10|15|20|25|30|40|50|60|80|100|120|150|160|200|240|300|320|400|500|600|one|two|the [mg|tablets|maximum|max|a]
        go|up|titrate|push|increase|get|high|escalate [it|up] [to|as|above|past|beyond] 10|15|20|25|30|40|50|60|80|100|120|150|160|200|240|300|320|400|500|600|1000 [mg|mcg|units]
        exceed|exceeding
        twice|three|four|2|3 [times] a|daily|per day|week|daily
        twice daily
        bid|tid|qid
        every other|second|third day|week
        alternate days|day
        loading|maximum|supra|max dose
        as needed
        prn
        two|2|three|3 tablets|pills|capsules|pens|injections|patches [at|once|a|per|together]
        once|only a|per week|month|weekly
        longer than|term
        beyond six|12|twelve|6|two weeks|months|years""",
    "route": """
        crush|crushed|crushing|dissolve|dissolved|chewed|chew|split|splitting|halved|sprinkle|sprinkled
        cut|break|open [the|a|up] tablet|tablets|capsule|capsules|it|patch|patches
        tube|peg|ng|nasogastric|gastrostomy|enteral|enterally|jejunal
        iv|intravenous|intravenously|im|intramuscular|intramuscularly|sublingual|sublingually|rectal|rectally|nebulised|nebulized|nebuliser|inhale|inhaled|intranasal|intrathecal|topical|topically|subcut|subcutaneously|vaginally|intravitreal
        as [a|an] injection|infusion|drip|spray|suppository|cream
        under the tongue
        into|in the vein|muscle|joint|eye|eyes|nose|knee|scalp
        on the skin|scalp|face""",
    "combination": """
        with|and|plus|to|alongside|add|adding|combine|combining|after|together|while|on|top [another|an|a|other|of|with|taking] @partner
        combine|combining|combined|mix|mixing|mixed|coadminister|coadministered|stack|stacking [it|this|@drug] with|and
        combination with|therapy
        together|alongside|in|on with|top|combination|of
        add|adding|added [it|this|@drug] to|on
        triple|dual|combo therapy|combination
        concomitant|concomitantly|simultaneously|adjunct|addon""",
}
"""Ways of use, by kind: asked about together with a product they are questions to answer."""

CHINESE_HOW = {
    "dose": "加倍 双倍 加量 超量 超剂量 大剂量 加大剂量 增加剂量 一天打 打两次 吃两次 一天吃 用两次 一天两次 一天三次 一日两次 一日三次 每天两次 两片一起 一次两片 吃两片 吃三片 打两针 隔天 隔日 每周一次 冲击 加到 用到 减半 半片 长期用 长期吃 最多能",
    "route": "碾碎 磨碎 捣碎 掰开 掰碎 掰着 嚼 鼻饲 胃造瘘 能磨 磨 胃管 静脉 静滴 静推 肌注 皮下 舌下 雾化 外用 外敷 灌肠 溶在 滴眼 塞 化在水",
    "combination": "联用 合用 一起吃 一起用 一起服 同时吃 同时用 同服 联合 合并用 搭配 同用 加上 配合 叠加 合着吃",
}
PARTNERS = """
    warfarin statin statins insulin metformin digoxin aspirin clopidogrel heparin amiodarone lithium steroids
    prednisone prednisolone ibuprofen nsaids nsaid antibiotics ssri ssris contraceptives pill diuretic
    diuretics betablocker betablockers blocker blockers ace acei arb arni sglt2 sglt2i glp1 glp-1 doac doacs noac
    methotrexate biologics biologic chemo chemotherapy immunotherapy antidepressants spironolactone entresto
    paracetamol acetaminophen viagra sildenafil levothyroxine tacrolimus cyclosporin vaccine vaccines alcohol
    inhibitor inhibitors antiepileptics antivirals anticoagulants anticoagulant drug drugs agent agents supplement
    supplements herbal herbs grapefruit hrt opioids benzos antihistamines sulfonylurea sulfonylureas
"""

ASKING = {
    "asking": """
        asked|asks|asking|ask|enquired|inquired|wondering|wonders|wondered|queried|query|question|curious|whether|enquires|quizzed
        wants|want|wanted|would|like|likes|keen|needs|interested|requested|requests|looking|request [a|some|the] [to] [know|see|get|hear|have|for|more|any|our|medical] [about|if|on] data|know|evidence|information|info|study|studies|paper|papers|try|use|reference|references|literature|whether|if|switch
        can|could|may|should|would|is|does|will|do|has|are|did|might i|we|he|she|it|they|you|this|that|there|anyone|one|@drug|her|his|patients|people|someone|a|the|any
        is|are|was it|there|this|these|@drug [ever|also|any] ok|okay|safe|approved|licensed|indicated|allowed|possible|suitable|fine|data|evidence|studied|effective|experience|harmful|a|an
        what about|if|happens|do|dose|does|is|evidence|data|would|s
        how about|does|do|would|is|much|well|to|can|should|high
        any data|evidence|experience|info|information|studies|study|thoughts|trial|trials|idea|chance|role|problem|issue|use|literature|reason|word|benefit|reports|harm|guidance|advice|plans|one|place
        ok|okay|safe|alright|fine to|in|for|with|during
        thoughts on
        tell|send|show|get|email|give me|us|her|him [more|something|the|anything|some|what|data|any] [about|we|data|evidence] [use|on|data|have|in]
        works|work|use|used|usable|possible|safe [it|this|@drug|also] in|for|with|during ?""",
}
CHINESE_ASKING = "吗 么 能不能 可不可以 可以不 行不行 能否 可否 是否 有没有 有无 怎么用 怎么吃 如何用 问 咨询 请教 想知道 想了解 ? 行吗 好不好 要不要 想用 想试 想给 要资料 要数据 要文献 呢 会不会 能用不 能吃不 多少 该不该 打听 适不适合 用不用 不? 沙不 药不"
USING = """
    use uses used using usage usable give giving given gives take taking taken takes try trying tried switch switching prescribe
    prescribing prescribed start starting started work works working worked help helps effective efficacy
    effect effects safe safety ok okay fine data evidence study studied studies trial trials experience approved
    licensed indicated indication dose dosed dosing doses combine combined combining mix mixed together role crush crushed crushing
    split inject injected add adding added tolerated allowed suitable option benefit benefits
    treatment exposure recommended contraindicated paper papers literature prn label off-label mg push titrate
    evaluated tested it tablet tablets capsule capsules xdrugx swap initiate administered administer off offlabel outside
    put anything drug lower lowers halve double doubling dissolve dissolved exceed indications unlicensed approval harm harmful risk cut go break open chew chewed
"""
CHINESE_USING = "用 吃 打 服 药 有效 效果 安全 剂量 数据 适应 证据 研究 经验 禁 行吗 可以 适合 资料 文献 联合 加量 加到 试 治 能不能 换成 碾 磨 掰 喝"
LOGISTICS = """
    cover covered covers coverage price prices priced pricing cost costs reimbursed reimbursement copay copays formulary stock stocked
    deliver delivered delivery order orders ordered ordering sample samples voucher vouchers tender supply shelf
    refill rebate discount contract budget insurance medicaid medicare authorisation authorization auth payer payers leaflet leaflets
    brochure brochures poster posters invoice nurses meeting lunch appointment visit talk slides speaker training webinar
    storage store stored fridge refrigerated shipped temperature travel packaging
"""
CHINESE_LOGISTICS = "报销 价格 多少钱 医保 进院 采购 库存 供货 样品 发票 中标 集采 折扣 合同 彩页 讲课 科会 培训 拜访 挂号 门诊时间 几点 周几 开会 保存 冷藏 存放 配送 到货 讲者"
STRONG_USING = frozenset(
    "use used using give given safe effective work works dose dosing try combine crush efficacy indicated approved take".split()
)
PLACES = frozenset(
    """unit units ward wards clinic clinics hospital hospitals department centre center centres centers nurse nurses team list
    committee consultant consultants doctor doctors society congress pathway service services lead meeting day days specialist
    specialists register budget campaign guideline guidelines slides poster leaflet room lounge lunch function-slide""".split()
)
CHINESE_PLACES = (
    "医院",
    "科室",
    "门诊",
    "病房",
    "中心",
    "主任",
    "医生",
    "专家",
    "科的",
    "节",
    "会议",
    "大会",
    "指南",
    "科主",
)
