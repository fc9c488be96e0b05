"""The menu entry of background work."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_run_system, works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "jobs", _("后台任务"), "jobs:jobs", "inbox", 80,
        lambda user: works_in_territory(user) or may_run_system(user),
    ),
)  # fmt: skip
