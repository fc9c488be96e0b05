"""Rows in the back office: to look things up, never to change them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from villages.accounts.perms import may_change_map, may_run_system
from villages.ledgers.declaring import Ledger
from villages.ledgers.kinds import is_key

_MOST_COLUMNS = 8


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows to read; every change of data is an action with its rules and its trail."""

    reads_only = True
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def may_look(self, user: Any) -> bool:
        """Whose rows these are: the system administrator's, who keeps out of business data."""
        return may_run_system(user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may look."""
        return self.may_look(request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever may look."""
        return self.may_look(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Rows inside the person's territory."""
        return super().get_queryset(request).visible_to(request.user)  # type: ignore[attr-defined]


class LedgerAdmin(ReadOnlyAdmin):
    """Rows of a ledger, for the department that answers for them. Nothing sealed or restricted."""

    ledger: Ledger

    def may_look(self, user: Any) -> bool:
        """Department staff who may read the ledger."""
        return may_change_map(user) and self.ledger.may_read(user)


def office_of(ledger: Ledger) -> type[LedgerAdmin]:
    """The page of a ledger's model, from its items."""
    items = [one for one in ledger.items if not one.seen_by]
    names = [one.name for one in items]
    listed = [one.name for one in items if one.listed and not one.wide][:_MOST_COLUMNS]
    members = {
        "__doc__": f"Rows of {ledger.title_en}.",
        "ledger": ledger,
        "fields": (*names, "version"),
        "list_display": tuple(listed or names[:_MOST_COLUMNS]),
        "list_select_related": tuple(one.name for one in items if is_key(ledger, one)) or False,
        "search_fields": tuple(ledger.search),
    }
    return type("OfficeOfLedger", (LedgerAdmin,), members)
