"""Schemes by which branches are measured, each a county's dated version."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from branches.schemes.choices import Cycle, SchemeKind, SchemeStatus
from branches.schemes.querysets import SchemeRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow

_DRAFT, _OPEN = Q(status=SchemeStatus.DRAFT), Q(status=SchemeStatus.IN_FORCE)
_ENDED = Q(status=SchemeStatus.ENDED)
_UNDATED = Q(valid_from=None, valid_to=None)
_BEGUN = Q(valid_from__isnull=False, valid_to=None)
_OVER = Q(valid_from__isnull=False, valid_to__isnull=False)


class Scheme(LedgerRow):
    """One version of a standard checklist, star scheme or fortress index (方案).

    A draft is edited; once published it never is, and holds from `valid_from` to `valid_to`,
    both inclusive. Of a kind one version holds on any day: each begins where the one before
    ends.
    """

    kind = models.CharField(_("方案种类"), max_length=10, choices=SchemeKind.choices)
    number = models.PositiveSmallIntegerField(_("版次"))
    title = models.CharField(_("方案名称"), max_length=60)
    cycle = models.CharField(
        _("评定周期"), max_length=10, choices=Cycle.choices, default=Cycle.YEAR
    )
    status = models.CharField(
        _("状态"), max_length=10, choices=SchemeStatus.choices, default=SchemeStatus.DRAFT
    )
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)
    basis = models.CharField(_("依据(文号或会议)"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = SchemeRows.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("评定方案")
        verbose_name_plural = _("评定方案")
        ordering = ["kind", "-number"]
        constraints = [
            once("scheme_number_once", "county_code", "kind", "number",
                 message=_("这种方案已有这个版次。")),
            once("scheme_one_draft", "county_code", "kind", where=_DRAFT,
                 message=_("这种方案已有一份草稿,请先用完或删除。")),
            once("scheme_one_in_force", "county_code", "kind", where=_OPEN,
                 message=_("这种方案已有现行版,同一天只能有一版。")),
            once("scheme_begins_once", "county_code", "kind", "valid_from", where=~_DRAFT,
                 message=_("这种方案已有从这一天启用的版次。")),
            one_of("scheme_kind_known", "kind", SchemeKind, _("没有这种方案。")),
            one_of("scheme_cycle_known", "cycle", Cycle, _("评定周期只能是季度、半年或年度。")),
            check("scheme_numbered", Q(number__gte=1), _("版次从 1 开始。")),
            filled("scheme_titled", "title", _("方案名称不能为空。")),
            check("scheme_dates_by_status",
                 (_DRAFT & _UNDATED) | (_OPEN & _BEGUN) | (_ENDED & _OVER),
                 _("草稿没有日期,现行版只有启用日期,停用版两个日期都有。")),
            in_order(
                "scheme_days_in_order", "valid_from", "valid_to", _("停用日期不能早于启用日期。"),
            ),
            check("scheme_published_on_paper", _DRAFT | ~Q(basis=""),
                 _("发布方案要写明依据(文号或会议)。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.title}(第{self.number}版)"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("branches:scheme", args=[self.uid])
