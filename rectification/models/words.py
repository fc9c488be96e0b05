"""The county's own words for the work on backward villages."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rectification.choices import WordUse, WorkLine
from rectification.querysets import CountyLists
from villages.ledgers.constraints import filled, in_order, once, one_of
from villages.ledgers.models import LedgerRow


class CaseWordRows(CountyLists):
    """Words of a county, in force from `valid_from` to `valid_to`."""


class CaseWord(LedgerRow):
    """A kind of problem, of helper, of work done, or a reason for returning.

    `aliases` are other spellings that sheets use, separated by 、; `unit` is that of works,
    `line` the line of work to which problems of this kind belong.
    """

    use = models.CharField(_("用途"), max_length=8, choices=WordUse.choices)
    name = models.CharField(_("名称"), max_length=40)
    unit = models.CharField(_("单位"), max_length=10, blank=True, default="")
    line = models.CharField(
        _("工作线"), max_length=8, choices=WorkLine.choices, blank=True, default=""
    )
    aliases = models.CharField(_("别名"), max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField(_("顺序"), default=100)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects: ClassVar[Any] = CaseWordRows.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("整顿词表")
        verbose_name_plural = _("整顿词表")
        ordering = ["use", "position", "id"]
        constraints = [
            once("case_word_once", "county_code", "use", "name", message=_("这个词已经登记。")),
            one_of("case_word_use_known", "use", WordUse),
            one_of("case_word_line_known", "line", WorkLine, blank=True),
            filled("case_word_named", "name", _("请填写名称。")),
            in_order(
                "case_word_dates_in_order", "valid_from", "valid_to",
                _("停用日期不能早于启用日期。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
