"""Names and words by which a text tells who a patient is, in both languages.

Source: our own: usual given names in the United States and the United Kingdom, the family names
of some nine tenths of China's people (百家姓, 2020 census). Chosen and checked on 2026-11-22.
"""

from __future__ import annotations

GIVEN = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan
    peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur
    austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan
    wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley mary patricia jennifer
    linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
    emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel
    carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly
    christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara
    janice ann kathryn abigail sophia frances jean alice judy isabella julia grace denise amber doris
    marilyn danielle beverly charlotte theresa diana natalie brittany rose kayla alexis lori jane
    jackie bill bob jim tom tony dave steve mike dan ben sam tim greg fred ted ray don ken ron harry oliver
    lily ella mia freya sophie lucy chloe graham nigel ian neil colin trevor derek clive barry leslie
    maureen sheila eileen brenda pauline hazel gladys mabel edith elsie ethel florence ivy doreen mavis
    carlos luis miguel jorge pedro ana rosa carmen lucia elena ahmed mohammed muhammad ali fatima aisha
    priya raj ravi anil sunita deepa wei li ming hans klaus anna-maria pierre marie giulia marco lars ingrid
    agnes irene esther sofia ivan olga natasha rosemary harriet alfred ernest stanley norman herbert""".split()
)
TITLES = frozenset("mr mrs ms miss mister madam missus mme frau herr".split())
COLLEAGUES = frozenset(
    """dr doctor prof professor nurse sister pharmacist consultant np pa rn md physician surgeon rep
    manager colleague matron registrar resident fellow dean chief director receptionist secretary
    assistant drs do phd frcp facp with met meet""".split()
)
OFFICES = frozenset(
    "rep manager md rn np director receptionist secretary pharmacist consultant registrar".split()
)
WORKS = frozenset(
    """said says asked asks wants wanted told tells thinks prefers runs ran orders ordered signs signed leads
    manages from office reception receptionist pharmacist secretary manager nurse purchasing procurement buyer prescribes
    prescribed treats treated study trial et presented published lecture talk will agreed agrees likes loves
    sees reviewed emailed called promised joined works mentioned explained chairs heads offered invited
    clinic prescribing recommends suggested believes feels specialises md rn np phd do uses writes
    presents is-the covers confirmed booked showed foundation hospital street centre center method criteria score index""".split()
)
CLINICAL = frozenset(
    """dialysis diabetic diabetes diabetics t2dm t1dm cancer chemo chemotherapy radiotherapy diagnosed diagnosis admitted surgery
    stroke hypertension hypertensive htn ckd esrd copd hf chf afib af fibrillation infusion transplant treated treatment insulin
    pregnant biopsy stage tumour tumor asthma bp creatinine egfr a1c hba1c ef lvef pressure angina stent bypass dementia alzheimers
    parkinsons epilepsy epileptic psoriasis arthritis depression depressed schizophrenia bipolar hiv hepatitis cirrhosis leukaemia
    leukemia lymphoma myeloma melanoma mi infarct heart kidney renal liver lung breast prostate tablets mg dose dosed
    injection biologic prescribed medication meds remission relapse hospitalised hospitalized discharged icu ward bed
    hospital oncology palliative hospice obese obesity gout anaemia anemia cholesterol statin warfarin metformin
    neuropathy ulcer fracture osteoporosis ms lupus crohns colitis ibd eczema migraine patient pt
    switched scan mri ct ecg symptoms failure disease syndrome disorder wheelchair amputation pneumonia sepsis covid chronic
    thyroid pacemaker valve aneurysm dvt embolism titrated adherence nonadherent suffers suffering takes""".split()
)
PROGRAMME = frozenset(
    """support programme program access services assistance group groups day week safety leaflet card
    association advocacy information education forum portal hub journey centricity experience
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december line population numbers flow on in at the and
    is was who with had has should could would will can from of to for by over under all some said""".split()
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪"
    "廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季齐苗温葛尤倪"
)
COMPOUND = ("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐")
NOT_GIVEN = frozenset(
    "的了是在有我他她它不这那个一二三四五六七八九十日月年岁药病科院房量压糖脂血疼痛症炎癌肝肾胃心肺说问要来去到和与及或但就都也很"
    "会能可以为从对把被让给上下里外前后点分钟次盒片瓶支元号楼层床位者们吗呢吧啊价格订货会议室人医护师长"
    "你您每没还再只多少什么怎哪谁时候者数据组例级期型型号规"
)
NOT_NAMES = (
    "高血", "高脂", "高龄", "高危", "高钾", "高尿", "白血", "黄疸", "金属", "安全", "常规", "常见", "应用", "方案", "方便", "成人", "经常", "时间",
    "温度", "严重", "项目", "全部", "计划", "包装", "平均", "马上", "连续", "石膏", "于是", "关于", "由于", "何时", "任何", "任务", "江苏", "江西",
    "武汉", "贺卡", "万元", "钱包", "文章", "文献", "史料", "白天", "白带", "毛病", "夏天", "夏季", "康复", "易感", "田间", "周末", "周期", "周围",
    "周边", "左右", "高度", "高压", "高中", "曾经", "余下", "余量", "许多", "许可", "陆续", "向前", "常用", "段落", "雷同", "万一", "马来", "何况", "方法",
    "莫名", "严格", "孔径", "季度", "温和", "金额", "程度", "程序", "顾客", "顾虑", "顾问", "石头", "秦皇", "苏州", "杭州", "叶酸", "范围", "宋体",
    "汤药", "胡椒", "姜汤", "龙虾", "黎明", "陶瓷", "方向", "江边", "白班", "林间", "单独", "卢比", "徐州", "郑州", "唐氏", "金标", "文件", "洪水", "施打",
)  # fmt: skip
CN_TITLES = (
    "主任", "医生", "教授", "护士", "药师", "经理", "院长", "科长", "老师", "大夫", "博士", "总", "代表", "医师", "处长", "主管", "部长", "秘书", "专员",
)  # fmt: skip
CN_CALLED = (
    "女士",
    "先生",
    "阿姨",
    "大爷",
    "老太太",
    "大妈",
    "奶奶",
    "爷爷",
    "叔叔",
    "小姐",
    "老先生",
    "大叔",
    "大姐",
    "老太",
    "老爷子",
)
CN_BEFORE = (
    "患者",
    "病人",
    "叫",
    "名叫",
    "姓名",
    "名字",
    "床",
    "患儿",
    "产妇",
    "家属",
    "老人",
    "新病人",
    "是",
    ":",
    "位",
)
CN_AFTER = "男女今在做患服住吃用打因昨已确得入开从换刚查"
CN_CLINICAL = (
    "风湿 脑 透析 糖尿病 高血压 心衰 癌 瘤 化疗 放疗 手术 住院 入院 确诊 患 病 症 炎 肾 肝 血压 血糖 吃药 服药 服用 用药 胰岛素 支架 移植 中风 脑梗 心梗 哮喘 "
    "怀孕 孕 毫克 mg 疗程 复查 出院 房颤 冠心 床 治疗 诊断 卒中 癫痫 抑郁 帕金森 骨折 痴呆 贫血 肌酐 病历 慢阻肺 痛风 疼 痛 停药 换药 针 片 换成 换了"
).split()
