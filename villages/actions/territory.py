"""Smaller verbs about units: their class."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from villages.accounts.perms import may_change_map
from villages.choices import VillageKind
from villages.common.errors import DomainError
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def set_village_kind(
    *, villages: Sequence[Village], kind: str, reason: str, by: Any
) -> list[Village]:
    """Villages get a kind (行政村, 社区, 类村级单位); those that were not of it yet, by code.

    One entry in the trail with count and digest. Raises `kind_not_allowed`, `kind_unknown`.
    """
    if not may_change_map(by) or any(not by.territory.covers(one.code) for one in villages):
        raise DomainError(
            "kind_not_allowed", _("只有本县组织部门可以改变类型。"), _("请联系县委组织部。")
        )
    if kind not in VillageKind.values:
        raise DomainError("kind_unknown", _("没有这个类型。"), _("请从列表中选择。"))
    ids = [one.pk for one in villages]
    changed = list(
        Village.objects.select_for_update().filter(pk__in=ids).exclude(kind=kind).order_by("code")
    )
    _write_kind(changed, kind, reason, by)
    return changed


def _write_kind(changed: Sequence[Village], kind: str, reason: str, by: Any) -> None:
    if not changed:
        return
    pks = [one.pk for one in changed]
    Village.objects.filter(pk__in=pks).update(kind=kind, version=F("version") + 1)
    record(
        "village.kind_set",
        by=by,
        county=changed[0].county_code,
        name=_("%(first)s等 %(count)s 个村") % {"first": changed[0].name, "count": len(changed)},
        before={"kinds": {one.code: one.kind for one in changed[:100]}},
        after={"kind": kind},
        reason=reason,
        count=len(changed),
        rows=[(one.code, one.kind, kind) for one in changed],
    )
