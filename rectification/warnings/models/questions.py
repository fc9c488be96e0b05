"""Questions, not verdicts."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.warnings.choices import QuestionKind, QuestionOutcome
from villages.ledgers.constraints import check, once, one_of
from villages.ledgers.models import VillageRow
from villages.models import Village


class Question(VillageRow):
    """Something that seems worth asking about (疑问). Shown to the reviewer and to the township
    concerned, with room for an answer; never scored; removed when the month is closed unless a
    person confirmed it; never a reason to ask for more evidence.

    `key` says what it is about, so that the same is asked once; `facts` holds what is shown: two
    texts side by side, two sums, a burst of entries.
    """

    kind = models.CharField(_("类别"), max_length=10, choices=QuestionKind.choices)
    month = models.PositiveIntegerField(_("月份"))
    other = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("另一村")
    )
    key = models.CharField(_("对象"), max_length=120)
    facts = models.JSONField(_("依据"), default=dict)
    asked_on = models.DateField(_("提出日期"))
    answer = models.CharField(_("说明"), max_length=500, blank=True, default="")
    answered_name = models.CharField(_("说明人"), max_length=80, blank=True, default="")
    answered_on = models.DateField(_("说明日期"), null=True, blank=True)
    outcome = models.CharField(
        _("处理"), max_length=9, choices=QuestionOutcome.choices, blank=True, default=""
    )
    settled_name = models.CharField(_("处理人"), max_length=80, blank=True, default="")
    settled_on = models.DateField(_("处理日期"), null=True, blank=True)
    settled_note = models.CharField(_("处理说明"), max_length=300, blank=True, default="")

    class Meta:
        db_table = "rectification_question"
        verbose_name = _("疑问")
        verbose_name_plural = _("疑问")
        ordering = ["-month", "kind", "id"]
        indexes = [models.Index(fields=["county_code", "month", "kind"], name="question_by_month")]
        constraints = [
            one_of("question_kind_known", "kind", QuestionKind),
            one_of("question_outcome_known", "outcome", QuestionOutcome, blank=True),
            once(
                "question_once",
                "county_code",
                "kind",
                "key",
                "month",
                message=_("这个疑问已经提出过。"),
            ),
            check(
                "question_settled_whole",
                Q(outcome="") | (Q(settled_on__isnull=False) & ~Q(settled_name="")),
                _("处理应有处理人和日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.village_id} {self.month}"
