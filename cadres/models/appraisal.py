"""The yearly appraisal of a cadre."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cadres.models.people import Person
from cadres.wording.appraisal import Grade
from villages.ledgers.constraints import a_year, check, once, one_of
from villages.ledgers.models import VillageRow


class Appraisal(VillageRow):
    """The grade of one person in one year (年度考核), with the votes where they were counted.

    `comment` speaks of virtue, ability, diligence, achievement and honesty (德能勤绩廉).
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="appraisals", verbose_name=_("人员")
    )
    year = models.PositiveSmallIntegerField(_("年度"))
    grade = models.CharField(_("等次"), max_length=11, choices=Grade.choices)
    graded_on = models.DateField(_("评定日期"), null=True, blank=True)
    votes = models.PositiveIntegerField(_("测评总票数"), null=True, blank=True)
    votes_excellent = models.PositiveIntegerField(_("优秀票数"), null=True, blank=True)
    votes_competent = models.PositiveIntegerField(_("称职票数"), null=True, blank=True)
    votes_incompetent = models.PositiveIntegerField(_("不称职票数"), null=True, blank=True)
    comment = models.CharField(_("评语"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("年度考核")
        verbose_name_plural = _("年度考核")
        ordering = ["-year", "village", "id"]
        constraints = [
            once(
                "appraisal_once_a_year",
                "person",
                "village",
                "year",
                message=_("此人这一年已有考核等次。"),
            ),
            one_of(
                "appraisal_grade_known", "grade", Grade, _("等次应为优秀、称职、基本称职或不称职。")
            ),
            a_year("appraisal_year", "year", _("年度应写成 2026 的形式。")),
            check(
                "appraisal_after_year",
                Q(graded_on=None) | Q(graded_on__year__gte=F("year")),
                _("评定日期不能早于考核年度。"),
            ),
            check(
                "appraisal_votes_some",
                Q(votes=None) | Q(votes__gt=0),
                _("测评总票数应大于 0;没有测评的留空。"),
            ),
            check(
                "appraisal_votes_have_sum",
                Q(votes_excellent=None, votes_competent=None, votes_incompetent=None)
                | Q(votes__isnull=False),
                _("填写了分项票数,应填写测评总票数。"),
            ),
            check(
                "appraisal_votes_fit",
                Q(votes=None)
                | Q(votes_excellent=None)
                | Q(votes_competent=None)
                | Q(votes_incompetent=None)
                | Q(
                    votes__gte=F("votes_excellent") + F("votes_competent") + F("votes_incompetent")
                ),
                _("分项票数之和不能超过测评总票数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.year}"
