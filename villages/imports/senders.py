"""Whoever sent a file, as the background work must see him: with the rights of that moment."""

from dataclasses import dataclass
from typing import Any

from villages.common.scope import Scope


@dataclass(frozen=True)
class Sender:
    """A person's rights at the time of sending, deputies included. Quacks like a user."""

    pk: int | None
    name: str
    role: str
    territory: Scope
    is_active: bool = True
    acting_for: None = None

    @property
    def acting_role(self) -> str:
        """The role in which the file was sent."""
        return self.role

    @classmethod
    def of(cls, user: Any) -> "Sender":
        """The rights of a signed-in person, or of the command line."""
        role = getattr(user, "acting_role", "") or user.role
        return cls(getattr(user, "pk", None), user.name, str(role), user.territory)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Sender":
        """As kept in a job."""
        scope = Scope.all() if said["everything"] else Scope.of(said["codes"])
        return cls(said["pk"], said["name"], said["role"], scope)

    def json(self) -> dict[str, Any]:
        """As kept in a job."""
        codes = sorted(self.territory.codes)
        return {
            "pk": self.pk, "name": self.name, "role": self.role, "codes": codes,
            "everything": self.territory.everything,
        }  # fmt: skip
