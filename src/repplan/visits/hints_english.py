"""What unmarked English looks like: a grammar over the parts that words play.

Each word becomes one letter, as ``hints_words.py`` lists them: *I will send her the table* is
``IFVH1m``. The rules are patterns over these letters, each named for a text that it sees.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from repplan.visits.hints_grammar import Grammar, Rule, rule, settled
from repplan.visits.hints_spelling import ENDINGS, MAYBE_TWO, NO_NAMES, joined, spelt
from repplan.visits.hints_words import parts
from repplan.visits.marks import Mark

_SHORT = {
    "^": "(?<![^|c])[tpy0]{0,3}",  # the start of a clause, maybe after a day
    "*": "u*",  # adverbs in between
    "@": "[TN][Nnpm]{0,2}",  # they: a role or name, and up to two more words
    "~": "[^|c?]{0,3}",  # up to three words of the same clause
    "do": "[Vv$]",  # send, bring, ask
    "weakly": "(?:[L&][^|c?]{0,3}[HmWe]|LXp)",  # take or get, and whom or what
    "give": "(?:[Vv$]|[L&][^|c?]{0,3}[HmWe]|LXp|&[1HNT])",
    "anything": "[^xSsEuTIOC5JcP|?68a]",  # any verb, but one of being, liking, knowing
    "none": "[19X]?y",  # time, feedback: no thing that is promised
    "try": "[VvK$]",  # what a provider may do for us, or with the product
    "whom": "[HTNn]",
}

_RULES = (
    # Harmless, though it holds the words; and what can only be one thing.
    settled(None, "no questions", "x[^|c]?q"),
    settled(None, "I asked, patients ask, never asks", "[IPx]*b?*Q"),
    settled(None, "asked for a minute", "QO?[ap]?[19Y]?0?[yz](?![enBmE])"),
    settled(None, "asked about my kids", "QO?*[aj]Y[Pz]"),
    settled(None, "asked if I was new", "QO?*aI(?:w|bp)"),
    settled(None, "she questions it", "Tq[19YX]"),
    settled(None, "no promise, as promised", "[xw]*A", "Ax", "Ae", "[Sn]I?A(?=[|])"),
    settled(None, "will not", "[FDMC]*x"),
    settled(Mark.DONE, "answered the question", "(?:^|I)*h?*G[^|c]{0,3}q"),
    # Ours: I will, I need to.
    rule(Mark.PROMISE, "to do: send it", "^*!(?:[|]|*i?{do})"),
    rule(Mark.PROMISE, "I will send", "I*b?F*M?*{anything}", "I*b?F*sa"),
    rule(Mark.PROMISE, "I will be there", "I*b?F*E*[pJ2]"),
    rule(Mark.PROMISE, "I need to send", "I*b?*[MFC]*M?*[VvLZ&hn$]", "I*M*K", "I*b?*i*(?:{do}|L)"),
    rule(Mark.PROMISE, "I would send", "I*D*{give}", "[Rr]~I*D*(?:{anything}|E*[pJ2t])"),
    rule(Mark.THEY, "will send me", "(?<![XPme])[FDA]*i?[VvKLlsn&$]~O"),
    rule(Mark.PROMISE, "will try to find", "^*F*Ki*(?:{do}|&)"),
    rule(Mark.PROMISE, "will discuss with my boss", "^*F*Kp?[YW]"),
    rule(Mark.THEY, "will try", "^*F*K"),
    rule(Mark.THEY, "said will send", "R*[FD]*{try}"),
    rule(
        Mark.PROMISE,
        "will send",
        "(?:^|r{whom}?)*F*(?:V|E*J|[v$](?!{none})|Z[^|y]|{weakly}|&[1NT]|n[19HYmWTe60t])",
        "(?:^|r{whom}?)*F*(?:h~m|h[HTNnW19]~(?:{do}|L)|l{whom})",
        "^lH?[NTn]{0,2}S[ap]",
    ),
    rule(Mark.PROMISE, "would get him the link", "^*D[vVL&$]~[Hm]"),
    rule(Mark.PROMISE, "need to send", "^*M*M?*(?:{give}|n[19HTNYm6WpU]|h~m)", "^*C*(?:{do}|&)H"),
    rule(Mark.PROMISE, "medical will answer", "W*[Fi]*(?:{do}|&)"),
    rule(Mark.PROMISE, "let me check", "lO*{do}"),
    # Promised and owed, by us or by them.
    rule(Mark.THEY, "they promised me", "A~O"),
    rule(Mark.THEY, "promised she would", "A*c?T[DF]"),
    rule(Mark.THEY, "promised to try", "A*K", "A*v0?P"),
    rule(Mark.THEY, "she promised", "@*[bh]?*A"),
    rule(Mark.PROMISE, "promised samples", "A"),
    rule(Mark.THEY, "they owe us", "T*o", "oO"),
    rule(Mark.PROMISE, "owe her the data", "o[H19meNTnvq]"),
    rule(Mark.PROMISE, "not yet sent", "(?:^|I)*f*(?:G|g~m|i?*{do}|1?m)"),
    # Ours: notes to oneself, what is on its way, what they ask us to do.
    rule(Mark.PROMISE, "send her the table", "^*V[^|bFCw2]", "^*V(?=[|])"),
    rule(
        Mark.PROMISE,
        "email her the table",
        "^*[vL&$][HNTnXpeB19PY]{0,4}(?:[mWq]|e[nN])",
        "^*[v&$]H[ip]",
        "^*v{whom}{1,2}9[vn]",
        "^*v[19]?v(?=[p|t])",
        "^*&v",
    ),
    rule(Mark.PROMISE, "call dana monday", "^*v{whom}{1,2}(?:p?t|a)", "^*[v$]{whom}{1,2}i{do}"),
    rule(Mark.PROMISE, "friday get her the table", "(?<![^|c])p?t{1,3}*[v&][19HNTn]"),
    rule(Mark.PROMISE, "I am sending", "I*b*J"),
    rule(Mark.PROMISE, "sending it friday", "^*J~[tHmWe]"),
    rule(Mark.PROMISE, "to send the table", "^i*{do}", "^i*{weakly}"),
    rule(Mark.PROMISE, "waiting on medical", "4W"),
    rule(Mark.PROMISE, "asked me to send", "[OQ]i*(?:{do}|&)"),
    # Theirs.
    rule(
        Mark.THEY,
        "she will send",
        "@*b?*F*(?:[VKl]|[v$](?!{none})|Z[^|y]|[L&]~[HOmWeTN]|B1|h~[mKVv]|n[19HOYmX]|E*[J;])",
        "@*b*;[^|]*t",
        "^*;[^|]*t",
    ),
    rule(Mark.THEY, "chen will try", "n*b?F*(?:{try}|[L&]~[HOm]|[^|c?]{1,6}O)"),
    rule(Mark.THEY, "said she would", "[Rr]~@*D*(?:{try}|[Lsh&])"),
    rule(Mark.THEY, "she would send me", "T*[DC]*(?:{do}|[L&])~O", "T*D*{do}"),
    rule(Mark.THEY, "she is sending", "(?:@|^n)*b*J"),
    rule(Mark.THEY, "dana to check", "@i*(?:{try}|[Lhl])", "^ni*{try}"),
    rule(Mark.THEY, "she is supposed to", "@*b*M*(?:{try}|[L&])"),
    rule(Mark.THEY, "waiting on her", "^*M*4", "4(?:[HTNY]|[19]?[nm])"),
    # Questions that we owe an answer: asked, wants, and questions as they were put.
    rule(Mark.ASKED, "wants to know", "k"),
    rule(
        Mark.ASKED,
        "asked about",
        "Q*O?*[aj78%]",
        "Q*O?*[CZFDb][UTIPX19]",
        "Q*O?*[19e]*[mKeX]",
        "T*va",
    ),
    rule(Mark.ASKED, "asked to see it", "Qi*[seh]"),
    rule(Mark.ASKED, "doesn't know how", "x*S*[ajk78](?![TNI])"),
    rule(
        Mark.ASKED,
        "a question on",
        "[hH19CdwY0T]*[n2]?q",
        "eq(?=[pat|])",
        "q[ap|]",
        "q*[bw](?!x)",
    ),
    rule(Mark.ASKED, "can it, does she", "^*[CZFDbhM]*[UTPXI](?=[^|5])"),
    rule(Mark.ASKED, "can the tablet", "^[CFDM][19Y]"),
    rule(Mark.ASKED, "is the dose ok", "^b[^|c?u2xpJt]{1,4}[2B]", "^b[nNmeX1Y]{1,3}9?e"),
    rule(Mark.ASKED, "does cardexa need", "^[ZC][nNmeX19Y0P]{1,3}[EBKSVvh2$]"),
    rule(Mark.ASKED, "how to, how often", "^*j[iCZFDbMah2ut]"),
    rule(Mark.ASKED, "who pays", "^7[CZDMnBvi]"),
    rule(
        Mark.ASKED,
        "what about, when can",
        "^*a[abCZFDi]",
        "^*8(?:[abCZFDieBmM0p]|x[^|])",
        "^*8[nP][CZFDb]",
        "^*%(?:[enmPB06]|T[iCZFDbn])",
    ),
    rule(Mark.ASKED, "any data", "^*3[nN1]?[em]", "^*3[nemNPK]{1,3}[pa]"),
    rule(Mark.ASKED, "ok to crush", "^2iB"),
    rule(
        Mark.ASKED,
        "wants the paper",
        "d*[19Yn0eTvP]{0,3}m",
        "dY",
        "d*[19]?n?e{1,2}[pa]",
        "d*ee(?=[|t])",
        "d*1[nNK]{1,2}(?=[|t])",
    ),
    rule(Mark.ASKED, "wants to see it", "d*i*(?:s(?!O|[^|]?j)|&~m)"),
    rule(Mark.ASKED, "a question mark", r"\?"),
    # Kept ones.
    rule(
        Mark.DONE,
        "gave it",
        "(?:^|I)*h?*G(?!O|P(?!~m)|~y|x|9v)",
        "(?:^|I)*wH(?:~m|[19]?[ev])",
        "^*w[19]?n?mp[TNnH]",
    ),
    rule(Mark.DONE, "left the leaflets", "(?:^|I)*h?*g(?!O)[^|c?i]{0,4}[m]"),
    rule(Mark.DONE, "she gave me the list", "@*[Gg]O~m"),
    rule(Mark.DONE, "table sent", "[me]*[bwEh]{0,2}*(?:G|g)(?=[|ctpHTN])"),
)


def english_hint(text: str) -> Rule | None:
    """Return the rule that an unmarked English text fits, or None where it is only news."""
    return _grammar().read(_letters(text))


@cache
def _grammar() -> Grammar:
    return Grammar(_RULES, _SHORT, filler="5")


def _letters(text: str) -> str:
    """Return the part each word of the text plays, clauses between upright strokes."""
    words = _grouped(_expanded(_spelt_words(text)))
    return "".join(_letter(word) for word in words) + "|"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"w/|f/u|b/c|p&t|[a-z0-9]+(?:[-'][a-z0-9]+)*|[?&+/]|[^\w\s]", re.IGNORECASE)


def _spelt_words(text: str) -> list[str]:
    """Return the words, spelling put right; unknown names keep their capital letter."""
    found: list[str] = []
    plain = unicodedata.normalize("NFKC", text).translate({ord(sign): "'" for sign in "’‘ʼ´`"})
    for token in _token().findall(plain):
        low = token.lower()
        base, _, ending = low.partition("'")
        if ending in ENDINGS:
            found += [*spelt(base).split(), ENDINGS[ending]]
            continue
        word = spelt(low.replace("'", ""))
        is_name = token.istitle() and word == low and word not in parts() and word not in MAYBE_TWO
        found += [token] if is_name else word.split()
    return found


def _expanded(words: list[str]) -> list[str]:
    """Return the words with *ill*, *id*, *4* and *2* as what they are before a verb."""
    known = parts()
    found: list[str] = []
    for at, word in enumerate(words):
        after = next((w for w in words[at + 1 : at + 4] if known.get(w) != "u"), "")
        verb = known.get(after, "-")
        before = known.get(found[-1], "n") if found else "|"
        if word in MAYBE_TWO:
            found += MAYBE_TWO[word] if _is_two(word, found, after) else (word,)
        elif word == "2" and (verb in "VvHKOsSLhE$&" or after == "the"):
            found.append("to")
        elif word == "c" and found[-1:] == ["to"]:
            found.append("see")
        elif word == "4" and (before in "QG" or verb in "HOT"):
            found.append("for")
        else:
            found.append(word)
    return found


def _is_two(word: str, before: list[str], after: str) -> bool:
    """Say whether *ill* is *I will* here: a verb follows, and a subject may stand here.

    After *said* or *told her* any unknown word counts as a verb: *said id shoot him the link*.
    """
    known = parts()
    last = known.get(before[-1], "n") if before else "|"
    if word == "id" and last == "|" and after in {"check", "scan"}:  # of badges
        return False
    # Neither "on wed" nor "as well" holds a subject, nor does "is ill" or "the id".
    if last in ("bw1pYMEp" if word in {"wed", "well"} else "bw19YM"):
        return False
    verb = known.get(after, "")
    is_told = last in "Rr" or (last in "HTNn" and known.get("".join(before[-2:-1])) == "r")
    if is_told and not verb and after[:1].isalpha() and word in {"ill", "id", "wed"}:
        return True
    return bool(verb) and verb in "VvKLEhBMlSsZ&$"


def _grouped(words: list[str]) -> list[str]:
    """Return the words with those that stand for something only together as one."""
    groups, at = joined(), 0
    found: list[str] = []
    low = [word.lower() for word in words]
    while at < len(words):
        sizes = (size for size in (4, 3, 2) if " ".join(low[at : at + size]) in groups)
        size = next(sizes, 1)
        group = groups.get(" ".join(low[at : at + size])) if size > 1 else words[at]
        found += (group or "").split()
        at += size
    return found


def _letter(word: str) -> str:
    low = word.lower()
    known = parts().get(word) or (parts().get(low[:-1]) if low.endswith("s") else None)
    if word in NO_NAMES:
        return "6"
    if known and (word in parts() or known in "mTe"):  # of plurals, only those of things and roles
        return known
    if word == "?":
        return "?"
    if not word[0].isalnum():
        return "|"
    if word[0].isdigit():
        return "0"
    return "N" if word[0].isupper() else "n"
