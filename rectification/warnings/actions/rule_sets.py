"""Rules in force: the stored set, or the default one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.models import RuleSet, RuleVersion
from rectification.warnings.rating import Rating
from rectification.warnings.rules import RULES
from villages.trace.record import record

_DEFAULT_FROM = date(2000, 1, 1)


@dataclass(frozen=True)
class Rules:
    """Codes in force with their parameters, how findings weigh, and the set they stand in;
    None while only the default exists and nobody has stored it."""

    versions: Mapping[str, Mapping[str, int]]
    rating: Rating
    rule_set: int | None = None


def rules_in_force(county: str, on: date) -> Rules:
    """What holds in a county on a day: its own latest set, else the installation's, else the
    defaults. Two queries."""
    row = RuleSet.objects.holding(county, on).first()
    if row is None:
        return Rules({rule.code: rule.defaults() for rule in RULES}, Rating())
    return rules_of(row)


def rules_of(row: RuleSet) -> Rules:
    """What a stored set says; rules that the program no longer knows are left out."""
    known = {rule.code for rule in RULES}
    versions = row.versions.filter(enabled=True, code__in=known).values_list("code", "parameters")
    return Rules(dict(versions), Rating(row.red_categories, row.grey_percent), row.pk)


@transaction.atomic
def install_default_rules(*, by: Any) -> RuleSet:
    """The default set as rows (预警规则 v1), made once; what is there already stays as it is."""
    row, created = RuleSet.objects.get_or_create(
        county_code="",
        effective_from=_DEFAULT_FROM,
        defaults={
            "name": _("预警规则(默认,第 1 版)"),
            "basis": _("平台默认规则,可由县里另行制定。"),
        },
    )
    if created:
        RuleVersion.objects.bulk_create(
            RuleVersion(rule_set=row, code=rule.code, parameters=rule.defaults()) for rule in RULES
        )
        record("rules.installed", row, by=by, count=len(RULES))
    return row
