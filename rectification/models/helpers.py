"""Who stands by a case: helpers, duty holders, their visits, and the works done."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.choices import DutyKind
from rectification.models.belonging import CaseRow
from rectification.models.words import CaseWord
from rectification.querysets import LinkRows
from villages.ledgers.constraints import check, filled, in_order, not_negative, once, one_of


class CaseLink(CaseRow):
    """A helper of a case (四个一 and further kinds), from one day to another."""

    kind = models.ForeignKey(
        CaseWord, models.PROTECT, related_name="+", verbose_name=_("帮扶力量"),
        limit_choices_to={"use": "helper"},
    )  # fmt: skip
    person = models.CharField(_("姓名"), max_length=40, blank=True, default="")
    post = models.CharField(_("职务"), max_length=60, blank=True, default="")
    unit = models.CharField(_("单位"), max_length=60, blank=True, default="")
    phone = models.CharField(_("电话"), max_length=20, blank=True, default="")
    since = models.DateField(_("开始日期"))
    to = models.DateField(_("结束日期"), null=True, blank=True)

    objects: ClassVar[Any] = LinkRows.as_manager()

    class Meta:
        verbose_name = _("帮扶力量")
        verbose_name_plural = _("帮扶力量")
        ordering = ["case", "kind__position", "since"]
        constraints = [
            in_order("case_link_in_order", "since", "to", _("结束日期不能早于开始日期。")),
            check("case_link_who", ~Q(person="") | ~Q(unit=""), _("请填写姓名或者单位。")),
            once(
                "case_link_once", "case", "kind", "person", "unit", "since",
                message=_("这条帮扶力量已经登记。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.person or self.unit


class DutyHolder(CaseRow):
    """One who answers for a case, with the responsibility letter (整顿责任书) that he signed."""

    kind = models.CharField(_("责任"), max_length=18, choices=DutyKind.choices)
    name = models.CharField(_("姓名"), max_length=40)
    post = models.CharField(_("职务"), max_length=60, blank=True, default="")
    since = models.DateField(_("开始日期"))
    to = models.DateField(_("结束日期"), null=True, blank=True)
    letter_signed_on = models.DateField(_("责任书签订日期"), null=True, blank=True)

    objects: ClassVar[Any] = LinkRows.as_manager()

    class Meta:
        verbose_name = _("责任人")
        verbose_name_plural = _("责任人")
        ordering = ["case", "kind", "since"]
        constraints = [
            one_of("duty_kind_known", "kind", DutyKind),
            filled("duty_named", "name", _("请填写姓名。")),
            in_order("duty_in_order", "since", "to", _("结束日期不能早于开始日期。")),
            in_order("duty_signed_in_order", "since", "letter_signed_on",
                     _("签订日期不能早于开始日期。")),
            once(
                "duty_current_once", "case", "kind", where=Q(to=None),
                message=_("这项责任已有人承担,请先写明前任的结束日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


class CaseVisit(CaseRow):
    """A visit to the village: days, what was done, how many things were solved."""

    link = models.ForeignKey(
        CaseLink, models.PROTECT, null=True, blank=True, related_name="visits",
        verbose_name=_("帮扶力量"),
    )  # fmt: skip
    visitor = models.CharField(_("走访人"), max_length=40)
    on = models.DateField(_("日期"))
    days = models.DecimalField(_("天数"), max_digits=4, decimal_places=1, default=1)
    done = models.CharField(_("做了什么"), max_length=500)
    solved = models.PositiveSmallIntegerField(_("解决事项数"), default=0)

    class Meta:
        verbose_name = _("走访")
        verbose_name_plural = _("走访")
        ordering = ["-on", "id"]
        constraints = [
            once(
                "visit_once", "case", "visitor", "on", message=_("这个人这一天的走访已经登记。")
            ),
            filled("visit_said", "done", _("请填写做了什么。")),
            filled("visit_whose", "visitor", _("请填写走访人。")),
            check("visit_days", Q(days__gt=0, days__lte=31), _("天数应大于 0 且不超过 31。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.on} {self.visitor}"


class WorkDone(CaseRow):
    """Something done for the village (办实事), with its quantity in the unit of its kind."""

    kind = models.ForeignKey(
        CaseWord, models.PROTECT, related_name="+", verbose_name=_("实事种类"),
        limit_choices_to={"use": "work"},
    )  # fmt: skip
    visit = models.ForeignKey(
        CaseVisit, models.SET_NULL, null=True, blank=True, related_name="works",
        verbose_name=_("走访"),
    )  # fmt: skip
    done_on = models.DateField(_("完成日期"))
    quantity = models.DecimalField(_("数量"), max_digits=12, decimal_places=2)
    households = models.PositiveIntegerField(_("惠及户数"), null=True, blank=True)
    note = models.CharField(_("说明"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("办实事")
        verbose_name_plural = _("办实事")
        ordering = ["-done_on", "id"]
        constraints = [
            once(
                "work_once", "case", "kind", "done_on", "note",
                message=_("这件实事已经登记;同一天同类的另一件请写明说明。"),
            ),
            not_negative("work_quantity", "quantity", message=_("数量不能小于 0。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity.normalize():f}{self.kind.unit}"
