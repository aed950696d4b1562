"""The tables of the routes room: travel times that a service has told, and where addresses lie."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class TravelTime(SQLModel, table=True):
    """What a service told on one day of the ways from one point.

    ``minutes`` is a JSON object: where to → minutes at the wheel, null: no road. Points are
    ``latitude,longitude`` with five decimals. A row for each way would take six times the room.
    It can all be asked for again, so it is neither journalled nor taken back.
    """

    __tablename__ = "travel_time"

    service: str = Field(primary_key=True)
    from_point: str = Field(primary_key=True)
    asked_on: str = Field(primary_key=True)
    minutes: str


class KnownPlace(SQLModel, table=True):
    """What packages' data say of an address: where it is, or where it may be.

    ``address`` is a JSON array: country, region, city, postcode; ``source`` tells one state of the
    data from another; ``found`` is a JSON array: what it rests on, the point or null, and the points
    among which home says the one that is meant. Points are degrees north and east.
    It can all be looked up again, so it is neither journalled nor taken back.
    """

    __tablename__ = "known_place"

    address: str = Field(primary_key=True)
    source: str
    found: str
