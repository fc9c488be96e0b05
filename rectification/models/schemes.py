"""By what a case is accepted: the county's scheme, its aspects and its vetoes."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cadres.models.listed import CountyWideRows, ListRows
from villages.ledgers.constraints import filled, in_order, once, within
from villages.ledgers.models import LedgerRow


class AcceptanceSchemeRows(ListRows):
    """Schemes of a county, read by whoever works anywhere in it."""


class SchemePartRows(CountyWideRows):
    """Aspects and vetoes, read by whoever works anywhere in the county."""


class AcceptanceScheme(LedgerRow):
    """An acceptance scheme (验收办法): a case keeps the one in force when it was confirmed.

    Shares are per cent of the valid votes; `votes_share` is per cent of members and villagers'
    representatives, and the larger of it and `votes_at_least` must have voted validly.
    """

    name = models.CharField(_("名称"), max_length=80)
    document_no = models.CharField(_("文号"), max_length=60, blank=True, default="")
    pass_score = models.DecimalField(_("合格分"), max_digits=5, decimal_places=2, default=80)
    satisfied_share = models.DecimalField(
        _("满意和基本满意不低于(%)"), max_digits=5, decimal_places=2, default=80
    )
    dissatisfied_share = models.DecimalField(
        _("不满意超过即不合格(%)"), max_digits=5, decimal_places=2, default=30
    )
    votes_at_least = models.PositiveSmallIntegerField(_("有效票不少于(票)"), default=15)
    votes_share = models.DecimalField(
        _("有效票不少于应到人数的(%)"), max_digits=5, decimal_places=2, default=30
    )
    team_at_least = models.PositiveSmallIntegerField(_("验收组不少于(人)"), default=3)
    valid_from = models.DateField(_("启用日期"))
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = AcceptanceSchemeRows.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("验收办法")
        verbose_name_plural = _("验收办法")
        ordering = ["-valid_from", "id"]
        constraints = [
            once(
                "scheme_once", "county_code", "valid_from",
                message=_("这一天启用的验收办法已经登记。"),
            ),
            filled("scheme_named", "name", _("请填写名称。")),
            within("scheme_pass", "pass_score", 0, 100, _("合格分应在 0 到 100 之间。")),
            within("scheme_satisfied", "satisfied_share", 0, 100, _("比例应在 0 到 100 之间。")),
            within("scheme_unhappy", "dissatisfied_share", 0, 100, _("比例应在 0 到 100 之间。")),
            within("scheme_votes_share", "votes_share", 0, 100, _("比例应在 0 到 100 之间。")),
            within("scheme_team", "team_at_least", 3, 30, _("验收组应为 3 到 30 人。")),
            in_order(
                "scheme_dates_in_order", "valid_from", "valid_to",
                _("停用日期不能早于启用日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class SchemeAspect(LedgerRow):
    """An aspect (方面) that is scored, with its full points."""

    scheme = models.ForeignKey(
        AcceptanceScheme, models.CASCADE, related_name="aspects", verbose_name=_("验收办法")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("方面"), max_length=60)
    points = models.DecimalField(_("满分"), max_digits=5, decimal_places=2)
    standards = models.CharField(_("标准"), max_length=500, blank=True, default="")

    objects: ClassVar[Any] = SchemePartRows.as_manager()

    class Meta:
        verbose_name = _("验收方面")
        verbose_name_plural = _("验收方面")
        ordering = ["scheme", "position"]
        constraints = [
            once("aspect_once", "scheme", "position", message=_("这个序号已经用过。")),
            filled("aspect_named", "name", _("请填写方面。")),
            within("aspect_points", "points", "0.01", 100, _("满分应在 0 到 100 之间。")),
        ]

    def __str__(self) -> str:
        return self.name


class SchemeVeto(LedgerRow):
    """Something that fails an acceptance whatever the score (一票否决)."""

    scheme = models.ForeignKey(
        AcceptanceScheme, models.CASCADE, related_name="vetoes", verbose_name=_("验收办法")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("否决情形"), max_length=120)

    objects: ClassVar[Any] = SchemePartRows.as_manager()

    class Meta:
        verbose_name = _("否决情形")
        verbose_name_plural = _("否决情形")
        ordering = ["scheme", "position"]
        constraints = [
            once("veto_once", "scheme", "position", message=_("这个序号已经用过。")),
            filled("veto_named", "name", _("请填写否决情形。")),
        ]

    def __str__(self) -> str:
        return self.name
