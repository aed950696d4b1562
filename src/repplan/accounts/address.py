"""When two addresses are one: what an import compares, so that a practice isn't there twice."""

from __future__ import annotations

import re

from repplan.text import fold


def address_key(street: str, postcode: str, country: str = "") -> str:
    """Return what two spellings of one address share; empty without street or postcode.

    A US postcode counts with its first five digits; no country is the United States, where
    registers leave it out.

    >>> address_key("1200 North Oak Street", "45429-1234", "US")
    '1200 n oak st|45429|us'
    """
    plain = re.sub(r"[^\w]+", " ", fold(street).replace("'", ""))
    words = re.sub(r"\bp o box\b", "po box", plain).split()
    code = fold(postcode).replace(" ", "")
    land = fold(country) or "us"
    if not words or not code:
        return ""
    if land == "us":
        code = code[:5]
    return " ".join(_SHORT.get(word, word) for word in words) + f"|{code}|{land}"


# Source: USPS Publication 28, appendix C1 (street suffixes): words that practice addresses write
# both ways.
_SHORT = dict(
    pair.split("=")
    for pair in """
    street=st avenue=ave av=ave road=rd drive=dr boulevard=blvd lane=ln court=ct place=pl square=sq
    terrace=ter parkway=pkwy pky=pkwy highway=hwy circle=cir plaza=plz turnpike=tpke pike=pike
    expressway=expy freeway=fwy route=rte rt=rte trail=trl center=ctr centre=ctr extension=ext
    crossing=xing heights=hts junction=jct mount=mt mountain=mtn point=pt ridge=rdg saint=st
    fort=ft north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw
    first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th
    tenth=10th
    """.split()
)
