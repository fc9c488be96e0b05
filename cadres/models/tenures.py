"""A post held from a day to a day."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cadres.choices import SENT_POSTS, Duty, EndReason, HowFilled, InstalledBy, Post
from cadres.models.people import Person
from cadres.querysets import TenureQuerySet
from villages.common import clock
from villages.ledgers.constraints import check, in_order, once, one_of, together, within
from villages.ledgers.models import VillageRow
from villages.models import Village

_ELECTIONS = [InstalledBy.TERM_ELECTION, InstalledBy.BY_ELECTION]


def _only_one(post: Post, name: str, message: Any) -> models.UniqueConstraint:
    """One open holder of a post in a village."""
    return once(name, "village", where=Q(ended_on=None, post=post.value), message=message)


class PostTenure(VillageRow):
    """One post of one person in one village (任职), open while `ended_on` is null.

    `recorded_on` is the day from which the ledger shows it: what was before, nobody wrote down.
    Secretary and director in one person (一肩挑) are two tenures; the fact is derived.
    """

    village = models.ForeignKey(
        Village, models.PROTECT, related_name="tenures", verbose_name=_("村")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="tenures", verbose_name=_("人员")
    )
    post = models.CharField(_("职务"), max_length=26, choices=Post.choices)
    duty = models.CharField(_("分工"), max_length=14, choices=Duty.choices, blank=True, default="")
    started_on = models.DateField(_("任职时间"), null=True, blank=True)
    how_filled = models.CharField(
        _("选配方式"), max_length=12, choices=HowFilled.choices, blank=True, default=""
    )
    installed_by = models.CharField(
        _("产生方式"), max_length=13, choices=InstalledBy.choices, blank=True, default=""
    )
    term_number = models.PositiveSmallIntegerField(_("届次"), null=True, blank=True)
    filing_no = models.CharField(_("备案号"), max_length=40, blank=True, default="")
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    ended_on = models.DateField(_("离任时间"), null=True, blank=True)
    end_reason = models.CharField(
        _("离任原因"), max_length=10, choices=EndReason.choices, blank=True, default=""
    )
    end_note = models.CharField(_("离任说明"), max_length=200, blank=True, default="")
    recorded_on = models.DateField(_("登记日期"), default=clock.today)

    objects: ClassVar[Any] = TenureQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ["village", "id"]
        indexes = [
            models.Index(fields=["county_code", "ended_on"], name="tenure_by_county"),
            models.Index(fields=["village", "post"], name="tenure_by_village"),
        ]
        constraints = [
            once(
                "tenure_open_once", "person", "village", "post", "duty", where=Q(ended_on=None),
                message=_("此人在该村已任这个职务。"),
            ),
            _only_one(Post.SECRETARY, "tenure_one_secretary", _("该村已有在任的党组织书记。")),
            _only_one(Post.DIRECTOR, "tenure_one_director", _("该村已有在任的村委会主任。")),
            _only_one(
                Post.SUPERVISION_CHAIR, "tenure_one_supervisor",
                _("该村已有在任的村务监督委员会主任。"),
            ),
            in_order(
                "tenure_days_in_order", "started_on", "ended_on", _("离任时间不能早于任职时间。"),
            ),
            together(
                "tenure_end_has_reason", "ended_on", "end_reason",
                _("离任时间和离任原因应同时填写。"),
            ),
            together(
                "tenure_filing_whole", "filed_on", "filing_no", _("备案号和备案日期应同时填写。"),
            ),
            check(
                "tenure_note_after_end", Q(end_note="") | Q(ended_on__isnull=False),
                _("离任以后才填写离任说明。"),
            ),
            check(
                "tenure_duty_of_member", Q(duty="") | Q(post=Post.PARTY_COMMITTEE_MEMBER),
                _("只有党组织委员填写分工。"),
            ),
            check(
                "tenure_sent_not_elected",
                ~Q(post__in=sorted(SENT_POSTS), installed_by__in=_ELECTIONS),
                _("派驻人员不经村里选举产生。"),
            ),
            within("tenure_term_number", "term_number", 1, 99, _("届次应在 1 到 99 之间。")),
            one_of("tenure_post", "post", Post, _("没有这个职务。")),
            one_of("tenure_duty", "duty", Duty, _("没有这个分工。"), blank=True),
            one_of(
                "tenure_how_filled", "how_filled", HowFilled, _("没有这个选配方式。"), blank=True,
            ),
            one_of(
                "tenure_installed_by", "installed_by", InstalledBy, _("没有这个产生方式。"),
                blank=True,
            ),
            one_of(
                "tenure_end_reason", "end_reason", EndReason, _("没有这个离任原因。"), blank=True,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person} {self.get_post_display()}"
