"""The table of the routes room: travel times that a service has told."""

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
