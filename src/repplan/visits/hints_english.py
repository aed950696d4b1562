"""What unmarked English looks like: a grammar over the parts that words play.

Each word becomes one letter (``hints_lexicon.py`` has them all, a table): *I will send her the
table* is ``IFvH1m``. The rules are patterns over these letters, named for what they see; the one
that matches furthest to the left decides, and a kept promise only where nothing else is found.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from repplan.visits.hints_lexicon import MAYBE_TWO, NO_NAMES, joined, parts, spelt
from repplan.visits.marks import Mark


class Rule(NamedTuple):
    """One thing that a segment can look like; ``mark`` None: harmless.

    What the first rules match is read no further: ``settles`` says so.
    """

    name: str
    mark: Mark | None
    pattern: str
    settles: bool = False


# In the patterns: ^ the start of a clause, maybe after a day, * adverbs in between, @ they (a role, a name and up to
# two more words), ~ up to three words of the same clause.
_SHORT = {
    "^": "(?<![^|c])[tpy0]{0,3}",
    "*": "u*",
    "@": "[TN][Nnpm]{0,2}",
    "~": "[^|c?]{0,3}",
}

_RULES: tuple[Rule, ...] = (
    # Harmless, though it holds the words.
    Rule("no questions", None, "x[^|c]?q", settles=True),
    Rule("I asked, patients ask, never asks", None, "[IPx]*b?*Q", settles=True),
    Rule(
        "asked for a minute, after my kids", None, "QO?[ap]?[19Y]?0?[yz](?![enBmE])", settles=True
    ),
    Rule("asked about my kids", None, "QO?*[aj]Y[Pz]", settles=True),
    Rule("asked if I was new", None, "QO?*aI(?:w|bp)", settles=True),
    Rule("she questions it", None, "Tq[19YX]", settles=True),
    Rule("no promise", None, "[xw]*A|Ax|Ae", settles=True),
    Rule("will not", None, "[FDMC]*x", settles=True),
    Rule("answered the question", Mark.DONE, "(?:^|I)*h?*G[^|c]{0,3}q", settles=True),
    # Promises of ours.
    Rule("to do", Mark.PROMISE, "^*!(?:[|]|*i?[Vv$])"),
    Rule("I will send", Mark.PROMISE, "I*b?F*M?*[^xSsEuTIOC5JcP|?68a]|I*b?F*sa"),
    Rule("I will be there", Mark.PROMISE, "I*b?F*E*[pJ2]"),
    Rule("I need to send", Mark.PROMISE, "I*b?*[MFC]*M?*[VvLZ&hn$]|I*M*K|I*b?*i*[VvL$]"),
    Rule(
        "I would send",
        Mark.PROMISE,
        "I*D*(?:[Vv$]|[L&]~[HmWe]|&[1HNT])|[Rr]~I*D*(?:[^xSsEuTIOC5JcP|?68a]|E*[pJ2t])",
    ),
    Rule("they will send me", Mark.THEY, "[FDA]*i?[VvKLlsn&$]~O"),
    Rule("will try to find", Mark.PROMISE, "^*F*Ki*[Vv$&]"),
    Rule("will try", Mark.THEY, "^*F*K"),
    Rule("said will send", Mark.THEY, "R*[FD]*[VvK$]"),
    Rule(
        "will send",
        Mark.PROMISE,
        "(?:^|r[HTNn]?)*F*(?:V|E*J|[vZ$](?!y|[19X]?y)|[L&]~[HmWe]|&[1NT]|n[19HYm]|h~m|h[HTNnW19]~[VvL$]|l[HTNn])|^lH?[NTn]{0,2}S[ap]",
    ),
    Rule("would get him the link", Mark.PROMISE, "^*D[vVL&$]~[Hm]"),
    Rule("need to send", Mark.PROMISE, "^*M*M?*(?:[Vv$]|n[19HTNYm6WpU]|h~m|[L&]~[HmWe]|&[1HNT])|^*C*[Vv&$]H"),
    Rule("medical will answer", Mark.PROMISE, "W*[Fi]*[Vv&$]"),
    Rule("let me check", Mark.PROMISE, "lO*[Vv$]"),
    Rule("they promised me", Mark.THEY, "A~O"),
    Rule("promised she would", Mark.THEY, "A*c?T[DF]"),
    Rule("promised to try", Mark.THEY, "A*K"),
    Rule("she promised", Mark.THEY, "@*[bh]?*A"),
    Rule("promised samples", Mark.PROMISE, "A"),
    Rule("they owe us", Mark.THEY, "T*o|oO"),
    Rule("owe her the data", Mark.PROMISE, "o[H19meNTn]"),
    Rule("not yet sent", Mark.PROMISE, "(?:^|I)*f*(?:G|g~m|i?*[Vv$]|1?m)"),
    Rule(
        "send her the table", Mark.PROMISE, "^*V[^|bFCw2]"
    ),
    Rule("send", Mark.PROMISE, "^*V(?=[|])"),
    Rule(
        "email her the table",
        Mark.PROMISE,
        "^*[vL&$][HNTnXpe19PY]{0,4}[mWq]|^*[v&$]H[ip]|^*v[HNTn]{1,2}9[vn]|^*v[19]?v(?=[p|t])",
    ),
    Rule("call dana monday", Mark.PROMISE, "^*v[HNTn]{1,2}(?:p?t|a)|^*[v$][HNTn]{1,2}i[Vv$]"),
    Rule("friday get her the table", Mark.PROMISE, "(?<![^|c])p?t{1,3}*[v&][19HNTn]"),
    Rule("I am sending", Mark.PROMISE, "I*b*J"),
    Rule("sending it friday", Mark.PROMISE, "^*J~[tHmW]"),
    Rule("to send the table", Mark.PROMISE, "^i*[Vv$]|^i*[L&]~[HmWe]"),
    Rule("waiting on medical", Mark.PROMISE, "4W"),
    Rule("asked me to send", Mark.PROMISE, "[OQ]i*[Vv&$]"),
    # Promises of theirs.
    Rule(
        "she will send",
        Mark.THEY,
        "@*b?*F*(?:[VKl]|[vZ$](?!y|[19]?y)|[L&]~[HOmWeTN]|B1|h~m|n[19HOYmX]|E*[J;])|@*b*;[^|]*t|^*;[^|]*t",
    ),
    Rule("chen will try", Mark.THEY, "n*b?F*(?:[VvK$]|[L&]~[HOm]|[^|c?]{1,6}O)"),
    Rule("said she would", Mark.THEY, "[Rr]~@*D*[VvKLsh&$]"),
    Rule("she would send me", Mark.THEY, "T*[DC]*[VvL&$]~O|T*D*[Vv$]"),
    Rule("she is sending", Mark.THEY, "(?:@|^n)*b*J"),
    Rule("dana to check", Mark.THEY, "@i*[VvKLhl$]|^ni*[VvK$]"),
    Rule("she is supposed to", Mark.THEY, "@*b*M*[VvKL&$]"),
    Rule("waiting on her", Mark.THEY, "^*M*4|4(?:[HTNY]|[19]?[nm])"),
    # Questions that we owe an answer.
    Rule("wants to know", Mark.ASKED, "k"),
    Rule("asked about", Mark.ASKED, "Q*O?*[aj78%]|Q*O?*[CZFDb][UTIPX19]|Q*O?*[19e]*[mKeX]|T*va"),
    Rule("asked to see it", Mark.ASKED, "Qi*[seh]"),
    Rule("doesn't know how", Mark.ASKED, "x*S*[ajk78](?![TNI])"),
    Rule("a question on", Mark.ASKED, "[hH19CdwY0T]*[n2]?q|eq(?=[pat|])|q[ap|]|q*[bw](?!x)"),
    Rule("can it, does she", Mark.ASKED, "^*[CZFDbhM]*[UTPXI](?=[^|5])"),
    Rule("can the tablet", Mark.ASKED, "^[CFDM][19Y]"),
    Rule("is the dose ok", Mark.ASKED, "^b[^|c?u2xpJt]{1,4}[2B]|^b[nNmeX1Y]{1,3}9?e"),
    Rule("does cardexa need", Mark.ASKED, "^[ZC][nNmeX19Y0P]{1,3}[EBKSSVvh2$]"),
    Rule("how to, how often", Mark.ASKED, "^*j[iCZFDbMah2ut]"),
    Rule("who pays", Mark.ASKED, "^7[CZDMnBvi]"),
    Rule(
        "what about, when can",
        Mark.ASKED,
        "^*a[abCZFDi]|^*8[abCZFDieBmMx0p]|^*8[nP][CZFDb]|^*%(?:[enmPB0]|T[iCZFDbn])",
    ),
    Rule("any data", Mark.ASKED, "^*3[nN]?[em]|^*3[nemNPK]{1,3}[pa]"),
    Rule("safe in pregnancy, ok to crush", Mark.ASKED, "^2iB"),
    Rule(
        "wants the paper",
        Mark.ASKED,
        "d*[19Yn0eTv]{0,3}m|d*[19]?n?e{1,2}[pa]|d*ee(?=[|t])|d*1[nNK]{1,2}(?=[|t])",
    ),
    Rule("wants to see it", Mark.ASKED, "d*i*(?:s(?!O|[^|]?j)|&~m)"),
    Rule("a question mark", Mark.ASKED, r"\?"),
    # Kept ones.
    Rule("gave it", Mark.DONE, "(?:^|I)*h?*G(?!O|P(?!~m)|~y|x)|(?:^|I)*wH~m|^*w[19]?n?mp[TNnH]"),
    Rule("left the leaflets", Mark.DONE, "(?:^|I)*h?*g(?!O)[^|c?i]{0,4}[m]"),
    Rule("she gave me the list", Mark.DONE, "@*[Gg]O~m"),
    Rule("table sent", Mark.DONE, "[me]*[bwEh]{0,2}*(?:G|g)(?=[|ctpHTN])"),
)


def english_hint(text: str) -> Rule | None:
    """Return the rule that an unmarked English text fits, or None where it is only news."""
    letters = _letters(text)
    best: tuple[bool, int, int] | None = None
    found: Rule | None = None
    for rank, (rule, pattern) in enumerate(_compiled()):
        match = pattern.search(letters)
        if match and rule.settles:
            letters = letters[: match.start()] + "5" * len(match[0]) + letters[match.end() :]
        if match and rule.mark:
            place = (rule.mark is Mark.DONE, match.start(), rank)
            if best is None or place < best:
                best, found = place, rule
    return found


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(_spelled_out(rule.pattern))) for rule in _RULES)


def _spelled_out(pattern: str) -> str:
    """Return a rule's pattern as Python's; the short signs are none inside brackets."""
    inside = re.split(r"(\[[^\]]*\]|\(\?<?[!=:])", pattern)
    return "".join(
        part if at % 2 else "".join(_SHORT.get(char, char) for char in part)
        for at, part in enumerate(inside)
    )


_TOKEN = re.compile(r"w/|f/u|b/c|p&t|[a-z0-9]+(?:[-'][a-z0-9]+)*|[?&+/]|[^\w\s]", re.IGNORECASE)


def _letters(text: str) -> str:
    """Return the part each word of the text plays, clauses between upright strokes."""
    words = _grouped(_expanded(_spelt_words(text)))
    return "".join(_letter(word) for word in words) + "|"


def _spelt_words(text: str) -> list[str]:
    """Return the words, spelling put right; unknown names keep their capital letter."""
    found: list[str] = []
    raw = _TOKEN.findall(unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'"))
    for token in raw:
        low = token.lower()
        base, _, ending = low.partition("'")
        if ending in _ENDINGS:
            found += [*spelt(base).split(), _ENDINGS[ending]]
            continue
        word = spelt(low.replace("'", ""))
        is_name = token.istitle() and word == low and word not in parts() and word not in MAYBE_TWO
        found += [token] if is_name else word.split()
    return found


_ENDINGS = {"ll": "will", "d": "would", "re": "are", "ve": "have", "s": "is", "m": "am"}


def _expanded(words: list[str]) -> list[str]:
    """Return the words with *ill*, *id*, *4* and *2* as what they are before a verb."""
    known = parts()
    found: list[str] = []
    for at, word in enumerate(words):
        after = [w for w in words[at + 1 : at + 4] if known.get(w) != "u"] or [""]
        before = known.get(found[-1], "n") if found else "|"
        verb = known.get(after[0], "")
        if word in MAYBE_TWO and verb in "VvKLEhBMlSsZ&$" and verb and before not in "bw1pYME":
            found += MAYBE_TWO[word] if not _is_badge(word, after[0], before) else (word,)
        elif word == "2" and (verb in tuple("VvHKOsSLhE$&") or after[0] == "the"):
            found.append("to")
        elif word == "c" and found[-1:] == ["to"]:
            found.append("see")
        elif word == "4" and (before in "QG" or verb in tuple("HOT")):
            found.append("for")
        else:
            found.append(word)
    return found


def _is_badge(word: str, after: str, before: str) -> bool:
    """Say whether *id check* at the start is a check of badges."""
    return word == "id" and before == "|" and after in ("check", "scan")


def _grouped(words: list[str]) -> list[str]:
    """Return the words with those that stand for something only together as one."""
    groups, found, at = joined(), [], 0
    low = [word.lower() for word in words]
    while at < len(words):
        for size in (4, 3, 2, 1):
            group = " ".join(low[at : at + size])
            if size == 1:
                found.append(words[at])
            elif group in groups and at + size <= len(words):
                found += groups[group].split()
                break
        at += size
    return found


@cache
def _plurals() -> dict[str, str]:
    return {f"{word}s": part for word, part in parts().items() if part in "mTe"}


def _letter(word: str) -> str:
    if word in NO_NAMES:
        return "6"
    known = parts().get(word) or _plurals().get(word.lower())
    if known:
        return known
    if word == "?":
        return "?"
    if not word[0].isalnum():
        return "|"
    if word[0].isdigit():
        return "0"
    return "N" if word[0].isupper() else "n"
