"""An income sheet: statements to the fen, corrections beside what they correct."""

from pathlib import Path
from typing import Any

import pytest

from collective_economy.choices import Tier
from collective_economy.figures import income
from collective_economy.importers import INCOME
from collective_economy.models import IncomeEntry
from tests.sheets import bring, write
from villages import parameters
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.actions.months import close_month
from villages.imports.declaring import Context
from villages.imports.from_shell import Answer
from villages.imports.models import ImportBatch
from villages.models import County, Parameter

TITLE = ["青原县村级集体经济收入统计表（2026年1—10月）"]
HEAD = ["乡镇", "村", "经营收入", "投资收益", "补助收入", "其他收入", "合计"]
OCTOBER = Month(2026, 10)
SCOPE = Scope.of(["999901"])


@pytest.fixture
def sheet(tmp_path: Path, county: County) -> Any:
    def of(*rows: list[Any], unit: str = "万元", name: str = "income.xlsx") -> Answer:
        lines = [TITLE, [f"单位：{unit}"], HEAD, *rows]
        return bring("income", write(tmp_path / name, lines))

    return of


def _amounts() -> dict[str, int]:
    return dict(IncomeEntry.objects.current().values_list("category", "amount_fen"))


def test_amounts_in_wan_are_stored_in_fen(sheet: Any) -> None:
    answer = sheet(["东关街道", "何河村", 5.05, "３.０９", "1.2万", "500元", 10])

    assert (answer.period, answer.created, answer.errors) == ("2026-10", 1, [])
    assert _amounts() == {
        "operating": 5_050_000, "investment": 3_090_000, "subsidy": 1_200_000, "other": 50_000,
    }  # fmt: skip
    entry = IncomeEntry.objects.first()
    assert entry is not None
    assert (entry.from_month, entry.to_month, entry.source, entry.source_row) == (
        202601, 202610, "income.xlsx", 4,
    )  # fmt: skip


def test_a_mark_is_zero_and_an_empty_cell_says_nothing(sheet: Any) -> None:
    sheet(["东关街道", "何河村", "无", "—", None, 0, None])

    assert _amounts() == {"operating": 0, "investment": 0, "other": 0}
    assert income(SCOPE, "999901", OCTOBER).tier("999901001201") is Tier.SHELL


def test_a_row_without_amounts_is_refused(sheet: Any) -> None:
    answer = sheet(["东关街道", "何河村", None, None, None, None, None])

    assert [(one["column"], one["code"]) for one in answer.errors] == [("C", "required")]


def test_the_same_sheet_again_writes_nothing(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 5.05, 0, 0, 0, None])

    again = sheet(["东关街道", "何河村", 5.05, 0, 0, 0, None])

    assert (again.created, again.updated, again.unchanged) == (0, 0, 1)
    assert IncomeEntry.objects.count() == 4


def test_a_correction_stands_beside_what_it_corrects(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 5, 1, 0, 0, None])

    answer = sheet(["东关街道", "何河村", 6, 1, 0, 0, None], name="mended.xlsx")

    assert answer.updated == 1
    assert _amounts()["operating"] == 6_000_000
    old = IncomeEntry.objects.exclude(superseded_on=None).get()
    assert (old.amount_fen, old.superseded_by.reason) == (5_000_000, "按“mended.xlsx”更正")
    assert IncomeEntry.objects.count() == 5


def test_a_correction_is_taken_back(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 5, 1, 0, 0, None])
    sheet(["东关街道", "何河村", 6, 1, 0, 0, None], name="mended.xlsx")
    batch = ImportBatch.objects.latest("pk")
    context = Context(COMMAND_LINE, "999901", batch.as_of, OCTOBER)

    assert INCOME.undo(context, batch.undo_data) == 1

    assert _amounts()["operating"] == 5_000_000
    assert IncomeEntry.objects.count() == 4


def test_a_corrected_import_is_not_taken_back(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 5, 1, 0, 0, None])
    first = ImportBatch.objects.latest("pk")
    sheet(["东关街道", "何河村", 6, 1, 0, 0, None], name="mended.xlsx")

    with pytest.raises(DomainError) as refused:
        INCOME.undo(Context(COMMAND_LINE, "999901", first.as_of, OCTOBER), first.undo_data)

    assert refused.value.code == "undo_conflict"
    assert "何河村" in str(refused.value)


def test_a_closed_month_takes_no_income(sheet: Any) -> None:
    close_month(by=COMMAND_LINE, county="999901", month=OCTOBER)

    with pytest.raises(DomainError) as refused:
        sheet(["东关街道", "何河村", 5, 1, 0, 0, None])

    assert refused.value.code == "month_closed"
    assert not IncomeEntry.objects.exists()


def test_a_missing_village_is_in_no_sum_and_in_no_tier(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 5, 5, 20, 1, None], ["柳林镇", "郭集村", None, None, 9, 0, None])

    figures = income(SCOPE, "999901", OCTOBER)

    assert (figures.total_fen, figures.operating_fen) == (40_000_000, 10_000_000)
    assert figures.tiers[Tier.MID] == sum(figures.tiers.values()) == 1
    assert len(figures.missing) == 4
    assert "999901101201" in figures.missing
    assert "999901001201" not in figures.missing


def test_a_county_moves_a_bound_from_a_day_on(sheet: Any) -> None:
    sheet(["东关街道", "何河村", 10, 0, 0, 0, None])
    Parameter.objects.create(
        key="income.tier_mid", county_code="999901", value=12, effective_from="2026-10-01",
        basis="县委办〔2026〕7号",
    )  # fmt: skip

    parameters.forget()

    assert income(SCOPE, "999901", OCTOBER).tier("999901001201") is Tier.LOW
    assert income(SCOPE, "999901", Month(2026, 9)).bounds[1] == (Tier.MID, 10_000_000)


def test_income_takes_two_queries(sheet: Any, django_assert_num_queries: Any) -> None:
    sheet(["东关街道", "何河村", 10, 0, 0, 0, None])
    income(SCOPE, "999901", OCTOBER)

    with django_assert_num_queries(2):
        income(SCOPE, "999901", OCTOBER)
