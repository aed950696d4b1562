"""A rollout in the field's words."""

from __future__ import annotations

from repplan.records import dataclass


@dataclass(frozen=True)
class Rollout:
    """A product begun at an account or with a provider: names beside the ids.

    ``ended_on`` None: it goes on.
    """

    id: str
    ref: str
    product_id: str
    product: str
    account_id: str | None
    account: str | None
    provider_id: str | None
    provider: str | None
    from_on: str
    ended_on: str | None

    @property
    def where(self) -> str:
        """Where it was begun: the account's name, else the provider's."""
        return self.account or self.provider or ""
