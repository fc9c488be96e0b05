"""A party organization of a village."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from branches.choices import BranchKind
from branches.querysets import BranchQuerySet
from villages.ledgers.constraints import (
    at_most,
    check,
    filled,
    in_order,
    once,
    one_of,
    together,
    within,
)
from villages.ledgers.models import VillageRow
from villages.models import Village


class PartyBranch(VillageRow):
    """A branch, general branch, committee … of a village (村党组织); its people are in the cadre
    ledger, its members only as counts (`MemberCount`).

    `term_ends_on` is `term_start` and `term_years`; `extended_to` goes before it. `seats` are the
    committee seats of its establishment, `filled` those held; `vacant_since` is the first day with
    an empty one. Unknown is null.
    """

    village = models.ForeignKey(
        Village, models.PROTECT, related_name="branches", verbose_name=_("村")
    )
    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(
        _("类型"), max_length=14, choices=BranchKind.choices, default=BranchKind.BRANCH
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name=_("上级党组织"),
    )  # fmt: skip
    units = models.PositiveSmallIntegerField(_("联合单位数"), null=True, blank=True)
    party_groups = models.PositiveSmallIntegerField(_("党小组数"), null=True, blank=True)
    founded_on = models.DateField(_("成立日期"), null=True, blank=True)
    approved_on = models.DateField(_("成立批准日期"), null=True, blank=True)
    approval_no = models.CharField(_("成立批准文号"), max_length=60, blank=True, default="")
    county_approved_on = models.DateField(_("县委批准日期"), null=True, blank=True)
    county_approval_no = models.CharField(_("县委批准文号"), max_length=60, blank=True, default="")
    term_start = models.DateField(_("本届起始"), null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(_("任期年数"), null=True, blank=True)
    term_ends_on = models.DateField(_("届满日期"), null=True, blank=True)
    extended_to = models.DateField(_("延期至"), null=True, blank=True)
    extension_no = models.CharField(_("延期批准文号"), max_length=60, blank=True, default="")
    extension_reason = models.CharField(_("延期理由"), max_length=200, blank=True, default="")
    seats = models.PositiveSmallIntegerField(_("委员职数"), null=True, blank=True)
    filled = models.PositiveSmallIntegerField(_("在任委员"), null=True, blank=True)
    vacant_since = models.DateField(_("缺员起始"), null=True, blank=True)
    abolished_on = models.DateField(_("撤销日期"), null=True, blank=True)
    abolition_no = models.CharField(_("撤销批准文号"), max_length=60, blank=True, default="")
    abolition_reason = models.CharField(_("撤销原因"), max_length=200, blank=True, default="")

    objects: ClassVar[Any] = BranchQuerySet.as_manager()

    class Meta:
        verbose_name = _("党组织")
        verbose_name_plural = _("党组织")
        ordering = ["village", "id"]
        indexes = [models.Index(fields=["county_code", "name"], name="branch_by_name")]
        constraints = [
            once(
                "branch_name_once", "village", "name",
                message=_("这个村已有同名的党组织;已撤销的请先改名。"),
            ),
            filled("branch_has_name", "name", _("党组织名称不能为空。")),
            one_of("branch_kind", "kind", BranchKind, _("没有这样的党组织类型。")),
            check(
                "branch_not_own_parent", Q(parent=None) | ~Q(parent=F("id")),
                _("党组织不能是自己的上级。"),
            ),
            check(
                "branch_units_of_joint", Q(units=None) | Q(kind="joint", units__gte=2),
                _("只有联合党支部填写联合单位数,至少 2 个。"),
            ),
            in_order(
                "branch_days_in_order", "founded_on", "abolished_on",
                _("撤销日期不能早于成立日期。"),
            ),
            together(
                "branch_approval_whole", "approved_on", "approval_no",
                _("成立批准日期和文号要一并填写。"),
            ),
            in_order(
                "branch_approved_first", "approved_on", "founded_on",
                _("成立日期不能早于批准日期。"),
            ),
            together(
                "branch_county_whole", "county_approved_on", "county_approval_no",
                _("县委批准日期和文号要一并填写。"),
            ),
            check(
                "branch_county_committee", Q(county_approved_on=None) | Q(kind="committee"),
                _("只有村党委需要县委批准。"),
            ),
            in_order(
                "branch_term_after_found", "founded_on", "term_start",
                _("本届起始不能早于成立日期。"),
            ),
            within("branch_term_years", "term_years", 1, 5, _("任期应为 1 至 5 年。")),
            check(
                "branch_term_has_end",
                Q(term_ends_on=None)
                | Q(term_start__isnull=False, term_ends_on__gt=F("term_start")),
                _("届满日期应晚于本届起始。"),
            ),
            check(
                "branch_extension_later",
                Q(extended_to=None)
                | Q(term_ends_on__isnull=False, extended_to__gt=F("term_ends_on")),
                _("延期至应晚于届满日期。"),
            ),
            together(
                "branch_extension_number", "extended_to", "extension_no",
                _("延期要有批准文号。"),
            ),
            together(
                "branch_extension_reason", "extended_to", "extension_reason",
                _("延期要写明理由。"),
            ),
            at_most(
                "branch_filled_in_seats", "filled", "seats", _("在任委员不能多于职数。")
            ),
            check(
                "branch_vacant_has_gap",
                Q(vacant_since=None) | Q(seats=None) | Q(filled=None) | Q(filled__lt=F("seats")),
                _("委员已配齐,不能填写缺员起始。"),
            ),
            together(
                "branch_abolition_number", "abolished_on", "abolition_no",
                _("撤销要有批准文号。"),
            ),
            together(
                "branch_abolition_reason", "abolished_on", "abolition_reason",
                _("撤销要写明原因。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def level(self) -> int:
        """Who may stand above whom: a parent has a higher level than its children."""
        return BranchKind(self.kind).level
