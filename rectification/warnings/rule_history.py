"""Who wrote a draft last, for somebody who wrote at the same time."""

from django.utils.timezone import localtime

from rectification.warnings.models import RuleDraft
from villages.trace.models import AuditEntry


def last_change(row: RuleDraft) -> tuple[str, str]:
    """When and by whom; empty where the trail knows nothing. One query."""
    rows = AuditEntry.objects.filter(object_kind=row._meta.label_lower, object_key=row.uid)
    last = rows.order_by("-id").first()
    return (localtime(last.at).strftime("%Y-%m-%d %H:%M"), last.actor_name) if last else ("", "")
