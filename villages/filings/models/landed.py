"""What ledger rows were before a filing wrote them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from villages.filings.models.filings import Filing
from villages.filings.querysets import PartQuerySet


class LandedRow(models.Model):
    """One ledger row that a filing made, changed or took away, and how it was before.

    `before` holds the fields of the row as they were when this filing first touched it; null:
    there was no row. It serves to take the filing back and is never shown as a value.
    """

    filing = models.ForeignKey(
        Filing, models.CASCADE, to_field="uid", related_name="landed", verbose_name=_("填报")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    ledger = models.CharField(_("台账"), max_length=60)
    row = models.BigIntegerField(_("记录"))
    before = models.JSONField(_("填报前"), null=True, blank=True, encoder=DjangoJSONEncoder)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报写入的记录")
        verbose_name_plural = _("填报写入的记录")
        ordering = ["filing", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "ledger", "row"],
                name="landed_row_once",
                violation_error_message=_("这次填报已经写入这条记录。"),
            ),
            models.CheckConstraint(
                condition=~models.Q(ledger=""),
                name="landed_row_has_ledger",
                violation_error_message=_("写入的记录必须写明台账。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ledger} {self.row}"
