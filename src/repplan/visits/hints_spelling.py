"""How English is thumbed: spelling put right and words joined, before the grammar reads them."""

from __future__ import annotations

from functools import cache

from repplan.visits.hints_words import parts

# Other ways to say it; the right side may be several words.
_SAME = {
    "check whether": "check_if",
    "check for": "check_on",
    "check about": "check_on",
    "check into": "look_into",
    "followup": "follow_up",
    "follow-up": "follow_up",
    "look at": "review",
    "going to": "will",
    "about to": "will",
    "plans to": "will",
    "closed loop": "got_back",
    "closed the loop": "got_back",
    "intends to": "will",
    "hopes to": "will",
    "expects to": "will",
    "plans on": "will be",
    "plan on": "will be",
    "planning on": "will be",
    "had better": "must",
    "be sure to": "must",
    "plan to": "will",
    "planning to": "must",
    "need to": "must",
    "have to": "must",
    "got to": "must",
    "ought to": "must",
    "remember to": "must",
    "dont forget to": "must",
    "dont forget": "must bring",
    "supposed to": "must",
    "meant to": "must",
    "make sure to": "must",
    "want to": "must",
    "yet to": "must",
    "agreed to": "promised",
    "agrees to": "promised",
    "offered to": "promised",
    "offers to": "promised",
    "promised to": "promised",
    "promises to": "they promised",
    "promise to": "promised",
    "promising to": "promised",
    "committed to": "promised",
    "volunteered to": "promised",
    "pledged to": "promised",
    "left word": "told",
    "front desk": "reception",
    "med info": "medinfo",
    "med affairs": "medical",
    "medical affairs": "medical",
    "medical info": "medinfo",
    "medical information": "medinfo",
    "home office": "hq",
    "my manager": "boss",
    "a lot": "lots",
    "in touch": "back",
    "to do": "todo",
    "as soon as": "when",
}

# As thumbs and phones have it.
_SPELT = {
    **dict.fromkeys(("2moro", "2morrow", "tmrw", "tmr", "tmro", "tmw", "tomoro"), "tomorrow"),
    **dict.fromkeys(("tomorow", "tommorow", "tommorrow"), "tomorrow"),
    **dict.fromkeys(("abt", "abut", "bout", "re", "wrt", "rgd"), "about"),
    **dict.fromkeys(("w", "w/", "wth", "wiv"), "with"),
    **dict.fromkeys(("wld", "wud", "woud"), "would"),
    **dict.fromkeys(("shld", "shud", "shd"), "should"),
    **dict.fromkeys(("cld", "cud"), "could"),
    **dict.fromkeys(("wil", "wll", "gonna", "gona", "gunna"), "will"),
    **dict.fromkeys(("gotta", "hafta", "needa", "wanna", "wana"), "must"),
    **dict.fromkeys(("imma", "ima"), "i will"),
    **dict.fromkeys(("pls", "plz", "plse"), "please"),
    **dict.fromkeys(("q", "qn", "ques", "quest"), "question"),
    **dict.fromkeys(("qs", "q's", "qns"), "questions"),
    **dict.fromkeys(("fu", "f/u"), "follow_up"),
    **dict.fromkeys(("snd",), "send"),
    **dict.fromkeys(("pharm", "rph"), "pharmacist"),
    **dict.fromkeys(("bc", "b/c", "coz", "cos", "cuz"), "because"),
    **dict.fromkeys(("u", "ya"), "you"),
    **dict.fromkeys(("hv", "hav"), "have"),
    **dict.fromkeys(("info", "infos"), "info"),
    **dict.fromkeys(("wat", "wut"), "what"),
    **dict.fromkeys(("wks", "wkns"), "weeks"),
    **dict.fromkeys(("mgr", "mngr"), "manager"),
    "ll": "will",
    "r": "are",
    "n": "and",
    "y": "why",
    "wk": "week",
    "nxt": "next",
    "pt": "patient",
    "pts": "patients",
    "ppl": "people",
    "lemme": "let me",
    "fwd": "forward",
    "chk": "check",
    "chkd": "checked",
    "txt": "text",
    "msg": "message",
    "appt": "appointment",
    "e-mail": "email",
    "e-mailed": "emailed",
    "tho": "though",
    "lit": "literature",
    "sheet": "sheet",
    "bk": "back",
    "frm": "from",
    "wen": "when",
    "shes": "she is",
    "hes": "he is",
    "theyre": "they are",
    "youre": "you are",
    "im": "i am",
    "ive": "i have",
    "weve": "we have",
    "theyll": "they will",
    "theyl": "they will",
    "itll": "it will",
    "thatll": "that will",
    "youll": "you will",
    "docll": "doc will",
    "theyd": "they would",
    "hed": "he would",
    "whats": "what is",
    "wats": "what is",
    "hows": "how is",
    "whens": "when is",
    "wheres": "where is",
    "whos": "who is",
    "thats": "that is",
    "theres": "there is",
    "its": "it is",
    "gimme": "give me",
}

# A subject and its verb in one word that is also another word: read so only before a verb.
MAYBE_TWO = {
    "ill": ("i", "will"),
    "il": ("i", "will"),
    "id": ("i", "would"),
    "well": ("we", "will"),
    "wed": ("we", "would"),
    "shell": ("she", "will"),
    "shel": ("she", "will"),
    "shed": ("she", "would"),
    "hell": ("he", "will"),
    "hel": ("he", "will"),
}

# After the apostrophe, where there is one.
ENDINGS = {"ll": "will", "d": "would", "re": "are", "ve": "have", "s": "is", "m": "am"}

# "able to send" is nobody with an errand.
NO_NAMES = frozenset(
    """able willing happy hard ready easy keen time reluctant hesitant likes used free slow quick
    glad reason room unable due open nice good great best important something anything one thing
    things lots plenty close listens tends tries loves hates prefers easier harder chance
    nervous afraid eager slower comes goes yet tough impossible difficult interested motivated
    prepared access ability right down enough unwilling responds relates opposed closer point trick
    key goal aim idea according thanks delighted liked tried excited""".split()
)


@cache
def joined() -> dict[str, str]:
    """Return what groups of two to four words stand for."""
    groups = {word.replace("_", " "): word for word in parts() if "_" in word}
    return groups | _SAME


def spelt(word: str) -> str:
    """Return a word as the grammar knows it, thumbed spelling put right; maybe two words.

    >>> spelt("abt"), spelt("brign"), spelt("prmsd"), spelt("chen")
    ('about', 'bring', 'promised', 'chen')
    """
    if word in _SPELT:
        return _SPELT[word]
    if word in parts() or len(word) < 3 or not word.isalpha():
        return word
    return _slips().get(word, word)


@cache
def _slips() -> dict[str, str]:
    """Return core words by their common slips.

    Two letters swapped, one of a double left out, a vowel of a long word left out, all of them.
    """
    slips: dict[str, str] = {}
    for word, part in parts().items():
        if part not in "VvKAQFDMGgJmd" or not word.isalpha() or len(word) < 4:
            continue
        for at in range(1, len(word)):
            if at + 1 < len(word):
                slips.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
            is_vowel = word[at] in "aeiou" and len(word) > 5
            if is_vowel or word[at] == word[at - 1]:
                slips.setdefault(word[:at] + word[at + 1 :], word)
        bare = word[0] + "".join(letter for letter in word[1:] if letter not in "aeiou")
        if len(bare) >= 3:
            slips.setdefault(bare, word)
    return {slip: word for slip, word in slips.items() if slip not in parts()}
