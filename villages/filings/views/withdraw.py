"""Taking villages back while the county has not accepted them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions import withdrawing
from villages.filings.choices import FilingState
from villages.filings.models import Filing
from villages.filings.perms import may_file
from villages.filings.views.place import Place, place_of


@require_POST
@requires(may_file)
def withdraw(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """The villages of a receipt, or one village; what was handed in is a draft again."""
    place = place_of(request, month, township)
    codes = _codes(request, place)
    try:
        if not codes:
            raise DomainError(
                "nothing_submitted", _("没有可以撤回的村。"), _("已通过的请联系县委组织部退回。")
            )
        withdrawing.withdraw(month=month, codes=codes, by=request.user, at=clock.now())
    except DomainError as error:
        messages.error(request, str(error))
        return redirect(place.url("township"))
    messages.success(
        request, _("已撤回 %d 个村。填过的内容都在草稿里,改好后再提交即可。") % len(codes)
    )
    return redirect(place.url("township"))


def _codes(request: HttpRequest, place: Place) -> list[str]:
    """Only what waits for the county; what it accepted meanwhile stays."""
    rows = Filing.objects.visible_to(request.user).of_month(place.month)
    rows = rows.filter(village__in=[one.pk for one in place.villages], state=FilingState.SUBMITTED)
    if uid := request.POST.get("receipt", ""):
        rows = rows.filter(receipt__uid=uid)
    else:
        rows = rows.filter(village__code__in=request.POST.getlist("village"))
    return list(rows.order_by("village__code").values_list("village__code", flat=True))
