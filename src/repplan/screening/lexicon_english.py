"""English words for what may befall a patient or a product, by the organ classes of reporting.

Lay words, clinical words, abbreviations and verbs. ``SURE`` is asked about by itself, ``LIKELY``
beside a person or a product's use; body parts, laboratory values and how both go wrong are
looked for side by side (``english_pairs.py``).

Source: our own, after the system organ classes of medical dictionaries. Words chosen and checked
on 2026-11-22.
"""

from __future__ import annotations

SURE = """
    petechiae petechial purpura agranulocytosis pancytopenia leukopenia leucopenia lymphopenia
    eosinophilia thrombocytopenic haemolysis hemolysis haemolytic hemolytic haemorrhage hemorrhage
    haemorrhaged hemorrhaged haemorrhagic hemorrhagic epistaxis melaena melena haematemesis
    hematemesis haemoptysis hemoptysis ecchymosis ecchymoses haemarthrosis torsades asystole
    fibrillated defibrillated presyncope presyncopal bradycardic tachycardic hypotensive hypoxic
    hypoxia desaturated desatted cyanosed cyanotic bronchospasm laryngospasm stridor apnoeic
    apneic aspirated pneumothorax diaphoretic clammy ashen delirious encephalopathy
    encephalopathic obtunded stuporous catatonic akathisia dystonia dystonic dyskinesia
    dyskinesias parkinsonism extrapyramidal rhabdo rhabdomyolysis myositis tendinitis myocarditis
    pericarditis hepatotoxicity transaminitis hyperbilirubinaemia cholestasis cholestatic
    hypomania paranoia psychotic sjs erythroderma pemphigus pemphigoid dermatomyositis
    angioneurotic pustules hidrosis hypokalaemia hypokalemia hyponatraemia hyponatremia
    hypocalcaemia hypocalcemia hypercalcaemia hypercalcemia hyperkalaemia hyperkalemia
    hypomagnesaemia hyperglycaemia hyperglycemia hypoglycaemic hypoglycemic ketoacidosis dka
    anuric anuria oliguria rigor rigors neuroleptic amenorrhoea amenorrhea galactorrhoea
    galactorrhea gynaecomastia gynecomastia priapism dysuria nocturia polyuria dysphagia dysphonia
    dysarthria aphasia ataxia ataxic diplopia photophobia papilledema scotoma amnesia amnesic
    dysgeusia anosmia ageusia osteonecrosis exfoliation keloid necrotising extravasation
    extravasated phlebitis cellulitis abscesses overanticoagulated bezoar perforation perforated
    intussusception ileus gastroenteritis teratogenic malformations cleft microcephaly preterm
    hydrops naloxone narcan glucagon epipen transfused transfusions intubated cpr resus
    resuscitated hdu nicu defib cardioverted mottled moribund comatose paralysed paralyzed
    dribbling drooling slurring slurred puking barfed barfing barf chundered spewed heaved vomits
    vommed threwup poops crapping diarrhoeal squits squitty collywobbles bellyache tummyache
    stomachache earache backache toothache bunged lightheadedness wooziness headrush swooned
    swooning keeled fainter faints fainting blackout blackouts dizzier wobbly doddery zonked
    zombified lethargic drowsier snoozing sleeplessness jittery twitchy twitches tremulous
    quivering convulsed fitted seizing fizzing hallucinated hallucinates hallucinating
    sleepwalking sleepwalks sleepwalked sleeptalking wheezy wheezing gasped hyperventilating
    hypervent hoarse hoarseness breathlessness rashes blotches blotchy welts weals wheals hive
    hived bumps pimply pimples zits scaly flaky crusting scabs oozing itched itches itchiness
    prickly pruritic reddened puffy puffiness ballooned ballooning bloated bloating gassy
    flatulent flatulence belching ulcerated ulcers haemorrhoids hemorrhoids piles fissure
    nosebleed nosebleeds bleeder goosebumps shivers shivery chills sweating sweated sweaty flushes
    flush feverish achy achiness aching stiffened spasming spasms cramping cramps charley tinnitus
    vertigo deafened blinded floaters sty styes puffed gaunt emaciated anorexic bingeing ravenous
    hangry impotent impotence anorgasmia catheterised catheterized incontinent wetting oedematous
    edematous lymphoedema lymphedema clotted thrombus embolus emboli dvt vte tia ischaemia
    ischemia ischaemic ischemic gangrenous sepsis septicaemia septicemia mrsa bacteraemia
    candidiasis asthenia cachexia dehydration dehydrated hyperthermia hypothermia hypothermic
    suicidality selfharm weepy delusional delusions nightmares insomniac agitated combative
    belligerent disinhibited forgetful muddled befuddled bewildered disoriented disorientated
    incoherent stammering photopsia welt hives miscarried miscarriages ectopic overdosing
    overdoses overmedicated oversedated oversedation undertreated underdosed underdosing overdosed
    misdosed misdispensed misadministered subtherapeutic supratherapeutic doubledosed poisoned
    intoxicated inefficacious nonresponse nonresponsive tachyphylaxis gastroparesis
    hyperpigmentation hypopigmentation depigmentation discolouring dermatographia
    hyperprolactinaemia thyroiditis pneumonitis nephritis nephrotoxicity neurotoxicity ototoxicity
    cardiotoxicity anuresis haematochezia hematochezia leukocytosis lymphadenopathy splenomegaly
    hepatomegaly hepatosplenomegaly ascites icteric icterus blackened blueish bluish clubbed
    hemiparesis hemiplegia paraplegia paraparesis guillain gbs woozier queasiness sicked upchucked
    regurgitating carked fatalities
"""

