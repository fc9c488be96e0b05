"""Figures of warning events, objections and rules, from frozen rows."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rectification.reports.content import Formula, Item, Table, Where, count

SOURCE = "三色预警评估"
MOST_RULES = 3


def number(code: str, label: str, formula: Formula, tables: Mapping[str, Table],
            definition: str = "", unit: str = "个") -> Item:  # fmt: skip
    """A figure of the judgement that the rows give."""
    return Item.folded(code, label, unit, formula, tables, source=SOURCE, definition=definition)


def event_items(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Events raised, worsened and ended in the period; objections."""
    raised, red = Where("raised_in", "eq", 1), Where("level", "eq", "red")
    told: tuple[tuple[str, str, tuple[Where, ...]], ...] = (
        ("raised", "新产生的预警", (raised,)),
        ("raised_red", "新产生的红色预警", (raised, red)),
        ("worsened", "由黄转红的预警", (Where("worsened", "eq", 1),)),
        ("lowered", "核实降级的预警", (Where("ended", "eq", "lowered"),)),
        ("false_alarms", "认定误报的预警", (Where("ended", "eq", "false_alarm"),)),
    )
    for key, label, where in told:
        yield number(f"warnings.{key}", label, count("events", *where), tables, unit="件")
    yield from _objections(tables)


def _objections(tables: Mapping[str, Table]) -> Iterator[Item]:
    for key, label, status in (
        ("objections", "预警异议", ""),
        ("objections.upheld", "成立的异议", "upheld"),
        ("objections.rejected", "维持原判的异议", "rejected"),
        ("objections.open", "复核中的异议", "open"),
    ):
        where = (Where("status", "eq", status),) if status else ()
        formula = count("objections", *where)
        yield number(f"warnings.{key}", label, formula, tables, "本期提出或答复", "件")


def rule_items(tables: Mapping[str, Table], titles: Mapping[str, str]) -> Iterator[Item]:
    """The rules that found most, each with its villages; those that combine others are none."""
    table = tables["reasons"]
    at = table.place("rule")
    found = Counter(str(row[at]) for row in table.rows if row[at] in titles)
    for code, _times in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST_RULES]:
        formula = count("reasons", Where("rule", "eq", code))
        said = "红色和黄色合计"
        yield number(f"warnings.rule.{code}", f"触发“{titles[code]}”的村", formula, tables, said)
