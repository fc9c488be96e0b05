"""What the first page shows of reports."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_for_county
from villages.common.registries import HomePanel

HOME = (HomePanel("reports", _("月调度通报"), 20, works_for_county, "reports:panel"),)
