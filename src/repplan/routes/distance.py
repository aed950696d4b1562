"""How far apart points lie, as the crow flies.

Source: the haversine formula, in the words of chords; a sphere of 6371.0088 km, the mean radius of
the earth (IUGG). It errs by 0.6 % at most.
"""

from __future__ import annotations

import math

EARTH_KM = 6371.0088


def crow_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude). Units: degrees, km."""
    return arc_km(math.dist(on_globe(*a), on_globe(*b)))


def on_globe(latitude: float, longitude: float) -> tuple[float, float, float]:
    """Return a point of the unit sphere. Units: degrees."""
    north, east = math.radians(latitude), math.radians(longitude)
    flat = math.cos(north)
    return flat * math.cos(east), flat * math.sin(east), math.sin(north)


def arc_km(chord: float) -> float:
    """Return the way over the ground between the ends of a chord of the unit sphere. Units: km.

    It is as exact at a few metres as across the world.
    """
    return 2 * EARTH_KM * math.asin(min(1.0, chord / 2))
