"""One look at a site says what it has and what it lacks."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.perms import may_keep_ledgers
from villages.affairs.models import SiteItem, SiteNeed
from villages.common.errors import DomainError
from villages.models import Village
from villages.trace.record import record


def needs_of(county: str, on: date) -> Any:
    """The county's list of needs in force on a day, in its order."""
    return SiteNeed.objects.in_county(county).on(on).order_by("number", "pk")


@transaction.atomic
def check_site(
    *, village: Village, present: Collection[int], checked_on: date, today: date, by: Any
) -> int:
    """Writes for every need of the list whether the village has it; gives how many changed.

    `present` are the keys of the needs that are there; all others of the list are not. A need
    looked at before keeps its row with the newer day. Raises `site_not_allowed`,
    `site_check_future`, `site_check_older`.
    """
    _require(village, checked_on, today, by)
    Village.objects.select_for_update().get(pk=village.pk)
    known = {row.need_id: row for row in SiteItem.objects.filter(village=village)}
    _require_newest(known.values(), checked_on)
    changed = 0
    for need in needs_of(village.county_code, today):
        row = known.get(need.pk) or _new(village, need)
        changed += row.pk is None or row.is_present != (need.pk in present)
        row.is_present, row.checked_on = need.pk in present, checked_on
        row.version += 1 if row.pk else 0
        row.save()
    record("affairs.site_checked", village, by=by, name=village.name, count=changed,
           after={"checked_on": checked_on})  # fmt: skip
    return changed


def _new(village: Village, need: SiteNeed) -> SiteItem:
    return SiteItem(village=village, county_code=village.county_code, need=need)


def _require(village: Village, checked_on: date, today: date, by: Any) -> None:
    if not may_keep_ledgers(by) or not by.territory.covers(village.code):
        words = _("您不能登记这个村的场所配备。")
        raise DomainError("site_not_allowed", words, _("请联系所在乡镇的组织干事。"))
    if checked_on > today:
        words = _("核查日期不能晚于今天。")
        raise DomainError("site_check_future", words, checked_on=words)


def _require_newest(rows: Collection[SiteItem], checked_on: date) -> None:
    last = max((row.checked_on for row in rows), default=checked_on)
    if checked_on < last:
        words = _("已有 %s 的核查,不能用更早的覆盖。") % last
        raise DomainError("site_check_older", words, checked_on=words)
