"""Ways out of the portal, and the messages that take them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.models.lists import Department
from rectification.supervision.notice_querysets import ChannelRows, DeliveryRows
from rectification.supervision.notice_states import ChannelKind, DeliveryStatus
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import LedgerRow


class Channel(LedgerRow):
    """A mail address or a webhook of a person or a unit. Nobody needs one to use the portal.

    The secret is sealed; after a rotation the one before signs along until `old_until`. A webhook's
    address often holds a key of its receiver: it is sealed too, and `address` only tells the host
    and a mark that tells two of one host apart. `digest` gathers everything into one message a
    working morning; `digest_on` is the last morning.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("本人"),
    )  # fmt: skip
    unit_code = models.CharField(_("单位代码"), max_length=12, blank=True, default="")
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("部门"),
    )  # fmt: skip
    owner = models.CharField(_("接收方"), max_length=120)
    kind = models.CharField(_("方式"), max_length=8, choices=ChannelKind.choices)
    address = models.CharField(_("地址"), max_length=300)
    # Nothing, so that the column can be added while the version before still writes.
    address_sealed = models.CharField(  # noqa: DJ001
        max_length=700, null=True, blank=True, editable=False
    )
    secret_sealed = models.CharField(max_length=300, blank=True, default="", editable=False)
    old_sealed = models.CharField(max_length=300, blank=True, default="", editable=False)
    old_until = models.DateTimeField(null=True, blank=True, editable=False)
    digest = models.BooleanField(_("每天汇总一次"), default=False)
    digest_on = models.DateField(null=True, blank=True, editable=False)
    active = models.BooleanField(_("启用"), default=True)
    stopped_why = models.CharField(_("停用原因"), max_length=120, blank=True, default="")

    objects: ClassVar[Any] = ChannelRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_channel"
        verbose_name = _("接收渠道")
        verbose_name_plural = _("接收渠道")
        ordering = ["id"]
        constraints = [
            once(
                "channel_once", "county_code", "owner", "kind", "address",
                message=_("这个地址已经登记。"),
            ),
            one_of("channel_kind_known", "kind", ChannelKind),
            filled("channel_address", "address", _("请填写地址。")),
            check(
                "channel_owned",
                Q(user__isnull=False, unit_code="", department=None)
                | Q(user=None, department=None) & ~Q(unit_code="")
                | Q(user=None, unit_code="", department__isnull=False),
                _("接收渠道应属于本人或一个单位。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.owner} {self.get_kind_display()}"

    @property
    def place_code(self) -> str:
        """The unit that it belongs to."""
        return self.unit_code or self.county_code


class Delivery(LedgerRow):
    """One message to one channel: written with what it tells, sent later, kept until it arrived.

    `uid` is the message's id at the receiver, the same at every attempt, and so are its bytes.
    `log` holds what came of each attempt.
    """

    channel = models.ForeignKey(
        Channel, models.PROTECT, related_name="deliveries", verbose_name=_("接收渠道")
    )
    key = models.CharField(_("内容标识"), max_length=80)
    title = models.CharField(_("标题"), max_length=160)
    body = models.TextField(_("内容"))
    urgent = models.BooleanField(_("紧急"), default=False)
    made_at = models.DateTimeField(_("生成时间"))
    due_at = models.DateTimeField(_("下次发送"))
    attempts = models.PositiveSmallIntegerField(_("发送次数"), default=0)
    status = models.CharField(
        _("状态"), max_length=8, choices=DeliveryStatus.choices, default=DeliveryStatus.WAITING
    )
    tried_at = models.DateTimeField(_("最近发送"), null=True, blank=True)
    result = models.CharField(_("最近结果"), max_length=160, blank=True, default="")
    log = models.JSONField(_("发送经过"), default=list, editable=False)

    objects: ClassVar[Any] = DeliveryRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_delivery"
        verbose_name = _("发送记录")
        verbose_name_plural = _("发送记录")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["status", "due_at"], name="delivery_by_due")]
        constraints = [
            once("delivery_once", "channel", "key", message=_("这条消息已经在发送。")),
            one_of("delivery_status_known", "status", DeliveryStatus),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place_code(self) -> str:
        """The unit of its channel."""
        return self.channel.place_code
