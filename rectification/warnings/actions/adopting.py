"""A draft becomes a rule set that holds from a day on; months that are closed keep theirs."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.drafting import ready, require_keeper
from rectification.warnings.linting import refuse_errors
from rectification.warnings.models import (
    Evaluation,
    RuleDraft,
    RuleSet,
    RuleVersion,
    VillageWarning,
)
from rectification.warnings.own_numbers import offered
from rectification.warnings.rule_contents import versions_of
from rectification.warnings.rule_files.shape import RATING, Content
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.imports.models import FilingMonth
from villages.imports.months import require_open
from villages.ledgers.keeping import changed, refuse_broken
from villages.trace.record import record


@transaction.atomic
def adopt(
    draft: RuleDraft, *, by: Any, version: int, effective_from: date, basis: str, note: str,
    on: date, at: datetime,
) -> RuleSet:  # fmt: skip
    """Makes the draft a set that nobody changes any more.

    It holds from its day on, that is for every month that ends on that day or later. Raises
    `rules_not_allowed`, `version_changed`, `draft_adopted`, `rules_basis`, `rules_note`,
    `rules_refused` (what the checks find), `month_closed`, `rules_day_taken`.
    """
    row = ready(draft, by=by, version=version)
    content = _signed(row.content, effective_from, basis, note)
    refuse_errors(content, offered(row.county_code, on))
    hold(f"rules:{row.county_code}", exclusive=True)
    _require_day(row.county_code, effective_from)
    made = _store(row.county_code, content, effective_from, by, at)
    changed(row, adopted=made, content=content, note=content["note"])
    record(
        "rules.adopted", made, by=by, reason=made.note, count=len(content["rules"]),
        after={"effective_from": effective_from, "basis": made.basis, "draft": row.uid},
    )  # fmt: skip
    return made


@transaction.atomic
def withdraw(row: RuleSet, *, by: Any, on: date, reason: str) -> None:
    """Takes back a set that does not hold yet; its draft can be changed again.

    Raises `rules_not_allowed`, `rules_in_force`, `rules_used`, `rules_reason`.
    """
    require_keeper(by, row.county_code)
    hold(f"rules:{row.county_code}", exclusive=True)
    if not reason.strip():
        words = _("请写明为什么撤回。")
        raise DomainError("rules_reason", words, reason=words)
    refuse_withdrawal(row, on)
    for draft in RuleDraft.objects.select_for_update().filter(adopted=row):
        changed(draft, adopted=None)
    record("rules.withdrawn", row, by=by, reason=reason, before={"name": row.name})
    row.delete()


def refuse_withdrawal(row: RuleSet, on: date) -> None:
    """Raises `rules_in_force`, `rules_used` where the set holds or a month was judged by it."""
    if row.effective_from <= on:
        words = _("“%s”已经施行,不能撤回。") % row.name
        raise DomainError("rules_in_force", words, _("要改规则的,请另发布一套,写明生效日期。"))
    used = (VillageWarning.objects.filter(rule_set=row), Evaluation.objects.filter(rule_set=row))
    if any(rows.exists() for rows in used):
        words = _("已有月份按“%s”评估过,不能撤回。") % row.name
        raise DomainError("rules_used", words, _("要改规则的,请另发布一套。"))


def _signed(content: Content, effective_from: date, basis: str, note: str) -> Content:
    said = {"basis": " ".join(basis.split()), "note": " ".join(note.split())}
    asked = {"basis": _("请写明依据。"), "note": _("请写明修订说明:改了什么,为什么。")}
    for name, words in asked.items():
        if not said[name]:
            raise DomainError(f"rules_{name}", words, **{name: words})
    return {**content, **said, "effective_from": effective_from.isoformat()}


def _require_day(county: str, day: date) -> None:
    """A set also holds in all months after its day: none of them may be closed."""
    month = Month.of(day)
    require_open(county=county, month=month)
    later = FilingMonth.objects.filter(county_code=county, month__gte=month.number)
    newest = later.exclude(closed_at=None).order_by("-month").first()
    if newest is not None:
        closed = Month.from_number(newest.month)
        words = _("%s已封账,规则不能从那时或更早起施行。") % closed.label
        hint = _("请把生效日期改到 %s 或以后。") % closed.next().start
        raise DomainError("month_closed", words, hint, effective_from=words + hint)
    if RuleSet.objects.filter(county_code=county, effective_from=day).exists():
        words = _("%s已有一套预警规则生效。") % day
        hint = _("请换一个日期,或者先撤回那一套。")
        raise DomainError("rules_day_taken", words, hint, effective_from=words + hint)


def _store(county: str, content: Content, day: date, by: Any, at: datetime) -> RuleSet:
    row = RuleSet(
        county_code=county, name=content["name"], effective_from=day, basis=content["basis"],
        issued_by=content["issued_by"], note=content["note"], adopted_at=at,
        adopted_name=str(getattr(by, "name", "") or by)[:80],
        **{name: content["rating"][name] for name in RATING},
    )  # fmt: skip
    refuse_broken(row)
    row.save()
    RuleVersion.objects.bulk_create(versions_of(row, content))
    return row
