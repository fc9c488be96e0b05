"""The first page after sign-in, the menu as a page, the list of shortcuts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.common import clock
from villages.home import duties_of, open_work, panels_of, territory_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open work first, then the person's territory or, for administrators, their duties."""
    user = request.user
    county = getattr(request, "county", None) or None
    page = {
        "todos": open_work(user),
        "today": clock.today(),
        "territory": territory_of(user, getattr(county, "code", "")),
        "duty": duties_of(user),
        "panels": panels_of(user),
    }
    return render(request, "home.html", page)


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """The whole menu: where the menu button leads without scripts."""
    return render(request, "villages/home/menu.html", {"breadcrumbs": [(_("菜单"), "")]})


@require_safe
def shortcuts(request: HttpRequest) -> HttpResponse:
    """The keyboard shortcuts: where the dialog's link leads without scripts."""
    return render(request, "villages/home/shortcuts.html", {"breadcrumbs": [(_("快捷键"), "")]})
