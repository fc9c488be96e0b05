"""What the dates of recruitment records say against the rules, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from branches.development.case import LATE, MISSING, Hit, Steps
from branches.development.rules import check
from branches.models import DevelopmentRecord
from villages import workdays
from villages.common.scope import Scope

STEP_FIELDS = tuple(one.name for one in fields(Steps))

# What each rule asks for; {limit} and {seen} as the rule gives them.
RULES = {
    "age": gettext_lazy("递交申请时应年满 {limit} 周岁"),
    "talk": gettext_lazy("应在 {limit} 前派人谈话"),
    "contacts": gettext_lazy("应有 {limit} 名培养联系人"),
    "review": gettext_lazy("应在 {limit} 前考察一次"),
    "activist": gettext_lazy("培养教育满一年,即 {limit} 起才可列为发展对象"),
    "publicity": gettext_lazy("列为发展对象前应公示不少于 {limit} 个工作日"),
    "introducers": gettext_lazy("应有不少于 {limit} 名正式党员作入党介绍人"),
    "training": gettext_lazy("应集中培训不少于 {limit} (天/学时,满足其一)"),
    "assembly": gettext_lazy("应在预审后 {limit} 前召开支部大会"),
    "approval": gettext_lazy("上级党委应在 {limit} 前审批"),
    "approval_limit": gettext_lazy("特殊情况延长审批也不得超过 {limit}"),
    "oath": gettext_lazy("一般应在 {limit} 前举行入党宣誓"),
    "prolong": gettext_lazy("延长预备期应为 {limit} 个月"),
    "probation": gettext_lazy("应在预备期满时讨论转正,即 {limit} 天"),
    "turning": gettext_lazy("上级党委应在 {limit} 前审批转正"),
}


@dataclass(frozen=True)
class Finding:
    """One record, one rule it does not keep, as a sentence with its basis."""

    uid: str
    branch: str
    village: str
    township: str
    serial: str
    hit: Hit

    @property
    def text(self) -> str:
        """What the rule asks and what stands there instead."""
        return sentence(self.hit)


def sentence(hit: Hit) -> str:
    """A hit in words: the rule, then what was found."""
    asked = str(RULES[hit.code]).format(limit=hit.limit)
    if hit.grade == MISSING:
        return _("%s,还没有填写。") % asked
    if hit.grade == LATE:
        return _("%s,已超期。") % asked
    return _("%(asked)s,实际为 %(seen)s。") % {"asked": asked, "seen": hit.seen}


def hits_of(row: Mapping[str, Any], on: date) -> list[Hit]:
    """The hits of one record given as values of `STEP_FIELDS`. No query once the working-day
    calendar is cached."""
    return check(Steps(**{name: row[name] for name in STEP_FIELDS}), on, workdays.adjusted())


def findings(scope: Scope, county: str, on: date) -> list[Finding]:
    """All findings about records as known on a day, in order of villages and serials.

    One query, and one for the working-day calendar where it is not cached. Records made formal or
    cancelled more than a year before are history and left out.
    """
    rows = DevelopmentRecord.objects.in_scope(scope).in_county(county).filter(applied_on__lte=on)
    recent = rows.exclude(formal_approved_on__lt=_year_before(on)).exclude(
        cancelled_on__lt=_year_before(on)
    )
    ordered = recent.order_by("village__code", "branch__name", "serial")
    return [
        Finding(
            row["uid"], row["branch__name"], row["village__name"],
            row["village__township__name"], row["serial"], hit,
        )
        for row in ordered.values(*STEP_FIELDS, *_PLACE)
        for hit in hits_of(row, on)
    ]  # fmt: skip


_PLACE = ("uid", "serial", "branch__name", "village__name", "village__township__name")


def _year_before(on: date) -> date:
    return on.replace(year=on.year - 1, day=min(on.day, 28))
