"""How many members a branch has, by bands. No identities: whoever wants names asks elsewhere."""

from functools import reduce
from operator import add
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from branches.models.branches import PartyBranch
from branches.querysets import CountRows
from villages.ledgers.constraints import at_most, check, once
from villages.ledgers.models import VillageRow

AGES = ("to_35", "from_36_to_45", "from_46_to_55", "from_56_to_60", "over_60")
EDUCATION = ("postgraduate", "university", "college", "secondary", "junior")
PARTS = (
    "women", "minority", "floating", "veterans", "five_star", "pioneer", "dues_paid", "from_60",
)  # fmt: skip
WHOLE = F("formal") + F("probationary")


def _number(label: Any) -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(label, null=True, blank=True)


def _adds_up(names: tuple[str, ...]) -> Q:
    """All bands unknown, or all known and together the whole."""
    first, *rest = names
    sum_of_rest = reduce(add, [F(name) for name in rest])
    nothing = Q(**{f"{name}__isnull": True for name in names})
    known = Q(**{f"{name}__isnull": False for name in (*names, "probationary")})
    return nothing | (known & Q(**{first: WHOLE - sum_of_rest}))


class MemberCount(VillageRow):
    """Members of one branch as counted on a day; the newest count up to a day holds.

    The whole is `formal` and `probationary` together. Bands of age and of education each add up
    to the whole or are unknown altogether; every other number is a part of it.
    """

    branch = models.ForeignKey(
        PartyBranch, models.PROTECT, related_name="counts", verbose_name=_("党组织")
    )
    as_of = models.DateField(_("数据日期"))
    formal = models.PositiveIntegerField(_("正式党员"))
    probationary = _number(_("预备党员"))
    women = _number(_("女党员"))
    minority = _number(_("少数民族党员"))
    to_35 = _number(_("35岁及以下"))
    from_36_to_45 = _number(_("36至45岁"))
    from_46_to_55 = _number(_("46至55岁"))
    from_56_to_60 = _number(_("56至60岁"))
    over_60 = _number(_("61岁及以上"))
    from_60 = _number(_("60岁及以上"))
    postgraduate = _number(_("研究生"))
    university = _number(_("大学本科"))
    college = _number(_("大专"))
    secondary = _number(_("高中中专"))
    junior = _number(_("初中及以下"))
    floating = _number(_("流动党员"))
    veterans = _number(_("退役军人党员"))
    five_star = _number(_("五星党员"))
    pioneer = _number(_("先锋党员"))
    dues_paid = _number(_("已缴清党费"))

    objects: ClassVar[Any] = CountRows.as_manager()

    class Meta:
        verbose_name = _("党员数")
        verbose_name_plural = _("党员数")
        ordering = ["branch", "-as_of"]
        constraints = [
            once(
                "members_once_a_day", "branch", "as_of",
                message=_("这个党组织在该日期已有党员数。"),
            ),
            check(
                "members_ages_add_up", _adds_up(AGES),
                _("各年龄段人数之和应等于正式党员加预备党员;不清楚的整组留空。"),
            ),
            check(
                "members_schooling_adds_up", _adds_up(EDUCATION),
                _("各学历人数之和应等于正式党员加预备党员;不清楚的整组留空。"),
            ),
            at_most("members_women", "women", WHOLE, _("女党员不能多于党员总数。")),
            at_most(
                "members_minority", "minority", WHOLE, _("少数民族党员不能多于党员总数。")
            ),
            at_most("members_floating", "floating", WHOLE, _("流动党员不能多于党员总数。")),
            at_most(
                "members_veterans", "veterans", WHOLE, _("退役军人党员不能多于党员总数。")
            ),
            at_most(
                "members_five_star", "five_star", WHOLE, _("五星党员不能多于党员总数。")
            ),
            at_most("members_pioneer", "pioneer", WHOLE, _("先锋党员不能多于党员总数。")),
            at_most("members_dues", "dues_paid", WHOLE, _("已缴清党费的不能多于党员总数。")),
            at_most(
                "members_from_60", "from_60", WHOLE, _("60岁及以上的不能多于党员总数。")
            ),
            at_most(
                "members_over_60", "over_60", "from_60", _("61岁及以上的不能多于60岁及以上的。")
            ),
            at_most(
                "members_from_60_bands", "from_60", F("over_60") + F("from_56_to_60"),
                _("60岁及以上的不能多于56至60岁与61岁及以上之和。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.branch} {self.as_of}"
