"""Drafts are written, adopted, withdrawn; months that are closed keep their rules."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from rectification.warnings.actions.adopting import adopt, withdraw
from rectification.warnings.actions.drafting import (
    change_draft,
    draft_from_set,
    draft_rules,
    remove_draft,
)
from rectification.warnings.actions.evaluating import evaluate
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.models import RuleDraft, RuleSet, RuleVersion, VillageWarning
from rectification.warnings.rule_contents import content_of, default_content
from rectification.warnings.rule_files import from_toml, to_toml
from rectification.warnings.rules_in_force import rules_in_force, rules_of
from rectification.warnings.tried_rules import rules_of_draft
from tests import factories
from tests.rectification.warnings.rule_sets.test_schemes import FOLDER
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.models import FilingMonth
from villages.models import County
from villages.trace.models import AuditEntry

COUNTY = "999901"
TODAY = date(2026, 11, 3)
DECEMBER = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PORTAL_TODAY", TODAY.isoformat())
    return


def adopted(draft: RuleDraft, by: Any, day: date = DECEMBER, **rest: Any) -> RuleSet:
    given = {"basis": "县委 3 号文件", "note": "红线收紧", "version": draft.version, **rest}
    return adopt(draft, by=by, effective_from=day, on=TODAY, at=clock.now(), **given)


def tightened(draft: RuleDraft, by: Any) -> RuleDraft:
    content = {**draft.content, "rules": {**draft.content["rules"]}}
    content["rules"]["W22"] = {**content["rules"]["W22"], "red_wan": 3}
    return change_draft(draft, by=by, content=content, version=draft.version)


def test_a_draft_copies_what_is_in_force(staff: User):
    row = install_default_rules(by=COMMAND_LINE)

    made = draft_from_set(by=staff, county=COUNTY, row=row)

    assert made.based_on == row
    assert made.content["rules"] == default_content()["rules"]
    assert (made.content["effective_from"], made.name[-4:]) == ("", "(修订)")
    assert AuditEntry.objects.get(action="rules.drafted").object_key == made.uid


def test_a_change_is_on_record_in_words(draft: RuleDraft, staff: User):
    tightened(draft, staff)

    draft.refresh_from_db()
    entry = AuditEntry.objects.get(action="rules.draft-changed")
    assert (draft.version, draft.content["rules"]["W22"]["red_wan"]) == (2, 3)
    assert entry.after == {"rules.W22.red_wan": "3 万元"}
    assert entry.before == {"rules.W22.red_wan": "5 万元"}


def test_a_draft_never_touches_what_judges(draft: RuleDraft, staff: User):
    before = rules_in_force(COUNTY, TODAY)

    tightened(draft, staff)

    assert rules_in_force(COUNTY, TODAY).versions == before.versions
    assert not RuleSet.objects.exists()


def test_whoever_saw_an_older_version_is_told(draft: RuleDraft, staff: User):
    tightened(draft, staff)

    with pytest.raises(DomainError) as refused:
        change_draft(draft, by=staff, content=draft.content, version=1)
    assert refused.value.code == "version_changed"


def test_the_set_says_what_the_draft_said(draft: RuleDraft, staff: User):
    content = from_toml((FOLDER / "longchang.toml").read_text("utf-8"))
    both = {**draft.content, "own": content["own"]}
    row = change_draft(draft, by=staff, content=both, version=1)
    _indicator("site-check")

    made = adopted(row, staff)

    assert content_of(made)["own"] == content["own"]
    assert content_of(made)["rules"] == both["rules"]
    version = RuleVersion.objects.get(rule_set=made, code="Z01")
    assert (version.parameters, version.declared["kind"]) == ({}, "run")
    assert from_toml(to_toml(content_of(made))) == content_of(made)
    entry = AuditEntry.objects.get(action="rules.adopted")
    assert (entry.reason, entry.after["effective_from"]) == ("红线收紧", "2026-12-01")
    assert rules_in_force(COUNTY, date(2026, 12, 31)).own["Z01"].title == "人居环境检查"


def _indicator(stem: str) -> None:
    from tests.villages.indicators.factories import in_force

    in_force(slug=stem, stem=stem, name=f"指标 {stem}", label=f"指标 {stem}")


def test_an_adopted_draft_is_closed(draft: RuleDraft, staff: User):
    adopted(draft, staff)
    draft.refresh_from_db()

    for act in (
        lambda: change_draft(draft, by=staff, content=draft.content, version=draft.version),
        lambda: remove_draft(draft, by=staff, version=draft.version),
        lambda: adopted(draft, staff, date(2027, 1, 1)),
    ):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "draft_adopted"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"basis": " "}, "rules_basis"),
        ({"note": ""}, "rules_note"),
        ({"version": 7}, "version_changed"),
    ],
)
def test_adopting_asks_for_basis_and_note(
    draft: RuleDraft, staff: User, given: dict[str, Any], code: str
):
    with pytest.raises(DomainError) as refused:
        adopted(draft, staff, **given)

    assert refused.value.code == code
    assert not RuleSet.objects.exists()


def test_errors_of_the_checks_forbid_adoption(draft: RuleDraft, staff: User):
    content = {**draft.content, "rules": {**draft.content["rules"]}}
    content["rules"]["W01"] = {**content["rules"]["W01"], "red_days": 1}
    row = change_draft(draft, by=staff, content=content, version=1)

    with pytest.raises(DomainError, match="还有 1 处必须改正:W01 书记空缺"):
        adopted(row, staff)


def _close(month: int) -> None:
    FilingMonth.objects.create(
        county_code=COUNTY, month=month, closed_at=clock.now(), due_on=date(2026, 10, 25)
    )


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 10, 31), date(2025, 3, 1)])
def test_a_closed_month_keeps_its_rules(draft: RuleDraft, staff: User, day: date):
    _close(202610)

    with pytest.raises(DomainError) as refused:
        adopted(draft, staff, day)

    assert refused.value.code == "month_closed"
    assert adopted(draft, staff, date(2026, 11, 1)).pk


def test_a_past_month_is_judged_by_the_set_then_in_force(draft: RuleDraft, staff: User):
    evaluate(by=COMMAND_LINE, county=COUNTY, month=Month(2026, 10))
    before = set(VillageWarning.objects.values_list("rule_set", flat=True))

    made = adopted(draft, staff, date(2026, 11, 1))
    evaluate(by=COMMAND_LINE, county=COUNTY, month=Month(2026, 10))
    evaluate(by=COMMAND_LINE, county=COUNTY, month=Month(2026, 11))

    def used(month: int) -> set[int]:
        return set(VillageWarning.objects.filter(month=month).values_list("rule_set", flat=True))

    assert used(202610) == before
    assert used(202611) == {made.pk}


def test_one_set_a_day(draft: RuleDraft, staff: User):
    adopted(draft, staff)
    other = draft_from_set(by=staff, county=COUNTY, row=None)

    with pytest.raises(DomainError, match="已有一套预警规则生效"):
        adopted(other, staff)


def test_a_set_that_does_not_hold_yet_is_taken_back(draft: RuleDraft, staff: User):
    made = adopted(draft, staff)

    withdraw(made, by=staff, on=TODAY, reason="上会再议")

    draft.refresh_from_db()
    assert (draft.adopted, RuleSet.objects.count(), RuleVersion.objects.count()) == (None, 0, 0)
    assert AuditEntry.objects.get(action="rules.withdrawn").reason == "上会再议"
    tightened(draft, staff)


def test_a_set_that_holds_or_judged_stays(draft: RuleDraft, staff: User):
    now = adopted(draft, staff, date(2026, 11, 1))
    later = draft_from_set(by=staff, county=COUNTY, row=None)
    soon = adopted(later, staff, date(2026, 11, 20))
    evaluate(by=COMMAND_LINE, county=COUNTY, month=Month(2026, 11))

    for row, code in ((now, "rules_in_force"), (soon, "rules_used")):
        with pytest.raises(DomainError) as refused:
            withdraw(row, by=staff, on=TODAY, reason="不要了")
        assert refused.value.code == code
    with pytest.raises(DomainError) as refused:
        withdraw(now, by=staff, on=TODAY, reason=" ")
    assert refused.value.code == "rules_reason"


@pytest.mark.parametrize("role", [Role.TOWNSHIP_SECRETARY, Role.COUNTY_LEADER, Role.API_CLIENT])
def test_only_the_department_keeps_rules(draft: RuleDraft, people: dict[str, User], role: str):
    other = people[role]

    for act in (
        lambda: draft_from_set(by=other, county=COUNTY, row=None),
        lambda: change_draft(draft, by=other, content=draft.content, version=1),
        lambda: remove_draft(draft, by=other, version=1),
        lambda: adopted(draft, other),
    ):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "rules_not_allowed"


def test_another_county_drafts_for_itself_alone(draft: RuleDraft, other_county: County):
    stranger = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)

    with pytest.raises(DomainError, match="只有本县的组织部"):
        adopted(draft, stranger)
    taken = draft_rules(by=stranger, county=other_county.code, content=draft.content)
    assert taken.content == draft.content


def test_a_draft_goes_and_the_trail_remembers(draft: RuleDraft, staff: User):
    remove_draft(draft, by=staff, version=1)

    assert not RuleDraft.objects.exists()
    assert AuditEntry.objects.get(action="rules.draft-removed").object_name == draft.name


def test_a_trial_judges_by_what_adoption_will_store(draft: RuleDraft, staff: User):
    content = {**draft.content, "rules": {**draft.content["rules"]}}
    content["rules"]["W05"] = {**content["rules"]["W05"], "escalates": False}
    content["rules"]["W12"] = {**content["rules"]["W12"], "enabled": False}
    row = change_draft(draft, by=staff, content=content, version=1)
    tried = rules_of_draft(row)

    stored = rules_of(adopted(row, staff))

    assert (tried.versions, tried.rating, tried.declared) == (
        stored.versions, stored.rating, stored.declared,
    )  # fmt: skip
    assert "W12" not in tried.versions
    assert tried.rating.steady == {"W05"}
