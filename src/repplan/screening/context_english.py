"""English words around an event: who, by what use, and what says that it is none.

Negations, questions, studies, the label, departments and forms; the persons and uses that make
an event of a word that could be anything. How phrases are written: see ``phrases.py``.

Source: our own. Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATIONS = _set(
    """no not never without denies denied deny denying none nobody neither nor zero nil free didnt
    hasnt havent hadnt doesnt dont isnt wasnt werent arent cannot lacks absent w/o wo n't noone
    nothing non didn hasn haven doesn isn wasn"""
)
BREAKERS = _set(
    """but however though although except until because since after tolerate tolerated stopped
    stop despite yet unless apart besides anymore only just sure due despite when so then sleep wonder well good when
    too surprised long while bar happy longer finish took take taken pleased notice great matter"""
)
"""Words that a negation doesn't reach over."""
LISTED = _set("and or / any , & even")

AFTER_NEGATIVE = {
    "negated": """
        [attacks|days|frequency|episodes|rate|rates] [are|were|is|was|has|have] [been] [now|all|nearly] halved|slashed
        [attacks|days|frequency|episodes] [are|were|is|was|has|have] [been] [now] cut in|by half|two|third|a
        [attacks|days|frequency|episodes] [are|were|is|was|has|have] [been] [now|way|well] down by [a] half|third|two|50|30|40|60|70
        attacks|days|frequency|episodes [are|were|is|was|has|have] [been] [now|way|well|much|far] fewer|less|reduced|rarer|down|shorter
        : none|no|nil|negative|0|never|nothing|absent
        ? none|no|nil|negative|nope|not
        [is|was|were|are|has|have] not|wasnt|isnt|werent|arent|hasnt|havent|never|no [been] [a|an|seen|reported|observed|issue|problem|concern|noted|seeing|happening|factor|one|any]
        [was|were|is|has] [been] ruled|excluded out
        free
        is|was|are|remain|remains|being [still] [his|her|their|the|a|my] [main|biggest|only|big|first|real] concern|concerns|worry|fear|question|topic|focus|objection|reservation|sticking
        [has|have|is|are|was|were] zero|nil|negative|absent
    """,
}

QUESTION = {
    "question": """
        asked|asks|asking|ask|enquired|inquired|wondering|wondered|wonders|queried
        wants|wanted|want|would|like|likes|keen|curious to know|hear|understand|see|read|learn|discuss
        curious|interested about|in|whether
        question|questions|query|queries
        does|do|will|would|can|could|might|may|is|are it|they|this|that|you|there|we|anyone|people [also] [ever] [cause|any|make|lead|get|have|see|give|seen|had]
        does|can|will|would|could|is|do @drug
        can|could|should|may|might she|he|i|we|they|patients|someone use|take|have|give|get|start|continue|be|still|keep|stay
        more|detail|details|information|info|data|numbers|paper|article|talk|lecture|section [detail|details|data|info|information] on|about|behind
        how often|many|common|much|frequent|likely|bad|soon|long|do|does|to|is|are|severe|serious|about
        what is|are|about|if|to|happens|do|does|rate|percentage|share|should|would|the|s
        whats the
        whether|if she|he|they|it|there|you|we|a|her|his|patients|someone|anyone|the
        any data|evidence|info|information|signal|signals|news|guidance|tips|advice|update|risk|word|experience|increase|reports|idea|more|chance
        whether
        worried|worries|worry|fears|fear|feared|afraid|nervous|cautious|wary|scared|concerned|concern|concerns|anxious about|of|that|over|is|are|for|with|around|he|she|they
        watch|look|looks|looking|watches|watching|monitor|monitors|monitoring|screens|screen|check|checks|checking for|out|closely
        monitor|monitors|monitoring|monitored
        risk|risks of|for|about
        chance|chances|likelihood|probability|possibility|potential of|for|that
        warn|warns|warned|warning|warnings|counsels|counselled|counseled|counsel|counselling|advises|advise|educate|educates|teach|teaches everyone|all|people|folks|families|patients|them|about|of|on|her|his
        in case
        expects|predicts|anticipates
        tell|send|show|bring me|her|him|them|us|over the|data|more|about|everything|on|something
        thinks|believes|says|said|claims|claim|heard|reads|read it|they|competitor|rivals can|could|may|might
        can|could|may|might [also] [potentially] cause|lead|make|trigger|increase|lower|affect|raise
        reluctant|hesitant|hesitates
        looking forward
        would|will|might|could consider|use|try|stop|switch|change|wait|think|only|prefer|reconsider|prescribe|start|need
        if *3 is|are|was|were|gets|get|has|have|had|got|cant|doesnt|develops|complains
        q|qs|enquiry about|re|on|:
        to report any|adverse|side
    """,
}
ABOUT = _set(
    """rate rates risk risks incidence data slide slides section figures prevalence table
    management guide guideline guidelines score scale prevention counselling counseling statistics
    numbers profile frequency leaflet pathway protocol clinic clinics lecture talk webinar study
    studies trial trials poster paper article workshop course meeting team service services unit
    specialist specialists nurse nurses research module training campaign month week day
    awareness society foundation association centre center lab labs ward wards department dept
    group groups list lists registry programme program programmes programs charity diary diaries
    app checklist calculator kit questions question market indication endpoint endpoints outcomes
    outcome monitoring warning warnings claim claims wording expert experts audit consultant
    conference congress symposium textbook pts prone sufferers journal guidance drugs medicines medication meds drug
    treatment treatments therapy products relief remedy remedies tablets pills line portfolio
    patients population cohort prophylaxis assessment assessments screening tool algorithm
    discussion comparison"""
)
"""Words behind an event's that make a subject, a place or an office of it: ``falls clinic``."""

