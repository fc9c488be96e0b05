"""The monthly dispatch bulletin (月调度通报)."""

from collections.abc import Iterator
from typing import Any

from rectification.reports.content import ReportContent, Section
from rectification.reports.kinds.gathering import Gathered, gather
from rectification.reports.kinds.items import items
from rectification.reports.kinds.tables import township_table, village_table, warned_table
from rectification.warnings.rules import by_code
from villages import parameters
from villages.common.errors import DomainError
from villages.common.figures import Sentence
from villages.common.money import percent, wan_text
from villages.common.periods import Month
from villages.models import County

_FILED = ("income.filed",)
_NUMERALS = "一二三四五六七八九"


def build(period: Month, county: County, by: Any) -> ReportContent:
    """The bulletin of a month: what the rows say, and nothing where they say nothing.

    Raises `report_scope` where the person does not cover the county.
    """
    if not by.territory.covers(county.code):
        raise DomainError("report_scope", "这个县不在您的管辖范围内。", "请换一个县。")
    known = gather(county, period)
    return ReportContent(
        kind="monthly",
        period=period.code,
        county_code=county.code,
        county_name=county.name,
        organ=county.department_name or f"中共{county.name}委组织部",
        title=f"{period.label}村级党建督导月调度通报",
        recipients="各乡镇（街道）组织办",
        date_text=_date_text(period, county.code),
        as_of=known.as_of.isoformat(),
        is_open=known.is_open,
        note=f"草稿：{period.label}尚未封账，数据可能变化" if known.is_open else "",
        sections=tuple(_numbered(known)),
        figures=items(known),
        villages=village_table(known),
        tables=(
            township_table(known),
            warned_table(known, "red", "红色预警村名单"),
            warned_table(known, "yellow", "黄色预警村名单"),
        ),
    )


def _date_text(period: Month, county: str) -> str:
    day = parameters.value("month.dispatch_day", on=period.end, county=county)
    following = period.next()
    return f"{following.year}年{following.month}月{day}日"


def _numbered(known: Gathered) -> Iterator[Section]:
    """Sections that have something to say, numbered in Chinese."""
    told = (
        ("总体情况", _overall(known)),
        ("村干部队伍", _team(known)),
        ("村级集体经济", _economy(known)),
        ("三色预警", _colours(known)),
        ("下步工作", _next(known)),
    )
    parts = [(heading, tuple(sentences)) for heading, sentences in told]
    filled = [(heading, sentences) for heading, sentences in parts if sentences]
    for numeral, (heading, sentences) in zip(_NUMERALS, filled, strict=False):
        yield Section(f"{numeral}、{heading}", sentences)


def _share(part: int, whole: int) -> str:
    """A share with its base, as documents write it; only asked where there is a base."""
    return f"{percent(part, whole)}%（{part}/{whole}）"


def _wan(fen: int) -> str:
    return wan_text(fen).replace(",", "")


def _day(known: Gathered) -> str:
    return f"{known.as_of.year}年{known.as_of.month}月{known.as_of.day}日"


def _overall(known: Gathered) -> Iterator[Sentence]:
    yield Sentence(
        f"截至{_day(known)}，全县{len(known.townships)}个乡镇（街道）共{len(known.places)}个村。",
        ("townships", "villages"),
    )
    filed, all_ = len(known.places) - len(known.income.missing), len(known.places)
    if all_:
        yield Sentence(f"{known.month.label}收入报送率{_share(filed, all_)}。", _FILED)


def _team(known: Gathered) -> Iterator[Sentence]:
    counts, all_ = known.cadres.counts, len(known.places) - len(known.cadres.unknown)
    if not counts.serving:
        return
    yield Sentence(
        f"在任村干部{counts.serving}人，其中高中及以上学历{counts.high_school}人，"
        f"占{_share(counts.high_school, counts.serving)}。",
        ("cadres.serving", "cadres.high_school_or_above"),
    )
    yield Sentence(
        f"村党组织书记{counts.secretaries}人，书记主任一肩挑{counts.one_shoulder}人。",
        ("cadres.secretaries", "cadres.one_shoulder"),
    )
    if vacant := len(known.cadres.without_secretary):
        yield Sentence(
            f"书记空缺{vacant}个村，占{_share(vacant, all_)}。",
            ("cadres.villages_without_secretary",),
        )
    yield Sentence(
        f"后备干部{counts.reserve}人，不足2名的有{len(known.cadres.short_of_reserve)}个村。",
        ("cadres.reserve", "cadres.villages_short_of_reserve"),
    )


def _economy(known: Gathered) -> Iterator[Sentence]:
    figures, month = known.income, known.month.month
    if not figures.by_village:
        return
    span = f"1至{month}月" if month > 1 else "1月"
    yield Sentence(
        f"{span}集体经济总收入{_wan(figures.total_fen)}万元，其中经营性收入"
        f"{_wan(figures.operating_fen)}万元。",
        ("income.total", "income.operating_type"),
    )
    tiers = "、".join(f"{tier.label}{count}个" for tier, count in figures.tiers.items() if count)
    codes = tuple(f"tier.{tier}" for tier, count in figures.tiers.items() if count)
    yield Sentence(f"按经营性收入分档：{tiers}。", codes)
    if figures.missing:
        yield Sentence(f"另有{len(figures.missing)}个村没有报送，未计入。", _FILED)


def _colours(known: Gathered) -> Iterator[Sentence]:
    if not known.colours.is_evaluated:
        return
    counts = known.colours.counts
    yield Sentence(
        f"红色{counts['red']}个村，黄色{counts['yellow']}个村，绿色{counts['green']}个村，"
        f"未评{counts['grey']}个村。",
        ("colour.red", "colour.yellow", "colour.green", "colour.grey"),
    )
    rules = by_code()
    for code, levels in known.colours.by_rule.items():
        parts = [f"{word}{levels[key]}个村" for key, word in _LEVELS if levels.get(key)]
        if code in rules and parts:
            yield Sentence(f"{rules[code].title}：{'，'.join(parts)}。")


_LEVELS = (("red", "红色"), ("yellow", "黄色"), ("unknown", "缺少数据"))


def _next(known: Gathered) -> Iterator[Sentence]:
    """Requirements follow from what was found; nothing found, nothing asked."""
    if known.colours.counts["red"]:
        yield Sentence("红色预警村所在乡镇（街道）逐村研究，落实整改措施、责任人和完成时限。")
    if known.cadres.without_secretary:
        yield Sentence("书记空缺村抓紧物色人选，按程序配备，并补登空缺起始日期。")
    if known.income.missing:
        yield Sentence("没有报送收入的村于次月封账前补报。")
