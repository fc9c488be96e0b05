"""The lines of the table of comparisons."""

from collections.abc import Iterator
from dataclasses import dataclass

from rectification.reports.content import Item, Table
from rectification.reports.told import Known

PREVIOUS, YEAR = "before", "year"
TIMES = {PREVIOUS: "上期", YEAR: "上年同期"}
_HEADERS = ("指标", "本期", "上期", "环比增减", "上年同期", "同比增减", "年度计划", "完成计划")
_NOTE = (
    "经营性收入的环比、同比、与计划比只算两个时点都有数的村（可比村）；其他指标按各期全部村计算，"
    "率的增减为百分点。"
)


@dataclass(frozen=True)
class Row:
    """A line of the table: figure codes now, before, change, last year, change, plan, done."""

    label: str
    codes: tuple[str, ...]
    form: str = ""
    share: bool = False


def _plain(label: str, code: str, *, share: bool = False) -> Row:
    codes = (code, *(f"{code}.{time}{end}" for time in TIMES for end in ("", ".change")), "", "")
    return Row(label, codes, share=share)


def _income() -> Iterator[Row]:
    base, month = "income.operating_type", "income.month"
    yield Row("累计经营性收入（万元）", (
        base, "", "", f"{base}.last_year", f"{base}.last_year.change", f"{base}.plan",
        f"{base}.plan.change",
    ), "wan")  # fmt: skip
    yield Row("当月经营性收入（万元）", (
        month, f"{month}.previous", f"{month}.previous.change", "", "", "", "",
    ), "wan")  # fmt: skip
    yield Row("可比村（个）", (
        "villages", f"{month}.previous.set", "", f"{base}.last_year.set", "", f"{base}.plan.set",
        "",
    ))  # fmt: skip


ROWS = (
    *_income(),
    _plain("五万元以下村（个）", "income.weak"),
    _plain("任务完成率（%）", "tasks.rate", share=True),
    _plain("按时报送率（%）", "filing.on_time", share=True),
    _plain("红色村（个）", "colour.red"),
    _plain("黄色村（个）", "colour.yellow"),
    _plain("绿色村（个）", "colour.green"),
    _plain("后进村（个）", "cases.effects.listed"),
    _plain("验收合格（个）", "cases.acceptance.passed"),
    _plain("本期新销号（个）", "cases.closed"),
    _plain("在任村干部（人）", "cadres.serving"),
    _plain("书记空缺村（个）", "cadres.villages_without_secretary"),
    _plain("本期签发督办件（件）", "orders.issued"),
)
PLAIN = tuple(one.codes[0] for one in ROWS if one.codes[1].endswith(f".{PREVIOUS}"))


def tables(known: Known) -> Iterator[Table]:
    """Lines of which there is anything to compare."""
    rows = [one for one in ROWS if known.has(one.codes[0]) and _is_compared(one, known)]
    if not rows:
        return
    codes = tuple((None, *(code if code in known.items else None for code in one.codes))
                  for one in rows)  # fmt: skip
    texts = tuple(
        (row.label, *_texts(row, known, line[1:])) for row, line in zip(rows, codes, strict=True)
    )
    keys = ("name", "now", "before", "before_change", "year", "year_change", "plan", "plan_done")
    yield Table(
        "compared", "主要指标比较", keys, _HEADERS, texts, codes, annex=True, note=_NOTE,
        widths=(11, 6, 6, 6, 6, 6, 6, 6),
    )  # fmt: skip


def _is_compared(row: Row, known: Known) -> bool:
    return any(known.has(code) for code in row.codes[1:] if code)


def _texts(row: Row, known: Known, codes: tuple[str | None, ...]) -> Iterator[str]:
    for code in codes:
        if code is None:
            yield "—"
        elif row.form and known.items[code].unit == "元":
            yield known.items[code].shown(row.form)
        else:
            yield _with_unit(row, known.items[code])


def _with_unit(row: Row, item: Item) -> str:
    """A growth says its percent sign, since its column also holds numbers and points."""
    percent = item.unit == "%" and not row.share and item.value is not None
    return f"{item.shown()}%" if percent else item.shown()
