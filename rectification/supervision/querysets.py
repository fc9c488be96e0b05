"""Who sees which order: its house, the units it addresses once it is out, and nobody else."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from rectification.supervision.states import DONE, LIVE, OWING, SENT, OrderStatus
from villages.common.scope import TOWNSHIP, Scope
from villages.querysets import ScopedQuerySet, ScopePath


def _seated(user: Any) -> Q:
    """Parts addressed to a department for which the person answers."""
    return Q(department__seats__user=person_of(user), department__seats__valid_to=None)


def person_of(user: Any) -> Any:
    """Whose seat counts: the absent colleague's while deputising."""
    return getattr(user, "acting_for", None) or user


class OrderRows(ScopedQuerySet):
    """Orders: the county sees all of its own, a township those it issued or received."""

    scope_path = ScopePath("county_code", "from_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Orders of the territory, and those that were sent into it."""
        own = super().in_scope(scope)
        codes = scope.level(TOWNSHIP) if scope else ()
        if not scope or scope.everything or not codes:
            return own
        return own | self._sent_to(Q(unit_code__in=codes))

    def visible_to(self, user: Any) -> Self:
        """Orders of one's territory; for departments those sent to one's seat."""
        rows = super().visible_to(user)
        if getattr(user, "pk", None) is None or getattr(user, "territory", None):
            return rows
        return self._sent_to(_seated(user))

    def _sent_to(self, whom: Q) -> Self:
        parts = apps.get_model("rectification_supervision", "OrderUnit")._default_manager
        inside = parts.filter(whom, order=OuterRef("pk"))
        return self.filter(Exists(inside), status__in=SENT)

    def sent(self) -> Self:
        """Orders that have left the house."""
        return self.filter(status__in=SENT)

    def live(self) -> Self:
        """Issued and not yet closed by all its units."""
        return self.filter(status=OrderStatus.ISSUED)


class PartRows(ScopedQuerySet):
    """Rows of one unit's part of an order; `unit_path` leads to the part."""

    scope_path = ScopePath("county_code")
    unit_path = "unit__"

    def in_scope(self, scope: Scope | None) -> Self:
        """Parts of the territory's own orders, and those sent into it."""
        own = super().in_scope(scope)
        codes = scope.level(TOWNSHIP) if scope else ()
        if not scope or scope.everything or not codes:
            return own
        issued = Q(**{f"{self.unit_path}order__from_code__in": codes})
        received = Q(**{f"{self.unit_path}unit_code__in": codes}) & self._out()
        return own | self.filter(issued | received)

    def visible_to(self, user: Any) -> Self:
        """The parts of one's territory; for departments those sent to one's seat."""
        if getattr(user, "pk", None) is None or getattr(user, "territory", None):
            return super().visible_to(user)
        seats = apps.get_model("rectification_supervision", "DepartmentSeat")._default_manager
        mine = seats.filter(user=person_of(user), valid_to=None).values("department")
        return self.filter(self._out(), **{f"{self.unit_path}department__in": mine})

    def _out(self) -> Q:
        return Q(**{f"{self.unit_path}order__status__in": SENT})


class UnitRows(PartRows):
    """Units' parts of orders."""

    unit_path = ""

    def live(self) -> Self:
        """Under way: somebody still owes something."""
        return self.filter(status__in=LIVE)

    def owing(self) -> Self:
        """The unit itself is waited for."""
        return self.filter(status__in=OWING)

    def done(self) -> Self:
        """Closed or revoked."""
        return self.filter(status__in=DONE)

    def overdue(self, on: date) -> Self:
        """The unit is waited for after its day."""
        return self.owing().filter(due_on__lt=on)