STUDY = _set(
    """trial trials study studies placebo % percent pooled phase rct rcts randomised
    randomized cohort metaanalysis meta label labelling labeling smpc spc leaflet paper papers
    article articles published publication abstract poster posters exclusion exclusions excluded
    excludes inclusion endpoint endpoints literature registry guideline guidelines versus vs slide
    slides incidence dataset pi prescribing comparator subgroup lancet nejm jama bmj
    retrospective prospective rwe meta-analysis protocol boxed insert brochure contraindication
    contraindications contraindicated criteria criterion monograph package section textbook booklet
    webinar lecture safety-profile subanalysis readout results n= hazard ci rates datasheet listed
    congress symposium pamphlet handout pdf chapter table figure appendix"""
)

TALK = {
    "talk": """
        i|we|ive|weve|ill [have|then|also|briefly|just|quickly|again] explained|explain|showed|show|presented|present|discussed|covered|reviewed|told|mentioned|reminded|clarified|shared|walked|talked|went|ran|gave|left|handed|pointed|stressed|emphasised|emphasized|outlined|described|detailed|brought|took|answered|spoke|highlighted|compared|repeated|summarised|summarized|flagged|sent|send|said
        explained|showed|presented|discussed|covered|reviewed|reminded|detailed|walked|talked|spoke [him|her|them] [through|over|about|on] [the|our|how|that|safety|all|with|him|her|them|and|adverse|side|contraindications]
        left|sent|handed|delivered|dropped|gave [off] [her|him|them] [the|a|our|an|new|some] leaflet|leaflets|brochure|card|flyer|booklet|sheet|reprint|slide|poster
        safety profile|slide|slides|data|section|update|training|card|information|leaflet|message|messages|story|meeting|net|messaging|topic
        fair balance
        key message
        talked|talk|spoke|chatted|discussion|conversation about|of|through
        went|go|ran over|through safety|slides|data|our|all|adverse|contraindications|side|label|warnings
    """,
}

USED_FOR = {
    "used-for": """
        use|uses|used|using|prescribe|prescribes|prescribed|prescribing|give|gives|recommend|recommends|likes|prefers|reserves|keeps|indicated|approved|licensed|good|works|great|helps|treat|treats|treated|treating|therapy|drug|medicine|remedy|option|treatment|standard|effective|first|launched|launch|choice|product|manages|combination *3 [it|them|this|@drug] for|with|against|in [her|his|their] [the|severe|mild|chronic|acute|refractory]
        treat|treats|treating|manage|manages|managing|relieve|relieves|relieving|controls|control|controlling|ease|eases|helps|improves|improve|improved|reduces|resolves|cures
        patients|pts|people|those|anyone|women|men|cases|adults|group with|who|suffering|prone
        spray|nitro|gtn|something|anything|ours|competitor for [acute|daily|chronic|severe]
        sees|see|seeing|manages|manage|looks [mostly|mainly|many|lots|after|of|a|lot]
        many|most|half|majority of her|his|their|the patients|pts|people have|are|with|get
        history|hx|h/o|story|background of
        specialises|specializes|specialist|expert|interested|interest|works|lectures|leads|runs|published|publishes in|on|the
        less|fewer|lower|reduced|reduces|reduce|reducing|prevents|prevent|preventing|prevention|avoid|avoids|avoiding|lowers|lowering|cut|cuts|decrease|decreases|decreased|against|anti|protect|protects|minimise|minimize
        for|against|in|as treating|treatment|managing
    """,
}

