"""Columns of computed tables: one declaration for page, Excel and API."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.figures.structure_rows import StructureRow
from cadres.figures.vacancies import Vacancy
from villages.common.columns import Kind
from villages.lists.sheets import SheetColumn
from villages.rest.fields import Field

Value = Any


@dataclass(frozen=True)
class TableColumn:
    """One column: `value` reads the row; None is a gap. `about_en` says what is counted."""

    key: str
    header: Any
    en: str
    value: Callable[[Any], Value]
    kind: Kind = Kind.INTEGER
    unit: Any = ""
    width: int = 9

    @property
    def is_number(self) -> bool:
        """Whether its cells stand to the right."""
        return self.kind in (Kind.INTEGER, Kind.DECIMAL)

    def sheet_column(self) -> SheetColumn:
        """The same in a workbook."""
        return SheetColumn(str(self.header), self.kind, self.width, str(self.unit), digits=1)

    def field(self) -> Field:
        """The same in the API; every value may be missing."""
        return Field(self.key, self.header, self.en, self.kind, unit=str(self.unit), nullable=True)


@dataclass(frozen=True)
class Cell:
    """One value as text; a gap is a dash, never a zero."""

    text: str
    number: bool


def values(columns: Sequence[TableColumn], rows: Sequence[Any]) -> list[list[Value]]:
    """The values row by row: for workbooks and programs."""
    return [[one.value(row) for one in columns] for row in rows]


def cells(columns: Sequence[TableColumn], rows: Sequence[Any]) -> list[list[Cell]]:
    """The same as people read them."""
    return [
        [
            Cell("—" if value is None else str(value), column.is_number)
            for column, value in zip(columns, line, strict=True)
        ]
        for line in values(columns, rows)
    ]


def _count(name: str) -> Callable[[StructureRow], Value]:
    return lambda row: getattr(row.counts, name)


def _laid_down(row: StructureRow) -> Value:
    return row.counts.seats if row.counts.seats_known else None


def _vacant(row: StructureRow) -> Value:
    return row.counts.vacant if row.counts.seats_known else None


_PEOPLE: tuple[tuple[str, Any, str], ...] = (
    ("people", _("实有"), "people of both committees, each once"),
    ("women", _("女"), "women"),
    ("minority", _("少数民族"), "of an ethnic minority"),
    ("to_35", _("35岁及以下"), "aged 35 or less"),
    ("from_36", _("36-45岁"), "aged 36 to 45"),
    ("from_46", _("46-55岁"), "aged 46 to 55"),
    ("from_56", _("56-60岁"), "aged 56 to 60"),
    ("over_60", _("60岁以上"), "aged 61 or more"),
)
_MORE: tuple[tuple[str, Any, str], ...] = (
    ("postgraduate", _("研究生"), "postgraduates"),
    ("bachelor", _("本科"), "bachelors"),
    ("college", _("大专"), "junior college"),
    ("high_school", _("高中中专"), "high school"),
    ("below", _("初中及以下"), "below high school"),
    ("members", _("党员"), "party members, probationary ones included"),
    ("one_shoulder", _("一肩挑"), "villages whose secretary is also director"),
    ("crossing", _("交叉任职"), "people in both committees"),
    ("veterans", _("退役军人"), "veterans"),
    ("entrepreneurs", _("致富能手"), "leaders in prosperity"),
    ("reserve", _("后备干部"), "reserve cadres"),
)
_GAPS: tuple[tuple[str, Any, str], ...] = (
    ("sex_unknown", _("性别不明"), "sex unknown"),
    ("ethnicity_unknown", _("民族不明"), "ethnicity unknown"),
    ("age_unknown", _("年龄不明"), "age unknown"),
    ("education_unknown", _("学历不明"), "education unknown"),
    ("political_unknown", _("政治面貌不明"), "political status unknown"),
)


def _counts(named: tuple[tuple[str, Any, str], ...]) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(key, header, en, _count(key)) for key, header, en in named)


STRUCTURE = (
    TableColumn(
        "township", _("乡镇"), "township; empty for the whole", lambda row: row.name or _("合计"),
        Kind.TEXT, width=14,
    ),
    TableColumn("villages", _("村数"), "villages on the map", _count("villages")),
    TableColumn("seats", _("两委职数"), "seats of both committees", _laid_down),
    *_counts(_PEOPLE),
    TableColumn(
        "average_age", _("平均年龄"), "mean age of those whose age is known",
        _count("average_age"), Kind.DECIMAL, unit=_("岁"),
    ),
    *_counts(_MORE),
    TableColumn("vacant", _("缺职"), "empty seats, where seats are laid down", _vacant),
    *_counts(_GAPS),
)  # fmt: skip


def _days(row: Vacancy) -> str:
    return f"≥{row.days}" if row.at_least else str(row.days)


VACANCIES = (
    TableColumn("township", _("乡镇"), "township", lambda x: x.place.township, Kind.TEXT, width=14),
    TableColumn("village", _("村"), "village", lambda x: x.place.name, Kind.TEXT, width=14),
    TableColumn(
        "village_code", _("区划代码"), "village code", lambda x: x.place.code, Kind.CODE, width=16
    ),
    TableColumn("chair", _("空缺"), "what is empty", lambda x: x.chair.label, Kind.TEXT, width=18),
    TableColumn("missing", _("缺员"), "seats empty", lambda x: x.missing, unit=_("人")),
    TableColumn("seats", _("应有"), "seats laid down", lambda x: x.seats, unit=_("人")),
    TableColumn("since", _("起始日期"), "empty since", lambda x: x.since, Kind.DATE, width=12),
    TableColumn("days", _("空缺天数"), "days, ≥ where the ledger begins later", _days, Kind.TEXT),
)
