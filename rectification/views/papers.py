"""The case file as a document."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from rectification.actions.papers import print_case_file
from rectification.models import RectificationCase
from rectification.perms import may_see_cases
from villages.accounts.access import requires
from villages.common import clock
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_see_cases)
def case_file(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The whole file of one case, ready for paper."""
    case = get_visible_or_404(RectificationCase, request.user, uid=uid)
    return download(*print_case_file(case, by=request.user, on=clock.today()))
