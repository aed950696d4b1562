"""Words that tell of somebody's health, faith, politics or sex life: no personal note may hold these.

A reminder at the moment of writing, and no proof: what it doesn't know passes, and what is meant
otherwise can be said otherwise. All are patterns, in families; an English one stands for whole
words, ``*`` at its end for any ending. ``HARMLESS`` is what only looks like it and is passed over.

Source: GDPR, Article 9(1) (data concerning health, religious beliefs, political opinions, trade
union membership, sex life and orientation); PIPL of China, Article 28 (religious belief, medical
health). Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

HEALTH, RELIGION, POLITICS = N_("health"), N_("religion"), N_("politics")
SEX = N_("sex life or orientation")

_BODY = (
    "(?:knee|hip|shoulder|back|spine|neck|elbow|wrist|ankle|foot|leg|arm|heart|kidney|liver|lung"
    "|eye|ear|prostate|breast|bladder|bowel|stomach|disc|acl|meniscus|rotator cuff|achilles"
    "|tendon|valve|gall ?bladder|appendix|thyroid|womb|uterus|jaw|rib|collarbone|finger|thumb|toe"
    "|hamstring|skull|pelvis|tonsil)s?"
)
_THEIR = "(?:his|her|their|my|the|a|an)"
_CN = "[^，。,.;；！!?？]"
_LIMB = (
    "(?:腰椎?|颈椎?|脖子|后背|肩膀|肩周|膝盖?|腿|脚踝|胃|肝|肾|心脏|肺|眼睛|眼底|视力|耳朵|听力|牙齿?"
    "|嗓子|身体|身子|关节|脊[椎柱]|睡眠|前列腺|肠胃|血管|甲状腺)"
)

WORDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    HEALTH: (
        (
            # Illnesses.
            "cancer*", "chemo*", "radiotherapy", "radiation (?:therapy|treatment)", "tumou?r*",
            "leuka?emia", "lymphoma*", "melanoma*", "metasta*", "(?:in|into) remission", "diabet*",
            "asthma*", "arthriti*", "rheumat*", "gout", "psoriasis", "eczema", "lupus",
            "multiple sclerosis", "crohn*", "c(?:o)?eliac", "colitis", "ibs", "ulcers?", "reflux",
            "hepatitis", "cirrhosis", "kidney stones?", "on dialysis", "gallstone*", "hernia*",
            "thyroid", "an(?:a)?emi*", "osteopor*", "(?:slipped|herniated|bulging) dis[ck]",
            "sciatica", "scoliosis", "shingles", "pneumonia", "bronchitis", "tuberculosis",
            "(?:had|has|have|got|caught|long|with|after) (?:covid|the flu|flu)", "food poisoning",
            "infection*", "vertigo", "tinnitus", "glaucoma", "cataracts?", "migraine*", "epilep*",
            "seizures?", "heart (?:attack|failure|trouble|condition|disease|problem|bypass)*",
            "(?:had|has|have|having|after|a|suffered) (?:a )?(?:mini-?)?stroke",
            "(?:a|atrial) ?fib(?:rillation)?", "arrhythmia*", "dementia", "alzheimer*",
            "parkinson*", "hiv", "has aids", "(?:down(?:'s)?|\\w+) syndrome", "cerebral palsy",
            "autis*", "dyslex*", "adhd", "special needs", "fibromyalgia", "sleep apn*", "apnea",
            "chronic (?:pain|fatigue|illness|condition|disease|cough)*", "illness*", "disease*",
            "(?:is|was|been|be|fell|falls|gets?|got|very|seriously|critically|mentally) ill",
            "(?:is|was|been|be|off|gets?|got|out|fell|feels?|feeling|felt|very|in) sick",
            "(?:wife|husband|mother|father|mom|mum|dad|son|daughter|child|kid|parent)s? sick",
            "sick (?:leave|days?|note)", "unwell", "not (?:feeling )?well", "under the weather",
            "ill[- ]health", "(?:poor|bad|failing|frail) health",
            "health (?:problem|issue|scare|reason|trouble|condition)*",
            "medical (?:leave|condition|problem|issue|reason)*",
            # The mind.
            "depressi*", "depressed", "anxiety", "panic attack*", "bipolar", "schizo*", "ptsd",
            "ocd", "anorexi*", "bulimi*", "eating disorder*", "suicid*", "self[- ]harm*",
            "burnout", "burned out", "burnt out", "insomnia*", "(?:trouble|can't|cannot) sleep*",
            "nervous breakdown", "breakdown after", "mental health", "in counsell?ing",
            ("(?:sees|seeing|saw|see) (?:a|her|his|their) (?:therapist|psych|shrink|oncolog"
            "|cardiolog|neurolog|specialist|counsell?or)*"),
            "(?:in|goes to|had|began|started) (?:physical )?therapy", "rehab", "physio",
            # A child to come, or none.
            "pregnan*", "miscarr*", "ivf", "(?:in)?fertility", "infertil*", "abortion*",
            "menopaus*", "c-section", "hysterectomy", "vasectomy", "stillb*",
            "expecting (?:a|her|his|their|another|twins|in|again|baby)*", "trying for a (?:baby|child)*",
            "having a baby", "baby (?:is )?due", "morning sickness",
            # Care and what is taken.
            "hospitali[sz]*", "in hospital", "hospital stay",
            ("(?:is|was|been|be|still|stayed|husband|wife|mother|father|mom|mum|dad|son|daughter"
            "|weeks?|days?|nights?|back) in the hospital"), "(?:in|into|goes to) hospice",
            "intensive care for", "in (?:the )?icu", "diagnos*", "biops*", "mammogram*",
            "colonoscop*", "blood tests?", "(?:had|has|needs|gets) an? (?:mri|ct|scan)",
            "surger(?:y|ies) (?:on|for) (?:his|her|their)",
            ("(?:his|her|their|my|had|has|having|needs?|needed|after|from|for|recent|minor|major"
            f"|bypass|plastic|cosmetic|bariatric|weight[- ]loss|{_BODY}) surgery"),
            (f"(?:had|has|having|needs?|needed|after|underwent|before) (?:{_THEIR}|another) "
            "(?:\\w+ )?operation"), "(?:was|been|be|got) operated on",
            (f"{_BODY} (?:was |were |is |being )?(?:replace|operat|pain|ache|trouble|problem|injur"
            "|condition|transplant|fracture|removed)*"),
            (f"(?:bad|sore|new|artificial|painful|stiff|weak) {_BODY}(?! (?:room|book|office|page"
            "|friend|door|home))"),
            (f"(?:broke|broken|breaks|fractured|sprained|tore|torn|injured|hurts?|dislocated"
            f"|twisted|pulled|busted|ruptured) (?:{_THEIR} )?(?:left |right )?{_BODY}"),
            (f"(?:had|has|having) {_THEIR} (?:\\w+ )?(?:tonsils|appendix|gall ?bladder|wisdom teeth"
            "|teeth|prostate|thyroid|spleen|kidney|uterus) (?:out|removed|taken)*"),
            "backache*", "toothache*", "stomach ?ache*", ("(?:gets|has|had|with|bad|chronic|cluster"
            "|from|terrible|constant) (?:a |bad |terrible )?headaches?"), "in (?:constant )?pain",
            "transplant(?:ed)? (?:patient|recipient|list)", "(?:had|needs|for|awaiting) a transplant",
            "(?:bone marrow|stem cell) transplant", "stents?", "pacemaker*", "prosthe*",
            "wheelchair*", "crutches", "in a cast", "hearing (?:aid|loss)*", "hard of hearing",
            "deaf", "(?:is|was|went|going|gone|legally|partially|half|colou?r)[- ]blind",
            "(?:losing|lost) (?:his|her|their) (?:sight|hearing|memory|eyesight)", "memory loss",
            "disab*", "concussion*", "whiplash", "sprain*", "injur*", "limps", "limping", "tremor*",
            ("(?:on|takes|taking|off|her|his|their|needs) (?:\\w+ )?(?:meds|pills|tablets|statins?"
            "|steroids|insulin|painkillers?|blood thinners?|beta[- ]blockers?|opioids?)"),
            "medication*", "antidepress*", "anti-?anxiety", "ssris?", "prozac", "zoloft", "xanax",
            "valium", "lithium", "ozempic", "wegovy", "metformin", "warfarin", "insulin pump",
            "sleeping pills?", "painkillers?", "allerg*", "intoleran*",
            "(?:high|low|raised|her|his|their) (?:blood pressure|cholesterol|blood sugar)",
            "addict*", "alcoholi*", "sober", "in recovery", "overdos*", "drug (?:problem|abuse|habit)*",
            "(?:drinking|weight|gambling) problem", "drinks too much", "overweight", "obes*",
            "recover(?:ing|ed|s)? from", "recuperat*", "convalesc*", "died of", "dying",
            "terminal(?:ly)? (?:ill|cancer)*", "unvaccinated", "anti-?vax*",
        ),
        (
            "癌", "化疗", "放疗", "瘤", "白血病", "糖尿", "高血压", "高血脂", "三高", "痛风", "抑郁",
            "焦虑症", "焦虑", "躁郁", "躁狂", "精神分裂", "精神病", "强迫症", "自闭症", "多动症", "自杀",
            "看心理", "心理咨询", "心理医生", "失眠", "睡不着", "安眠药", "孕(?!育)", "怀[上了着]",
            f"(?:怀|要|想生|准备生|打算生|再生){_CN}{{0,2}}[一二三头]胎", "有喜了", "胎停", "保胎", "待产",
            "预产期", "临产", "流产", "堕胎", "人流", "难产", "剖[腹宫]产", "试管", "更年期", "绝经",
            "住院", "住过院", "住了院", "出院", "入院治", "生病", "病了", "病假", "病重", "病危", "病情",
            "病退", "病史", "重病", "大病", "疾病", "绝症", "旧疾", "顽疾", "慢性病", "养病", "养伤",
            "静养", "卧床", "[胃肾肝肺眼脑骨腰腿牙血脚妇性]病(?!房|理|人|区|科)", "心脏病", "皮肤病",
            "颈椎病", f"(?:有|得了?|患|犯|落下|查出|治){_CN}{{0,4}}病(?![人房例理历区床案友号毒])",
            "患[有上了]", "身患", "确诊", "诊断[出为]", "查出", "复查", "体检(?:异常|结果|指标|不)",
            "(?:胃|肠|肝|肾|肺|鼻|咽|喉|关节|气管|胰腺|脑膜|肩周|乳腺|结膜|中耳|胆囊|阑尾|皮|盆腔)炎",
            (f"(?:做|动|开)(?:了|过|完)?(?!{_CN}{{0,4}}台){_CN}{{0,6}}手术"
            "(?!时|前|喜欢|爱|听|放|的|室|台|间|日|服|刀|很|最|快|技)"),
            f"(?:刚|要|等|接受|经历|需要)(?:了|过){_CN}{{0,4}}手术", "手术后", "手术恢复", "术后恢复",
            "开过?刀", "开了刀", "心脏支架", "(?:放|装|植入|做)了?过?[一二两三四个根]*支架(?!的|时)",
            "搭桥", "起搏器", "(?:做|在|靠|要)透析",
            "(?:肾|肝|心脏|骨髓|角膜)移植(?!科|中心|医生|团队)",
            f"换(?:了|过){_CN}{{0,3}}(?:膝|髋|肾|肝|关节|瓣膜)", "(?:膝|髋|关节)置换", "骨折", "骨裂",
            "摔断", "摔伤", "扭伤", "拉伤", "烫伤", "受伤", "崴了?脚", "韧带", "半月板", "打石膏", "拄拐",
            "拐杖", "轮椅", "瘫", "腿脚不便", "行动不便",
            (f"{_LIMB}{_CN}{{0,3}}(?:不好|不太好|不大好|不行|不舒服|不适|疼|痛|酸|有问题|出问题|出了问题"
            "|有毛病|毛病|突出|很差|较差|太差|劳损|结石|增生|积水|积液|弱)"), "老毛病", "牙疼", "胃疼",
            "经常头[疼痛]", "老是头[疼痛]", "偏头[疼痛]", "头晕", "眩晕", "晕倒", "昏倒", "过敏", "哮喘",
            "湿疹", "荨麻疹", "疱疹", "皮癣", "中风", "脑梗", "脑出血", "脑溢血", "偏瘫", "心梗",
            "心绞痛", "冠心病", "房颤", "早搏", "心衰", "肾衰", "尿毒症", "肝硬化", "脂肪肝", "[甲乙丙]肝",
            "结石", "结节", "囊肿", "息肉", "溃疡", "反流", "胃出血", "痔疮", "疝气", "贫血", "甲亢", "甲减",
            "甲状腺", "帕金森", "阿尔茨海默", "痴呆", "耳鸣", "耳聋", "失聪", "聋哑", "失明", "白内障",
            "青光眼", "色盲", "癫痫", "艾滋", "新冠", "阳了", "阳过", "流感", "感冒", "发烧", "咳嗽",
            "结核", "血[压糖脂][^，。,;；]{0,2}[高低]", "尿酸[^，。,;；]{0,2}高", "胆固醇", "吃[着了]?药",
            "服药", "吃中药", "喝中药", "打针", "输液", "挂水", "胰岛素", "降压药", "降糖药", "抗抑郁",
            "止痛药", "戒酒", "酗酒", "酒瘾", "戒毒", "吸毒", "毒瘾", "肥胖", "(?:正在|还在)康复",
            "康复中", "理疗", "残疾", "瘸", "唐氏", "脑瘫", "智障", "不孕", "不育",
        ),
    ),
    RELIGION: (
        (
            "church(?:es|goer\\w*|going)?", "chapel(?! hill)", "mosque*", "synagogue*",
            "(?:goes|go|went|prays|volunteers) (?:to|at|in) (?:the |a |his |her )?temple",
            "(?:goes to|attends?|at|after|before|sunday|to) mass", "sermon*", "parish*",
            "congregation*", "worship*", "muslim*", "islam*", "catholic*", "protestant*",
            "lutheran*", "methodist*", "presbyterian*", "anglican*", "adventist*", "pentecostal*",
            "(?:greek|russian|eastern|coptic|an) orthodox", "orthodox (?:jew|christian)*", "jews?",
            "jewish", "judaism", "hindu*", "buddhis*", "sikh*", "mormon*", "latter[- ]day",
            "jehovah*", "(?:is|are|a) quakers?", "evangelical*", "atheis*", "agnostic*",
            "christianity", "(?:a|devout|practi[cs]ing|born[- ]again|good|strict) christians?",
            "christian (?:faith|values|school|family|group)*", "born[- ]again", "bible*", "quran",
            "koran", "torah", "talmud", "ramadan", "shabbat", "yom kippur", "rosh hashanah",
            ("(?:celebrat|observ|keep|fast)\\w* (?:\\w+ )?(?:diwali|eid|hanukkah|chanukah|passover"
            "|lent|sabbath)"), "for lent", "kosher", "halal", "prays?", "praying", "prayer*",
            "religio*", "baptis*", "bar mitzvah", "bat mitzvah", "first communion", "communion",
            "(?:his|her|their|strong|deep|of|lost|christian) faith", "god[- ]fearing", "jesus",
            "(?:believes?|trusts?|faith) in god", "pastor", "priests?", "rabbi*", "imam", "deacon*",
            "vicar", "nuns?", "missionar*", "mission trip", "hajj", "umrah", "pilgrim*", "hijab",
            "yarmulke", "kippah", "scientolog*", "a cult", "falun gong", "seminary",
        ),
        (
            "信佛", "信主", "信耶稣", "信上帝", "信神", "信教", "信[基天伊道佛]", "佛教", "拜佛", "礼佛",
            "佛堂", "念佛", "学佛", "皈依", "居士", "基督", "天主", "耶稣", "上帝", "圣经", "穆斯林", "伊斯兰",
            "清真", "回教", "古兰经", "教堂", "教会(?![我他她你孩儿女学了大])", "教友", "教徒", "牧师", "神父",
            "修女", "受洗", "领洗", "做礼拜", "主日", "祷告", "祈祷", "团契", "宗教", "烧香", "上香", "拜神",
            "菩萨", "求签", "还愿", "法会", "活佛", "道教", "道观", "念经", "诵经", "抄经", "吃斋", "信仰",
            "信奉", "信徒", "斋月", "封斋", "朝觐", "法轮功", "无神论",
        ),
    ),
    POLITICS: (
        (
            "politic*", "democrat*", "republican*", "vot(?:es?|ed|ing|ers?)", "elections?",
            "left[- ]?wing*", "right[- ]?wing*", "far[- ](?:left|right)", "leftists?",
            "(?:is|very|a|quite|so|pretty) liberal(?! arts)", "liberals",
            "(?:is a|staunch|votes|social|fiscal|politically|a) conservative", "conservatives",
            "tory", "tories", "labour (?:party|voter|supporter)*", "lib dem*", "green party",
            "libertarian*", "marxis*", "communist*", "socialist*", "fascis*", "anarchis*", "nazis?",
            "party member*", ("(?:supports?|hates?|backs?|against) the (?:government|president"
            "|party|opposition|regime)"), "trade union*", "labou?r union*", "unioni[sz]*",
            "union (?:member|rep|leader|steward|organi[sz]er|activist|dues|boss|meeting)*",
            "(?:joined|joining|in|leads|supports|left|founded) (?:a|the|her|his|their) union",
            "on strike", "strik(?:es?|ing) (?:for|over|against) ", "strike (?:vote|action|leader)*",
            "picket*", "pro[- ]life", "pro[- ]choice", "gun (?:right|control|lobby)*", "nra",
            "second amendment", "(?:black|blue|all) lives matter", "blm", "activis*",
            "protests?", "protest(?:er|or|ed|ing)*", ("(?:at|in|to) (?:a|the) (?:political |peace )?"
            "(?:demo|demonstration|rally) (?:for|against)"), "political rally",
            "(?:pro|anti|never|hates?|loves?|likes?|supports?|for|against|about|backs?)[- ]trump",
            "trump (?:supporter|fan|voter|hat|rally|flag|sign|guy|man)*",
            "(?-i:Trump(?!s? (?:card|Tower|National|Doral|Turnberry|Golf|International)))", "trumpis*",
            "biden", "kamala(?: harris)?", "obama*", "hillary", "bernie sanders", "desantis",
            "pelosi", "mcconnell", "aoc", "newsom", "jd vance", "putin", "zelensk*", "netanyahu",
            "modi supporter", "farage", "starmer", "boris johnson", "brexit*", "remainers?",
            "macron", "le pen", "maga", "gop", "antifa", "(?:is|too|very|anti)[- ]woke(?! up)",
            "pro[- ](?:palestin|israel|russia|ukrain|china|beijing|democracy|independence)*",
            "free palestine", "gaza", "hamas", "zionis*", ("(?:taiwan|tibet|hong kong|scottish"
            "|catalan)\\w* independence"), "independence referendum", "anti[- ]immigra*",
            "campaign(?:s|ed|ing)? for", "donat(?:es|ed) to (?:the )?(?:campaign|party)",
            ("(?:ran|runs|running|run) for (?:office|mayor|congress|senate|governor|president"
            "|parliament|council|city council)"),
        ),
        (
            "政治", "党员", "入党", "党派", "党费", "党支部", "党组织", "民主党", "共和党", "国民党", "民进党",
            "共产党", "工党", "保守党", "民革", "民盟", "九三学社", "致公党", "选举", "大选", "竞选", "投票",
            "政见", "左派", "右派", "左翼", "右翼", "左倾", "台独", "港独", "藏独", "疆独", "独派", "统派",
            f"支持{_CN}{{0,4}}(?:独立|统一|政府|总统|上台|连任)", f"反对{_CN}{{0,3}}(?:政府|党|总统)",
            "反共", "亲共", "骂政府", "特朗普", "川普", "拜登", "奥巴马", "哈里斯", "普京", "泽连斯基", "习近平",
            "毛主席", "蔡英文", "赖清德", "马英九", "哈马斯", "挺以", "挺巴", "脱欧",
            "工会(?:主席|会员|干部|代表|成员|委员)", "加入工会", "罢工", "游行", "示威", "抗议", "上访", "请愿",
            "六四", "民运", "公知", "小粉红", "反贼",
        ),
    ),
    SEX: (
        (
            "gay", "gays", "lesbian*", "bisexual*", "homosexual*", "queer", "transgender*",
            "transsexual*", "trans (?:woman|man|person)", "non-?binary", "lgbt*", "closeted",
            "(?:came|coming|comes) out as", "in the closet", "same[- ]sex", "gender reassign*",
            "(?:having|had|has|in) an affair", "affairs? with (?:a|an|his|her|their|the) ",
            "cheat(?:s|ed|ing) on (?:his|her|their)", "mistress", "sex life", "sexual*", "impoten*",
        ),
        (
            "同性恋", "同性伴侣", "出柜", "双性恋", "男同(?![学事])", "女同(?![学事])", "跨性别", "变性",
            "是弯的", "婚外情", "外遇", "出轨", "小三", "性生活", "性取向",
        ),
    ),
}  # fmt: skip
"""Kind → (English patterns, Chinese patterns)."""

HARMLESS = (
    # Health.
    "(?:great|after the) depression", "depression[- ](?:era|glass)", "diagnostic\\w*",
    "sick (?:of|and tired)\\b", "sick (?:guitar|solo|beat|riff|wave|jump|trick)s?",
    ("(?:works?|worked|working|volunteers?|volunteered|sings?|plays?|played|began|starts?|started|"
    "trained|met|teaches|taught|lunch|coffee|job)(?: \\w+)? in (?:the |a )?hospital"),
    ("in hospital (?:choir|band|caf[eé]\\w*|cafeteria|canteen|pharmacy|orchestra|garden|lobby|team"
    "|football|management|administration|board)"), ("(?:physio|physical |occupational |speech )"
    "therapists?"), "(?:non|de)-?alcoholi\\w*", "sober (?:driver|style)", "kosher salt",
    "addicted to (?!drugs?|alcohol|drink|opioids?|pills?|gambling|painkillers?|heroin|cocaine)\\w+",
    ("(?:coffee|chess|chocolate|news|adrenaline|crossword|netflix|running|golf|sports?|caffeine|book"
    "|puzzle|tennis|football|tv) addict\\w*"), "dying (?:to|art|for a)\\b", "stent (?:lab|course)",
    "(?:allergic|allergy) to (?:meetings?|mornings?|paperwork|small talk|slides|e-?mails?)",
    ("recover(?:ing|ed|s)? from (?:the |a |his |her )?(?:marathon|race|trip|party|weekend|jet lag"
    "|holidays?|wedding|game|hangover|hike|triathlon|loss|defeat)"), "stroke play",
    ("(?:heart|knee|hip|eye|back|spine|plastic|bypass|cosmetic|bariatric|for|from) surgery "
    "(?:lists?|books?|conference|residen\\w+|fellow\\w*|prize|text\\w*|career|training)"),
    "(?:sea|home|car|love|travel)[- ]?sick", "sick as a parrot", "new (?:back|foot) (?:yard|path)",
    "(?:bad|sore) (?:loser|toe loop)", "infectious (?:laugh|smile|humou?r|enthusiasm)\\w*",
    "disabled list", "injur\\w* (?:list|time)", "cataract (?:canyon|falls|gorge)",
    "(?:blue|bosom) disease", "pain au chocolat", "painful loss", "breast of \\w+",
    "(?:chicken|duck|turkey) (?:breast|liver|leg|heart)s?", "cast iron",
    # Faith.
    "church (?:street|road|lane|hill|st|rd)\\b", "christ ?church", "churchill\\w*",
    ("(?:(?:barnes|national|houston|baptist|methodist|new ?york)[- ])?(?:jewish|presbyterian"
    "|methodist|baptist|catholic|adventist|lutheran|texas christian)"
    " (?:hospitals?|health|medical|memorial|university|college)"),
    "texas christian", "houston methodist", "(?:new ?york[- ])presbyterian",
    "(?:critical|body|land|muscle|mass) mass", "mecca (?:of|for)\\b", "padres", "quaker oats",
    ("(?:coffee|golf|fishing|football|baseball|barbecue|wine|soccer|running|cycling|grill\\w*|bbq"
    "|sports?) (?:is (?:his|her|their) )?(?:bible|religio\\w*|pilgrim\\w*)"), "religiously",
    "black sabbath", "judas priest", "bad religion", "faith no more", "plymouth pilgrims",
    # Politics.
    ("(?:was |were |been )?voted (?:the |as )?(?:best|most|top|teacher|doctor|nurse|mvp|captain"
    "|player|team|rookie|chef)\\w*"), "(?:office|hospital|department) politics", "no[- ]trumps?",
    "trump cards?", "conservative (?:prescrib|dos|treat|manage|start|approach|with)\\w*",
    "(?:credit|student|rugby|western|european|soviet) union", ("union (?:station|square|street|jack"
    "|berlin|pub|hall|bay)"), "lightning strik\\w*", "(?:three|two|one) strikes?", "on strike three",
    "liberal arts", "first strike bowling",
    # Orientation.
    "(?:dr|mr|ms|mrs|tyson|marvin|enola|john|peter|roxane) gay", "queer eye", "love affair with",
    # In Chinese.
    "《[^》]*》", "发烧友", "不感冒", "牵线搭桥", "搭桥牵线", "上帝视角", "手术刀", "球病",
    "[看喜爱听追]{1,2}[^，。,;；]{0,2}流感乐队", "投票选出", "流行感冒乐队", "选举班长", "白血病科",
    "糖尿病(?:科|门诊|研究)", "肿瘤(?:科|医院|学)", "怀[上了着](?:好奇|希望|梦想|热情|感恩)",
    "强迫症式", "孕婴", "病(?:人|友)们?",
)  # fmt: skip
"""Patterns that only look like it."""

NAMED = {
    HEALTH: (
        "band|group|team|club|league|squad|song|songs|album|film|movie|novel|book|show|series|play"
        "|concert|gig|festival|called|named|fan|listens|roots|cheers|follows|tickets?|jersey|trivia"
        "|quiz|brewery|pub|bar|boat|horse|dog|cat|乐队|球队|队|歌|专辑|电影"
    ),
    RELIGION: "band|song|songs|album|film|movie|novel|concert|gig|fan|listens|called|乐队|歌|专辑",
}
"""Kind → words beside which a capitalised name that holds one of its words is only a name."""
