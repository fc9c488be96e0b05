"""The figures of a county month, each with its formula over the village table."""

from collections.abc import Iterator

from rectification.reports.content import Formula, Item
from rectification.reports.kinds.gathering import Gathered
from villages.common.figures import Figure, Missing

_CODES = {"high_school": "high_school_or_above"}
_LEDGER, _SURVEY = "村干部花名册", "行政村基本情况"
_INCOME, _COLOURS = "村级集体经济收入统计表", "三色预警评估"


def items(known: Gathered) -> tuple[Item, ...]:
    """All figures in the order of the report."""
    return (*_places(known), *_cadres(known), *_income(known), *_tiers(known), *_colours(known))


def _places(known: Gathered) -> Iterator[Item]:
    yield Item.of(Figure("townships", "乡镇(街道)数", len(known.townships), "个"))
    yield Item.of(Figure("villages", "村数", len(known.places), "个"), Formula("code", "count"))
    for key, label, unit in (
        ("households", "户数", "户"), ("population", "人口", "人"), ("members", "党员数", "名"),
    ):  # fmt: skip
        stated = [(one.code, getattr(one, key)) for one in known.places]
        missing = tuple(code for code, value in stated if value is None)
        total = sum(value for _code, value in stated if value is not None)
        figure = Figure(key, label, total, unit, missing=missing, source=_SURVEY)
        yield Item.of(figure, Formula(key))


def _cadres(known: Gathered) -> Iterator[Item]:
    counts, missing = known.cadres.counts, known.cadres.unknown
    for key, label, definition in (
        ("people", "花名册人数", "在任村干部和后备干部,一人兼多职算一人"),
        ("serving", "在任村干部", "不含后备干部、驻村人员、小组长和网格员"),
        ("reserve", "后备干部", ""),
        ("secretaries", "村党组织书记", ""),
        ("one_shoulder", "书记主任一肩挑", "书记同时担任本村村委会主任"),
        ("women", "其中妇女", "花名册全部人员中的妇女"),
        ("high_school", "高中及以上学历", "在任村干部中高中(中专)及以上"),
    ):
        figure = Figure(
            f"cadres.{_CODES.get(key, key)}", label, getattr(counts, key), "人", missing=missing,
            source=_LEDGER, definition=definition,
        )  # fmt: skip
        yield Item.of(figure, Formula(key))
    for code, label, villages, column in (
        ("villages_without_secretary", "书记空缺村", known.cadres.without_secretary, "secretary"),
        ("villages_short_of_reserve", "后备干部不足 2 名的村", known.cadres.short_of_reserve,
         "reserve_enough"),
    ):  # fmt: skip
        figure = Figure(f"cadres.{code}", label, len(villages), "个", missing=missing,
                        source=_LEDGER)  # fmt: skip
        yield Item.of(figure, Formula(column, "count", 0))


def _income(known: Gathered) -> Iterator[Item]:
    figures, nothing = known.income, not known.income.by_village
    rows = [
        ("income.total", "集体经济总收入", figures.total_fen, "total_fen", "四类收入之和"),
        ("income.operating_type", "经营性收入", figures.operating_fen, "operating_type_fen",
         "经营收入与投资收益之和,不含补助"),
        *((f"income.{category}", str(category.label), fen, f"{category}_fen", "")
          for category, fen in figures.by_category.items()),
    ]  # fmt: skip
    for code, label, fen, column, definition in rows:
        more = {"missing": figures.missing, "source": _INCOME, "definition": definition}
        if nothing:
            yield Item.of(Figure(code, label, Missing.NOT_FILED, "元", **more))  # type: ignore[arg-type]
        else:
            yield Item.of(Figure.of_fen(code, label, fen, **more), Formula(column))
    filed = len(known.places) - len(figures.missing)
    share = Figure.of_share("income.filed", "收入报送率", filed, len(known.places))
    yield Item.of(share)


def _tiers(known: Gathered) -> Iterator[Item]:
    missing = known.income.missing
    for tier, count in known.income.tiers.items():
        figure = Figure(
            f"tier.{tier}", str(tier.label), count, "个", missing=missing, source=_INCOME,
            definition="按本年累计经营性收入,含下限",
        )  # fmt: skip
        yield Item.of(figure, Formula("tier", "count", str(tier)))


def _colours(known: Gathered) -> Iterator[Item]:
    names = {"red": "红色村", "yellow": "黄色村", "green": "绿色村", "grey": "未评村"}
    for colour, label in names.items():
        code = f"colour.{colour}"
        if known.colours.is_evaluated:
            figure = Figure(code, label, known.colours.counts[colour], "个", source=_COLOURS)
            yield Item.of(figure, Formula("colour", "count", colour))
        else:
            yield Item.of(Figure(code, label, Missing.NOT_EVALUATED, "个", source=_COLOURS))