LIKELY = """
    grumpy cranky ratty tetchy crabby bolshy limped limping limps seasick carsick bilious hungover drugged jetlagged
    abscess acne addicted addiction afib af agitation allergic allergy arrest balding bedridden
    bedbound biopsy bleary blind blindness blisters bloodshot blotch boils bunion cancer carcinoma
    cataract chestpain choke clots clotting clumsy coma concussion cough cried deaf delirium
    depressed dermatitis deteriorating deterioration dopey drained drunk dysfunction dyspepsia
    ectopics eczema electric embolism enlarged enlargement erectile exhausted exhaustion failing
    faint fallen fatigued fatty feeble fibrillation flare flared flares flu foggy forgetting
    fracture fungal gallstones gout haze heartburn hernia hungover immobile impaired infected
    inflammation inflamed injured insomnia instability intolerable irritability irregular
    irritation jelly jerks jerking lesion lesions leukaemia leukemia limp limping loopy lump lumps
    lymphoma malignant malignancy melanoma meningitis metallic miserable misery moody mole moles
    nasty neuropathy opiate osteoporosis pain palsy panic panicky parched paralysis peeing phlegm
    pneumonia poorly polyp polyps pustular pus rage rejection relapse restless ringing ruptured
    rupture scarred scratchy screaming sedated sepsis shakes shaking shingles shits shock sick
    sickness sleepy sluggish snappy sneezing sniffles snot sore soreness spaced spasm spasms
    spinning spots sprain spotting staggering staggered stagger stammer stiff sting stinging
    stroke strokes stung swell swells sweaty tearful tenderness thirsty thrush thumping tired
    tiredness torn tumour ulcer ulcers unconscious uti vertigo violent virus weak weaker weakness
    weary withdrawal woke wound wounds yawning yellowing zombie suffering tumble fuzzy giddy
    horrid icky lousy grotty peaky ropey ropy shattered sleepless snoring spacey squeamish stupor
    trembly wasted wretched qt qtc prolonged prolongation ectopy hypothyroid hyperthyroid cramp
    leukocytes cardioversion dialysed discomfort disturbance disturbances dysregulated drips
    discharging mucus gagging gag hangover lockjaw bedsore incontinence bedwetting thinning
    shedding nodules nodule cyst cysts aura auras meltdown outburst outbursts tantrum tantrums
    sobbing snapping hypersexual impulsive cravings withdrawals rebound toxic intolerances
    unbearable excruciating agonising agonizing agony crippling crippled debilitating debilitated
    housebound unbalanced clouded sedation troubles troubled trouble dress manic rambling mute
    speechless reflux acidity gastritis colitis cystitis arrested utis fetal foetal foetus fetus
    rambling panting gasping hysterical knackered cataracts prostatitis heatstroke varicose
    conjunctivitis deafness premature trots spewing hurling heaves heaving choking choked
    restlessness malaise poisoning squinting listless lurching gurgling farting pooped scarring
    refractory temperature leak ventilated malformation toxicity unresponsive sickly libido
    spasticity eclampsia paranoid
"""

BODY = frozenset(
    """knuckles knuckle elbows elbow knees knee hips hip shoulders shoulder ankles ankle wrists wrist
    toes toe feet foot legs leg thighs thigh calf calves arms arm hands hand fingers finger
    fingertips palms palm soles nails nail skin scalp face cheeks cheek forehead eyelids eyelid
    eyes eye ears ear nose nostrils lips lip tongue mouth gums gum teeth tooth jaw throat neck
    chest ribs breast breasts nipples nipple back spine stomach tummy belly gut guts bowels bowel
    abdomen groin bladder waterworks bum bottom buttock testicles penis vagina womb periods period
    cycle muscles muscle joints joint bones bone tendon tendons achilles heart pulse heartbeat
    veins vein vision sight eyesight hearing balance taste smell voice speech memory brain head
    hair eyebrows lashes beard sleep appetite urine pee stool stools poo wee saliva sweat breath
    breathing lungs airway liver kidneys kidney spleen pancreas gallbladder thyroid prostate
    libido mood nerves erections erection glands gland nodes lymph testicle nipples waterworks
    concentration coordination grip gait swallowing""".split()
)
"""Parts and functions of a body."""

