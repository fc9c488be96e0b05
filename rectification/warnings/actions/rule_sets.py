"""The default rules as rows."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.models import RuleSet, RuleVersion
from rectification.warnings.rules import RULES
from villages.trace.record import record

_DEFAULT_FROM = date(2000, 1, 1)


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
