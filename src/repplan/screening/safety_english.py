"""English words that may tell of an adverse event or a complaint about a product, and what doesn't.

A reminder to ask, never a judgement. In families: what happened (strong words that are asked
about by themselves, weak ones only beside a person or a product's use), who, by what use; and
what takes it back: negation, a question, a study, the label, a department's name. How phrases
are written: see ``phrases.py``.

Source: what counts as reportable: ICH E2A, ICH E2D(R1), 21 CFR 314.80, EU GVP module VI (events,
pregnancy, overdose, misuse, medication error, lack of effect, quality complaints). Words chosen
and checked on 2026-11-22.
"""

from __future__ import annotations

SYMPTOM, HOSPITAL, DEATH, PREGNANCY = "symptom", "hospital", "death", "pregnancy"
OVERDOSE, MISUSE, ERROR = "overdose", "misuse", "medication-error"
EFFECT, COMPLAINT = "lack-of-effect", "complaint"

STEMS = {
    SYMPTOM: """
        dizz aggressi gynaecomast gynecomast lightheaded woozy vertigo giddi faint syncop collaps nausea nauseous nauseat queas
        vomit retch diarrh constipat indigest heartburn bloat flatul hives urticari itch prurit
        blister swollen swelling swelled oedema edema angioedema anaphyl bruis nosebleed
        bleed hematom haematom hematuri haematuri palpitat arrhythm tachycard bradycard breathless
        dyspn wheez headach migrain seizur convuls tremor shiver numb tingl paraesth paresth
        neuropath myalg arthralg cramp fatigu letharg drows somnol sedat insomni nightmar hallucin
        confus disorient deliri psychos suicid jaundic hypoglyc hyperkal hyponat hypokal
        hypotens rhabdomy pancreatit hepatit neutropen thrombocytop anaemi anemi infarct
        angina sweat tinnit blurr blurry myopath pneumonit stomatit mucosit alopeci
        eczem photosens sunburn cough incontin unwell hiccup groggy wobbl unstead jitter scratching
        yeast rigors febril ketoacid gangren amputat necros septic sepsis embol overheat
        thrombos gout psoria scabb peeling twitch spasm belch burp breakout flushing
    """,
    HOSPITAL: "hospitalis hospitaliz readmi resuscitat ambulance paramedic defibrill intubat",
    PREGNANCY: "miscarr stillb breastfe",
    OVERDOSE: "overdos",
}
WORDS = {
    SYMPTOM: """rash rashes fever feverish feverishness hypo hypos shaky palps runs sob doe spotty
        flushed welts anaphylaxis bled""",
    HOSPITAL: "hospitalised hospitalized",
    DEATH: "died fatal fatality deceased",
    PREGNANCY: "miscarriage stillbirth stillborn breastfeeding breastfeed lactating",
    OVERDOSE: "od overdose overdosed",
}
"""Whole words that are asked about by themselves."""

NOT_STEMS = """
    dizzying confusing edematous hospitals hospital hospitality sweater sweaters sweatshirt faintest couching headachy
    bleeding-edge spasmodic numbers number numbered yeasted fainter sweating-room goutweed
    goal goals nauseam sedate sedan collapsible migrate migrated migration swelling-free
    coughlin coughlan cramped fainthearted blurb blurbs itchy-feet emboldened emblem emblems
    tingle-free seizing vomitory hivesville outlook flashing bleeder flatulent-free blister-packs
    psoriasis psoriatic gouty eczema hepatitis anginal goutallier neurology neurologist
    hypotenuse hypothesis embolden embolic amputee sweatshop gangly arrhythmology fainted-hearted
    confess confesses confessed confirms confirm confirmed confirming confirmation conform constant consult
    conferences conference confer conferred confers consists contact contrast contract contracts
    sedation-trained embroider embrace embargo scribble shelter tremendous tremendously neuropathic
"""
"""Words that begin as one of these, or are spelled nearly so, and tell of nothing."""

