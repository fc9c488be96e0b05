"""What the pages about people show."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from villages import registries
from villages.accounts.choices import RequestState
from villages.accounts.models import AccessRequest, Delegation, Jurisdiction, User
from villages.accounts.places import names_of
from villages.accounts.policies import rights_of
from villages.common import clock
from villages.models import Township
from villages.trace.models import AuditEntry

NEWEST = 10


@dataclass(frozen=True)
class Held:
    """A place that a person holds today, in words, with its days and its ground."""

    place: str
    row: Jurisdiction


@dataclass(frozen=True)
class AccountFacts:
    """Everything about one account beside its own fields."""

    held: list[Held]
    waiting: AccessRequest | None
    delegations: list[Delegation]
    history: list[AuditEntry]


def account_facts(subject: User) -> AccountFacts:
    """Places, the open request, deputyships that are not over, the newest acts on the account."""
    return AccountFacts(
        held=_held(subject),
        waiting=_waiting(subject),
        delegations=open_delegations(subject),
        history=list(_acts_on(subject)[:NEWEST]),
    )


def _held(subject: User) -> list[Held]:
    rows = list(subject.jurisdictions.in_force(clock.today()).select_related("granted_by"))
    names = names_of(row.unit_code for row in rows)
    return [Held(names[row.unit_code], row) for row in rows]


def _waiting(subject: User) -> AccessRequest | None:
    rows = subject.access_requests.filter(state=RequestState.WAITING)
    return rows.select_related("requested_by").first()


def open_delegations(person: User) -> list[Delegation]:
    """Deputyships given or held that have not ended, the earliest first."""
    own = Q(principal=person.pk) | Q(deputy=person.pk)
    rows = Delegation.objects.filter(own, ends_on__gte=clock.today())
    return list(rows.select_related("principal", "deputy").order_by("starts_on"))


def _acts_on(subject: User) -> Any:
    return AuditEntry.objects.filter(object_kind=User._meta.label_lower, object_key=subject.uid)


@dataclass(frozen=True)
class Reach:
    """What a person sees and may do: menu, rights in sentences, townships and villages."""

    menu: list[tuple[str, bool]]
    rights: list[tuple[Any, bool]]
    places: list[str]
    townships: list[Township]


def reach_preview(subject: User) -> Reach:
    """As the portal would answer this person today. At most five queries."""
    scope = subject.territory
    return Reach(
        menu=[(str(item.label), item.allowed(subject)) for item in registries.menu()],
        rights=rights_of(subject),
        places=sorted(names_of(scope.codes).values()),
        townships=list(Township.objects.in_scope(scope).on(clock.today())[:200]),
    )
