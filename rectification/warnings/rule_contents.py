"""Between stored rule sets, contents of drafts, and rules that judge."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.models import RuleSet, RuleVersion
from rectification.warnings.rule_files.shape import HEAD, RATING, SWITCHES, Content
from rectification.warnings.rules import RULES, by_code


def content_of(row: RuleSet) -> Content:
    """A stored set in the shape of its text file. One query. Rules that the program no longer
    knows are left out, thresholds that were not named stand with their defaults."""
    versions = {one.code: one for one in row.versions.all()}
    own = {code: one for code, one in sorted(versions.items()) if one.declared}
    return {
        "name": row.name, "issued_by": row.issued_by, "basis": row.basis,
        "effective_from": row.effective_from.isoformat(), "note": row.note,
        "rating": {name: getattr(row, name) for name in RATING},
        "rules": {code: _rule(code, versions.get(code)) for code in by_code()},
        "own": {code: {**_switches(one), **(one.declared or {})} for code, one in own.items()},
    }  # fmt: skip


def default_content() -> Content:
    """The default rules in the same shape."""
    rules = {rule.code: {"enabled": True, "escalates": True, **rule.defaults()} for rule in RULES}
    rating = {name: one.default for name, one in RATING.items()}
    head = {**dict.fromkeys(HEAD, ""), "name": _("预警规则")}
    return {**head, "rating": rating, "rules": rules, "own": {}}


def set_in_force(county: str, on: date) -> RuleSet | None:
    """The set that holds on a day; None while only the defaults of the program do. One query."""
    row: RuleSet | None = RuleSet.objects.holding(county, on).first()
    return row


def content_in_force(county: str, on: date) -> tuple[RuleSet | None, Content]:
    """The set that holds and what it says. Two queries."""
    row = set_in_force(county, on)
    return row, default_content() if row is None else content_of(row)


def _rule(code: str, version: RuleVersion | None) -> dict[str, Any]:
    rule = by_code()[code]
    if version is None:
        return {"enabled": False, "escalates": True, **rule.defaults()}
    stored = {key: version.parameters[key] for key in rule.thresholds if key in version.parameters}
    return {**_switches(version), **rule.defaults(), **stored}


def _switches(version: RuleVersion) -> dict[str, bool]:
    return {name: bool(getattr(version, name)) for name in SWITCHES}


def versions_of(row: RuleSet, content: Content) -> list[RuleVersion]:
    """The rules of a set as its text file says them, not yet stored."""
    return [
        RuleVersion(
            rule_set=row, code=code, enabled=told["enabled"], escalates=told["escalates"],
            parameters=parameters_of(told),
            declared=declaration_of(told) if "kind" in told else None,
        )
        for part in ("rules", "own")
        for code, told in content[part].items()
    ]  # fmt: skip


def declaration_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """A rule without its switches."""
    return {key: value for key, value in told.items() if key not in SWITCHES}


def parameters_of(told: Mapping[str, Any]) -> dict[str, int]:
    """The thresholds of a rule of the program; a declared one has none."""
    return {} if "kind" in told else declaration_of(told)


def day_of(content: Mapping[str, Any]) -> date | None:
    """From when it is meant to hold."""
    said = content.get("effective_from")
    return date.fromisoformat(said) if said else None
