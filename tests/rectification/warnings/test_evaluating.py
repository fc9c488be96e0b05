"""Colours are written once, change only with the facts, and replay from their receipts."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.choices import Post
from cadres.models import PostTenure
from rectification.warnings.actions.evaluating import evaluate
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.figures import colours
from rectification.warnings.judging import judge_county, replay
from rectification.warnings.models import Evaluation, RuleSet, RuleVersion, VillageWarning
from rectification.warnings.rules import RULES
from rectification.warnings.rules_in_force import rules_in_force
from rectification.warnings.sentences import reason
from tests import factories
from tests.rectification.situations import earned, person, sound, village
from tests.rectification.warnings.worlds import few_rules
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import County, Village
from villages.trace.models import AuditEntry

OCTOBER = Month(2026, 10)
GOOD, POOR, BARE = "999901001200", "999901001201", "999901001202"
FOUR = ("W01", "W11", "W12", "W22")


@pytest.fixture
def mixed(county: County) -> County:
    """One sound village, one with little income and no secretary, three without data; the county
    judges by four rules."""
    few_rules(FOUR)
    sound(GOOD)
    person(POOR, Post.DIRECTOR)
    gone = PostTenure.objects.create(
        person=person(POOR, name="赵去"), village=village(POOR), county_code="999901",
        post=Post.SECRETARY, recorded_on=date(2026, 1, 1), ended_on=date(2026, 9, 1),
        end_reason="resigned",
    )  # fmt: skip
    assert gone.pk
    earned(POOR, 1_000_000)
    return county


def _evaluate(**rest: Any) -> dict[str, Any]:
    return evaluate(by=COMMAND_LINE, county="999901", month=OCTOBER, **rest).to_json()


def _colours() -> dict[str, str]:
    return dict(VillageWarning.objects.values_list("village__code", "colour"))


def test_each_village_has_a_colour_with_reasons(mixed: County) -> None:
    done = _evaluate()

    assert (done["villages"], done["red"], done["green"], done["grey"]) == (5, 1, 1, 3)
    assert (_colours()[GOOD], _colours()[POOR], _colours()[BARE]) == ("green", "red", "grey")
    poor = VillageWarning.objects.get(village__code=POOR)
    assert [(one["rule"], one["level"]) for one in poor.reasons] == [
        ("W01", "yellow"), ("W12", "red"), ("W22", "red"),
    ]  # fmt: skip
    assert [reason(one) for one in poor.reasons] == [
        "书记空缺 60 天",
        "没有后备干部,两委成员中没有 35 岁及以下的",
        "1至10月经营性收入 1.00 万元,按全年折算不足 5 万元",
    ]


def test_a_second_run_writes_nothing(mixed: County) -> None:
    first = _evaluate()

    second = _evaluate()

    assert (first["rows_written"], second["rows_written"]) == (5, 0)
    assert second["digest"] == first["digest"]
    assert Evaluation.objects.count() == 1
    assert AuditEntry.objects.filter(action="warnings.evaluated").count() == 1


def test_only_what_changed_is_written(mixed: County) -> None:
    first = _evaluate()
    keys = dict(VillageWarning.objects.values_list("village__code", "uid"))
    sound(BARE)

    second = _evaluate()

    assert second["rows_written"] == 1
    assert second["digest"] != first["digest"]
    assert _colours()[BARE] == "green"
    assert dict(VillageWarning.objects.values_list("village__code", "uid")) == keys


def test_a_receipt_alone_gives_the_same_colour_again(mixed: County) -> None:
    _evaluate()
    stored = list(VillageWarning.objects.select_related("rule_set"))
    PostTenure.objects.all().delete()

    assert [replay(one) for one in stored] == [(one.colour, one.reasons) for one in stored]


def test_a_later_rule_set_leaves_earlier_months_alone(mixed: County) -> None:
    install_default_rules(by=COMMAND_LINE)
    ours = RuleSet.objects.create(
        county_code="999901", name="县规则", effective_from=date(2026, 11, 1), basis="县委 3 号"
    )
    RuleVersion.objects.create(rule_set=ours, code="W22", parameters={"red_wan": 1})
    RuleVersion.objects.create(rule_set=ours, code="W12", enabled=False)

    before = rules_in_force("999901", date(2026, 10, 31))
    after = rules_in_force("999901", date(2026, 11, 30))

    assert set(before.versions) == set(FOUR)
    assert after.versions == {"W22": {"red_wan": 1}}
    elsewhere = rules_in_force("999902", date(2026, 11, 30))
    assert len(elsewhere.versions) == len(RULES)
    assert elsewhere.rule_set not in {None, before.rule_set, after.rule_set}


def test_the_default_rules_are_rows_made_once(county: County) -> None:
    first, second = install_default_rules(by=COMMAND_LINE), install_default_rules(by=COMMAND_LINE)

    assert first == second
    assert first.versions.count() == len(RULES) == 28
    assert AuditEntry.objects.filter(action="rules.installed").count() == 1


def test_the_future_is_not_judged(county: County) -> None:
    with pytest.raises(DomainError, match="还没有开始"):
        evaluate(by=COMMAND_LINE, county="999901", month=Month(2026, 12))


def test_nobody_judges_a_foreign_county(county: County, other_county: County) -> None:
    staff = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")

    with pytest.raises(DomainError, match="不在您的管辖范围内"):
        evaluate(by=staff, county="999902", month=OCTOBER)
    assert not VillageWarning.objects.exists()


def test_township_sees_only_its_own_colours(mixed: County) -> None:
    _evaluate()
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code="999901101")

    seen = set(VillageWarning.objects.visible_to(clerk).values_list("village__code", flat=True))
    counted = colours(clerk.territory, "999901", OCTOBER)

    assert seen == set(counted.by_village) == {"999901101200", "999901101201"}
    assert colours(Scope.of(["999902"]), "999901", OCTOBER).is_evaluated is False


def test_judging_takes_the_same_queries_for_more_villages(mixed: County) -> None:
    few = _queries()
    town = Village.objects.get(code=GOOD).township
    for number in range(300, 330):
        factories.VillageFactory(township=town, code=f"{town.code}{number}", with_profile=True)

    many = _queries()

    assert many == few


def _queries() -> int:
    # Parameters are read once a process and kept for some seconds, which may just have run out.
    return min(_asked(), _asked())


def _asked() -> int:
    with CaptureQueriesContext(connection) as context:
        judge_county("999901", OCTOBER)
    return len(context)


def test_the_trail_names_the_month_and_the_counts(mixed: County) -> None:
    _evaluate()

    entry = AuditEntry.objects.get(action="warnings.evaluated")
    assert (entry.county_code, entry.count, entry.after["red"]) == ("999901", 5, 1)
    assert len(entry.rows_digest) == 64
