"""All townships side by side: bands unless the county publishes ranks."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.reports.content import ReportContent
from rectification.reports.kinds.monthly import PLAN
from rectification.reports.topics import compared, ground, overall, task_lists
from rectification.reports.topics.bands import band_of
from rectification.supervision.models import TaskList
from tests.rectification.reports.topics.test_task_lists import task
from tests.rectification.reports.topics.told_by import (
    EAST,
    WILLOW,
    assert_sound,
    report,
    said,
    values,
)
from villages import parameters
from villages.models import County, Parameter

_TOPICS = (ground.tell, task_lists.tell, overall.tell, compared.tell)


def decided(**numbers: Any) -> None:
    """What the county decided for its reports."""
    for key, value in numbers.items():
        Parameter.objects.create(
            key=f"reports.{key}", county_code="999901", value=value, basis="县委组织部通知",
            effective_from=date(2020, 1, 1),
        )  # fmt: skip
    parameters.forget()


def done(unit: str, of: int, month: int = 10, *, late: int = 0) -> None:
    """Tasks of a township that were due in a month, all done but `late` of them."""
    listing = TaskList.objects.create(
        county_code="999901", title=f"{unit}任务清单", rhythm="month",
        from_on=date(2026, month, 1), to_on=date(2026, month, 28),
        published_on=date(2026, month, 1),
    )  # fmt: skip
    for number in range(of):
        finished = None if number < late else date(2026, month, 20)
        task(listing, unit, date(2026, month, 25), finished)


def row_of(content: ReportContent, unit: str) -> dict[str, Any]:
    """A township's line in the table of townships by header."""
    table = content.table("townships")
    found = next(row for row in table.rows if str(row[0]).startswith(unit))
    return dict(zip(table.headers, found, strict=True))


def test_bands_stand_where_ranks_are_not_published(county: County) -> None:
    done(EAST, 10)
    done(WILLOW, 10, late=2)

    content = report(county, *_TOPICS)

    assert said(content)["overall.bands"] == (
        "按任务完成率，“好”的1个（东关街道），“较好”的1个（柳林镇）。"
    )
    assert row_of(content, "东关")["任务档次"] == "好"
    assert "名次" not in content.table("townships").headers
    assert not [code for code in values(content) if code.startswith("tasks.rank")]
    assert_sound(content)


def test_ranks_are_dense_and_tell_how_they_changed(county: County) -> None:
    decided(ranks=1)
    done(EAST, 4)
    done(WILLOW, 4, late=1)
    done(EAST, 2, month=9, late=1)
    done(WILLOW, 2, month=9)

    content = report(county, *_TOPICS)

    found = values(content)
    assert [found[f"tasks.rank.{unit}"] for unit in (EAST, WILLOW)] == [1, 2]
    assert [found[f"tasks.rank.before.{unit}"] for unit in (EAST, WILLOW)] == [2, 1]
    assert [found[f"tasks.rank.change.{unit}"] for unit in (EAST, WILLOW)] == [1, -1]
    assert (row_of(content, "东关")["名次"], row_of(content, "合计")["名次"]) == ("1", "")
    assert_sound(content)


def test_equal_townships_share_a_rank(county: County) -> None:
    decided(ranks=1)
    done(EAST, 4, late=1)
    done(WILLOW, 8, late=2)

    found = values(report(county, *_TOPICS))

    assert [found[f"tasks.rank.{unit}"] for unit in (EAST, WILLOW)] == [1, 1]


def test_a_township_without_tasks_has_neither_band_nor_rank(county: County) -> None:
    decided(ranks=1)
    done(EAST, 4)

    content = report(county, *_TOPICS)

    assert f"tasks.rank.{WILLOW}" not in values(content)
    assert "柳林镇" not in said(content)["overall.bands"]


@pytest.mark.parametrize(("small", "mark"), [(3, ""), (4, "*")])
def test_townships_with_few_villages_are_marked(county: County, small: int, mark: str) -> None:
    decided(small_units=small)

    table = report(county, *_TOPICS).table("townships")

    assert table.rows[0][0] == f"东关街道{mark}"
    assert table.rows[1][0] == "柳林镇*"
    assert table.rows[2][0] == "合计"
    assert table.note.startswith("标*的")


def test_columns_that_nobody_knows_are_left_out(county: County) -> None:
    table = report(county, *_TOPICS).table("townships")

    assert table.headers == ("乡镇（街道）", "村数")
    assert [row[1] for row in table.rows] == ["3", "2", "5"]


@pytest.mark.parametrize(
    ("rate", "band"), [("90", "good"), ("89.99", "fair"), ("70", "plain"), ("0", "poor")]
)
def test_each_bound_belongs_to_the_better_band(rate: str, band: str) -> None:
    assert band_of(Decimal(rate), (90, 80, 70)) == band


def test_no_rate_has_no_band() -> None:
    assert band_of(None, (90, 80, 70)) is None


def test_the_table_is_never_wider_than_twelve_columns(county: County) -> None:
    decided(ranks=1)
    done(EAST, 4)
    done(EAST, 4, month=9)

    table = report(county, *PLAN.topics).table("townships")

    assert len(table.headers) <= 12
    assert {"完成率%", "名次", "升降"} <= set(table.headers)