SLIPS = """
    dissy dizy dizzyness dizzyy diziness nausia nausious nautious nausous vommit vomitting vomiting
    diarhea diarrea diarrhoea dihorrea hospitilised hospitilized hospitalied hospitlised hosptialised
    rahs brusing breathles anaphalaxis pulpitations paplitations headacke heachache swolen bleading
    bleding bleeeding fainiting collasped siezure seisure siezures halucinations rashy puked puking
"""
"""Usual slips of strong words that are more than one letter away."""

EVENTS = {
    SYMPTOM: """
        passed|passes|passing|pass|blacked|blacking out
        threw|throws|throwing|throw up
        [to] be|been|being|was|is|got sick to his|her|their stomach
        light headed|headedness
        broke|breaks|breaking|came|come|comes|coming out|up in [a] hives|spots|welts|bumps
        lost|loses|losing|lose [his|her|their|all|some] [of] [his|her|their] hair|balance|appetite|weight|consciousness|taste|sight|vision|hearing|memory
        hair *1 falling|fell|falls|coming|loss|thinning
        weight loss|gain
        short|shortness of breath
        cant|couldnt|cannot|trouble|difficulty|hard|struggles|struggling|struggled [to] breathe|breathing
        cant|couldnt|cannot|didnt|doesnt|isnt|not|trouble|barely|hardly|difficulty [seem] [to] sleep|sleeping|slept
        chest|stomach|abdominal|tummy|belly|muscle|joint|leg|kidney|flank pain|pains|ache|aches|cramps|upset
        upset|sore|dodgy|funny stomach|tummy|gut|throat|mouth
        blurred|double|blurry|foggy vision
        loose|bloody|black|tarry stool|stools|urine
        loose motions
        blood in *2 urine|stool|pee|sputum
        coughing up blood
        heart *1 racing|pounding|raced|fluttering|skipping
        racing heart|pulse
        heart block|rate
        dry|burning mouth|cough|eyes|tongue
        metallic|funny|odd|weird taste
        hot flush|flushes|flash|flashes
        night sweats
        felt|feel|feels|feeling [really|so|very|a] [bit] awful|terrible|rough|lousy|weird|horrible|rotten|crap|ill|sick|worse|bad|poorly|strange|funny|odd|queer|off|weak|cold|shaky|low|down|dreadful|wretched|ghastly|drunk|spaced|foggy|tired|exhausted|wiped|drained
        not|didnt|doesnt|dont|isnt|never feel|feels|feeling|felt well|right|good|great|himself|herself
        didnt|doesnt|dont|couldnt|cant|cannot|not|wont agree|tolerate|tolerated|tolerating|tolerates|stomach
        couldnt|cant|cannot|didnt|doesnt get|go|keep on|along with|it down
        intolerant|intolerance to|of it
        allergic reaction|reactions
        had|have|has|got|get|bad|badly|poorly|severe|serious|nasty|skin|unexpected|adverse|odd|weird|terrible|awful|some|local|injection [a|an] [bad|nasty|strong|severe|skin|weird|mild|awful|local|site|odd|serious|horrible] reaction|reactions
        reacted|reacting|reacts [quite|really|very] badly|poorly|to
        badly reacted
        bad|adverse|undesirable|untoward|side event|events|effect|effects|reaction|reactions
        side effect|effects|fx
        sideeffect|sideeffects|ade|adr
        turned|turn|turns|went|go|goes|gone|looks|looked [all] yellow|blue|pale|white|grey|green
        yellow eyes|skin
        liver enzymes|values|tests|numbers|function|lfts *2 up|rose|rising|high|raised|elevated|jumped|doubled|tripled|climbed|through
        lfts|alt|ast|creatinine|potassium|ck|inr|troponin|sodium|egfr|gfr|platelets|hb|haemoglobin|hemoglobin|lipase|amylase [has|have|had] [also] [gone|went|is|are|was|shot] up|rose|rising|high|raised|elevated|jumped|doubled|tripled|climbed|spiked|dropped|fell|crashed|low|down|falling
        raised|elevated|high|low|rising lfts|creatinine|potassium|ck|troponin|sodium|platelets|lipase
        pressure|bp|sugar|sugars|glucose|sats [has|had] [gone|went|shot] [right] dropped|crashed|plummeted|low|down|fell|tanked|bottomed|drops
        low blood pressure|sugar
        foot|feet|ankles|ankle|legs|leg|face|lips|lip|tongue|hands|eyes|throat|arm [all] [were|was|is|are|got|get|gets|have|had] [all|so|quite|very] up|swelled|swollen|swelling|puffy|red|numb|itchy|puffed|ballooned|puffing|tingling|blistered
        pins [and|&] needles
        kidney|renal|liver|heart|respiratory failure|injury|damage|shutdown
        kidneys|liver gave|shut|packed|failed out|down|up|in
        went|gone|going|go into|in|to shock|coma|dialysis|labour
        off *1 food|legs
        memory|hearing|vision|sight|taste|appetite|hair loss
        hearing|seeing|sees|saw|heard things|voices|double|stars
        red|itchy|sore|hot|weepy|peeling|blotchy|angry|scaly|raised|burning|dry skin|eyes|patch|patches|spots|lump|lumps|bumps|face
        [a] huge|big|hard|red|nasty|sore lump|bump|swelling|welt|mark|spot|patch
        lump|lumps|bump|bumps|swelling|redness|bruising|abscess at|where|around *2 site|injection|jab|injected|stuck
        injection site
        fit|fits|fitting on|since|after it|starting|the
        had|has|having|have a|another|two fit|fits|turn|seizure|funny
        the shakes|runs|trots|squits|sweats|chills
        fell|falling|fallen|falls|fall over|down|asleep|off|ill|sick|twice|at|on|in
        had|has|have|having|took|another|several|two|three|a|bad|nasty fall|falls|tumble|stumble
        tripped|stumbled|keeled|toppled
        suicidal|dark thoughts|ideation
        went|gone|going|shot|goes|climbed through the roof
        cant|cannot|couldnt|can|could|unable|struggles|struggled|trouble|barely|hardly [not] [to] [even] get|getting|stand|standing|walk|walking|move|moving|see|seeing|eat|eating|swallow|swallowing|breathe|feel|lift|focus|concentrate|remember|wake|urinate|pee|speak|talk|hold|taste|smell|hear|sit|lie|bend|drive|work [up|out|anything|down|it|his|her|food]
        tolerability|gi|tolerance issue|issues|problem|problems
        heart|pulse rate *2 to|over|of|above|up|at|went
        happened to [a|one|his|her|that|the] patient|patients|mrs|mr|lady|man|woman|guy
        skin|face|eyes|nails|urine|hair|hands|feet turned|went|goes|turns|got [all|bright] orange|red|black|purple|brown|yellow|blue|white|green
        keep|keeps|kept *2 down
        mood swing|swings
        room|head|world *1 spinning|spins|exploding|pounding|splitting
        tastes|taste|tasted|tasting [all|so] like|of|off|weird|funny|odd|metallic|different|horrible
        sugar|sugars|glucose|pressure|bp|heart [rate] [was|is|had|has|gone] lows|low|crashes|shot|crashing|spiked|racing|pounding
        low|lower|dangerously|very|overnight|nocturnal sugar|sugars|glucose|bp|pulse|lows
        had|has|have|having|suffered|developed|diagnosed|got [with] [a|an|his|her|another|second|mild|massive|small|new] stroke|tia|mi|infarct|clot|clots|embolism|pe|dvt|bleed|hypo|hypos|attack|collapse|blackout|relapse|arrhythmia|pneumonia|infection|ulcer|fracture
        heart *1 stopped|stopping|attack|gave
        made|makes|making|make him|her|them|me|my|patient|patients|his|people|everyone *3 sick|ill|tired|sleepy|worse|weak|cry|fat|anxious|moody|depressed|angry|restless|queasy|unsteady|foggy
        not himself|herself|themselves
        wiped|knocked|knocks|knocking|wipes|knock|wipe|wiping him|her|them|me|patients|people out
        knocked|wiped out|sideways
        pretty|so|very|really|very|quite|rather|completely|feeling poorly|rough|ropey
        peeing|urinating|going|pees constantly|blood|a|all
        foot|feet|ankles|ankle|legs|leg|face|lips|lip|tongue|hands|hand|eyes|throat|arm|arms|skin|gums|stomach|head|chest|joints|knees|belly|mouth|nose|back|fingers|toes|muscles [all|just|really|still|always] balloon|balloons|ballooned|swell|swells|hurt|hurts|burn|burns|burned|itch|itches|itched|ache|aches|peel|peels|peeled|blister|blisters|bleed|bleeds|twitch|tingle|tingles|sting|stings|throbs|throbbing|swelled|cramps|cramp|shake|shakes|killing|gave
        increase|increases|rise|rises|jump|drop|spike|elevation|elevations|fall|change|changes|bump [in|of] [the|his|her] creatinine|potassium|lfts|alt|ast|ck|inr|troponin|lipase|bilirubin|platelets|hb|enzymes|sodium
        tongue|throat|face|lips|neck closing|closed|tight|swelled
        throat tight|tightness|closing
        came|come|comes|coming down with
        gained|gaining|gains|put|putting *1 kilos|pounds|weight|kg|lbs
        up|gained|put *4 kilos|pounds|kg|lbs|weight
        wet|wets|wetting|soiled the|his|her bed|himself|herself
        knocked|knocks|knock him|her|them|me|patients|people flat|over|down|for
        went|gone|going|goes|go blind|deaf|numb|downhill|floppy|limp
        zoned|spaced out
        ended|ending|end|wound up|in on|in|with|at dialysis|coma|rash|hives|hypo
    """,
    HOSPITAL: """
        ended|ending|end|wound|landed|landing|lands up|her|him|them [back] in|at|on|with [the|a] hospital|er|ed|icu|emergency|a&e|ward|casualty|ae|itu|ccu|cardiology
        landed|lands|land [her|him|them] [back] in|at [the|a] hospital|er|ed|icu|emergency|ward|casualty|itu
        taken|rushed|brought|sent|admitted|put|blue|carted|airlifted|wheeled|driven|transferred|whisked|ferried *1 to|into|in [the|a] hospital|er|ed|icu|emergency|ward|casualty|a|itu
        admitted|admit|admits [to|with|for|overnight|again|last|on|after|since|because|twice|by]
        back|straight|still|is|was|been|be|stayed|kept|lying|lay|spent|days|nights|week|weeks|overnight|hers in hospital|icu|itu|intensive
        days|nights|week|overnight|night in|at [the|a] hospital|er|icu|ward
        visit|visits|trip|trips|went|going|go|gone|goes|had [to] to|back [the|a] hospital|er|ed|emergency|casualty|urgent
        hospital admission|admissions|stay|stays|bed
        intensive care
        er|ed|emergency visit|trip|visits|trips
        seen|treated|over|up|off|out|to|in at|in|to [the] er|ed|a&e|casualty|emergency [room|department]
        in|to|at a & e
        life threatening
        called|call|rang|ring [for] [an|the] ambulance|911|999|112|paramedics|120
    """,
    DEATH: """
        passed|passes|passing away
        patient|patients|she|he|who|her|his|lady|man|woman|aunt|uncle|mother|father passed
        found dead
        didnt|doesnt|not survive|survived
        dropped|drop|dropping dead
        dead|dies|dying|death|deaths
        dead|dies|dying|death|deaths
        didnt|did make|not it|survive|survived
        did not survive
        lost|losing [a|one|two|three|his|her|their] patient|patients [on|after|while]
        lost|losing|lose one|two on|after|of
        had|have|there|saw|seen|another|unexpected [been] [was] [a|one|two|three|sudden] death|deaths|fatality
        killed him|her|them
        fatal|fatally
    """,
    PREGNANCY: """
        weeks|months|wks along|gestation|gone
        pregnan~|pregnent|pregant|preggers|expecting|conceived|trimester
        nursing|nurses [her|a|the|my] baby|mother|newborn|infant|mothers|mum|mums
        while|still|is|was|she|shes nursing
        breast feeding|fed|feeds|milk
        birth defect|defects
        baby born|was|has|had|came|with
        lost the|her baby
        positive|late pregnancy [test]
        fell|fallen|falling|got|fall pregnant
        terminated|termination of|the|her pregnancy
    """,
    OVERDOSE: """
        took|taken|takes|taking|swallowed|had|injected|given [way|far] too many|much
        too many|much [of] [the|his|her|their|my] tablets|pills|it|capsules|insulin|units|doses|drops|meds|medication|medicine|patches|puffs|sprays|@drug
        too high|large|big a|of dose
        double|doubled|doubling|twice|triple|tripled|trebled|extra [up] [on] [the|his|her|their|my] [prescribed|usual|normal|daily] dose|doses|dosage|tablets|pills|amount
        took|takes|taking|take|taken|swallowed|given|gave|injected|got|popped [him|her|them] two|2|three|3|four|4|five|5|six|both|ten|10|double|twice|triple|whole *2 instead|mistake|accident|accidentally|same|at|box|bottle|pack|packet|strip|pen|once
        swallowed|emptied|downed|took|take|taken the|a|an|his|her|whole whole|entire|full|packet|bottle|pack|strip|box|month
        more than prescribed|directed|he|she|they|told
        extra|additional|repeat|second dose|tablet|pill|injection|shot by|because|mistake|accidentally|too
        tried *1 kill|end himself|herself|his|her|it|themselves|life
        poison control|centre|center
    """,
    MISUSE: """
        stole|stolen|steals *6 injected|took|swallowed|inject
        to|for build|building|gain muscle|muscles|mass
        buys|buying|bought|ordering|ordered|gets|selling|sells|sold *2 online|street|internet|abroad|dealer
        abus~|misus~|snort~
        to get high
        shares|sharing|shared|share|lends|lending|lent|gives|giving|gave|borrowed|borrowing|borrows|uses|using|took|taking|takes|used *1 his|her|their|husbands|wifes|mothers|mums|moms|sisters|brothers|friends|neighbours|neighbors|dads|fathers|daughters|sons|grans|grandmas|someone [elses|sisters|husbands|wifes|neighbours|neighbors|mothers|mums] tablets|pills|pen|pens|meds|medication|medicine|inhaler|insulin|dose|doses|capsules|patches|prescription
        takes|taking|took|take|using|uses|used|injecting|injects|buys|buying|bought *2 off|without|for [a] prescription|label|weight|slimming|diet|dieting|fun|kicks|recreation~
        cuts|cut|cutting|splits|split|splitting|crushes|crushed|crushing|chews|chewed|chewing|opens|opened|opening|halves|halving|breaks [up] [the|his|her|their|them|it] tablets|tablet|pills|pill|capsules|capsule|patch|patches|@drug
        cuts|cut|splits|breaks|snaps it|them in|into
        crushed|crushing|crushes|chewed|chewing|dissolved|halving|halved it|them
        bodybuild~|doping
        took|taking|takes|given|gave *3 to|for [the|his|her|a] dog|cat|pet
        gave|gives|giving it|some|them to [his|her|the|their|a] husband|wife|sister|brother|child|kids|neighbour|neighbor|dog|cat|friend|mother|father
    """,
    ERROR: """
        got|splashed|sprayed|squirted|splash *4 eye|eyes|face
        medication|dosing|dispensing|prescribing|administration|pharmacy error|errors|mistake|mistakes|mixup|mix
        wrong dose|dosage|strength|drug|medicine|medication|tablets|pills|tablet|pill|patient|product|insulin|vial|syringe|route|pen|units|injection|way|person|time|arm|vaccine|capsules|amount|device|prescription|meds|one|box|blister
        given|gave|gives|giving|take|took|taking|takes|dispensed|injected|got|prescribed|received|handed|had|swallowed|used *4 instead [of]
        [mg|mcg|units|ml|dose|tablets|tablet] instead of [the] [a|her|his|one|once|two|weekly|daily|5|10|20|half|@drug]
        mixed|mixes|mixing|muddled|confused|confusing|swapped [up] [morning|evening|and|it|them|her|his|the|two|up] [up] [with|the|his|her|two|her] [up] [with|the|her|his|two] tablets|pills|doses|pens|insulins|boxes|meds|medication|medicines|strengths|inhalers|@drug|packs|vials|syringes|patients
        mix up|ups
        mixed|muddled|confused|swapped *4 doses|tablets|pills|injections|pens
        wrong diluent|solvent|needle|site|volume|rate|frequency|day|days|interval|ward
        injected|gave|given *3 wrong
        mixup
        twice|two|both|three|daily|every instead of [once|one|weekly|a|daily]
        by|in mistake|accident|error
        accidental|accidentally|mistakenly|inadvertent|inadvertently
        missed|misses|missing|skipped|skips|skipping|forgot|forgets|forgetting|forgotten [to] [a|his|her|several|some|two|three|take|the|doses] [take|inject|of] dose|doses|tablets|pills|injections|it|her|his|injection|days
        read the [dose|label|box|leaflet] wrong
        misread|misheard|misunderstood the|his|her|dose|label|prescription|instructions
        got|found|gets|get into|at|hold his|her|the|their|granny|gran|mums|moms [mums|moms|grandmas|grans|mothers|fathers|dads] tablets|pills|medicine|meds|pack|box|handbag|purse
        needle stick|prick
        needlestick
        stabbed|jabbed|stuck|injected himself|herself|themselves
        swallowed|ate|swallows [the|his|her|a|it] [patch|suppository|capsule|desiccant|battery|whole|cap]
        toddler|child|grandson|granddaughter|kid|grandchild|baby|dog swallowed|ate|got|took|found|drank
        expired|outdated|out tablets|pen|pens|stock|of|dose|vial|product
    """,
    EFFECT: """
        lack|loss of [any] [clinical|therapeutic] effect|efficacy|effectiveness|response|benefit
        no|little|zero|not|without|barely|hardly|minimal|any|nil|much|see|saw|seen|seeing [any|much|real|noticeable|clinical|therapeutic|visible|lasting] effect|benefit|improvement|difference|response|change|relief|result|results|efficacy [at|in|on|from|with|after|for|so|yet|whatsoever|to]
        ineffective|nonresponder|nonresponders|useless|pointless|inefficacious
        non responder|responders|response|responding
        not|didnt|doesnt|dont|isnt|arent|never|hasnt|havent|wasnt|stopped|stops|failed|fails|failing|quit|wont|cant|hardly|barely|no|quits|werent|isn|didn|doesn|nothing [really|actually|even|seem|seems|seemed|seeming|exactly|much|longer|properly|been|be|always] [to] [be|have|really|longer|helped|get] work|working|works|worked|wrk|helping|help|helps|helped|respond|responding|responded|responds|effective
        doing|does|did|do|done|doin nothing|naff|zilch|squat|jack|little|zip|diddly
        not|isnt|doesnt|didnt|hasnt|dont|wasnt|never|aint do|doing|done|did [a] anything|much|thing|job|trick|any
        hasnt|doesnt|didnt|not|isnt|havent|wasnt|hardly|barely touch|touched|touching|touches|shift|shifted|budge|budged|dent [it|his|her|the|their|them]
        wore|wears|wearing|worn off
        no|isnt|arent|not|any better|different [on|with|since|after|at|for|than|off]
        no good [on|for|with|at]
        no joy|luck [with|on]
        no|little|any|see|sees|saw difference [between|from|with|on|in|at|to]
        hasnt|havent|hadnt|didnt|doesnt|not|barely|hardly [really|even] moved|move|moves|budged|changed|dropped|drop|improved|improve|reduced|lowered|lower|reduce|fallen|reach|reached
        no change [in|on|with|after|at|to|since|whatsoever]
        worse|worsened|worsening|deteriorated|deteriorating|relapsed|relapse|relapsing|progressed|flared|uncontrolled
        pressure|bp|sugar|sugars|numbers|readings|pain|levels|glucose|a1c|hba1c|ldl|cholesterol|symptoms|asthma|migraines|values [is|are|was|were|has|have|stays|stayed|just|went|keep|keeps|gone|came|still|shot|jumped|rose|climbed|creeping|crept] [still|just|been|gone|back|stays|stayed|right|staying] [stubbornly|way|too|as|straight|right|shot] high|up|uncontrolled|back|climbing|elevated|unchanged|same|bad|terrible|everywhere|stuck
        still [has|have|having|in|at|running|gets|getting|hurts|over|above|up|not|very|way|too|a|the] [lots|plenty|same|a|too|an] pain|symptoms|attacks|high|pressure|bp|controlled|uncontrolled|hypertensive|160|170|180|150|hurting|a1c|flares|reading|itching
        hurts|hurting as much
        waste of money|time
        placebo would|might|like|instead
        like [taking|giving] [a] water|sugar|placebo|nothing|smarties
        lost|losing|loses|lose [its|his|her|the] [its] effect|response|efficacy
        off after|by a|the|noon
        failed|fails|failing|failure [on|with|to] [it|respond|control|@drug|therapy|treatment|20|10|40|80]
        not|isnt|wasnt|arent|poorly|never [well|properly|adequately|really|getting|been] controlled
    """,
}
"""Phrases of what happened, by kind."""

