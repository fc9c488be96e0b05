"""An order (督办单等): one paper to many units, each with its own part."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import OrderKind, Origin, Urgency
from rectification.supervision.querysets import OrderRows
from rectification.supervision.states import SENT, OrderStatus
from villages.common.scope import COUNTY
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import LedgerRow


class SupervisionOrder(LedgerRow):
    """What a house asks of other units, with a day, a reply and an end.

    `from_code` is the issuing house: the county (6 digits), or a township (9) that asks a
    department. `number` is given when the order is issued, one series a house, kind and year,
    without gaps; `prefix` is that of the day. `due_on` holds for units that have no day of their
    own. A day that is too short for the county's quiet rule needs the name of whoever takes
    responsibility (`urgent_by`); `short_notice` then counts it. `previous` is the part of an
    earlier order that went unanswered.
    """

    kind = models.CharField(_("文种"), max_length=14, choices=OrderKind.choices)
    urgency = models.CharField(
        _("缓急程度"), max_length=8, choices=Urgency.choices, default=Urgency.PLAIN
    )
    from_code = models.CharField(_("签发单位代码"), max_length=9)
    from_name = models.CharField(_("签发单位"), max_length=60)
    prefix = models.CharField(_("编号代字"), max_length=10, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("年度"), null=True, blank=True)
    number = models.PositiveIntegerField(_("序号"), null=True, blank=True)
    subject = models.CharField(_("事项"), max_length=120)
    basis = models.CharField(_("依据"), max_length=300, blank=True, default="")
    problem = models.TextField(_("存在问题"), max_length=2000, blank=True, default="")
    requirement = models.TextField(_("办理要求"), max_length=2000)
    feedback = models.CharField(_("反馈方式"), max_length=120, blank=True, default="")
    instruction = models.CharField(_("领导批示"), max_length=300, blank=True, default="")
    due_on = models.DateField(_("办理时限"), null=True, blank=True)
    urgent_by = models.CharField(_("紧急事项批准人"), max_length=30, blank=True, default="")
    short_notice = models.BooleanField(_("紧急下发"), default=False)
    status = models.CharField(
        _("状态"), max_length=8, choices=OrderStatus.choices, default=OrderStatus.DRAFT
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("经办人"),
    )  # fmt: skip
    author_name = models.CharField(_("经办人姓名"), max_length=80, blank=True, default="")
    checked_by = models.CharField(_("审核人"), max_length=80, blank=True, default="")
    checked_on = models.DateField(_("审核日期"), null=True, blank=True)
    issued_by = models.CharField(_("签发人"), max_length=80, blank=True, default="")
    issued_on = models.DateField(_("签发日期"), null=True, blank=True)
    issued_at = models.DateTimeField(_("签发时间"), null=True, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    revoked_on = models.DateField(_("撤销日期"), null=True, blank=True)
    revoked_reason = models.CharField(_("撤销原因"), max_length=300, blank=True, default="")
    origin = models.CharField(_("来源"), max_length=8, choices=Origin.choices, default=Origin.HAND)
    origin_uid = models.CharField(_("来源编号"), max_length=32, blank=True, default="")
    previous = models.ForeignKey(
        "OrderUnit", models.PROTECT, null=True, blank=True, related_name="escalations",
        verbose_name=_("升级自"),
    )  # fmt: skip

    objects: ClassVar[Any] = OrderRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_order"
        verbose_name = _("督办单")
        verbose_name_plural = _("督办单")
        ordering = ["-issued_at", "-id"]
        indexes = [
            models.Index(fields=["county_code", "status", "-issued_at"], name="order_by_status")
        ]
        constraints = [
            once(
                "order_number_once", "from_code", "kind", "year", "number",
                where=Q(number__isnull=False), message=_("这个编号已经使用。"),
            ),
            one_of("order_kind_known", "kind", OrderKind),
            one_of("order_urgency_known", "urgency", Urgency),
            one_of("order_status_known", "status", OrderStatus),
            one_of("order_origin_known", "origin", Origin),
            filled("order_subject_said", "subject", _("请写明事项。")),
            filled("order_asks", "requirement", _("请写明办理要求。")),
            check(
                "order_issued_whole",
                ~Q(status__in=SENT)
                | (
                    Q(number__isnull=False, year__isnull=False, issued_on__isnull=False)
                    & Q(issued_at__isnull=False, due_on__isnull=False)
                    & ~Q(issued_by="") & ~Q(prefix="")
                ),
                _("签发的单子应有编号、签发人、签发日期和办理时限。"),
            ),
            check(
                "order_draft_unnumbered", Q(status__in=SENT) | Q(number=None),
                _("没有签发的单子不编号。"),
            ),
            check(
                "order_checked_told",
                ~Q(status__in=[OrderStatus.REVIEWED, *SENT])
                | (Q(checked_on__isnull=False) & ~Q(checked_by="")),
                _("请先审核。"),
            ),
            check(
                "order_closed_day", ~Q(status=OrderStatus.CLOSED) | Q(closed_on__isnull=False),
                _("办结的单子应有办结日期。"),
            ),
            check(
                "order_revoked_why",
                ~Q(status=OrderStatus.REVOKED)
                | (Q(revoked_on__isnull=False) & ~Q(revoked_reason="")),
                _("撤销应写明日期和原因。"),
            ),
            check(
                "order_due_later",
                Q(issued_on=None) | Q(due_on=None) | Q(due_on__gte=models.F("issued_on")),
                _("办理时限不能早于签发日期。"),
            ),
            check(
                "order_short_signed", Q(short_notice=False) | ~Q(urgent_by=""),
                _("紧急下发的应写明批准人。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number_shown or self.get_kind_display()} {self.subject}"

    @property
    def number_shown(self) -> str:
        """The number as printed, such as 督办〔2026〕12号; empty before it is issued."""
        return f"{self.prefix}〔{self.year}〕{self.number}号" if self.number else ""

    @property
    def place_code(self) -> str:
        """The unit whose people keep this row."""
        return self.from_code

    @property
    def township_code(self) -> str:
        """The township that issued it, whose trail it is in; empty for the county's orders."""
        return self.from_code if len(self.from_code) > COUNTY else ""
