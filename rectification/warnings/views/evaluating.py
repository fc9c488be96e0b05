"""Having a month judged."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rectification.warnings.actions.requesting import request_evaluation
from rectification.warnings.perms import may_evaluate
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common.periods import parse_month


@require_POST
@requires(may_evaluate)
def evaluate(request: HttpRequest, code: str) -> HttpResponse:
    """In the background; the page of the job leads back."""
    user: Any = request.user
    job = request_evaluation(by=user, county=county_code(request), month=parse_month(code))
    messages.success(request, _("已开始评估,可以离开页面,完成后在三色预警查看。"))
    return redirect("jobs:job", job.uid)