HARMLESS = {
    "compound": """
        upped the dose in|for|from|to|at
        no|any change|changes in|to|of [her|his|their|the] view|views|mind|position|opinion|policy|formulary|status|hours|plan|price|habits|staffing
        bloating|bloated [of] [the|a] budget|bureaucracy|admin|price|team
        was|is|were|been|started|starting [a|rather|very|quite|bit|so|off] cold|cool|frosty [at|,|to|with|but|on] now|but|first|us|me|reps|start
        ads|ad|reps|marketing|pricing|policy|message|messages|tactics|team|targets|adverts|company|companies|pitch|detailing *2 aggressive
        attacks|days|frequency|episodes|angina|seizures|migraines|pain|rates|attack|time|cost|costs|price|symptoms|lunch|deal [nearly|almost|been|is|are|was|were] cut|halved|halving|cutting|cuts [in|by] half|two
        swallow|swallowing|stomach|bear the|that|this price|cost|copay|paperwork|news
        cut it|them|this down|short|out
        [too|so|very|quite|an|most|more|more|rather] aggressive|aggressively pricing|marketing|bp|targets|target|treatment|lipid|discount|discounts|rebate|rebates|statin|therapy|tactics|contract|timeline|goal|goals|approach|form|cancer|disease|pitch|sales|lowering|price|offer|plan|campaign|competitor|titration|control|selling|ads
        hiccup|hiccups with|in|on|over|at [the|our|their] supply|stock|delivery|system|portal|tender|process|order|orders|logistics|rollout|launch|schedule|deliveries|shipping|start|booking
        supply|stock|delivery|system|shipping|tender|small|few|usual|minor|logistics hiccup|hiccups
        swallowed|swallow|swallows [my|his|her|their|the|that|this] pride|words|price|bait|cost|copay|hard
        took the lot :
        turned|turns|went grey|gray|cold|nasty|wet|dark outside|out|today|weather|early
        no leaflet|leaflets|brochure|brochures|label|labels left|more|yet|today|in
        attacks|attack on [the|our|my|his|her|their] pricing|price|prices|policy|company|industry|brand|reps
        hospital|icu|er|ed|ward|emergency|ambulance @about|pharmacy|pharmacies|pharmacist|pharmacists|committee|formulary|board|visit|rounds|round|admin|administration|administrator|manager|managers|access|rules|policy|entrance|canteen|parking|system|systems|contract|budget|tender|site|staff|doctor|doctors|consultants|physician|cafeteria|lobby|account|accounts|network|trust|order|orders|purchasing|price|pricing|use|only|based|setting|sales|director|chain|work|shift|shifts|campus|badge|business|territory|stock|supply|procurement|buyer|volumes|volume|beds|wing|rep|it|car|cafe|choir|politics|management|group|approval|launch|lead|reception|contacts|merger|level|side|job|post|fund|bid
        emergency contact|number|room|exit|meeting|door|supply|order|stock|slot|appointment|medicine|physician|physicians|doc|docs|consultant
        off|called|calling|call|out|home|leave|been [in] sick|ill|unwell [today|leave|again|until|this|all|so|for|with|since]
        sick leave|day|days|note|notes|pay|cover|of|and|building
        sick|tired|fed of|up
        tired [today|after] [of|so|from|a|the|long|night|nights|clinic|on|when]
        maternity|parental|paternity leave|cover|ward|unit|hospital
        pain point|points|clinic|clinics|team|service|killer|killers|relief|specialist|doctor|consultant|management|medicine|society|scale|score|nurse|in
        headache|nightmare|pain|nightmares|headaches|migraine for|of|to|with [a|an] [me|us|the|her|his|them|form|process|paperwork|budget|system|scheduling|parking|park|reach|get|do|book]
        death of|by the|a|an|my|our [old] formulary|list|tender|powerpoint|contract|system|idea|pen|rep
        death by powerpoint|slides|paperwork|email|meeting
        death certificate|certificates|toll|march
        dead|dying end|battery|line|slow|quiet|to|for|phone|wifi|signal|laptop|deal|art|tired
        battery|phone|laptop|tablet|ipad|car|wifi|projector|printer died|dead|dying
        died|dying|die|dies laughing|down|off|out
        cold call|calls|calling|storage|chain|coffee|room|feet|weather|box|lunch|outside|today|lead|fridge
        bleeding edge|money|budget|cash|heart|obvious
        budget|department|hospital|practice|clinic|margin|margins|they|we *1 bleeding|bleeds|haemorrhaging
        blown up|out|away
        fit|fits in|into|with|the|their|her|his|well|between|for|better|all|criteria|neatly|us|on|a
        sales|numbers|market|share|volumes|price|prices|orders|attendance|figures|budget|budgets|revenue|stock|demand|prescriptions|scripts|targets|shares|interest|uptake|usage *2 went|gone|shot|fell|falling|fall|falls|dropped|fallen|down|decline|declined|drop|dropping
        fell|fall|falls|fallen|falling through|short|behind|under|into|apart|back|flat|for|within|in|on|outside|between|to [love|place|line|line|with|monday|tuesday|wednesday|thursday|friday|the|a|deaf|our|us|her|me]
        fall semester|meeting|season|congress|term|back|campaign|launch|quarter|conference|guy
        heart of|clinic|team|unit|centre|center|disease|institute|rhythm
        heart block|failure clinic|nurse|nurses|patients|team|service|unit|guideline|guidelines|programme|program|specialist
        swamped|drowned|run runs|off|down
        runs|run|running the|a|an|her|his|late|their|clinic|clinics|out|two|three|over|from|on|every|this|marathons|it|behind|things|trials|our|our|in|that|to|at|for|up|twice|smoothly
        breaking|break|broke|broken down|even|into|news|up|the|in|for|link|links|elevator|lift|leg|ankle|wrist|printer|projector|promise|english|record
        shock|shocks price|wave|absorber|value
        lost touch|interest|contact|patience|weight|the|track|time|count|tender|account|business|contract|sight|deal|signal|my|our
        loss adjuster|leader
        side effect|effects [profile|data|rate|rates|sheet|management|card|leaflet|slide|chart|table|talk|comparison|burden|question|questions]
        adverse event|events|effect|effects|reaction|reactions reporting|form|forms|section|table|rate|rates|profile|hotline|line|training|policy|process|data|officer
        insomnia|nausea|pain|rash|itch|asthma|stroke|migraine|headache|falls|fall|fatigue|oedema|edema|hepatitis|anaemia|anemia|arrhythmia|bleeding|allergy|seizure|epilepsy|syncope|delirium|confusion|depression|anxiety|cancer|wound|infection|vertigo|dizziness|diarrhoea|diarrhea|hypo|fever|incontinence|psychosis|pancreatitis|sepsis|heart|cough|eczema|psoriasis|gout|angina|migraines|embolism|thrombosis|tumour|tumor|lung|blister|pregnancy|obesity|hypoglycaemia|hypoglycemia|breast|cramp|hives|suicide|bruising|swelling|death|deaths|overdose|breastfeeding|fall|tremor|chills|menopause @about|referral|referrals|drug|book|product|brand|sufferers|specialty|season|box|packs|pack|app|rep|coverage|awareness|mortality
        infection control
        blister pack|packs|packaging|packed|strip|strips|card|cards
        numb|numbing with|cream|after
        confused|confusing about|by|over|as|which|why|how|between [the|our|which|two|what|new|prior|whether|why|how|when|pricing|coverage|who|codes|all]
        sweat|sweating|sweats the|over|it|about|out|bullets|equity
        fever pitch|tree|clinic
        hay fever season|clinic
        cramp|cramps her|his|my|our style
        worse|better than|off|parking|traffic|this|now|year
        getting|gets better|worse at|every
        reaction|reactions to|was|from|of|in|at [the|our|my|that|new|this|his|her|price|pricing|positive|good|great|warm|lukewarm|cool|poor] [slide|slides|data|message|offer|price|material|materials|idea|pitch|proposal|brochure|story|leaflet|detail|visit|news|claim|study|paper|question]
        bad|poor|lukewarm|cool|negative|good|positive|great|warm|mixed|no|first|their|team|initial|strong|bad reaction|reactions to
        stopped|stop|stops by|in|at|for|me|to|us|taking|seeing|outside|accepting|the|short|ordering|buying|stocking|off|answering|here|giving|returning|prescribing|using [reps|calls|visits|new|samples|a|coffee|the|chat|say|lunch]
        hot|cold|warm topic|topics|lead|leads|button|desk|seat|chocolate|off
        problem|problems|trouble|complaint|complaints|issue|issues|complained|complains|complaining|complain [mostly] with|about|of|over|getting|finding|is|was [the|his|her|their|my|a|our] [new] @admin
        nursing staff|home|homes|team|manager|director|station|school|lead|supervisor|department|shortage|notes|rota|education|degree|leadership|head|student|students|desk|union|visit|care|in|assistant|side|leadership|hours|budget|director
        expecting|expects [a|her|an|the|to|me|us|my|them|him|it|that|more|new|delivery|results|news|approval|budget|stock|call|answer|you|visitors|decision|one|some|price|our|another|better|changes]
        no change|changes at|in|on [the|her|his|their] practice|staff|office|clinic|front|side|formulary|access|reception|hours|schedule
        no response|reply|answer|luck|joy|result|results|change|difference [yet|to|from|on|in|with] my|the|our|her|his|a|an|email|emails|calls|last] email|e|mail|mails|letter|call|calls|invitation|message|messages|invite|price|tender|date|dates|time|request|voicemail|secretary|reception|formulary|hours|contract|phone|office|desk
        doesnt|didnt|dont|wont|isnt|not|never [really] work|works|working|help|respond|responded|suit [for] [her|him|me|us|them|the] mondays|tuesdays|wednesdays|thursdays|fridays|monday|tuesday|wednesday|thursday|friday|weekends|reps|calendar|diary|schedule|email|emails|calls|nights|samples|mornings|afternoons|phone|messages
        doesnt|didnt|dont|wont|isnt|not|never [really] work|works|working|suit [for] me|us
        doesnt|didnt|dont|wont|isnt|not|never working [on|at|in|this|next|today|tomorrow] monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|weekends|week|today|tomorrow|nights|here|there
        off|working|works|work|busy|in|closed|free|away|day|not|on monday|tuesday|wednesday|thursday|friday|mondays|tuesdays|wednesdays|thursdays|fridays
        allergic|allergy to [early|the|mornings|meetings|paperwork|reps|powerpoint|email|emails|small|slides|change]
        itching to
        dying|dead to|for|on|against|set
        fatal error|flaw|mistake
        complaint|complaints|incident department|box|form|procedure|about|process|office|handling
        over dose|dosed
        chain|supply|delivery|it|tech|minor|admin|technical|ordering|tender hiccups|hiccup
        fire|car|burglar|phone alarm
        flu|covid|travel|pneumonia jab|jabs|vaccine|vaccines|shot|shots|clinic|clinics|season
        off his|her|their feet
        half|full|whole|out term
        break|back|pain|spine breaking
        sleep|sleeping lab|clinic|medicine|on|study|apnoea|apnea
        ran|run|running|keeps out|late|behind
        shaky start|ground|connection|line
        in|at|near|by|outside the|a|her|his|another|this hospital [all|until|on|at|today|tomorrow|twice|every|since|with|and|from|,|now|only|for|where|lobby]
    """,
}

