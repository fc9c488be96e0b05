"""Red and black board and the statement of the last one: only by the county's switch."""

from typing import Any

from rectification.reports.asked import Asked
from rectification.reports.content import Item, Table, Where, total
from rectification.reports.told import Later, Told, Topic
from rectification.reports.topics import boards, ground
from tests.rectification.reports.topics.told_by import (
    EAST,
    WILLOW,
    assert_sound,
    queries,
    report,
    said,
    values,
)
from villages import parameters
from villages.models import County, Parameter

_COLOURS = ("red", "yellow", "green", "grey")


def switched(**more: Any) -> None:
    """The county publishes boards."""
    for key, value in {"boards": 1, **more}.items():
        Parameter.objects.create(
            key=f"reports.{key}", county_code="999901", value=value, basis="通知",
            effective_from="2020-01-01",
        )  # fmt: skip
    parameters.forget()


def scored(scores: dict[str, str], reds: dict[str, int]) -> Topic:
    """Overall scores, and villages by colour: red ones as told, ten green ones."""

    def tell(_asked: Asked) -> Told:
        rows = tuple((unit, score, reds.get(unit, 0), 0, 10, 0) for unit, score in scores.items())
        keys = ("township_code", "score", *_COLOURS)
        table = Table("made", "底数", keys, keys, rows)
        tables = {"made": table}

        def later(_known: Any) -> Later:
            return Later((table,), tuple(one for unit in scores for one in _items(unit, tables)))

        return Told("made", later=later)

    return tell


def _items(unit: str, tables: dict[str, Table]) -> list[Item]:
    where = Where("township_code", "eq", unit)
    score = total("made", "score", where, digits=2)
    found = [Item.folded(f"grade.score.{unit}", "得分", "分", score, tables, unit_code=unit)]
    for colour in _COLOURS:
        formula = total("made", colour, where)
        code = f"colour.{colour}.{unit}"
        found.append(Item.folded(code, colour, "个", formula, tables, unit_code=unit))
    return found


def test_without_the_switch_nothing_is_told(county: County) -> None:
    made = scored({EAST: "91.00", WILLOW: "70.00"}, {WILLOW: 5})

    content = report(county, ground.tell, made, boards.tell)

    assert not [code for code in values(content) if code.startswith("boards")]
    assert "boards" not in [table.key for table in content.tables]


def test_the_black_board_holds_red_townships_alone(county: County) -> None:
    switched()
    made = scored({EAST: "91.00", WILLOW: "95.00"}, {WILLOW: 5})

    content = report(county, ground.tell, made, boards.tell)

    told = said(content)
    assert told["boards.red"] == "红榜：东关街道（91.00分）。"
    assert told["boards.black"] == "黑榜1个，预警均为红色：柳林镇。"
    assert [row[:3] for row in content.table("boards").rows] == [
        ("红榜", "东关街道", "91.00"), ("黑榜", "柳林镇", "95.00"),
    ]  # fmt: skip
    assert_sound(content)


def test_nobody_is_on_the_black_board_where_no_township_is_red(county: County) -> None:
    switched()
    made = scored({EAST: "91.00", WILLOW: "40.00"}, {})

    content = report(county, ground.tell, made, boards.tell)

    assert values(content)["boards.black"] == 0
    assert "boards.black" not in said(content)


def test_the_red_board_holds_the_first_few_with_their_equals(county: County) -> None:
    switched(red_board=1)
    made = scored({EAST: "91.00", WILLOW: "91.00"}, {})

    content = report(county, ground.tell, made, boards.tell)

    assert [row[1] for row in content.table("boards").rows] == ["东关街道", "柳林镇"]


def test_the_last_one_speaks_only_below_the_line(county: County) -> None:
    switched()
    low, high = ("79.99", "80.00")

    told = {
        score: said(report(county, ground.tell, scored({EAST: "91.00", WILLOW: score}, {}),
                           boards.tell))
        for score in (low, high)
    }  # fmt: skip

    key = f"boards.statement.{WILLOW}"
    assert "柳林镇综合得分79.99分，列末位且低于80分" in told[low][key]
    assert key not in told[high]


def test_equal_townships_have_no_last_one(county: County) -> None:
    switched()
    made = scored({EAST: "60.00", WILLOW: "60.00"}, {})

    told = said(report(county, ground.tell, made, boards.tell))

    assert not [key for key in told if key.startswith("boards.statement")]


def test_one_query(county: County) -> None:
    switched()

    assert queries(boards.tell, county) == 1
