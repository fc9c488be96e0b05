"""What the report of a city says: sums, counties side by side, problems they have in common."""

from collections.abc import Iterator, Mapping, Sequence

from rectification.reports.content import Cell, Item, Line, Paragraph, Section, Table, plain
from rectification.reports.kinds.city_rows import CountyReport, topic_of, topics

# Columns of the comparison of counties, as far as their reports have them.
_COLUMNS = (
    ("村数", "villages", ""), ("按时报送率%", "filing.on_time", ""),
    ("任务完成率%", "tasks.rate", ""), ("红色", "colour.red", ""), ("黄色", "colour.yellow", ""),
    ("逾期事项", "orders.overdue", ""), ("书记空缺村", "cadres.villages_without_secretary", ""),
    ("经营性收入（万元）", "income.operating_type", "wan"), ("5万元以下村", "income.weak", ""),
)  # fmt: skip
# Sentences of the second section: said where the figure is there.
_SAID = (
    ("filing.on_time", "按时报送率{filing.on_time:share}"),
    ("tasks.rate", "任务完成率{tasks.rate:share}"),
    ("colour.red", "红色预警村{colour.red}个"),
    ("cadres.villages_without_secretary", "书记空缺村{cadres.villages_without_secretary}个"),
    ("income.operating_type", "经营性收入{income.operating_type:wan}万元"),
    ("income.weak", "经营性收入五万元以下的村{income.weak}个"),
)


def sections(
    title: str, reports: Sequence[CountyReport], silent: Sequence[str], found: Mapping[str, Item]
) -> tuple[Section, ...]:
    """Sections that have something to say, numbered."""
    parts = (
        ("scope", "基本情况", list(_scope(title)), ()),
        ("overall", "总体情况", list(_overall(found)), ("counties",)),
        ("problems", "存在的问题", list(_problems(reports)), ()),
        ("next", "下步工作", list(_next(silent)), ()),
    )
    filled = [one for one in parts if one[2] or one[3]]
    return tuple(
        Section(key, f"{numeral}、{heading}", (Paragraph("", tuple(lines)),) if lines else (), keys)
        for numeral, (key, heading, lines, keys) in zip("一二三四", filled, strict=False)
    )


def _scope(title: str) -> Iterator[Line]:
    said = f"{plain(title)}，汇总{{city.reports}}个县（市、区）的报告"
    yield Line("city.scope", f"{said}，共{{townships}}个乡镇（街道）、{{villages}}个村。")


def _overall(found: Mapping[str, Item]) -> Iterator[Line]:
    said = [words for code, words in _SAID if code in found and found[code].value is not None]
    if said:
        yield Line("city.overall", f"{'，'.join(said)}。")


def _problems(reports: Sequence[CountyReport]) -> Iterator[Line]:
    """One sentence for each sort of problem: how many counties report it, and which."""
    for topic, title in topics(reports).items():
        names = "、".join(
            one.name for one in reports if topic in map(topic_of, one.content.problems)
        )
        number = f"{{city.problem.{topic}}}个县（市、区）"
        said = f"{plain(title)}：{number}的报告列有问题，分别是{plain(names)}。"
        yield Line(f"city.problem.{topic}", said)


def _next(silent: Sequence[str]) -> Iterator[Line]:
    if silent:
        said = f"{plain('、'.join(silent))}尽快生成并签发本期报告，报告签发后重新汇总。"
        yield Line("city.next.silent", said)


def table(reports: Sequence[CountyReport], found: Mapping[str, Item]) -> Table:
    """Counties side by side, the city below them; columns that any report has."""
    columns = [one for one in _COLUMNS if one[1] in found]
    units = [*((one.name, f".{one.code}") for one in reports), ("合计", "")]
    codes = [[f"{code}{end}" for _header, code, _form in columns] for _name, end in units]
    rows = tuple(
        (name, *_texts(found, line, [form for _header, _code, form in columns]))
        for (name, _end), line in zip(units, codes, strict=True)
    )
    return Table(
        "counties", "各县（市、区）情况", ("unit", *(code for _header, code, _form in columns)),
        ("县（市、区）", *(header for header, _code, _form in columns)), rows,
        codes=tuple((None, *line) for line in codes), total=True,
        widths=(9, *(5 for _one in columns)),
    )  # fmt: skip


def _texts(found: Mapping[str, Item], codes: Sequence[str], forms: Sequence[str]) -> Iterator[Cell]:
    for code, form in zip(codes, forms, strict=True):
        yield found[code].shown(form)
