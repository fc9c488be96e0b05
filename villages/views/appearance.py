"""How pages look in this browser."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

YEAR = 365 * 24 * 3600


@login_not_required
@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """Keeps light or dark in a cookie and goes back to the page one came from."""
    response = HttpResponseRedirect(_way_back(request))
    theme = "dark" if request.POST.get("theme") == "dark" else "light"
    secure = bool(settings.SESSION_COOKIE_SECURE)
    response.set_cookie("theme", theme, max_age=YEAR, secure=secure, samesite="Lax", httponly=True)
    return response


def _way_back(request: HttpRequest) -> str:
    """Only to a page of this site: an address from a form may be anybody's."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else resolve_url("home")
