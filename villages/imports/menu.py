"""Menu entries of months and imports."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem
from villages.imports.perms import may_import

MENU = (
    MenuItem(
        "months", _("月份与封账"), "imports:months", "calendar-event", 45, works_in_territory,
        group=_("填报"),
    ),
    MenuItem(
        "imports", _("导入"), "imports:batches", "upload", 46, may_import, group=_("填报"),
    ),
)  # fmt: skip
