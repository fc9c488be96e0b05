"""Appointments and removals reported to the county before they take effect (备案)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import FilingAnswer, FilingKind, Post
from cadres.models.people import Person
from villages.ledgers.constraints import check, in_order, once, one_of, together
from villages.ledgers.models import VillageRow


class PostFiling(VillageRow):
    """One filing: who, which post, what is intended, asked and answered on which days.

    Unanswered while `answered_on` is null.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="filings", verbose_name=_("人员")
    )
    post = models.CharField(_("职务"), max_length=26, choices=Post.choices)
    kind = models.CharField(_("备案事项"), max_length=8, choices=FilingKind.choices)
    asked_on = models.DateField(_("报送日期"))
    reason = models.CharField(_("任免理由"), max_length=200)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = models.CharField(
        _("答复"), max_length=8, choices=FilingAnswer.choices, blank=True, default=""
    )
    number = models.CharField(_("备案文号"), max_length=40, blank=True, default="")
    note = models.CharField(_("答复说明"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("任免备案")
        verbose_name_plural = _("任免备案")
        constraints = [
            once(
                "filing_open_once",
                "person",
                "post",
                "kind",
                where=Q(answered_on=None),
                message=_("此人这一职务的同类备案尚未答复。"),
            ),
            in_order("filing_days", "asked_on", "answered_on", _("答复日期不能早于报送日期。")),
            together(
                "filing_answer_whole", "answered_on", "answer", _("答复和答复日期应同时填写。")
            ),
            check(
                "filing_agreed_has_number",
                ~Q(answer=FilingAnswer.AGREED) | ~Q(number=""),
                _("同意备案的,应填写备案文号。"),
            ),
            check(
                "filing_returned_has_note",
                ~Q(answer=FilingAnswer.RETURNED) | ~Q(note=""),
                _("退回备案的,应说明理由。"),
            ),
            check(
                "filing_number_after_answer",
                Q(answered_on__isnull=False) | Q(number="", note=""),
                _("答复以前没有备案文号和答复说明。"),
            ),
            one_of("filing_post", "post", Post, _("没有这个职务。")),
            one_of("filing_kind", "kind", FilingKind, _("没有这个备案事项。")),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_post_display()} {self.get_kind_display()}"
