"""The county's own sheets as other counties would have written them.

Same facts, other habits: header words, order of columns, units, headings, subtotals, file type.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.sheets import WORKBOOKS

Record = dict[str, Any]
AMOUNTS = ("经营收入", "投资收益", "补助收入", "其他收入")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def roster() -> list[Record]:
    """Villages: 乡镇 村 代码 户数 人口 党员 女党员 耕地."""
    names = ("乡镇", "村", "代码", "户数", "人口", "党员", "女党员", "耕地")
    return [dict(zip(names, row[1:9], strict=True)) for row in _filled("villages.xlsx")]


def income() -> list[Record]:
    """Income of January to October in ten thousand yuan, as the sheet has it."""
    names = ("乡镇", "村", *AMOUNTS)
    return [dict(zip(names, row[1:7], strict=True)) for row in _filled("income_2026-10.xlsx")]


def cadres() -> list[Record]:
    """People with the sheet's own headers."""
    sheet = load_workbook(WORKBOOKS / "cadres.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[2]]
    return [
        {head: value for head, value in zip(heads, row, strict=True) if head != "序号"}
        for row in _rows("cadres.xlsx")
    ]


def _rows(name: str) -> Iterator[tuple[Any, ...]]:
    """Data rows: those with a number in front."""
    sheet = load_workbook(WORKBOOKS / name).worksheets[0]
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], int):
            yield row


def _filled(name: str) -> Iterator[tuple[Any, ...]]:
    """The same with the township that a merged cell leaves to the rows below."""
    township = None
    for number, place, *rest in _rows(name):
        township = place or township
        yield number, township, *rest


class Words:
    """A county that calls everything otherwise and counts in yuan."""

    def villages(self, folder: Path) -> Path:
        """Other header words above the same columns."""
        heads = ["编号", "所属镇街", "行政村名称", "村编码", "户籍户数", "总人口", "党员总数",
                 "女党员数", "耕地亩数"]  # fmt: skip
        body = [[number, *one.values()] for number, one in enumerate(roster(), 1)]
        return _book(
            folder / "roster.xlsx",
            [["青原县农村基本情况一览表（截至2026年10月25日）"], heads, *body],
        )

    def cadres(self, folder: Path) -> Path:
        """Synonyms throughout; months with points, days as text."""
        heads = {
            "乡镇": "所属乡镇", "村": "所在村", "姓名": "干部姓名", "出生年月": "出生日期",
            "学历": "文化程度", "政治面貌": "政治面目", "入党时间": "入党年月",
            "职务": "现任职务", "任现职时间": "任职时间", "联系电话": "手机号码",
            "身份证号": "公民身份号码",
        }  # fmt: skip
        people = cadres()
        names = [heads.get(name, name) for name in people[0]]
        return _book(
            folder / "people.xlsx",
            [["青原县村“两委”干部台账"], names, *(list(one.values()) for one in people)],
        )

    def income(self, folder: Path) -> Path:
        """Yuan instead of ten thousand yuan, said in the corner."""
        heads = ["镇办", "村集体", "集体经营收入", "投资性收入", "财政补助收入", "其它收入"]
        body = [[one["乡镇"], one["村"], *(_yuan(one[name]) for name in AMOUNTS)]
                for one in income()]  # fmt: skip
        corner: list[Any] = [None] * 4 + ["单位：元"]
        return _book(
            folder / "money.xlsx",
            [["2026年1-10月青原县农村集体收入累计情况"], corner, heads, *body],
        )


