"""Actors that are not people: the command line and scheduled jobs."""

from dataclasses import dataclass

from villages.common.scope import Scope


@dataclass(frozen=True)
class ServiceActor:
    """Acts on the whole database and stands in the trail under its name."""

    name: str
    pk: None = None
    role: str = "service"
    is_active: bool = True
    is_authenticated: bool = True
    acting_for: None = None

    @property
    def acting_role(self) -> str:
        """Its own role."""
        return self.role

    @property
    def territory(self) -> Scope:
        """Everything."""
        return Scope.all()


COMMAND_LINE = ServiceActor("命令行")
SCHEDULE = ServiceActor("定时任务")
