"""The rating of a branch by a scheme: proposed, confirmed, appealed, decided."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from branches.models.scheme_items import SchemeGrade
from branches.models.schemes import Scheme
from branches.schemes.choices import DECIDED, OBJECTED, RatingState, SchemeKind
from branches.schemes.querysets import RatingRows
from villages.ledgers.constraints import check, filled, in_order, once, one_of, within
from villages.ledgers.models import VillageRow

_PROPOSED = Q(state=RatingState.PROPOSED)
_OBJECTED, _DECIDED = Q(state__in=OBJECTED), Q(state__in=DECIDED)


def _person(name: Any) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=name,
    )  # fmt: skip


class SchemeRating(VillageRow):
    """One branch, one scheme, one period (评定). Points and grade come from its receipts.

    `score` is the sum of the receipts' points and `possible` that of the items', both written
    by the actions alone; `period` is a code such as 2026, 2026H1 or 2026Q3.
    """

    branch = models.ForeignKey(
        "branches.PartyBranch", models.PROTECT, related_name="ratings", verbose_name=_("党组织")
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="ratings", verbose_name=_("方案")
    )
    kind = models.CharField(_("方案种类"), max_length=10, choices=SchemeKind.choices)
    period = models.CharField(_("评定期"), max_length=7)
    state = models.CharField(
        _("状态"), max_length=10, choices=RatingState.choices, default=RatingState.PROPOSED
    )
    score = models.DecimalField(_("得分"), max_digits=7, decimal_places=2)
    possible = models.DecimalField(_("满分"), max_digits=7, decimal_places=2)
    grade = models.ForeignKey(SchemeGrade, models.PROTECT, related_name="+", verbose_name=_("等次"))
    vetoed = models.BooleanField(_("被一票否决"), default=False)
    proposed_on = models.DateField(_("自评日期"))
    confirmed_on = models.DateField(_("确认日期"), null=True, blank=True)
    confirmed_by = _person(_("确认人"))
    appealed_on = models.DateField(_("申诉日期"), null=True, blank=True)
    appeal = models.CharField(_("申诉理由"), max_length=300, blank=True, default="")
    decided_on = models.DateField(_("裁定日期"), null=True, blank=True)
    decided_by = _person(_("裁定人"))
    decision = models.CharField(_("裁定理由"), max_length=300, blank=True, default="")

    objects: ClassVar[Any] = RatingRows.as_manager()

    class Meta:
        verbose_name = _("党组织评定")
        verbose_name_plural = _("党组织评定")
        ordering = ["-period", "village", "branch"]
        indexes = [models.Index(fields=["county_code", "kind", "period"], name="rating_by_period")]
        constraints = [
            once("rating_once", "branch", "kind", "period",
                 message=_("这个党组织本期已按这种方案评定过。")),
            one_of("rating_kind_known", "kind", SchemeKind, _("没有这种方案。")),
            one_of("rating_state_known", "state", RatingState, _("没有这种状态。")),
            filled("rating_has_period", "period", _("评定期不能为空。")),
            check("rating_possible_positive", Q(possible__gt=0), _("方案的满分要大于 0。")),
            within("rating_score_in_range", "score", 0, F("possible"), _("得分在 0 和满分之间。")),
            check("rating_confirmed_dated",
                 (_PROPOSED & Q(confirmed_on=None, confirmed_by=None))
                 | (~_PROPOSED & Q(confirmed_on__isnull=False)),
                 _("自评阶段没有确认日期,确认以后必须有。")),
            in_order(
                "rating_confirmed_after", "proposed_on", "confirmed_on",
                _("确认日期不能早于自评日期。"),
            ),
            check("rating_appeal_dated",
                 (_OBJECTED & Q(appealed_on__isnull=False) & ~Q(appeal=""))
                 | (~_OBJECTED & Q(appealed_on=None, appeal="")),
                 _("申诉要有日期和理由,没有申诉的不填。")),
            in_order(
                "rating_appeal_after", "confirmed_on", "appealed_on",
                _("申诉日期不能早于确认日期。"),
            ),
            check("rating_decision_dated",
                 (_DECIDED & Q(decided_on__isnull=False) & ~Q(decision=""))
                 | (~_DECIDED & Q(decided_on=None, decided_by=None, decision="")),
                 _("裁定要有日期和理由,没有裁定的不填。")),
            in_order(
                "rating_decision_after", "appealed_on", "decided_on",
                _("裁定日期不能早于申诉日期。"),
            ),
            check("rating_second_person",
                 Q(decided_by=None) | Q(confirmed_by=None) | ~Q(decided_by=F("confirmed_by")),
                 _("确认人不能裁定对自己结果的申诉。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.period} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """The page that says why the score is what it is."""
        return reverse("branches:rating", args=[self.uid])
