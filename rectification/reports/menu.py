"""The area's entry of the side menu."""

from django.utils.translation import gettext_lazy as _

from rectification.reports.perms import may_see_reports
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "reports", _("报告"), "reports:centre", "report", 45, may_see_reports,
        group=_("整顿与督导"),
    ),
)  # fmt: skip
