"""How far apart points lie."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.routes.distance import EARTH_KM, crow_km

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((40.7128, -74.0060), (34.0522, -118.2437), 3936),  # New York, Los Angeles
        ((51.5074, -0.1278), (48.8566, 2.3522), 344),  # London, Paris
        ((52.5200, 13.4050), (48.1374, 11.5755), 504),  # Berlin, Munich
        ((39.9042, 116.4074), (31.2304, 121.4737), 1067),  # Beijing, Shanghai
        ((41.4993, -81.6944), (39.9612, -82.9988), 203),  # Cleveland, Columbus
        ((-33.8688, 151.2093), (-36.8485, 174.7633), 2156),  # Sydney, Auckland
        ((0.0, 179.5), (0.0, -179.5), 111.2),  # across the date line
        ((90.0, 0.0), (-90.0, 77.0), 20015),  # from pole to pole
    ],
)
def test_known_distances(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    """Published distances of cities, within one per cent."""
    assert crow_km(a, b) == pytest.approx(km, rel=0.01)


@given(POINTS, POINTS)
def test_it_is_the_haversine_formula(a: tuple[float, float], b: tuple[float, float]) -> None:
    """Chords say what the formula of the books says, near and far, both ways the same."""
    (north_a, east_a), (north_b, east_b) = (map(math.radians, point) for point in (a, b))
    half = (
        math.sin((north_a - north_b) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_a - east_b) / 2) ** 2
    )
    haversine_km = 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
    # At the other end of the world the sine of the angle is flat, and both lose digits.
    assert crow_km(a, b) == pytest.approx(haversine_km, rel=1e-9, abs=0.5)
    assert crow_km(a, b) == crow_km(b, a)
    assert crow_km(a, a) == 0


def test_a_few_metres_are_told() -> None:
    """Two doors of one street aren't one point."""
    assert crow_km((41.5, -81.7), (41.50001, -81.7)) == pytest.approx(0.00111, rel=0.01)
