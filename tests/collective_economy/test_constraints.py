"""What the tables refuse, in Chinese: each constraint broken once."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from collective_economy import models as economy
from tests.collective_economy.factories import place
from villages.db.evaluating import broken

DAY, EVE = date(2026, 5, 2), date(2026, 5, 1)
GOOD: dict[str, dict[str, Any]] = {
    "IncomeEntry": {"category": "other", "from_month": 202601, "to_month": 202610,
                    "amount_fen": 9, "recorded_on": DAY},
    "EconomyCost": {"from_month": 202601, "to_month": 202610, "taxes_fen": 0},
    "Voucher": {"direction": "out", "dated_on": DAY, "voucher_no": "1", "amount_fen": 1,
                "party": "甲"},
    "PassThrough": {"party": "甲", "received_on": DAY, "returned_on": DAY, "received_fen": 2,
                    "returned_fen": 2, "amount_fen": 2},
    "IncomePlan": {"year": 2026, "plan_fen": 0},
    "SupportVillage": {"batch": "一", "year": 2026, "listed_on": DAY},
    "Project": {"name": "冷库", "year": 2026, "mode": "rent"},
    "Contract": {"number": "1", "name": "地", "party": "甲", "starts_on": DAY, "ends_on": DAY,
                 "yearly_fen": 0, "method": "tender"},
    "Asset": {"number": "1", "name": "房", "kind": "house", "state": "idle"},
    "ResourcePlot": {"number": "1", "name": "地", "kind": "farmland", "area_mu": 1,
                     "use": "idle"},
    "Debt": {"number": "1", "creditor": "甲", "creditor_kind": "bank", "reason": "public",
             "principal_fen": 1, "borrowed_on": DAY},
    "Dividend": {"year": 2026, "total_fen": 1, "decided_on": DAY},
    "Reward": {"year": 2026, "paid_fen": 1, "persons": 1, "decided_on": DAY, "basis": "决议"},
    "SubsidisedLoan": {"number": "1", "bank": "甲", "principal_fen": 1, "lent_on": DAY,
                       "due_on": DAY, "rate": 5, "subsidy_rate": 5},
    "CheckAnswer": {"month": 202610, "code": "C01", "answer": "好", "answered_on": DAY},
    "PlatformTotal": {"from_month": 202601, "to_month": 202610, "total_fen": 0},
}  # fmt: skip
BAD: list[tuple[str, str, dict[str, Any]]] = [
    ("IncomeEntry", "income_months_in_order", {"from_month": 202611}),
    ("IncomeEntry", "income_months_in_order", {"from_month": 202512}),
    ("IncomeEntry", "income_not_negative", {"amount_fen": -1}),
    ("IncomeEntry", "income_category_known", {"category": "gift"}),
    ("IncomeEntry", "income_flag_on_other", {"category": "subsidy", "operating_part_fen": 1}),
    ("IncomeEntry", "income_regular_on_subsidy", {"regular_part_fen": 1}),
    ("IncomeEntry", "income_flag_within", {"operating_part_fen": 10}),
    ("IncomeEntry", "income_regular_within", {"category": "subsidy", "regular_part_fen": 10}),
    ("IncomeEntry", "income_superseded_later", {"superseded_on": EVE}),
    ("EconomyCost", "cost_months_in_order", {"to_month": 202512}),
    ("EconomyCost", "cost_not_negative", {"taxes_fen": -1}),
    ("EconomyCost", "cost_states_something", {"taxes_fen": None}),
    ("Voucher", "voucher_positive", {"amount_fen": 0}),
    ("Voucher", "voucher_direction", {"direction": "up"}),
    ("Voucher", "voucher_category_in", {"category": "operating"}),
    ("Voucher", "voucher_numbered", {"voucher_no": ""}),
    ("PassThrough", "pass_through_positive", {"returned_fen": 0}),
    ("PassThrough", "pass_through_within", {"amount_fen": 3}),
    ("PassThrough", "pass_through_decided", {"verdict": "legit"}),
    ("PassThrough", "pass_through_decided", {"decided_on": DAY}),
    ("PassThrough", "pass_through_decided_later",
     {"verdict": "legit", "reason": "好", "decided_on": EVE}),
    ("IncomePlan", "plan_year", {"year": 26}),
    ("IncomePlan", "plan_not_negative", {"plan_fen": -1}),
    ("SupportVillage", "support_year", {"year": 2100}),
    ("SupportVillage", "support_dates", {"delisted_on": EVE}),
    ("SupportVillage", "support_target", {"target_fen": 0}),
    ("Project", "project_year", {"year": 1999}),
    ("Project", "project_status", {"status": "gone"}),
    ("Project", "project_progress", {"progress": 101}),
    ("Project", "project_approved", {"status": "approved"}),
    ("Project", "project_started", {"status": "building", "approved_on": DAY}),
    ("Project", "project_running",
     {"status": "running", "approved_on": DAY, "started_on": DAY, "finished_on": DAY,
      "progress": 99}),
    ("Project", "project_stopped", {"status": "failed"}),
    ("Project", "project_stopped", {"stopped_on": DAY}),
    ("Project", "project_plan_dates", {"planned_start_on": DAY, "planned_finish_on": EVE}),
    ("Project", "project_dates", {"started_on": DAY, "finished_on": EVE}),
    ("Project", "project_stop_date", {"status": "failed", "started_on": DAY, "stopped_on": EVE}),
    ("Project", "project_expected", {"expected_income_fen": -1}),
    ("Contract", "contract_dates", {"ends_on": EVE}),
    ("Contract", "contract_ended_after", {"ended_on": EVE, "end_reason": "好"}),
    ("Contract", "contract_ended_before",
     {"ended_on": date(2026, 5, 3), "end_reason": "好"}),
    ("Contract", "contract_end_reason", {"ended_on": DAY}),
    ("Contract", "contract_rent", {"yearly_fen": -1}),
    ("Contract", "contract_period", {"period": "week"}),
    ("Asset", "asset_value", {"net_fen": -1}),
    ("Asset", "asset_net_within", {"original_fen": 1, "net_fen": 2}),
    ("Asset", "asset_disposed", {"state": "disposed"}),
    ("Asset", "asset_disposed", {"disposed_on": DAY}),
    ("Asset", "asset_dates", {"state": "disposed", "acquired_on": DAY, "disposed_on": EVE}),
    ("ResourcePlot", "plot_area", {"area_mu": 0}),
    ("ResourcePlot", "plot_user", {"use": "pooled"}),
    ("Debt", "debt_positive", {"principal_fen": 0}),
    ("Debt", "debt_rate", {"rate": 10_001}),
    ("Debt", "debt_dates", {"due_on": EVE}),
    ("Debt", "debt_written_off", {"written_off_on": EVE}),
    ("Dividend", "dividend_year", {"year": 26}),
    ("Dividend", "dividend_positive", {"total_fen": 0}),
    ("Dividend", "dividend_per_share", {"per_share_fen": -1}),
    ("Dividend", "dividend_dates", {"paid_on": EVE}),
    ("Reward", "reward_year", {"year": 26}),
    ("Reward", "reward_positive", {"paid_fen": 0}),
    ("Reward", "reward_persons", {"persons": 0}),
    ("Reward", "reward_basis", {"basis": ""}),
    ("SubsidisedLoan", "loan_positive", {"principal_fen": 0}),
    ("SubsidisedLoan", "loan_subsidy_rate", {"subsidy_rate": 6}),
    ("SubsidisedLoan", "loan_rate", {"rate": 10_001}),
    ("SubsidisedLoan", "loan_subsidised", {"subsidised_fen": -1}),
    ("SubsidisedLoan", "loan_dates", {"due_on": EVE}),
    ("SubsidisedLoan", "loan_repaid", {"repaid_on": EVE}),
    ("CheckAnswer", "check_answer_words", {"answer": ""}),
    ("CheckAnswer", "check_answer_dates", {"accepted_on": EVE}),
    ("CheckAnswer", "check_answer_one_end", {"accepted_on": DAY, "sent_back": "补"}),
    ("PlatformTotal", "platform_months", {"from_month": 202611}),
    ("PlatformTotal", "platform_not_negative", {"total_fen": -1}),
]  # fmt: skip
# Their wholes are needed first; they are broken in the second test.
OF_PARTS = {
    "project_village_share", "project_fund_positive", "project_fund_spent", "project_fund_within",
    "project_fund_level", "project_income_year", "project_income_fen", "payment_positive",
    "repayment_not_negative", "repayment_something", "income_correction_has_reason",
}  # fmt: skip


def _row(name: str, **values: Any) -> models.Model:
    model = getattr(economy, name)
    return model(village=place(), county_code="999901", **{**GOOD[name], **values})


@pytest.mark.django_db
@pytest.mark.parametrize("name", GOOD)
def test_a_good_row_is_taken_once(name: str, county: Any) -> None:
    _row(name).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        _row(name).save()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "constraint", "values"), BAD)
def test_a_bad_row_is_refused_by_table_and_kit(
    name: str, constraint: str, values: dict[str, Any], county: Any
) -> None:
    row = _row(name, **values)

    assert constraint in {one.name for one in broken(row)}
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def _checks() -> Iterator[models.CheckConstraint]:
    for model in apps.get_app_config("collective_economy").get_models():
        for one in model._meta.constraints:
            if isinstance(one, models.CheckConstraint):
                yield one


def test_every_check_is_broken_somewhere_and_speaks_chinese() -> None:
    named = {one.name for one in _checks()}

    assert named == {constraint for _name, constraint, _values in BAD} | OF_PARTS
    assert all(re.search("[一-鿿]", str(one.violation_error_message)) for one in _checks())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "values", "constraint"),
    [
        ("ProjectVillage", {"share": 10_001}, "project_village_share"),
        ("ProjectFund", {"level": "moon", "amount_fen": 1, "arrived_on": DAY},
         "project_fund_level"),
        ("ProjectFund", {"level": "city", "amount_fen": 0, "arrived_on": DAY},
         "project_fund_positive"),
        ("ProjectFund", {"level": "city", "amount_fen": 1, "spent_fen": -1, "arrived_on": DAY},
         "project_fund_spent"),
        ("ProjectFund", {"level": "city", "amount_fen": 1, "spent_fen": 2, "arrived_on": DAY},
         "project_fund_within"),
        ("ProjectIncome", {"year": 26, "income_fen": 1}, "project_income_year"),
        ("ProjectIncome", {"year": 2026, "income_fen": -1}, "project_income_fen"),
        ("ContractPayment", {"paid_on": DAY, "amount_fen": 0}, "payment_positive"),
        ("DebtRepayment", {"paid_on": DAY, "principal_fen": -1, "interest_fen": 5},
         "repayment_not_negative"),
        ("DebtRepayment", {"paid_on": DAY}, "repayment_something"),
    ],
)  # fmt: skip
def test_a_bad_part_is_refused(
    part: str, values: dict[str, Any], constraint: str, county: Any
) -> None:
    whole = {"Project": "project", "Contract": "contract", "Debt": "debt"}
    name = next(one for one in whole if part.startswith(one))
    parent = _row(name)
    parent.save()
    row = getattr(economy, part)(
        village=place(), county_code="999901", **{whole[name]: parent}, **values
    )

    assert [one.name for one in broken(row)] == [constraint]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.django_db
def test_a_correction_without_a_reason_is_refused(county: Any) -> None:
    old = _row("IncomeEntry", superseded_on=DAY)
    old.save()

    with pytest.raises(IntegrityError), transaction.atomic():
        _row("IncomeEntry", replaces=old).save()
