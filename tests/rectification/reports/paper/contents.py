"""A report of made-up rows, with every part that paper can have."""

from dataclasses import replace
from typing import Any

from rectification.reports.content import (
    Chart,
    Item,
    Line,
    Paragraph,
    ReportContent,
    Section,
    Series,
    Table,
    Where,
    count,
    share_of,
    yuan_total,
)
from rectification.reports.render.template import SHIPPED
from rectification.reports.snapshot import Snapshot

TEMPLATE = (SHIPPED / "bulletin.docx").read_bytes()
TOWNSHIPS = {f"99990{number}": f"云{number}镇" for number in range(1, 9)}
ISSUED = {"number": "督导〔2026〕12号", "day": "2026-11-05", "signer": "周立"}
CORRECTS = {
    **ISSUED, "corrects": "督导〔2026〕11号", "why": "补报两个村",
    "changes": [{"label": "红色村", "old": "3", "new": "2"}, ["黄色村", "1", "2"]],
}  # fmt: skip


def base() -> Table:
    """Three villages a township."""
    rows = tuple(
        (f"{code}{place}", code, name, f"{name}{place}村", 100_000 * place + int(code[-1]), "red")
        for code, name in TOWNSHIPS.items()
        for place in range(1, 4)
    )
    keys = ("code", "township_code", "township", "village", "income_fen", "colour")
    return Table(
        "villages", "各村情况", keys, ("代码", "乡镇代码", "乡镇", "村", "收入(分)", "颜色"), rows
    )


def items() -> list[Item]:
    """Five figures of the whole and two of each township."""
    tables = {"villages": base()}
    red = count("villages", Where("colour", "eq", "red"))
    income = yuan_total("villages", "income_fen")
    whole = [
        Item.folded("villages", "村数", "个", count("villages"), tables),
        Item.folded("colour.red", "红色村", "个", red, tables, definition="当月评为红色的村"),
        Item.folded("colour.share", "红色占比", "%",
                    share_of(red.folds[0], count("villages").folds[0]), tables),
        Item.folded("income.total", "经营性收入", "元", income, tables),
        Item("lost", "没有来源的数", None, gap="not-filed", missing=("9999011",)),
    ]  # fmt: skip
    parts = [
        one.narrowed(code, name, tables)
        for one in (whole[0], whole[1])
        for code, name in TOWNSHIPS.items()
    ]
    return [*whole, *parts]


def township_table(columns: int = 2) -> Table:
    """Figures by township and their sum; columns are repeated where many are wanted."""
    wanted = [("villages", "colour.red")[place % 2] for place in range(columns)]
    known = {one.code: one for one in items()}
    named = [(name, [f"{one}.{code}" for one in wanted]) for code, name in TOWNSHIPS.items()]
    lines = [*named, ("合计", wanted)]
    return Table(
        "townships", "各乡镇情况", ("unit", *(f"c{place}" for place in range(columns))),
        ("乡镇（街道）", *(f"指标{place}" for place in range(columns))),
        tuple((name, *(known[code].shown() for code in codes)) for name, codes in lines),
        codes=tuple((None, *codes) for _name, codes in lines), total=True,
    )  # fmt: skip


def names_table() -> Table:
    """Words alone."""
    rows = ((1, "云1镇", "东<b>村&", "连续3个月没有按期召开支部党员大会，书记空缺超过60天"),)
    return Table(
        "red", "红色预警村名单", ("c0", "c1", "c2", "c3"), ("序号", "乡镇", "村", "原因"), rows,
        annex=True, note="按乡镇排列。",
    )  # fmt: skip


def chart(kind: str = "stacked") -> Chart:
    """Two series over townships, one point missing."""
    codes = [f"villages.{code}" for code in TOWNSHIPS]
    reds = [None, *(f"colour.red.{code}" for code in list(TOWNSHIPS)[1:])]
    series = (Series("村数", tuple(codes)), Series("红色", tuple(reds), "red"))
    return Chart(kind, f"各乡镇村数{kind}", kind, tuple(TOWNSHIPS.values()), series, "个")


def content(**changed: Any) -> ReportContent:
    """The report; what is given replaces a part."""
    lines = (
        Line("a.b", "全县共{villages}个村，其中红色{colour.red}个，占{colour.share:share}。"),
        Line("a.c", "经营性收入{income.total:wan}万元。"),
        Line("a.d", "以上情况各单位要重视。"),
    )
    sections = (
        Section("scope", "一、基本情况", (Paragraph("", lines),), ("inside",), ("stacked",)),
        Section("problems", "二、存在的问题", (Paragraph("（一）报送", lines[:2]),)),
    )
    made = ReportContent(
        kind="monthly", period="2026-10", county_code="999900", county_name="示例县",
        organ="中共示例县委组织部", title="2026年10月村级党建督导月调度通报",
        recipients="各乡镇（街道）组织办", date_text="2026年11月5日", as_of="2026-10-31",
        is_open=False, note="", front=(Line("f", "没有来源的数{lost}。"),), sections=sections,
        figures=tuple(items()), bases=(base(),),
        tables=(replace(township_table(), key="inside", title="文内表"),
                replace(township_table(), annex=True), names_table()),
        charts=(chart(),), copies="县纪委监委机关，县财政局", root="ab" * 32,
        facts={"mark": "督导", "consent": "经县委同意，现将有关情况通报如下", "print_codes": 1},
    )  # fmt: skip
    return replace(made, **changed)


def snapshot(stamp: Any = None, **changed: Any) -> Snapshot:
    """The report as it is printed."""
    return Snapshot(content(**changed), "7K2M9Q", 1, stamp or {})
