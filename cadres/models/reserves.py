"""How a reserve cadre is made ready (后备干部培养)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import SENT_POSTS, Post
from cadres.models.people import Person
from villages.ledgers.constraints import check, in_order, once, one_of
from villages.ledgers.models import VillageRow


class ReservePlan(VillageRow):
    """The plan for one reserve cadre of a village: for which post, by when, through what.

    Who is in reserve is said by tenures; this row says what is done about it. `trained_on` is
    the last training.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="reserve_plans", verbose_name=_("人员")
    )
    aim = models.CharField(
        _("培养方向"), max_length=26, choices=Post.choices, blank=True, default=""
    )
    listed_on = models.DateField(_("列入日期"))
    ready_on = models.DateField(_("预计可任职日期"), null=True, blank=True)
    mentor = models.CharField(_("培养联系人"), max_length=40, blank=True, default="")
    trained_on = models.DateField(_("最近培训日期"), null=True, blank=True)
    training = models.CharField(_("培养锻炼情况"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("后备干部培养")
        verbose_name_plural = _("后备干部培养")
        constraints = [
            once("reserve_person_once", "village", "person", message=_("此人在该村已有培养计划。")),
            in_order(
                "reserve_ready", "listed_on", "ready_on", _("预计可任职日期不能早于列入日期。")
            ),
            in_order("reserve_trained", "listed_on", "trained_on", _("培训日期不能早于列入日期。")),
            one_of("reserve_aim", "aim", Post, _("没有这个职务。"), blank=True),
            check(
                "reserve_aim_in_village",
                ~Q(aim__in=[*sorted(SENT_POSTS), Post.RESERVE]),
                _("培养方向应为村里的职务。"),
            ),
            check(
                "reserve_training_said",
                Q(trained_on=None) | ~Q(training=""),
                _("填了培训日期的,请写明培养锻炼情况。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