PERSON = {
    "owned": """
        he|she forgets|misses|skips|skipped|missed|forgot|took|takes|swallowed|drank|tried|injected|wandered|fainted|limped
        a|an|one|another|this [poor] thing|soul|dear
        ladies|gents|blokes|lads on|off|who|keep|complain
        granny|grandma|nan|bloke|chap on|who|with|limped
        for|in|with a|two|three|four handful|few|hers
        wants|wanted|wanting|asked|asking|begged|insists|demanded|desperate|keen [to] [come|be|get|go] [taken|pulled|put] off
        he|she [has|had|just|is] quit|binned|ditched|dropped|refuses|refused|blames|blamed|swears
        hes|shes off|stopping|quitting|switching|coming|binned|ditched|stopped
        for|in a|some|several handful|couple|few|lot [of] [folks|people|them|hers|his|users|older]
        two|three|four|some|few|couple|handful|several|most [of] [the|her|his|their|older|younger|elderly] folks|ones|gents|ladies|men|women|oldies
        a|one|another [male|female|elderly|older|young|younger|new|frail] pt|patient|pts
        somebodys|someones|patients mother|father|wife|husband|mum|mom|dad|child|gran|son|daughter|sister|brother
        granddaughter|grandson|grandchild|grandkid
        one|two|three|four|five|six|some|few|several|couple|2|3|4|another|handful|both|1 [or] [two|three] [other|more] of [her|his|their|my|our|the] hers|his|theirs|mine|ours|them|patients|pts|clients|residents|users|people|women|men|ladies|these|elderly|older|diabetics|kids|lot
        [a] patient|pt|case|lady|gentleman|client|woman|man|guy|fella|chap|resident|user|neighbour|friend|bloke|girl|boy|kid|colleague of hers|his|mine|theirs|ours|the
        her|his|my|their|our|the|one|another|this|that|a|same|elderly|old|young|older|male|female|new|first|second|last [own] [old|elderly|first|second|other|older|young|youngest|oldest|new|male|female|one|last|two|diabetic|dialysis|renal|cardiac] patient|pt|client|lady|gentleman|resident|pensioner|grandmother|mother|father|mum|mom|dad|aunt|uncle|wife|husband|sister|brother|son|daughter|neighbour|neighbor|friend|grandma|granny|gran|nan|grandad|grandpa|grandfather|cousin|partner|inlaw|boyfriend|girlfriend|trainer|barber|hairdresser|landlord|granddad|nephew|niece|stepfather|auntie|mil|buddy|mate|guy|woman|man|chap|girl|boy|fella|bloke|lad|teammate|coach|kid|child|toddler|baby|couple|roommate|flatmate|waitress
        somebody|someone
        a|another person
        at [the|her|his|my] gym|choir|church|pub|bus|train|club|football
        an|a|her|his|the|one|this 1|2|3|4|5|6|7|8|9
        two|three|four|five|six|several|few|couple|2|3|4|5|one|1|some|six|ten|many|lots|more|multiple|numerous [elderly|old|older|of|women|male|female|new] patients|pts|people|women|men|ladies|cases|residents|clients|users|reports|patient|pt|customers|report|seniors|complaints
        pt|patient|wife|husband|mum|mom|dad|grandma|grandad|granny|auntie|hubby|mil|missus|neighbor|neighbour
        year|yr|yo|y|years old|o
        yo|yro|yearold
        one|an|another|some|young|old|elderly lad|fella|bloke|chap|woman|man|lady|guy|girl|boy|runner|child
        people|folks|customers|users|patients|ppl|pts|others keep|kept|report|reported|reporting|complain|complained|complaining|came|come|coming|ring|rang|told|tell|felt|got|had|say|said|returned|bring|brought|call|called|getting|stopped|stop|stopping
        one|two|another|three|some|both got|had|felt|was|were|went|came|ended|fell|stopped|developed|reported|needed|landed|died|complained|still|called|has|have|just
        he|she|they|i|who|it got|had|felt|developed|became|kept|experienced|suffered|reported
        myself|personally
        a man|woman|lady|gentleman|guy|girl|boy|kid|child|user|customer|person|teenager|diabetic|senior|grandmother|pensioner|resident|runner|chap|member|caller|nurse|farmer|student
        mrs|mr
        her|his|my|their|our|the|a|an|one|some|another|old|elderly|young|two|three|this [old|elderly|young|own|poor|little|diabetic|frail] @whom
        a|one|another|in [a] [an] user|users|patient|smoker|diabetic|octogenarian
    """,
}
PATIENTISH = _set(
    """patient patients pt pts mother mum mom dad father aunt uncle wife husband sister brother son
    daughter neighbour neighbor grandma granny gran nan grandad grandpa grandmother grandfather
    cousin lady gentleman elderly resident residents people folks man woman guy hers mine customer
    customers child kid toddler baby lad lads fella bloke chap member runner user users diabetic women men seniors carer relatives
    someone somebody auntie ladies partner case cases girl boy teenager pensioner family"""
)

