"""Back to the list from which a form was sent."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest) -> str:
    """The address named `next` if it lies on this site, else the start page."""
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own and len(wanted) <= 4000 else resolve_url("home")


def list_path(address: str) -> str:
    """The path of a list's address, without its question."""
    return urlsplit(address).path[:200]


def with_view(address: str, view: str) -> str:
    """The address of the list with this view open and nothing else asked."""
    return f"{list_path(address)}?{urlencode({'view': view})}"


def view_named(address: str) -> str:
    """The view that is open at this address; empty without one."""
    return dict(parse_qsl(urlsplit(address).query)).get("view", "")


def back(request: HttpRequest) -> HttpResponseRedirect:
    """The answer that goes back."""
    return HttpResponseRedirect(safe_next(request))
