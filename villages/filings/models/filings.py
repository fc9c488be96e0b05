"""The filing of one village and month, without the filed values: those stand in the ledgers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common.periods import Month
from villages.filings.choices import FilingState, Mark, ReturnReason
from villages.filings.models.receipts import FilingReceipt
from villages.filings.querysets import FilingQuerySet, PartQuerySet, ReceiptQuerySet
from villages.models import Village

_SENT = (FilingState.SUBMITTED, FilingState.ACCEPTED)


class Filing(models.Model):
    """One village's month (填报). `draft` holds what was typed and not yet submitted, by input.

    `is_late` stays for ever once a first submission came after the due day; `first_sent_at` is
    that first submission. `version` counts changes and guards against lost ones.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="filings", verbose_name=_("村")
    )
    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    state = models.CharField(
        _("状态"), max_length=10, choices=FilingState.choices, default=FilingState.DRAFT
    )
    draft = models.JSONField(_("草稿"), default=dict, blank=True)
    draft_at = models.DateTimeField(_("保存时间"), null=True, blank=True)
    is_late = models.BooleanField(_("迟报"), default=False)
    late_reason = models.CharField(_("迟报说明"), max_length=200, blank=True, default="")
    first_sent_at = models.DateTimeField(_("首次提交时间"), null=True, blank=True)
    sent_at = models.DateTimeField(_("提交时间"), null=True, blank=True)
    receipt = models.ForeignKey(
        FilingReceipt,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="filings",
        verbose_name=_("回执"),
    )
    accepted_at = models.DateTimeField(_("通过时间"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("审核人"),
    )
    version = models.PositiveIntegerField(_("版本"), default=1)

    objects = FilingQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报")
        verbose_name_plural = _("填报")
        ordering = ["-month", "village"]
        indexes = [models.Index(fields=["county_code", "month", "state"], name="filing_by_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "month"],
                name="filing_once",
                violation_error_message=_("这个村该月已有填报。"),
            ),
            models.CheckConstraint(
                condition=Q(month__gte=200001, month__lte=209912),
                name="filing_month",
                violation_error_message=_("月份应写成 202610 的形式。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_SENT)
                | Q(sent_at__isnull=False, first_sent_at__isnull=False, receipt__isnull=False),
                name="filing_sent_has_receipt",
                violation_error_message=_("已提交的填报必须有提交时间和回执。"),
            ),
            models.CheckConstraint(
                condition=Q(state=FilingState.ACCEPTED, accepted_at__isnull=False)
                | (~Q(state=FilingState.ACCEPTED) & Q(accepted_at=None)),
                name="filing_accepted_has_time",
                violation_error_message=_("只有已通过的填报才有通过时间。"),
            ),
            models.CheckConstraint(
                condition=Q(late_reason="") | Q(is_late=True),
                name="filing_reason_if_late",
                violation_error_message=_("没有迟报的,不填迟报说明。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.month}"

    @property
    def period(self) -> Month:
        """The month as a value."""
        return Month.from_number(self.month)


class FilingMark(models.Model):
    """How one input stood in the latest submission, and the sentence that explains it."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="marks")
    county_code = models.CharField(_("县代码"), max_length=6)
    input_key = models.CharField(_("填报项"), max_length=60)
    mark = models.CharField(_("方式"), max_length=10, choices=Mark.choices)
    note = models.CharField(_("说明"), max_length=200, blank=True, default="")

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报方式")
        verbose_name_plural = _("填报方式")
        ordering = ["filing", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "input_key"],
                name="filing_mark_once",
                violation_error_message=_("这一项已经标记。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.input_key} {self.mark}"


class FilingReturn(models.Model):
    """A filing sent back, at one value (`""`: as a whole), and whether it was mended."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="returns")
    county_code = models.CharField(_("县代码"), max_length=6)
    input_key = models.CharField(_("填报项"), max_length=60, blank=True, default="")
    reason = models.CharField(_("原因"), max_length=10, choices=ReturnReason.choices)
    words = models.CharField(_("说明"), max_length=200, blank=True, default="")
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("退回人")
    )
    returned_at = models.DateTimeField(_("退回时间"))
    mended_at = models.DateTimeField(_("重新提交时间"), null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("退回")
        verbose_name_plural = _("退回")
        ordering = ["filing", "-returned_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "input_key"],
                condition=Q(mended_at=None),
                name="filing_return_open_once",
                violation_error_message=_("这一项已经退回,等待乡镇修改。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=ReturnReason.OTHER) | ~Q(words=""),
                name="filing_return_other_words",
                violation_error_message=_("选择“其他”时请写明原因。"),
            ),
            models.CheckConstraint(
                condition=Q(mended_at=None) | Q(mended_at__gte=models.F("returned_at")),
                name="filing_return_days",
                violation_error_message=_("重新提交不能早于退回。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.input_key} {self.reason}"


class FilingDesk(models.Model):
    """Who has a township's grid of a month open for writing: a second tab only reads."""

    township_code = models.CharField(_("乡镇代码"), max_length=9)
    county_code = models.CharField(_("县代码"), max_length=6)
    month = models.PositiveIntegerField(_("月份"))
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("填写人")
    )
    tab = models.CharField(_("窗口"), max_length=40)
    held_at = models.DateTimeField(_("最近保存"))

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("填报窗口")
        verbose_name_plural = _("填报窗口")
        ordering = ["township_code", "month"]
        constraints = [
            models.UniqueConstraint(
                fields=["township_code", "month"],
                name="desk_once",
                violation_error_message=_("这个月的填报已在另一个窗口打开。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.township_code} {self.month}"
