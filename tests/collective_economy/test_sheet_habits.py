"""Income sheets as other counties keep them: sums, old accounts, single months, slips."""

from pathlib import Path
from typing import Any

import pytest

from collective_economy.checks.running import questions
from collective_economy.figures import village_income
from collective_economy.importers import INCOME
from collective_economy.models import IncomeEntry, PlatformTotal
from tests.collective_economy.factories import WAN, place, stated
from tests.sheets import bring, write
from villages import parameters
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.declaring import Context
from villages.imports.from_shell import Answer
from villages.imports.models import ImportBatch
from villages.imports.templating import template
from villages.models import County, Parameter

COUNTY, SCOPE, OCTOBER = "999901", Scope.of(["999901"]), Month(2026, 10)
CUMULATIVE = "村级集体经济收入统计表(2026年1-10月)"


@pytest.fixture
def sheet(tmp_path: Path, county: County) -> Any:
    def of(head: list[str], *rows: list[Any], title: str = CUMULATIVE, kind: str = "income",
           name: str = "a.xlsx") -> Answer:  # fmt: skip
        lines = [[title], ["单位:元"], ["乡镇", "村", *head], *rows]
        return bring(kind, write(tmp_path / name, lines))

    return of


def _codes(answer: Answer) -> list[str]:
    return [one["code"] for one in answer.questions]


def _amounts() -> dict[str, int]:
    return dict(IncomeEntry.objects.current().values_list("category", "amount_fen"))


def test_computed_columns_are_known_and_compared(sheet: Any) -> None:
    head = ["经营收入", "投资收益", "合计", "其中:经营性收入"]
    good = sheet(head, ["东关街道", "何河村", 500, 300, 800, 800])
    bad = sheet(head, ["东关街道", "周桥村", 500, 300, 900, 800], name="b.xlsx")

    assert (_codes(good), good.errors) == ([], [])
    assert (_codes(bad), bad.errors) == (["sum_differs"], [])
    assert "900.00" in bad.questions[0]["message"]


def test_nobody_is_asked_to_fill_in_what_is_computed(county: County) -> None:
    context = Context(COMMAND_LINE, COUNTY, OCTOBER.end, OCTOBER)

    assert {one.key for one in INCOME.asked} == {one.key for one in INCOME.columns} - {
        "total", "operating_type",
    }  # fmt: skip
    assert len(template(INCOME, context, COUNTY)) > 1000


def test_the_old_account_is_split_by_the_rule_of_the_county(sheet: Any) -> None:
    Parameter.objects.create(
        key="economy.contracting_permille", county_code=COUNTY, value=700,
        effective_from="2026-01-01", basis="县农业农村局通知",
    )  # fmt: skip
    parameters.forget()

    answer = sheet(["经营收入", "发包及上交收入"], ["东关街道", "何河村", 100, 1000])

    assert answer.errors == []
    assert _codes(answer) == ["contracting_split"]
    assert "700‰" in answer.questions[0]["message"]
    assert _amounts() == {"operating": 80_000, "investment": 30_000}
    assert set(IncomeEntry.objects.values_list("note", flat=True)) == {
        "发包及上交收入 1000.00 元,按 700‰ 划入经营收入 700.00 元,其余 300.00 元划入投资收益"
    }


def test_a_sheet_of_one_month_is_not_read_as_a_sum(sheet: Any) -> None:
    stated(place(), 202609, 40_000)

    sheet(["经营收入"], ["东关街道", "李庄村", 100], title="集体收入表(2026年10月当月)")

    entry = IncomeEntry.objects.get(to_month=202610)
    assert (entry.from_month, entry.amount_fen) == (202610, 10_000)
    assert village_income(SCOPE, COUNTY, OCTOBER)[place().pk].operating_fen == 50_000


@pytest.mark.parametrize(
    "title", ["集体收入表(2026年10月)", "1月至本月累计收入 2026年10月", "2026年1—10月当月汇总"]
)
def test_other_titles_mean_sums_from_january(sheet: Any, title: str) -> None:
    sheet(["经营收入"], ["东关街道", "李庄村", 100], title=title)

    assert IncomeEntry.objects.get().from_month == 202601


