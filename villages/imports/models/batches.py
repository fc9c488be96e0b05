"""A file that came in: what it held, what was done with it, how to take it back."""

from django.conf import settings
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.common.periods import Month
from villages.querysets import ScopedQuerySet, ScopePath


class BatchState(TextChoices):
    """Where an import stands."""

    UPLOADED = "uploaded", _("已上传")
    CHECKED = "checked", _("待确认")
    REFUSED = "refused", _("未读取")
    SAVED = "saved", _("已导入")
    UNDONE = "undone", _("已撤销")
    DROPPED = "dropped", _("已放弃")


class BatchQuerySet(ScopedQuerySet):
    """Imports, seen by whoever covers the place they were made for."""

    scope_path = ScopePath("county_code", "unit_code", "unit_code")


class HeaderQuerySet(ScopedQuerySet):
    """Answers about headers are the county's: whoever works anywhere in it shares them."""

    scope_path = ScopePath("county_code", "county_code", "county_code")


class ImportBatch(models.Model):
    """One file (导入批次). The file lies under a random name; its own name is only shown.

    `findings` holds faults, repairs and questions as they were shown; `corrections` what was
    corrected on the page, by sheet and address ("C7"), laid over the file; `undo_data` what is
    needed to take the batch back while its month is open. `plan_digest` names the changes that were
    shown: what is confirmed is what was seen. `open_key` is the same for the same file of the
    same person as long as nothing was decided, so that sending twice is sending once.
    """

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)
    kind = models.CharField(_("表类"), max_length=40)
    county_code = models.CharField(_("县代码"), max_length=6)
    unit_code = models.CharField(_("范围"), max_length=12)
    month = models.PositiveIntegerField(_("月份"), null=True, blank=True)
    as_of = models.DateField(_("数据日期"))
    state = models.CharField(
        _("状态"), max_length=10, choices=BatchState.choices, default=BatchState.UPLOADED
    )
    file_name = models.CharField(_("文件名"), max_length=120)
    stored_name = models.CharField(max_length=64, blank=True, default="")
    file_digest = models.CharField(_("文件摘要"), max_length=64)
    open_key = models.CharField(max_length=64, unique=True, null=True, blank=True, default=None)
    plan_digest = models.CharField(max_length=64, blank=True, default="")
    attempt = models.PositiveSmallIntegerField(default=1)
    rows = models.PositiveIntegerField(_("行数"), default=0)
    created = models.PositiveIntegerField(_("新增"), default=0)
    updated = models.PositiveIntegerField(_("更新"), default=0)
    unchanged = models.PositiveIntegerField(_("未变"), default=0)
    faulty = models.PositiveIntegerField(_("有误"), default=0)
    findings = models.JSONField(default=dict)
    corrections = models.JSONField(_("页面改正"), default=dict, blank=True)
    undo_data = models.JSONField(default=list)
    error = models.CharField(_("原因"), max_length=300, blank=True, default="")
    good_rows_only = models.BooleanField(_("只导入正确的行"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("上传人"),
    )
    uploaded_at = models.DateTimeField(_("上传时间"), default=clock.instant)
    saved_at = models.DateTimeField(_("导入时间"), null=True, blank=True)
    undone_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    receipt = models.CharField(_("回执号"), max_length=24, blank=True, default="")

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入批次")
        verbose_name_plural = _("导入批次")
        ordering = ["-uploaded_at", "-id"]
        indexes = [models.Index(fields=["county_code", "-uploaded_at"], name="batch_by_county")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="saved") | (Q(saved_at__isnull=False) & ~Q(receipt="")),
                name="batch_saved_has_receipt",
                violation_error_message=_("已导入的批次必须有时间和回执号。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(error=""),
                name="batch_refused_has_reason",
                violation_error_message=_("未读取的文件必须写明原因。"),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def period(self) -> Month | None:
        """The month that the sheet is about, where its kind has one."""
        return Month.from_number(self.month) if self.month else None

    @property
    def is_waiting(self) -> bool:
        """Whether it is still being read."""
        return self.state == BatchState.UPLOADED


class HeaderChoice(models.Model):
    """What an unknown header means in a county: asked once, remembered."""

    county_code = models.CharField(_("县代码"), max_length=6)
    kind = models.CharField(_("表类"), max_length=40)
    words = models.CharField(_("表头"), max_length=80)
    column = models.CharField(_("对应列"), max_length=40, blank=True, default="")
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    chosen_at = models.DateTimeField(default=clock.instant)

    objects = HeaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("表头对应")
        verbose_name_plural = _("表头对应")
        constraints = [
            models.UniqueConstraint(
                fields=["county_code", "kind", "words"],
                name="header_choice_once",
                violation_error_message=_("这个表头已经有对应关系。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.column}"
