"""Inspections and hidden visits of the period: how they were done, what they found, by theme."""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    Table,
    Where,
    count,
    share_of,
)
from rectification.reports.told import Told
from rectification.reports.topics.inspection_rows import FINDINGS, SITES, TRIPS, inspection_tables
from rectification.reports.topics.inspection_words import (
    inspection_problems,
    inspection_tasks,
    inspection_words,
    problem_list,
)
from rectification.reports.topics.saying import kind_code

SOURCE = "督导检查"


def tell(asked: Asked) -> Told:
    """Published inspections that began in the period. Three queries."""
    bases = inspection_tables(asked)
    return Told(
        "inspections", bases=bases, items=_items,
        per_township=("inspections.villages", "inspections.findings", "inspections.mended"),
        paragraphs=inspection_words, problems=inspection_problems, tasks=inspection_tasks,
        tables=problem_list,
    )  # fmt: skip


def _items(tables: Mapping[str, Table]) -> Iterator[Item]:
    villages = Formula("value", (Fold(SITES, "distinct", "code"),))
    towns = Formula("value", (Fold(SITES, "distinct", "township_code"),))
    mended = share_of(Fold(FINDINGS, where=(Where("mended", "eq", 1),)), Fold(FINDINGS))
    happy = Formula(
        "share",
        (Fold(SITES, "sum", "satisfied", (_ASKED,)), Fold(SITES, "sum", "interviewed", (_ASKED,))),
        2,
    )
    for code, label, unit, formula in (
        ("trips", "督导检查", "次", count(TRIPS)),
        ("hidden", "暗访", "次", count(TRIPS, Where("kind", "eq", "暗访"))),
        ("villages", "检查的村", "个", villages),
        ("townships", "检查涉及乡镇", "个", towns),
        ("findings", "检查发现问题", "个", count(FINDINGS)),
        ("serious", "检查发现严重问题", "个", count(FINDINGS, Where("serious", "eq", 1))),
        ("mended", "检查问题整改率", "%", mended),
        ("satisfied", "走访群众满意率", "%", happy),
    ):  # fmt: skip
        yield Item.folded(f"inspections.{code}", label, unit, formula, tables, source=SOURCE,
                          definition="本期开始、已经公布的检查；移交的线索不列")  # fmt: skip
    for group in dict.fromkeys(map(str, tables[FINDINGS].column("group"))):
        code, of_group = f"inspections.group.{kind_code(group)}", Where("group", "eq", group)
        waiting = count(FINDINGS, of_group, Where("mended", "eq", 0))
        yield Item.folded(code, f"{group}方面问题", "个", count(FINDINGS, of_group), tables)
        yield Item.folded(f"{code}.open", f"{group}方面没有整改的问题", "个", waiting, tables)


_ASKED = Where("satisfied", "known")