def test_the_sum_from_january_never_falls_unexplained(sheet: Any) -> None:
    stated(place(), 202609, 40_000)

    answer = sheet(["经营收入"], ["东关街道", "李庄村", 399.99])

    assert (_codes(answer), answer.errors) == (["ytd_falls"], [])
    assert "2026年9月" in answer.questions[0]["message"]
    asked = questions(SCOPE, COUNTY, OCTOBER)
    assert [one.check.code for one in asked] == ["C16"]


def test_a_part_above_its_whole_is_refused(sheet: Any) -> None:
    head = ["经营收入", "其他收入", "其他收入中计入经营性"]

    answer = sheet(head, ["东关街道", "李庄村", 1, 5, 6])

    assert [(one["column"], one["code"]) for one in answer.errors] == [("E", "part_too_large")]


def test_flagged_and_regular_parts_come_in_and_change(sheet: Any) -> None:
    head = ["经营收入", "其他收入", "其中:经营性", "补助收入", "经常性补助"]
    sheet(head, ["东关街道", "李庄村", 100, 50, 20, 70, 30])
    answer = sheet(head, ["东关街道", "李庄村", 100, 50, 25, 70, 30], name="b.xlsx")

    one = village_income(SCOPE, COUNTY, OCTOBER)[place().pk]
    assert (answer.updated, one.operating_fen, one.recurring_fen) == (1, 12_500, 15_500)


@pytest.mark.parametrize(("yuan", "asked"), [(120_000, []), (12, ["implausible"])])
def test_an_amount_far_from_the_own_past_is_asked_about(
    sheet: Any, yuan: int, asked: list[str]
) -> None:
    stated(place(), 202510, 10 * WAN)
    stated(place(), 202410, 11 * WAN)

    answer = sheet(["经营收入"], ["东关街道", "李庄村", yuan])

    assert (_codes(answer), answer.errors) == (asked, [])


def test_the_export_of_the_platform_is_kept_and_replaced_and_taken_back(sheet: Any) -> None:
    head = ["本年累计收入"]
    first = sheet(head, ["东关街道", "李庄村", 100], kind="three-assets")
    second = sheet(head, ["东关街道", "李庄村", 120], kind="three-assets", name="b.xlsx")

    assert (first.created, second.updated) == (1, 1)
    total = PlatformTotal.objects.get()
    assert (total.total_fen, total.from_month, total.to_month) == (12_000, 202601, 202610)

    from collective_economy.importers import PLATFORM

    batch = ImportBatch.objects.latest("pk")
    context = Context(COMMAND_LINE, COUNTY, batch.as_of, OCTOBER)
    assert PLATFORM.undo(context, batch.undo_data) == 1
    assert PlatformTotal.objects.get().total_fen == 10_000


VARIANTS = [
    ("单位:元", ["乡镇(街道)", "村(社区)", "村集体经营收入", "投资收入", "财政补助", "其它收入"],
     lambda a, b, c, d: ["东关街道", "李庄村", a, b, c, d]),
    ("金额单位:万元", ["序号", "村名", "所属乡镇", "补助", "其他", "分红收入", "经营收入(万元)"],
     lambda a, b, c, d: [1, "李庄村", "东关街道", c / 10_000, d / 10_000, b / 10_000, a / 10_000]),
    ("计量单位:千元", ["行政村", "镇办", "上级补助", "集体经营收入", "入股分红", "其他收入"],
     lambda a, b, c, d: ["李庄", "东关街道", c / 1000, a / 1000, b / 1000, d / 1000]),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "head", "row"), VARIANTS, ids=["words", "wan", "order"])
def test_other_words_order_and_units_mean_the_same(
    unit: str, head: list[str], row: Any, tmp_path: Path, county: County
) -> None:
    lines = [[CUMULATIVE], [unit], head, row(52_300, 8_000, 20_000, 150)]

    answer = bring("income", write(tmp_path / "a.xlsx", lines))

    assert answer.errors == []
    assert _amounts() == {
        "operating": 5_230_000, "investment": 800_000, "subsidy": 2_000_000, "other": 15_000,
    }  # fmt: skip
