"""Which rules a trial tries: a draft's, or those in force with other numbers of one."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.rule_contents import versions_of
from rectification.warnings.rules import by_code
from rectification.warnings.rules_in_force import Rules, rules_from
from rectification.warnings.trying import with_numbers
from villages.common.errors import DomainError


def drafts_of(user: Any, county: str) -> list[RuleDraft]:
    """Drafts of the county that the person may see, the newest first. One query."""
    rows: Any = RuleDraft.objects.visible_to(user)
    return list(rows.in_county(county).filter(adopted=None).order_by("-id"))


def with_other_numbers(live: Rules, code: str, numbers: Mapping[str, int]) -> Rules:
    """The rules in force with other numbers of one. Raises `trial_rule_unknown`,
    `trial_number_unknown`, `trial_number_wrong`."""
    rule = by_code().get(code)
    if rule is None or code not in live.versions or not rule.thresholds:
        raise DomainError(
            "trial_rule_unknown", _("没有可以试改的规则 %s。") % code,
            _("请从现行规则里选一条有数字的。"), rule=_("不是现行的、有数字的规则。"),
        )  # fmt: skip
    for key, number in numbers.items():
        if key not in rule.thresholds:
            raise DomainError(
                "trial_number_unknown",
                _("规则 %(code)s 没有名为 %(key)s 的数字。") % {"code": code, "key": key[:30]},
                _("可以试改的有:%s。") % "、".join(rule.thresholds), numbers=_("没有这个数字。"),
            )  # fmt: skip
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise DomainError(
                "trial_number_wrong",
                _("规则 %(code)s 的“%(label)s”应是不小于 0 的整数。")
                % {"code": code, "label": rule.thresholds[key].label},
                _("请改成整数。"), numbers=_("应是不小于 0 的整数。"),
            )  # fmt: skip
    return with_numbers(live, code, numbers)


def rules_of_draft(draft: RuleDraft) -> Rules:
    """What a draft would say once it is adopted: the same code makes both."""
    row = RuleSet(county_code=draft.county_code, **draft.content["rating"])
    return rules_from(row, versions_of(row, draft.content))
