"""Who sees notices, receipts, channels and deliveries."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from rectification.supervision.notice_states import OUT, Reach
from rectification.supervision.querysets import person_of
from villages.accounts.choices import COUNTY_ROLES, Role
from villages.common.scope import TOWNSHIP, VILLAGE, Scope
from villages.querysets import ScopedQuerySet, ScopePath


def seats_of(user: Any) -> Any:
    """Departments for which the person answers now."""
    seats = apps.get_model("rectification_supervision", "DepartmentSeat")._default_manager
    return seats.filter(user=person_of(user), valid_to=None).values("department")


def is_placeless(user: Any) -> bool:
    """Whether the person sees by seats alone."""
    return getattr(user, "pk", None) is not None and not getattr(user, "territory", None)


class NoticeRows(ScopedQuerySet):
    """Notices: a house sees its own, a unit those that address it once they are out."""

    scope_path = ScopePath("county_code", "from_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Notices of the territory's houses, and those sent into it."""
        own = super().in_scope(scope)
        if not scope or scope.everything:
            return own
        towns, villages = scope.level(TOWNSHIP), scope.level(VILLAGE)
        if not (towns or villages):
            return own
        around = {code[:TOWNSHIP] for code in villages}
        whom = Q(unit_code__in=[*towns, *villages])
        return own | self._out(whom | Q(unit_code__in=around, notice__reach=Reach.VILLAGES))

    def visible_to(self, user: Any) -> Self:
        """One's territory; for departments what addresses one's seat."""
        if is_placeless(user):
            return self._out(Q(department__in=seats_of(user)))
        rows = super().visible_to(user)
        if getattr(user, "acting_role", "") != Role.TOWNSHIP_CLERK:
            return rows
        own = Q(from_code__in=user.territory.level(TOWNSHIP))
        return rows.filter(own | ~Q(reach=Reach.SECRETARIES))

    def _out(self, whom: Q) -> Self:
        units = apps.get_model("rectification_supervision", "NoticeUnit")._default_manager
        return self.filter(Exists(units.filter(whom, notice=OuterRef("pk"))), status__in=OUT)


class NoticeVersionRows(ScopedQuerySet):
    """Wordings: a house sees all of its own, a unit the published ones of what addresses it."""

    scope_path = ScopePath("county_code", "notice__from_code")

    def visible_to(self, user: Any) -> Self:
        """One's house's, and published ones of notices that one sees."""
        notices = apps.get_model("rectification_supervision", "Notice")._default_manager
        seen: Any = notices
        mine = super().visible_to(user)
        return mine | self.filter(notice__in=seen.visible_to(user), published_at__isnull=False)


class NoticePartRows(ScopedQuerySet):
    """What belongs to one unit of a notice; `unit_path` leads to the unit."""

    scope_path = ScopePath("county_code")
    unit_path = "unit__"

    def in_scope(self, scope: Scope | None) -> Self:
        """Those of notices that the territory issued, and those of its own units."""
        own = super().in_scope(scope)
        codes = [*scope.level(TOWNSHIP), *scope.level(VILLAGE)] if scope else []
        if not scope or scope.everything or not codes:
            return own
        issued = Q(**{f"{self.unit_path}notice__from_code__in": codes})
        received = Q(**{f"{self.unit_path}unit_code__in": codes}) & self._known()
        return own | self.filter(issued | received)

    def visible_to(self, user: Any) -> Self:
        """One's territory; for departments those of one's seat."""
        if is_placeless(user):
            mine = Q(**{f"{self.unit_path}department__in": seats_of(user)})
            return self.filter(mine, self._known())
        return super().visible_to(user)

    def _known(self) -> Q:
        return Q(**{f"{self.unit_path}notice__status__in": OUT})


class NoticeUnitRows(NoticePartRows):
    """The units that a notice addresses."""

    unit_path = ""


class ChannelRows(ScopedQuerySet):
    """Channels: one's own, and those of the unit for which one works; never another person's."""

    scope_path = ScopePath("county_code", "unit_code")
    channel_path = ""

    def visible_to(self, user: Any) -> Self:
        """Own ones, and those of one's unit."""
        if getattr(user, "pk", None) is None:
            return self.none()
        path = self.channel_path
        mine = Q(**{f"{path}user": user.pk})
        of_unit = Q(**{f"{path}user": None})
        if is_placeless(user):
            return self.filter(mine | (of_unit & Q(**{f"{path}department__in": seats_of(user)})))
        if getattr(user, "acting_role", "") in COUNTY_ROLES:
            wide = super().visible_to(user).values("pk")
            return self.filter(mine | (of_unit & Q(pk__in=wide)))
        codes = [*user.territory.level(TOWNSHIP), *user.territory.level(VILLAGE)]
        return self.filter(mine | (of_unit & Q(**{f"{path}unit_code__in": codes})))


class DeliveryRows(ChannelRows):
    """Messages, seen by whoever sees their channel."""

    scope_path = ScopePath("county_code")
    channel_path = "channel__"
