"""Rule sets and drafts of the matrix: one of each in each county."""

from collections.abc import Mapping
from datetime import date

from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.rule_contents import default_content

OWN = {
    "enabled": True, "escalates": True, "title": "改厕进度", "category": "governance",
    "basis": "文件", "kind": "threshold", "indicator": "toilets", "side": "<", "red": 60,
}  # fmt: skip


def rule_keys(counties: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Keys by place. The sets hold long after everything else of the matrix."""
    return {
        "rule_set": {place: _set(code) for place, code in counties.items()},
        "rule_draft": {place: _draft(code) for place, code in counties.items()},
    }


def _set(code: str) -> str:
    row = RuleSet.objects.create(
        county_code=code, name="矩阵的规则", effective_from=date(2099, 1, 1), basis="文件"
    )
    return str(row.uid)


def _draft(code: str) -> str:
    content = {**default_content(), "own": {"Z01": OWN}}
    row = RuleDraft.objects.create(county_code=code, name="矩阵的草案", content=content)
    return str(row.uid)
