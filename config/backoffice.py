"""The back office: Django's admin, to read: the map and the numbers that decide for the system
administrator, the ledgers for the organization department."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class BackOffice(admin.AdminSite):
    """Looks things up; whoever signs in does so on the portal's own page, with its lockout."""

    site_header = site_title = _("后台查询")
    index_title = _("只能查看,不能改动")
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Only pages that cannot write: what libraries bring for their own tables stays out."""
        if admin_class is not None and getattr(admin_class, "reads_only", False):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever has rows to look at here."""
        from villages.accounts.perms import may_change_map, may_run_system

        user = request.user
        return user.is_authenticated and (may_run_system(user) or may_change_map(user))

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The portal's sign-in page; a 404 for signed-in people without business here."""
        if request.user.is_authenticated:
            raise Http404
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('accounts:sign_in')}?{query}")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Back to the portal, where signing out ends the whole session."""
        return redirect("home")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The portal's own page, with its rules."""
        return redirect("accounts:password")


class BackOfficeConfig(AdminConfig):
    """Puts the back office in the place of Django's own site."""

    default_site = "config.backoffice.BackOffice"
