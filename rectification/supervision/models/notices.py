"""Notices and services (通知公告、便民服务), their versions, and who confirmed which."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models.lists import Department
from rectification.supervision.notice_querysets import (
    NoticePartRows,
    NoticeRows,
    NoticeUnitRows,
    NoticeVersionRows,
)
from rectification.supervision.notice_states import (
    NoticeKind,
    NoticeStatus,
    NoticeUnitKind,
    Reach,
)
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow

S = NoticeStatus


class Notice(LedgerRow):
    """A notice or a service of a county or township house, to units, for a while.

    `number` is the version in force, 0 before the first is published. `urgent_by` names who let it
    go out in quiet hours.
    """

    from_code = models.CharField(_("发布单位代码"), max_length=9)
    from_name = models.CharField(_("发布单位"), max_length=120)
    kind = models.CharField(
        _("类别"), max_length=8, choices=NoticeKind.choices, default=NoticeKind.NOTICE
    )
    title = models.CharField(_("标题"), max_length=120)
    reach = models.CharField(_("读者"), max_length=12, choices=Reach.choices, default=Reach.STAFF)
    needs_receipt = models.BooleanField(_("需要确认"), default=False)
    urgent_by = models.CharField(_("紧急发送批准人"), max_length=40, blank=True, default="")
    valid_from = models.DateField(_("生效日期"))
    valid_to = models.DateField(_("失效日期"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("版本号"), default=0)
    status = models.CharField(
        _("状态"), max_length=10, choices=NoticeStatus.choices, default=S.DRAFT
    )
    published_on = models.DateField(_("发布日期"), null=True, blank=True)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)
    withdrawn_why = models.CharField(_("撤回原因"), max_length=300, blank=True, default="")

    objects: ClassVar[Any] = NoticeRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_notice"
        verbose_name = _("通知公告")
        verbose_name_plural = _("通知公告")
        ordering = ["-published_on", "-id"]
        indexes = [models.Index(fields=["county_code", "status"], name="notice_by_status")]
        constraints = [
            filled("notice_titled", "title", _("请写明标题。")),
            one_of("notice_kind_known", "kind", NoticeKind),
            one_of("notice_reach_known", "reach", Reach),
            one_of("notice_status_known", "status", NoticeStatus),
            in_order("notice_days", "valid_from", "valid_to", _("失效日期不能早于生效日期。")),
            check(
                "notice_published",
                Q(status=S.DRAFT) | Q(number__gte=1, published_on__isnull=False),
                _("发布应有日期和版本。"),
            ),
            check(
                "notice_withdrawn", ~Q(status=S.WITHDRAWN)
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
                _("撤回应写明日期和原因。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def place_code(self) -> str:
        """The house that issues it."""
        return self.from_code


class NoticeVersion(LedgerRow):
    """One wording of a notice. The last one is a draft until it is published."""

    notice = models.ForeignKey(
        Notice, models.PROTECT, related_name="versions", verbose_name=_("通知公告")
    )
    number = models.PositiveSmallIntegerField(_("版本号"))
    text = models.TextField(_("正文"), max_length=20000)
    changes = models.CharField(_("改了什么"), max_length=300, blank=True, default="")
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    published_by = models.CharField(_("发布人"), max_length=80, blank=True, default="")

    objects: ClassVar[Any] = NoticeVersionRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_notice_version"
        verbose_name = _("通知版本")
        verbose_name_plural = _("通知版本")
        ordering = ["notice", "-number"]
        constraints = [
            once("notice_version_once", "notice", "number", message=_("这个版本已经登记。")),
            filled("notice_version_said", "text", _("请写明正文。")),
        ]

    def __str__(self) -> str:
        return f"{self.notice} v{self.number}"


class NoticeUnit(LedgerRow):
    """One unit that a notice addresses; a department by key, the others by code."""

    notice = models.ForeignKey(
        Notice, models.PROTECT, related_name="units", verbose_name=_("通知公告")
    )
    unit_kind = models.CharField(_("单位类别"), max_length=10, choices=NoticeUnitKind.choices)
    unit_code = models.CharField(_("单位代码"), max_length=12, blank=True, default="")
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("部门"),
    )  # fmt: skip
    unit_name = models.CharField(_("单位"), max_length=120)

    objects: ClassVar[Any] = NoticeUnitRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_notice_unit"
        verbose_name = _("通知对象")
        verbose_name_plural = _("通知对象")
        ordering = ["notice", "-unit_kind", "unit_code", "id"]
        indexes = [models.Index(fields=["unit_code", "notice"], name="notice_of_unit")]
        constraints = [
            once(
                "notice_unit_once", "notice", "unit_kind", "unit_name",
                message=_("这个单位已在名单上。"),
            ),
            one_of("notice_unit_kind_known", "unit_kind", NoticeUnitKind),
            check(
                "notice_unit_one",
                (Q(department=None) & ~Q(unit_code=""))
                | Q(department__isnull=False, unit_code=""),
                _("通知对象应为一个单位。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.unit_name


class NoticeReceipt(LedgerRow):
    """A unit has read one version of a notice, says one of its people."""

    version_read = models.ForeignKey(
        NoticeVersion, models.PROTECT, related_name="receipts", verbose_name=_("通知版本")
    )
    unit = models.ForeignKey(
        NoticeUnit, models.PROTECT, related_name="receipts", verbose_name=_("单位")
    )
    read_on = models.DateField(_("确认日期"))
    read_by = models.CharField(_("确认人"), max_length=80)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        editable=False,
    )  # fmt: skip

    objects: ClassVar[Any] = NoticePartRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_receipt"
        verbose_name = _("通知确认")
        verbose_name_plural = _("通知确认")
        ordering = ["-read_on", "-id"]
        constraints = [
            once(
                "notice_receipt_once", "version_read", "unit",
                message=_("这个单位已确认过这一版。"),
            ),
            filled("notice_receipt_by", "read_by", _("确认应有确认人。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.unit} {self.version_read}"

    @property
    def place_code(self) -> str:
        """The unit that confirmed."""
        return self.unit.unit_code or self.county_code
