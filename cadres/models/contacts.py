"""What a village tells everybody about how to reach it (公开联系方式)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import check, once
from villages.ledgers.models import VillageRow


class PublicContact(VillageRow):
    """The office telephone of a village and when somebody is on duty; never a private number."""

    office_phone = models.CharField(_("办公电话"), max_length=30, blank=True, default="")
    duty_line = models.CharField(_("值班安排"), max_length=120, blank=True, default="")
    as_of = models.DateField(_("核对日期"))

    class Meta:
        verbose_name = _("公开联系方式")
        verbose_name_plural = _("公开联系方式")
        constraints = [
            once("contact_once", "village", message=_("该村已登记公开联系方式。")),
            check(
                "contact_says_something",
                ~Q(office_phone="") | ~Q(duty_line=""),
                _("办公电话和值班安排至少填写一项。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.village)
