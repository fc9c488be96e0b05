"""Colours of the matrix: one receipt in each place."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.models import Alert, Evaluation, Question, RuleSet, VillageWarning
from villages.accounts.actors import COMMAND_LINE
from villages.models import Village

PERIOD, MONTH = "2026-09", 202609


def warning_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Keys of receipts by place."""
    rules = install_default_rules(by=COMMAND_LINE)
    rows = {place: Village.objects.get(code=code) for place, code in villages.items()}
    return {
        "warning": {place: _receipt(row, rules) for place, row in rows.items()},
        "warning-events": {place: _event(row) for place, row in rows.items()},
        "questions": {place: _question(row) for place, row in rows.items()},
    }


def _event(village: Village) -> str:
    """A yellow event that has long been public."""
    public = datetime(2026, 10, 2, tzinfo=UTC)
    row = Alert.objects.create(
        county_code=village.county_code, village=village, rule="W01", level="yellow",
        raised_month=MONTH, found_in=MONTH, raised_at=public, public_at=public,
        evidence={"days": 31, "certain": 1, "limit": 30},
    )  # fmt: skip
    return str(row.uid)


def _receipt(village: Village, rules: RuleSet) -> str:
    run, _new = Evaluation.objects.get_or_create(
        county_code=village.county_code, month=MONTH,
        defaults={
            "rule_set": rules, "villages": 1, "red": 0, "yellow": 1, "green": 0, "grey": 0,
            "rows_written": 1, "digest": "0" * 64,
        },
    )  # fmt: skip
    reason = {"rule": "W01", "level": "yellow", "evidence": {"days": 31, "certain": 1, "limit": 30}}
    row = VillageWarning.objects.create(
        county_code=village.county_code, village=village, month=MONTH, colour="yellow",
        raw_colour="yellow", reasons=[reason], yellow_months=1, township_code=village.code[:9],
        facts={"months": 9, "has_secretary": False, "vacant_days": 31}, rule_set=rules,
        evaluation=run, digest="0" * 64,
    )  # fmt: skip
    return str(row.uid)


def _question(village: Village) -> str:
    """Two sentences of October that are alike."""
    facts = {"kind": "copied", "where": "月度填报说明", "text": "租金略有波动。", "percent": 95,
             "other_text": "租金有波动。", "villages": 2}  # fmt: skip
    row = Question.objects.create(
        county_code=village.county_code, village=village, month=202610, kind="copied",
        key=village.code, facts=facts, asked_on=date(2026, 11, 3),
    )  # fmt: skip
    return str(row.uid)
