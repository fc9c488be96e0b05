"""Handing in, exactly once: the page's own key makes a second click the same submission."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from villages.accounts.access import requires
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings import posted
from villages.filings.actions import submitting
from villages.filings.actions.submitting import Submission
from villages.filings.choices import Channel
from villages.filings.perms import may_file
from villages.filings.views.check import check_page
from villages.filings.views.place import Place, place_of

_LONGEST_KEY = 200


@require_POST
@requires(may_file)
def submit(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """The chosen villages; then the receipt, or the check page with what stands in the way."""
    place = place_of(request, month, township)
    try:
        handed = _handed(request, place)
        receipt = submitting.submit(handed=handed, by=request.user, at=clock.now())
    except DomainError as error:
        return check_page(request, place, error=error)
    return redirect("filings:receipt", uid=receipt.uid)


def _handed(request: HttpRequest, place: Place) -> Submission:
    codes = tuple(sorted(set(request.POST.getlist("village"))))
    key = request.POST.get("key", "")[:_LONGEST_KEY]
    if not codes or not key:
        words = _("请至少选择一个村。")
        raise DomainError("village_missing", words, _("如果页面放置太久,请刷新后再提交。"))
    seen = posted.versions(request.POST)
    return Submission(
        place.month, codes, key, Channel.GRID, notes=posted.texts(request.POST, posted.NOTE),
        versions={code: seen[code] for code in codes if code in seen},
        seconds=posted.seconds(request.POST),
    )  # fmt: skip