WEAK = """
    shingles trouble flu clot clots disease intolerant tolerability intolerance symptoms swings
    pain painful pains sick ill tired sleepy fell fallen fall falls weak hurt hurts sore cold stroke tia attack
    cancer tumor tumour depressed anxious anxiety depression restless moody infection infected
    infections complain complained complains complaining problem problems reaction
    reactions reacted upset sweats shakes chills sleepless crying agitated irritable
    burning stiff stiffness ache aches aching fit fits fever sensitive pale unconscious ulcer ulcers
    poorly fracture fractures fractured shock failure stumbled tripped worse rough
    fatigue fatigued headache headaches migraine migraines nightmare nightmares cough coughing
    gout psoriasis eczema hepatitis asthma angina anaemia anemia neuropathy insomnia depressive
    worsened worsening deteriorated relapsed relapse progressed flared uncontrolled arrhythmia
    confused confusion blister blisters doe sob sweat sweating sweaty ketoacidosis infarct
    infarction sepsis embolism thrombosis delirium syncope numb trembling weird
    aggressive aggression aggressively
    spasm spasms breakout incontinence incontinent cramp collapse collapsed bloated bloat
    pancreatitis runs letharg bleeder vertigo swollen tremor tremors constipation heartburn
"""
"""Words and whole phrases that tell of an event only beside a person or a use."""