EXPOSED = {
    "exposed": """
        whole|all first|last|second week|day|night|month
        after|on|by the first|second|third|fourth night|dose|day|week|tablet|pill|infusion|morning
        , first|second|third|fourth dose|day|week|tablet|pill|infusion
        when he|she|they forgets|forget|misses|miss|takes|take|skips
        wants|wanted|wanting|asked|asking|begged|insists|demanded|desperate|keen [to] [come|be|get|go] [taken|pulled|put] off
        wants|wanted|asked|asking to change|switch|stop|quit
        hes|shes|is|was off|stopping|quitting|switching|coming [it|them|back|off]
        suspects|suspected|blames|blamed|blaming|blame [its|that] it|us|ours|the|his|her|these|those|that|them
        thinks|reckons|suggests|believes|convinced|wonders|suspect [if] [its|it|this|we|were|that] [is|be|was|may|might|could|are] [be] us|ours|suspect|culprit|cause
        we|ours|it are|is|were the suspect|culprit|cause
        [in] [the|those] first|initial|early [few|couple|one|two] [of] days|week|weeks|nights|fortnight|month
        early on|days
        initially
        at first
        in the beginning|start
        in|at|by|around|on week|day|month one|two|three|four|five|six|1|2|3|4|5|6|7|8|9|10|12|14
        within [a|one|two|three|the|few|couple|2|3|4|hours] [of] days|hours|minutes|week|weeks|hour|day|fortnight
        any more|longer
        despite|spite [of] [the|our|full|max|maximum] @form|@drug|it|ours|dose
        on|off it|this|that|them|ours|@drug|treatment|therapy|tablets|pills|meds|medication|medicine|drug
        on|off [the|her|his|their|our|my] [new|first|second|higher|lower|low|high|full|half|old|weekly|daily|current|same|starting|starter] @drug|@form
        [on] [the] 2.5|5|10|20|25|40|50|80|100|150|200|300|500 [mg|mcg|ml|units|iu|milligrams|milligram]
        after|since|from|with|following|upon|when|once|by|on|while|until [about|only|just|he|she|they|i|we] [two|three|one|a|four|five|1|2|3|4|few|couple] [of] [starting|started|taking|the|her|his|their|first|second|third|last|each|every|switching|switch|increase|increasing|it|began|beginning|going|using|having] @form|start|starting|started|taking|taken|took|switching|switched|switch|increase|increasing|upping|titration|titrating|began|beginning|dosing|using|@drug|doubling|changing|initiation|treatment|starter|moving|injecting|injected|refill|changeover|swap|swapping|upped|changed
        after|since|within|with|in|for [only|just|about] [the] [a] [first|last|second] [one|two|three|four|five|six|ten|1|2|3|4|5|6|8|10|12|few|couple|half|several] [of] day|days|week|weeks|month|months|hour|hours|minutes|doses|tablets|night on|of|in|into|after|with|taking|using|later|treatment|therapy
        weeks|days|months|week|month|hours|hour|minutes into|after|in|on|later [treatment|therapy|it|taking|starting|the]
        took|takes|taking|taken|swallowed|injected|injects|injecting|inhaled [it|the|her|his|their|our|this|them|@drug]
        started|starts|starting|began|begins|start [on] [the|this|our|her|his] taking|it|him|her|them|@drug|@form|ours|this|injections
        stopped|stops|stop|quit|discontinued|discontinue|discontinues|withdrew|withdrawn|paused|halted|ditched|dropped|abandoned|binned [taking|using|it|the|them|because|due|after|him|her|treatment|therapy|@drug]
        came|come|coming|took|taken|taking|go|went|gone|pulled|get|got [him|her|them|patients|one|two|two] [straight|right|back] off
        switched|changed|moved|put|taken [him|her|them|one|back|two] back|off|on|to|over|away
        dose|doses|dosage|tablet|tablets|pill|pills|injection|injections|jab|jabs|inhaler|capsule|capsules|infusion|shot|shots|drops|patch|patches|pen|dosing|medication|meds|prescription|suppository|syrup|puffs|units
        made|makes|making|make|gave|gives|giving|give|caused|causes|causing|cause|triggered|leaves|left [him|her|them|me|my|people|patients|some|one|two|his|a|hers|the]
        from|because|due|thanks|owing|blames|blamed|blaming|attributed|attributes|suspects|suspected|thinks|reckons|swears|thought [to] [of] it|our|@drug|this|them
        with|from|by|to it|ours|this|our|@drug
        @drug
        new|current|this|our|your|the drug|medicine|product|one|medication|tablets|treatment|stuff|brand|generic|agent|thing|formulation
        your|our stuff|drug|product|tablet|tablets|medicine|pen
        washed|washing down
        turned|sent|put|set|knocked|brought|floored|ruined|wrecked|messed|did|played|upset|hit|killed|triggered her|his|him|them|my|a|the|havoc
        on|off|with|since|after|from|by|in|taking|using [all] those|these|that|both|either [new] @form|pills|tablets
        since|after|from the|that|this|her|his|new [new|first|second|higher|last] change|switch|changeover|increase|drug|med|medicine|pills|tablets|start|uptitration|bump|infusion|bag|jab|dose|10|20|5|40
        since [about] june|july|may|april|march|january|february|august|september|october|november|december|day|week|last|then|starting
        week|day|month|dose [number] 1|2|3|4|5|6|7|8|9|10|one|two|three|four|five|six
        our|the|this|new|that med|meds|pills|tablets|bp|angina|statin
        uptitration|titration|initiation|infusion|drip|bag|jab|upping|halved|therapy
    """,
}
FORMS = _set(
    """dose doses tablet tablets pill pills injection injections jab jabs inhaler capsule capsules
    infusion shot shots drops patch patches pen medication meds medicine drug treatment therapy
    one brand generic stuff regimen product mg strength formulation lot batch agent"""
)
ADMIN = _set(
    """portal form forms paperwork budget budgets parking schedule scheduling diary calendar system
    systems insurance insurer payer payers traffic software website site link links login password
    projector printer laptop computer wifi internet email emails e-mail phone phones elevator lift
    meeting meetings agenda tender contract contracts price prices pricing invoice invoices
    reimbursement authorisation authorization auth pa pas prior coverage copay reception
    receptionist appointment appointments slot slots monday tuesday wednesday thursday friday
    mondays tuesdays wednesdays thursdays fridays date dates time times car coffee lunch catering
    screen slide slides brochure brochures leaflet leaflets formulary committee procurement
    purchasing order orders delivery deliveries stock supplier manager management boss team quota
    target targets sales commute train flight flights zoom teams app room door key keys heating
    aircon ehr emr records prescriptions template templates spreadsheet report reports fax number
    numbers call calls voicemail secretary rota staffing strike shift shifts weather rain snow
    marathon race skiing football dog cat garden bus exam deadline pitch connection hotel venue
    badge strategy campaign merger reorganisation restructuring admin registration code codes
    signal pharmacy-chain queue queues waiting workload hiring march season snack snacks donuts"""
)
"""What gives a colleague a headache that no medicine gave."""

