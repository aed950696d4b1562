"""English words for what a product might be asked for outside its label, and how that is asked.

Illnesses, symptoms, aims, ways and sizes of use; what makes of such a question one about the
label or about harm. How phrases are written: see ``phrases.py``.

Source: our own. Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

DISEASES = frozenset(
    """claudication altitude hyperhidrosis antiarrhythmic arrhythmias tremor tremors spasm spasms
    vasospasm vasospastic variant prinzmetal microvascular varices ascites aneurysm
    aneurysms dissection aorta aortic marfan marfans ehlers raynaud raynauds preeclampsia
    eclampsia eclamptic crisis intraocular intracranial ocular migraine migraines headaches aura
    cluster vertigo meniere menieres tinnitus dizziness syncope pots orthostatic hypotension
    fainting shock septic sepsis burns wounds ulcers ulcer haemorrhoids hemorrhoids fissure
    fissures fistula constipation diarrhoea diarrhea nausea vomiting hyperemesis hiccups cough
    wheeze bronchiectasis sarcoidosis silicosis snoring allergies allergy hayfever rhinitis
    sinusitis polyps anaphylaxis mastocytosis eosinophilic urticaria scars keloid keloids warts
    hemangioma haemangioma hemangiomas haemangiomas acne wrinkles sweating blushing flushes
    menopause menopausal hrt contraception endometriosis dysmenorrhoea periods fibroids
    infertility ivf lactation gender transgender puberty growth stature bodybuilding athletes
    performance doping longevity aging ageing antiaging hangover alcohol addiction opioid nicotine
    smoking cannabis cocaine gambling withdrawal stress nerves fright phobia phobias ptsd panic
    anxiety insomnia nightmares depression mania bipolar schizophrenia psychosis autism adhd tics
    tourettes stuttering dementia delirium agitation aggression concussion tbi stroke strokes tia
    aphasia epilepsy seizures neuropathy neuralgia sciatica fibromyalgia backache lumbago sprain
    sprains tendonitis tendinopathy bursitis gout pseudogout lupus scleroderma vasculitis behcets
    sjogrens myositis polymyalgia spondylitis osteoporosis paget rickets psoriasis eczema vitiligo
    alopecia rosacea hidradenitis pemphigus lichen scabies lice melasma glaucoma cataract uveitis
    keratitis macular retinopathy amblyopia myopia blepharitis leukaemia leukemia lymphoma myeloma
    melanoma glioma sarcoma neuroblastoma carcinoma tumours tumors cancer mesothelioma metastases
    cachexia mucositis lymphoedema lymphedema hiv aids hepatitis tuberculosis tb malaria dengue
    covid influenza flu herpes shingles hpv chickenpox measles mumps lyme syphilis candida
    candidiasis fungal mrsa pneumonia bronchitis cystitis uti utis meningitis encephalitis
    endocarditis myocarditis pericarditis cardiomyopathy hcm amyloid amyloidosis tachycardia
    bradycardia svt afib fibrillation flutter palpitations pvcs torsades infarction stemi nstemi
    pci cabg bypass stenting stents valve valves tavi restenosis thrombosis dvt vte pad limb
    ischaemia ischemia gangrene frostbite chilblains varicose lymphangitis nephropathy nephritis
    nephrotic proteinuria albuminuria stones colic cystinuria incontinence enuresis oab bph
    prostatitis prostate impotence libido ed erectile peyronie priapism pancreatitis gallstones
    cholangitis cirrhosis nash nafld mash steatosis encephalopathy wilsons haemochromatosis
    hemochromatosis crohns colitis ibd ibs coeliac celiac gastroparesis reflux gerd dyspepsia
    achalasia oesophageal esophageal hernia obesity overweight prediabetes diabetes diabetic
    ketoacidosis hypoglycaemia hypoglycemia lipodystrophy hyperlipidaemia cholesterol thyroid
    thyrotoxicosis hyperthyroidism hypothyroidism thyrotoxic storm goitre cushings addisons
    acromegaly phaeochromocytoma pheochromocytoma prolactinoma carcinoid porphyria anaemia anemia
    thalassaemia sickle haemophilia hemophilia itp ttp neutropenia transplant gvhd rejection ms
    als mnd myasthenia parkinsons huntingtons dystonia spasticity ataxia restless narcolepsy
    apnoea apnea cramps asthma copd emphysema fibrosis ards pah embolism premature prematurity
    preterm neonates newborns infants children kids toddlers teens teenagers adolescents pregnancy
    pregnant breastfeeding lactating dialysis dogs cats horses dog cat horse rabbits rabbit puppy
    puppies kitten pets pet veterinary ferret pony cow prevention prophylaxis cardioprotection
    cardioprotective neuroprotection renoprotection weight slimming hair sleep mood memory
    cognition energy sports diving motion travel chemo chemotherapy radiation immunotherapy
    cardiotoxicity perioperative preop postop anaesthesia anesthesia icu ventilated centenarians""".split()
)
"""What somebody may be given a product for, or who may be given it."""

ENDINGS = (
    "itis", "emia", "aemia", "oma", "opathy", "algia", "plegia", "trophy", "philia", "iasis",
    "sclerosis", "urea", "uria", "ectomy", "penia", "idrosis", "ampsia", "phobia", "ospasm", "megaly",
    "dystrophy", "dystonia", "plasia", "oedema", "edema", "lepsy", "ooea", "rrhoea", "rrhea", "osis",
    "rhythmia", "cardia", "embolism", "ylaxis", "uresis", "pausal", "natal", "partum",
)  # fmt: skip

NOT_DISEASES = frozenset(
    """diploma aroma coma trauma sympathy empathy media criteria bacteria diagnosis prognosis
    hypothesis emphasis basis analysis synthesis osmosis genesis dosis metamorphosis natal trophy""".split()
)

ASKING = {
    "asking": """
        know|heard|sure|idea if|whether|of|about
        love|keen|happy|eager|itching to|on know|hear|see|read|try|trying|learn
        thinking|thought|thinks|considering|considers|pondering|mulling|toying of|about|with|using|it|trying
        keen|interested|interest|curious|intrigued on|in|if|about|whether|by
        question|questions|query|q|qs|inquiry|enquiry|request|ask|re re|about|on|regarding|for|around|:
        re|regarding use|using|dosing|@drug
        any|some|our|for|is|get|send|have|wants|wanted|wanting|need|needs|more|see|requesting|requested|the [med|medical|case|published|clinical|trial|study|safety|efficacy] info|information|data|literature|papers|paper|evidence|reprints|article|dosing|guidance|studies|study|experience|reports|trials on|in|about|for|re|regarding|around|please
        info|dosing|guidance|evidence|literature [please] on|in|for|re|with
        our|a|your|my view|views|opinion|position|stance|take|advice on|about
        whats|hows the|your|it|our
        wants|wanted|like|love|fancies|fancy|hopes|want|loves|plans|id|hed|shed [to] start|give|use|try|put|add|go|using|giving|trying|starting|combine|dose
        q : [@drug]
        wanted|wants|want|needs|needed|requested|requests|requesting|requires|seeking|seeks|after|chasing|raised|raising|brought [up] [any|some|the|our|med] dosing|dose|dosage|data|info|information|evidence|guidance|literature|use|using|it|papers
        worth a|it|trying|considering go|shot|try
        do|would|can we|you|they have|know|think|recommend|advise|suggest
        would|will|could|does|might|can|should [@drug] [also] help|work|benefit|treat|protect|suit|lower|reduce|prevent|anyone|anybody|somebody|she|he|one|using
        tempted|tried|tries|trying|hoping|hopes|plans|planning|proposes|proposed|suggested to|use|using|it|off|@drug
        heard|read|reads|saw|seen|understands|told *4 used|use|using|uses|works|help|helps|helped|prescribed
        came|comes|brought up again|in|with|as|,
        has|have anyone|anybody|someone|you|we
        what|how|which|when|why|who|where do|does|would|should|can|is|are|about|if|much|long|often|dose|data|happens|evidence
        can|could|may|should|is|does|do|would|will the|her|his|a|an|one|kids|children|patients|women|men|pregnant|elderly|older|people|adults|someone|anybody|anyone|diabetics
        thoughts|views|opinion|opinions|advice|experience|input|guidance on|in|for|about|with|?""",
}

WAYS = {
    "dose": """
        is|are|could|can|would|go|going|take|taking|give|giving|dose|dosing|maybe|even|about|try|trying|push|pushing|exceed|exceeding|max|use|using|increase|increasing|jump|to|at|a [to|up|of|with|at|as|it|high|a] 2.5|7.5|15|20|25|30|40|50|60|80|100|120|160|200|300|400|500 [mg] [a|per|each|every|as|daily|once|twice|dose] day|daily|dose|ok|okay|enough|sensible|safe|too|if|when|in|for|bd|bid|instead|rather|fine|possible|allowed|week|maintenance|start
        2.5|15|20|25|30|40|60|80 mg [if|for|in|a|daily|twice|bd|instead|alternate|every|once|when|as]
        up to 15|20|25|30|40|50|60|80|100|160|200
        one|1|half|two|2 [tablet|pill|in] [the] [each] morning|am|breakfast and|plus|then [another] one|1|half|two|2|again|night
        half|quarter a|tablet|tablets|tabs|the|doses|dose|pill|pills|of
        weekly|monthly|alternate|intermittent|nightly|bedtime|hourly|pulse|pulsed|cyclical dosing|dose|doses|schedule|use|day|days
        stopping|stop|stopped|withdraw|withdrawing [it] abruptly|suddenly|cold
        abruptly|abrupt
        double|doubling|triple|tripling|split|splitting|quadruple [up] [on] it|the|up|dose|doses|them|tablets|@drug
        tds|qds|bd|bid|tid|qid|prn|qod|qhs
        only when|if she|he|they|needed|symptomatic|stressed
        rapid|faster|quicker|slower|accelerated|aggressive titration|uptitration|up-titration|escalation
        skip|skipping|skipped|holiday|holidays|drug
        starting|start|begin|initiate straight|directly at|on|with
        twice|thrice|three|four [times] a|per|daily|day
        in|at [a] [very] high|higher|low|lower|larger|bigger|mega dose|doses
        forever|lifelong|indefinitely|lifetime""",
    "route": """
        capsule|capsules|tablet|tablets|tabs|pill|pills|it|them|patch|patches|@drug [be] opened|crushed|split|halved|chewed|cut|dissolved|broken|ground|quartered|sprinkled|snapped
        open|opening|opened|mix|mixed|mixing|dissolve|dissolving|put|sprinkle|crush|grind [it|them|the|up] [capsule|tablet|tablets] [and|in|into|on|with|put] [in] yoghurt|yogurt|applesauce|juice|jam|water|pudding|food|porridge|milk|feed|honey
        down|via|through|by|per [a|an|the] peg|tube|ng|ngt|nasogastric|jej|rectum|feeding|drip|line|central|inhaler|nebuliser|nebulizer|mouthwash
        liquid|oral|suspension|syrup|powdered|compounded|extemporaneous formulation|form|version|solution|suspension|preparation|made|it
        sublingual|buccal|rectally|rectal|intranasal|intranasally|topical|topically|transdermal|eye|ear drops|gel|cream|ointment|use|patch|administration
        compound|compounded|compounding
        inject|injecting|snort|smoke|inhale it|this|them|@drug
        feeding|gastric|stomach tube
        intra|epidural|subcutaneous|subcut|iv|im|infusion|infused""",
    "combination": """
        @drug +|plus|alongside|with|and *1 ?|ok|okay|safe|together|fine|combined|combo|,
        replace|replacing|instead of|nitrates|insulin|statins|aspirin""",
    "other": """
        portal|pulmonary|ocular|intracranial|secondary|gestational|renovascular|malignant|accelerated|white hypertension|htn|crisis|coat
        hypertensive|thyroid crisis|emergency|emergencies|urgency|storm
        unstable|variant|refractory|vasospastic|microvascular|prinzmetal|prinzmetals angina
        before|after|around|prior|during|post [to] [bypass|heart|hip|knee|cardiac|valve|major|dental] surgery|grafting|stenting|op|operation|labour|delivery|pci|cabg|transplant
        normotensive|healthy|athletes
        someone|somebody|people|patient|patients|anyone [very|really|so] huge|obese|thin|frail|tiny""",
}

LABEL = {
    "label": """
        class effect|effects
        question|asked|asks|asking|query|queries on|about the *2 section|contraindication|contraindications|warning|warnings|boxed
        read|showed|reading [it|her|him|them|the] [out|to|from|in|her|him] [her|him|from|in] [the|from] pi|label|insert|out|section
        start|begin|starting|started at|on|with 2.5|5|10 [mg] and|then
        rates|rate vs|versus|against
        in|per|from|on|by the|our pi|label|smpc|spc|leaflet|insert|monograph|labelling|labeling|prescribing
        label|pi|smpc|spc|leaflet|insert say|says|state|states|on|mention|mentions|about|cover|covers
        cause|causes|caused|causing|lead|leads to|any|@drug
        does|can|could|will|may it|this|@drug [also] cause|worsen|trigger|give|raise|lead|affect|increase|make
        side effect|effects
        adverse|incidence|frequency|rates|rate of|for|event|events|effects
        how common|often|frequent|likely|many
        percentage|percent|proportion|dependent|subgroup|registry|outcomes|cvot|hours|link|sent
        does|do|did she|he|they|you|dr|it treat|see|refer|run|look|manage|worsen
        trial|study reads|read|readout|reading|results|publishes
        itching|sick|dying to|of
        dropouts|discontinuations
        risk|risks of
        monitor|monitoring""",
}
"""Questions about the label, or about harm: none about another use."""
OUTSIDE = frozenset(
    "not dont isnt off outside beyond without unlicensed doesnt no unlabeled".split()
)
