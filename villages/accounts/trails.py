"""Which part of the trail a person reads."""

from typing import Any

from django.db.models import Q, QuerySet

from villages.accounts import perms
from villages.trace.models import AuditEntry

# Sign-ins, passwords, rights: about colleagues, so for the auditor and for oneself only.
PERSONAL = ("villages_accounts.", "axes.", "otp_")
PERSONAL_ACTIONS = (
    "account.", "session.", "password.", "second_factor.", "user.", "access.", "delegation.",
    "handover.", "token.", "audit.",
)  # fmt: skip


def trail_for(user: Any) -> QuerySet[AuditEntry]:
    """Newest first: everything in his counties for the auditor, business acts in one's territory
    for those who work there, one's own acts for everybody.

    Acts without a county (an unknown user name at sign-in, say) are the auditors'.
    """
    own = Q(actor=user.pk)
    if perms.may_read_audit(user):
        return AuditEntry.objects.filter(_place(user) | Q(county_code="") | own)
    if perms.may_read_own_trail(user):
        return AuditEntry.objects.filter((_place(user) & ~_personal()) | own)
    return AuditEntry.objects.filter(own)


def _place(user: Any) -> Q:
    path = AuditEntry.objects.all().scope_path
    condition = path.condition(user.territory) if path and user.territory else None
    return condition if condition is not None else Q(pk__in=[])


def _personal() -> Q:
    personal = Q()
    for head in PERSONAL:
        personal |= Q(object_kind__startswith=head)
    for head in PERSONAL_ACTIONS:
        personal |= Q(action__startswith=head)
    return personal
