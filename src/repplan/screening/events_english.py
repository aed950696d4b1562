"""More English phrases of what may befall a patient or a product: everyday ways to say it.

How phrases are written: see ``phrases.py``.

Source: our own. Words chosen and checked on 2026-11-22.
"""

from __future__ import annotations

SURE = {
    "symptom": """
        fell|falls|falling|slid|rolled|tumbled out of bed|chair|wheelchair|bath
        [had] to be carried|helped|revived|woken|restrained|sedated|rescued out|off|down|up|by
        not|couldnt|cant|cannot find|remember|recognise|recognize [the|his|her] way|name|wife|son|daughter|words|husband
        wandered|wandering|wanders out|off|about|outside|naked|the [at] [night|streets|street|in]
        crawl|crawls|crawled|crawling upstairs|up|to
        hearing|sight|eyesight|vision|voice|speech|memory|taste|smell went|goes|packed|vanished
        band|vice|clamp round|around *1 head|chest|skull
        pr|qt|qtc|qrs interval [was|of|at|now|is] 220|240|250|260|280|300|480|490|500|510|520|530|540|550|560
        scratched|scratches|scratching|scratch himself|herself|themselves|raw|all|until
        units|unit|bags|bag of blood
        kidney|liver|renal|hepatic|thyroid numbers|values|function|tests|test [have|has|had|were|are|is] doubled|tripled|up|rose|worse|off|dropped|fell|worsened|down|declined|deteriorated
        pumped his|her|the stomach
        no|zero|without sex|sexual drive|desire|feeling
        zaps|jolts|shocks in|through|down|up
        thinks|believes|convinced|says|swears *3 spying|poisoning|following|possessed
        pulled|ripped|tore his|her|the drip|line|cannula|catheter|tube
        no|zero|without|lost|losing *1 erections|erection|orgasm|orgasms|periods|taste|smell|libido
        sex|love life *2 over|gone|dead|ruined|nonexistent|finished|suffers|suffering|suffered
        waterworks|bowels|bladder|sleep|emotions|moods|inr|pulse|legs|guts *1 all|messed over|up|shot
        not|couldnt|cant|cannot|impossible|hard|difficult [be|to] woken|roused|wake|rouse|awaken|awakened|wakened
        wet|wets|wetting|soiled|soiling|messed [the|his|her|their] bed|himself|herself|themselves|pants|trousers|sheets
        heart|stomach|tummy|pulse|chest [is|was|does|did|doing|turning|keeps|in] somersaults|flips|cartwheels|backflips|thuds|jumping|knots|thudding|banging|galloping|fluttery
        ants|bugs|insects|worms|needles|spiders crawl|crawling|under|creeping
        forgot|forgets|forgetting|forgotten his|her|their [own] name|address|way|kids|pin|birthday|wife|grandchildren|words
        seeing|sees|saw little|small|tiny|pink|dead|green men|people|elephants|animals|insects|relatives|faces
        seeing|sees|saw|hears|hearing *3 arent|isnt|werent|wasnt there
        legs|arms|knees|head|feet|hands|mouth|brain|muscles|throat|tongue [is|are|feel|feels|felt|was|were] like|made [of] wood|lead|jelly|cotton|stone|rubber|a|concrete|sandpaper|an|mush
        keep|keeping|hold|holding [his|her|their] eyes|head|balance|food open|up|straight|down
        cant|couldnt|cannot|barely|hardly|struggles|unable [to] keep|stay [his|her|their|any] [eyes] awake|upright|warm|food|balance|open|down|conscious
        swollen|enlarged|tender|painful|sore|puffy|lumpy glands|gland|nodes|node|breasts|breast|testicles|testicle|nipples|lymph|gums|joints|knuckles
        could|can hear|feel her|his own|heart pulse|heartbeat|heart
        saw|seeing|hit everything|him|her|the double|blurred|ground|deck
        talking|talks|speaking nonsense|gibberish|rubbish
        brought|bringing|coughing|coughed|spat|spitting up his|her|blood|dinner|bile|breakfast|lunch|phlegm
        rooted|frozen|glued to the spot
        life|time of it misery|him|her
        taste buds *2 shot|gone|dead|off|ruined
        stopped|stops breathing|eating|drinking|responding
        not|isnt|hardly|barely|wont|refuses|refusing [to] eating|eat|drinking
        in floods|tears
        personality change|changes
        different|changed man|woman|person
        vivid|bad|awful|strange|weird|crazy|horrible dreams|dream|nightmares
        talking|walking|screaming in *1 sleep
        heebie|screaming jeebies|abdabs
        fluid on|retention|overload
        new|recent|fresh onset diabetes|af|afib|asthma|seizures|migraine|hypertension|epilepsy|angina|psoriasis|arthritis|headache|headaches
        lupus|flu|parkinson|stroke like
        ana|coombs|urine|blood|stool|scan positive
        low|high|abnormal|dodgy|funny blood|white|platelet|red count|counts|cell|bloods|tests|test|results
        came|come|comes|coming over all|funny|faint|queer|dizzy|odd
        come|came|coming|comes|break|broke|breaks out in|of [a|an|all] [cold] sweat|sweats|rash|spots|hives|bumps|boils|lumps
        seeing|sees|saw|see halos|spots|lights|flashes|stars|floaters|double|things|colours|colors|yellow
        gone|went|going|goes off|blank|haywire|berserk|bonkers|crazy|doolally|wobbly|yellow|grey|blue|purple|clammy|rigid|limp|floppy|stiff|delirious|senile|blind|deaf [sex|food|his|her]
        cant|couldnt|cannot|unable|trouble|unable|failed|fails|struggles|hard [to] get|getting|keep|keeping|maintain it|an up|erection|going|awake|warm
        electric|static shock|shocks
        periods|period stopped|stops|heavy|irregular|late|missed
        gone|off|lost|no|low|zero *1 sex|libido|drive|food|appetite
        two|three|twice sizes|times too|the|its big|size
        stevens johnson
        toxic epidermal
        multi|multiple|organ organ|failure
        hit|hits|hitting the deck|floor|ground
        curled up
        loose|bloody|watery|dodgy bowels|bowel|guts|tummy
        breast|breasts tissue|growing|lump|swelling|tender
        st elevation|depression|changes
        prolonged|long|lengthened|wide|widened qt|qtc|qrs|pr
        qt|qtc|pr|qrs [interval] prolonged|prolongation|long|lengthening|up|over|of
        picked up|af|afib
        af|afib|svt|vt|vf|chb|arrhythmia [was] picked|found|discovered|on|episode|run|runs
        run|runs|burst|episode of vt|af|afib|svt|tachycardia
        went into|to af|afib|vt|vf|svt|labour|labor|shock|renal|heart|acute|failure|coma|spasm
        acute|decompensated|worsening|new kidney|renal|liver|heart|respiratory|coronary|hepatic|mi|pancreatitis|retention|confusion|glaucoma|dystonia
        aki|arf|dili|mof|acs|nstemi|stemi
        cardiac|respiratory arrest|failure
        out of it|breath|sorts
        off|under|unlike his|her|their|the [own] legs|trolley|head|weather|food|rocker|self
        on his|her knees|back
        climbing|up the|all walls|night
        not|isnt|wasnt|arent|hardly|no|never|barely been|quite|the [the] same|right|herself|himself [since|after|on]
        not been right
        never been|felt|slept so|worse|the|right [ill|bad|rough|sick|same|tired|low]
        like|as a zombie|jelly|lead|zombies|death|crap|rubbish|cotton|ghost|sandpaper|cardboard|sawdust|hell|junkie|drunk
        dead|weak|stiff|sick|pale|white|red|yellow|drunk|limp|high to|as a|on|his|her [sheet|board|dog|ghost|beetroot|lobster|kitten|kite|plank|feet]
        head like|was|is|in a|cotton|fog|splitting|spinning
        brain|head|mental fog|zaps|rush|fuzz
        wakes|waking|woke|woken|up [up] at|every|screaming|soaked|drenched|gasping|confused|choking|crying|in [3|night|hour|sweat|4|pool]
        up all|half|most|every|peeing|five|six|four|three [of] [the] night|times
        wont|doesnt|didnt|couldnt|cant|never|not|would stop|quit|stopping|settle|heal|healing|go|wake [not] [bleeding|itching|crying|coughing|ringing|away|down]
        broke|broken|breaks|fractured|cracked *1 hip|wrist|femur|rib|ribs|collarbone|pelvis|arm|shoulder|vertebra
        smashed|hit|banged|cut|split *1 head|face|chin|lip|knee
        swallow|swallowing|swallowed problems|trouble|difficulty
        gave *2 way
        gone|went weak at
        needs|needed|had|has|having|required|requiring|got|given|got *1 transfusion|pacemaker|dialysis|oxygen|stitches|cpr|surgery|amputation|catheter|epipen|adrenaline|antihistamine|steroids|naloxone|antidote
        had to [give|have|be|call|go|get|stop|send|admit] glucagon|naloxone|adrenaline|cardioverted|resuscitated|ventilated|stopped|admitted|pulled|resus
        infusion|drip|injection|treatment|dose|drug|therapy|med|meds|medication|tablet|tablets|pill|pills|it [was|were|had] [to] [be] halted|held|aborted|interrupted|withheld|withdrawn|stopped|paused|suspended
        halted|held|withheld|suspended|interrupted|aborted|stopped|discontinued|withdrew|withdrawn|paused|ceased *2 infusion|drip|treatment|therapy|drug|dosing|due|owing|same|immediately|abruptly
        couldnt|cant|cannot hack|stand|stomach|bear|cope|handle
        too|so|very|really weak|dizzy|ill|sick|sleepy|groggy|unwell|tired|sore to|he|she|they|on|with|since|after
        seven|one|two|three|2|3 strokes|seizures|falls|faints|fits|hypos|bleeds|blackouts
        has|had|with|got|having|getting|developed|developing|some|of|severe|bad|more|worse|horrible|awful|terrible|constant|mild|slight|lots|bit|bad|nasty nosebleeds|headaches|palps|cramps|diarrhoea|vomiting|nausea|insomnia|dizziness|rash|gas|wind|heartburn|hallucinations|tremor|itching|reflux|thrush|acne|spots
        found|lying|lay|slumped|discovered|picked|was [up] [him|her] [collapsed|unconscious|dead|confused|on|off|at|by] [the|in] [kitchen|bathroom|bedroom] floor|unresponsive|unconscious|collapsed|slumped
        slept|sleeps|sleeping|asleep all|through|most|14|16|18|20|the|round|for|at
        out cold
        lost|loses|losing|lose [his|her|the|all|most] sense|use|feeling|sensation|control|voice|speech|hair|strength|grip|teeth|toenails|movement|balance|footing|libido|mind|words|weight|appetite [of]
        blood|black pressure|stuff|red [crashed|tanked|bottomed]
        ears|ear *2 ringing|buzzing|popping|blocked|stop
        ringing|buzzing|whistling|pressure|pain in|behind [the|his|her|both] ears|ear|eyes|head
        rsh|rsah|rashh|dizy|naseau|vommit|hedache|hadache|swollin|swolen|fevr|diarrea|bleding|pallpitations|palpatations|feinted|fainded|collpased
        suspected|query|possible|probable|likely|?|presumed|definite *1 reaction|adr|ade|sjs|ten|dress|rhabdo|myositis|hepatitis|pancreatitis|sepsis|dvt|pe|mi|stroke|tia|allergy|anaphylaxis|angioedema
        elevated|raised|high|abnormal|deranged|rising|impaired|worsening|poor|bad liver|kidney|renal|thyroid|hepatic|cardiac [tests|function|enzymes|values|numbers|bloods]
        now|newly|became|become|turned|gone has|is|diagnosed|had|a|with|diabetic|asthmatic|epileptic|anaemic|anemic|hypertensive [with|a] diabetes|diabetic|asthma|epilepsy|cancer|gout|insulin
        became|become|turned|went|gone diabetic|asthmatic|epileptic|anaemic|anemic|jaundiced|hypertensive|psychotic|suicidal|manic
        keeps|kept|always|constantly|forever *2 loo|toilet|bathroom|peeing|weeing|dropping|falling|crying|forgetting|waking
        redness|pain|swelling|bruising|lump|soreness|rash|itch|itching *3 where|at|around|near *2 needle|injection|site|jab|patch|injected|stuck|went
        heart|pulse|hr [rate] [was|is|of|at|down|up|to|only|now|ran] [to|at] 28|30|32|34|35|36|38|40|42|44|45|46|48|110|115|120|125|130|135|140|145|150|160|170|180|190|200
        pulmonary|venous|arterial|cerebral embolism|thrombosis|oedema|edema|bleed|haemorrhage|hemorrhage
        heart|pulse going|racing|goes|went|beating like|nineteen|mad|irregular|double|fast|off
        repeating|repeats himself|herself|things|questions|words|the
        burning|stinging|pain|hurts|trouble|difficulty|blood *1 passing|peeing|weeing|urinating|swallowing|breathing|walking
        low|flat|depressed|tearful|dark|black|bad mood|moods|thoughts|spirits
        hang|hanged|hung|kill|harm|harmed|cut|cutting himself|herself|themselves
        keeling|keels|keel|toppled|topple|topples|went|tumbled|conked|flaked over|down|out|flying
        went|gone down like|hard|the|in
        skin|nails|nail|hair|teeth|tooth|toenails|lashes|scalp *1 came|coming|comes|falling|fell|dropping|dropped [off|away|out]
        weight|appetite|mood|energy|memory|balance *1 up|down|gone|dropped|shot|crashed|poor|bad|plummeted|terrible|fell|shattered
        up|gained|put|lost|gaining|losing|down *2 kg|kilos|pounds|lbs|stone
        no energy|appetite|feeling|sensation|feelings|strength|sleep|libido|periods|hair
        isnt|not|hasnt|hardly|barely slept|eaten|eating|sleeping|coping|breathing
        came|coming|comes|peeled|peeling off in|sheets
        facial|face|foot|wrist|eyelid droop|drooping|dropped|drop
        dry|hacking|tickly|persistent|constant|nasty|awful|terrible|nagging cough|itch|rash|headache|ache|nausea|pain|dizziness|tiredness
        one|two|three|2|3|several|some|few|couple drop|dropouts|dropped outs|out
        drop|dropped|dropping out|outs because|due|over|from|for|with|on
    """,
    "hospital": """
        blue light|lighted|lit
        off|straight|trip|carted|went|taken to|in|off [the] a&e|er|ed|hospital|casualty|urgent
        ambulance|paramedics|medics|crew
        in|to|on hdu|itu|nicu|resus|theatre|picu
        spent|had|has|for [a|the] night|nights|days|week|weekend in|on [the] hospital|ward|icu|a
        kept|keeping|held *1 in|overnight
        observed|monitored|watched|observation overnight|for|closely
        referred [urgently] to haematology|hematology|dermatology|neurology|hepatology|nephrology|gastro|ent|oncology|psych
        derm|haem|heme|gastro|neuro|hepatology|cardiology|renal|toxicology|psych|haematology|hematology called|consulted|involved|seen|referral|consult|review
    """,
    "death": """
        demised|perished|succumbed
        lost him|her|them [just|only] *2 days|weeks|hours|months [after|into|later|post]
        expired|passed|died|perished|gone|went [just|only|about|barely] [a|one|two|three|few|1|2|3|4|5|6|7|10] [days|weeks|hours|months|day|week|hour|month] post|after|into|later|following|on|from
        never|not came|come|make|made|went home
        found|discovered *3 dead|lifeless|deceased
        coroner|coroners|inquest|autopsy|pathologist|undertaker|mortuary|morgue
        expired|passed|died|succumbed|perished on|after|of|within|suddenly|at|in|during|while [day]
        never woke|recovered|regained|awoke
        didnt|never|not wake|woke|come|came|recover|regain|made up|round|consciousness
        coroner|inquest|postmortem|autopsy|mortem
        buried|funeral|cremated|widow
        no|not|never longer with|wake
        snuffed|popped|kicked *2 it|clogs|bucket
        took|ended|end|taking *1 own life
        patient|resident|pt|lady|gent|husband|wife|mother|father *5 passed
    """,
    "pregnancy": """
        was|is|were|been born|delivered with|without|early|small|blue|dead|prematurely|premature
        is|shes|now|was 4|5|6|7|8|9|10|11|12|14|16|18|20|22|24|28|30 weeks|wks and|but|along|gone|on|preg
        positive test *3 weeks|week|wks
        in utero
        child|kid|girl|boy born with|small|early|premature|prematurely|at|deaf|blind
        baby|infant|newborn|child|kid|son|daughter [was] [born] with *1 heart|cleft|defect|spina|clubfoot|malformation|syndrome
        exposed|exposure in|during|to pregnancy|utero|it
        partner|wife|girlfriend *4 expecting|pregnant
        carrying twins|a|his|her
        when|while|after|before they|she|her|shes|wife conceived|conceive|pregnant|expecting|delivered
        was|is|shes|found|turns|turned [out] [she] [was] expecting
        found out *2 expecting|pregnant
        weeks|wks|months pregnant|along|gestation|gone|preggo
        last|first|second|third trimester
        nursing|lactating|breastfeeding mum|mom|mother
        knocked up
        up the duff|spout
        bun in
        trying for a
        baby|infant|newborn|neonate|twins was|has|had|is|came|born|sleepy|jaundiced|floppy|small|a [a|bit|born]
    """,
    "overdose": """
        drank|drunk|downed|emptied|swallowed|necked the|a|half|his|her [whole|entire|full] bottle|box|pack|strip|lot
        stomach pumped
        doubling|doubled|tripled|trebled|double|upping|upped [up|the|his|her|it] [on] [up|the|his|her|dose|pills|tablets|since|because|himself|herself]
        took|taken|takes|swallowed|necked|downed|had|popped|ate|scoffed|guzzled *2 10|12|15|20|24|28|30|40|50|60|lot|whole|all|handful|fistful|bottle|pack|box|strip
        twice|double|triple|three|ten|five|2x|two|four [the|times|as] [times] [what|the|as|much|prescribed|usual|correct|right|dose|he|she|recommended] prescribed|dose|usual|much|she|he|recommended
        again at|that|later|before|in [the] night|evening|same|bed|bedtime|afternoon
        more than|of prescribed|directed|allowed|she|he|told|advised
        medicine|pill|tablet cabinet|stash
    """,
    "misuse": """
        took|swallowed|popped *1 two|three|four|five|six|ten|some for|as a [dare|bet|laugh]
        spits|spat|spitting|spit [it|them|the|his|her] [tablets|tablet|pills|pill] out
        hides|hid|hiding|flushes|flushed|licks|licked|sucks|sucked|hoards|hoarding the|his|her|their|them tablets|pills|meds|tablet|pill|capsule|capsules|patch
        share|shares|sharing *2 tablets|pills|pen|inhaler|prescription|meds|medication|medicine|script
        share|shares|sharing one|a|the|same [same] box|pack|bottle|pen|strip|packet between|with
        buys|bought|gets|sells|sold|buying|selling them|it|these|those|pills|tablets|@drug *2 gym|market|street|club|mate|friend|dealer|pub|bar|internet|online|web|bloke
        shares|sharing|shared|lends|lent|gives|gave|sells|sold|passes|passed|swaps her|his|their|the [own|spare|leftover|old] @drug|tablets|pills|meds|patches|medication [with|to|on]
        used|given|gave|prescribed|taking|takes|took|put|started *3 1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17 year|yr|yo|y
        used|given|gave|prescribed|puts|putting *2 in|to|for|by a|an|his|her child|kid|toddler|teenager|baby|infant|minor
        sells|sold|selling|flogs|flogging|trades|swaps|swapped *2 tablets|pills|meds|pens|patches|them|medication
        shares|sharing|shared|borrows|borrowed|pinched|nicked|swiped|stole|stolen|uses|used|takes|taking|took *2 hers|his|theirs|wifes|husbands|mums|dads|mothers|fathers|moms|partners|grannys|nans|neighbours [pills|tablets|meds]
        gives|gave|giving|fed|feeds|feeding|slipped hers|his|it|some|one|them|two|half to|for|her|his|their the|her|his|a|their dog|cat|horse|kids|son|daughter|husband|wife|mum|mother|sister|neighbour|neighbor
        dog|cat|puppy|horse|pet got|ate|chewed|swallowed|sick|had|was|is|vomited
        cuts|cut|cutting|halves|halved|halving|splits|split|splitting|stretching|stretches|rationing|rations *2 half|two|money|cost|them|last|save|patches|tablets|pills
        stopped|stops|quit|came|went|started|restarted|upped|adjusts|adjusted|altered|changed|fiddles|fiddled *2 himself|herself|themselves|own
        to|for get high|buzz|party|gym
        smoked|smoking|snorted|snorting|injecting|injected|crushed it|them|the|his|her
        took|takes|taking *3 with|on grapefruit|alcohol|beer|wine|vodka|beers|cannabis|whisky|booze
        on [both] both|two|ours|cardexa and|the [the|generic|brands|strengths|together|at] [generic|same|brand|time|together]
        off|outside|without|against [the|his|her|doctors|medical] label|prescription|advice|supervision
        has|had|have been taking|using|doing *3 twice|double|every|only|instead|wrong|both|two|without|upside|backwards
    """,
    "medication-error": """
        wrong mrs|mr|miss|ms|mister|twin|smith
        in|over five|ten|10|5|15|20|30|two|2 minutes|hours|min|mins rather|instead|not
        took|takes|taken|used|finished|using|swallowed *4 that expired
        took|takes|taken|taking|used|using|swallowed|finished|injected|ate *4 , expiry|expired|expires
        past|after|beyond [its|the|their|his|her|best|use] expiry|expiration|expired
        took|takes|taken|taking|used|using|given|swallowed|finished|injected|ate|dispensed|supplied|administered|handed *5 expiry|expired|expiration|outdated|expires
        out of date tablets|pills|pen|stock|medicine|dose|by
        took|takes|taken|used|swallowed|given *4 out of date
        blister|pill|pills|tablet|tablets|pen|patch|strip|capsule|capsules in|up his|her|their|the mouth|nose|ear|eye
        meant|intended|supposed for the|oral|mouth|iv|another|a *4 put|given|went|injected|used|taken|got
        somebody|someone|another|other|neighbours|wrong elses|persons|mans|womans|patients|residents|lady|ladys tablets|pills|meds|bag|dose|box|prescription|medication|medicine|insulin|pen
        pricked|pricks|jabbed|stabbed|stuck|scratched her|his|my|their|own finger|hand|thumb|arm|self|leg
        gave|given|took|taken|had|administered|charted *3 twice [on|by|at|in|today|yesterday|same]
        kidney|renal|gall stones|stone
        misunderstood|misread|misheard|misjudged|misdosed|miscounted *3 took|takes|taking|gave|dose|instructions|label|weekly|daily|it
        drew|drawn|drawing|dialled|dialed|dispensed|gave|injected|set|put|loaded|programmed *4 not|instead|rather
        dispensed|supplied|put|packed|labelled *2 in|as|with|into a|an|the|other|wrong
        chews|chewing|chewed|crushing|crushed|crushes|opening|opened|splitting|dissolving|halving|cutting|snapping|breaking [up] [it|them|her|his|the|those] [slow|modified|extended|enteric|coated|release|tablets|tablet|pills|capsules|caps]

        down|into|in|via the wrong
        wrong [insert|pack|pt|dosage|way|leaflet|tube|hole|bed|lady|man|chart|kid|child|blister|bag|fluid|line|label|month|drug|eye|ear|side|hand|breast|resident|thing|bottle|sample|script|card]
        filled|dispensed|gave|supplied|sent|issued|given|got|handed *3 when|instead|for|in|not *4 script|prescription|of|prescribed|ordered|cardexa
        iv|im|sc|oral|po|rectally|orally|subcut instead|rather|not [of|than]
        given|gave|took|taken|had|injected *2 iv|im|orally|undiluted|neat|rectally [instead|rather|by|in|undiluted]
        past|after|beyond its|the|their|his expiry|date|use|expiration|expired
        charted|transcribed|labelled|programmed|drawn|calculated|entered|written|read *1 wrong|incorrectly|wrongly|as
        skipped|missed|forgot|skips|forgets|misses *1 days|doses|four|three|two|week|weeks|morning|pill|tablets|them
        evening|night|bedtime|pm|weekly|monthly tabs|tablets|pills|dose|one|pen [in|on] the|every [morning|day]
        mistook|mistaken|confused|thought *3 for|with|was|were
        nobody|no|never|not one spotted|noticed|picked|checked|caught
        interaction|interacted|interacting with|w|between
        decimal|ten fold|tenfold|point
        mg|mcg|ml|units instead|rather|not
        got|get|gets|getting|got|climbed|broke into *4 bottle|tablets|pills|stash|medicine|meds|handbag|box|packet
        left|leaves|leaving *1 patch|cap|needle|foil *1 on|in
        applied|wore|wearing|stuck|put|took|used two|three|both|four|2|3 [of] [them|the] [patches|pens|tablets|at|pills|together]
    """,
    "lack-of-effect": """
        lasts|lasted [only] till|until|half [a] lunch|lunchtime|noon|midday|evening|teatime|bedtime|day|breakfast|morning
        lost|loses|losing its|their punch|kick|edge|oomph|bite|magic|power|hold|grip|charm
        it|they *1 then nothing|zilch|zip
        spray|gtn|nitro|reliever|inhaler two|three|four|five|six|2|3|4|5|6|8|10 times|puffs
        needs|needed|using|used|uses|reaching|grabs [for] [his|her|the|their] spray|gtn|nitro|rescue|reliever|inhaler a|two|three|four|five|six|constantly
        may|might as well [be|just] [take|taking|eat|eating|swallow|suck|be|drink|have|give|giving|swallowing|chew|throw]
        worked|works|helped|fine|ok|okay|great|good [fine|well|ok|great] [for|at] *4 then|but|now [just] nothing|stopped|quit|zip|zilch|faded|fizzled|died|useless
        then|and|but it|they|effect [just] quit|faded|fizzled|wore
        attacks|symptoms|pains|seizures|migraines|flares|angina|chest [pains|pain] [have|are|has|all|is|were] returned|returning|back|recurred|resumed|reappeared|recurring
        needs|needed|using|used|uses|reaching [for] [his|her|the|their] spray|gtn|nitro|rescue|reliever|inhaler|nitroglycerin two|three|four|five|six|2|3|4|5|6|constantly|most|still|nightly|hourly|often|more
        fizzled|petered|tailed|burned|faded out|off|away [after|by|within]
        giving|given|gave up on it|them|the|@drug|this|ours
        isnt|not|didnt|doesnt|wasnt|hasnt|wont|never|cant|barely|hardly [simply|just|really|longer] holding|hold|held|cutting|cut|controlling|control|lasting|last|coping|covering|shifted|kicking|kicked|kick it|him|her|them|in|up|long|enough|till|until|the
        hasnt|havent|hadnt|didnt|doesnt|isnt|not|never|wont|barely|hardly|couldnt come|came|coming|go|gone|went|going|get|got|getting [any] down|below|under|lower
        no|not|nothing|none|any|never better|different|further|forward|worse on|off|than|with|after|since|from|for|at
        just|exactly|every as|bit [as] frequent|bad|often|many|high|severe|much|breathless|sore
        as frequent|bad|often|many|high|severe|before|much|sore *1 as|before|ever
        same as|symptoms|pain|attacks|before|old|level|number|readings|numbers
        back|still|right|stuck to|at|where|on where|square|baseline|before|he|she [he|she|it|they|one|started|baseline|previous|was]
        back to square|baseline|where|before
        effect|benefit|response|relief|it|efficacy|pain *1 tailed|tails|fades|faded|fading|wears|wore|waned|wanes|waning|dwindled|disappeared|vanished|diminished|lost|gone|petered|drops [off|out|away|by|after]
        stopped|stops|quit|ceased|quits working|helping|doing|being|responding
        barely|hardly|scarcely|not|no|minimal|little|zero|nil|limited [any|a|much] blip|dent|budge|change|improvement|reduction|drop|movement|relief|touched|helps|worked|scratched
        only|just|modest|slight|small a|lasted|works|worked|lasts [for|until|half|till] [hours|few|an|two|three|noon|midday|hour|morning]
        back|up|down to *3 attacks|seizures|flares|episodes|sprays|puffs|migraines
        fed|had up|enough with|of [cardexa|@drug|it|the|them]
        sugar|dummy|dud|placebo pill|pills|tablets|water
        pressure|pressures|bp|sugar|sugars|systolic|readings|numbers|diastolic|ldl|a1c|cholesterol|pulse|rate *1 stay|stays|stayed|staying|stuck|remains|remained|hovering|sitting|sits|sat|running|runs|ran|hover|still|stubborn|stubbornly|unchanged|rebounded|crept *1 at|high|up|above|over|in|around|near|unchanged|raised|the|between|back
        still|remains|remained|stays|stayed|continues|keeps|again|stuck [getting|having|in|has|gets|with|to|be|on|at|around|above|over|running|symptomatic|breathless|hurting|in|hitting] [get|have|chest|angina|bad|lots|daily|a|the|some] [chest] pain|tightness|attacks|symptoms|angina|breathless|hypertensive|uncontrolled|symptomatic|unwell|hurting|150|155|160|165|170|175|180|185|190|200|pains|twinges
        needs|needed|using|used|reaching|uses *2 spray|gtn|nitro|rescue|reliever|inhaler more|daily|again|every|several|twice|as
        more|frequent|increased|extra [gtn|nitro|rescue|angina|migraine] attacks|spray|rescue|relief|flares|episodes|use
        disappointed|disappointing|disappointment|underwhelmed|underwhelming|unimpressed [with|by|in] [the] results|response|effect|it|@drug|efficacy|cardexa
        zero|no|nil|nada|bugger|naff|sod|hardly [any] all|response|change|reduction|drop|movement|fall|relief|impact|luck|joy|dice|improvement
        needed|had|has|forced|going|went|moved|reverted|switched|changed [to|back] [go|switch|change|move|revert|back] [back] to *2 old|previous|former|original
        weaker|less|inferior than|effective|potent|strong|works
        no|not good|earthly|much use|cop
    """,
    "complaint": """
        turn|turns|turned|dissolve|dissolved to|into mush|dust|powder|goo|paste|jelly|crumbs
        strip|box|bottle|pack|carton|blister of *1 had|has|held|contained|contains [only|just] *1 7|8|9|11|12|13|15|18|24|25|26|27|29|31|nine|eleven|thirteen|eight|twelve
        label|labels *1 half|fell|falls|came|peeled|peels off|away
        no batch|lot|expiry to|number|printed|visible|date|on
        but|and no dose|spray|drug|medicine|liquid came|comes|delivered|out|,
        full of powder|dust|crumbs|air
        lighter|darker|paler|smaller|bigger|thinner|thicker|softer|harder than last|usual|normal|before|the
        pocket|pockets|blister|blisters|slot|slots|capsule|capsules|cavity [was|were|is|are] [found] empty|missing|blank
        was|is|were|contains|contained|had|held for|of|from|a|an|another|the [a|an|the] different|another|wrong|other|companys|competitors product|drug|medicine|strength|tablets|pills|company|companys|brand|products|product|batch
        counterfeit|tampered|contaminated|mislabelled|mislabeled|adulterated
        smelled|smells|smelt|smelling|tasted|tastes|stank|stinks|reeked [really|all|so|a] [bit] of|like|fishy|funny|off|odd|bad|weird|rotten|rancid|strange|musty|sour|different|chemical
        empty|missing|unfilled pocket|pockets|blister|blisters|slot|cavity|capsule|capsules|space|spaces|tablets
        should|supposed|meant|expected [have] [to] [have] [be|been|contain] 7|10|14|20|21|28|30|50|56|60|84|90|98|100
        broke|breaks|fell|crumbled|went|turned|falls [up] in|into|to bits|crumbs|pieces|powder|dust|mush|half|two
        nothing|only|half *1 came|comes|dripped|sprayed|delivered out
        wrong font|print|hologram|colour|color|spelling

        two|three|2|3 different strengths|tablets|colours|colors|batches|pills|products|lots|expiry in|inside|mixed
        different|mixed|wrong strength|strengths|tablets|pills|lot|product in|inside [the|a|same]
        cold chain|box
        hard|sharp|gritty|foreign|strange|odd [thing|object|bit|piece|lump|something] inside|in
        something|bits|object|hair|insect|metal|glass|plastic|paper *1 inside|in [a|the] [tablet|vial|pill|bottle|capsule|pack|box|pen]
        stuck|clumped|fused|glued|melted|welded together|to
        missing|minus a|one|two|three|its|the|from|an [tablets|tablet|leaflet|label|pill|insert|blister|pills]
        tablet|tablets|pill|pills|capsules|sachet short|missing|over|too
        came|come|comes|arrived|delivered|turned [up] away|warm|hot|thawed|frozen|broken|damaged|crushed|wet|open|opened|empty|loose|unlabelled|without|short|with|at|already
        stopped|quit|kept|keeps|fails|failed|wont|doesnt|didnt clicking|working|alarming|beeping|delivering|injecting|displaying|reading|sticking|adhering
        used|needle *3 anyway
        left|out|stored|stood|sat|kept *3 fridge|sun|heat|car|windowsill|freezer
        hard|difficult|impossible|stiff|fiddly|tricky|tough|struggle|struggles|struggled|unable|cant|cannot|couldnt [for] [her|him|them|most|to|patient|patients] [to] open|push|press|twist|pop|remove|unscrew|get|swallow|inject|click|dial|read [out|it|the|them|off]
    """,
}
"""Phrases that are asked about by themselves, by kind."""
