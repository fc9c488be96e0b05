"""What villages and people bring up (梳理交办反馈、我要帮助、我要建议)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import Satisfaction, UnitKind, VoiceChannel, VoiceKind
from rectification.supervision.models.lists import Department
from rectification.supervision.more_querysets import VoiceRows
from rectification.supervision.voice_states import VoiceStatus
from villages.ledgers.constraints import check, filled, once, one_of
from villages.ledgers.models import LedgerRow
from villages.models import Village

V = VoiceStatus


class Voice(LedgerRow):
    """A problem, need, suggestion or complaint: assigned, answered, closed.

    Whoever stays anonymous leaves no name; a phone number is sealed. `number` is what the person
    gets to ask after it, `word` the secret that opens the answer without an account.
    """

    number = models.CharField(_("编号"), max_length=20)
    kind = models.CharField(_("类别"), max_length=10, choices=VoiceKind.choices)
    channel = models.CharField(_("渠道"), max_length=8, choices=VoiceChannel.choices)
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("村")
    )
    township_code = models.CharField(_("来自乡镇代码"), max_length=9, blank=True, default="")
    text = models.TextField(_("内容"), max_length=2000)
    anonymous = models.BooleanField(_("匿名"), default=False)
    person = models.CharField(_("反映人"), max_length=30, blank=True, default="")
    phone_sealed = models.CharField(_("联系电话"), max_length=200, blank=True, default="")
    word_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    received_on = models.DateField(_("收到日期"))
    status = models.CharField(
        _("状态"), max_length=8, choices=VoiceStatus.choices, default=V.RECEIVED
    )
    status_since = models.DateField(_("进入本状态日期"))
    unit_kind = models.CharField(
        _("承办类别"), max_length=10, choices=UnitKind.choices, blank=True, default=""
    )
    unit_code = models.CharField(_("承办乡镇代码"), max_length=9, blank=True, default="")
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("承办部门"),
    )  # fmt: skip
    unit_name = models.CharField(_("承办单位"), max_length=120, blank=True, default="")
    assigned_on = models.DateField(_("交办日期"), null=True, blank=True)
    due_on = models.DateField(_("办理时限"), null=True, blank=True)
    answer = models.TextField(_("答复"), max_length=2000, blank=True, default="")
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answered_by = models.CharField(_("答复人"), max_length=80, blank=True, default="")
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    satisfaction = models.CharField(
        _("满意度"), max_length=12, choices=Satisfaction.choices, blank=True, default=""
    )
    refused_reason = models.CharField(_("不予受理原因"), max_length=300, blank=True, default="")

    objects: ClassVar[Any] = VoiceRows.as_manager()  # type: ignore[assignment]

    class Meta:
        db_table = "supervision_voice"
        verbose_name = _("反映和建议")
        verbose_name_plural = _("反映和建议")
        ordering = ["-received_on", "-id"]
        indexes = [models.Index(fields=["county_code", "status", "due_on"], name="voice_by_due")]
        constraints = [
            once("voice_number_once", "county_code", "number", message=_("这个编号已经使用。")),
            one_of("voice_kind_known", "kind", VoiceKind),
            one_of("voice_channel_known", "channel", VoiceChannel),
            one_of("voice_status_known", "status", VoiceStatus),
            one_of("voice_satisfied_known", "satisfaction", Satisfaction, blank=True),
            filled("voice_said", "text", _("请写明内容。")),
            check(
                "voice_nameless", Q(anonymous=False) | Q(person="", phone_sealed=""),
                _("匿名的不登记姓名和电话。"),
            ),
            check(
                "voice_assigned",
                Q(status__in=[V.RECEIVED, V.REFUSED])
                | (Q(assigned_on__isnull=False, due_on__isnull=False) & ~Q(unit_name="")),
                _("交办应写明承办单位和时限。"),
            ),
            check(
                "voice_answered",
                ~Q(status__in=[V.ANSWERED, V.CLOSED])
                | (Q(answered_on__isnull=False) & ~Q(answer="")),
                _("请写明答复。"),
            ),
            check(
                "voice_closed", ~Q(status=V.CLOSED) | Q(closed_on__isnull=False),
                _("办结应有日期。"),
            ),
            check(
                "voice_refused_why", ~Q(status=V.REFUSED) | ~Q(refused_reason=""),
                _("请写明不予受理的原因。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"

    @property
    def place_code(self) -> str:
        """The place that it comes from, whose people may bring it."""
        village = self.village.code if self.village else ""
        return str(village or self.township_code or self.county_code)
