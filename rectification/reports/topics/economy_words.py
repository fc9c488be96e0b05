"""What is said of collective income."""

from collections.abc import Iterator

from collective_economy.choices import Tier
from rectification.reports.content import (
    Line,
    Paragraph,
    Problem,
)
from rectification.reports.told import Known, paragraph
from rectification.reports.words import direction, few, labelled


def words(known: Known) -> Iterator[Paragraph]:
    """Sums, comparisons, tiers and moves; nothing where nobody stated income."""
    yield from paragraph("村级集体经济", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    if not known.has("income.total"):
        return
    month = known.asked.month.month
    span = f"{{={1}}}至{{={month}}}月" if month > 1 else "{=1}月"
    yield Line(
        "economy.total",
        f"{span}集体经济总收入{{income.total:wan}}万元，其中经营性收入{{income.operating_type:wan}}万元，"
        "{income.filed:share}的村已报送。",
    )
    yield from _compared(known)
    tiers = [f"{tier.label}{{tier.{tier}}}个" for tier in Tier if known.some(f"tier.{tier}")]
    yield Line("economy.tiers", f"按经营性收入分档：{labelled('、'.join(tiers))}。")
    if known.some("tier.up") or known.some("tier.down"):
        yield Line("economy.moves", "比上月升档{tier.up}个村、降档{tier.down}个村。")


def _compared(known: Known) -> Iterator[Line]:
    base = "income.operating_type"
    if known.has(f"{base}.last_year.change"):
        yield Line(
            "economy.year",
            f"经营性收入同比{direction(known, f'{base}.last_year.change')}"
            f"（可比的{{{base}.last_year.set}}个村）。",
        )
    if known.has(f"{base}.plan.change"):
        done = f"完成有计划的村年度计划{{{base}.plan:wan}}万元的{{{base}.plan.change}}%。"
        yield Line("economy.plan", done)


def problems(known: Known) -> Iterator[Problem]:
    """Villages behind their plan."""
    late = known.where("behind_plan")
    if late:
        said = f"{{income.behind}}个村经营性收入落后于序时进度，如{few(known, late)}。"
        yield Problem(
            "economy.behind", "集体经济增收方面", Line("economy.behind", said), tuple(late),
            tuple(known.asked.place_of[code].name for code in late),
        )  # fmt: skip


def tasks(known: Known) -> Iterator[Line]:
    """What those who stated nothing have to do."""
    if known.where("income_filed", 0):
        yield Line("economy.file", "没有报送收入的村于次月封账前补报。")
