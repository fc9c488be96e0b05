"""The receipt of one submission."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.filings.choices import Channel
from villages.filings.querysets import ReceiptQuerySet


class FilingReceipt(models.Model):
    """What a township gets back: which month, how many villages, when, under which number.

    `key` comes from the client; the same person sending the same key again gets this receipt,
    and nothing is filed twice. `digest` proves later what was handed in.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    number = models.CharField(_("回执编号"), max_length=30, unique=True)
    county_code = models.CharField(_("县代码"), max_length=6)
    township_code = models.CharField(_("乡镇代码"), max_length=9)
    month = models.PositiveIntegerField(_("月份"))
    villages = models.PositiveIntegerField(_("村数"))
    channel = models.CharField(_("方式"), max_length=8, choices=Channel.choices)
    key = models.CharField(_("提交标识"), max_length=200)
    digest = models.CharField(_("摘要"), max_length=64)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("提交人")
    )
    submitted_at = models.DateTimeField(_("提交时间"))

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报回执")
        verbose_name_plural = _("填报回执")
        ordering = ["-submitted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["submitted_by", "key"],
                name="receipt_key_once",
                violation_error_message=_("这次提交已经收到。"),
            ),
            models.CheckConstraint(
                condition=Q(villages__gt=0),
                name="receipt_has_villages",
                violation_error_message=_("一次提交至少包括一个村。"),
            ),
            models.CheckConstraint(
                condition=Q(township_code__startswith=models.F("county_code")),
                name="receipt_inside_county",
                violation_error_message=_("乡镇应在本县之内。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number
