"""Back office of territory: to look things up, never to change them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from villages.ledgers.back_office import ReadOnlyAdmin
from villages.models import (
    County,
    FormerName,
    Parameter,
    Succession,
    Township,
    Village,
)


@admin.register(County)
class CountyAdmin(ReadOnlyAdmin):
    """Counties."""

    list_display = ("code", "name", "province_name", "city_name", "valid_from", "valid_to")
    search_fields = ("code", "search_text")


@admin.register(Township)
class TownshipAdmin(ReadOnlyAdmin):
    """Townships."""

    list_display = ("code", "name", "kind", "valid_from", "valid_to")
    list_filter = ("kind",)
    search_fields = ("code", "search_text")


@admin.register(Village)
class VillageAdmin(ReadOnlyAdmin):
    """Villages."""

    list_display = ("code", "name", "township", "kind", "valid_from", "valid_to")
    list_select_related = ("township",)
    list_filter = ("kind",)
    search_fields = ("code", "search_text")


@admin.register(FormerName)
class FormerNameAdmin(ReadOnlyAdmin):
    """Former names."""

    list_display = ("unit_code", "name", "valid_to", "basis")
    search_fields = ("unit_code", "name")


@admin.register(Succession)
class SuccessionAdmin(ReadOnlyAdmin):
    """What followed what."""

    list_display = ("unit_code", "successor_code", "kind", "effective_on", "is_main", "basis")
    search_fields = ("unit_code", "successor_code")


@admin.register(Parameter)
class ParameterAdmin(ReadOnlyAdmin):
    """Numbers that decide."""

    list_display = ("key", "county_code", "value", "effective_from", "effective_to", "basis")
    search_fields = ("key",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Those of the installation and of the administrator's counties."""
        rows = admin.ModelAdmin.get_queryset(self, request)
        return rows.filter(county_code="") | rows.visible_to(request.user)  # type: ignore[attr-defined]
