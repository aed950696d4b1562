"""The English words by which an unmarked note is read, each with the part it plays.

A part is one letter, so that the grammar in ``hints_english.py`` can be patterns over letters. The
words are what reps thumb: verbs of giving and finding out, of what a provider may agree to do, of
asking, and the things that are handed over.
"""

from __future__ import annotations

from functools import cache

# A word with a low line stands for the words together; a word plays the first part it has here.
_PARTS: tuple[tuple[str, str], ...] = (
    # Who: ourselves, they, our own side, you, patients, things that promise nothing.
    ("I", "i we"),
    (
        "T",
        """he she they dr doc docs doctor doctors nurse nurses np nps ma mas rn md pa pharmd
        pharmacist pharmacists receptionist reception secretary scheduler assistant resident
        residents fellow fellows chief chair chairman director manager office staff team practice
        pharmacy hospital lab committee p&t coordinator admin prof professor someone somebody
        everyone anyone anybody partner partners physician physicians cardiologist nephrologist
        surgeon hospitalist intern interns dietitian dietician ms mr mrs buyer purchasing biller
        navigator""",
    ),
    ("W", "medical msl msls medinfo marketing boss legal compliance reimbursement hq"),
    ("U", "you"),
    ("P", "patient patients people elderly diabetics caregivers caregiver"),
    (
        "X",
        """it price prices pricing insurance insurances insurers payer payers plan plans generic
        generics medicare medicaid sales volume volumes market parking clinic clinics this these
        those there competitor competitors reps rates rate numbers""",
    ),
    # Whom: us, them; whose.
    ("O", "me us"),
    ("H", "her him them em"),
    ("Y", "my our"),
    # What stands before a verb.
    ("F", "will shall"),
    ("D", "would"),
    ("M", "must should"),
    ("C", "can could may might"),
    ("Z", "do does did"),
    ("b", "am is are isnt"),
    ("w", "was were got gets getting came_up"),
    ("E", "be being been"),
    ("h", "have having had has"),
    ("i", "to"),
    # What we do for them: words that are only verbs, words that are also things, weak ones.
    (
        "V",
        """send remember forward deliver resend supply provide confirm prepare remind fetch chase
        chase_up reply respond notify escalate circle ping check find_out look_into look_up
        look_for follow_up get_back circle_back reach_out check_with check_on check_if touch_base
        swing_by stop_by drop_by come_by get_with make_sure dig_up dig_out send_over write_up
        bring_by pass_along loop_in call_back follow_through get_out put_together double_check
        hand_deliver get_hold hunt_down report_back""",
    ),
    (
        "v",
        """bring give call book schedule arrange invite introduce intro connect order ship share
        pull hand put talk speak talk_to speak_to speak_with talk_with show grab set_up request
        submit raise flag file copy include add sort organise organize line_up host post upload
        scan pick_up loop dig write message text mail email fax answer print tell source locate
        bring_up reserve cater quote explain clarify verify work_on compare draft sign join
        attend collect find update overnight drop_off ring hold save block squeeze fit slot redo
        rework resubmit reorder restock replace swap refill fill complete fix correct amend
        research investigate gather compile calculate summarize train demo demonstrate inservice
        accompany visit reconfirm reschedule rebook register nominate recruit cc whatsapp
        try_again keep_her keep_him keep_them keep_you pop_in pop_over bring_it_up see_if
        see_what see_whether""",
    ),
    ("$", "ask"),
    ("L", "drop leave follow move count swing stop come come_back make take help return turn pass"),
    ("&", "get"),
    # What a provider may agree to do.
    (
        "K",
        """try start switch prescribe consider use trial mention adopt refer raise_it put_it_on
        put_patients_on put_them_on put_this_on take_it_to run_it_by put_in_for present read
        review vote discuss think put_on recommend advocate champion evaluate test pilot enroll
        enrol convert stock initiate support sponsor identify screen decide push give_it_a look
        look_over try_it rotate move_to rx""",
    ),
    # What promises nothing, whoever will.
    (
        "S",
        """need like love hate want know admit guess stay retire miss struggle remain seem feel
        become keep wear wait sure certain clear knows cares believe prefer expect suppose depend
        matter cost close open rise say see_how""",
    ),
    ("s", "see meet hear receive understand learn"),
    (
        "B",
        """interact work run last cause affect cross lower require contain go cover change interfere
        reduce increase clear crush crushed split chewed chew dissolve dissolved taken combine
        combined stopped skip skipped double titrate titrated dose dosed adjust adjusted expire
        prescribed covered used given mixed mix cut opened stored refrigerated happen apply
        qualify exist""",
    ),
    ("A", "promised promises committed vowed pledged volunteered undertook on_the_hook_for"),
    ("R", "said says saying confirmed confirms"),
    ("r", "told tells tell_s"),
    ("l", "let"),
    ("o", "owe owes owed"),
    ("f", "havent hasnt forgot"),
    # What was given, for sure or only with a thing after it; what is being given.
    (
        "G",
        """gave sent delivered handed emailed mailed faxed forwarded answered provided supplied
        resent texted couriered fedexed handed_over hand_delivered replied_to got_back
        followed_up passed_on passed_along dropped_off circled_back sent_over""",
    ),
    ("g", "left dropped brought shared returned printed passed sorted showed_up_with"),
    (
        "J",
        """sending bringing dropping emailing mailing forwarding delivering calling chasing booking
        texting faxing ordering pulling checking arranging scheduling introducing printing
        sharing preparing following_up checking_with checking_on setting_up getting_back
        looking_into finding_out getting_me getting_us getting_her getting_him getting_them
        putting_together working_on dropping_off bringing_by reaching_out talking_to""",
    ),
    (
        ";",
        """trying starting switching prescribing considering reviewing presenting referring using
        trialing trialling piloting putting discussing""",
    ),
    ("4", "awaiting waiting_on waiting_for hear_from hear_back"),
    # Asking: the verb, the thing, what says it by itself, what goes on after it.
    (
        "Q",
        """asked asks asking inquired enquired inquires inquiring wondering wondered wonders queried
        queries curious unsure confused unclear requesting""",
    ),
    ("q", "question questions query inquiry enquiry inq"),
    (
        "k",
        """wants_to_know wanted_to_know would_like_to_know needs_to_know needed_to_know need_to_know
        interested_to_know keen_to_know what_happens any_chance how_come why_so any_update
        any_updates any_news any_word request_for requests_for want_to_know whether""",
    ),
    ("a", "about if when where for regarding"),
    ("8", "what why"),
    ("%", "which"),
    ("7", "who"),
    ("j", "how"),
    (
        "d",
        """wants wanted needs needed requested requests would_like would_love looking_for
        interested_in""",
    ),
    ("3", "any"),
    (
        "2",
        """ok okay safe available approved allowed better possible indicated contraindicated stable
        effective fine required renally eligible reimbursed compatible tolerated recommended many
        much long fast late early high low soon often quickly""",
    ),
    # Things: handed over, asked about, given by others, told in a chat.
    (
        "m",
        """table tables pdf pdfs paper papers article articles reprint reprints pi leaflet leaflets
        brochure brochures sample samples card cards form forms menu menus slides slide deck
        study studies poster posters lunch breakfast bagels donuts coffee copies sheet sheets
        handout handouts kit kits guide guides guideline guidelines literature material materials
        link links coupon coupons voucher vouchers pager monograph flyer flyers booklet booklets
        packet packets list lists dates criteria paperwork checklist copy_of a_copy details box
        boxes pack packs letter template video app summary chart publication publications
        abstract pens pen starter starters contact calculator spc smpc ifu order_set printout
        printouts""",
    ),
    (
        "e",
        """data evidence info information interaction interactions issue issues risk risks
        experience news word head_to_head alternative alternatives guidance way difference trials
        adjustment dosing doses strength strengths age discount discounts advice limit limits
        problem problems restrictions requirements dosage clarity clarification""",
    ),
    (
        "y",
        """time minute minutes min mins break space patience commitment business feedback talk
        lecture presentation birth notice away home regrets nod impression thumbs phone calls
        door thanks hope laugh smile hug hint straight packing shrug""",
    ),
    ("z", "kids family son daughter wife husband trip holiday vacation weekend marathon drive dog"),
    # Small words.
    ("1", "the his their some more another extra new updated two three both all each her_own few"),
    ("9", "a an"),
    (
        "x",
        """not never no dont wont cant cannot couldnt wouldnt doesnt arent wasnt werent nobody none
        nothing without refuses refused rarely hardly zero neither shouldnt didnt hadnt nor less
        fewer""",
    ),
    ("c", "and but so that then because while since though although plus or & also_then"),
    (
        "p",
        """with on in at of off out over up by from into through before after till until back than
        vs versus during as around re""",
    ),
    (
        "u",
        """also just finally still definitely def prob probably again already really once please
        kindly personally hopefully certainly actually now even first very mostly mainly only
        pretty quite always usually gladly totally likely""",
    ),
    (
        "t",
        """tomorrow tonight today later asap next next_visit next_time next_call this_am this_pm
        week weeks month eod eow eom morning afternoon noon mon monday tue tues tuesday wed weds
        wednesday thu thur thurs thursday fri friday sat saturday sun sunday jan feb apr jun jul
        aug sept oct nov dec january february april june july august september october november
        december""",
    ),
    ("!", "todo action next_step next_steps note_to_self action_item reminder"),
    # Words that only look like one of the above.
    (
        "5",
        """call_ahead call_first check_in sign_in brought_up gave_up drop_in try_later any_time
        any_day ever who_would_have what_else_is_new can_you_believe are_you_kidding sent_by
        given_by how_i send_off""",
    ),
)


@cache
def parts() -> dict[str, str]:
    """Return the part of each word the grammar knows, as one letter."""
    found: dict[str, str] = {}
    for letter, words in _PARTS:
        for word in words.split():
            found.setdefault(word, letter)
    return found
