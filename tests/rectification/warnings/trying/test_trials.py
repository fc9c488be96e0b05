"""Other rules on stored months: what changes, and that nothing live does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.models import RectificationCase
from rectification.states import CaseStatus
from rectification.warnings.choices import DisputeStatus
from rectification.warnings.figures.receipts import Receipt, receipts
from rectification.warnings.figures.trials import trial
from rectification.warnings.models import Dispute, VillageWarning
from rectification.warnings.rules import by_code
from rectification.warnings.rules_in_force import Rules, default_rules
from rectification.warnings.trying import changed_codes, try_rules, with_numbers
from tests.rectification import situations
from tests.rectification.warnings.trying import history
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import County, Village

YEARS = history.months(Month(2026, 10), 24)
RULES = default_rules()


def _receipts(seed: int, rules: Rules = RULES) -> list[Receipt]:
    """One village's life as receipts, without a database."""
    return [
        Receipt(
            seed, f"{seed:012d}", "李庄村", "999901001", month.number, one.colour,
            one.outcome.raw, one.outcome.mark, one.outcome.red_months, one.outcome.yellow_months,
            one.reasons, one.facts, one.standing.to_json() or None, 1,
        )
        for month, one in history.life(seed, YEARS, rules)
    ]  # fmt: skip


def _tried(stored: list[Receipt], tried: Rules) -> list[str]:
    return [one.outcome.colour for one in try_rules(stored, tried, {1: RULES})]


@given(st.integers(1, 10_000))
def test_the_rules_then_in_force_change_nothing(seed: int) -> None:
    stored = _receipts(seed)

    assert _tried(stored, RULES) == [one.colour for one in stored]


@given(st.integers(1, 10_000), st.sampled_from(sorted(by_code())))
def test_numbers_said_again_change_nothing(seed: int, code: str) -> None:
    said = with_numbers(RULES, code, by_code()[code].defaults())

    assert changed_codes(RULES, said) == frozenset()
    assert _tried(_receipts(seed), said) == [one.colour for one in _receipts(seed)]


@given(st.integers(1, 10_000))
def test_a_milder_vacancy_never_makes_a_colour_worse(seed: int) -> None:
    """Fewer findings of one rule give no worse colour, whatever waits from before."""
    order = ["green", "grey", "yellow", "red"]
    stored = _receipts(seed)
    milder = with_numbers(RULES, "W01", {"yellow_days": 10_000, "red_days": 20_000})

    after = _tried(stored, milder)

    assert all(
        order.index(now) <= order.index(one.colour)
        for one, now in zip(stored, after, strict=True)
        if "unknown" not in {reason["level"] for reason in one.reasons}
    )


def test_an_event_of_a_loosened_rule_does_not_wait_any_longer() -> None:
    """What would never have been raised holds no colour in later months either."""
    held = {"held": {"W01": ["red", 202609, 0]}, "red_months": 1}
    bad = {"months": 9, "has_secretary": False, "vacant_days": 95}
    good = {"months": 10, "has_secretary": True}
    rules = Rules({"W01": {}}, RULES.rating)
    told = [
        Receipt(1, "1", "村", "", 202609, "red", "red", "", 1, 0, [], bad, None, 1),
        Receipt(1, "1", "村", "", 202610, "red", "green", "", 2, 0, [], good, held, 1),
    ]

    tried = list(try_rules(told, with_numbers(rules, "W01", {"red_days": 120}), {1: rules}))
    loose = list(try_rules(
        told, with_numbers(rules, "W01", {"red_days": 120, "yellow_days": 100}), {1: rules}
    ))  # fmt: skip

    assert [one.outcome.colour for one in tried] == ["yellow", "yellow"]
    assert [one.outcome.colour for one in loose] == ["green", "green"]


def test_a_stricter_rule_tells_cases_it_would_have_seen_earlier(county: County) -> None:
    spring = history.months(Month(2026, 3), 3)
    village = Village.objects.order_by("code").first()
    assert village is not None
    history.store([village], spring)
    facts = {"months": 12, "has_secretary": False, "vacant_days": 60}
    rows = VillageWarning.objects.order_by("month")
    rows.update(facts=facts, standing=None, colour="yellow", reasons=[])
    situations.case_in(village, CaseStatus.CONFIRMED)
    one = RectificationCase.objects.get()
    before = list(rows.values())
    scope = Scope.of(["999901"])

    found = trial(scope, "999901", with_numbers(RULES, "W01", {"red_days": 45}), spring[0],
                  spring[2])  # fmt: skip

    assert [(row.uid, row.before, row.after, row.earlier) for row in found.changed_cases] == [
        (one.uid, None, spring[0], 2)
    ]
    assert [row.after["red"] for row in found.months] == [1, 1, 1]
    assert found.changed[0].rules[:1] == ("W01",)
    assert list(rows.values()) == before


def test_objections_are_counted_with_what_the_trial_would_not_find(county: County) -> None:
    village = Village.objects.order_by("code").first()
    assert village is not None
    history.store([village], YEARS[:1])
    VillageWarning.objects.update(
        facts={"months": 11, "has_secretary": False, "vacant_days": 40}, standing=None
    )
    Dispute.objects.create(
        village=village, county_code="999901", warning=VillageWarning.objects.get(), rule="W01",
        month=YEARS[0].number, receipt="x", claim="有人主持工作", status=DisputeStatus.UPHELD,
        opened_name="王", opened_on=date(2026, 1, 1), due_on=date(2026, 1, 8), answer="属实",
        decided_name="李", decided_on=date(2026, 1, 5),
    )  # fmt: skip
    scope = Scope.of(["999901"])

    kept = trial(scope, "999901", RULES, *YEARS[:1] * 2).disputes
    loose = trial(
        scope, "999901", with_numbers(RULES, "W01", {"yellow_days": 60}), *YEARS[:1] * 2
    ).disputes

    assert [(one.rule, one.upheld, one.upheld_gone) for one in kept] == [("W01", 1, 0)]
    assert [(one.rule, one.upheld, one.upheld_gone) for one in loose] == [("W01", 1, 1)]


@pytest.mark.parametrize("count", [1, 4])
def test_the_number_of_queries_does_not_grow(
    county: County, count: int, django_assert_num_queries: object
) -> None:
    history.store(list(Village.objects.order_by("code")[:count]), YEARS[:4])

    with django_assert_num_queries(5):  # type: ignore[operator]
        trial(Scope.of(["999901"]), "999901", RULES, YEARS[0], YEARS[3])

    assert list(receipts(Scope.of(["999902"]), "999901", YEARS[0], YEARS[3])) == []
