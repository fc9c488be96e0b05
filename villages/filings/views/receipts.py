"""The receipt of one submission, on screen and on paper."""

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_read_own_trail
from villages.accounts.trails import trail_for
from villages.common import clock
from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.figures.corrected import marked
from villages.filings.models import Filing, FilingReceipt
from villages.filings.perms import may_file, may_see_filings
from villages.filings.views.place import due_of
from villages.imports.months import closing_date, openness
from villages.lists.getting import get_visible_or_404
from villages.models import County, Township
from villages.trace.models import AuditEntry
from villages.trace.sentences import sentence


@require_safe
@requires(may_see_filings)
def receipt(request: HttpRequest, uid: str) -> HttpResponse:
    """Number, QR code, villages, what happens next and who looks at it."""
    rows = FilingReceipt.objects.select_related("submitted_by")
    found = get_visible_or_404(rows, request.user, uid=uid)
    month = Month.from_number(found.month)
    filings = list(_filings(found, request.user))
    waiting = sum(one.state == FilingState.SUBMITTED for one in filings)
    is_open = _takes_any(found, filings, month)
    context = {
        "receipt": found,
        "month": month,
        "township": Township.objects.get(code=found.township_code),
        "county": County.objects.get(code=found.county_code),
        "filings": filings,
        "waiting": waiting,
        "late": sum(one.is_late for one in filings),
        "gone": found.villages - len(filings),
        "due_on": due_of(found.county_code, month),
        "closes_on": closing_date(month, found.county_code),
        "is_closed": not is_open,
        "all_accepted": all(one.state == FilingState.ACCEPTED for one in filings),
        "terms": _terms(found),
        "withdraw_url": reverse("filings:withdraw", args=[month.code, found.township_code]),
        "qr": _qr(request),
        "trail": _trail(found, request.user),
        "may_withdraw": waiting and is_open and may_file(request.user),
        "breadcrumbs": [(_("填报"), reverse("filings:tasks")), (found.number, "")],
    }
    return render(request, "filings/receipt.html", context)


def _filings(found: FilingReceipt, user: Any) -> Any:
    rows = Filing.objects.visible_to(user).filter(receipt=found)
    return marked(rows).select_related("village").order_by("village__code")


def _terms(found: FilingReceipt) -> list[tuple[str, str]]:
    """What the receipt proves; the digest shortened as people compare it."""
    return [
        (_("回执编号"), found.number),
        (_("村数"), str(found.villages)),
        (_("提交人"), found.submitted_by.name),
        (_("提交时间"), localtime(found.submitted_at).strftime("%Y-%m-%d %H:%M")),
        (_("方式"), str(found.get_channel_display())),
        (_("内容摘要"), found.digest[:12]),
    ]


def _takes_any(found: FilingReceipt, filings: list[Filing], month: Month) -> bool:
    """Whether the month still takes edits of the township, or of one of these villages."""
    takes = openness(county=found.county_code, month=month, on=clock.today())
    return any(map(takes, (found.township_code, *(one.village.code for one in filings))))


def _qr(request: HttpRequest) -> Any:
    """A picture that leads to this page; drawn here, from nothing but the address."""
    code = segno.make(request.build_absolute_uri(request.path), error="m")
    return mark_safe(code.svg_inline(scale=3, border=2, light="#fff", omitsize=False))  # noqa: S308


def _trail(found: FilingReceipt, user: Any) -> list[dict[str, Any]]:
    """Who handed it in, and for whom."""
    if not may_read_own_trail(user):
        return []
    rows = trail_for(user).filter(object_kind=FilingReceipt._meta.label_lower)
    return [
        {
            "when": localtime(one.at).strftime("%Y-%m-%d %H:%M"),
            "title": sentence(one),
            "who": _who(one),
        }
        for one in rows.filter(object_key=found.uid).order_by("-id")
    ]


def _who(entry: AuditEntry) -> str:
    """A deputy is named with the colleague for whom he acted."""
    if entry.on_behalf_of:
        return _("%(name)s(代%(other)s)") % {"name": entry.actor_name, "other": entry.on_behalf_of}
    return entry.actor_name