BODY_BAD = frozenset(
    """ballooned ballooning swelled swollen swelling puffed puffy red reddened yellow blue purple
    grey gray black white orange green blotchy spotty flaky scaly peeling peeled thins thinned thinner cracked cracking
    split splitting sore hurt hurts hurting ache aches aching ached killing agony pain pains
    painful burning burns burned burnt stinging stings fire itchy itching itched numb numbness
    tingling tingly dead prickly prickling pins sweaty clammy cold freezing hot stiff stiffened
    locked seized locking lock jerk jerking twitching twitched twitch trembling trembled tremble
    shaking shook shakes shaky wobbly weak weakness weaker gave giving jelly heavy lead cramping
    cramped cramp cramps spasm spasms spasming bruised bruising bruises bruise bled bleeding
    bleeds bleed dry thinning falling fell fallout loss lost losing lose shedding gone disappeared
    stopped irregular racing raced pounding thumping fluttering flutter skipping skipped missing
    jumping erratic slow sluggish slowed dropped blurred blurry blurring foggy fuzzy hazy cloudy
    double dim dimmed worse worsened deteriorated deteriorating bad terrible horrible awful weird
    strange funny odd off dodgy upset churning bloated gurgling knots blocked bunged loose runny
    bloody dark foul rash lump lumps bump bumps spots sores ulcers ulcer blisters blistered
    blister infected inflamed swell swells tight tightness tightened tightening closing closed
    hoarse croaky gravelly slurred slurring scrambled packed failing failed failure damaged damage
    injury injured torn tore ruptured snapped fractured broke broken shot ruined wrecked gappy
    patchy useless poor rotten trouble playing problem problems issues affected changed altered
    rashy curling brittle pitted discoloured discolored enlarged tender tenderness growing grew
    discharge leaking drooping droopy drooped droops paralysed lazy twisted shut crusty gritty
    watering watery streaming bloodshot bulging squinting ringing whistling buzzing popping
    metallic cardboard sawdust thick furry coated bitten grinding clenched clenching clumps
    handfuls receding bald shooting stabbing throbbing throbs searing fragile shutting pack""".split()
)
"""How a part of a body goes wrong."""

LABS = frozenset(
    """alt ast lft lfts ggt alp bilirubin creatinine creat egfr gfr urea bun potassium k sodium na
    calcium magnesium phosphate ck cpk troponin trop bnp ddimer lactate crp esr wcc wbc
    neutrophils neuts neutrophil lymphocytes platelets plts platelet hb hgb haemoglobin hemoglobin
    haematocrit hematocrit ferritin inr aptt amylase lipase tsh t4 prolactin cortisol urate
    eosinophils sats spo2 saturations qt qtc qrs pr albumin proteinuria enzymes transaminases lvef
    gcs kft kfts ph bicarb ammonia leucocytes leukocytes reticulocytes fibrinogen temp""".split()
)
"""Values whose change tells of harm, and not of effect."""

LAB_BAD = frozenset(
    """up down rose rising risen raised high higher elevated jumped doubled tripled quadrupled
    climbed climbing shot spiked soared dropped dropping drop fell fallen falling fall crashed
    tanked plummeted low lower off deranged abnormal abnormally bumped bump crept creeping went
    gone sky roof through x times uln critical prolonged widened wide broadened lengthened out
    haywire halved bottomed sliding slid dipped bad worse worsening wonky awry increase increased
    decrease decreased trending nil undetectable 3x 5x 10x fold grade spike elevation elevations
    rise""".split()
)
"""How such a value goes wrong."""

DEFECT_WORDS = frozenset(
    """odour odor stench stank whiff reeked reeks reeking rancid fishy musty mouldy speck specks
    fleck flecks fibre fibres fiber fibers hairs insect fly bug metal shard shards splinter
    splinters grit gritty gunk residue sediment precipitate precipitated crystals crystallised
    crystallized clumped clumping clumps lumpy curdled separated congealed sludge hazy turbid
    foamy frothy bubbles powdery dusty chalky crushed cracked sticky tacky gooey discolour
    speckled mottled spotted stained faded blurred smeared unreadable punctured pierced perforated
    ripped slit gaping unglued lifting lifted peeled bulging swollen buckled warped collapsed
    deformed misshapen misaligned crooked skewed stiff seized locked frozen thawed thaw melted
    overheated warm unrefrigerated degrees excursion spoiled spoilt underweight overfilled
    underfilled dud duds unsealed resealed retaped tampered forged counterfeits fakes mislabelling
    mismatched mismatch unlabelled unlabeled unmarked blank unprinted misspelt rusted rust
    corroded leakage leaks seeping seeped spilt spilled spilling dripped oozing oozed squirted
    sprayed backfired misfiring jamming unscrewed wonky rattling loosened detach detached
    dislodged clogging blockage kinked kink bent snapped snapping fragments crumbly crumbling
    disintegrated disintegrates disintegrating dissolving softened soft hardened bitter rotten
    quarantined recalled recall chewed gnawed soaked soggy moist mushy""".split()
)
"""How a product, its pack or its device goes wrong."""
