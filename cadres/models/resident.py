"""First secretaries, work teams and their months in the village."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cadres.models.people import Person
from cadres.wording.resident import PostingEnd, PostingRole
from villages.ledgers.constraints import (
    a_month,
    after,
    at_most,
    check,
    filled,
    in_order,
    once,
    one_of,
    together,
)
from villages.ledgers.models import VillageRow, VillageRows


class PostingRows(VillageRows):
    """Postings."""

    def open(self) -> "PostingRows":
        """Not ended."""
        return self.filter(ended_on=None)

    def on(self, day: date) -> "PostingRows":
        """In force on a day; the day of ending is no longer one in the village."""
        return self.filter(Q(started_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day)))


class Posting(VillageRow):
    """A person whom a unit posted to a village (驻村): first secretary or member of the team.

    First secretaries are people of the ledger like everybody else. `due_end_on` is when the term
    is over; `ended_on` when it really ended.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="postings", verbose_name=_("人员")
    )
    # As the person was called when posted: sheets of later months name people, not postings.
    name = models.CharField(_("姓名"), max_length=40, blank=True, default="")
    role = models.CharField(_("身份"), max_length=15, choices=PostingRole.choices)
    unit = models.CharField(_("派出单位"), max_length=60)
    started_on = models.DateField(_("到任日期"))
    due_end_on = models.DateField(_("任期届满日期"), blank=True)
    ended_on = models.DateField(_("离任日期"), null=True, blank=True)
    end_reason = models.CharField(
        _("离任原因"), max_length=11, choices=PostingEnd.choices, blank=True, default=""
    )

    objects: ClassVar[Any] = PostingRows.as_manager()

    class Meta:
        verbose_name = _("驻村选派")
        verbose_name_plural = _("驻村选派")
        ordering = ["village", "role", "id"]
        indexes = [models.Index(fields=["county_code", "ended_on"], name="posting_by_county")]
        constraints = [
            once(
                "posting_open_once",
                "person",
                where=Q(ended_on=None),
                message=_("此人已在驻村,请先登记离任。"),
            ),
            once(
                "posting_one_first_secretary",
                "village",
                where=Q(ended_on=None, role=PostingRole.FIRST_SECRETARY),
                message=_("该村已有第一书记,请先登记原来的离任。"),
            ),
            one_of("posting_role_known", "role", PostingRole, _("身份应为第一书记或工作队员。")),
            filled("posting_has_unit", "unit", _("派出单位不能为空。")),
            after(
                "posting_term_in_order",
                "started_on",
                "due_end_on",
                _("任期届满日期应晚于到任日期。"),
            ),
            in_order(
                "posting_end_in_order", "started_on", "ended_on", _("离任日期不能早于到任日期。")
            ),
            together(
                "posting_end_has_reason",
                "ended_on",
                "end_reason",
                _("离任日期和离任原因应同时填写。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}({self.get_role_display()})"


class ResidentDuty(VillageRow):
    """One month of one posting (驻村月记录), told by the township: counts, never check-ins.

    Days in the village, on business outside and on leave exclude each other. Unknown is null.
    """

    posting = models.ForeignKey(
        Posting, models.PROTECT, related_name="duties", verbose_name=_("驻村人员")
    )
    month = models.PositiveIntegerField(_("月份"))
    days_planned = models.PositiveSmallIntegerField(_("计划驻村天数"), null=True, blank=True)
    days_actual = models.PositiveSmallIntegerField(_("实际驻村天数"))
    leave_days = models.PositiveSmallIntegerField(_("请假天数"), default=0)
    business_days_out = models.PositiveSmallIntegerField(_("因公外出天数"), default=0)
    households_visited = models.PositiveIntegerField(_("走访户数"), null=True, blank=True)
    things_done = models.PositiveIntegerField(_("办实事件数"), null=True, blank=True)
    spot_checks = models.PositiveSmallIntegerField(_("抽查次数"), default=0)
    spot_check_absent = models.PositiveSmallIntegerField(_("抽查不在岗次数"), default=0)

    class Meta:
        verbose_name = _("驻村月记录")
        verbose_name_plural = _("驻村月记录")
        ordering = ["-month", "village", "id"]
        indexes = [models.Index(fields=["county_code", "month"], name="duty_by_month")]
        constraints = [
            once("duty_once_a_month", "posting", "month", message=_("此人这个月已有驻村记录。")),
            a_month("duty_month", "month", _("月份应写成 202610 的形式。")),
            check(
                "duty_planned_fits",
                Q(days_planned=None) | Q(days_planned__lte=31),
                _("计划驻村天数不能超过 31。"),
            ),
            check(
                "duty_days_fit",
                Q(days_actual__lte=31 - F("leave_days") - F("business_days_out")),
                _("驻村、请假、因公外出天数之和不能超过当月天数。"),
            ),
            at_most(
                "duty_absent_fits",
                "spot_check_absent",
                "spot_checks",
                _("抽查不在岗次数不能超过抽查次数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.posting} {self.month}"