class Order:
    """A county that turns columns round, heads each township and sums it up."""

    def villages(self, folder: Path) -> Path:
        """Land first, place last; units stand in the headers."""
        names = ["耕地", "女党员", "党员", "人口", "户数", "代码", "村", "乡镇"]
        heads = ["耕地面积（亩）", "其中女党员", "党员人数（人）", "户籍人口（人）",
                 "总户数（户）", "区划代码", "村（社区）", "乡镇（街道）"]  # fmt: skip
        body = [[one[name] for name in names] for one in roster()]
        total: list[Any] = [*(_sum(body, place) for place in range(5)), None, None, "合计"]
        return _book(
            folder / "roster.xlsx",
            [["青原县行政村情况"], ["统计时间：2026.10.25"], heads, *body, total],
        )

    def cadres(self, folder: Path) -> Path:
        """The columns from right to left."""
        people = cadres()
        names = list(people[0])[::-1]
        return _book(
            folder / "people.xlsx",
            [["青原县村干部名册"], names, *([one[name] for name in names] for one in people)],
        )

    def income(self, folder: Path) -> Path:
        """Each amount names its unit in its header; a subtotal ends each township."""
        names = [*AMOUNTS[::-1], "村", "乡镇"]
        heads = [*(f"{name}（元）" for name in AMOUNTS[::-1]), "村", "乡镇"]
        rows: list[list[Any]] = [["青原县村级集体经济收入统计表（2026年1—10月）"], heads]
        waiting: list[list[Any]] = []
        for one, following in _pairs(income()):
            waiting.append([_shown(one, name) for name in names])
            if following is None or following["乡镇"] != one["乡镇"]:
                sums = [_sum(waiting, place) for place in range(4)]
                rows += [*waiting, [*sums, "小计", one["乡镇"]]]
                waiting = []
        return _book(folder / "money.xlsx", rows)


class Text:
    """A county that sends text files in GB18030, with wide digits and words behind numbers."""

    def villages(self, folder: Path) -> Path:
        """Digits of the wide kind."""
        heads = ["乡镇", "村", "统计代码", "户数", "总人数", "党员", "女党员", "耕地"]
        body = [
            [one["乡镇"], one["村"], one["代码"],
             *(str(one[name]).translate(_WIDE) for name in ("户数", "人口", "党员", "女党员")),
             f"{one['耕地']}亩"]
            for one in roster()
        ]  # fmt: skip
        return _csv(
            folder / "roster.csv", [["青原县各村情况"], ["填报日期：2026-10-25"], heads, *body]
        )

    def cadres(self, folder: Path) -> Path:
        """Dates as text."""
        people = cadres()
        body = [[_text(value) for value in one.values()] for one in people]
        return _csv(folder / "people.csv", [["青原县村干部"], list(people[0]), *body])

    def income(self, folder: Path) -> Path:
        """The unit stands behind each amount."""
        heads = ["乡镇", "村", *AMOUNTS]
        body = [[one["乡镇"], one["村"], *(_worded(one[name]) for name in AMOUNTS)]
                for one in income()]  # fmt: skip
        title = ["青原县村级集体经济收入统计表（2026年1—10月）"]
        return _csv(folder / "money.csv", [title, ["单位：元"], heads, *body])


def _yuan(value: Any) -> Any:
    """The amount in yuan; marks and empty cells stay as they are."""
    try:
        return float(Decimal(unicodedata.normalize("NFKC", str(value))) * 10_000)
    except ArithmeticError:
        return value


def _shown(one: Record, name: str) -> Any:
    return _yuan(one[name]) if name in AMOUNTS else one[name]


def _worded(value: Any) -> str:
    return f"{value}万元" if isinstance(_yuan(value), float) else _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:%Y-%m-%d}" if hasattr(value, "strftime") else str(value)


def _sum(rows: list[list[Any]], place: int) -> float:
    """What the county's own sum row says; digits written wide or with a unit count too."""
    texts = (unicodedata.normalize("NFKC", str(row[place])) for row in rows)
    return sum(float(found[0]) for text in texts if (found := re.match(r"[0-9.]+", text)))


def _pairs(records: list[Record]) -> Iterator[tuple[Record, Record | None]]:
    yield from zip(records, [*records[1:], None], strict=True)


def _book(path: Path, rows: list[list[Any]]) -> Path:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def _csv(path: Path, rows: list[list[Any]]) -> Path:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


HABITS = (Words(), Order(), Text())
