"""Where postcodes and cities lie, out of shipped data."""

from __future__ import annotations

import pytest

from repplan.routes import gazetteer
from repplan.routes.distance import crow_km

PROVINCES = """
安徽=合肥 浙江=杭州 江西=南昌 江苏=南京 吉林=长春 青海=西宁 福建=福州 黑龙江=哈尔滨 河南=郑州 河北=石家庄
湖南=长沙 湖北=武汉 新疆维吾尔自治区=乌鲁木齐 西藏=拉萨 甘肃=兰州 广西壮族自治区=南宁 贵州=贵阳 辽宁=沈阳
内蒙古自治区=呼和浩特 宁夏=银川 北京市=北京 上海=上海 山西=太原 山东省=济南 陕西=西安 天津=天津 云南=昆明
广东=广州 海南=海口 四川省=成都 重庆=重庆
""".split()
OTHERS = """
CA:alberta=Calgary CA:BC=Vancouver CA:Manitoba=Winnipeg CA:NB=Fredericton CA:Ontario=Toronto
CA:Québec=Montreal CA:Saskatchewan=Regina CA:NS=Halifax CA:PE=Charlottetown GB:England=London
GB:Scotland=Edinburgh GB:Wales=Cardiff AU:NSW=Sydney AU:Victoria=Melbourne AU:QLD=Brisbane
AU:WA=Perth AU:SA=Adelaide AU:TAS=Hobart AU:NT=Darwin AU:ACT=Canberra US:Ohio=Cleveland US:TX=Austin
""".split()


@pytest.mark.parametrize(
    ("postcode", "state", "town", "point"),
    [
        ("44106", "OH", "cleveland", (41.51, -81.61)),
        ("10001", "NY", "new york", (40.75, -73.99)),
        ("02139", "MA", "cambridge", (42.36, -71.10)),
        ("00901", "PR", "san juan", (18.47, -66.11)),
    ],
)
def test_postcodes(postcode: str, state: str, town: str, point: tuple[float, float]) -> None:
    """A US postcode has a middle, a state and towns."""
    found = gazetteer.zip_of(postcode)
    assert found is not None
    assert (found.state, town in found.towns) == (state, True)
    assert crow_km(found.point, point) < 3


@pytest.mark.parametrize("postcode", ["00000", "09002", "35270"])
def test_postcodes_that_lie_nowhere(postcode: str) -> None:
    """One that is none, a soldier's, one whose record stands at 0,0."""
    assert gazetteer.zip_of(postcode) is None


@pytest.mark.parametrize(
    ("town", "state", "point"),
    [
        ("Yellow Springs", "OH", (39.80, -83.89)),
        ("yellow springs", "OH", (39.80, -83.89)),
        ("St. Louis", "MO", (38.63, -90.20)),
        ("Fort Worth", "TX", (32.75, -97.33)),
        ("Ft. Worth", "TX", (32.75, -97.33)),
        ("BROADVIEW HTS", "OH", (41.32, -81.68)),
    ],
)
def test_us_towns(town: str, state: str, point: tuple[float, float]) -> None:
    """A town too small for the list of cities lies where its postcodes do, however it is spelt."""
    found = gazetteer.us_town(town, state)
    assert found is not None
    assert crow_km(found, point) < 15
    assert gazetteer.us_town(town, "HI") is None


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        ("上海", "CN", (31.23, 121.47)),
        ("杭州市", "CN", (30.27, 120.15)),
        ("昆山", "CN", (31.38, 120.95)),
        ("苏州", "", (31.30, 120.60)),
        ("München", "DE", (48.14, 11.58)),
        ("Munich", "", (48.14, 11.58)),
        ("zurich", "CH", (47.37, 8.55)),
        ("Wien", "", (48.21, 16.37)),
    ],
)
def test_cities(name: str, country: str, point: tuple[float, float]) -> None:
    """A city answers to its name in several languages and scripts, with 市 or without."""
    (found,) = gazetteer.cities_called(name, country)
    assert crow_km(found.point, point) < 15


@pytest.mark.parametrize(
    ("name", "region", "point"),
    [
        ("淮安市", "04", (33.50, 119.13)),
        ("宿迁", "04", (33.95, 118.30)),
        ("淮南", "01", (32.63, 117.02)),
        ("诸城市", "25", (35.99, 119.40)),
    ],
)
def test_chinese_cities_by_sound(name: str, region: str, point: tuple[float, float]) -> None:
    """A city that the list has in Latin letters alone answers to its pinyin, and says so."""
    (found,) = gazetteer.cities_called(name, "CN")
    assert (found.region, found.is_by_sound) == (region, True)
    assert crow_km(found.point, point) < 20
    assert gazetteer.cities_called(name) == (found,)
    assert gazetteer.cities_called(name, "JP") == ()


def test_namesakes() -> None:
    """All cities of a name are told; whose own name it is comes before whose other one it is."""
    lands = {city.country for city in gazetteer.cities_called("London")}
    assert lands == {"GB", "CA"}
    assert gazetteer.cities_called("Nowhere at all") == ()
    assert gazetteer.cities_called("Berlin", "CN") == ()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("us", "US"), ("USA", "US"), ("United States", "US"), ("中国", "CN"), ("CHN", "CN"),
        ("UK", "GB"), ("Deutschland", "DE"), ("Österreich", "AT"), ("Atlantis", ""), ("", ""),
    ],
)  # fmt: skip
def test_countries(said: str, code: str) -> None:
    """A country goes by its codes and by names that people write."""
    assert gazetteer.country_code(said) == code


@pytest.mark.parametrize("pair", PROVINCES)
def test_chinese_provinces(pair: str) -> None:
    """Each province is the one whose capital lies in it."""
    province, _, capital = pair.partition("=")
    country, region = gazetteer.region_of(province, "CN")
    assert country == "CN"
    assert region in {city.region for city in gazetteer.cities_called(capital, "CN")}


@pytest.mark.parametrize("entry", OTHERS)
def test_regions(entry: str) -> None:
    """Each region is the one that a city of it lies in."""
    country, _, rest = entry.partition(":")
    said, _, capital = rest.partition("=")
    _country, region = gazetteer.region_of(said, country)
    assert region in {city.region for city in gazetteer.cities_called(capital, country)}


@pytest.mark.parametrize(
    ("said", "country", "found"),
    [
        ("OH", "", ("US", "OH")),
        ("Ontario", "", ("CA", "08")),
        ("WA", "", ("US", "WA")),
        ("WA", "AU", ("AU", "08")),
        ("Bayern", "DE", ("DE", "")),
        ("Bayern", "", ("", "")),
        ("", "", ("", "")),
    ],
)
def test_a_region_tells_the_country(said: str, country: str, found: tuple[str, str]) -> None:
    """Where no country is written, a region's own one is meant, the United States first."""
    assert gazetteer.region_of(said, country) == found
