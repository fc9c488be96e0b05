"""The back office: Django's admin, to read, for the system administrator only."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class BackOffice(admin.AdminSite):
    """Looks things up; whoever signs in does so on the portal's own page, with its lockout."""

    site_header = site_title = _("后台查询")
    index_title = _("只能查看,不能改动")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """The system administrator, in person."""
        from villages.accounts.perms import may_run_system

        return request.user.is_authenticated and may_run_system(request.user)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The portal's sign-in page; a 404 for those who are signed in and have no business here."""
        if request.user.is_authenticated:
            from django.http import Http404

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
