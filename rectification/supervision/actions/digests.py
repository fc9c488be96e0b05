"""One message a working morning with what is new, for channels that want it so."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rectification.supervision.actions.outbox import page_url, put
from rectification.supervision.figures.news import news_of
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_states import DeliveryStatus
from rectification.supervision.parameters.notices import quiet
from rectification.supervision.rules.quiet_hours import is_quiet
from villages import workdays
from villages.common.clock import ZONE, day_of
from villages.common.workdays import is_workday
from villages.ledgers.keeping import changed, locked

KEY = "digest:"


def make_digests(at: datetime) -> list[Delivery]:
    """The digests of this day that are not written yet, unless it is quiet. Twice is once."""
    on = day_of(at)
    if not is_workday(on, workdays.adjusted()):
        return []
    due = Channel.objects.filter(Q(digest_on=None) | Q(digest_on__lt=on), digest=True, active=True)
    made = [_digest(one, at) for one in due.order_by("pk") if not _is_quiet(one, at)]
    return [one for one in made if one]


@transaction.atomic
def _digest(channel: Channel, at: datetime) -> Delivery | None:
    """The message of one channel; none where nothing is new, and then it is not asked again."""
    row, on = locked(channel), day_of(at)
    lines = [*_folded(row, at), *news_of(row, since=row.digest_on, on=on)]
    row.digest_on = on
    row.save(update_fields=["digest_on"])
    if not lines:
        return None
    title = _("今日汇总:%d 件") % len(lines)
    data = {"lines": lines, "url": page_url("supervision:inbox")}
    return put(row, key=f"{KEY}{on.isoformat()}", title=title, data=data, at=at)


def _folded(channel: Channel, at: datetime) -> list[str]:
    """Titles of messages that wait for the digest; they are done with it."""
    rows = Delivery.objects.select_for_update(no_key=True).filter(
        channel=channel, status=DeliveryStatus.WAITING, attempts=0, urgent=False
    )
    found = [one for one in rows.order_by("made_at", "pk") if not one.key.startswith(KEY)]
    for one in found:
        changed(one, status=DeliveryStatus.DONE, tried_at=at, result=_("已并入当天的汇总"))
    return [one.title for one in found]


def _is_quiet(channel: Channel, at: datetime) -> bool:
    hours = quiet(channel.county_code, day_of(at))
    return is_quiet(at.astimezone(ZONE), hours, workdays.adjusted())
