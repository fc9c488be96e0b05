"""What every page's frame needs, under the one name `portal`. No query beyond the request's own."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from villages import navigation, registries
from villages.accounts import pending
from villages.accounts.choices import Role
from villages.common import clock

# The switch lists so many; whoever has more types a code.
MOST_COUNTIES = 12
# What the frame links to, where it is installed.
LINKS = {
    "home": "home",
    "menu": "menu",
    "shortcuts": "shortcuts",
    "appearance": "appearance",
    "search": "villages:search",
    "help": "help:for_page",
    "profile": "accounts:profile",
    "password": "accounts:password",
    "sessions": "accounts:sessions",
    "sign_in": "accounts:sign_in",
    "sign_out": "accounts:sign_out",
    "switch_county": "accounts:switch_county",
    "set_language": "set_language",
}


def portal(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """Brand, place, person, menu and preferences of this page."""
    links = navigation.entries_for(request)
    frame = _place(request) | _person(request) | _preferences(request) | _facts(request)
    frame |= {
        "menu": navigation.grouped(links),
        "bottom_bar": navigation.phone_bar(links),
        "module_label": next((entry.label for _item, entry in links if entry.active), ""),
        "links": {name: navigation.resolved(url_name) for name, url_name in LINKS.items()},
        "notices": _notices(request),
        "kept": _kept(request),
        "path": request.get_full_path(),
    }
    return {"portal": frame}


def _place(request: HttpRequest) -> dict[str, Any]:
    county = getattr(request, "county", None) or None
    counties = list(getattr(request, "counties", None) or ())
    return {
        "county": county,
        "county_name": getattr(county, "name", ""),
        "county_code": getattr(county, "code", ""),
        "counties": counties[:MOST_COUNTIES] if len(counties) > 1 else [],
        "more_counties": len(counties) > MOST_COUNTIES,
        "hotline": getattr(county, "hotline", "") or getattr(settings, "PORTAL_HOTLINE", ""),
    }


def _person(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"user_name": "", "user_role_label": "", "user_unit": "", "acting_for": ""}
    acting_for = getattr(user, "acting_for", None)
    return {
        "user_name": user.name,
        "user_role_label": Role(user.role).label,
        "user_unit": user.unit_name,
        "acting_for": acting_for.name if acting_for else "",
    }


def _kept(request: HttpRequest) -> dict[str, Any] | None:
    """What was typed here before the last session ended."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or _wants_fragment(request):
        return None
    return pending.for_page(request)


def _notices(request: HttpRequest) -> list[Any]:
    """States of the portal that this person should know of."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or _wants_fragment(request):
        return []
    found = (one.find(user) for one in registries.notices() if one.allowed(user))
    return [notice for notice in found if notice]


def _preferences(request: HttpRequest) -> dict[str, Any]:
    return {
        "theme": "dark" if request.COOKIES.get("theme") == "dark" else "light",
        "menu_collapsed": request.COOKIES.get("menu") == "closed",
        "shortcuts": getattr(getattr(request, "user", None), "shortcuts_on", True),
        "languages": settings.LANGUAGES,
        "layout": "layout/fragment.html" if _wants_fragment(request) else "base.html",
    }


def _wants_fragment(request: HttpRequest) -> bool:
    """Htmx asks for a part; going back in history asks for the page again."""
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def _facts(request: HttpRequest) -> dict[str, Any]:
    return {
        "product_name": getattr(settings, "PORTAL_PRODUCT_NAME", "村级党建督导平台"),
        "version": settings.PORTAL_VERSION,
        "demo_date": clock.today() if _is_demo(request) else None,
        "request_id": getattr(request, "request_id", ""),
    }


def _is_demo(request: HttpRequest) -> bool:
    """Whether what is shown is invented: the demo installation, or the demo county in any."""
    county = getattr(request, "county", None) or None
    return bool(settings.PORTAL_DEMO or getattr(county, "is_demo", False))
