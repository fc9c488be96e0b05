"""Who sees inspections, task lists and voices."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from rectification.supervision.choices import VoiceKind
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.querysets import person_of
from rectification.supervision.voice_states import LIVE_VOICES, VoiceStatus
from villages.accounts.choices import COUNTY_ROLES, Role
from villages.common.scope import COUNTY, TOWNSHIP, VILLAGE, Scope
from villages.ledgers.models import CountyRows, VillageRows
from villages.querysets import ScopedQuerySet, ScopePath


def works_in_county(user: Any) -> bool:
    """County people, and service accounts of the whole county, see what is hidden from townships
    until published."""
    role = getattr(user, "acting_role", "")
    if role == Role.API_CLIENT:
        return any(len(code) <= COUNTY for code in user.territory.codes)
    return role in COUNTY_ROLES


class InspectionRows(CountyRows):
    """Inspections: the county's own until published, then everybody's whom they touched."""

    def visible_to(self, user: Any) -> Self:
        """All of the county for county people; published ones with a village inside for others."""
        if works_in_county(user):
            return super().visible_to(user)
        sites = apps.get_model("rectification_supervision", "InspectionSite")._default_manager
        mine = sites.in_scope(getattr(user, "territory", None)).values("inspection")
        return self.filter(pk__in=mine, status=InspectionStatus.PUBLISHED)


class InspectionPartRows(VillageRows):
    """Sites and findings; `inspection_path` leads to their inspection."""

    inspection_path = "inspection__"

    def visible_to(self, user: Any) -> Self:
        """Inside the territory; for townships once the inspection is published."""
        rows = super().visible_to(user)
        return rows if works_in_county(user) else rows.published()

    def published(self) -> Self:
        """Of inspections that townships know of."""
        return self.filter(**{f"{self.inspection_path}status": InspectionStatus.PUBLISHED})

    def handed_on(self) -> Self:
        """Packs and papers go to townships: what is hidden from them stays out."""
        return self.published()


class FindingRows(InspectionPartRows):
    """Findings; restricted ones are for the county alone."""

    inspection_path = "site__inspection__"

    def visible_to(self, user: Any) -> Self:
        """Without restricted ones for everybody but the organization department."""
        rows = super().visible_to(user)
        told = {Role.COUNTY_STAFF, Role.COUNTY_MINISTER}
        if getattr(user, "acting_role", "") in told:
            return rows
        return rows.filter(restricted=False)

    def handed_on(self) -> Self:
        """Published, and never the restricted ones."""
        return super().handed_on().filter(restricted=False)


class SiteChildRows(InspectionPartRows):
    """Answers and comparisons of a site."""

    inspection_path = "site__inspection__"


class TripRows(ScopedQuerySet):
    """Planned trips: the county's own register."""

    scope_path = ScopePath("county_code")


def _seats_of(user: Any) -> Any:
    """Departments for which the person answers now."""
    seats = apps.get_model("rectification_supervision", "DepartmentSeat")._default_manager
    return seats.filter(user=person_of(user), valid_to=None).values("department")


def _is_placeless(user: Any) -> bool:
    return getattr(user, "pk", None) is not None and not getattr(user, "territory", None)


class TaskRows(ScopedQuerySet):
    """Tasks of lists: the county all of its own, a unit its own once the list is published."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Tasks of the county, and published ones of townships inside."""
        wide = super().in_scope(scope)
        towns = scope.level(TOWNSHIP) if scope else ()
        return wide | self._published().filter(unit_code__in=towns) if towns else wide

    def visible_to(self, user: Any) -> Self:
        """One's territory; for departments those of one's seat."""
        if _is_placeless(user):
            return self._published().filter(department__in=_seats_of(user))
        return super().visible_to(user)

    def _published(self) -> Self:
        return self.filter(list__published_on__isnull=False)

    def overdue(self, on: date) -> Self:
        """Not ticked after their day."""
        return self.filter(done_on=None, due_on__lt=on)


class TaskListRows(ScopedQuerySet):
    """Task lists: the county all of its own, a unit the published ones that ask something of it."""

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Lists of the county, and published ones with a task for a township inside."""
        wide = super().in_scope(scope)
        towns = scope.level(TOWNSHIP) if scope else ()
        return wide | self._asking(Q(unit_code__in=towns)) if towns else wide

    def visible_to(self, user: Any) -> Self:
        """One's territory; for departments those that ask something of one's seat."""
        if _is_placeless(user):
            return self._asking(Q(department__in=_seats_of(user)))
        return super().visible_to(user)

    def _asking(self, whom: Q) -> Self:
        tasks = apps.get_model("rectification_supervision", "ListTask")._default_manager
        asked = tasks.filter(whom, list=OuterRef("pk"))
        return self.filter(Exists(asked), published_on__isnull=False)


class DayRows(ScopedQuerySet):
    """Lines of day lists: nobody's but one's own, whatever the territory."""

    def visible_to(self, user: Any) -> Self:
        """One's own."""
        return self.filter(user=getattr(user, "pk", None))


class VoiceRows(ScopedQuerySet):
    """What people brought up: seen by the county, the place it comes from, whoever answers it.

    A complaint is for the county alone until it is assigned, and then for the unit that answers:
    never for the place complained about as such.
    """

    scope_path = ScopePath("county_code")

    def in_scope(self, scope: Scope | None) -> Self:
        """Assigned to a unit of the territory, or coming from a place inside."""
        wide = super().in_scope(scope)
        if not scope or scope.everything:
            return wide
        towns, villages = scope.level(TOWNSHIP), scope.level(VILLAGE)
        if not (towns or villages):
            return wide
        inside = (
            Q(township_code__in=towns)
            | Q(village__township__code__in=towns)
            | Q(village__code__in=villages)
        )
        inside &= ~Q(kind=VoiceKind.COMPLAINT)
        return wide | self.filter(inside | Q(unit_code__in=towns))

    def visible_to(self, user: Any) -> Self:
        """One's territory; for departments what was assigned to one's seat."""
        if _is_placeless(user):
            return self.filter(department__in=_seats_of(user))
        return super().visible_to(user)

    def handed_on(self) -> Self:
        """Never complaints."""
        return self.exclude(kind=VoiceKind.COMPLAINT)

    def live(self) -> Self:
        """Somebody still owes something."""
        return self.filter(status__in=LIVE_VOICES)

    def overdue(self, on: date) -> Self:
        """The unit is waited for after its day."""
        return self.filter(status=VoiceStatus.ASSIGNED, due_on__lt=on)
