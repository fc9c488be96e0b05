"""What a township is given of a report: its own, and no name of others."""

import json
from collections import Counter

import pytest

from rectification.reports.content import ReportContent
from rectification.reports.content.items import stored
from rectification.reports.extract import extract
from rectification.reports.extract_names import Names, clauses
from tests.rectification.reports.written import EAST, LATE, WILLOW, content, problem


def _texts(of: ReportContent) -> list[str]:
    return [of.said(line).text for line in of.lines]


def test_names_and_codes_of_others_do_not_appear() -> None:
    whole = content("柳林镇最好，落后{late}个。", "共{late}个村落后，柳林镇多些。")

    stated = json.dumps(extract(whole, EAST).to_json(), ensure_ascii=False)

    assert [one for one in ("柳林镇", "新周桥村", WILLOW) if one in stated] == []
    assert "何河村" in stated
    assert "周桥村" in stated


def test_figures_keep_code_value_and_number_of_the_whole_report() -> None:
    whole = content()

    own = extract(whole, EAST)

    assert [one.code for one in own.figures] == [
        "late.share", f"late.share.{EAST}", "late", f"late.{EAST}",
    ]  # fmt: skip
    assert {one.code: own.numbers[one.code] for one in own.figures} == {
        "late.share": 1, f"late.share.{EAST}": 2, "late": 4, f"late.{EAST}": 5,
    }  # fmt: skip
    assert {one.value for one in own.figures if one.unit_code == EAST} == {"50.00", 1}
    assert own.figure("late").value == 2
    assert own.figure("late.share").missing == ()


def test_what_the_remaining_rows_do_not_give_has_no_formula() -> None:
    own = extract(content(), EAST)

    given = [one for one in own.figures if one.formula]
    assert {one.code for one in given} == {f"late.share.{EAST}", f"late.{EAST}"}
    assert all(one.formula and stored(one.formula.value(own.base_of)) == one.value for one in given)


def test_it_comes_back_from_json_with_its_numbers() -> None:
    own = extract(content(), WILLOW)

    again = ReportContent.from_json(json.loads(json.dumps(own.to_json())))

    assert again == own
    assert again.numbers[f"late.{WILLOW}"] == 6


def test_problems_name_the_townships_own_units_alone() -> None:
    own = extract(content(), EAST)

    assert [one.unit_codes for one in own.problems] == [("999901001200",)]
    assert _texts(own)[-1] == "2个村落后，涉及本乡镇（街道）的有何河村。"


def test_problems_of_others_are_left_out() -> None:
    theirs = problem(
        "柳林镇新周桥村没有报送。", unit_codes=("999901101200",), unit_names=("新周桥村",)
    )

    own = extract(content(problems=(theirs,)), EAST)

    assert own.problems == ()
    assert [one.key for one in own.sections] == ["scope"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("东关街道、柳林镇等{late}个乡镇迟报。", "2个乡镇迟报，涉及本乡镇（街道）。"),
        ("东关街道、柳林镇{late}件事项逾期。", "2件事项逾期，涉及本乡镇（街道）。"),
        (
            f"柳林镇{{late.{WILLOW}}}个、东关街道{{late.{EAST}}}个等迟报。",
            "迟报，涉及本乡镇（街道）。",
        ),
        (f"柳林镇落后{{late.{WILLOW}}}个村。", "集体经济方面，涉及本乡镇（街道）。"),
    ],
)
def test_a_problem_that_begins_with_names_keeps_its_fact(pattern: str, said: str) -> None:
    both = problem(pattern, unit_codes=(EAST, WILLOW), unit_names=("东关街道", "柳林镇"))

    own = extract(content(problems=(both,)), EAST)

    assert _texts(own)[-1] == said


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("全县{late}个村落后。", ["全县2个村落后。"]),
        ("全县{late}个村落后；柳林镇较多。", ["全县2个村落后。"]),
        ("柳林镇新周桥村建成大棚，带动增收。", []),
        ("东关街道周桥村建成大棚。", ["东关街道周桥村建成大棚。"]),
        (f"全县{{late}}个，其中{{late.{WILLOW}}}个较远。", ["全县2个。"]),
        (f"按任务完成率，“好”的{{late.{WILLOW}}}个（柳林镇）。", []),
        ("按任务完成率，周桥村较好，柳林镇较差。", ["按任务完成率，周桥村较好。"]),
    ],
)
def test_clauses_about_others_go(pattern: str, said: list[str]) -> None:
    own = extract(content(pattern), EAST)

    assert _texts(own)[:-2] == said


def test_tables_keep_the_rows_of_the_township_and_the_sum() -> None:
    own = extract(content(), EAST)

    assert own.table("board").rows == (("东关街道", "1"), ("合计", "2"))
    assert own.table("board").codes == ((None, f"late.{EAST}"), (None, "late"))
    assert own.table("named").rows == ((1, "东关街道", "何河村"),)


def test_charts_that_compare_townships_are_left_out_with_their_place() -> None:
    own = extract(content(), EAST)

    assert own.charts == ()
    assert Counter(key for one in own.sections for key in one.charts) == Counter()


def test_the_longest_name_counts() -> None:
    names = Names.of(content(), EAST)

    found = [one for one in ("新周桥村", "周桥村", "柳林镇", "东关街道") if names.foreign(one)]
    assert found == ["新周桥村", "柳林镇"]


def test_commas_in_parentheses_part_no_clauses() -> None:
    assert clauses("甲（乙，丙）丁，戊；己。") == ["甲（乙，丙）丁", "戊", "己"]


def test_an_unknown_township_is_refused() -> None:
    with pytest.raises(KeyError):
        extract(content(problems=(LATE,)), "999901999")
