"""Is the portal alive, and is it ready?"""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from villages.jobs.health import LATE, oldest_wait


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process answers. It starts only after migrations and the demo are in."""
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503; details are for administrators only.

    `jobs` is `late` when the oldest due job has waited for more than five minutes. That is no
    reason to take pages away, so the status stays 200: monitoring should read the word.
    """
    try:
        late = oldest_wait() > LATE
    except Error:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ready", "jobs": "late" if late else "on time"})


@login_not_required
@csrf_exempt
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """Where browsers say that something broke the content policy; logged, cut to size."""
    body = request.read(4096).decode("utf-8", "replace")
    logging.getLogger("portal.csp").warning("csp report %s", body)
    return HttpResponse(status=204)