OBJECTS = _set(
    """pen pens injector injectors autoinjector tablet tablets blister blisters pack packs package
    packet packets packaging box boxes vial vials cap caps needle needles label labels seal seals
    bottle bottles inhaler inhalers syringe syringes cartridge cartridges carton cartons device
    devices sample samples strip strips kit kits patch patches capsule capsules lot batch pill
    pills plunger button foil solution suspension powder insert canister nozzle spray dropper
    ampoule ampoules drops ointment cream tube tubes adhesive dial product suppositories
    shipment sachet sachets liquid catheter stent implant pump sensor sensors refill lid
    dispenser alarm mesh screw lead leads tip probe electrode wire balloon sheath introducer guidewire drape glove gloves battery handset tubing line bag bags infusion tray rubber stopper mouthpiece pouch barcode imprint leaflet"""
)
PAPERS = _set(
    """contract tie shirt pocket brochure brochures leaflets laptop car projector printer elevator lift link website screen door chair
    promise promises window coffee machine copier fridge phone badge slide slides tablet-computer
    ipad heating air zip zipper trolley business cards card flyer flyers signature form calendar
    mug mugs promo promotional branded logo invoice printer toner office site cupboard parking mail
    inbox letter letterbox voice voicemail bag-drop display stand shelf order orders supply shortage
    cupboards closet drawer cabinet empty-handed appointment storage full locked"""
)
"""Objects of an office: broken ones are no complaint about a product."""
HAPPENED = _set(
    """had got developed experienced felt fell complained reported came ended went was were became
    started broke suffered noticed stopped died passed landed threw vomited fainted collapsed woke
    presented returned has gets called rang needed lost gained kept bled took landed is feels
    hospitalised hospitalized admitted swelled turned switched discontinued did reacted keeps
    having getting miscarried delivered developing looked swallowed overdosed goes have"""
)
UNREAL = _set(
    "if whether should could would might may whenever does do will can when suppose lest until"
)
GOOD = _set(
    """well fine great good happy stable controlled better improved improving nicely satisfied like likes
    liked prefer prefers love loves easy easier smooth smoothly pleased thrilled excellent positive
    price prices cost costs cover covered coverage insurance copay afford afforded expensive refill
    authorisation authorization auth pa moved moving relocated retired formulary paperwork appointment
    supply stock shortage deductible medicaid medicare payer reps calls visits visit lunch tender
    convenient responder responded success successful perfect perfectly ok okay target goal money
    pharmacy-change trust confident confidence progress recovered benefit benefits benefited cheaper
    generic budget schedule diary meeting training switched-back interest curious keen"""
)
"""Words that give another reason, or say that all is well."""
