"""The menu entry of filing."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import MenuItem
from villages.filings.perms import may_see_filings

MENU = (
    MenuItem(
        "filings", _("填报"), "filings:tasks", "pencil", 40, may_see_filings, group=_("填报"),
        phone_order=1,
    ),
)  # fmt: skip
