"""Where a page leads afterwards: only inside this site."""

from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def way_on(request: HttpRequest, default: str = "home") -> str:
    """The address named by `next` when it is ours, else the default page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else resolve_url(default)