TOLD = {
    SYMPTOM: """
        became|becomes|become|becoming|developed|develops|developing|experienced|experiences|experiencing|suffered|suffers|suffering
        keeps|kept|keep *1 having|getting|waking|falling|forgetting|losing|being|crying|dropping|scratching|running|going|feeling
        lost|loses|gained|gains|turned|turns|woke|wakes|wakened|slept|sleeps|wandering|wander|wanders|swells|itches|burns|burned|burnt|stings|stung|aches|hurts|shakes|bleeds|cries|screamed|choked|gagged
        lump|lumps|swelling|breast|tissue|growth|spots|bump
        cant|cannot|couldnt|wont|barely|hardly|struggles|struggled|unable
        complained|complains|complaining|complain
        stopped|stops|quit|quits|discontinued|gave|gives|came|dropped|pulled|taken [it|taking|treatment|therapy|up|off|out]
        wants|wanted|want|begged|asked [to] [come|go|be|taken] off
        makes|made|making|making him|her|them|me
        scared|frightened|terrified|aggressive|violent|manic|hyper|zombie|lifeless|listless|sluggish
        doubled|tripled|spiked|plummeted|crashed|skyrocketed
        had|has to be|go|see|call|lie|sit|stay
        bad|terrible|awful|horrible|nasty|worst time|experience|night|week|days|weekend|episode|spell
    """,
}
"""Phrases that tell of an event where a person, a use and nothing good or about money stand too."""
